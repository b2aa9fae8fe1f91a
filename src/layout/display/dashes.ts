import type { Color } from '../../core/color.ts';
import type { PathData, Stroke } from '../../core/display.ts';
import type { Point, Pt } from '../../core/geometry.ts';

/** Chords that a curve is measured by. */
const STEPS = 16;

/** Length of a path of one subpath, and whether it is closed. */
function measure(path: PathData): { readonly length: Pt; readonly closed: boolean } {
  let length = 0;
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let closed = false;
  const to = (p: Point) => {
    length += Math.hypot(p.x - at.x, p.y - at.y);
    at = p;
  };
  for (const s of path.segments) {
    if (s[0] === 'M') {
      at = { x: s[1], y: s[2] };
      start = at;
    } else if (s[0] === 'L') to({ x: s[1], y: s[2] });
    else if (s[0] === 'Z') {
      to(start);
      closed = true;
    } else {
      const from = at;
      for (let i = 1; i <= STEPS; i++) {
        const t = i / STEPS;
        const u = 1 - t;
        const mix = (a: number, b: number, c: number, d: number) =>
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        to({ x: mix(from.x, s[1], s[3], s[5]), y: mix(from.y, s[2], s[4], s[6]) });
      }
    }
  }
  return { length, closed };
}

/** Dashes twice as long as the line is wide, the gaps stretched so that a whole number fits: a line begins and ends with a dash. */
export function dashes(path: PathData, width: Pt, color: Color): Stroke {
  const { length, closed } = measure(path);
  const dash = 2 * width;
  const count = closed ? Math.round(length / (2 * dash)) : Math.round((length + dash) / (2 * dash));
  const gaps = closed ? count : count - 1;
  if (gaps < 1) return { color, width };
  return { color, width, dash: [dash, Math.max(0, (length - count * dash) / gaps)] };
}

/** Round dots about one diameter apart, a whole number of them: a line begins and ends with the middle of a dot. */
export function dots(path: PathData, width: Pt, color: Color): Stroke {
  const { length } = measure(path);
  const gaps = Math.max(1, Math.round(length / (2 * width)));
  return { color, width, cap: 'round', dash: [0, length / gaps] };
}

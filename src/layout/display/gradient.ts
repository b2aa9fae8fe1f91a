import type { Color, Fill, GradientStop } from '../../core/color.ts';
import type { Pt, Rect } from '../../core/geometry.ts';
import type { BackgroundImage } from '../types.ts';
import { resolve } from './rounded.ts';

type LinearGradient = Extract<BackgroundImage, { kind: 'linear-gradient' }>;

/** Direction of the gradient line as a unit vector, y down. Corners: the line at which the other two corners have the middle colour. */
function direction(gradient: LinearGradient, box: Rect): { readonly x: number; readonly y: number } {
  const { angle } = gradient;
  if (typeof angle === 'number') {
    const radians = (angle * Math.PI) / 180;
    return { x: Math.sin(radians), y: -Math.cos(radians) };
  }
  const { toX, toY } = angle;
  if (toX === 0 || toY === 0) return { x: toX, y: toX === 0 && toY === 0 ? 1 : toY };
  // css-images-3, 3.1.1: perpendicular to the line that joins the neighbouring corners.
  const length = Math.hypot(box.width, box.height);
  return { x: (toX * box.height) / length, y: (toY * box.width) / length };
}

interface Placed {
  readonly color: Color;
  /** In lengths of the gradient line. */
  readonly at: number;
}

/** Stop fix-up (css-images-3, 3.4.3): ends default to 0 and 1, none goes back, gaps are spread evenly. */
function placeStops(gradient: LinearGradient, length: Pt): readonly Placed[] {
  const { stops } = gradient;
  const given = stops.map(({ at }) => (at ? (length > 0 ? resolve(at, length) / length : at.percent / 100) : undefined));
  const last = given.length - 1;
  given[0] ??= 0;
  if (last > 0) given[last] ??= 1;
  let highest = -Infinity;
  for (let i = 0; i <= last; i++) {
    const at = given[i];
    if (at === undefined) continue;
    highest = Math.max(highest, at);
    given[i] = highest;
  }
  const placed: Placed[] = [];
  let before = 0;
  for (let i = 0; i <= last; i++) {
    const { color } = stops[i] ?? {};
    if (!color) continue;
    let at = given[i];
    if (at === undefined) {
      let next = i;
      while (next < last && given[next] === undefined) next++;
      const from = given[before] ?? 0;
      at = from + (((given[next] ?? 1) - from) * (i - before)) / (next - before);
    } else before = i;
    placed.push({ color, at });
  }
  return placed;
}

const sameHue = (a: Color, b: Color): boolean => JSON.stringify({ ...a, a: 1 }) === JSON.stringify({ ...b, a: 1 });

/**
 * CSS mixes premultiplied colours, PDF does not: towards `transparent` a colour would go grey. A transparent stop takes its neighbours' colour,
 * and becomes two where they differ.
 */
function unmixed(stops: readonly Placed[]): readonly Placed[] {
  if (stops.every((stop) => stop.color.a > 0)) return stops;
  return stops.flatMap((stop, i): readonly Placed[] => {
    if (stop.color.a !== 0) return [stop];
    const before = stops[i - 1]?.color;
    const after = stops[i + 1]?.color;
    const sides = [before, after].filter((c): c is Color => c !== undefined && c.a > 0);
    const [first, second] = sides;
    if (!first) return [stop];
    const one = { color: { ...first, a: 0 }, at: stop.at };
    return second && !sameHue(first, second) ? [one, { color: { ...second, a: 0 }, at: stop.at }] : [one];
  });
}

/** A gradient over a box, as a fill in page coordinates. Stops beyond the line's ends lengthen the line. */
export function linearFill(gradient: LinearGradient, box: Rect): Fill | null {
  const [only] = gradient.stops;
  if (!only) return null;
  if (gradient.stops.length === 1) return { kind: 'color', color: only.color };
  const d = direction(gradient, box);
  const length = Math.abs(d.x) * box.width + Math.abs(d.y) * box.height;
  const placed = unmixed(placeStops(gradient, length));
  const low = Math.min(0, placed[0]?.at ?? 0);
  const high = Math.max(1, placed.at(-1)?.at ?? 1);
  const span = high - low;
  const stops: readonly GradientStop[] = placed.map(({ color, at }) => ({ offset: (at - low) / span, color }));
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const from = (low - 0.5) * length;
  const to = (high - 0.5) * length;
  return { kind: 'linear', x1: cx + d.x * from, y1: cy + d.y * from, x2: cx + d.x * to, y2: cy + d.y * to, stops };
}

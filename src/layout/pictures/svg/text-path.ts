import type { PathData } from '../../../core/display.ts';
import type { Point } from '../../../core/geometry.ts';

/** A place on a path, and which way it goes there, radians. */
export interface OnPath extends Point {
  readonly angle: number;
}

const STEPS = 32;

/** A path measured along its length. */
export function measurePath(path: PathData): { readonly length: number; at(distance: number): OnPath | null } {
  const points: { x: number; y: number; length: number }[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  let length = 0;
  const go = (x: number, y: number): void => {
    length += Math.hypot(x - at.x, y - at.y);
    points.push({ x, y, length });
    at = { x, y };
  };
  for (const s of path.segments) {
    if (s[0] === 'M') {
      at = { x: s[1], y: s[2] };
      start = at;
      points.push({ ...at, length });
    } else if (s[0] === 'L') go(s[1], s[2]);
    else if (s[0] === 'Z') go(start.x, start.y);
    else {
      const [p, [, ax, ay, bx, by, x, y]] = [at, s];
      for (let i = 1; i <= STEPS; i++) {
        const t = i / STEPS;
        const u = 1 - t;
        const mix = (a: number, b: number, c: number, d: number) =>
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        go(mix(p.x, ax, bx, x), mix(p.y, ay, by, y));
      }
    }
  }
  return {
    length,
    at(distance) {
      if (distance < 0 || distance > length) return null;
      let low = 0;
      let high = points.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((points[middle]?.length ?? 0) < distance) low = middle + 1;
        else high = middle;
      }
      // The stretch that ends here; a stretch without length says no direction.
      let to = points[low];
      let from = points[low - 1];
      while (low < points.length - 1 && to && from && to.length === from.length) {
        low++;
        to = points[low];
        from = points[low - 1];
      }
      if (!to) return null;
      if (!from) from = { ...to };
      const span = to.length - from.length;
      const k = span > 0 ? (distance - from.length) / span : 0;
      return {
        x: from.x + (to.x - from.x) * k,
        y: from.y + (to.y - from.y) * k,
        angle: Math.atan2(to.y - from.y, to.x - from.x),
      };
    },
  };
}

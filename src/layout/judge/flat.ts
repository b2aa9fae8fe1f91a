import type { PathData, Stroke } from '../../core/display.ts';
import { type Bounds, pathBounds } from '../pictures/paths.ts';

/** A path as polygons: x, y, x, y, … Curves are a few chords, which is near enough to ask whether a letter stands on them. */
export interface FlatPath {
  readonly bounds: Bounds;
  readonly polygons: readonly Float64Array[];
  /** Axis-parallel rectangle. */
  readonly rect: boolean;
}

const CHORDS = 8;

/** Paths are immutable; those of drawings are shared by all documents. */
const known = new WeakMap<PathData, FlatPath>();

export function flatten(path: PathData): FlatPath {
  let flat = known.get(path);
  if (!flat) {
    flat = { bounds: pathBounds(path), polygons: polygonsOf(path), rect: isRect(path) };
    known.set(path, flat);
  }
  return flat;
}

/** Four corners, each side along an axis: as boxes and clips are drawn. */
export function isRect({ segments }: PathData): boolean {
  const [a, b, c, d, e] = segments;
  if (segments.length < 4 || segments.length > 5 || a?.[0] !== 'M' || b?.[0] !== 'L' || c?.[0] !== 'L' || d?.[0] !== 'L')
    return false;
  if (e && e[0] !== 'Z') return false;
  const lying = a[2] === b[2] && b[1] === c[1] && c[2] === d[2] && d[1] === a[1];
  const standing = a[1] === b[1] && b[2] === c[2] && c[1] === d[1] && d[2] === a[2];
  return lying || standing;
}

function polygonsOf(path: PathData): readonly Float64Array[] {
  const polygons: Float64Array[] = [];
  let points: number[] = [];
  let [x, y] = [0, 0];
  const flush = () => {
    if (points.length >= 4) polygons.push(Float64Array.from(points));
    points = [];
  };
  for (const s of path.segments) {
    if (s[0] === 'M') flush();
    if (s[0] === 'Z') {
      const [x0, y0] = points;
      if (x0 === undefined || y0 === undefined) continue;
      points.push(x0, y0);
      flush();
      [x, y] = [x0, y0];
      points.push(x, y);
      continue;
    }
    if (s[0] === 'C') {
      const [, x1, y1, x2, y2, x3, y3] = s;
      for (let i = 1; i <= CHORDS; i++) {
        const t = i / CHORDS;
        const u = 1 - t;
        const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        points.push(a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3);
      }
      [x, y] = [x3, y3];
    } else {
      [x, y] = [s[1], s[2]];
      points.push(x, y);
    }
  }
  flush();
  return polygons;
}

/** Whether a point lies in the path's area: non-zero winding, or even-odd where the path says so. */
export function inPath(path: PathData, x: number, y: number): boolean {
  const { bounds, polygons, rect } = flatten(path);
  if (x < bounds.minX || x > bounds.maxX || y < bounds.minY || y > bounds.maxY) return false;
  if (rect) return true;
  let winding = 0;
  let crossings = 0;
  for (const p of polygons) {
    const n = p.length;
    let [x0, y0] = [p[n - 2] ?? 0, p[n - 1] ?? 0];
    for (let i = 0; i < n; i += 2) {
      const x1 = p[i] ?? 0;
      const y1 = p[i + 1] ?? 0;
      if (y0 <= y !== y1 <= y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) {
        crossings++;
        winding += y1 > y0 ? 1 : -1;
      }
      [x0, y0] = [x1, y1];
    }
  }
  return path.evenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** Whether a point lies on the stroke; dashes count as drawn. */
export function onStroke(path: PathData, { width }: Stroke, x: number, y: number): boolean {
  const { bounds, polygons } = flatten(path);
  const r = width / 2;
  if (x < bounds.minX - r || x > bounds.maxX + r || y < bounds.minY - r || y > bounds.maxY + r) return false;
  for (const p of polygons) {
    for (let i = 2; i < p.length; i += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [p[i - 2], p[i - 1], p[i], p[i + 1]];
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      if ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2 <= r * r) return true;
    }
  }
  return false;
}

import type { PathData, PathSegment } from '../../core/display.ts';
import type { Matrix, Point, Rect } from '../../core/geometry.ts';

/** Length of a control arm for a quarter circle of radius 1: 4/3·tan(π/8). */
export const KAPPA = 0.5522847498307936;

export function rectPath(rect: Rect): PathData {
  const { x, y, width, height } = rect;
  return { segments: [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']] };
}

/** Closed, clockwise on the page (y down). */
export function ellipseSegments(cx: number, cy: number, rx: number, ry: number): readonly PathSegment[] {
  const kx = rx * KAPPA;
  const ky = ry * KAPPA;
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ];
}

export const isIdentity = (m: Matrix): boolean =>
  m[0] === 1 && m[1] === 0 && m[2] === 0 && m[3] === 1 && m[4] === 0 && m[5] === 0;

/** Keeps shapes alike (rotation, uniform scale, reflection): a stroke may be transformed by scaling its width. */
export function isSimilarity(m: Matrix): boolean {
  const tolerance = 1e-6 * (Math.abs(m[0]) + Math.abs(m[1]) + Math.abs(m[2]) + Math.abs(m[3]));
  const rotation = Math.abs(m[0] - m[3]) <= tolerance && Math.abs(m[1] + m[2]) <= tolerance;
  const reflection = Math.abs(m[0] + m[3]) <= tolerance && Math.abs(m[1] - m[2]) <= tolerance;
  return rotation || reflection;
}

/** How much a similarity enlarges; of other maps, the square root of the area's factor. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

/** null: the map is singular. */
export function invert(m: Matrix): Matrix | null {
  const [a, b, c, d, e, f] = m;
  const determinant = a * d - b * c;
  if (determinant === 0 || !Number.isFinite(determinant)) return null;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

export function transformPath(path: PathData, m: Matrix): PathData {
  if (isIdentity(m)) return path;
  const [a, b, c, d, e, f] = m;
  const x = (px: number, py: number) => a * px + c * py + e;
  const y = (px: number, py: number) => b * px + d * py + f;
  const segments = path.segments.map((s): PathSegment => {
    switch (s[0]) {
      case 'Z':
        return s;
      case 'C':
        return ['C', x(s[1], s[2]), y(s[1], s[2]), x(s[3], s[4]), y(s[3], s[4]), x(s[5], s[6]), y(s[5], s[6])];
      default:
        return [s[0], x(s[1], s[2]), y(s[1], s[2])];
    }
  });
  return path.evenOdd ? { segments, evenOdd: true } : { segments };
}

/** Box that grows. Empty until a point is added. */
export interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export const emptyBounds = (): Bounds => ({ minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity });
export const isEmpty = (b: Bounds): boolean => b.minX > b.maxX || b.minY > b.maxY;

export function addPoint(b: Bounds, x: number, y: number): void {
  if (x < b.minX) b.minX = x;
  if (x > b.maxX) b.maxX = x;
  if (y < b.minY) b.minY = y;
  if (y > b.maxY) b.maxY = y;
}

export function addBounds(b: Bounds, other: Bounds): void {
  if (isEmpty(other)) return;
  addPoint(b, other.minX, other.minY);
  addPoint(b, other.maxX, other.maxY);
}

export function transformBounds(b: Bounds, m: Matrix): Bounds {
  const out = emptyBounds();
  if (isEmpty(b)) return out;
  for (const x of [b.minX, b.maxX])
    for (const y of [b.minY, b.maxY]) addPoint(out, m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  return out;
}

export function intersectBounds(a: Bounds, b: Bounds): Bounds {
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  };
}

export const boundsOfRect = (r: Rect): Bounds => ({ minX: r.x, minY: r.y, maxX: r.x + r.width, maxY: r.y + r.height });
export const rectOfBounds = (b: Bounds): Rect => ({ x: b.minX, y: b.minY, width: b.maxX - b.minX, height: b.maxY - b.minY });

/** Of an empty box none. */
export const cornersOf = (b: Bounds): readonly Point[] =>
  isEmpty(b)
    ? []
    : [
        { x: b.minX, y: b.minY },
        { x: b.maxX, y: b.minY },
        { x: b.maxX, y: b.maxY },
        { x: b.minX, y: b.maxY },
      ];

export const growBounds = (b: Bounds, by: number): Bounds => ({
  minX: b.minX - by,
  minY: b.minY - by,
  maxX: b.maxX + by,
  maxY: b.maxY + by,
});

/** Where the derivative of a cubic is zero, inside (0, 1). */
function extrema(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const inside = (t: number) => t > 0 && t < 1;
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside);
  const root = b * b - 4 * a * c;
  if (root < 0) return [];
  const s = Math.sqrt(root);
  return [(-b + s) / (2 * a), (-b - s) / (2 * a)].filter(inside);
}

const cubic = (t: number, p0: number, p1: number, p2: number, p3: number): number => {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
};

/** Tight box of the path itself, without its stroke. */
export function pathBounds(path: PathData): Bounds {
  const out = emptyBounds();
  let at: Point = { x: 0, y: 0 };
  let start = at;
  for (const s of path.segments) {
    if (s[0] === 'Z') {
      at = start;
      continue;
    }
    if (s[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = s;
      addPoint(out, x, y);
      const within = (v: number, low: number, high: number) => v >= low && v <= high;
      const flat =
        within(x1, out.minX, out.maxX) &&
        within(x2, out.minX, out.maxX) &&
        within(y1, out.minY, out.maxY) &&
        within(y2, out.minY, out.maxY);
      if (!flat) {
        for (const t of extrema(at.x, x1, x2, x)) addPoint(out, cubic(t, at.x, x1, x2, x), cubic(t, at.y, y1, y2, y));
        for (const t of extrema(at.y, y1, y2, y)) addPoint(out, cubic(t, at.x, x1, x2, x), cubic(t, at.y, y1, y2, y));
      }
      at = { x, y };
    } else {
      at = { x: s[1], y: s[2] };
      if (s[0] === 'M') start = at;
      addPoint(out, at.x, at.y);
    }
  }
  return out;
}

/** Twice the signed area of the polygon of on-curve points; the sign says which way round the path goes. */
export function signedArea(path: PathData): number {
  let area = 0;
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const edge = (to: Point) => {
    area += at.x * to.y - to.x * at.y;
    at = to;
  };
  for (const s of path.segments) {
    if (s[0] === 'M') {
      edge(start);
      start = { x: s[1], y: s[2] };
      at = start;
    } else if (s[0] === 'L') edge({ x: s[1], y: s[2] });
    else if (s[0] === 'C') edge({ x: s[5], y: s[6] });
    else edge(start);
  }
  edge(start);
  return area;
}

/** The same outline, walked the other way round; every subpath is closed. */
export function reversePath(path: PathData): PathData {
  const segments: PathSegment[] = [];
  let sub: Exclude<PathSegment, readonly ['Z']>[] = [];
  const end = (s: Exclude<PathSegment, readonly ['Z']>): readonly [number, number] =>
    s[0] === 'C' ? [s[5], s[6]] : [s[1], s[2]];
  const flush = () => {
    const last = sub.at(-1);
    if (last) segments.push(['M', ...end(last)]);
    for (let i = sub.length - 1; i > 0; i--) {
      const s = sub[i];
      const before = sub[i - 1];
      if (!s || !before) continue;
      const [x, y] = end(before);
      segments.push(s[0] === 'C' ? ['C', s[3], s[4], s[1], s[2], x, y] : ['L', x, y]);
    }
    if (last) segments.push(['Z']);
    sub = [];
  };
  for (const s of path.segments) {
    if (s[0] === 'Z') {
      const first = sub[0];
      flush();
      if (first) sub = [first];
      continue;
    }
    if (s[0] === 'M') {
      if (sub.length > 1) flush();
      sub = [s];
    } else sub.push(s);
  }
  if (sub.length > 1) flush();
  return path.evenOdd ? { segments, evenOdd: true } : { segments };
}

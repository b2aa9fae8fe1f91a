import type { PathData, Stroke } from '../../core/display.ts';
import { apply, type Matrix, type Rect } from '../../core/geometry.ts';
import { num } from './syntax.ts';

/** Path → its operators. Drawings are shared over documents, so their paths are met often. */
const operators = new WeakMap<PathData, string>();

/** Path construction operators (ISO 32000-1, 8.5.2). */
export function pathOperators(path: PathData): string {
  const known = operators.get(path);
  if (known !== undefined) return known;
  const made = rectangle(path) ?? construct(path);
  operators.set(path, made);
  return made;
}

function construct(path: PathData): string {
  let out = '';
  for (const s of path.segments) {
    switch (s[0]) {
      case 'M':
        out += `${num(s[1])} ${num(s[2])} m\n`;
        break;
      case 'L':
        out += `${num(s[1])} ${num(s[2])} l\n`;
        break;
      case 'C':
        out += `${num(s[1])} ${num(s[2])} ${num(s[3])} ${num(s[4])} ${num(s[5])} ${num(s[6])} c\n`;
        break;
      default:
        out += 'h\n';
    }
  }
  return out;
}

/** A closed path of four lines along the axes is one operator. */
function rectangle({ segments }: PathData): string | null {
  if (segments.length !== 5) return null;
  const [a, b, c, d, z] = segments;
  if (a?.[0] !== 'M' || b?.[0] !== 'L' || c?.[0] !== 'L' || d?.[0] !== 'L' || z?.[0] !== 'Z') return null;
  if (b[2] !== a[2] || c[1] !== b[1] || d[2] !== c[2] || d[1] !== a[1]) return null;
  return `${num(a[1])} ${num(a[2])} ${num(c[1] - a[1])} ${num(c[2] - a[2])} re\n`;
}

/** The smallest rectangle round the points and control points; null for an empty path. */
export function pathBounds(path: PathData, grow = 0): Rect | null {
  let x0 = Infinity;
  let y0 = Infinity;
  let x1 = -Infinity;
  let y1 = -Infinity;
  for (const s of path.segments) {
    for (let i = 1; i + 1 < s.length; i += 2) {
      const x = s[i] as number;
      const y = s[i + 1] as number;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  if (x0 > x1) return null;
  return { x: x0 - grow, y: y0 - grow, width: x1 - x0 + 2 * grow, height: y1 - y0 + 2 * grow };
}

/** How far a stroke may reach from its path. */
export function strokeReach(stroke: Stroke): number {
  const corner = (stroke.join ?? 'miter') === 'miter' ? (stroke.miterLimit ?? 4) : Math.SQRT2;
  return (stroke.width / 2) * Math.max(corner, Math.SQRT2);
}

export function union(a: Rect | null, b: Rect | null): Rect | null {
  if (!a || !b) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** null where nothing is common to both. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Smallest rectangle round a rectangle that was transformed. */
export function transformed(m: Matrix, r: Rect): Rect {
  const corners = [
    apply(m, { x: r.x, y: r.y }),
    apply(m, { x: r.x + r.width, y: r.y }),
    apply(m, { x: r.x, y: r.y + r.height }),
    apply(m, { x: r.x + r.width, y: r.y + r.height }),
  ];
  const xs = corners.map((p) => p.x);
  const ys = corners.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

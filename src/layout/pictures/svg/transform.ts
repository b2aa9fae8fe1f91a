import { IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';

const RADIANS: Readonly<Record<string, number>> = {
  '': Math.PI / 180,
  deg: Math.PI / 180,
  rad: 1,
  grad: Math.PI / 200,
  turn: 2 * Math.PI,
};

function argument(text: string): { value: number; unit: string } | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|deg|rad|grad|turn)?$/i.exec(text);
  return match ? { value: Number(match[1]), unit: (match[2] ?? '').toLowerCase() } : null;
}

function rotation(angle: number): Matrix {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return [cos, sin, -sin, cos, 0, 0];
}

function one(name: string, args: readonly { value: number; unit: string }[]): Matrix | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((x) => x.value);
  const angle = (i: number) => (args[i]?.value ?? 0) * (RADIANS[args[i]?.unit ?? ''] ?? 0);
  const count = args.length;
  switch (name) {
    case 'matrix':
      return count === 6 ? [a, b, c, d, e, f] : null;
    case 'translate':
      return count === 1 || count === 2 ? [1, 0, 0, 1, a, b] : null;
    case 'translatex':
      return count === 1 ? [1, 0, 0, 1, a, 0] : null;
    case 'translatey':
      return count === 1 ? [1, 0, 0, 1, 0, a] : null;
    case 'scale':
      return count === 1 || count === 2 ? [a, 0, 0, count === 2 ? b : a, 0, 0] : null;
    case 'scalex':
      return count === 1 ? [a, 0, 0, 1, 0, 0] : null;
    case 'scaley':
      return count === 1 ? [1, 0, 0, a, 0, 0] : null;
    case 'rotate':
      if (count === 1) return rotation(angle(0));
      return count === 3 ? multiply([1, 0, 0, 1, b, c], multiply(rotation(angle(0)), [1, 0, 0, 1, -b, -c])) : null;
    case 'skewx':
      return count === 1 ? [1, 0, Math.tan(angle(0)), 1, 0, 0] : null;
    case 'skewy':
      return count === 1 ? [1, Math.tan(angle(0)), 0, 1, 0, 0] : null;
    default:
      return null;
  }
}

/** `transform` as attribute or property (SVG 2, 8.5). null: it cannot be read. */
export function parseTransform(text: string): Matrix | null {
  let matrix: Matrix = IDENTITY;
  let rest = text.trim();
  if (rest === 'none') return IDENTITY;
  while (rest !== '') {
    const match = /^([a-z]+)\s*\(([^()]*)\)\s*,?\s*/i.exec(rest);
    if (!match) return null;
    const inner = (match[2] ?? '').trim();
    // '10-5' is two numbers, as in path data.
    const words = inner === '' ? [] : (inner.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[a-z%]*|[^\s,]+/gi) ?? []);
    const args = words.map(argument);
    if (args.some((x) => x === null)) return null;
    const next = one(
      (match[1] ?? '').toLowerCase(),
      args.filter((x) => x !== null),
    );
    if (!next) return null;
    matrix = multiply(matrix, next);
    rest = rest.slice(match[0].length);
  }
  return matrix.every(Number.isFinite) ? matrix : null;
}

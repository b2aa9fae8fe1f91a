/** PostScript points, 1/72 inch. Every length inside the house is in pt; mm, cm, in and px become points once, at the edge. */
export type Pt = number;

export interface Point {
  readonly x: Pt;
  readonly y: Pt;
}

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** Origin top left, y grows downwards. */
export interface Rect {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

export interface Insets {
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
  readonly left: Pt;
}

/** Affine map in the order of PDF and CSS `matrix()`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `outer` applied after `inner`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply(m: Matrix, p: Point): Point {
  return { x: m[0] * p.x + m[2] * p.y + m[4], y: m[1] * p.x + m[3] * p.y + m[5] };
}

export const mm = (value: number): Pt => (value * 72) / 25.4;
export const px = (value: number): Pt => value * 0.75;

export function inset(rect: Rect, by: Insets): Rect {
  return {
    x: rect.x + by.left,
    y: rect.y + by.top,
    width: rect.width - by.left - by.right,
    height: rect.height - by.top - by.bottom,
  };
}

export function outset(rect: Rect, by: Pt): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

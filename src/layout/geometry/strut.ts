import type { Pt } from '../../core/geometry.ts';

/** Margins that adjoin and collapse: the largest positive and the most negative of them (CSS 2.1, 8.3.1). */
export interface Strut {
  readonly positive: Pt;
  readonly negative: Pt;
}

export const NO_STRUT: Strut = { positive: 0, negative: 0 };

export const strutOf = (margin: Pt): Strut =>
  margin === 0 ? NO_STRUT : margin > 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };

export function join(a: Strut, b: Strut): Strut {
  if (a === NO_STRUT) return b;
  if (b === NO_STRUT) return a;
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

export const sum = (s: Strut): Pt => s.positive + s.negative;

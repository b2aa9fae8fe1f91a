import type { Pt } from '../core/geometry.ts';
import type { ComputedStyle, LengthPercentage } from './types.ts';

/** Used length against what its percentages refer to, pt. The bounds are those of `min()`, `max()` and `clamp()` (css-values-4, 10.2). */
export function resolve(v: LengthPercentage, base: Pt): Pt {
  let length = v.pt + (v.percent / 100) * base;
  if (v.most) length = Math.min(length, resolve(v.most, base));
  return v.least ? Math.max(length, resolve(v.least, base)) : length;
}

/** A line that is too wide begins at its start edge, whatever its alignment. */
export function alignedAt(align: ComputedStyle['textAlign'], rtl: boolean, left: Pt): Pt {
  const side =
    align === 'justify' || align === 'start' ? (rtl ? 'right' : 'left') : align === 'end' ? (rtl ? 'left' : 'right') : align;
  if (left < 0) return rtl ? left : 0;
  return side === 'left' ? 0 : side === 'right' ? left : left / 2;
}

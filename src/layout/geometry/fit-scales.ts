import type { BlockBox } from '../types.ts';

/** The factors on font sizes between which a fitted element's text is set; null: it is not fitted. */
export function fitScales(box: BlockBox): { readonly min: number; readonly max: number } | null {
  const { fit, fontSize } = box.style;
  if (!fit || fontSize <= 0) return null;
  return { min: Math.min(fit.min, fit.max) / fontSize, max: fit.max / fontSize };
}

import type { ComputedStyle } from '../types.ts';

/** Ligatures that are only optional do not go with letter spacing (CSS Text 3, 8.2). What the stylesheet asks for comes after and wins. */
export function featuresOf(style: ComputedStyle): readonly string[] {
  return style.letterSpacing === 0 ? style.fontFeatures : ['-clig', '-liga', ...style.fontFeatures];
}

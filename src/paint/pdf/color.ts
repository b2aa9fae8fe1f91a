import type { Color } from '../../core/color.ts';

export type Rgb = readonly [r: number, g: number, b: number];

/** A colour under the sRGB output intent. CMYK by the plain formula of ISO 32000-1, 10.3.5, which knows nothing of inks. */
export function rgbOf(color: Color): Rgb {
  if (color.space === 'srgb') return [clamp(color.r), clamp(color.g), clamp(color.b)];
  const { c, m, y, k } = color;
  return [1 - Math.min(1, c + k), 1 - Math.min(1, m + k), 1 - Math.min(1, y + k)];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Three decimals hold every 8-bit colour. */
export const component = (value: number): string => String(Math.round(value * 1000) / 1000);

/** The operator that sets a fill colour: grey where it is grey, so that black text prints in black ink only. */
export const fillOperator = (color: Color): string => operator(rgbOf(color), 'g', 'rg');
export const strokeOperator = (color: Color): string => operator(rgbOf(color), 'G', 'RG');

function operator([r, g, b]: Rgb, grey: string, colour: string): string {
  if (r === g && g === b) return `${component(r)} ${grey}`;
  return `${component(r)} ${component(g)} ${component(b)} ${colour}`;
}

import type { Color } from '../../core/color.ts';

/** sRGB components 0..1 and opacity. */
export type Rgba = readonly [r: number, g: number, b: number, a: number];
export const PAPER: Rgba = [1, 1, 1, 1];

const clamp = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** Colours of styles and drawings are shared by all documents: equal ones are mostly one. */
const known = new WeakMap<Color, Rgba>();

export function rgbaOf(color: Color): Rgba {
  let rgba = known.get(color);
  if (!rgba) {
    rgba = convert(color);
    known.set(color, rgba);
  }
  return rgba;
}

/** CMYK by the plain formula of ISO 32000-1, 10.3.5, as the screen's PDF shows it. */
function convert(color: Color): Rgba {
  if (color.space === 'srgb') return [clamp(color.r), clamp(color.g), clamp(color.b), clamp(color.a)];
  const { c, m, y, k, a } = color;
  return [clamp(1 - c - k), clamp(1 - m - k), clamp(1 - y - k), clamp(a)];
}

/** One colour over another (source-over, in sRGB, as PDF viewers and browsers mix). */
export function over(top: Rgba, bottom: Rgba): Rgba {
  if (top[3] === 1) return top;
  if (top[3] === 0) return bottom;
  const a = top[3] + bottom[3] * (1 - top[3]);
  if (a === 0) return [0, 0, 0, 0];
  const mix = (t: number, b: number) => (t * top[3] + b * bottom[3] * (1 - top[3])) / a;
  return [mix(top[0], bottom[0]), mix(top[1], bottom[1]), mix(top[2], bottom[2]), a];
}

export const faded = (color: Rgba, opacity: number): Rgba => [color[0], color[1], color[2], color[3] * opacity];

const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

/** The same of 8-bit components. */
const LINEAR = Float64Array.from({ length: 256 }, (_, i) => linear(i / 255));
const quick = (v: number): number => LINEAR[(v * 255 + 0.5) | 0] ?? 0;

/** `luminance` of the nearest 8-bit colour: for the many points of a picture. */
export const roughLuminance = ([r, g, b]: Rgba): number => 0.2126 * quick(r) + 0.7152 * quick(g) + 0.0722 * quick(b);

/** Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance"). */
export const luminance = ([r, g, b]: Rgba): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Rgba, b: Rgba): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

export const hexOf = ([r, g, b]: Rgba): string =>
  `#${[r, g, b]
    .map((v) =>
      Math.round(v * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase();

/** Steps of an 8-bit component are fine enough to suggest. */
const STEPS = 64;

/** The nearest shade of a colour that has the contrast asked for with all of some grounds, towards black or white. null: neither end is enough. */
export function shadeFor(color: Rgba, grounds: readonly Rgba[], asked: number): Rgba | null {
  const dark = grounds.every((ground) => luminance(ground) > 0.18);
  for (const end of dark ? [0, 1] : [1, 0]) {
    for (let i = 1; i <= STEPS; i++) {
      const t = i / STEPS;
      const shade: Rgba = [color[0] + (end - color[0]) * t, color[1] + (end - color[1]) * t, color[2] + (end - color[2]) * t, 1];
      if (grounds.every((ground) => contrast(shade, ground) >= asked)) return shade;
    }
  }
  return null;
}

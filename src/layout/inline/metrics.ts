import type { Pt } from '../../core/geometry.ts';
import type { FontFace } from '../../core/text/index.ts';
import type { ComputedStyle, LayoutServices } from '../types.ts';

/** Extent over and under a baseline, pt. */
export interface Extent {
  readonly ascent: Pt;
  readonly descent: Pt;
}

/** What the first font of a style gives a line, pt. */
export interface StyleMetrics {
  /** The font's own ascent and descent. */
  readonly font: Extent;
  /** With half-leading (CSS 2.1, 10.8.1). */
  readonly line: Extent;
  readonly lineHeight: Pt;
  readonly xHeight: Pt;
  /** Size at the scale. */
  readonly size: Pt;
}

const PX: Pt = 0.75;

/**
 * Metrics of a style at a scale. As in Chromium, so that the same text stands in the same place: ascent and descent are whole CSS px, the upper half of
 * the leading is rounded down to whole px, a line height is cut to 1/64 px (a factor multiplies the size rounded to 1/64 px).
 */
export function styleMetrics(style: ComputedStyle, scale: number, facesFor: LayoutServices['facesFor']): StyleMetrics {
  const size = style.fontSize * scale;
  const face = facesFor(style)[0];
  const font = fontExtent(face, size);
  const { lineHeight } = style;
  const height =
    lineHeight.kind === 'factor'
      ? to64th(lineHeight.factor * nearest64th(size))
      : lineHeight.kind === 'length'
        ? to64th(lineHeight.pt * scale)
        : font.ascent + font.descent + (face ? wholePx((face.lineGap / face.unitsPerEm) * size) : 0);
  return {
    font,
    line: withLeading(font, height),
    lineHeight: height,
    xHeight: face ? (face.xHeight / face.unitsPerEm) * size : size / 2,
    size,
  };
}

/**
 * Ascent and descent of a font at a size, each a whole number of CSS px. A descent that would be rounded down takes its px from the ascent: so Chromium
 * keeps descenders from being cut off when it places glyphs at parts of a pixel.
 */
export function fontExtent(face: FontFace | undefined, size: Pt): Extent {
  if (!face) return { ascent: wholePx(size * 0.8), descent: wholePx(size * 0.2) };
  const ascent = wholePx((face.ascent / face.unitsPerEm) * size);
  const exact = (face.descent / face.unitsPerEm) * size;
  const descent = wholePx(exact);
  return descent < exact - 1e-6 && ascent >= PX ? { ascent: ascent - PX, descent: descent + PX } : { ascent, descent };
}

/** The extent made as high as the line: half of what is missing (or too much) on each side. */
export function withLeading({ ascent, descent }: Extent, height: Pt): Extent {
  // Chromium counts in whole 64ths of a px, and halves them towards 0.
  const half = Math.trunc(Math.round(((height - ascent - descent) / PX) * 64) / 2) / 64;
  const above = ascent + Math.floor(half) * PX;
  return { ascent: above, descent: height - above };
}

export const unite = (a: Extent | null, b: Extent): Extent =>
  a === null ? b : { ascent: Math.max(a.ascent, b.ascent), descent: Math.max(a.descent, b.descent) };

/** Moved down by `by`. */
export const shifted = ({ ascent, descent }: Extent, by: Pt): Extent => ({ ascent: ascent - by, descent: descent + by });

export const wholePx = (length: Pt): Pt => Math.round(length / PX) * PX;

const to64th = (length: Pt): Pt => (Math.floor((length / PX) * 64 + 1e-6) / 64) * PX;
const nearest64th = (length: Pt): Pt => (Math.round((length / PX) * 64) / 64) * PX;

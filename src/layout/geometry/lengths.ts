import type { Pt } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import type { ComputedStyle, ContentSize, LengthOrAuto, LengthPercentage, Sides } from '../types.ts';

export const isLength = (v: ContentSize | 'none' | 'content'): v is LengthPercentage => typeof v === 'object';

export { resolve };

/** null where a percentage has nothing to refer to. */
export const resolveDefinite = (v: LengthPercentage, base: Pt | null): Pt | null =>
  v.percent === 0 ? v.pt : base === null ? null : resolve(v, base);

/** Used padding and border. `x` and `y` are the sums on each axis. */
export interface Edges {
  readonly padding: Sides<Pt>;
  readonly border: Sides<Pt>;
  readonly left: Pt;
  readonly top: Pt;
  readonly bottom: Pt;
  readonly x: Pt;
  readonly y: Pt;
}

const ZERO: Sides<Pt> = { top: 0, right: 0, bottom: 0, left: 0 };
export const NO_EDGES: Edges = { padding: ZERO, border: ZERO, left: 0, top: 0, bottom: 0, x: 0, y: 0 };

/** Percentages of padding, on all four sides, refer to the containing block's width (CSS 2.1, 8.4). */
export function edgesOf(style: ComputedStyle, base: Pt): Edges {
  const p = style.padding;
  const padding = {
    top: Math.max(0, resolve(p.top, base)),
    right: Math.max(0, resolve(p.right, base)),
    bottom: Math.max(0, resolve(p.bottom, base)),
    left: Math.max(0, resolve(p.left, base)),
  };
  const b = style.border;
  const border = {
    top: b.top.style === 'none' ? 0 : b.top.width,
    right: b.right.style === 'none' ? 0 : b.right.width,
    bottom: b.bottom.style === 'none' ? 0 : b.bottom.width,
    left: b.left.style === 'none' ? 0 : b.left.width,
  };
  return madeEdges(padding, border);
}

export function madeEdges(padding: Sides<Pt>, border: Sides<Pt>): Edges {
  const left = padding.left + border.left;
  const top = padding.top + border.top;
  const bottom = padding.bottom + border.bottom;
  return { padding, border, left, top, bottom, x: left + padding.right + border.right, y: top + bottom };
}

const margin = (v: LengthOrAuto, base: Pt): Pt => (v === 'auto' ? 0 : resolve(v, base));

/** Used margins, `auto` as 0. Percentages refer to the containing block's width. */
export function marginsOf(style: ComputedStyle, base: Pt): Sides<Pt> {
  const m = style.margin;
  return { top: margin(m.top, base), right: margin(m.right, base), bottom: margin(m.bottom, base), left: margin(m.left, base) };
}

/** A width or height as written, to the border box. */
export const toBorderBox = (size: Pt, style: ComputedStyle, edges: Pt): Pt =>
  style.boxSizing === 'border-box' ? Math.max(size, edges) : Math.max(0, size) + edges;

/** min-* and max-* as border-box lengths; where both cannot be, min wins (CSS 2.1, 10.4). */
export interface Limits {
  readonly min: Pt;
  readonly max: Pt;
}

export const clamp = (v: Pt, limits: Limits): Pt => Math.max(limits.min, Math.min(limits.max, v));

/**
 * min-height and max-height of the border box; percentages of an indefinite height are as if not written (CSS 2.1, 10.7).
 * @param content border-box height by content, which min-content, max-content and fit-content mean (CSS Sizing 3, 5.1); null: not known, they say nothing
 */
export function heightLimits(style: ComputedStyle, base: Pt | null, edges: Pt, content: Pt | null = null): Limits {
  const one = (v: ComputedStyle['maxHeight'], none: Pt): Pt => {
    if (isKeyword(v)) return content ?? none;
    if (!isLength(v)) return none;
    const length = resolveDefinite(v, base);
    return length === null ? none : toBorderBox(length, style, edges);
  };
  return { min: Math.max(edges, one(style.minHeight, edges)), max: one(style.maxHeight, Number.POSITIVE_INFINITY) };
}

/** Content height of a cell whose height is a length: what percentages of pictures in it refer to, however high its row is (as in Chromium). */
export function writtenCellHeight(style: ComputedStyle, edges: Pt): Pt | null {
  if (!isLength(style.height) || style.height.percent !== 0) return null;
  return clamp(toBorderBox(style.height.pt, style, edges), heightLimits(style, null, edges)) - edges;
}

/** A limit of its width is what fits into its room. */
export const fitsRoom = ({ minWidth, maxWidth }: ComputedStyle): boolean =>
  minWidth === 'fit-content' || maxWidth === 'fit-content';

const isKeyword = (v: ComputedStyle['maxHeight']): boolean => v !== 'auto' && v !== 'none' && !isLength(v);

/** A limit of its height is its content's. A table is that high in any case. */
export const limitedByContent = ({ display, minHeight, maxHeight }: ComputedStyle): boolean =>
  display !== 'table' && (isKeyword(minHeight) || isKeyword(maxHeight));

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Columns, ComputedStyle, ReplacedBox } from '../types.ts';
import type { Ctx } from './context.ts';
import { fitScales } from './fit-scales.ts';
import {
  clamp,
  edgesOf,
  fitsRoom,
  heightLimits,
  isLength,
  type Limits,
  marginsOf,
  resolveDefinite,
  toBorderBox,
} from './lengths.ts';
import { replacedContent } from './replaced.ts';
import { isOutOfFlow } from './space.ts';

/** min-content and max-content width (CSS Sizing 3, 2.1). */
export interface Sizes {
  readonly min: Pt;
  readonly max: Pt;
}

const NONE: Sizes = { min: 0, max: 0 };
/** Rooms in which all is as narrow, or as wide, as its content asks for. */
const MIN_CONTENT = Number.NEGATIVE_INFINITY;
const MAX_CONTENT = Number.POSITIVE_INFINITY;
const UNLIMITED: Limits = { min: 0, max: Number.POSITIVE_INFINITY };

/** Of the content box. `height`: definite content height of the box itself, for percentages inside; null: none. */
export function contentSizes(box: Box, height: Pt | null, ctx: Ctx): Sizes {
  const known = ctx.sizes.get(box);
  const hit = known?.find((k) => k.height === height);
  if (hit) return hit.sizes;
  const sizes = computeSizes(box, height, ctx);
  if (known) known.push({ height, sizes });
  else ctx.sizes.set(box, [{ height, sizes }]);
  return sizes;
}

function computeSizes(box: Box, height: Pt | null, ctx: Ctx): Sizes {
  if (box.kind === 'inline-root') return ctx.port.inlineContentSizes(box, ctx.inlineAt(box, height));
  if (box.kind === 'replaced') {
    const { width } = replacedContent(box, { width: null, height }, null);
    return { min: width, max: width };
  }
  const fit = fitScales(box);
  if (!fit) return containerSizes(box, height, ctx);
  // Fitted text can be as narrow as at its smallest and wants the room of its largest.
  const small = containerSizes(box, height, ctx.at(fit.min));
  const large = containerSizes(box, height, ctx.at(fit.max));
  return { min: Math.min(small.min, large.min), max: Math.max(small.max, large.max) };
}

function containerSizes(box: BlockBox, height: Pt | null, ctx: Ctx): Sizes {
  const { display } = box.style;
  if (display === 'table') return ctx.tableSizes(box, false);
  const flex = display === 'flex' || display === 'inline-flex';
  const row = flex && box.style.flexDirection.startsWith('row');
  if (flex && !row && box.style.flexWrap !== 'nowrap') return ctx.wrappedColumnSizes(box, height);
  const inFlow = box.children.filter((c) => !isOutOfFlow(c));
  if (inFlow.length === 0) return NONE;
  const { columns } = box.style;
  if (columns) return columnSizes(inFlow, columns, height, ctx);
  let min = 0;
  let max = 0;
  for (const child of inFlow) {
    const c = row ? itemContribution(child, box, height, ctx) : outerContribution(child, height, ctx);
    if (!row) {
      min = Math.max(min, c.min);
      max = Math.max(max, c.max);
    } else {
      // Of several lines, the largest item, whatever its basis: 9.9.1 clamps by it only what shares a line.
      min = box.style.flexWrap === 'nowrap' ? min + c.min : Math.max(min, outerContribution(child, height, ctx).min);
      max += c.max;
    }
  }
  if (!row) return { min, max: Math.max(min, max) };
  const gaps = box.style.columnGap.pt * (inFlow.length - 1);
  const least = box.style.flexWrap === 'nowrap' ? min + gaps : min;
  return { min: least, max: Math.max(least, max + gaps) };
}

/** Of a multi-column container: as many columns as are written, one where none are (CSS Multi-column 1, 3.4 says no more than that). */
function columnSizes(inFlow: readonly Box[], columns: Columns, height: Pt | null, ctx: Ctx): Sizes {
  let min = 0;
  let max = 0;
  for (const child of inFlow) {
    const c = outerContribution(child, height, ctx);
    min = Math.max(min, c.min);
    max = Math.max(max, c.max);
  }
  const count = columns.count === 'auto' ? 1 : columns.count;
  const gaps = columns.gap.pt * (count - 1);
  if (columns.width === 'auto') return { min: min * count + gaps, max: max * count + gaps };
  return { min: Math.min(min, columns.width), max: Math.max(max, columns.width) * count + gaps };
}

/** The same of a flex item in a row: no smaller than its basis if it does not shrink, no larger if it does not grow (css-flexbox-1, 9.9.3). */
function itemContribution(box: Box, container: BlockBox, height: Pt | null, ctx: Ctx): Sizes {
  const inner = borderContribution(box, height, ctx, stretchedHeight(box, container, height));
  const around = box.kind === 'inline-root' ? 0 : marginsOf(box.style, 0).left + marginsOf(box.style, 0).right;
  const own = { min: inner.min + around, max: inner.max + around };
  const { style } = box;
  if (box.kind === 'inline-root' || (style.flexGrow > 0 && style.flexShrink > 0)) return own;
  // A written width says all of its contributions, but for what it fits into.
  const basis = style.flexBasis === 'auto' && box.kind === 'block' && fitsRoom(style) ? style.width : style.flexBasis;
  if (!isLength(basis) || basis.percent !== 0) return own;
  const edges = edgesOf(style, 0);
  const m = marginsOf(style, 0);
  const limits = widthLimits(box, null, edges.x, ctx);
  const base = toBorderBox(basis.pt, style, edges.x);
  const bound = (v: Pt): Pt => {
    const border = v - m.left - m.right;
    const most = style.flexGrow === 0 ? Math.min(border, base) : border;
    const both = style.flexShrink === 0 ? Math.max(most, base) : most;
    const content = contentSizes(box, null, ctx).min + edges.x;
    const automatic = style.minWidth === 'auto' && style.overflow === 'visible';
    const least = style.display === 'table' ? content : automatic ? Math.min(own.min - m.left - m.right, content) : 0;
    return Math.max(limits.min, Math.min(limits.max, Math.max(both, least))) + m.left + m.right;
  };
  return { min: bound(own.min), max: bound(own.max) };
}

/** Border-box height that a row of one line and of a definite height stretches its item to (css-flexbox-1, 9.8); null: none. */
function stretchedHeight(box: Box, container: BlockBox, height: Pt | null): Pt | null {
  if (height === null || container.style.flexWrap !== 'nowrap' || box.kind === 'inline-root') return null;
  const { style } = box;
  const align = style.alignSelf === 'auto' ? container.style.alignItems : style.alignSelf;
  if (align !== 'stretch' || style.height !== 'auto' || style.margin.top === 'auto' || style.margin.bottom === 'auto')
    return null;
  const edges = edgesOf(style, 0);
  const m = marginsOf(style, 0);
  return clamp(height - m.top - m.bottom, heightLimits(style, height, edges.y));
}

/** What the box adds to its container's content sizes: its margin box, by its own width, min- and max-width (CSS Sizing 3, 5.1). */
export function outerContribution(box: Box, height: Pt | null, ctx: Ctx): Sizes {
  if (box.kind === 'inline-root') return contentSizes(box, height, ctx);
  const { min, max } = borderContribution(box, height, ctx);
  const m = marginsOf(box.style, 0);
  return { min: Math.max(0, min + m.left + m.right), max: Math.max(0, max + m.left + m.right) };
}

/** The same of a box in a line, which negative margins may make less than nothing. */
export function atomicContribution(box: BlockBox | ReplacedBox, height: Pt | null, ctx: Ctx): Sizes {
  const { min, max } = borderContribution(box, height, ctx);
  const m = marginsOf(box.style, 0);
  return { min: min + m.left + m.right, max: max + m.left + m.right };
}

/** The same of the border box. @param imposed its border-box height, where its container imposes one */
export function borderContribution(box: Box, height: Pt | null, ctx: Ctx, imposed: Pt | null = null): Sizes {
  if (box.kind === 'inline-root') return contentSizes(box, null, ctx);
  const { style } = box;
  const edges = edgesOf(style, 0);
  if (box.kind === 'replaced') {
    const fixed = { width: null, height: imposed === null ? null : Math.max(0, imposed - edges.y) };
    const { width } = replacedContent(box, { width: null, height }, null, fixed);
    // A percentage of what is being computed makes a picture compressible (CSS Sizing 3, 5.2.2).
    const soft =
      (isLength(style.width) && style.width.percent !== 0) || (isLength(style.maxWidth) && style.maxWidth.percent !== 0);
    return { min: soft ? writtenMinimum(style, edges.x) : width + edges.x, max: width + edges.x };
  }
  const sizes = preferred(box, height, edges, ctx, imposed);
  // A table is never narrower than its columns.
  const columns = style.display === 'table' ? contentSizes(box, null, ctx).min + edges.x : 0;
  const bound = (v: Pt, room: Pt | null) => {
    const own = widthLimits(box, null, edges.x, ctx, room, imposed);
    const limits = imposed === null ? ratioLimits(style, own, height, edges, null) : own;
    return Math.max(columns, clamp(v, limits));
  };
  // `fit-content` limits the min-content contribution by the min-content width, the other by the max-content width.
  return { min: bound(sizes.min, MIN_CONTENT), max: bound(sizes.max, MAX_CONTENT) };
}

/** What a length in `min-width` holds a picture to, though a percentage lets it shrink. */
const writtenMinimum = (style: ComputedStyle, edges: Pt): Pt =>
  isLength(style.minWidth) && style.minWidth.percent === 0
    ? Math.max(edges, toBorderBox(style.minWidth.pt, style, edges))
    : edges;

function preferred(box: BlockBox, height: Pt | null, edges: ReturnType<typeof edgesOf>, ctx: Ctx, imposed: Pt | null): Sizes {
  const { style } = box;
  const inner = imposed === null ? ownHeight(style, height, edges.y) : Math.max(0, imposed - edges.y);
  if (isLength(style.width) && style.width.percent === 0) {
    const width = toBorderBox(style.width.pt, style, edges.x);
    if (style.display !== 'table' || style.tableLayout === 'fixed') return { min: width, max: width };
    const least = contentSizes(box, null, ctx).min + edges.x;
    return { min: Math.max(width, least), max: Math.max(width, least) };
  }
  if (inner !== null && style.aspectRatio !== 'auto') {
    const own = ratioWidth(style, style.aspectRatio, inner + edges.y, edges);
    // No narrower than its content (CSS Sizing 4, 5.1.1).
    const automatic = style.minWidth === 'auto' && style.overflow === 'visible';
    const width = automatic ? Math.max(own, contentSizes(box, inner, ctx).min + edges.x) : own;
    return { min: width, max: width };
  }
  const content = contentSizes(box, inner, ctx);
  if (style.width === 'min-content') return { min: content.min + edges.x, max: content.min + edges.x };
  if (style.width === 'max-content') return { min: content.max + edges.x, max: content.max + edges.x };
  return { min: content.min + edges.x, max: content.max + edges.x };
}

/** Definite content height that a style gives by itself. */
function ownHeight(style: ComputedStyle, base: Pt | null, edges: Pt): Pt | null {
  if (!isLength(style.height)) return null;
  const v = resolveDefinite(style.height, base);
  return v === null ? null : Math.max(0, toBorderBox(v, style, edges) - edges);
}

/** Border-box width that `aspect-ratio` gives to a border-box height. The ratio is of the box that `box-sizing` names (CSS Sizing 4, 5.1). */
export function ratioWidth(style: ComputedStyle, ratio: number, height: Pt, edges: { readonly x: Pt; readonly y: Pt }): Pt {
  return style.boxSizing === 'border-box' ? Math.max(height * ratio, edges.x) : Math.max(0, height - edges.y) * ratio + edges.x;
}

export function ratioHeight(style: ComputedStyle, ratio: number, width: Pt, edges: { readonly x: Pt; readonly y: Pt }): Pt {
  return style.boxSizing === 'border-box' ? Math.max(width / ratio, edges.y) : Math.max(0, width - edges.x) / ratio + edges.y;
}

/**
 * A width that is not written also heeds the limits of a height that is not, through the ratio; its own limits go before (CSS Sizing 4, 5.1).
 * @param base of heights
 * @param room what percentages of widths refer to; null: nothing, so that they are as if not written
 */
export function ratioLimits(
  style: ComputedStyle,
  own: Limits,
  base: Pt | null,
  edges: { readonly x: Pt; readonly y: Pt },
  room: Pt | null = 0,
): Limits {
  if (style.aspectRatio === 'auto' || (isLength(style.width) && resolveDefinite(style.width, room) !== null)) return own;
  if (isLength(style.height) && resolveDefinite(style.height, base) !== null) return own;
  const { min, max } = heightLimits(style, base, edges.y);
  const most = max === Number.POSITIVE_INFINITY ? max : ratioWidth(style, style.aspectRatio, max, edges);
  const least = ratioWidth(style, style.aspectRatio, min, edges);
  return { min: Math.max(own.min, Math.min(least, own.max)), max: Math.min(own.max, Math.max(most, own.min)) };
}

/** `fit-content` as a limit: the margin box in its room, no narrower than its min-content, no wider than its max-content (CSS Sizing 3, 5.1). */
function fitContent({ style }: Box, base: Pt | null, room: Pt, edges: Pt, sizes: Sizes): Pt {
  const m = marginsOf(style, base ?? 0);
  return Math.min(sizes.max, Math.max(sizes.min, room - m.left - m.right - edges));
}

/** A content width of a box with a ratio: what its height makes of it. */
function proportioned(style: ComputedStyle, ratio: number, content: Pt, edges: ReturnType<typeof edgesOf>): Pt {
  const height = ownHeight(style, null, edges.y);
  if (height !== null) return ratioWidth(style, ratio, height + edges.y, edges);
  return clamp(content, ratioLimits(style, UNLIMITED, null, edges));
}

/**
 * min-width and max-width of the border box; `auto` is 0 here (flex and ratios know their own automatic minimum).
 * @param room what `fit-content` fits into; null: not known, it is min-content in `min-width` and max-content in `max-width`
 * @param imposed its border-box height, where its container imposes one
 */
export function widthLimits(
  box: Box,
  base: Pt | null,
  edges: Pt,
  ctx: Ctx,
  room: Pt | null = base,
  imposed: Pt | null = null,
): Limits {
  const { style } = box;
  const one = (v: ComputedStyle['maxWidth'], none: Pt, fit: Pt): Pt => {
    if (v === 'auto' || v === 'none') return none;
    // What its content means to a box with a ratio is what its height makes of it.
    if (imposed !== null && box.kind === 'block' && style.aspectRatio !== 'auto' && !isLength(v))
      return ratioWidth(style, style.aspectRatio, imposed, edgesOf(style, base ?? 0));
    if (isLength(v)) {
      const length = resolveDefinite(v, base);
      return length === null ? none : toBorderBox(length, style, edges);
    }
    const sizes = contentSizes(box, null, ctx);
    // The content sizes of a table know of the difference that collapsing makes to its border (tableSizes).
    const around = style.display === 'table' ? edgesOf(style, 0).x : edges;
    if (v === 'fit-content') return around + fitContent(box, base, fit, around, sizes);
    const content = around + (v === 'min-content' ? sizes.min : sizes.max);
    return style.aspectRatio === 'auto' ? content : proportioned(style, style.aspectRatio, content, edgesOf(style, base ?? 0));
  };
  return {
    min: Math.max(edges, one(style.minWidth, edges, room ?? MIN_CONTENT)),
    max: one(style.maxWidth, Number.POSITIVE_INFINITY, room ?? MAX_CONTENT),
  };
}

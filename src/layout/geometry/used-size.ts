import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, ComputedStyle, Sides } from '../types.ts';
import type { Ctx } from './context.ts';
import { clamp, type Edges, heightLimits, isLength, limitedByContent, resolve, resolveDefinite, toBorderBox } from './lengths.ts';
import { contentSizes, ratioHeight, ratioLimits, ratioWidth, type Sizes, widthLimits } from './sizes.ts';
import type { Space } from './space.ts';

/**
 * Border-box width of a block-level box that is not replaced (CSS 2.1, 10.3.3; CSS Sizing 3, 5.1).
 * @param sizes content sizes at a content height
 * @param room of its margin box, where it is not its containing block: what `fit-content` as a limit fits into
 */
export function usedWidth(
  box: BlockBox,
  space: Space,
  edges: Edges,
  margins: Sides<Pt>,
  ctx: Ctx,
  sizes: (height: Pt | null) => Sizes = (height) => contentSizes(box, height, ctx),
  room: Pt = space.width,
): Pt {
  // A cell is as wide as its column, though percentages in its padding may come to more.
  if (space.fixedWidth !== null)
    return box.style.display === 'table-cell' ? space.fixedWidth : Math.max(space.fixedWidth, edges.x);
  const { style } = box;
  const limits = ratioLimits(style, widthLimits(box, space.width, edges.x, ctx, room, space.fixedHeight), space.height, edges);
  const fill = Math.max(0, space.width - margins.left - margins.right);
  if (isLength(style.width)) return clamp(toBorderBox(resolve(style.width, space.width), style, edges.x), limits);
  const height = knownHeight(style, space, edges);
  if (style.aspectRatio !== 'auto' && height !== null) {
    const transferred = clamp(ratioWidth(style, style.aspectRatio, height, edges), limits);
    // A height that its container imposes is not the box's own to be wider for.
    if (style.minWidth !== 'auto' || style.overflow !== 'visible' || !isLength(style.height)) return transferred;
    return Math.max(transferred, Math.min(limits.max, contentSizes(box, null, ctx).min + edges.x));
  }
  if (style.width === 'auto' && !space.shrink) return clamp(Math.max(fill, edges.x), limits);
  const content = sizes(baseOf(height, space, edges));
  if (style.width === 'min-content') return clamp(content.min + edges.x, limits);
  if (style.width === 'max-content') return clamp(content.max + edges.x, limits);
  return clamp(Math.min(Math.max(content.min + edges.x, fill), content.max + edges.x), limits);
}

/** Content height that percentages inside refer to, of a known border-box height. */
const baseOf = (height: Pt | null, space: Space, edges: Edges): Pt | null =>
  height === null || (space.indefinite && space.fixedHeight !== null) ? null : Math.max(0, height - edges.y);

/** shrink-to-fit (CSS 2.1, 10.3.5) into `room`, the border box's. Its limits are the caller's affair. */
export function shrinkToFit(box: BlockBox, space: Space, edges: Edges, room: Pt, ctx: Ctx): Pt {
  const height = knownHeight(box.style, space, edges);
  const content = contentSizes(box, baseOf(height, space, edges), ctx);
  return Math.min(Math.max(content.min + edges.x, room), content.max + edges.x);
}

/** Border-box height that does not depend on the content; null: `auto`. A ratio is not heeded. */
export function knownHeight(style: ComputedStyle, space: Space, edges: Edges): Pt | null {
  if (space.fixedHeight !== null) return Math.max(space.fixedHeight, edges.y);
  // A cell's written height is but a least height, and the row's affair.
  if (style.display === 'table-cell') return null;
  const length = isLength(style.height) ? resolveDefinite(style.height, space.height) : null;
  if (length === null) return null;
  return clamp(toBorderBox(length, style, edges.y), heightLimits(style, space.height, edges.y));
}

/** What height a box has before its content is known. */
export interface HeightPlan {
  /** Border box; null: by content. */
  readonly height: Pt | null;
  /** Content height that percentages of children refer to. */
  readonly base: Pt | null;
  /** The content may make it higher than `height` (automatic minimum of a box with a ratio: CSS Sizing 4, 5.1.1). */
  readonly grows: boolean;
  /** Border-box height by the box's ratio; null: it has none. */
  readonly byRatio: Pt | null;
}

export function planHeight(style: ComputedStyle, space: Space, edges: Edges, width: Pt): HeightPlan {
  const known = knownHeight(style, space, edges);
  const byRatio = style.aspectRatio === 'auto' ? null : ratioHeight(style, style.aspectRatio, width, edges);
  if (known !== null) {
    const definite = !space.indefinite || space.fixedHeight === null;
    return { height: known, base: definite ? Math.max(0, known - edges.y) : null, grows: false, byRatio };
  }
  if (byRatio === null) return { height: null, base: null, grows: false, byRatio };
  const limits = heightLimits(style, space.height, edges.y);
  const height = clamp(byRatio, limits);
  return {
    height,
    base: Math.max(0, height - edges.y),
    grows: style.height === 'auto' && style.minHeight === 'auto' && style.overflow === 'visible',
    byRatio,
  };
}

/** Border-box height from the content's. */
export function finalHeight(plan: HeightPlan, content: Pt, style: ComputedStyle, space: Space, edges: Edges): Pt {
  const natural = content + edges.y;
  // Of cells, CSS 2.1 leaves limits undefined (10.7): they have none.
  if (style.display === 'table-cell') return plan.height ?? natural;
  const limits = heightLimits(style, space.height, edges.y, plan.byRatio ?? natural);
  if (plan.height === null) return clamp(natural, limits);
  if (plan.grows) return Math.max(plan.height, Math.min(natural, limits.max));
  return space.fixedHeight === null && limitedByContent(style) ? clamp(plan.height, limits) : plan.height;
}

/** Where a block stands across its containing block: auto margins and over-constraint (CSS 2.1, 10.3.3). x of the border box. */
export function crossPosition(style: ComputedStyle, margins: Sides<Pt>, width: Pt, room: Pt, rtl: boolean): Pt {
  const free = room - width - margins.left - margins.right;
  const { left, right } = style.margin;
  if (left === 'auto' && right === 'auto' && free > 0) return free / 2;
  if (free > 0 && left === 'auto') return free;
  if (rtl && !(right === 'auto' && free > 0)) return margins.left + free;
  return margins.left;
}

/** Offset of relative positioning (CSS 2.1, 9.4.3): left wins over right in ltr, top over bottom. */
export function relativeOffset(
  style: ComputedStyle,
  base: { readonly width: Pt; readonly height: Pt | null },
  rtl: boolean,
): { x: Pt; y: Pt } {
  const { top, right, bottom, left } = style.inset;
  const at = (v: typeof top, size: Pt | null): Pt | null => (v === 'auto' ? null : resolveDefinite(v, size));
  const l = at(left, base.width);
  const r = at(right, base.width);
  const t = at(top, base.height);
  const b = at(bottom, base.height);
  const x = rtl ? (r !== null ? -r : (l ?? 0)) : (l ?? (r !== null ? -r : 0));
  return { x, y: t ?? (b !== null ? -b : 0) };
}

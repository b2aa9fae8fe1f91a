import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment, LengthOrAuto, Sides } from '../types.ts';
import type { Ctx } from './context.ts';
import { clamp, edgesOf, fitsRoom, isLength, marginsOf, resolve } from './lengths.ts';
import { contentSizes, ratioLimits, widthLimits } from './sizes.ts';
import { containsAbsolute, type Pending, placed, type Result, type Space } from './space.ts';
import { knownHeight, planHeight, shrinkToFit, usedWidth } from './used-size.ts';

/** A containing block of absolute boxes: a padding box in the coordinates of the fragment that gets them as children. */
export interface Containing {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  /** Its direction says which of too many insets goes (CSS 2.1, 10.3.7). */
  readonly rtl: boolean;
}

export const paddingBox = (f: Fragment): Containing => ({
  x: f.border.left,
  y: f.border.top,
  width: Math.max(0, f.width - f.border.left - f.border.right),
  height: Math.max(0, f.height - f.border.top - f.border.bottom),
  rtl: f.box.style.direction === 'rtl',
});

/** Lays out the absolute boxes that refer to this box, where it is one that they may refer to; hands the others on. */
export function positionAbsolutes(box: Box, result: Result, ctx: Ctx): Result {
  if (result.pending.length === 0 || !containsAbsolute(box)) return result;
  const takesFixed = box.style.transform.length > 0;
  const mine = result.pending.filter((p) => takesFixed || p.box.style.position === 'absolute');
  if (mine.length === 0) return result;
  const rest = result.pending.filter((p) => !mine.includes(p));
  const made = placeAbsolutes(result.fragment, mine, paddingBox(result.fragment), ctx);
  return { ...result, fragment: made.fragment, pending: [...rest, ...made.pending] };
}

/** The fragment with these boxes among its children, in source order. What they in turn hand up (fixed ones) comes back. */
export function placeAbsolutes(
  parent: Fragment,
  pending: readonly Pending[],
  containing: Containing,
  ctx: Ctx,
): { fragment: Fragment; pending: Pending[] } {
  const children: Fragment[] = [];
  const up: Pending[] = [];
  const bySlot = [...pending].sort((a, b) => a.slot - b.slot);
  let next = 0;
  for (let slot = 0; slot <= parent.children.length; slot++) {
    for (let p = bySlot[next]; p && p.slot <= slot; p = bySlot[++next]) {
      const made = layoutAbsolute(p, containing, ctx);
      children.push(made.fragment);
      for (const q of made.pending) up.push({ ...q, x: q.x + made.fragment.x, y: q.y + made.fragment.y, slot: children.length });
    }
    const child = parent.children[slot];
    if (child) children.push(child);
  }
  return { fragment: { ...parent, children }, pending: up };
}

/** CSS 2.1, 10.3.7, 10.3.8, 10.6.4 and 10.6.5. */
export function layoutAbsolute(
  p: Pending,
  cb: Containing,
  context: Ctx,
): { readonly fragment: Fragment; readonly pending: readonly Pending[] } {
  const { box } = p;
  const ctx = context.at(p.scale);
  const { style } = box;
  const margins = marginsOf(style, cb.width);
  const inset = insetsOf(style.inset, cb);
  const staticX = p.x - cb.x;
  const staticY = p.y - cb.y;
  const space: Space = {
    width: cb.width,
    height: cb.height,
    fixedWidth: null,
    fixedHeight: null,
    shrink: true,
    independent: true,
    indefinite: false,
  };
  const result =
    box.kind === 'replaced' ? ctx.layout(box, space) : ctx.layout(box, sized(box, space, inset, margins, staticX, p, cb, ctx));
  const { width, height } = result.fragment;
  const x =
    inset.left === null && inset.right === null
      ? staticAt(staticX, p.alignX, p.roomX, width + margins.left + margins.right, p.rtl) + margins.left
      : along(
          inset.left,
          inset.right,
          style.margin.left,
          style.margin.right,
          margins.left,
          margins.right,
          width,
          cb.width,
          cb.rtl ? 'rtl' : 'ltr',
        );
  const y =
    inset.top === null && inset.bottom === null
      ? staticAt(staticY, p.alignY, p.roomY, height + margins.top + margins.bottom, false) + margins.top
      : along(
          inset.top,
          inset.bottom,
          style.margin.top,
          style.margin.bottom,
          margins.top,
          margins.bottom,
          height,
          cb.height,
          'down',
        );
  return { fragment: placed(result.fragment, cb.x + x, cb.y + y), pending: result.pending };
}

type Insets = { readonly [K in keyof Sides<Pt>]: Pt | null };

function insetsOf(inset: Sides<LengthOrAuto>, cb: Containing): Insets {
  const at = (v: LengthOrAuto, base: Pt): Pt | null => (v === 'auto' ? null : resolve(v, base));
  return {
    left: at(inset.left, cb.width),
    right: at(inset.right, cb.width),
    top: at(inset.top, cb.height),
    bottom: at(inset.bottom, cb.height),
  };
}

/** The space with the sizes that insets impose. */
function sized(
  box: Exclude<Box, { kind: 'replaced' } | { kind: 'inline-root' }>,
  space: Space,
  inset: Insets,
  margins: Sides<Pt>,
  staticX: Pt,
  p: Pending,
  cb: Containing,
  ctx: Ctx,
): Space {
  const { style } = box;
  const edges = edgesOf(style, cb.width);
  const stretchY = inset.top !== null && inset.bottom !== null && style.height === 'auto' && style.display !== 'table';
  const stretchX = inset.left !== null && inset.right !== null && style.width === 'auto' && style.display !== 'table';
  const ratio = style.aspectRatio !== 'auto';
  const fillY =
    stretchY && !(ratio && (stretchX || isLength(style.width)))
      ? Math.max(0, Math.max(0, cb.height - (inset.top ?? 0) - (inset.bottom ?? 0)) - margins.top - margins.bottom)
      : null;
  if (ratio && fillY !== null && !isLength(style.width))
    return { ...space, fixedWidth: byInsets(box, space, boundedHeight(box, space, fillY, cb), margins, ctx) };
  const withHeight = fillY === null ? space : { ...space, fixedHeight: boundedHeight(box, space, fillY, cb) };
  const around = margins.left + margins.right;
  const room = roomFor(inset, staticX, p, cb);
  let fixedWidth: Pt | null = null;
  const byHeight = ratio && knownHeight(style, withHeight, edges) !== null;
  if (!byHeight && (style.width === 'auto' || style.width === 'fit-content')) {
    if (stretchX) fixedWidth = Math.max(edges.x, Math.max(0, cb.width - (inset.left ?? 0) - (inset.right ?? 0)) - around);
    else fixedWidth = shrinkToFit(box, withHeight, edges, Math.max(0, room - around), ctx);
  } else if (fitsRoom(style) && !ratio) fixedWidth = usedWidth(box, withHeight, edges, margins, ctx, undefined, room);
  if (fixedWidth === null) return withHeight;
  const limits = ratioLimits(style, widthLimits(box, cb.width, edges.x, ctx, room), cb.height, edges);
  return { ...withHeight, fixedWidth: clamp(fixedWidth, limits) };
}

/** Width by the ratio of the height that insets impose. The height is then what the ratio makes of this width: it is no narrower than its content. */
function byInsets(box: BlockBox, space: Space, height: Pt, margins: Sides<Pt>, ctx: Ctx): Pt {
  const edges = edgesOf(box.style, space.width);
  const written = box.style.boxSizing === 'border-box' ? height : Math.max(0, height - edges.y);
  const made: BlockBox = { ...box, style: { ...box.style, height: { pt: written, percent: 0 } } };
  return usedWidth(made, space, edges, margins, ctx, (h) => contentSizes(box, h, ctx));
}

function boundedHeight(box: Box, space: Space, height: Pt, cb: Containing): Pt {
  const edges = edgesOf(box.style, cb.width);
  // planHeight applies min- and max-height to a definite height: written so, the stretched one gets them too.
  const style = {
    ...box.style,
    height: { pt: box.style.boxSizing === 'border-box' ? height : Math.max(0, height - edges.y), percent: 0 },
  };
  return planHeight(style, space, edges, 0).height ?? height;
}

/** Room for shrink-to-fit: what insets leave, or what lies beyond the static position. */
function roomFor(inset: Insets, staticX: Pt, p: Pending, cb: Containing): Pt {
  if (inset.left !== null) return cb.width - inset.left - (inset.right ?? 0);
  if (inset.right !== null) return cb.width - inset.right;
  // Aligned in a flex container: what lies beyond on that side, or as much on both (CSS Position 3, 4.1).
  const at = staticX + p.alignX * p.roomX;
  if (p.alignX === 0.5) return 2 * Math.min(at, cb.width - at);
  return p.rtl || p.alignX === 1 ? at : cb.width - at;
}

function staticAt(at: Pt, align: number, room: Pt, size: Pt, rtl: boolean): Pt {
  if (room > 0 || align > 0) return at + align * (room - size);
  return rtl ? at - size : at;
}

/**
 * Start of the border box along one axis from insets and margins, `auto` ones solved. What is too long across begins at its start, what is too high
 * stands in the middle all the same (CSS 2.1, 10.3.7 and 10.6.4).
 */
function along(
  start: Pt | null,
  end: Pt | null,
  marginStart: LengthOrAuto,
  marginEnd: LengthOrAuto,
  usedStart: Pt,
  usedEnd: Pt,
  size: Pt,
  room: Pt,
  axis: 'ltr' | 'rtl' | 'down',
): Pt {
  if (start !== null && end !== null) {
    const free = room - start - end - size - usedStart - usedEnd;
    if (marginStart === 'auto' && marginEnd === 'auto')
      return start + (free >= 0 || axis === 'down' ? free / 2 : axis === 'rtl' ? free : 0);
    if (marginStart === 'auto') return start + free;
    if (marginEnd === 'auto' || axis !== 'rtl') return start + usedStart;
    return room - end - usedEnd - size;
  }
  return start !== null ? start + usedStart : room - (end ?? 0) - usedEnd - size;
}

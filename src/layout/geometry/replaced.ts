import type { Pt, Size } from '../../core/geometry.ts';
import type { ComputedStyle, ReplacedBox } from '../types.ts';
import {
  edgesOf,
  heightLimits,
  isLength,
  type Limits,
  limitedByContent,
  marginsOf,
  resolveDefinite,
  toBorderBox,
} from './lengths.ts';
import type { Result, Space } from './space.ts';
import { strutOf } from './strut.ts';

/** 300 × 150 px: the size of a picture that has none (CSS 2.1, 10.3.2). */
const DEFAULT_WIDTH: Pt = 225;
const DEFAULT_HEIGHT: Pt = 112.5;

/** Sizes that percentages refer to; null: none. */
interface Base {
  readonly width: Pt | null;
  readonly height: Pt | null;
}

/** Width over height that a picture keeps; null: none. */
export function pictureRatio(box: ReplacedBox): number | null {
  const { aspectRatio } = box.style;
  if (aspectRatio !== 'auto') return aspectRatio;
  const { ratio, width, height } = box.picture;
  if (ratio !== null && ratio > 0) return ratio;
  return width !== null && height !== null && width > 0 && height > 0 ? width / height : null;
}

/**
 * Used content size of a picture (CSS 2.1, 10.3.2, 10.6.2 and the table of 10.4).
 * @param room content width that a picture with a ratio but no size fills; null where there is none (its default size then)
 */
export function replacedContent(
  box: ReplacedBox,
  base: Base,
  room: Pt | null,
  fixed: Base = { width: null, height: null },
): Size {
  const { style, picture } = box;
  const edges = edgesOf(style, base.width ?? 0);
  const ratio = pictureRatio(box);
  // A ratio that is written is of the box that `box-sizing` names (CSS Sizing 4, 5.1), a picture's own of its content.
  const around = style.aspectRatio !== 'auto' && style.boxSizing === 'border-box' ? edges : { x: 0, y: 0 };
  const w = fixed.width ?? lengthOf(style.width, base.width, style, edges.x);
  const h = fixed.height ?? lengthOf(style.height, base.height, style, edges.y);
  const limitsW = fixed.width !== null ? FREE : contentLimits(maxMin(box, base, room, fixed.height, edges.x), edges.x);
  let limitsH =
    fixed.height !== null
      ? FREE
      : contentLimits(heightLimits(style, base.height, edges.y, pictureByContent(box, base, room, fixed.width)), edges.y);
  // A logo is never lower than its owner allows, as long as its width has room.
  const least = style.markSize != null ? (box.mark?.min ?? 0) : 0;
  if (least > limitsH.min) limitsH = { min: least, max: Math.max(least, limitsH.max) };
  const boundW = (v: Pt) => Math.max(limitsW.min, Math.min(limitsW.max, v));
  const boundH = (v: Pt) => Math.max(limitsH.min, Math.min(limitsH.max, v));

  if (w !== null && h !== null) return { width: boundW(w), height: boundH(h) };
  if (w !== null) {
    const width = boundW(w);
    return { width, height: boundH(ratio ? (width + around.x) / ratio - around.y : (picture.height ?? DEFAULT_HEIGHT)) };
  }
  if (h !== null) {
    const height = boundH(h);
    return { width: boundW(ratio ? (height + around.y) * ratio - around.x : (picture.width ?? DEFAULT_WIDTH)), height };
  }
  if (ratio && style.markSize != null) {
    const root = Math.sqrt(ratio);
    return keepRatio(style.markSize * root, style.markSize / root, limitsW, limitsH);
  }
  if (!ratio) return { width: boundW(picture.width ?? DEFAULT_WIDTH), height: boundH(picture.height ?? DEFAULT_HEIGHT) };
  const width =
    picture.width ?? (picture.height !== null ? (picture.height + around.y) * ratio - around.x : (room ?? DEFAULT_WIDTH));
  const kept = keepRatio(width + around.x, (width + around.x) / ratio, wider(limitsW, around.x), wider(limitsH, around.y));
  return { width: Math.max(0, kept.width - around.x), height: Math.max(0, kept.height - around.y) };
}

/** Border-box height that a picture has without what is written of it, where a limit of its height means that; null: none does. */
export function pictureByContent(box: ReplacedBox, base: Base, room: Pt | null, width: Pt | null = null): Pt | null {
  const { style } = box;
  if (!limitedByContent(style)) return null;
  const free = { ...box, style: { ...style, height: 'auto' as const, minHeight: 'auto' as const, maxHeight: 'none' as const } };
  return replacedContent(free, base, room, { width, height: null }).height + edgesOf(style, base.width ?? 0).y;
}

const FREE: Limits = { min: 0, max: Number.POSITIVE_INFINITY };

const wider = (l: Limits, edges: Pt): Limits => (edges === 0 ? l : { min: l.min + edges, max: l.max + edges });

const contentLimits = (l: Limits, edges: Pt): Limits => ({ min: Math.max(0, l.min - edges), max: l.max - edges });

/** Of the border box's width. Keywords mean what it is wide without what is written of that (CSS Sizing 3, 5.1). */
function maxMin(box: ReplacedBox, base: Base, room: Pt | null, height: Pt | null, edges: Pt): Limits {
  const { style } = box;
  const one = (v: ComputedStyle['maxWidth'], none: Pt): Pt => {
    if (v === 'auto' || v === 'none') return none;
    if (!isLength(v)) return replacedContent(autoWidth(box), base, room, { width: null, height }).width + edges;
    const length = resolveDefinite(v, base.width);
    return length === null ? none : toBorderBox(length, style, edges);
  };
  return { min: Math.max(edges, one(style.minWidth, edges)), max: one(style.maxWidth, Number.POSITIVE_INFINITY) };
}

const autoWidths = new WeakMap<ReplacedBox, ReplacedBox>();

/** The picture without what is written of its width: what its content is wide. */
export function autoWidth(box: ReplacedBox): ReplacedBox {
  const { width, minWidth, maxWidth } = box.style;
  if (width === 'auto' && minWidth === 'auto' && maxWidth === 'none') return box;
  const known = autoWidths.get(box);
  if (known) return known;
  const made = { ...box, style: { ...box.style, width: 'auto' as const, minWidth: 'auto' as const, maxWidth: 'none' as const } };
  autoWidths.set(box, made);
  return made;
}

function lengthOf(v: ComputedStyle['width'], base: Pt | null, style: ComputedStyle, edges: Pt): Pt | null {
  const length = isLength(v) ? resolveDefinite(v, base) : null;
  return length === null ? null : toBorderBox(length, style, edges) - edges;
}

/** The table of CSS 2.1, 10.4: which sizes violate which limits, and what keeps the ratio best. */
function keepRatio(w: Pt, h: Pt, lw: Limits, lh: Limits): Size {
  if (w <= 0 || h <= 0) return { width: Math.max(lw.min, Math.min(lw.max, w)), height: Math.max(lh.min, Math.min(lh.max, h)) };
  const maxW = Math.max(lw.min, lw.max);
  const maxH = Math.max(lh.min, lh.max);
  const wide = w > maxW;
  const narrow = w < lw.min;
  const tall = h > maxH;
  const low = h < lh.min;
  if (wide && tall) {
    return maxW / w <= maxH / h
      ? { width: maxW, height: Math.max(lh.min, (maxW * h) / w) }
      : { width: Math.max(lw.min, (maxH * w) / h), height: maxH };
  }
  if (narrow && low) {
    return lw.min / w <= lh.min / h
      ? { width: Math.min(maxW, (lh.min * w) / h), height: lh.min }
      : { width: lw.min, height: Math.min(maxH, (lw.min * h) / w) };
  }
  if (narrow && tall) return { width: lw.min, height: maxH };
  if (wide && low) return { width: maxW, height: lh.min };
  if (wide) return { width: maxW, height: Math.max((maxW * h) / w, lh.min) };
  if (narrow) return { width: lw.min, height: Math.min((lw.min * h) / w, maxH) };
  if (tall) return { width: Math.max((maxH * w) / h, lw.min), height: maxH };
  if (low) return { width: Math.min((lh.min * w) / h, maxW), height: lh.min };
  return { width: w, height: h };
}

export function layoutReplaced(box: ReplacedBox, space: Space): Result {
  const edges = edgesOf(box.style, space.width);
  const margins = marginsOf(box.style, space.width);
  const fixed = {
    width: space.fixedWidth === null ? null : Math.max(0, space.fixedWidth - edges.x),
    height: space.fixedHeight === null ? null : Math.max(0, space.fixedHeight - edges.y),
  };
  const room = Math.max(0, space.width - edges.x - margins.left - margins.right);
  const content = replacedContent(box, { width: space.width, height: space.pictures ?? space.height }, room, fixed);
  return {
    fragment: {
      box,
      x: 0,
      y: 0,
      width: content.width + edges.x,
      height: content.height + edges.y,
      padding: edges.padding,
      border: edges.border,
      children: [],
    },
    top: strutOf(margins.top),
    bottom: strutOf(margins.bottom),
    through: false,
    pending: NO_PENDING,
  };
}

const NO_PENDING: Result['pending'] = [];

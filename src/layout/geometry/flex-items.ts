import type { Pt } from '../../core/geometry.ts';
import type { Align, BlockBox, Box, ComputedStyle, LengthOrAuto, ReplacedBox, Sides } from '../types.ts';
import type { Ctx } from './context.ts';
import { fitScales } from './fit-scales.ts';
import {
  clamp,
  type Edges,
  edgesOf,
  heightLimits,
  isLength,
  type Limits,
  limitedByContent,
  marginsOf,
  NO_EDGES,
  resolveDefinite,
  toBorderBox,
} from './lengths.ts';
import { autoWidth, pictureByContent, pictureRatio, replacedContent } from './replaced.ts';
import { borderContribution, contentSizes, ratioHeight, ratioLimits, ratioWidth, widthLimits } from './sizes.ts';
import { isOutOfFlow, type Result, type Space } from './space.ts';
import { edgesWith } from './table-borders.ts';
import { partsOf } from './table-columns.ts';

/** The container's axes, physical. `flip`: the axis runs from right to left or from bottom to top. */
export interface Axes {
  readonly row: boolean;
  readonly flipMain: boolean;
  readonly flipCross: boolean;
  /** Definite content sizes: what percentages refer to. */
  readonly main: Pt | null;
  readonly cross: Pt | null;
  readonly wraps: boolean;
  readonly mainGap: Pt;
  readonly crossGap: Pt;
  /** Content width, for percentages of margins and padding. */
  readonly width: Pt;
  readonly height: Pt | null;
  /** Its width is being sought: items of a column are as wide as they like. */
  readonly sought: boolean;
}

/** A flex item. Sizes are of the border box. Mutable while the algorithm runs. */
export interface Item {
  readonly box: Box;
  readonly margins: Sides<Pt>;
  readonly auto: Sides<boolean>;
  readonly edges: Edges;
  readonly align: Align;
  readonly grow: number;
  readonly shrink: number;
  base: Pt;
  min: Pt;
  max: Pt;
  /** Margins on the main and on the cross axis. */
  readonly mainMargins: Pt;
  readonly crossMargins: Pt;
  /** Padding and border on the main axis. */
  readonly innerEdges: Pt;
  main: Pt;
  result: Result | null;
}

const NO_MARGINS: Sides<Pt> = { top: 0, right: 0, bottom: 0, left: 0 };
const NOT_AUTO: Sides<boolean> = { top: false, right: false, bottom: false, left: false };

/** In-flow children in `order` (css-flexbox-1, 5.4), measured (9.2). */
export function flexItems(container: BlockBox, axes: Axes, ctx: Ctx): Item[] {
  const inFlow = container.children.filter((c) => !isOutOfFlow(c));
  const order = (b: Box) => (b.kind === 'inline-root' ? 0 : b.style.order);
  const ordered = inFlow.some((b) => order(b) !== 0) ? [...inFlow].sort((a, b) => order(a) - order(b)) : inFlow;
  return ordered.map((box) => measure(box, container, axes, ctx));
}

export function alignOf(box: Box, container: BlockBox, axes: Axes): Align {
  const self = box.kind === 'inline-root' ? 'auto' : box.style.alignSelf;
  const align = self === 'auto' ? container.style.alignItems : self;
  // `start` and `end` are of the container's writing mode, `self-start` and `self-end` of the item's own, `flex-start` and `flex-end` of the axis.
  const whose = align.startsWith('self-') ? box : container;
  const flipped = (!axes.row && whose.style.direction === 'rtl') !== axes.flipCross;
  if (align === 'start' || align === 'self-start') return flipped ? 'flex-end' : 'flex-start';
  if (align === 'end' || align === 'self-end') return flipped ? 'flex-start' : 'flex-end';
  return align;
}

const isAuto = (v: LengthOrAuto): boolean => v === 'auto';

/** One literal, filled in as its sizes are found: an object that is spread and then added to costs V8 a hundred times as much. */
function measure(box: Box, container: BlockBox, axes: Axes, ctx: Ctx): Item {
  const text = box.kind === 'inline-root';
  const { style } = box;
  const { row } = axes;
  const edges = text ? NO_EDGES : itemEdges(box, axes, ctx);
  const margins = text ? NO_MARGINS : marginsOf(style, axes.width);
  const m = style.margin;
  const xs = margins.left + margins.right;
  const ys = margins.top + margins.bottom;
  const innerEdges = row ? (text ? 0 : usedEdges(box, axes, ctx).x) : edges.y;
  const item: Item = {
    box,
    margins,
    auto: text ? NOT_AUTO : { top: isAuto(m.top), right: isAuto(m.right), bottom: isAuto(m.bottom), left: isAuto(m.left) },
    edges,
    align: alignOf(box, container, axes),
    grow: text ? 0 : style.flexGrow,
    shrink: text ? 1 : style.flexShrink,
    base: 0,
    min: 0,
    max: 0,
    mainMargins: row ? xs : ys,
    crossMargins: row ? ys : xs,
    innerEdges,
    main: 0,
    result: null,
  };
  const limits = text ? UNLIMITED : row ? widthLimits(box, axes.main, edges.x, ctx) : itemHeights(item, axes.main, axes, ctx);
  const automatic = text || (row ? style.minWidth === 'auto' : style.minHeight === 'auto');
  const least = automatic ? Math.min(automaticMinimum(item, axes, limits.max, ctx), limits.max) : limits.min;
  item.base = Math.max(baseSize(item, axes, ctx), innerEdges);
  // A table is never smaller than what is in it.
  item.min = Math.max(least, innerEdges, style.display === 'table' ? contentMinimum(item, axes, ctx) : 0);
  item.max = Math.max(item.min, limits.max);
  item.main = Math.max(item.min, Math.min(limits.max, item.base));
  return item;
}

/** A table with collapsed borders has half of them around it, and no padding (CSS 2.1, 17.6.2). */
function usedEdges(box: BlockBox | ReplacedBox, axes: Axes, ctx: Ctx): Edges {
  if (box.kind !== 'block' || box.style.display !== 'table' || box.style.borderCollapse !== 'collapse')
    return edgesOf(box.style, axes.width);
  return edgesWith(box, partsOf(box, ctx).borders?.table ?? null, axes.width);
}

/** The same, but across as its style says: a table's content widths know of the difference. */
function itemEdges(box: BlockBox | ReplacedBox, axes: Axes, ctx: Ctx): Edges {
  if (box.kind !== 'block' || box.style.display !== 'table' || box.style.borderCollapse !== 'collapse')
    return edgesOf(box.style, axes.width);
  const { left, x } = edgesOf(box.style, 0);
  return { ...usedEdges(box, axes, ctx), left, x };
}

/** Limits of the item's height, its content's among them. */
export function itemHeights(item: Item, base: Pt | null, axes: Axes, ctx: Ctx): Limits {
  const { style } = item.box;
  return heightLimits(style, base, item.edges.y, limitedByContent(style) ? limitingContent(item, axes, ctx) : null);
}

/** The same before the main size is known. */
function knownHeights({ box, edges }: Seed, axes: Axes): Limits {
  const content = box.kind === 'replaced' ? pictureByContent(box, { width: axes.width, height: axes.cross }, null) : null;
  return heightLimits(box.style, axes.cross, edges.y, content);
}

function limitingContent(item: Item, axes: Axes, ctx: Ctx): Pt {
  const { aspectRatio } = item.box.style;
  if (axes.row && item.box.kind === 'block' && aspectRatio !== 'auto')
    return ratioHeight(item.box.style, aspectRatio, item.main, item.edges);
  return ratioContent(item, axes, ctx) ?? contentHeight(item, axes, ctx, item.main);
}

const UNLIMITED: Limits = { min: 0, max: Number.POSITIVE_INFINITY };

type Seed = Pick<Item, 'box' | 'margins' | 'auto' | 'edges' | 'align' | 'crossMargins'>;

/** Flex base size (9.2.3). */
function baseSize(item: Seed, axes: Axes, ctx: Ctx): Pt {
  const { box } = item;
  if (box.kind === 'inline-root') return axes.row ? contentSizes(box, null, ctx).max : contentHeight(item, axes, ctx);
  const { style } = box;
  const edges = axes.row ? item.edges.x : item.edges.y;
  const written = style.flexBasis === 'auto' ? (axes.row ? style.width : style.height) : style.flexBasis;
  if (written !== 'content' && isLength(written)) {
    const length = resolveDefinite(written, axes.main);
    if (length !== null) return toBorderBox(length, style, edges) + (axes.row ? 0 : captionsHeight(item, axes, ctx));
  }
  const ratio = box.kind === 'replaced' ? pictureRatio(box) : style.aspectRatio === 'auto' ? null : style.aspectRatio;
  const cross = ratio === null ? null : definiteCross(item, axes, ctx);
  if (ratio !== null && cross !== null) return transfer(item, ratio, cross, axes);
  if (!axes.row) return ratioContent(item, axes, ctx) ?? contentHeight(item, axes, ctx);
  if (box.kind === 'replaced') return pictureWidth(box, axes, item.edges);
  if (written === 'min-content') return contentSizes(box, null, ctx).min + edges;
  const height = cross === null ? definiteCross(item, axes, ctx) : cross;
  const { min, max } = contentSizes(box, height === null ? null : Math.max(0, height - item.edges.y), ctx);
  const own =
    written !== 'fit-content' || axes.main === null
      ? max
      : Math.min(max, Math.max(min, axes.main - item.margins.left - item.margins.right - edges));
  return clamp(own + edges, acrossLimits(item, axes));
}

/** A basis that is a length makes the item definite, whatever its container (9.8, for items that do not flex; browsers ask no more of any). */
export function definiteBasis({ flexBasis, height }: ComputedStyle): boolean {
  const basis = flexBasis === 'auto' ? height : flexBasis;
  return isLength(basis) && basis.percent === 0;
}

/** Main size from the cross size by a ratio. */
function transfer(item: Seed, ratio: number, cross: Pt, axes: Axes): Pt {
  const { box, edges } = item;
  // A ratio that is written is of the box that `box-sizing` names, a picture's own of its content.
  if (box.style.aspectRatio !== 'auto') {
    return axes.row ? ratioWidth(box.style, ratio, cross, edges) : ratioHeight(box.style, ratio, cross, edges);
  }
  return axes.row ? (cross - edges.y) * ratio + edges.x : (cross - edges.x) / ratio + edges.y;
}

/** Border-box cross size that is definite before the lines are known: written, or stretched in a single line (9.8). */
export function definiteCross(item: Seed, axes: Axes, ctx: Ctx): Pt | null {
  const { style } = item.box;
  const size = axes.row ? style.height : style.width;
  const edges = axes.row ? item.edges.y : item.edges.x;
  const limit = (v: Pt) => {
    if (item.box.kind === 'inline-root') return v;
    const l = axes.row ? knownHeights(item, axes) : widthLimits(item.box, axes.width, edges, ctx);
    return Math.max(l.min, Math.min(l.max, v));
  };
  if (item.box.kind !== 'inline-root' && isLength(size)) {
    const length = resolveDefinite(size, axes.cross);
    if (length !== null) return limit(toBorderBox(length, style, edges));
  }
  return stretches(item, axes) && axes.cross !== null && !axes.wraps
    ? limit(Math.max(edges, axes.cross - item.crossMargins))
    : null;
}

/** `align-self: stretch` has its way: the cross size is auto and so is no cross margin. */
export function stretches(item: Seed, axes: Axes): boolean {
  if (item.align !== 'stretch') return false;
  if (item.box.kind === 'inline-root') return true;
  const { style } = item.box;
  return axes.row
    ? style.height === 'auto' && !item.auto.top && !item.auto.bottom
    : style.width === 'auto' && !item.auto.left && !item.auto.right;
}

/** The space of an item of which no main size is imposed. */
export function itemSpace(item: Seed, axes: Axes, ctx: Ctx): Space {
  const cross = axes.row ? null : definiteCross(item, axes, ctx);
  const stretched = !axes.row && stretches(item, axes) && cross !== null ? cross : null;
  return {
    width: axes.width,
    height: axes.height,
    fixedWidth: axes.sought ? borderContribution(item.box, axes.height, ctx).max : stretched,
    fixedHeight: null,
    shrink: true,
    independent: true,
    indefinite: false,
  };
}

/** Height of an item by its content: as if its height were auto and nothing limited it. @param main width of a row's item */
function contentHeight(item: Seed, axes: Axes, ctx: Ctx, main: Pt | null = null): Pt {
  const { box } = item;
  const space = itemSpace(item, axes, ctx);
  if (box.kind === 'inline-root')
    return ctx.layout(box, { ...space, fixedWidth: space.fixedWidth ?? inlineWidth(box, axes, ctx) }).fragment.height;
  return ctx.layout(autoHeight(box), axes.row ? { ...space, fixedWidth: main } : space).fragment.height;
}

/** Of a table: a written height is its grid's, and captions come on top (CSS Tables 3, 3.1). */
function captionsHeight(item: Seed, axes: Axes, ctx: Ctx): Pt {
  const { box } = item;
  if (box.kind !== 'block' || box.style.display !== 'table' || partsOf(box, ctx).grid.captions.length === 0) return 0;
  const { fragment } = ctx.layout(autoHeight(box), itemSpace(item, axes, ctx));
  return fragment.height - (fragment.children.find((child) => child.box.style.display === 'table')?.height ?? 0);
}

export function inlineWidth(box: Box, axes: Axes, ctx: Ctx): Pt {
  const s = contentSizes(box, null, ctx);
  return Math.min(Math.max(s.min, axes.width), s.max);
}

const autoHeights = new WeakMap<Box, Box>();

/** The same box with a height of its content; one object a box, so that its layouts are found again. Fitted text has no other room than what limits it. */
function autoHeight<T extends Exclude<Box, { kind: 'inline-root' }>>(box: T): T {
  const { style } = box;
  const limited = !style.fit && (style.minHeight !== 'auto' || style.maxHeight !== 'none');
  if (style.height === 'auto' && !limited) return box;
  const known = autoHeights.get(box);
  if (known) return known as T;
  const limits = limited ? { minHeight: 'auto' as const, maxHeight: 'none' as const } : {};
  const made = { ...box, style: { ...style, height: 'auto' as const, ...limits } };
  autoHeights.set(box, made);
  return made;
}

const pictureWidth = (box: ReplacedBox, axes: Axes, edges: Edges): Pt =>
  replacedContent(autoWidth(box), { width: axes.width, height: axes.cross }, null).width + edges.x;

/** Content-based minimum size (4.5). */
function automaticMinimum(item: Seed, axes: Axes, max: Pt, ctx: Ctx): Pt {
  const { box, edges } = item;
  if (box.kind === 'inline-root') return axes.row ? contentSizes(box, null, ctx).min : contentHeight(item, axes, ctx);
  const { style } = box;
  if (style.overflow === 'hidden') return 0;
  const ratio = box.kind === 'replaced' ? pictureRatio(box) : style.aspectRatio === 'auto' ? null : style.aspectRatio;
  const cross = definiteCross(item, axes, ctx);
  const transferred = ratio !== null && cross !== null ? transfer(item, ratio, cross, axes) : null;
  const written = axes.row ? style.width : style.height;
  const length = isLength(written) ? resolveDefinite(written, axes.main) : null;
  // A keyword means what the ratio makes of a known height.
  const worded = axes.row && box.kind === 'block' && written !== 'auto' && length === null && !isLength(written);
  const specified = length !== null ? toBorderBox(length, style, axes.row ? edges.x : edges.y) : worded ? transferred : null;
  if (specified === 0) return 0;
  if (box.kind === 'replaced' && transferred !== null) return Math.min(specified ?? transferred, transferred, max);
  // A box with a ratio and a definite cross size is as large as the ratio makes it, but not smaller than its content.
  const limited = cross === null ? acrossLimits(item, axes) : UNLIMITED;
  const content = Math.max(clamp(contentMinimum(item, axes, ctx), limited), transferred ?? 0);
  return specified === null ? content : Math.min(specified, content);
}

/** Limits of a row's item by what limits its height, through its ratio (4.5). */
const acrossLimits = ({ box, edges }: Seed, axes: Axes): Limits =>
  axes.row && box.kind === 'block' ? ratioLimits(box.style, UNLIMITED, axes.cross, edges) : UNLIMITED;

function contentMinimum(item: Seed, axes: Axes, ctx: Ctx): Pt {
  const { box, edges } = item;
  if (axes.row) {
    if (box.kind === 'replaced') return pictureWidth(box, axes, edges);
    const height = definiteCross(item, axes, ctx);
    return contentSizes(box, height === null ? null : Math.max(0, height - edges.y), ctx).min + edges.x;
  }
  const fit = box.kind === 'block' ? fitScales(box) : null;
  // Fitted text yields down to its smallest size.
  if (fit && box.kind === 'block') return contentHeight({ ...item, box: unfitted(box) }, axes, ctx.at(fit.min));
  const byRatio = ratioContent(item, axes, ctx);
  if (byRatio === null || box.kind !== 'block') return contentHeight(item, axes, ctx);
  if (box.style.height !== 'auto') return byRatio;
  // No lower than its content is, as far as its greatest width lets it be high.
  const { width } = ctx.layout(autoHeight(box), itemSpace(item, axes, ctx)).fragment;
  const most = ratioHeight(box.style, Number(box.style.aspectRatio), widthLimits(box, axes.width, edges.x, ctx).max, edges);
  const own = ctx.layout(unproportioned(box), { ...itemSpace(item, axes, ctx), fixedWidth: width }).fragment.height;
  return Math.max(byRatio, Math.min(own, most));
}

/** Height that a column's item has by its ratio; null: it has none. */
function ratioContent(item: Seed, axes: Axes, ctx: Ctx): Pt | null {
  const { box, edges } = item;
  if (box.kind !== 'block' || box.style.aspectRatio === 'auto') return null;
  const { width } = ctx.layout(autoHeight(box), itemSpace(item, axes, ctx)).fragment;
  return ratioHeight(box.style, box.style.aspectRatio, width, edges);
}

const unproportionedBoxes = new WeakMap<BlockBox, BlockBox>();

function unproportioned(box: BlockBox): BlockBox {
  const known = unproportionedBoxes.get(box);
  if (known) return known;
  const auto = autoHeight(box);
  const made: BlockBox = { ...auto, style: { ...auto.style, aspectRatio: 'auto' } };
  unproportionedBoxes.set(box, made);
  return made;
}

const unfittedBoxes = new WeakMap<BlockBox, BlockBox>();

function unfitted(box: BlockBox): BlockBox {
  const known = unfittedBoxes.get(box);
  if (known) return known;
  const made: BlockBox = { ...box, style: { ...box.style, fit: null } };
  unfittedBoxes.set(box, made);
  return made;
}

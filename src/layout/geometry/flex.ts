import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, ComputedStyle, Fragment } from '../types.ts';
import { type Frame, fragmentOf, moved } from './block.ts';
import type { Ctx } from './context.ts';
import { containerBaselines, groupOf, joined, NO_GROUPS, roomOf, toBaseline } from './flex-baselines.ts';
import {
  type Axes,
  alignOf,
  definiteBasis,
  flexItems,
  type Item,
  inlineWidth,
  itemHeights,
  itemSpace,
  stretches,
} from './flex-items.ts';
import { resolveFlexible } from './flex-lengths.ts';
import { collectLines, type Line } from './flex-lines.ts';
import { fitsRoom, isLength, resolve, toBorderBox } from './lengths.ts';
import { contentSizes, widthLimits } from './sizes.ts';
import { isOutOfFlow, type Pending, type Result, type Space } from './space.ts';
import { strutOf } from './strut.ts';
import { finalHeight, relativeOffset } from './used-size.ts';

/**
 * Flex layout by css-flexbox-1, 9, in our own words: Yoga knows no min-content minimum, no content basis, no baseline of text and no percentage of a
 * stretched size, and each leaf would have to go through its callbacks and float32. Container and items are one piece to page breaking.
 */
export function layoutFlexIn(frame: Frame, box: BlockBox, space: Space, ctx: Ctx): Result {
  const axes = axesOf(box, frame);
  const items = flexItems(box, axes, ctx);
  const mainOf = (natural: Pt): Pt =>
    Math.max(0, finalHeight(frame.plan, natural, box.style, space, frame.edges) - frame.edges.y);
  const lines = collectLines(items, axes, axes.row ? frame.inner.width : lineRoom(frame, mainOf));
  const main = axes.row ? frame.inner.width : mainOf(naturalMain(lines, axes));
  const definite: Axes = axes.row ? axes : { ...axes, main };
  for (const line of lines) {
    resolveFlexible(line.items, main, axes.mainGap);
    for (const item of line.items) item.result = layoutItem(item, axes, null, ctx);
  }
  const cross = crossSizes(lines, definite, box.style, frame, space);
  stretchItems(lines, axes, ctx);

  const inner = axes.row
    ? finalHeight(frame.plan, cross, box.style, space, frame.edges) - frame.edges.y
    : Math.max(0, finalHeight(frame.plan, main, box.style, space, frame.edges) - frame.edges.y);
  const crossRoom = axes.row ? inner : frame.inner.width;
  const mainRoom = axes.row ? frame.inner.width : inner;
  const children = new Map<Item, Fragment>();
  const pending: Pending[] = [];
  placeLines(box, lines, axes, mainRoom, crossRoom, (item, x, y) => {
    const r = item.result;
    if (!r) return;
    const offset =
      item.box.kind !== 'inline-root' && item.box.style.position === 'relative'
        ? relativeOffset(item.box.style, { width: frame.inner.width, height: axes.height }, frame.rtl)
        : { x: 0, y: 0 };
    const fx = frame.edges.left + x + offset.x;
    const fy = frame.edges.top + y + offset.y;
    const own = offset.y === 0 || r.fragment.baseline !== undefined ? r.fragment : { ...r.fragment, baseline: r.fragment.height };
    children.set(item, moved(own, fx, fy, offset.y));
    for (const p of r.pending) pending.push({ ...p, x: p.x + fx, y: p.y + fy, slot: children.size });
  });
  // Paint order is order-modified document order, whatever way the axes run (5.4).
  const ordered = items.flatMap((i) => children.get(i) ?? []);
  staticPositions(box, axes, frame, mainRoom, crossRoom, ordered.length, pending);
  const fragment = fragmentOf(
    box,
    frame,
    inner + frame.edges.y,
    ordered,
    containerBaselines(fromTop(lines, box.style, axes, frame, crossRoom), children, axes),
  );
  return { fragment, top: strutOf(frame.margins.top), bottom: strutOf(frame.margins.bottom), through: false, pending };
}

function axesOf(box: BlockBox, frame: Frame): Axes {
  const { style } = box;
  const row = style.flexDirection === 'row' || style.flexDirection === 'row-reverse';
  const reverse = style.flexDirection.endsWith('reverse');
  const wrapReverse = style.flexWrap === 'wrap-reverse';
  const { width } = frame.inner;
  const columnGap = resolve(style.columnGap, width);
  const rowGap = resolve(style.rowGap, frame.plan.base ?? 0);
  return {
    row,
    flipMain: row ? reverse !== frame.rtl : reverse,
    flipCross: row ? wrapReverse : wrapReverse !== frame.rtl,
    main: row ? width : frame.plan.base,
    cross: row ? frame.plan.base : width,
    wraps: style.flexWrap !== 'nowrap',
    mainGap: row ? columnGap : rowGap,
    crossGap: row ? rowGap : columnGap,
    width,
    height: frame.plan.base,
    sought: false,
  };
}

/** Height that the lines of a column may have: what a ratio says, though the content may make the column higher. */
const lineRoom = ({ plan }: Frame, mainOf: (natural: Pt) => Pt): Pt =>
  plan.byRatio !== null && plan.base !== null ? plan.base : mainOf(Number.POSITIVE_INFINITY);

/** Height of a column by its items. */
function naturalMain(lines: readonly Line[], axes: Axes): Pt {
  let most = 0;
  for (const { items } of lines) {
    let total = axes.mainGap * (items.length - 1);
    for (const item of items) total += item.main + item.mainMargins;
    most = Math.max(most, total);
  }
  return most;
}

/** The item at its flexed main size; `cross`: the border-box cross size that stretching imposes. */
function layoutItem(item: Item, axes: Axes, cross: Pt | null, ctx: Ctx): Result {
  const { box } = item;
  const space = itemSpace(item, axes, ctx);
  if (axes.row) {
    const definite =
      cross ?? (stretches(item, axes) && !axes.wraps && axes.cross !== null ? definiteStretch(item, axes, ctx) : null);
    return ctx.layout(box, { ...space, fixedWidth: item.main, fixedHeight: box.kind === 'inline-root' ? null : definite });
  }
  if (box.kind === 'inline-root') {
    return ctx.layout(box, { ...space, fixedWidth: cross ?? space.fixedWidth ?? inlineWidth(box, axes, ctx) });
  }
  return ctx.layout(box, {
    ...space,
    fixedWidth: cross ?? space.fixedWidth,
    fixedHeight: item.main,
    indefinite: axes.main === null && !definiteBasis(box.style),
  });
}

function definiteStretch(item: Item, axes: Axes, ctx: Ctx): Pt {
  return limitCross(item, axes, Math.max(0, (axes.cross ?? 0) - item.crossMargins), ctx);
}

/** @param room that `fit-content` fits into: the line's, where it is known */
function limitCross(item: Item, axes: Axes, size: Pt, ctx: Ctx, room: Pt = axes.width): Pt {
  if (item.box.kind === 'inline-root') return size;
  if (!axes.row) {
    const widths = widthLimits(item.box, axes.width, item.edges.x, ctx, room, item.main);
    return Math.max(widths.min, Math.min(widths.max, size));
  }
  const limits = itemHeights(item, axes.cross, axes, ctx);
  return Math.max(limits.min, Math.min(limits.max, size));
}

const crossOf = (item: Item, axes: Axes): Pt =>
  (axes.row ? (item.result?.fragment.height ?? 0) : (item.result?.fragment.width ?? 0)) + item.crossMargins;

/** 9.4.8, 9.4.9 and align-content: stretch. Returns the content cross size that the lines take. */
function crossSizes(lines: readonly Line[], axes: Axes, style: ComputedStyle, frame: Frame, space: Space): Pt {
  for (const line of lines) {
    let most = 0;
    let groups = NO_GROUPS;
    for (const item of line.items) {
      const size = crossOf(item, axes);
      const group = groupOf(item, axes);
      if (group) groups = joined(groups, group, item, size, axes);
      else most = Math.max(most, size);
    }
    line.groups = groups;
    line.cross = Math.max(most, roomOf(groups.near), roomOf(groups.far));
  }
  const [only] = lines;
  if (!axes.wraps && only) {
    only.cross = axes.row
      ? Math.max(0, finalHeight(frame.plan, only.cross, style, space, frame.edges) - frame.edges.y)
      : axes.width;
  }
  const gaps = axes.crossGap * Math.max(0, lines.length - 1);
  const total = lines.reduce((a, l) => a + l.cross, gaps);
  if (axes.wraps && style.alignContent === 'stretch' && lines.length > 0) {
    const room = axes.row ? finalHeight(frame.plan, total, style, space, frame.edges) - frame.edges.y : axes.width;
    const extra = Math.max(0, room - total) / lines.length;
    for (const line of lines) line.cross += extra;
  }
  return total;
}

/**
 * What is not stretched in a column of several lines is as wide as it likes within its line, which a wider item may have made wider than the column
 * (css-flexbox-1, 9.4 lets it be; as Chromium has it).
 */
function widthInLine(item: Item, line: Line, axes: Axes, ctx: Ctx): Pt | null {
  if (axes.row || !axes.wraps || line.cross <= axes.width) return null;
  const { box, edges } = item;
  if (box.kind === 'replaced') return null;
  const { min, max } = contentSizes(box, null, ctx);
  const fit = Math.min(max, Math.max(min, line.cross - item.crossMargins - edges.x)) + edges.x;
  if (box.kind === 'inline-root') return fit;
  const { style } = box;
  if (style.aspectRatio !== 'auto') return null;
  if (style.width === 'auto' || style.width === 'fit-content') return limitCross(item, axes, fit, ctx, line.cross);
  if (!fitsRoom(style)) return null;
  const written = isLength(style.width)
    ? toBorderBox(resolve(style.width, axes.width), style, edges.x)
    : (style.width === 'min-content' ? min : max) + edges.x;
  return limitCross(item, axes, written, ctx, line.cross);
}

function stretchItems(lines: readonly Line[], axes: Axes, ctx: Ctx): void {
  for (const line of lines) {
    for (const item of line.items) {
      const size = stretches(item, axes)
        ? limitCross(item, axes, Math.max(0, line.cross - item.crossMargins), ctx, line.cross)
        : widthInLine(item, line, axes, ctx);
      if (size === null) continue;
      item.result = layoutItem(item, axes, size, ctx);
    }
  }
}

/**
 * Where the free room goes: before the first, and between. Where there is less than none, items overflow at the end of the writing mode (`start` is
 * safe), but for flex-end and center, which are taken at their word, and space-between, which falls back to flex-start (CSS Align 3, 4.3 and 5.3).
 * @param against the axis runs against the writing mode
 */
function distribute(how: ComputedStyle['alignContent'], free: Pt, count: number, against: boolean): { before: Pt; between: Pt } {
  const safe = { before: against ? free : 0, between: 0 };
  switch (how) {
    case 'flex-end':
      return { before: free, between: 0 };
    case 'center':
      return { before: free / 2, between: 0 };
    case 'space-between':
      return { before: 0, between: count > 1 ? Math.max(0, free) / (count - 1) : 0 };
    case 'space-around':
      return free < 0 ? safe : { before: free / count / 2, between: free / count };
    case 'space-evenly':
      return free < 0 ? safe : { before: free / (count + 1), between: free / (count + 1) };
    default:
      return { before: 0, between: 0 };
  }
}

const isRtl = ({ style }: BlockBox): boolean => style.direction === 'rtl';

type Place = (item: Item, x: Pt, y: Pt) => void;

/** 9.5 and 9.6: along both axes, in the content box. */
function placeLines(box: BlockBox, lines: readonly Line[], axes: Axes, mainRoom: Pt, crossRoom: Pt, place: Place): void {
  const used = lines.reduce((a, l) => a + l.cross, axes.crossGap * Math.max(0, lines.length - 1));
  const across = axes.wraps
    ? distribute(box.style.alignContent, crossRoom - used, lines.length, axes.flipCross !== (!axes.row && isRtl(box)))
    : { before: 0, between: 0 };
  let at = across.before;
  for (const line of lines) {
    line.at = at;
    placeLine(box, line, axes, mainRoom, (item, main, cross) => {
      const size = item.result?.fragment;
      const mainSize = (axes.row ? size?.width : size?.height) ?? 0;
      const crossSize = (axes.row ? size?.height : size?.width) ?? 0;
      const m = axes.flipMain ? mainRoom - main - mainSize : main;
      const c = axes.flipCross ? crossRoom - (at + cross) - crossSize : at + cross;
      place(item, axes.row ? m : c, axes.row ? c : m);
    });
    at += line.cross + across.between + axes.crossGap;
  }
}

/** One line, in flow-relative coordinates: from main start and from the line's cross start, to the border box. */
function placeLine(box: BlockBox, line: Line, axes: Axes, mainRoom: Pt, place: (item: Item, main: Pt, cross: Pt) => void): void {
  const sizeOf = (i: Item) =>
    (axes.row ? (i.result?.fragment.width ?? 0) : (i.result?.fragment.height ?? i.main)) + i.mainMargins;
  const free = mainRoom - line.items.reduce((a, i) => a + sizeOf(i), axes.mainGap * (line.items.length - 1));
  const autos = line.items.reduce((n, i) => n + mainAutos(i, axes), 0);
  const share = autos > 0 && free > 0 ? free / autos : 0;
  const along =
    autos > 0 && free > 0
      ? { before: 0, between: 0 }
      : distribute(box.style.justifyContent, free, line.items.length, axes.flipMain !== (axes.row && isRtl(box)));
  let at = along.before;
  for (const item of line.items) {
    const [start, end, startAuto, endAuto] = mainEnds(item, axes);
    at += start + (startAuto ? share : 0);
    const size = sizeOf(item) - item.mainMargins;
    place(item, at, crossStart(item, line, axes));
    at += size + end + (endAuto ? share : 0) + along.between + axes.mainGap;
  }
}

function mainEnds(item: Item, axes: Axes): [Pt, Pt, boolean, boolean] {
  const { margins: m, auto: a } = item;
  const ends: [Pt, Pt, boolean, boolean] = axes.row ? [m.left, m.right, a.left, a.right] : [m.top, m.bottom, a.top, a.bottom];
  return axes.flipMain ? [ends[1], ends[0], ends[3], ends[2]] : ends;
}

function mainAutos(item: Item, axes: Axes): number {
  const [, , start, end] = mainEnds(item, axes);
  return (start ? 1 : 0) + (end ? 1 : 0);
}

/** From the line's cross start to the border box. */
function crossStart(item: Item, line: Line, axes: Axes): Pt {
  const { margins: m, auto: a } = item;
  const ends: [Pt, Pt, boolean, boolean] = axes.row ? [m.top, m.bottom, a.top, a.bottom] : [m.left, m.right, a.left, a.right];
  const [start, , startAuto, endAuto] = axes.flipCross ? [ends[1], ends[0], ends[3], ends[2]] : ends;
  const free = line.cross - crossOf(item, axes);
  if (startAuto || endAuto) return start + (free > 0 && startAuto ? (endAuto ? free / 2 : free) : 0);
  if (item.align === 'flex-end') return start + free;
  if (item.align === 'center') return start + free / 2;
  const group = groupOf(item, axes);
  if (!group) return start;
  // From the line's top or left, whichever way its cross axis runs.
  const shift = (line.groups[group]?.toEdge ?? 0) - toBaseline(item, group, axes);
  const near = axes.row ? m.top : m.left;
  const at = near + (group === 'near' ? shift : free - shift);
  return axes.flipCross ? start + near + free - at : at;
}

/** Lines and their items as they stand, from the top or the container's start. */
function fromTop(lines: readonly Line[], style: ComputedStyle, axes: Axes, frame: Frame, crossRoom: Pt) {
  const made = lines.map((line) => ({
    items: style.flexDirection.endsWith('reverse') ? [...line.items].reverse() : line.items,
    groups: line.groups,
    cross: line.cross,
    top: frame.edges.top + (axes.flipCross ? crossRoom - line.at - line.cross : line.at),
  }));
  return style.flexWrap === 'wrap-reverse' ? made.reverse() : made;
}

/** 4.1: an absolute child stands where it would as the only item. */
function staticPositions(
  box: BlockBox,
  axes: Axes,
  frame: Frame,
  mainRoom: Pt,
  crossRoom: Pt,
  slots: number,
  pending: Pending[],
): void {
  let slot = 0;
  for (const child of box.children) {
    if (!isOutOfFlow(child)) {
      slot++;
      continue;
    }
    const justify = box.style.justifyContent;
    const atMain = justify === 'flex-end' ? 1 : justify === 'flex-start' || justify === 'space-between' ? 0 : 0.5;
    const align = alignOf(child, box, axes);
    const atCross = align === 'flex-end' ? 1 : align === 'center' ? 0.5 : 0;
    const m = axes.flipMain ? 1 - atMain : atMain;
    // Alone, a baseline is the start of the writing mode, a last one its end (CSS Align 3, 9.3).
    const baseline = align === 'baseline' || align === 'last baseline';
    const flip = baseline ? (!axes.row && isRtl(box)) !== (align === 'last baseline') : axes.flipCross;
    const c = flip ? 1 - atCross : atCross;
    pending.push({
      box: child,
      x: frame.edges.left,
      y: frame.edges.top,
      alignX: axes.row ? m : c,
      alignY: axes.row ? c : m,
      roomX: axes.row ? mainRoom : crossRoom,
      roomY: axes.row ? crossRoom : mainRoom,
      rtl: false,
      scale: frame.scale,
      slot: Math.min(slot, slots),
    });
  }
}

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, ComputedStyle, Fragment } from '../types.ts';
import { baselinesOf, type Frame, fragmentOf, moved } from './block.ts';
import type { Ctx } from './context.ts';
import { type Axes, alignOf, definiteBasis, flexItems, type Item, inlineWidth, itemSpace, stretches } from './flex-items.ts';
import { resolveFlexible } from './flex-lengths.ts';
import { heightLimits, resolve } from './lengths.ts';
import { widthLimits } from './sizes.ts';
import { isOutOfFlow, type Pending, type Result, type Space } from './space.ts';
import { strutOf } from './strut.ts';
import { finalHeight, relativeOffset } from './used-size.ts';

interface Line {
  readonly items: Item[];
  cross: Pt;
  /** Distance from the line's cross start to the baseline that its items share. */
  baseline: Pt;
  /** Of the items that share their last baseline: how much stands above and below it. */
  last: { readonly above: Pt; readonly below: Pt };
}

const NO_LAST = { above: 0, below: 0 };

/**
 * Flex layout by css-flexbox-1, 9, in our own words: Yoga knows no min-content minimum, no content basis, no baseline of text and no percentage of a
 * stretched size, and each leaf would have to go through its callbacks and float32. Container and items are one piece to page breaking.
 */
export function layoutFlexIn(frame: Frame, box: BlockBox, space: Space, ctx: Ctx): Result {
  const axes = axesOf(box, frame);
  const items = flexItems(box, axes, ctx);
  const lines = collectLines(items, axes);
  const main = axes.room ?? naturalMain(lines, axes, box.style, frame, space);
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
    containerBaseline(lines, children, axes, box.style.flexDirection.endsWith('reverse')),
  );
  return { fragment, top: strutOf(frame.margins.top), bottom: strutOf(frame.margins.bottom), through: false, pending };
}

function axesOf(box: BlockBox, frame: Frame): Axes {
  const { style } = box;
  const row = style.flexDirection === 'row' || style.flexDirection === 'row-reverse';
  const reverse = style.flexDirection.endsWith('reverse');
  const wrapReverse = style.flexWrap === 'wrap-reverse';
  const { width } = frame.inner;
  const height = frame.plan.height === null ? null : Math.max(0, frame.plan.height - frame.edges.y);
  const columnGap = resolve(style.columnGap, width);
  const rowGap = resolve(style.rowGap, frame.plan.base ?? 0);
  return {
    row,
    flipMain: row ? reverse !== frame.rtl : reverse,
    flipCross: row ? wrapReverse : wrapReverse !== frame.rtl,
    main: row ? width : frame.plan.base,
    room: row ? width : height,
    cross: row ? height : width,
    wraps: style.flexWrap !== 'nowrap',
    mainGap: row ? columnGap : rowGap,
    crossGap: row ? rowGap : columnGap,
    width,
    height: frame.plan.base,
  };
}

/** 9.3. Sizes with margins; a line holds at least one item. */
function collectLines(items: readonly Item[], axes: Axes): Line[] {
  if (items.length === 0) return [];
  const { room } = axes;
  if (!axes.wraps || room === null) return [lineOf([...items])];
  const lines: Line[] = [];
  let line: Item[] = [];
  let used = 0;
  for (const item of items) {
    const size = item.main + item.mainMargins;
    if (line.length > 0 && used + axes.mainGap + size > room + 1e-6) {
      lines.push(lineOf(line));
      line = [];
      used = 0;
    }
    used += size + (line.length > 0 ? axes.mainGap : 0);
    line.push(item);
  }
  lines.push(lineOf(line));
  return lines;
}

const lineOf = (items: Item[]): Line => ({ items, cross: 0, baseline: 0, last: NO_LAST });

/** Content height of a column whose height is auto: its items', between min- and max-height. */
function naturalMain(lines: readonly Line[], axes: Axes, style: ComputedStyle, frame: Frame, space: Space): Pt {
  let most = 0;
  for (const { items } of lines) {
    let total = axes.mainGap * (items.length - 1);
    for (const item of items) total += item.main + item.mainMargins;
    most = Math.max(most, total);
  }
  const limits = heightLimits(style, space.height, frame.edges.y);
  return Math.max(0, Math.max(limits.min, Math.min(limits.max, most + frame.edges.y)) - frame.edges.y);
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

function limitCross(item: Item, axes: Axes, size: Pt, ctx: Ctx): Pt {
  if (item.box.kind === 'inline-root') return size;
  if (!axes.row) {
    const widths = widthLimits(item.box, axes.width, item.edges.x, ctx);
    return Math.max(widths.min, Math.min(widths.max, size));
  }
  const limits = heightLimits(item.box.style, axes.cross, item.edges.y);
  return Math.max(limits.min, Math.min(limits.max, size));
}

const crossOf = (item: Item, axes: Axes): Pt =>
  (axes.row ? (item.result?.fragment.height ?? 0) : (item.result?.fragment.width ?? 0)) + item.crossMargins;

const sharesBaseline = (item: Item, axes: Axes): boolean =>
  axes.row && item.align === 'baseline' && !item.auto.top && !item.auto.bottom;

const sharesLast = (item: Item, axes: Axes): boolean =>
  axes.row && item.align === 'last baseline' && !item.auto.top && !item.auto.bottom;

const lastAscentOf = (item: Item): Pt => {
  const f = item.result?.fragment;
  return item.margins.top + (f?.lastBaseline ?? f?.baseline ?? f?.height ?? 0);
};

/** From the margin edge at the top to the first baseline; a box without text has its bottom border edge (9.4, CSS Align 9.1). */
const ascentOf = (item: Item): Pt => {
  const f = item.result?.fragment;
  return item.margins.top + (f?.baseline ?? f?.height ?? 0);
};

/** 9.4.8, 9.4.9 and align-content: stretch. Returns the content cross size that the lines take. */
function crossSizes(lines: readonly Line[], axes: Axes, style: ComputedStyle, frame: Frame, space: Space): Pt {
  for (const line of lines) {
    let above = 0;
    let below = 0;
    let most = 0;
    let last = NO_LAST;
    for (const item of line.items) {
      const size = crossOf(item, axes);
      if (sharesLast(item, axes)) {
        const ascent = lastAscentOf(item);
        last = { above: Math.max(last.above, ascent), below: Math.max(last.below, size - ascent) };
      } else if (!sharesBaseline(item, axes)) most = Math.max(most, size);
      else {
        above = Math.max(above, ascentOf(item));
        below = Math.max(below, size - ascentOf(item));
      }
    }
    line.baseline = above;
    line.last = last;
    line.cross = Math.max(most, above + below, last.above + last.below);
  }
  const [only] = lines;
  if (!axes.wraps && only) {
    if (axes.cross !== null) only.cross = axes.cross;
    else if (axes.row) {
      const limits = heightLimits(style, space.height, frame.edges.y);
      only.cross = Math.max(limits.min - frame.edges.y, Math.min(limits.max - frame.edges.y, only.cross));
    }
  }
  const gaps = axes.crossGap * Math.max(0, lines.length - 1);
  const total = lines.reduce((a, l) => a + l.cross, gaps);
  if (axes.wraps && style.alignContent === 'stretch' && lines.length > 0) {
    const room = axes.row ? finalHeight(frame.plan, total, style, space, frame.edges) - frame.edges.y : (axes.cross ?? 0);
    const extra = Math.max(0, room - total) / lines.length;
    for (const line of lines) line.cross += extra;
  }
  return total;
}

function stretchItems(lines: readonly Line[], axes: Axes, ctx: Ctx): void {
  for (const line of lines) {
    for (const item of line.items) {
      if (!stretches(item, axes)) continue;
      const size = limitCross(item, axes, Math.max(0, line.cross - item.crossMargins), ctx);
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
  if (sharesBaseline(item, axes)) {
    // With wrap-reverse the line's cross start is its bottom; the shared baseline lies as far from the top as ever.
    const top = line.baseline - ascentOf(item);
    return axes.flipCross ? start + free - top : start + top;
  }
  if (sharesLast(item, axes)) {
    // The group stands at the line's cross end (CSS Align 3, 9.3), which with wrap-reverse is its top.
    if (axes.flipCross) return start + free - (line.last.above - lastAscentOf(item));
    return start + line.cross - line.last.below - lastAscentOf(item);
  }
  return start;
}

/** 8.5: the first line's first item on the baseline, else its first item; likewise the last line's, from the end. */
function containerBaseline(
  lines: readonly Line[],
  children: ReadonlyMap<Item, Fragment>,
  axes: Axes,
  reverse: boolean,
): { baseline?: Pt; lastBaseline?: Pt } {
  const flipped = axes.flipCross && axes.row;
  const line = flipped ? lines[lines.length - 1] : lines[0];
  const end = flipped ? lines[0] : lines[lines.length - 1];
  // Of a reversed axis, the item that comes first in the writing mode.
  const items = reverse ? [...(line?.items ?? [])].reverse() : (line?.items ?? []);
  const item = items.find((i) => sharesBaseline(i, axes)) ?? items[0];
  const last = end?.items.find((i) => sharesLast(i, axes)) ?? end?.items[end.items.length - 1];
  const f = item && children.get(item);
  const l = last && children.get(last);
  if (!f || !l) return {};
  return { baseline: baselinesOf([f]).baseline ?? f.y + f.height, lastBaseline: baselinesOf([l]).lastBaseline ?? l.y + l.height };
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
    const c = axes.flipCross ? 1 - atCross : atCross;
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

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Columns, Fragment } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import { baselinesOf, type Frame, fragmentOf, frameOf } from './block.ts';
import { avoids, BEFORE, hasForcedBreak, LOOSE_AVOID, type Outcome, type Room, type Token } from './breaks.ts';
import { balanceColumns, type Filled, fillColumns, singleHeight } from './columns-fill.ts';
import { type ColumnPlan, type Segment, segmentsOf } from './columns-parts.ts';
import type { Ctx } from './context.ts';
import { heightLimits, marginsOf, resolve } from './lengths.ts';
import { type Pending, placed, type Result, type Space } from './space.ts';
import { join, NO_STRUT, type Strut, strutOf, sum } from './strut.ts';
import { crossPosition, finalHeight } from './used-size.ts';

type ColumnsToken = Extract<Token, { kind: 'columns' }>;

/** CSS Multi-column 1, 3.4. */
export function columnPlan(columns: Columns, available: Pt): ColumnPlan {
  const gap = resolve(columns.gap, available);
  const { width } = columns;
  const most = width === 'auto' ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor((available + gap) / (width + gap) + 1e-9));
  const count = Math.min(columns.count === 'auto' ? most : columns.count, most);
  return { count, width: Math.max(0, (available + gap) / count - gap), gap };
}

/** What is placed so far, in border-box coordinates. Mutable: it lives within one layout function. */
interface Pile {
  readonly children: Fragment[];
  readonly pending: Pending[];
  cursor: Pt;
  /** Of the spanning element above. */
  strut: Strut;
}

interface Work {
  readonly box: BlockBox;
  readonly frame: Frame;
  readonly plan: ColumnPlan;
  readonly columns: Columns;
  readonly ctx: Ctx;
}

function workOf(box: BlockBox, columns: Columns, space: Space, ctx: Ctx): Work {
  const frame = frameOf(box, space, ctx);
  return { box, frame, plan: columnPlan(columns, frame.inner.width), columns, ctx };
}

/**
 * A multi-column container in one piece. With a written height its columns end there, and what is too much goes on in further columns beside it, as the
 * standard has it; without one they are as high as their contents, balanced, need.
 */
export function layoutColumns(box: BlockBox, columns: Columns, space: Space, ctx: Ctx): Result {
  const work = workOf(box, columns, space, ctx);
  const { frame } = work;
  const { edges, margins, plan } = frame;
  const most = Math.min(plan.height ?? Number.POSITIVE_INFINITY, heightLimits(box.style, space.height, edges.y).max) - edges.y;
  const pile: Pile = { children: [], pending: [], cursor: edges.top, strut: NO_STRUT };
  for (const segment of segmentsOf(box)) {
    if (segment.kind === 'span') addSpan(work, pile, segment.box);
    else {
      const limit = Math.max(0, most - (pile.cursor + sum(pile.strut) - edges.top));
      addFilled(work, pile, segment, fillWhole(work, segment, limit));
    }
  }
  const height = finalHeight(plan, pile.cursor + sum(pile.strut) - edges.top, box.style, space, edges);
  return {
    fragment: fragmentOf(box, frame, height, pile.children),
    top: strutOf(margins.top),
    bottom: strutOf(margins.bottom),
    through: false,
    pending: pile.pending,
  };
}

const nothing = (): void => {};

function fillWhole({ plan, columns, frame, ctx }: Work, { flow }: Extract<Segment, { kind: 'flow' }>, limit: Pt): Filled {
  const order = { flow, plan, base: frame.inner.height, token: null, tooTall: nothing };
  const most = Number.POSITIVE_INFINITY;
  if (columns.fill === 'auto') {
    return fillColumns({ ...order, height: Number.isFinite(limit) ? limit : singleHeight(order, ctx), most }, ctx);
  }
  const balanced = balanceColumns({ ...order, limit }, ctx);
  return balanced ?? fillColumns({ ...order, height: Math.min(limit, singleHeight(order, ctx)), most }, ctx);
}

function addSpan(work: Work, pile: Pile, child: Box, at?: Pt): void {
  const { frame, ctx } = work;
  const result = ctx.layout(child, { ...frame.inner, independent: true });
  const y = at ?? pile.cursor + sum(join(pile.strut, result.top));
  const x =
    child.kind === 'inline-root'
      ? 0
      : crossPosition(
          child.style,
          marginsOf(child.style, frame.inner.width),
          result.fragment.width,
          frame.inner.width,
          frame.rtl,
        );
  add(pile, result, frame.edges.left + x, y);
  pile.cursor = y + result.fragment.height;
  pile.strut = result.bottom;
}

function add(pile: Pile, { fragment, pending }: Result, x: Pt, y: Pt): void {
  pile.children.push(placed(fragment, x, y));
  for (const p of pending) pile.pending.push({ ...p, x: p.x + x, y: p.y + y, slot: pile.children.length });
}

/** Columns side by side from the start edge on, and the rules between them. */
function addFilled({ frame, plan }: Work, pile: Pile, { rule }: Extract<Segment, { kind: 'flow' }>, filled: Filled): void {
  const y = pile.cursor + sum(pile.strut);
  const { edges, inner, rtl } = frame;
  const step = plan.width + plan.gap;
  const at = (i: number, size: Pt): Pt => edges.left + (rtl ? inner.width - i * step - size : i * step);
  if (rule && filled.height > 0) {
    const width = rule.style.border.left.width;
    for (let i = 1; i < filled.columns.length; i++) {
      const x = at(i, plan.width) + (rtl ? plan.width + plan.gap / 2 : -plan.gap / 2) - width / 2;
      pile.children.push(ruleFragment(rule, x, y, filled.height));
    }
  }
  filled.columns.forEach((result, i) => {
    add(pile, result, at(i, plan.width), y);
  });
  pile.cursor = y + filled.height;
  pile.strut = NO_STRUT;
}

function ruleFragment(box: BlockBox, x: Pt, y: Pt, height: Pt): Fragment {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const { width } = box.style.border.left;
  return { box, x, y, width, height, padding: none, border: { ...none, left: width }, children: [] };
}

/** Columns over pages: each page's are filled to its end, the last page's balanced (CSS Multi-column 1, 7.1 and 8). */
export function breakColumns(
  box: BlockBox,
  columns: Columns,
  space: Space,
  room: Room,
  token: ColumnsToken | null,
  ctx: Ctx,
): Outcome {
  if (!token && !hasForcedBreak(box, room.columns)) {
    const whole = ctx.layout(box, space);
    if (whole.fragment.height <= room.left + 1e-6) return { kind: 'part', result: whole, token: null };
    if (avoids(box.style.breakInside, room.columns) && room.level > LOOSE_AVOID) return BEFORE;
  }
  const work = workOf(box, columns, space, ctx);
  const { edges } = work.frame;
  const pile: Pile = { children: [], pending: [], cursor: token ? 0 : edges.top, strut: NO_STRUT };
  const segments = segmentsOf(box);
  for (let i = token?.index ?? 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    const closing = i === segments.length - 1 ? edges.bottom : 0;
    const empty = pile.children.length === 0;
    if (segment.kind === 'span') {
      const { fragment, top } = ctx.layout(segment.box, { ...work.frame.inner, independent: true });
      const y = token && empty && room.truncate ? pile.cursor : pile.cursor + sum(join(pile.strut, top));
      const fits = y + fragment.height + closing <= room.left + 1e-6;
      if (!fits && !(empty && room.atTop)) {
        return empty ? BEFORE : partOf(work, space, room, token, pile, { index: i, child: null });
      }
      if (!fits) room.tooTall(segment.box);
      addSpan(work, pile, segment.box, y);
      continue;
    }
    const child = i === token?.index ? token.child : null;
    const left = room.left - pile.cursor - sum(pile.strut);
    const filled = fillPart(work, segment, child, left, closing, room, empty);
    if (!filled) return empty ? BEFORE : partOf(work, space, room, token, pile, { index: i, child: null });
    addFilled(work, pile, segment, filled);
    if (filled.token) return partOf(work, space, room, token, pile, { index: i, child: filled.token });
  }
  return partOf(work, space, room, token, pile, null);
}

/** What of one flow stands on this page; null: nothing, it had better begin on the next. */
function fillPart(
  { plan, columns, frame, ctx }: Work,
  { flow }: Extract<Segment, { kind: 'flow' }>,
  token: Token | null,
  left: Pt,
  closing: Pt,
  room: Room,
  first: boolean,
): Filled | null {
  const order = { flow, plan, base: frame.inner.height, token, tooTall: room.tooTall };
  if (columns.fill === 'balance') {
    const balanced = balanceColumns({ ...order, limit: left - closing, truncate: room.truncate }, ctx);
    if (balanced) return balanced;
  }
  if (left <= 0 && !(room.atTop && first)) return null;
  const filled = fillColumns(
    { ...order, height: Math.max(0, left), most: plan.count, paged: true, truncate: room.truncate },
    ctx,
  );
  const forcedIn = room.atTop && first;
  return forcedIn || (!filled.overflows && filled.strict) ? filled : null;
}

function partOf(
  { box, frame, ctx }: Work,
  space: Space,
  room: Room,
  token: ColumnsToken | null,
  pile: Pile,
  more: { index: number; child: Token | null } | null,
): Outcome {
  const { edges, margins, plan } = frame;
  const first = token === null;
  const last = more === null;
  const consumed = token?.consumed ?? 0;
  const content = pile.cursor + sum(pile.strut);
  const least = heightLimits(box.style, space.height, edges.y).min - consumed;
  const height = last
    ? first
      ? finalHeight(plan, content - edges.top, box.style, space, edges)
      : Math.max(content + edges.bottom, Math.min(least, room.left))
    : Math.max(room.left, pile.cursor);
  const cut = (s: { top: Pt; right: Pt; bottom: Pt; left: Pt }) => ({
    ...s,
    top: first ? s.top : 0,
    bottom: last ? s.bottom : 0,
  });
  const fragment: Fragment = {
    box,
    x: 0,
    y: 0,
    width: frame.width,
    height,
    padding: cut(edges.padding),
    border: cut(edges.border),
    children: pile.children,
    ...baselinesOf(pile.children),
    ...(!first && { continued: true }),
    ...(!last && { continues: true }),
  };
  const result: Result = {
    fragment,
    top: first ? strutOf(margins.top) : NO_STRUT,
    bottom: last ? strutOf(margins.bottom) : NO_STRUT,
    through: false,
    pending: pile.pending,
  };
  const next: Token | null = more ? { kind: 'columns', ...more, consumed: consumed + height } : null;
  return { kind: 'part', result: positionAbsolutes(box, result, ctx), token: next };
}

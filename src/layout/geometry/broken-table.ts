import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Fragment } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import { baselinesOf } from './block.ts';
import {
  avoidedBetween,
  avoids,
  BEFORE,
  type Forced,
  forcedBetween,
  LOOSE_AVOID,
  type Outcome,
  type Room,
  type Token,
} from './breaks.ts';
import { breakBlock } from './broken-block.ts';
import type { Ctx } from './context.ts';
import { NO_EDGES } from './lengths.ts';
import { type Pending, placed, type Space } from './space.ts';
import { NO_STRUT, strutOf } from './strut.ts';
import { tableFragment, wrapperOf } from './table.ts';
import { cellBox, cellSpace, cellWidth } from './table-cells.ts';
import { captionResult, cellLeft, planTable, type TablePlan } from './table-plan.ts';
import { rowFragments, straysOf } from './table-row-fragments.ts';

type TableToken = Extract<Token, { kind: 'table' }>;

/** A header is repeated on each page if it leaves most of the page to the rows. */
const MOST_HEAD = 0.4;

/**
 * A table over pages: breaks between rows, not through spanning cells if that can be; the header group comes again on each page; a row is broken
 * itself only if it is higher than a page (css-break-3, 4.1; CSS 2.1, 17.2).
 */
export function breakTable(box: BlockBox, space: Space, room: Room, token: TableToken | null, ctx: Ctx): Outcome {
  const first = token === null;
  const whole = first ? ctx.layout(box, space) : null;
  if (whole && whole.fragment.height <= room.left + 1e-6 && !forcesInside(box, space, ctx))
    return { kind: 'part', result: whole, token: null };
  if (first && avoids(box.style.breakInside, room.columns) && room.level > LOOSE_AVOID) return BEFORE;
  const plan = planTable(box, space, ctx);
  const { parts, edges, heights } = plan;
  const gap = parts.spacing.y;
  const headRows = parts.grid.headRows;
  const captions = captionFragments(plan, first ? 'top' : 'none', ctx);
  const headHeight = heights.slice(0, headRows).reduce((a, h) => a + h + gap, 0);
  const repeats = headRows > 0 && headHeight <= room.page * MOST_HEAD;
  const children: Fragment[] = [];
  const pending: Pending[] = first ? straysOf(plan, parts.grid.strays, edges.top, 0) : [];
  let y = (first ? edges.top : 0) + gap;
  const left = room.left - captions.height;
  if (!first && repeats) {
    const head = rowFragments(plan, 0, headRows, y, ctx);
    for (const f of head.children) children.push({ ...f, repeated: true });
    y = head.bottom;
  }
  const rowCount = parts.grid.rows.length;
  const firstBody = Math.max(headRows, token?.row ?? 0);
  let row = token?.row ?? 0;

  if (token?.cells) {
    const broken = breakRow(plan, row, token.cells, { ...room, left: left - y }, ctx);
    placeRow(plan, row, y, broken, children, pending);
    y += broken.height + gap;
    if (broken.cells)
      return part(
        plan,
        children,
        pending,
        captions,
        left,
        first,
        { row, cells: broken.cells, forced: null, consumed: token.consumed },
        ctx,
      );
    row++;
  }

  const fits = (r: number, at: Pt) => at + (heights[r] ?? 0) + (r === rowCount - 1 ? gap + edges.bottom : 0) <= left + 1e-6;
  let end = row;
  let at = y;
  let forced: Forced | null = null;
  while (end < rowCount && fits(end, at)) {
    forced = end > row && end > headRows ? forcedAt(plan, end) : null;
    if (forced) break;
    at += (heights[end] ?? 0) + gap;
    end++;
  }
  if (end < rowCount && !forced) {
    const full = end;
    while (end > row && !breakable(plan, end, room.level, row, firstBody)) end--;
    const nothing = end <= row || (first && end <= headRows && headRows > 0 && rowCount > headRows);
    const usable = room.page - headHeight - 2 * gap;
    const huge = (heights[full] ?? 0) > usable;
    const mayEnter = huge && (full === row || breakable(plan, full, room.level, row, firstBody) || full === headRows);
    if (mayEnter && (room.atTop || full > firstBody)) {
      const stacked = rowFragments(plan, row, full, y, ctx);
      children.push(...stacked.children);
      pending.push(...stacked.pending);
      const broken = breakRow(plan, full, null, { ...room, left: left - stacked.bottom, atTop: true }, ctx);
      placeRow(plan, full, stacked.bottom, broken, children, pending);
      const next = broken.cells ? { row: full, cells: broken.cells } : { row: full + 1, cells: null };
      return part(plan, children, pending, captions, left, first, { ...next, forced: null, consumed: token?.consumed ?? 0 }, ctx);
    }
    if (nothing) {
      if (token?.cells)
        return part(
          plan,
          children,
          pending,
          captions,
          left,
          first,
          { row, cells: null, forced: null, consumed: token.consumed },
          ctx,
        );
      if (!room.atTop || room.level > LOOSE_AVOID) return BEFORE;
      end = Math.max(full, row + 1);
    }
  }
  const stacked = rowFragments(plan, row, end, y, ctx);
  children.push(...stacked.children);
  pending.push(...stacked.pending);
  y = stacked.bottom;
  const more = end < rowCount ? { row: end, cells: null, forced, consumed: token?.consumed ?? 0 } : null;
  return part(plan, children, pending, captions, y, first, more, ctx);
}

function forcesInside(box: BlockBox, space: Space, ctx: Ctx): boolean {
  const plan = planTable(box, space, ctx);
  return plan.parts.grid.rows.some((_, r) => r > plan.parts.grid.headRows && forcedAt(plan, r) !== null);
}

function edgeBoxes(plan: TablePlan, r: number): { above: BlockBox; below: BlockBox } | null {
  const above = plan.parts.grid.rows[r - 1];
  const below = plan.parts.grid.rows[r];
  if (!above || !below) return null;
  const a = above.group !== below.group && above.group ? above.group : above.box;
  const b = above.group !== below.group && below.group ? below.group : below.box;
  return a && b ? { above: a, below: b } : null;
}

function forcedAt(plan: TablePlan, r: number): Forced | null {
  const boxes = edgeBoxes(plan, r);
  return boxes && forcedBetween(boxes.above, boxes.below);
}

/** Whether a page may end above row r. */
function breakable(plan: TablePlan, r: number, level: number, start: number, firstBody: number): boolean {
  if (r <= start || r <= firstBody) return r > start && level <= LOOSE_AVOID && r > plan.parts.grid.headRows;
  if (level <= LOOSE_AVOID) return true;
  const spanned = plan.parts.grid.rows.slice(0, r).some((row) => row.cells.some((c) => c.row + c.rowSpan > r));
  if (spanned) return false;
  const boxes = edgeBoxes(plan, r);
  if (boxes && avoidedBetween(boxes.above, boxes.below)) return false;
  const group = plan.parts.grid.rows[r]?.group;
  return !(group && group === plan.parts.grid.rows[r - 1]?.group && avoids(group.style.breakInside));
}

interface BrokenRow {
  readonly fragments: readonly Fragment[];
  readonly pending: readonly Pending[];
  readonly height: Pt;
  /** The row begins here. */
  readonly first: boolean;
  readonly cells: readonly (Token | 'start' | null)[] | null;
}

/** The cells of one row, each broken by itself: parallel flows (css-break-3, 2). */
function breakRow(plan: TablePlan, r: number, from: readonly (Token | 'start' | null)[] | null, room: Room, ctx: Ctx): BrokenRow {
  const cells = plan.parts.grid.rows[r]?.cells ?? [];
  const fragments: Fragment[] = [];
  const pending: Pending[] = [];
  const next: (Token | 'start' | null)[] = [];
  let height = 0;
  cells.forEach((cell, i) => {
    const state = from ? (from[i] ?? null) : 'start';
    const box = cellBox(cell, plan.parts);
    const x = cellLeft(plan, cell);
    const space = cellSpace(plan.rowWidth, cellWidth(cell, plan.widths, plan.parts.spacing.x), null);
    if (state === null) {
      next.push(null);
      return;
    }
    const token = state === 'start' ? null : state;
    let outcome: Outcome = BEFORE;
    for (let level = room.level; level >= 0 && outcome.kind === 'before'; level--) {
      const own = { ...room, atTop: true, truncate: true, level };
      outcome = box.style.columns
        ? ctx.layoutBroken(box, space, own, token)
        : breakBlock(box, space, own, token?.kind === 'block' ? token : null, ctx);
    }
    if (outcome.kind === 'before') {
      next.push(null);
      return;
    }
    const sides = plan.parts.borders?.cell(cell);
    const f = outcome.result.fragment;
    fragments.push({ ...f, box: cell.box, x, y: 0, ...(sides && { borderSides: sides }) });
    for (const p of outcome.result.pending) pending.push({ ...p, x: p.x + x });
    next.push(outcome.token);
    height = Math.max(height, f.height);
  });
  const level = fragments.map((f) => (f.height < height ? { ...f, height } : f));
  return { fragments: level, pending, height, first: from === null, cells: next.some((t) => t !== null) ? next : null };
}

function placeRow(plan: TablePlan, r: number, y: Pt, row: BrokenRow, children: Fragment[], pending: Pending[]): void {
  const { parts, edges, lefts } = plan;
  const left = edges.left + parts.spacing.x;
  const width = Math.max(0, (lefts[lefts.length - 1] ?? 0) - parts.spacing.x);
  const wrap = (box: BlockBox, x: Pt, top: Pt, inner: readonly Fragment[]): Fragment => ({
    box,
    x,
    y: top,
    width,
    height: row.height,
    padding: NO_EDGES.padding,
    border: NO_EDGES.border,
    children: inner,
    ...baselinesOf(inner),
  });
  const { box, group, strays } = parts.grid.rows[r] ?? { box: null, group: null, strays: [] };
  if (row.first) pending.push(...straysOf(plan, strays, y, children.length + 1));
  let list = [...row.fragments];
  if (box) list = [wrap(box, 0, 0, list)];
  if (group) list = [wrap(group, 0, 0, list)];
  for (const f of list) children.push(placed(f, left + f.x, y + f.y));
  for (const p of row.pending) pending.push({ ...p, x: p.x + left, y: p.y + y, slot: children.length });
}

interface Captions {
  readonly fragments: readonly Fragment[];
  readonly pending: readonly Pending[];
  readonly height: Pt;
}

function captionFragments(plan: TablePlan, side: 'top' | 'bottom' | 'none', ctx: Ctx): Captions {
  const fragments: Fragment[] = [];
  const pending: Pending[] = [];
  let y = 0;
  for (const caption of plan.parts.grid.captions) {
    if (caption.style.captionSide !== side) continue;
    const { result: r, margins: m, x } = captionResult(plan.box, caption, plan.width, ctx);
    y += m.top;
    fragments.push(placed(r.fragment, x, y));
    for (const p of r.pending) pending.push({ ...p, x: p.x + x, y: p.y + y });
    y += r.fragment.height + m.bottom;
  }
  return { fragments, pending, height: y };
}

/** @param bottom where the rows end, or the room's end where a row goes on */
function part(
  plan: TablePlan,
  children: readonly Fragment[],
  pending: readonly Pending[],
  top: Captions,
  bottom: Pt,
  first: boolean,
  more: Omit<TableToken, 'kind'> | null,
  ctx: Ctx,
): Outcome {
  const last = more === null;
  const height = Math.max(0, last ? Math.max(bottom + plan.edges.bottom, first ? plan.height : 0) : bottom);
  let fragment = tableFragment(plan, children, height, first, last);
  let rows: readonly Pending[] = pending;
  const hasCaptions = plan.parts.grid.captions.length > 0;
  const own = positionAbsolutes(plan.box, { fragment, top: NO_STRUT, bottom: NO_STRUT, through: false, pending: rows }, ctx);
  fragment = own.fragment;
  rows = own.pending;
  if (hasCaptions) {
    const after = captionFragments(plan, last ? 'bottom' : 'none', ctx);
    const inner = [
      ...top.fragments,
      placed(fragment, 0, top.height),
      ...after.fragments.map((f) => placed(f, f.x, f.y + top.height + height)),
    ];
    rows = [
      ...top.pending,
      ...rows.map((p) => ({ ...p, y: p.y + top.height })),
      ...after.pending.map((p) => ({ ...p, y: p.y + top.height + height })),
    ];
    fragment = {
      box: wrapperOf(plan.box),
      x: 0,
      y: 0,
      width: plan.width,
      height: top.height + height + after.height,
      padding: NO_EDGES.padding,
      border: NO_EDGES.border,
      children: inner,
      ...baselinesOf(inner.filter((child) => child.box === plan.box)),
      ...(!first && { continued: true }),
      ...(!last && { continues: true }),
    };
  }
  return {
    kind: 'part',
    result: {
      fragment,
      top: first ? strutOf(plan.margins.top) : NO_STRUT,
      bottom: last ? strutOf(plan.margins.bottom) : NO_STRUT,
      through: false,
      pending: rows,
    },
    token: more ? { kind: 'table', ...more, consumed: more.consumed + height } : null,
  };
}

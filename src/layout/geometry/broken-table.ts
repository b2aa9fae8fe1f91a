import type { Pt } from '../../core/geometry.ts';
import type { BlockBox } from '../types.ts';
import {
  avoids,
  BEFORE,
  type CellState,
  type Forced,
  hasForcedBreak,
  LOOSE_AVOID,
  type Outcome,
  type Room,
  type Token,
} from './breaks.ts';
import { captionFragments, tablePart } from './broken-captions.ts';
import { type BrokenRow, breakCell, breakRow, type CellPart, stretched } from './broken-cells.ts';
import { type PlacedRow, stackRows, wholeCell } from './broken-rows.ts';
import { type Flow, flowOf, forcedAbove, forcesInside, mayEndAbove, mayEnter, ownCells } from './broken-rules.ts';
import { extentOf } from './columns-fill.ts';
import type { Ctx } from './context.ts';
import type { Space } from './space.ts';
import type { Cell } from './table-grid.ts';
import { planTable, type TablePlan } from './table-plan.ts';
import { straysOf } from './table-row-fragments.ts';

type TableToken = Extract<Token, { kind: 'table' }>;

/** A cell over several rows that has begun. */
interface Span {
  readonly cell: Cell;
  readonly index: number;
  readonly state: CellState;
  /** Where it begins on this page. */
  readonly y: Pt;
  /** It began on a page before. */
  readonly carried: boolean;
}

interface Row extends Omit<PlacedRow, 'cells'> {
  /** null: it stands here whole. */
  readonly broken: BrokenRow | null;
}

/** What is placed on this page. Mutable: it lives within one layout function. */
interface Work {
  readonly plan: TablePlan;
  readonly flow: Flow;
  readonly room: Room;
  readonly ctx: Ctx;
  /** Where the rows of the body have to end. */
  readonly limit: Pt;
  y: Pt;
  rows: readonly Row[];
  spans: readonly Span[];
}

/** Where the page ends: above this row, or in it. */
interface Stop {
  readonly row: number;
  readonly broken: BrokenRow | null;
  /** Height of the broken row's parts. */
  readonly done: Pt;
  readonly forced: Forced | null;
}

const EPSILON = 1e-6;

/**
 * A table over pages: breaks between rows, and inside rows that are high (CSS Tables 3, 6.1); header and footer groups come again on each page. Cells
 * that span rows go on beside them.
 */
export function breakTable(box: BlockBox, space: Space, room: Room, token: TableToken | null, ctx: Ctx): Outcome {
  const first = token === null;
  if (first && !hasForcedBreak(box, room.columns)) {
    const whole = ctx.layout(box, space);
    if (whole.fragment.height <= room.left + EPSILON) return { kind: 'part', result: whole, token: null };
    if (avoids(box.style.breakInside, room.columns) && room.level > LOOSE_AVOID) return BEFORE;
  }
  const plan = planTable(box, space, ctx);
  const { edges, parts } = plan;
  const flow = flowOf(plan, room, space.width);
  const captions = captionFragments(plan, first ? 'top' : 'none', ctx);
  const left = room.left - captions.height;
  const given = { plan, captions, first, left };
  if (token?.row === flow.rowCount) return tablePart({ ...given, children: [], pending: [], bottom: null, more: null }, ctx);

  const collapsed = parts.borders ? edges.top : 0;
  const top = first ? edges.top + flow.gap : flow.head > 0 ? collapsed : 0;
  const head = together(plan, flow, 0, flow.head, top, !first, ctx);
  const work: Work = { plan, flow, room, ctx, limit: left - flow.footRoom, y: head.bottom, rows: [], spans: [] };
  for (const { row, index, state } of token?.spans ?? []) {
    const cell = parts.grid.rows[row]?.cells[index];
    if (cell) work.spans = [...work.spans, { cell, index, state, y: work.y, carried: true }];
  }
  const stop = fill(work, Math.max(token?.row ?? 0, flow.head), token);
  if (!stop || (!room.atTop && work.rows.length === 0 && work.y + flow.footRoom > left + EPSILON)) return BEFORE;
  const more = stop.row < flow.bodyEnd;
  const { rows, spans, bottom } = endOfPage(work, stop, head.bottom);
  const body = stackRows(plan, rows);
  const footTop = more ? Math.min(bottom + flow.gap, Math.max(head.bottom, work.limit)) : bottom + flow.gap;
  const foot = together(plan, flow, flow.bodyEnd, flow.rowCount, footTop, more, ctx);
  const next: TableToken | null = more
    ? { kind: 'table', row: stop.row, cells: stop.broken?.next ?? null, done: stop.done, spans, forced: stop.forced }
    : null;
  return tablePart(
    {
      ...given,
      children: [...head.children, ...body.children, ...foot.children],
      pending: [
        ...(first ? straysOf(plan, parts.grid.strays, edges.top, 0) : []),
        ...head.pending,
        ...body.pending,
        ...foot.pending,
      ],
      bottom: foot.children.length > 0 ? foot.bottom - flow.gap : bottom,
      more: next,
    },
    ctx,
  );
}

/** Rows that stay together: a header or footer. @param repeated they stand on another page, too, and are read there */
function together(plan: TablePlan, { gap }: Flow, from: number, to: number, top: Pt, repeated: boolean, ctx: Ctx) {
  const rows: PlacedRow[] = [];
  let y = top;
  for (let row = from; row < to; row++) {
    const height = plan.heights[row] ?? 0;
    const cells = (plan.parts.grid.rows[row]?.cells ?? []).map((cell) => wholeCell(plan, cell, plan.heights, ctx));
    rows.push({ row, y, height, cells, begins: true });
    y += height + gap;
  }
  return { ...stackRows(plan, rows, repeated), bottom: y };
}

/** Rows from `start` on, as many as the level allows; null: none may stand here. */
function fill(work: Work, start: number, token: TableToken | null): Stop | null {
  const { plan, flow, room, ctx } = work;
  const enter = (row: number, from: readonly CellState[] | null, done: Pt, atTop: boolean): BrokenRow | null => {
    const left = work.limit - work.y;
    const least = (plan.heights[row] ?? 0) - done;
    return breakRow(plan, ownCells(plan, row), from, least, { ...room, left, atTop }, ctx);
  };
  const before = new Map<number, Pick<Work, 'y' | 'rows' | 'spans'>>();
  let row = start;
  if (token?.cells) {
    const broken = enter(row, token.cells, token.done, true);
    if (!broken) return null;
    put(work, { row, y: work.y, height: broken.height, broken, begins: false });
    if (broken.next) return { row, broken, done: token.done + broken.height, forced: null };
    row++;
  }
  for (; row < flow.bodyEnd; row++) {
    const isFirst = row === start;
    const forced = isFirst ? null : forcedAbove(plan, row, room.columns);
    if (forced) return { row, broken: null, done: 0, forced };
    const { y, rows, spans } = work;
    before.set(row, { y, rows, spans });
    const height = heightOf(work, row);
    const isLast = row === flow.bodyEnd - 1;
    const fits = y + height + (isLast ? plan.edges.bottom : 0) <= work.limit + EPSILON;
    if (fits && !forcesInside(plan, row, room.columns)) {
      put(work, { row, y, height, broken: null, begins: true });
      continue;
    }
    const atTop = room.atTop && isFirst;
    const entered = mayEnter(plan, flow, row, room) ? enter(row, null, 0, atTop) : null;
    if (entered?.next) {
      put(work, { row, y, height: entered.height, broken: entered, begins: true });
      return { row, broken: entered, done: entered.height, forced: null };
    }
    for (let r = row; r > start; r--) {
      const here = before.get(r);
      if (!here || !mayEndAbove(plan, r, room)) continue;
      Object.assign(work, here);
      return { row: r, broken: null, done: 0, forced: null };
    }
    if (!atTop || room.level > LOOSE_AVOID) return null;
    const broken = enter(row, null, 0, true);
    put(work, { row, y, height: broken?.height ?? height, broken, begins: true });
    if (broken?.next) return { row, broken, done: broken.height, forced: null };
  }
  return { row, broken: null, done: 0, forced: null };
}

function put(work: Work, row: Row): void {
  work.rows = [...work.rows, row];
  if (row.begins) {
    for (const [index, cell] of (work.plan.parts.grid.rows[row.row]?.cells ?? []).entries()) {
      if (cell.rowSpan > 1) work.spans = [...work.spans, { cell, index, state: 'start', y: row.y, carried: false }];
    }
  }
  work.y = row.y + row.height + work.flow.gap;
}

const lastRow = ({ row, rowSpan }: Cell): number => row + rowSpan - 1;

/** Of a whole row: higher where a cell that ends in it needs more than is left of its rows. */
function heightOf(work: Work, row: number): Pt {
  const { plan, room, ctx, y } = work;
  let height = plan.heights[row] ?? 0;
  for (const span of work.spans) {
    if (lastRow(span.cell) !== row || !span.carried) continue;
    const rest = breakCell(plan, span.cell, span.state, { ...room, left: Number.POSITIVE_INFINITY, atTop: true }, ctx);
    height = Math.max(height, span.y + (rest?.fragment.height ?? 0) - y);
  }
  return height;
}

/** The rows of the page with their cells, and the cells that go on beside the rows of the next. */
function endOfPage(work: Work, stop: Stop, top: Pt): { rows: PlacedRow[]; spans: TableToken['spans']; bottom: Pt } {
  const { plan, flow, room, ctx, limit } = work;
  const heights = [...plan.heights];
  for (const { row, height } of work.rows) heights[row] = height;
  const open = work.spans.filter(({ cell }) => lastRow(cell) >= stop.row && stop.row < flow.bodyEnd);
  const parts = new Map<Span, CellPart>();
  let bottom = work.rows.length > 0 ? work.y - flow.gap : top;
  for (const span of open) {
    const part = broken(work, span, limit - span.y);
    parts.set(span, part);
    if (part.next !== 'done') bottom = Math.max(bottom, span.y + extentOf(part.fragment));
  }
  const byRow = new Map<number, Omit<CellPart, 'next'>[]>();
  const add = (row: number, part: Omit<CellPart, 'next'>): void => void byRow.set(row, [...(byRow.get(row) ?? []), part]);
  for (const span of work.spans) {
    const { cell, state, y, carried } = span;
    const part = parts.get(span);
    if (part) add(cell.row, stretched(part, bottom - y, true));
    else if (!carried) add(cell.row, wholeCell(plan, cell, heights, ctx));
    else {
      const rest = breakCell(plan, cell, state, { ...room, left: Number.POSITIVE_INFINITY, atTop: true }, ctx);
      const end = work.rows.find(({ row }) => row === lastRow(cell));
      if (rest) add(cell.row, stretched(rest, end ? end.y + end.height - y : 0, false));
    }
  }
  const carried = [...new Set(work.spans.filter((span) => span.carried).map(({ cell }) => cell.row))];
  const rows = [
    ...carried.map((row): PlacedRow => ({ row, y: top, height: 0, cells: byRow.get(row) ?? [], begins: false })),
    ...work.rows.map(({ row, y, height, broken: own, begins }): PlacedRow => {
      const cells = own?.cells ?? ownCells(plan, row).map((cell) => wholeCell(plan, cell, heights, ctx));
      const spanned = begins ? (byRow.get(row) ?? []) : [];
      return { row, y, height, cells: [...cells, ...spanned].sort((a, b) => a.cell.column - b.cell.column), begins };
    }),
  ];
  const spans = open.map((span) => ({ row: span.cell.row, index: span.index, state: parts.get(span)?.next ?? span.state }));
  return { rows, spans, bottom };
}

/** The part of a cell that goes on beside the rows of the next page. */
function broken({ plan, room, ctx }: Work, { cell, state, carried }: Span, left: Pt): CellPart {
  for (let level = room.level; level >= 0; level--) {
    const part = breakCell(plan, cell, state, { ...room, left, level, atTop: carried }, ctx);
    if (part) return part;
  }
  const empty = breakCell(plan, cell, 'done', room, ctx);
  if (!empty) throw new Error('a cell without contents can always be placed');
  return { ...empty, next: state };
}

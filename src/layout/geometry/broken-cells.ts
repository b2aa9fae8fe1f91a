import type { Pt } from '../../core/geometry.ts';
import type { Fragment, Sides } from '../types.ts';
import { BEFORE, type CellState, forcedOf, type Outcome, type Room } from './breaks.ts';
import { breakBlock } from './broken-block.ts';
import type { Ctx } from './context.ts';
import { edgesOf } from './lengths.ts';
import type { Pending } from './space.ts';
import { cellBox, cellSpace, cellWidth } from './table-cells.ts';
import type { Cell } from './table-grid.ts';
import { cellLeft, type TablePlan } from './table-plan.ts';

/** What of a cell stands on a page, in coordinates of its row, and how it goes on. */
export interface CellPart {
  readonly cell: Cell;
  readonly fragment: Fragment;
  readonly pending: readonly Pending[];
  readonly next: CellState;
}

/** The part of one cell; null: nothing of it may stand here at this level. */
export function breakCell(plan: TablePlan, cell: Cell, state: CellState, room: Room, ctx: Ctx): CellPart | null {
  const { parts, rowWidth, widths } = plan;
  const box = cellBox(cell, parts);
  const x = cellLeft(plan, cell);
  const width = cellWidth(cell, widths, parts.spacing.x);
  const space = cellSpace(rowWidth, width, null);
  const sides = parts.borders?.cell(cell);
  const dressed = (f: Fragment): Fragment => ({ ...f, box: cell.box, x, y: 0, ...(sides && { borderSides: sides }) });
  if (state === 'done') return { cell, fragment: dressed(emptyPart(box, width, space.width)), pending: [], next: 'done' };
  const token = state === 'start' ? null : state;
  let outcome: Outcome = BEFORE;
  for (let level = room.level; level >= 0 && outcome.kind === 'before'; level--) {
    if (level < room.level && !room.atTop) return null;
    const own = { ...room, level, truncate: token !== null && forcedOf(token) === null };
    outcome = box.style.columns
      ? ctx.layoutBroken(box, space, own, token)
      : breakBlock(box, space, own, token?.kind === 'block' ? token : null, ctx);
  }
  if (outcome.kind === 'before') return null;
  const { fragment, pending } = outcome.result;
  return {
    cell,
    fragment: dressed(fragment),
    pending: pending.map((p) => ({ ...p, x: p.x + x })),
    next: outcome.token ?? 'done',
  };
}

/** A cell whose contents have ended goes on beside the others of its row. */
function emptyPart(box: Cell['box'], width: Pt, base: Pt): Fragment {
  const { padding, border } = edgesOf(box.style, base);
  const cut = (s: Sides<Pt>): Sides<Pt> => ({ ...s, top: 0 });
  return { box, x: 0, y: 0, width, height: 0, padding: cut(padding), border: cut(border), children: [], continued: true };
}

/** One row's cells, each broken by itself: parallel flows (css-break-3, 2). */
export interface BrokenRow {
  readonly cells: readonly CellPart[];
  readonly height: Pt;
  /** null: the row ends here. */
  readonly next: readonly CellState[] | null;
}

/**
 * Cells that span rows are not among them: they go on beside the rows below.
 * @param least what the row has to be high at least, where it ends here
 */
export function breakRow(
  plan: TablePlan,
  cells: readonly Cell[],
  from: readonly CellState[] | null,
  least: Pt,
  room: Room,
  ctx: Ctx,
): BrokenRow | null {
  const parts: CellPart[] = [];
  for (const [i, cell] of cells.entries()) {
    const part = breakCell(plan, cell, from?.[i] ?? 'start', room, ctx);
    if (!part) return null;
    parts.push(part);
  }
  const next = parts.map((part) => part.next);
  const ends = next.every((state) => state === 'done');
  const content = parts.reduce((most, { fragment }) => Math.max(most, fragment.height), 0);
  const height = ends ? Math.max(content, least) : Math.max(content, room.left);
  if (ends && !room.atTop && height > room.left + 1e-6) return null;
  return { cells: parts.map((part) => stretched(part, height, !ends)), height, next: ends ? null : next };
}

/** As high as its row; what has ended is closed at the bottom only where the row ends. */
export function stretched(part: CellPart, height: Pt, goesOn: boolean): CellPart {
  const { fragment } = part;
  const open = goesOn && !fragment.continues;
  const cut = (s: Sides<Pt>): Sides<Pt> => (open ? { ...s, bottom: 0 } : s);
  return {
    ...part,
    fragment: {
      ...fragment,
      height: fragment.continues ? height : Math.max(fragment.height, height),
      padding: cut(fragment.padding),
      border: cut(fragment.border),
      ...(goesOn && { continues: true }),
    },
  };
}

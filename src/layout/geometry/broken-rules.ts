import type { Pt } from '../../core/geometry.ts';
import type { BlockBox } from '../types.ts';
import { avoidedBetween, avoids, type Forced, forcedBetween, hasForcedBreak, LOOSE_AVOID, type Room } from './breaks.ts';
import type { Cell } from './table-grid.ts';
import type { TablePlan } from './table-plan.ts';

/** What of a table's rows bears on where its pages end. */
export interface Flow {
  readonly gap: Pt;
  readonly rowCount: number;
  /** The rows of a header group that comes again on each page; 0: none does. */
  readonly head: number;
  /** The rows before a footer group that comes again on each page; the number of rows where none does. */
  readonly bodyEnd: number;
  /** Room that such a footer keeps below the rows. */
  readonly footRoom: Pt;
  /** Rows that are higher may be broken wherever a page ends. */
  readonly whole: Pt;
}

/** A header or footer comes again on each page if it takes no more of it than this (CSS Tables 3, 6.2). */
const MOST_REPEATED = 1 / 4;

/** @param width of what the table stands in */
export function flowOf({ parts, edges, heights }: TablePlan, room: Room, width: Pt): Flow {
  const { rows, headRows } = parts.grid;
  const gap = parts.spacing.y;
  const heightOf = (from: number, to: number) =>
    heights.slice(from, to).reduce((a, h) => a + h, gap * Math.max(0, to - from - 1));
  const repeats = (from: number, to: number): boolean => {
    const group = rows[from]?.group;
    return (
      to > from && !!group && avoids(group.style.breakInside, room.columns) && heightOf(from, to) <= room.page * MOST_REPEATED
    );
  };
  const last = rows[rows.length - 1]?.group;
  const footStart = last?.style.display === 'table-footer-group' ? rows.findIndex(({ group }) => group === last) : rows.length;
  const bodyEnd = repeats(footStart, rows.length) ? footStart : rows.length;
  const footRoom = bodyEnd < rows.length ? heightOf(bodyEnd, rows.length) + gap + (parts.borders ? edges.bottom : 0) : 0;
  return {
    gap,
    rowCount: rows.length,
    head: repeats(0, headRows) ? headRows : 0,
    bodyEnd,
    footRoom,
    whole: Math.min(room.page, width) / 2,
  };
}

/** The cells that end in the row in which they begin. */
export const ownCells = ({ parts }: TablePlan, r: number): readonly Cell[] =>
  (parts.grid.rows[r]?.cells ?? []).filter(({ rowSpan }) => rowSpan === 1);

/** The boxes between which a page would end above row r. */
function edgeBoxes({ parts }: TablePlan, r: number): { above: BlockBox; below: BlockBox } | null {
  const above = parts.grid.rows[r - 1];
  const below = parts.grid.rows[r];
  if (!above || !below) return null;
  const a = above.group !== below.group && above.group ? above.group : above.box;
  const b = above.group !== below.group && below.group ? below.group : below.box;
  return a && b ? { above: a, below: b } : null;
}

export function forcedAbove(plan: TablePlan, r: number, columns?: boolean): Forced | null {
  const boxes = edgeBoxes(plan, r);
  return boxes && forcedBetween(boxes.above, boxes.below, columns);
}

export const forcesInside = ({ parts }: TablePlan, r: number, columns?: boolean): boolean =>
  (parts.grid.rows[r]?.cells ?? []).some(({ box }) => hasForcedBreak(box, columns));

const isKept = ({ parts }: TablePlan, r: number, columns?: boolean): boolean => {
  const { box, group } = parts.grid.rows[r] ?? { box: null, group: null };
  return [box, group].some((b) => b !== null && avoids(b.style.breakInside, columns));
};

/** Whether a page may end above row r, with a row of the body above it. */
export function mayEndAbove(plan: TablePlan, r: number, room: Room): boolean {
  if (room.level <= LOOSE_AVOID) return true;
  const boxes = edgeBoxes(plan, r);
  if (boxes && avoidedBetween(boxes.above, boxes.below, room.columns)) return false;
  const { rows } = plan.parts.grid;
  const group = rows[r]?.group;
  if (group && group === rows[r - 1]?.group && avoids(group.style.breakInside, room.columns)) return false;
  // A cell that goes on beside the rows below is broken there, and its row with it.
  return !spanning(plan, r - 1).some((cell) => isKept(plan, cell.row, room.columns));
}

/** Cells of row r and of rows above that go on below it. */
const spanning = ({ parts }: TablePlan, r: number): Cell[] =>
  parts.grid.rows.slice(0, r + 1).flatMap(({ cells }) => cells.filter((c) => c.row + c.rowSpan > r + 1));

/**
 * Whether a row may be broken itself before a break above it is thought of: CSS Tables 3, 6.1 keeps rows whole that are lower than half a page and have no
 * cell that spans rows below.
 */
export function mayEnter(plan: TablePlan, flow: Flow, r: number, room: Room): boolean {
  if (forcesInside(plan, r, room.columns)) return true;
  if (isKept(plan, r, room.columns)) return false;
  return (plan.heights[r] ?? 0) > flow.whole || spanning(plan, r).length > 0;
}

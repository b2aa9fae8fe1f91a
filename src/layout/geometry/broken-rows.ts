import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Fragment } from '../types.ts';
import { baselinesOf } from './block.ts';
import type { CellPart } from './broken-cells.ts';
import type { Ctx } from './context.ts';
import { NO_EDGES } from './lengths.ts';
import { type Pending, placed } from './space.ts';
import type { Cell } from './table-grid.ts';
import type { TablePlan } from './table-plan.ts';
import { cellPart, straysOf } from './table-row-fragments.ts';

/** A row, or what of it stands on a page, its cells in its own coordinates. */
export interface PlacedRow {
  readonly row: number;
  /** From the top of the table's border box. */
  readonly y: Pt;
  readonly height: Pt;
  readonly cells: readonly Omit<CellPart, 'next'>[];
  /** It is not gone on with from a page before. */
  readonly begins: boolean;
}

/** A cell in one piece in rows of these heights. */
export function wholeCell(plan: TablePlan, cell: Cell, heights: readonly Pt[], ctx: Ctx): Omit<CellPart, 'next'> {
  const { fragment, pending, x } = cellPart(heights === plan.heights ? plan : { ...plan, heights }, cell, ctx);
  return { cell, fragment: placed(fragment, x, 0), pending: pending.map((p) => ({ ...p, x: p.x + x })) };
}

/** Rows as fragments of groups and rows. */
export function stackRows(
  plan: TablePlan,
  rows: readonly PlacedRow[],
  repeated = false,
): { children: Fragment[]; pending: Pending[] } {
  const { parts, edges } = plan;
  const left = edges.left + (parts.columns.length > 0 ? parts.spacing.x : 0);
  const children: Fragment[] = [];
  const pending: Pending[] = [];
  let open: { box: BlockBox; y: Pt; height: Pt; rows: Fragment[] } | null = null;
  const close = (): void => {
    if (open) children.push(bare(plan, open.box, left, open.y, open.height, open.rows));
    open = null;
  };
  for (const { row, y, height, cells, begins } of rows) {
    const { box, group, strays } = parts.grid.rows[row] ?? { box: null, group: null, strays: [] };
    const current = open as { box: BlockBox; y: Pt; height: Pt; rows: Fragment[] } | null;
    if (group !== (current?.box ?? null)) close();
    if (begins && !repeated) pending.push(...straysOf(plan, strays, y, children.length + 1));
    const own = cells.map(({ fragment }) => fragment);
    const made = box ? [bare(plan, box, 0, 0, height, own)] : own;
    if (group) {
      open ??= { box: group, y, height: 0, rows: [] };
      const { y: top, rows: list } = open as { y: Pt; rows: Fragment[] };
      list.push(...made.map((f) => placed(f, f.x, f.y + y - top)));
      open = { box: group, y: top, height: y + height - top, rows: list };
    } else children.push(...made.map((f) => placed(f, left + f.x, y + f.y)));
    for (const p of cells.flatMap((cell) => cell.pending)) {
      pending.push({ ...p, x: p.x + left, y: p.y + y, slot: children.length + 1 });
    }
  }
  close();
  return repeated ? { children: children.map((f) => ({ ...f, repeated: true })), pending: [] } : { children, pending };
}

/** Rows and groups have neither padding nor border of their own (CSS 2.1, 17.5.1, 17.6.1). */
function bare(plan: TablePlan, box: BlockBox, x: Pt, y: Pt, height: Pt, children: readonly Fragment[]): Fragment {
  const { padding, border } = NO_EDGES;
  return { box, x, y, width: plan.rowWidth, height, padding, border, children, ...baselinesOf(children) };
}

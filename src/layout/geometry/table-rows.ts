import type { Pt } from '../../core/geometry.ts';
import type { BlockBox } from '../types.ts';
import type { Ctx } from './context.ts';
import { isLength, resolve, toBorderBox } from './lengths.ts';
import type { Result } from './space.ts';
import { cellBaseline, cellBox, cellSpace, cellWidth, standsOnBaseline } from './table-cells.ts';
import type { TableParts } from './table-columns.ts';
import type { Cell, Row } from './table-grid.ts';
import { type GrowingGroup, type GrowingRow, growGroups, growRows } from './table-growth.ts';

export interface RowSizes {
  readonly heights: readonly Pt[];
  /** From each row's top; null: no cell stands on one. */
  readonly baselines: readonly (Pt | null)[];
}

/**
 * Heights of the rows and their baselines (CSS 2.1, 17.5.3; CSS Tables 3, 4.6).
 * @param base what percentages of padding refer to while heights are measured: as in Chromium, the rows' width and the spacing around them
 * @param room height that the rows, with the spacing around them, are to have at least
 */
export function rowSizes(parts: TableParts, widths: readonly Pt[], base: Pt, room: Pt, ctx: Ctx): RowSizes {
  const { rows } = parts.grid;
  const gap = parts.spacing.y;
  const natural = (cell: Cell): Result =>
    ctx.layout(cellBox(cell, parts), cellSpace(base, cellWidth(cell, widths, parts.spacing.x), null));
  const made = rows.map((row) => measure(row, natural, parts, base));
  const groups = groupsOf(parts, made);
  for (const group of groups) {
    const own = made.slice(group.from, group.to);
    for (const { cell, height } of spanning(rows.slice(group.from, group.to), natural, parts, base)) {
      const spanned = made.slice(cell.row, cell.row + cell.rowSpan);
      growRows(spanned, height - gap * (cell.rowSpan - 1), null, true);
    }
    const written = group.box ? heightOf(group.box) : null;
    if (written !== null && written > group.height) {
      growRows(own, written - gap * (own.length - 1), written, false);
      group.height = written;
    }
  }
  for (const group of growGroups(groups, Math.max(0, room - gap * (groups.length + 1)))) {
    const own = made.slice(group.from, group.to);
    growRows(own, group.height - gap * (own.length - 1), group.height, false);
  }
  return { heights: made.map((row) => row.height), baselines: made.map((row) => row.baseline) };
}

type MeasuredRow = GrowingRow & { readonly baseline: Pt | null };

/** A row by the cells that are its own. */
function measure(row: Row, natural: (cell: Cell) => Result, parts: TableParts, base: Pt): MeasuredRow {
  // A baseline may lie above its cell: what overflows upwards takes no room.
  let above = Number.NEGATIVE_INFINITY;
  let below = Number.NEGATIVE_INFINITY;
  let most = row.box ? (heightOf(row.box) ?? 0) : 0;
  const percents = row.box ? [percentOf(row.box)] : [];
  let written = row.box !== null && (heightOf(row.box) !== null || percentOf(row.box) !== null);
  for (const cell of row.cells) {
    const result = natural(cell);
    const { fragment } = result;
    const single = cell.rowSpan === 1;
    if (standsOnBaseline(cell, result)) {
      above = Math.max(above, cellBaseline(fragment));
      if (single) below = Math.max(below, fragment.height - cellBaseline(fragment));
      else if (below === Number.NEGATIVE_INFINITY) below = 0;
    }
    if (!single) continue;
    const own = cellHeight(cell, parts, base);
    percents.push(percentOf(cell.box));
    written ||= own !== null || percentOf(cell.box) !== null;
    most = Math.max(most, fragment.height, own ?? 0);
  }
  const known = percents.filter((p) => p !== null);
  return {
    height: Math.max(most, above + below),
    baseline: Number.isFinite(above) ? above : null,
    percent: known.length > 0 ? Math.max(...known) : null,
    written,
    spans: row.cells.some((cell) => cell.rowSpan > 1),
  };
}

type TableGroup = GrowingGroup & { readonly box: BlockBox | null };

function groupsOf({ grid, spacing }: TableParts, made: MeasuredRow[]): TableGroup[] {
  const { rows, headRows } = grid;
  const foot = rows.findLast((row) => row.group?.style.display === 'table-footer-group')?.group;
  const groups: TableGroup[] = [];
  let from = 0;
  while (from < rows.length) {
    const box = rows[from]?.group ?? null;
    let to = from;
    let left = 100;
    while (to < rows.length && (rows[to]?.group ?? null) === box) {
      const row = made[to] as MeasuredRow;
      // Of one group, no more than the whole.
      if (row.percent !== null) {
        const percent = Math.min(left, row.percent);
        left -= percent;
        made[to] = { ...row, percent };
      }
      to++;
    }
    const heights = made.slice(from, to).reduce((a, row) => a + row.height, 0);
    const height = heights + spacing.y * (to - from - 1);
    const percent = box ? percentOf(box) : null;
    const written = percent !== null || (box !== null && heightOf(box) !== null);
    groups.push({ box, from, to, height, percent, written, body: from >= headRows && (box === null || box !== foot) });
    from = to;
  }
  return groups;
}

/** Cells over several rows, those within others first; of such over the same rows, the highest. */
function spanning(rows: readonly Row[], natural: (cell: Cell) => Result, parts: TableParts, base: Pt) {
  const within = (a: Cell, b: Cell): boolean => a.row >= b.row && a.row + a.rowSpan <= b.row + b.rowSpan;
  return rows
    .flatMap((row) => row.cells)
    .filter((cell) => cell.rowSpan > 1)
    .map((cell) => ({ cell, height: Math.max(natural(cell).fragment.height, cellHeight(cell, parts, base) ?? 0) }))
    .sort((a, b) => {
      if (a.cell.row === b.cell.row && a.cell.rowSpan === b.cell.rowSpan) return b.height - a.height;
      if (within(a.cell, b.cell)) return -1;
      return within(b.cell, a.cell) ? 1 : a.cell.row - b.cell.row;
    });
}

/** A length written as the height; null: none. */
const heightOf = ({ style: { height } }: BlockBox): Pt | null => (isLength(height) && height.percent === 0 ? height.pt : null);

const percentOf = ({ style: { height } }: BlockBox): number | null =>
  isLength(height) && height.percent > 0 && height.pt === 0 ? height.percent : null;

/** A cell's written height is a least height, of its border box. */
function cellHeight(cell: Cell, parts: TableParts, base: Pt): Pt | null {
  const height = heightOf(cell.box);
  if (height === null) return null;
  const box = cellBox(cell, parts);
  const { border: b, padding } = box.style;
  const edges = resolve(padding.top, base) + resolve(padding.bottom, base) + b.top.width + b.bottom.width;
  return toBorderBox(height, box.style, edges);
}

import type { Pt } from '../../core/geometry.ts';
import type { Ctx } from './context.ts';
import { isLength, resolve, toBorderBox } from './lengths.ts';
import { cellBaseline, cellBox, cellSpace, cellWidth } from './table-cells.ts';
import type { TableParts } from './table-columns.ts';
import type { Cell } from './table-grid.ts';

/**
 * Heights of the rows and their baselines, from each row's top (CSS 2.1, 17.5.3).
 * @param base what percentages of padding refer to while heights are measured: as in Chromium, the rows' width and the spacing around them
 * @param room height that the rows together are to have at least
 */
export function rowHeights(
  parts: TableParts,
  widths: readonly Pt[],
  base: Pt,
  room: Pt,
  ctx: Ctx,
): { heights: Pt[]; baselines: Pt[] } {
  const { rows } = parts.grid;
  const natural = (cell: Cell) =>
    ctx.layout(cellBox(cell, parts), cellSpace(base, cellWidth(cell, widths, parts.spacing.x), null)).fragment;
  const heights: Pt[] = [];
  const baselines: Pt[] = [];
  rows.forEach((row, r) => {
    // A baseline may lie above its cell: what overflows upwards takes no room.
    let above = Number.NEGATIVE_INFINITY;
    let below = Number.NEGATIVE_INFINITY;
    const written = row.box && isLength(row.box.style.height) && row.box.style.height.percent === 0 ? row.box.style.height.pt : 0;
    let most = written;
    for (const cell of row.cells) {
      const f = natural(cell);
      const aligned = !['top', 'middle', 'bottom'].includes(String(cell.box.style.verticalAlign));
      if (aligned) above = Math.max(above, cellBaseline(f));
      if (cell.rowSpan > 1) continue;
      if (aligned) below = Math.max(below, f.height - cellBaseline(f));
      most = Math.max(most, f.height, cellHeight(cell, parts, base));
    }
    heights[r] = Math.max(most, above + below);
    baselines[r] = Number.isFinite(above) ? above : 0;
  });
  for (const cell of rows
    .flatMap((r) => r.cells)
    .filter((c) => c.rowSpan > 1)
    .sort((a, b) => a.rowSpan - b.rowSpan)) {
    const wanted = Math.max(natural(cell).height, cellHeight(cell, parts, base)) - parts.spacing.y * (cell.rowSpan - 1);
    grow(heights, cell.row, cell.row + cell.rowSpan, wanted);
  }
  const { from, to } = bodies(parts);
  const outside = heights.reduce((a, h, r) => (r < from || r >= to ? a + h : a), 0);
  grow(heights, from, to, room - outside);
  return { heights, baselines };
}

/** Header and footer rows leave what the table has too much to the others, if there are others. */
function bodies({ grid: { rows } }: TableParts): { from: number; to: number } {
  const isBody = ({ group }: (typeof rows)[number]) =>
    group?.style.display !== 'table-header-group' && group?.style.display !== 'table-footer-group';
  const from = rows.findIndex(isBody);
  return from === -1 ? { from: 0, to: rows.length } : { from, to: rows.findLastIndex(isBody) + 1 };
}

/** A cell's written height is a least height, of its border box. */
function cellHeight(cell: Cell, parts: TableParts, base: Pt): Pt {
  const { style } = cell.box;
  if (!isLength(style.height) || style.height.percent !== 0) return 0;
  const box = cellBox(cell, parts);
  const b = box.style.border;
  const edges = resolve(style.padding.top, base) + resolve(style.padding.bottom, base) + b.top.width + b.bottom.width;
  return toBorderBox(style.height.pt, style, edges);
}

/** Rows `from`..`to` made `wanted` high together, each by its share. */
function grow(heights: Pt[], from: number, to: number, wanted: Pt): void {
  const now = heights.slice(from, to).reduce((a, h) => a + h, 0);
  const extra = wanted - now;
  if (extra <= 0 || to <= from) return;
  for (let r = from; r < to; r++) {
    const h = heights[r] ?? 0;
    heights[r] = h + (now > 0 ? (extra * h) / now : extra / (to - from));
  }
}

import { type Pt, px } from '../../core/geometry.ts';
import type { BlockBox, ContentSize, LengthPercentage } from '../types.ts';
import type { Ctx } from './context.ts';
import { isLength, toBorderBox, writtenCellHeight } from './lengths.ts';
import { contentSizes, outerContribution, type Sizes } from './sizes.ts';
import { type CollapsedBorders, collapseBorders, edgesWith } from './table-borders.ts';
import { type Cell, type Grid, gridOf, isFixed } from './table-grid.ts';
import { type Column, columnWidths, emptyColumn } from './table-widths.ts';

export interface TableParts {
  readonly grid: Grid;
  readonly borders: CollapsedBorders | null;
  readonly spacing: { readonly x: Pt; readonly y: Pt };
  readonly columns: readonly Column[];
}

const parts = new WeakMap<Ctx['results'], Map<BlockBox, TableParts>>();

/** Grid, borders and column demands; kept for one document and type scale. */
export function partsOf(table: BlockBox, ctx: Ctx): TableParts {
  const kept = parts.get(ctx.results) ?? new Map<BlockBox, TableParts>();
  parts.set(ctx.results, kept);
  const known = kept.get(table);
  if (known) return known;
  const grid = gridOf(table);
  const collapse = table.style.borderCollapse === 'collapse';
  const borders = collapse ? collapseBorders(table, grid) : null;
  // A table without a cell has no room around its cells.
  const spacing = collapse || grid.columns === 0 ? { x: 0, y: 0 } : table.style.borderSpacing;
  const made = { grid, borders, spacing, columns: columnsOf(table, grid, borders, spacing.x, ctx) };
  kept.set(table, made);
  return made;
}

type Width = ContentSize | 'none';

const isFixedLength = (v: Width): v is LengthPercentage => isLength(v) && v.percent === 0;
const percentOf = (v: Width): number | null => (isLength(v) && v.percent > 0 && v.pt === 0 ? v.percent : null);

/** What one cell asks for (CSS Tables 3, 4.4): in fixed layout, its content does not count. */
function demandOf(cell: Cell, fixedLayout: boolean, borders: CollapsedBorders | null, ctx: Ctx): Column {
  const { style } = cell.box;
  const { x: edges, y } = edgesWith(cell.box, borders?.cell(cell) ?? null, 0);
  const border = (v: Width): Pt | null => (isFixedLength(v) ? toBorderBox(v.pt, style, edges) : null);
  const written = border(style.width);
  const least = border(style.minWidth);
  const limit = border(style.maxWidth);
  const most = limit === null ? Number.POSITIVE_INFINITY : Math.max(limit, least ?? 0);
  const content = contentSizes(cell.box, writtenCellHeight(style, y), ctx);
  const min = fixedLayout ? 0 : Math.min(most, Math.max(content.min + edges, least ?? 0));
  const max = Math.max(min, Math.min(most, written ?? content.max + edges));
  const share = percentOf(style.width);
  const mostShare = percentOf(style.maxWidth);
  const percent = share !== null && mostShare !== null ? Math.min(share, mostShare) : share;
  const percentEdges = fixedLayout && percent !== null && style.boxSizing === 'content-box' ? edges : 0;
  return { min, max, percent, percentEdges, fixed: written !== null };
}

function columnsOf(table: BlockBox, grid: Grid, borders: CollapsedBorders | null, spacing: Pt, ctx: Ctx): Column[] {
  const columns = Array.from({ length: grid.columns }, emptyColumn);
  const fixedLayout = isFixed(table.style);
  // Fixed layout looks at the first row only.
  const cells = (fixedLayout ? grid.rows.slice(0, 1) : grid.rows).flatMap((r) => r.cells);
  const wide: { readonly cell: Cell; readonly demand: Column }[] = [];
  for (const cell of cells) {
    const demand = demandOf(cell, fixedLayout, borders, ctx);
    const only = columns[cell.column];
    if (cell.writtenSpan === 1 && only) encompass(only, demand);
    else wide.push({ cell, demand });
  }
  wide.sort((a, b) => a.cell.writtenSpan - b.cell.writtenSpan || a.cell.column - b.cell.column);
  for (const { cell, demand } of wide) {
    const inner = spacing * (cell.colSpan - 1);
    const own = { ...demand, min: Math.max(0, demand.min - inner), max: Math.max(0, demand.max - inner) };
    const spanned = columns.slice(cell.column, cell.column + cell.colSpan);
    if (fixedLayout) divide(spanned, own);
    else spread(spanned, own);
  }
  limitPercents(columns, fixedLayout);
  return columns;
}

/** A written width is what the column wants, whatever its other cells want. */
function encompass(column: Column, cell: Column): void {
  column.min = Math.max(column.min, cell.min);
  if (column.fixed === cell.fixed) column.max = Math.max(column.max, cell.max);
  else column.max = column.fixed ? Math.max(column.max, cell.min) : Math.max(column.min, cell.max);
  column.fixed ||= cell.fixed;
  if (cell.percent !== null && cell.percent > (column.percent ?? -1)) {
    column.percent = cell.percent;
    column.percentEdges = cell.percentEdges;
  }
}

/** Fixed layout: each column has an even part of what the cell over them asks for. */
function divide(columns: readonly Column[], cell: Column): void {
  for (const column of columns) {
    column.max = cell.max / columns.length;
    column.fixed = cell.fixed;
    if (cell.percent !== null && !cell.fixed) column.percent = cell.percent / columns.length;
  }
}

/** What a cell over several columns asks for, shared as if they were a table of that width (CSS Tables 3, 4.4). */
function spread(columns: readonly Column[], cell: Column): void {
  const without = columns.filter((c) => c.percent === null);
  const left = cell.percent === null ? 0 : cell.percent - columns.reduce((a, c) => a + (c.percent ?? 0), 0);
  if (left > 0) {
    const sum = without.reduce((a, c) => a + c.max, 0);
    for (const c of without) c.percent = sum > 0 ? (left * c.max) / sum : left / without.length;
  }
  const least = columnWidths(columns, cell.min);
  columns.forEach((c, i) => {
    c.min = Math.max(c.min, least[i] ?? 0);
  });
  const most = columnWidths(columns, cell.max, cell.fixed);
  columns.forEach((c, i) => {
    c.max = Math.max(c.min, c.max, most[i] ?? 0);
  });
}

/** No more than the whole is shared out: from the first column on, in fixed layout all in proportion. */
function limitPercents(columns: readonly Column[], fixedLayout: boolean): void {
  let sum = 0;
  for (const c of columns) {
    if (c.percent === null) continue;
    if (!fixedLayout) c.percent = Math.min(c.percent, 100 - sum);
    sum += c.percent;
  }
  if (sum > 100) for (const c of columns) if (c.percent !== null) c.percent = (c.percent * 100) / sum;
}

/** Margin box of the widest word of the captions. */
export const captionsMin = (grid: Grid, ctx: Ctx): Pt =>
  grid.captions.reduce((a, c) => Math.max(a, outerContribution(c, null, ctx).min), 0);

/** As wide as may be: what percentages that leave nothing over ask for. */
const BOUNDLESS = px(1_000_000);

/**
 * Content sizes of the table: columns and the spacing around them.
 * @param own for its own width, not for what it adds to others': of these, flex containers and cells are as wide as if columns had no percentages
 */
export function tableSizes(table: BlockBox, ctx: Ctx, own: boolean): Sizes {
  const { columns, spacing, grid, borders } = partsOf(table, ctx);
  const { width } = table.style;
  const fixedLayout = isFixed(table.style);
  // The caller adds the style's padding and border: where borders collapse, the difference is taken off here.
  const gaps = columns.length > 0 ? spacing.x * (columns.length + 1) : 0;
  const edges = edgesWith(table, null, 0).x;
  const delta = borders ? edgesWith(table, borders.table, 0).x - edges : 0;
  const least = (c: Column): Pt => (fixedLayout && c.fixed && c.percent === null ? c.max : c.min);
  const min = columns.reduce((a, c) => a + least(c), 0);
  const scales = width !== 'max-content' && (own || !table.packed);
  const wide = Math.max(min, scales ? scaledMax(columns) : columns.reduce((a, c) => a + c.max, 0));
  const endless = fixedLayout && !own && isLength(width) && width.percent !== 0;
  const max = endless ? BOUNDLESS - edges : wide + gaps + delta;
  const captions = captionsMin(grid, ctx) - edges;
  return { min: Math.max(captions, min + gaps + delta), max: Math.max(captions, max) };
}

/** Width at which every column has what it wants and percentages are true. */
function scaledMax(columns: readonly Column[]): Pt {
  const sum = columns.reduce((a, c) => a + c.max, 0);
  const percents = Math.min(
    100,
    columns.reduce((a, c) => a + (c.percent ?? 0), 0),
  );
  if (percents <= 0) return sum;
  const shares = columns.map((c) => (c.percent && c.max > 0 ? (100 / c.percent) * (c.max - c.percentEdges) : 0));
  const others = columns.reduce((a, c) => a + (c.percent ? 0 : c.max), 0);
  const rest = others === 0 ? 0 : percents > 99.999 ? BOUNDLESS : (100 / (100 - percents)) * others;
  return Math.max(sum, rest, ...shares);
}

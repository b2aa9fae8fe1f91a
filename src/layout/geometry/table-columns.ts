import type { Pt } from '../../core/geometry.ts';
import type { BlockBox } from '../types.ts';
import type { Ctx } from './context.ts';
import { isLength, resolveDefinite } from './lengths.ts';
import { borderContribution, contentSizes, outerContribution, type Sizes, widthLimits } from './sizes.ts';
import { type CollapsedBorders, collapseBorders, edgesWith } from './table-borders.ts';
import { type Cell, type Grid, gridOf, isFixed } from './table-grid.ts';

/** What the cells of one column ask for, border boxes. */
export interface Column {
  min: Pt;
  max: Pt;
  /** Percentage of the table's width; null: none. */
  percent: number | null;
  /** Its width is written as a length. */
  fixed: boolean;
}

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
  const made = { grid, borders, spacing, columns: columnsOf(grid, borders, spacing.x, ctx) };
  kept.set(table, made);
  return made;
}

/** Cell sizes with collapsed borders instead of its own. */
function cellSizes(cell: Cell, borders: CollapsedBorders | null, ctx: Ctx): Sizes {
  const own = borderContribution(cell.box, null, ctx);
  if (!borders) return own;
  const { style } = cell.box;
  const collapsed = edgesWith(cell.box, borders.cell(cell), 0).x;
  if (isLength(style.width) && style.width.percent === 0 && style.boxSizing === 'border-box') return own;
  const delta = collapsed - edgesWith(cell.box, null, 0).x;
  return { min: own.min + delta, max: own.max + delta };
}

function columnsOf(grid: Grid, borders: CollapsedBorders | null, spacing: Pt, ctx: Ctx): Column[] {
  const columns = Array.from({ length: grid.columns }, (): Column => ({ min: 0, max: 0, percent: null, fixed: false }));
  const cells = grid.rows.flatMap((r) => r.cells).sort((a, b) => a.colSpan - b.colSpan);
  for (const cell of cells) {
    const { style } = cell.box;
    const sizes = cellSizes(cell, borders, ctx);
    const edges = edgesWith(cell.box, borders?.cell(cell) ?? null, 0).x;
    const limits = widthLimits(cell.box, null, edges, ctx);
    const content = Math.max(limits.min, Math.min(contentSizes(cell.box, null, ctx).min + edges, limits.max));
    const min = Math.max(content, isLength(style.width) && style.width.percent === 0 ? Math.min(sizes.min, content) : sizes.min);
    const max = Math.max(min, sizes.max);
    const percent = isLength(style.width) && style.width.percent > 0 ? style.width.percent : null;
    const fixed = isLength(style.width) && style.width.percent === 0;
    const own = columns.slice(cell.column, cell.column + cell.colSpan);
    const [only] = own;
    if (cell.colSpan === 1 && only) {
      only.min = Math.max(only.min, min);
      // A written width is what the column wants, whatever its other cells want.
      const wants = fixed === only.fixed ? Math.max(only.max, max) : fixed ? max : only.max;
      only.max = Math.max(only.min, wants);
      if (percent !== null) only.percent = Math.max(only.percent ?? 0, percent);
      if (fixed) only.fixed = true;
    } else spread(own, min - spacing * (cell.colSpan - 1), max - spacing * (cell.colSpan - 1), percent);
  }
  return columns;
}

/** A spanning cell's demand beyond what its columns already have goes to them by their max-content widths. */
function spread(columns: readonly Column[], min: Pt, max: Pt, percent: number | null): void {
  const loose = columns.filter((c) => !c.fixed && c.percent === null);
  const takers = loose.length > 0 ? loose : columns;
  const share = (key: 'min' | 'max', wanted: Pt) => {
    const extra = wanted - columns.reduce((a, c) => a + c[key], 0);
    if (extra <= 0) return;
    const weight = takers.reduce((a, c) => a + c.max, 0);
    const weights = takers.map((c) => (weight > 0 ? c.max / weight : 1 / takers.length));
    takers.forEach((c, i) => {
      c[key] += extra * (weights[i] ?? 0);
    });
  };
  share('min', min);
  for (const c of columns) c.max = Math.max(c.max, c.min);
  share('max', max);
  const without = columns.filter((c) => c.percent === null);
  const left = percent === null ? 0 : percent - columns.reduce((a, c) => a + (c.percent ?? 0), 0);
  if (left > 0) for (const c of without) c.percent = left / without.length;
}

/** Margin box of the widest word of the captions. */
export const captionsMin = (grid: Grid, ctx: Ctx): Pt =>
  grid.captions.reduce((a, c) => Math.max(a, outerContribution(c, null, ctx).min), 0);

/** Content sizes of the table: columns and the spacing around them. */
export function tableSizes(table: BlockBox, ctx: Ctx): Sizes {
  const { columns, spacing, grid, borders } = partsOf(table, ctx);
  // The caller adds the style's padding and border: where borders collapse, the difference is taken off here.
  const gaps = columns.length > 0 ? spacing.x * (columns.length + 1) : 0;
  const delta = borders ? edgesWith(table, borders.table, 0).x - edgesWith(table, null, 0).x : 0;
  // Fixed layout asks no more of a column than what is written for it.
  const min = isFixed(table.style)
    ? writtenColumns(partsOf(table, ctx), null).reduce<Pt>((a, w) => a + (w ?? 0), 0)
    : columns.reduce((a, c) => a + c.min, 0);
  const plain = columns.filter((c) => c.percent === null);
  const total = columns.reduce((a, c) => a + (c.percent ?? 0), 0);
  let max = columns.reduce((a, c) => a + c.max, 0);
  for (const c of columns) if (c.percent !== null && c.percent > 0) max = Math.max(max, (c.max * 100) / Math.min(100, c.percent));
  if (plain.length > 0 && total < 100) max = Math.max(max, (plain.reduce((a, c) => a + c.max, 0) * 100) / (100 - total));
  const captions = captionsMin(grid, ctx) - edgesWith(table, null, 0).x;
  return { min: Math.max(captions, min + gaps + delta), max: Math.max(captions, min + gaps + delta, max + gaps + delta) };
}

/** Widths of the columns when they share `room` (CSS Tables 3, 4.5: between four guesses, linearly; what is beyond goes to auto columns). */
export function columnWidths(columns: readonly Column[], room: Pt): Pt[] {
  const percentOf = (c: Column) => Math.max(c.min, ((c.percent ?? 0) / 100) * room);
  const guesses = [
    columns.map((c) => c.min),
    columns.map((c) => (c.percent !== null ? percentOf(c) : c.min)),
    columns.map((c) => (c.percent !== null ? percentOf(c) : c.fixed ? c.max : c.min)),
    columns.map((c) => (c.percent !== null ? percentOf(c) : c.max)),
  ];
  const total = (g: readonly Pt[]) => g.reduce((a, b) => a + b, 0);
  let low = guesses[0] ?? [];
  if (room <= total(low)) return low;
  for (const high of guesses.slice(1)) {
    const a = total(low);
    const b = total(high);
    if (room <= b && b > a) return low.map((w, i) => w + (((high[i] ?? 0) - w) * (room - a)) / (b - a));
    low = high;
  }
  const extra = room - total(low);
  const pick = (test: (c: Column) => boolean) => columns.map((c, i) => (test(c) ? (low[i] ?? 0) : 0));
  const auto = columns.map((c) => (c.percent === null && !c.fixed ? c.max : 0));
  const weights = [auto, pick((c) => c.fixed && c.percent === null), pick((c) => c.percent !== null)].find((w) => total(w) > 0);
  const sum = weights ? total(weights) : 0;
  return low.map((w, i) => w + (weights && sum > 0 ? (extra * (weights[i] ?? 0)) / sum : extra / columns.length));
}

/** Fixed layout (CSS 2.1, 17.5.2.1): by the first row; the others share what is left. */
export function fixedWidths(parts: TableParts, room: Pt): Pt[] {
  const widths = writtenColumns(parts, room);
  const known = widths.reduce<Pt>((a, w) => a + (w ?? 0), 0);
  const open = widths.filter((w) => w === null).length;
  if (open > 0) return widths.map((w) => w ?? Math.max(0, room - known) / open);
  return widths.map((w) => (w ?? 0) * (known > 0 ? Math.max(1, room / known) : 1));
}

/** Widths that the first row gives its columns. `room`: what percentages refer to; null: nothing. */
function writtenColumns(parts: TableParts, room: Pt | null): (Pt | null)[] {
  const widths: (Pt | null)[] = parts.columns.map(() => null);
  for (const cell of parts.grid.rows[0]?.cells ?? []) {
    const { style } = cell.box;
    if (!isLength(style.width)) continue;
    const edges = edgesWith(cell.box, parts.borders?.cell(cell) ?? null, 0).x;
    const length = resolveDefinite(style.width, room);
    if (length === null) continue;
    const least = style.width.percent === 0 ? edges : 0;
    const border = style.boxSizing === 'border-box' ? Math.max(length, least) : length + edges;
    const each = (border - parts.spacing.x * (cell.colSpan - 1)) / cell.colSpan;
    for (let i = 0; i < cell.colSpan; i++) widths[cell.column + i] = each;
  }
  return widths;
}

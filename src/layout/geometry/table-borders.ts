import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, BorderSide, Sides } from '../types.ts';
import { type Edges, edgesOf, madeEdges, NO_EDGES } from './lengths.ts';
import type { Cell, Grid } from './table-grid.ts';

/** Borders of a collapsing table: each cell gets half of the border that wins on each of its sides (CSS 2.1, 17.6.2). */
export interface CollapsedBorders {
  readonly cell: (cell: Cell) => Sides<BorderSide>;
  readonly table: Sides<BorderSide>;
}

const RANK = { double: 4, solid: 3, dashed: 2, dotted: 1, none: 0 } as const;

/** 17.6.2.1: the wider, then the more solid; among equals what comes first (cell before row before group before table, the start side's cell). */
function winner(candidates: readonly (BorderSide | undefined)[]): BorderSide | null {
  let best: BorderSide | null = null;
  for (const c of candidates) {
    if (!c || c.style === 'none' || c.width <= 0) continue;
    if (!best || c.width > best.width || (c.width === best.width && RANK[c.style] > RANK[best.style])) best = c;
  }
  return best;
}

export function collapseBorders(table: BlockBox, grid: Grid): CollapsedBorders {
  const at = new Map<string, Cell>();
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      for (let r = 0; r < cell.rowSpan; r++)
        for (let c = 0; c < cell.colSpan; c++) at.set(`${cell.row + r} ${cell.column + c}`, cell);
    }
  }
  const cellAt = (r: number, c: number) => at.get(`${r} ${c}`)?.box.style.border;
  const rowAt = (r: number) => grid.rows[r]?.box?.style.border;
  const groupAt = (r: number) => grid.rows[r]?.group?.style.border;
  const own = table.style.border;
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns - 1;

  /** The border on the line above row r, in column c. */
  const horizontal = (r: number, c: number): BorderSide | null => {
    const edgeOfGroup = r === 0 || r > lastRow || grid.rows[r]?.group !== grid.rows[r - 1]?.group;
    return winner([
      cellAt(r - 1, c)?.bottom,
      cellAt(r, c)?.top,
      rowAt(r - 1)?.bottom,
      rowAt(r)?.top,
      edgeOfGroup ? groupAt(r - 1)?.bottom : undefined,
      edgeOfGroup ? groupAt(r)?.top : undefined,
      r === 0 ? own.top : undefined,
      r > lastRow ? own.bottom : undefined,
    ]);
  };
  const rtl = table.style.direction === 'rtl';
  const [start, end] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
  /** The border on the line before column c, in row r. */
  const vertical = (r: number, c: number): BorderSide | null =>
    winner([
      cellAt(r, c - 1)?.[end],
      cellAt(r, c)?.[start],
      c === 0 ? rowAt(r)?.[start] : undefined,
      c > lastColumn ? rowAt(r)?.[end] : undefined,
      c === 0 ? groupAt(r)?.[start] : undefined,
      c > lastColumn ? groupAt(r)?.[end] : undefined,
      c === 0 ? own[start] : undefined,
      c > lastColumn ? own[end] : undefined,
    ]);
  const widest = (list: readonly (BorderSide | null)[], none: BorderSide): BorderSide =>
    half(winner(list.map((b) => b ?? undefined)), none);
  const columns = Array.from({ length: grid.columns }, (_, c) => c);
  const rows = grid.rows.map((_, r) => r);

  return {
    cell: (cell) => {
      const cs = columns.slice(cell.column, cell.column + cell.colSpan);
      const rs = rows.slice(cell.row, cell.row + cell.rowSpan);
      const none = cell.box.style.border;
      return {
        top: widest(
          cs.map((c) => horizontal(cell.row, c)),
          none.top,
        ),
        bottom: widest(
          cs.map((c) => horizontal(cell.row + cell.rowSpan, c)),
          none.bottom,
        ),
        left: widest(
          rs.map((r) => vertical(r, rtl ? cell.column + cell.colSpan : cell.column)),
          none.left,
        ),
        right: widest(
          rs.map((r) => vertical(r, rtl ? cell.column : cell.column + cell.colSpan)),
          none.right,
        ),
      };
    },
    table: {
      top: widest(
        columns.map((c) => horizontal(0, c)),
        own.top,
      ),
      bottom: widest(
        columns.map((c) => horizontal(lastRow + 1, c)),
        own.bottom,
      ),
      left: widest(
        rows.map((r) => vertical(r, rtl ? lastColumn + 1 : 0)),
        own.left,
      ),
      right: widest(
        rows.map((r) => vertical(r, rtl ? 0 : lastColumn + 1)),
        own.right,
      ),
    },
  };
}

const half = (side: BorderSide | null, none: BorderSide): BorderSide =>
  side ? { ...side, width: side.width / 2 } : { ...none, width: 0, style: 'none' };

/** Edges with other borders than the style's: a table with collapsed ones has no padding (CSS 2.1, 17.6.2). */
export function edgesWith(box: BlockBox, sides: Sides<BorderSide> | null, base: Pt): Edges {
  const edges = edgesOf(box.style, base);
  if (!sides) return edges;
  return madeEdges(box.style.display === 'table' ? NO_EDGES.padding : edges.padding, {
    top: sides.top.width,
    right: sides.right.width,
    bottom: sides.bottom.width,
    left: sides.left.width,
  });
}

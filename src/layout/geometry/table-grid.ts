import type { BlockBox, Box, ComputedStyle } from '../types.ts';
import { isOutOfFlow, type Pending } from './space.ts';

export interface Cell {
  readonly box: BlockBox;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** `colspan` as written: columns in which no cell begins count, too. */
  readonly writtenSpan: number;
}

export interface Row {
  /** null: an anonymous row. */
  readonly box: BlockBox | null;
  /** The row group; null: none. */
  readonly group: BlockBox | null;
  readonly cells: readonly Cell[];
  /** Absolute boxes among the cells, or beside the row: they have their static position at its start. */
  readonly strays: readonly Pending['box'][];
}

/** The cells of a table on their grid (CSS 2.1, 17.5; HTML, 4.9.12.1). Header groups come first, footer groups last, wherever they are written. */
export interface Grid {
  readonly rows: readonly Row[];
  readonly columns: number;
  /** How many rows at the start are of a header group: they are repeated on each page. */
  readonly headRows: number;
  readonly captions: readonly BlockBox[];
  /** Absolute boxes of a table without rows. */
  readonly strays: readonly Pending['box'][];
}

const isBlockInFlow = (box: Box): box is BlockBox => box.kind === 'block' && !isOutOfFlow(box);

/** Fixed layout needs a width (CSS Tables 3, 3.5). */
export const isFixed = ({ tableLayout, width }: ComputedStyle): boolean =>
  tableLayout === 'fixed' && width !== 'auto' && width !== 'max-content';

const grids = new WeakMap<BlockBox, Grid>();

/** Depends on the box alone, so it is kept with it. */
export function gridOf(table: BlockBox): Grid {
  const known = grids.get(table);
  if (known) return known;
  const grid = buildGrid(table);
  grids.set(table, grid);
  return grid;
}

interface RawRow {
  readonly box: BlockBox | null;
  readonly group: BlockBox | null;
  readonly cells: readonly Box[];
  readonly strays: readonly Pending['box'][];
}

function buildGrid(table: BlockBox): Grid {
  const blocks = table.children.filter(isBlockInFlow);
  const is = (display: BlockBox['style']['display']) => (b: BlockBox) => b.style.display === display;
  // Only the first header group and the first footer group are what they say (CSS 2.1, 17.2).
  const head = blocks.find(is('table-header-group'));
  const foot = blocks.find(is('table-footer-group'));
  const captions = blocks.filter(is('table-caption'));
  const body = blocks.filter((b) => b !== head && b !== foot && !captions.includes(b));
  const sources = [...(head ? [head] : []), ...body, ...(foot ? [foot] : [])];
  const raw: RawRow[] = [];
  // Absolute boxes that stand between rows go with the next one.
  let waiting = table.children.filter(isOutOfFlow);
  const add = (box: BlockBox | null, group: BlockBox | null, cells: readonly Box[]): void => {
    raw.push({ box, group, cells, strays: [...waiting, ...cells.filter(isOutOfFlow)] });
    waiting = [];
  };
  for (const b of sources) {
    if (b.style.display === 'table-row') add(b, null, b.children);
    else if (b.style.display.endsWith('-group')) {
      for (const r of b.children) {
        if (isBlockInFlow(r)) {
          if (r.style.display === 'table-row') add(r, b, r.children);
          else add(null, b, [r]);
        } else if (isOutOfFlow(r)) waiting.push(r);
      }
    } else add(null, null, [b]);
  }
  const last = raw.pop();
  if (last) raw.push({ ...last, strays: [...last.strays, ...waiting] });
  const headRows = head ? raw.filter((r) => r.group === head).length : 0;
  const loose = placeCells(raw);
  const { rows, columns } = isFixed(table.style) ? loose : merged(loose);
  return { rows, columns, headRows, captions, strays: last ? [] : waiting };
}

/** Columns in which no cell begins are one with the column before (CSS Tables 3, 3.3); fixed layout counts them all the same. */
function merged(grid: { readonly rows: readonly Row[]; readonly columns: number }): typeof grid {
  const begun = new Set(grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  if (begun.size === grid.columns) return grid;
  const before = (column: number): number => {
    let count = 0;
    for (let c = 0; c < column; c++) if (begun.has(c)) count++;
    return count;
  };
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const column = before(cell.column);
      return { ...cell, column, colSpan: before(cell.column + cell.colSpan) - column };
    }),
  }));
  return { rows, columns: begun.size };
}

function placeCells(raw: readonly RawRow[]) {
  /** Column → rows below that a spanning cell still covers. */
  const covered: number[] = [];
  let columns = 0;
  const rows = raw.map((r, index): Row => {
    let column = 0;
    const cells: Cell[] = [];
    const sameGroup = raw.slice(index).findIndex((other) => other.group !== r.group);
    const rowsLeft = sameGroup === -1 ? raw.length - index : sameGroup;
    for (const box of r.cells) {
      if (!isBlockInFlow(box)) continue;
      while ((covered[column] ?? 0) > 0) column++;
      const colSpan = Math.max(1, Math.min(1000, box.colSpan ?? 1));
      const wanted = box.rowSpan ?? 1;
      const rowSpan = wanted === 0 ? rowsLeft : Math.max(1, Math.min(wanted, rowsLeft));
      cells.push({ box, row: index, column, rowSpan, colSpan, writtenSpan: colSpan });
      for (let i = 0; i < colSpan; i++) covered[column + i] = Math.max(covered[column + i] ?? 0, rowSpan);
      column += colSpan;
      columns = Math.max(columns, column);
    }
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1);
    return { box: r.box, group: r.group, cells, strays: r.strays };
  });
  return { rows, columns };
}

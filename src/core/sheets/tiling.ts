import { mm, type Pt, type Rect, type Size } from '../geometry.ts';
import type { Stock } from '../sheet.ts';
import { printable, ways } from './grid.ts';

/** How far neighbours show the same: the strip that glue goes on. */
export const OVERLAP: Pt = mm(10);
/** Room for marks around a part. */
export const TILE_RIM: Pt = mm(4);
/** Below the part: its name, the check bar, the picture of the whole. */
export const FOOT: Pt = mm(15);
/** A part smaller than this is no help to anybody. */
const LEAST: Pt = mm(40);

/** A page in parts that overlap, one a sheet. */
export interface Tiling {
  readonly sheet: Size;
  readonly columns: number;
  readonly rows: number;
  /** Row by row. */
  readonly tiles: readonly Tile[];
}

export interface Tile {
  /** 'A1': the row, from above, and the column, from the left. */
  readonly label: string;
  readonly column: number;
  readonly row: number;
  /** What of the page it shows, in page coordinates with the trim's corner as origin. */
  readonly part: Rect;
  /** The same on the sheet, in natural size. */
  readonly area: Rect;
  /** Below the area. */
  readonly foot: Rect;
}

/** The fewest sheets that show a page in its own size, upright or turned; all parts equally large. null: the sheet has no room for a part. */
export function tilingOf(page: Size, stock: Stock): Tiling | null {
  let best: Tiling | null = null;
  for (const sheet of ways(stock.size)) {
    const area = printable(sheet, stock.margin);
    const room = { width: area.width - 2 * TILE_RIM, height: area.height - 2 * TILE_RIM - FOOT };
    if (room.width < LEAST || room.height < LEAST) continue;
    const columns = partsOf(page.width, room.width);
    const rows = partsOf(page.height, room.height);
    if (best && best.columns * best.rows <= columns * rows) continue;
    best = { sheet, columns, rows, tiles: tilesOf(page, area, columns, rows) };
  }
  return best;
}

const partsOf = (side: Pt, room: Pt): number => Math.max(1, Math.ceil((side - OVERLAP) / (room - OVERLAP) - 1e-9));

function tilesOf(page: Size, area: Rect, columns: number, rows: number): readonly Tile[] {
  const width = (page.width + (columns - 1) * OVERLAP) / columns;
  const height = (page.height + (rows - 1) * OVERLAP) / rows;
  const at = { x: area.x + TILE_RIM, y: area.y + TILE_RIM, width, height };
  const foot = { x: at.x, y: area.y + area.height - FOOT, width: area.width - 2 * TILE_RIM, height: FOOT };
  return Array.from({ length: columns * rows }, (_, i): Tile => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const part = { x: column * (width - OVERLAP), y: row * (height - OVERLAP), width, height };
    return { label: `${letters(row)}${column + 1}`, column, row, part, area: at, foot };
  });
}

/** A, B … Z, AA, AB … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}

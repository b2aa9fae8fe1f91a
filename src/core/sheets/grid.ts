import { mm, type Pt, type Rect, type Size } from '../geometry.ts';
import type { Stock } from '../sheet.ts';

/** Between two pages on a sheet: each is cut on its own lines, so that no knife has to hit one line for both. */
export const GUTTER: Pt = mm(6);
/** Room for cut marks around all pages. */
export const RIM: Pt = mm(4);
/** Pages are made smaller rather than left off the sheet, but not by more than this: type must stay readable. */
export const LEAST_SCALE = 0.85;

/** Pages of one size side by side on a sheet. Lengths on the sheet, origin top left. */
export interface Grid {
  /** As it lies: a landscape sheet is wider than high. */
  readonly sheet: Size;
  readonly columns: number;
  readonly rows: number;
  /** Never above 1. */
  readonly scale: number;
  /** Trimmed pages, row by row. */
  readonly cells: readonly Rect[];
  /** The page is as large as the sheet, the printer's margins aside: nothing is cut. */
  readonly whole: boolean;
}

/** What a printer reaches of a sheet. */
export function printable(sheet: Size, margin: Pt): Rect {
  return { x: margin, y: margin, width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
}

/** The sheet upright and turned. */
export const ways = ({ width, height }: Size): readonly Size[] =>
  width === height
    ? [{ width, height }]
    : [
        { width, height },
        { width: height, height: width },
      ];

/**
 * As many pages as a sheet takes, upright or turned; among equals the larger pages. null: not even one, the page is larger than the sheet.
 * @param strip kept free above and below a page that fills its sheet
 */
export function gridOf(page: Size, stock: Stock, strip: Pt = 0): Grid | null {
  let best: Grid | null = null;
  for (const sheet of ways(stock.size)) {
    const area = printable(sheet, stock.margin);
    for (let columns = 1; columns <= most(page.width, area.width); columns++) {
      for (let rows = 1; rows <= most(page.height, area.height); rows++) {
        const grid = layOut(page, sheet, area, columns, rows, strip);
        if (grid && (!best || better(grid, best))) best = grid;
      }
    }
  }
  return best;
}

const most = (side: Pt, room: Pt): number => Math.max(1, Math.floor((room - 2 * RIM + GUTTER) / (side * LEAST_SCALE + GUTTER)));

const better = (a: Grid, b: Grid): boolean => {
  const more = a.cells.length - b.cells.length;
  return more > 0 || (more === 0 && a.scale > b.scale + 1e-9);
};

/** null: the pages would be too small. */
function layOut(page: Size, sheet: Size, area: Rect, columns: number, rows: number, strip: Pt): Grid | null {
  const room = (side: Pt, count: number): Pt => side - 2 * RIM - (count - 1) * GUTTER;
  let scale = Math.min(1, room(area.width, columns) / (columns * page.width), room(area.height, rows) / (rows * page.height));
  // One page that has to be made smaller for the marks needs none: it goes onto the sheet as it is.
  const whole = columns * rows === 1 && scale < 1;
  if (whole) scale = Math.min(1, area.width / page.width, area.height / page.height);
  if (scale < LEAST_SCALE) return null;
  if (whole) scale = Math.min(scale, (area.height - 2 * strip) / page.height);
  const width = page.width * scale;
  const height = page.height * scale;
  const left = (sheet.width - columns * width - (columns - 1) * GUTTER) / 2;
  const top = (sheet.height - rows * height - (rows - 1) * GUTTER) / 2;
  const cells = Array.from({ length: columns * rows }, (_, i): Rect => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    return { x: left + column * (width + GUTTER), y: top + row * (height + GUTTER), width, height };
  });
  return { sheet, columns, rows, scale, cells, whole };
}

import type { Size } from '../geometry.ts';
import type { Stock } from '../sheet.ts';
import { gridOf } from './grid.ts';
import { tilingOf } from './tiling.ts';

/** How a page of a size comes onto a stock: so many on a sheet, or in parts on so many. */
export interface Way {
  readonly kind: 'n-up' | 'tiled';
  readonly count: number;
}

/** null: the sheet is too small even for parts. */
export function wayOf(page: Size, stock: Stock): Way | null {
  const grid = gridOf(page, stock);
  if (grid) return { kind: 'n-up', count: grid.cells.length };
  const tiling = tilingOf(page, stock);
  return tiling && { kind: 'tiled', count: tiling.tiles.length };
}

/** As names of files tell it: '2up-a4', 'tiled-a3'. No sheet that a campaign may choose is too small. */
export function wayName(page: Size, stock: Stock): string {
  const way = wayOf(page, stock);
  if (!way) throw new Error(`${stock.name} has no room for a part of a page`);
  return `${way.kind === 'tiled' ? 'tiled' : `${way.count}up`}-${stock.name}`;
}

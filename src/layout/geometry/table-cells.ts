import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, ComputedStyle, Fragment } from '../types.ts';
import type { Result, Space } from './space.ts';
import type { TableParts } from './table-columns.ts';
import type { Cell } from './table-grid.ts';

export const cellWidth = (cell: Cell, widths: readonly Pt[], spacing: Pt): Pt =>
  widths.slice(cell.column, cell.column + cell.colSpan).reduce((a, w) => a + w, spacing * (cell.colSpan - 1));

/**
 * The space of a cell: width and, once known, height are the grid's.
 * @param base width of the rows, which percentages of the cell's padding refer to
 * @param definite whether percentages in the cell refer to the height
 */
export function cellSpace(base: Pt, width: Pt, height: Pt | null, definite = false): Space {
  return {
    width: base,
    height: null,
    fixedWidth: width,
    fixedHeight: height,
    shrink: false,
    independent: true,
    indefinite: !definite,
  };
}

/** A cell's box with the collapsed borders as its own, so that block layout needs to know nothing of tables. One object a cell. */
export function cellBox(cell: Cell, parts: TableParts): BlockBox {
  if (!parts.borders) return cell.box;
  let kept = collapsedBoxes.get(parts);
  if (!kept) {
    kept = new Map();
    collapsedBoxes.set(parts, kept);
  }
  const known = kept.get(cell);
  if (known) return known;
  const made: BlockBox = { ...cell.box, style: { ...cell.box.style, border: parts.borders.cell(cell) } };
  kept.set(cell, made);
  return made;
}

const collapsedBoxes = new WeakMap<TableParts, Map<Cell, BlockBox>>();

/** Whether a cell has a say in its row's baseline: it is aligned to it, and something is in it. */
export const standsOnBaseline = ({ box }: Cell, { fragment, pending }: Result): boolean =>
  isOnBaseline(box.style) && (fragment.children.length > 0 || pending.length > 0);

export const isOnBaseline = ({ verticalAlign }: ComputedStyle): boolean =>
  verticalAlign !== 'top' && verticalAlign !== 'middle' && verticalAlign !== 'bottom';

/** From the cell's top: its first baseline, else the bottom of its content box (CSS 2.1, 17.5.3). */
export const cellBaseline = (f: Fragment): Pt => f.baseline ?? f.height - f.padding.bottom - f.border.bottom;

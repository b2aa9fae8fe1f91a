import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, BreakValue } from '../types.ts';
import { fitScales } from './fit-scales.ts';
import { isOutOfFlow, type Result } from './space.ts';

/** How strictly a page is filled; a lower level is tried only where no break was found at the higher (css-break-3, 4.4). */
export const PERFECT = 3;
/** Orphans and widows may be few. */
export const LOOSE_LINES = 2;
/** `avoid` may be ignored. */
export const LOOSE_AVOID = 1;

/** What of the page is left for a box. */
export interface Room {
  /** From the top of its border box, or of what is left of it, to the bottom of the page area. */
  readonly left: Pt;
  /** Height of a whole page area. */
  readonly page: Pt;
  /** Nothing stands above it on this page: something of it must be placed here. */
  readonly atTop: boolean;
  /** The page begins by an unforced break: margins that adjoin it are dropped (css-break-3, 5.2). */
  readonly truncate: boolean;
  readonly level: number;
  /** Told of boxes that are higher than a page and cannot be broken. */
  readonly tooTall: (box: Box) => void;
}

/** Where layout goes on on the next page. */
export type Token =
  | {
      readonly kind: 'block';
      /** The first child that is not done. */
      readonly index: number;
      readonly child: Token | null;
      /** Height of the parts so far. */
      readonly consumed: Pt;
      readonly forced: Forced | null;
    }
  | {
      readonly kind: 'lines';
      /** All lines, broken for the first page's width. */
      readonly whole: Result;
      /** The first line that is not done. */
      readonly from: number;
    }
  | {
      readonly kind: 'table';
      readonly row: number;
      /** Of a row that is broken itself: by cell, in the order of the row; null: the cell is done. */
      readonly cells: readonly (Token | 'start' | null)[] | null;
      readonly consumed: Pt;
      readonly forced: Forced | null;
    };

export type Forced = 'page' | 'left' | 'right';

export type Outcome =
  /** Nothing of it can stand here at this level. */
  | { readonly kind: 'before' }
  /** What stands here; a token where there is more. */
  | { readonly kind: 'part'; readonly result: Result; readonly token: Token | null };

export const BEFORE: Outcome = { kind: 'before' };

/** The forced break by which a page ends; null: it was full. */
export function forcedOf(token: Token): Forced | null {
  if (token.kind === 'lines') return null;
  if (token.forced) return token.forced;
  return token.kind === 'block' && token.child ? forcedOf(token.child) : null;
}

/** Boxes that are never broken over pages: pictures, flex containers, fitted text, clipped boxes of a set height (css-break-3, 4.1). */
export function isMonolithic(box: Box): boolean {
  if (box.kind === 'inline-root') return false;
  if (box.kind === 'replaced' || fitScales(box)) return true;
  const { display, overflow, height, maxHeight } = box.style;
  if (display !== 'block' && display !== 'list-item' && display !== 'table' && display !== 'table-cell') return true;
  return overflow === 'hidden' && (height !== 'auto' || maxHeight !== 'none');
}

const isFlow = (box: Box): box is BlockBox =>
  box.kind === 'block' && (box.style.display === 'block' || box.style.display === 'list-item');

const strongest = (a: BreakValue, b: BreakValue): BreakValue => {
  if (a === 'left' || a === 'right' || b === 'auto') return a;
  if (b === 'left' || b === 'right' || a === 'auto') return b;
  return a === 'page' ? a : b;
};

/** A first child's break-before counts for its parent too, a last child's break-after likewise (css-break-3, 3.1). */
export function breakBefore(box: Box): BreakValue {
  if (box.kind === 'inline-root') return 'auto';
  const first = isFlow(box) ? box.children.find((c) => !isOutOfFlow(c)) : undefined;
  return first ? strongest(box.style.breakBefore, breakBefore(first)) : box.style.breakBefore;
}

export function breakAfter(box: Box): BreakValue {
  if (box.kind === 'inline-root') return 'auto';
  const last = isFlow(box) ? box.children.findLast((c) => !isOutOfFlow(c)) : undefined;
  return last ? strongest(box.style.breakAfter, breakAfter(last)) : box.style.breakAfter;
}

const between = (previous: Box, next: Box): BreakValue => strongest(breakBefore(next), breakAfter(previous));

export function forcedBetween(previous: Box, next: Box): Forced | null {
  const value = between(previous, next);
  return value === 'auto' || value === 'avoid' ? null : value;
}

export const avoidedBetween = (previous: Box, next: Box): boolean => between(previous, next) === 'avoid';

/** Within a table, pages may end between the rows of a group. */
const isRowGroup = ({ style }: BlockBox): boolean => style.display.startsWith('table-') && style.display.endsWith('-group');

const forcing = new WeakMap<Box, boolean>();

/** Whether a forced break lies inside the box. Depends on the box alone. */
export function hasForcedBreak(box: Box): boolean {
  if (box.kind !== 'block' || (isMonolithic(box) && !isRowGroup(box))) return false;
  const known = forcing.get(box);
  if (known !== undefined) return known;
  const inFlow = box.children.filter((c) => !isOutOfFlow(c));
  const found = inFlow.some((c, i) => {
    const previous = inFlow[i - 1];
    return hasForcedBreak(c) || (previous !== undefined && forcedBetween(previous, c) !== null);
  });
  forcing.set(box, found);
  return found;
}

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
  /** It is a column that is filled, not a page. */
  readonly columns?: boolean;
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
      /** The first row that is not done. */
      readonly row: number;
      /** Of a row that is broken itself: its cells that span no further rows, in their order. */
      readonly cells: readonly CellState[] | null;
      /** Height of the parts of that row so far. */
      readonly done: Pt;
      /** Cells that began in rows above and go on. */
      readonly spans: readonly { readonly row: number; readonly index: number; readonly state: CellState }[];
      readonly forced: Forced | null;
    }
  | {
      readonly kind: 'columns';
      /** The first segment that is not done: a flow or a spanning element. */
      readonly index: number;
      readonly child: Token | null;
      readonly consumed: Pt;
    };

/** How a cell goes on: from its start, from a token, or only as a box beside others. */
export type CellState = Token | 'start' | 'done';

export type Forced = 'page' | 'left' | 'right' | 'column';

export type Outcome =
  /** Nothing of it can stand here at this level. */
  | { readonly kind: 'before' }
  /** What stands here; a token where there is more. */
  | { readonly kind: 'part'; readonly result: Result; readonly token: Token | null };

export const BEFORE: Outcome = { kind: 'before' };

/** The forced break by which a page ends; null: it was full. */
export function forcedOf(token: Token): Forced | null {
  if (token.kind === 'lines') return null;
  if (token.kind === 'columns') return token.child && forcedOf(token.child);
  if (token.forced) return token.forced;
  if (token.kind === 'block') return token.child && forcedOf(token.child);
  const states = [...(token.cells ?? []), ...token.spans.map(({ state }) => state)];
  for (const state of states) {
    const forced = typeof state === 'string' ? null : forcedOf(state);
    if (forced) return forced;
  }
  return null;
}

/** Boxes that are never broken over pages: pictures, flex containers, fitted text, clipped boxes of a set height (css-break-3, 4.1). */
export function isMonolithic(box: Box): boolean {
  if (box.kind === 'inline-root') return false;
  if (box.kind === 'replaced' || fitScales(box)) return true;
  const { display, overflow, height, maxHeight } = box.style;
  if (display !== 'block' && display !== 'list-item' && display !== 'table' && display !== 'table-cell') return true;
  if (box.style.columns && height !== 'auto') return true;
  return overflow === 'hidden' && (height !== 'auto' || maxHeight !== 'none');
}

const RANK: Readonly<Record<BreakValue, number>> = {
  auto: 0,
  'avoid-column': 1,
  'avoid-page': 1,
  avoid: 2,
  column: 3,
  page: 4,
  left: 5,
  right: 5,
};

const strongest = (a: BreakValue, b: BreakValue): BreakValue => {
  if (RANK[a] === 1 && RANK[b] === 1 && a !== b) return 'avoid';
  return RANK[b] > RANK[a] ? b : a;
};

/** The children whose break-before and break-after count for the box too (css-break-3, 3.1); of a row, those of all its cells. */
function edgeChildren(box: BlockBox, at: 'first' | 'last'): readonly Box[] {
  const { display } = box.style;
  const children = box.children.filter((c) => !isOutOfFlow(c));
  if (display === 'table-row') return children;
  const sorted = display === 'table' ? sections(children, at) : children;
  if (sorted === children && !HANDS_ON.has(display)) return [];
  const edge = at === 'first' ? sorted[0] : sorted[sorted.length - 1];
  return edge ? [edge] : [];
}

const HANDS_ON: ReadonlySet<string> = new Set([
  'block',
  'list-item',
  'table-cell',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
]);

/** Of a table, in the order in which they stand; between a caption and the rows nothing is handed on. */
function sections(children: readonly Box[], at: 'first' | 'last'): readonly Box[] {
  const side = at === 'first' ? 'top' : 'bottom';
  const is = (box: Box, display: string) => box.kind === 'block' && box.style.display === display;
  if (children.some((c) => is(c, 'table-caption') && c.style.captionSide === side)) return [];
  const rank = (c: Box) => (is(c, 'table-header-group') ? 0 : is(c, 'table-footer-group') ? 2 : 1);
  return children.filter((c) => !is(c, 'table-caption')).sort((a, b) => rank(a) - rank(b));
}

/** A first child's break-before counts for its parent too, a last child's break-after likewise (css-break-3, 3.1). */
export function breakBefore(box: Box): BreakValue {
  if (box.kind === 'inline-root') return 'auto';
  const inner = box.kind === 'block' ? edgeChildren(box, 'first') : [];
  return inner.map(breakBefore).reduce(strongest, box.style.breakBefore);
}

export function breakAfter(box: Box): BreakValue {
  if (box.kind === 'inline-root') return 'auto';
  const inner = box.kind === 'block' ? edgeChildren(box, 'last') : [];
  return inner.map(breakAfter).reduce(strongest, box.style.breakAfter);
}

const between = (previous: Box, next: Box): BreakValue => strongest(breakBefore(next), breakAfter(previous));

/** @param columns whether what ends there is a column: breaks of columns mean nothing elsewhere */
export function forcedBetween(previous: Box, next: Box, columns = false): Forced | null {
  const value = between(previous, next);
  return value === 'page' || value === 'left' || value === 'right' || (value === 'column' && columns) ? value : null;
}

/** `avoid` holds for pages and columns, the others for what they name. */
export const avoids = (value: BreakValue, columns = false): boolean =>
  value === 'avoid' || value === (columns ? 'avoid-column' : 'avoid-page');

export const avoidedBetween = (previous: Box, next: Box, columns = false): boolean => avoids(between(previous, next), columns);

/** Within a table, pages may end between the rows of a group, and inside the cells of a row. */
const isTablePart = ({ style: { display } }: BlockBox): boolean =>
  display === 'table-row' || (display.startsWith('table-') && display.endsWith('-group'));

const forcingPages = new WeakMap<Box, boolean>();
const forcingColumns = new WeakMap<Box, boolean>();

/** Whether a forced break lies inside the box. Depends on the box alone. */
export function hasForcedBreak(box: Box, columns = false): boolean {
  if (box.kind !== 'block' || (isMonolithic(box) && !isTablePart(box))) return false;
  const forcing = columns ? forcingColumns : forcingPages;
  const known = forcing.get(box);
  if (known !== undefined) return known;
  // The columns of a box inside are its own affair; its pages are not.
  const own = columns && box.style.columns === null;
  const inFlow = box.children.filter((c) => !isOutOfFlow(c));
  const found = inFlow.some((c, i) => {
    const previous = inFlow[i - 1];
    if (hasForcedBreak(c, own)) return true;
    // The cells of a row are beside each other.
    return previous !== undefined && box.style.display !== 'table-row' && forcedBetween(previous, c, own) !== null;
  });
  forcing.set(box, found);
  return found;
}

import type { Pt } from '../../core/geometry.ts';

/** A row while heights are shared out. */
export interface GrowingRow {
  height: Pt;
  /** Percentage of its group's height; null: none. */
  readonly percent: number | null;
  /** A height is written for it, or for a cell of it alone. */
  readonly written: boolean;
  /** A cell that reaches into rows below begins in it. */
  readonly spans: boolean;
}

/** Consecutive rows of one row group. */
export interface GrowingGroup {
  readonly from: number;
  readonly to: number;
  /** With the spacing between its rows. */
  height: Pt;
  /** Percentage of the table's height; null: none. */
  readonly percent: number | null;
  readonly written: boolean;
  /** Neither header nor footer. */
  readonly body: boolean;
}

const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Adds `extra` by weights; evenly where these weigh nothing. */
function add(rows: readonly { height: Pt }[], extra: Pt, weight: (row: { height: Pt }, i: number) => number): void {
  const weights = rows.map(weight);
  const sum = total(weights);
  rows.forEach((row, i) => {
    row.height += sum > 0 ? (extra * (weights[i] ?? 0)) / sum : extra / rows.length;
  });
}

const byHeight = (row: { height: Pt }): number => row.height;
const evenly = (): number => 1;

/**
 * Makes rows `wanted` high together. CSS Tables 3, 4.6 leaves the order to browsers; it is theirs: rows with percentages up to these, then those without
 * a written height by how high they are, then the empty ones, then all.
 * @param base what percentages refer to; null: nothing
 * @param span a cell over these rows asks for it: rows in which others begin come first
 */
export function growRows(rows: readonly GrowingRow[], wanted: Pt, base: Pt | null, span: boolean): void {
  let extra = wanted - total(rows.map(byHeight));
  if (extra <= 0 || rows.length === 0) return;
  const missing = (row: GrowingRow): Pt =>
    row.percent && base !== null ? Math.max(0, (row.percent / 100) * base - row.height) : 0;
  const low = rows.filter((row) => missing(row) > 0);
  const empty = rows.filter((row) => row.height === 0 && !low.includes(row));
  const filled = rows.filter((row) => !empty.includes(row));
  const written = (row: GrowingRow): boolean => row.written && (row.percent === null || base !== null);
  const loose = filled.filter((row) => !written(row));
  if (low.length > 0) {
    const weights = low.map(missing);
    const most = Math.min(extra, total(weights));
    add(low, most, (_, i) => weights[i] ?? 0);
    extra -= most;
    if (extra <= 1e-9) return;
  }
  const begun = span ? rows.slice(1).filter((row) => row.spans) : [];
  if (begun.length > 0) add(begun, extra, evenly);
  else if (loose.length > 0) add(loose, extra, byHeight);
  else if (span && empty.length === rows.length) add(rows.slice(-1), extra, evenly);
  else if (!span && empty.length > 0) {
    const free = empty.filter((row) => !written(row));
    add(free.length > 0 ? free : empty, extra, evenly);
  } else add(filled, extra, byHeight);
}

/**
 * Makes row groups `wanted` high together: those with percentages up to these; what is beyond goes to bodies before headers and footers, of these first
 * to those without a written height.
 * @returns the groups whose rows have to grow
 */
export function growGroups(groups: readonly GrowingGroup[], wanted: Pt): readonly GrowingGroup[] {
  let extra = wanted - total(groups.map(byHeight));
  if (extra <= 0) return [];
  const grown = new Set<GrowingGroup>();
  const missing = (g: GrowingGroup): Pt => (g.percent === null ? 0 : Math.max(0, (g.percent / 100) * wanted - g.height));
  const shares = groups.filter((g) => g.percent !== null);
  const weights = shares.map(missing);
  const most = Math.min(extra, total(weights));
  if (most > 0) {
    add(shares, most, (_, i) => weights[i] ?? 0);
    for (const g of shares) grown.add(g);
    extra -= most;
  }
  const bodies = groups.filter((g) => g.body);
  const first = bodies.length > 0 ? bodies : groups;
  const takers = [first.filter((g) => g.percent === null && !g.written), first.filter((g) => g.percent === null), first].find(
    (list) => list.length > 0,
  );
  if (takers && extra > 1e-9) {
    add(takers, extra, byHeight);
    for (const g of takers) grown.add(g);
  }
  return [...grown];
}

import type { Pt } from '../../core/geometry.ts';

/** What the cells of one column ask for, border boxes. */
export interface Column {
  min: Pt;
  max: Pt;
  /** Percentage of the table's width; null: none. */
  percent: number | null;
  /** What a percentage leaves out: in fixed layout padding and border come on top. */
  percentEdges: Pt;
  /** Its width is written as a length. */
  fixed: boolean;
}

export const emptyColumn = (): Column => ({ min: 0, max: 0, percent: null, percentEdges: 0, fixed: false });

const total = (list: readonly Pt[]): Pt => list.reduce((a, b) => a + b, 0);

const percentOf = (c: Column, room: Pt): Pt => Math.max(c.min, ((c.percent ?? 0) / 100) * room + c.percentEdges);

/** Added to `low`: `extra`, shared by weights; evenly among `takers` where these weigh nothing. */
function shared(low: readonly Pt[], extra: Pt, weights: readonly number[], takers: readonly boolean[]): Pt[] {
  const sum = total(weights);
  const count = takers.filter(Boolean).length;
  return low.map((w, i) => (sum > 0 ? w + (extra * (weights[i] ?? 0)) / sum : takers[i] ? w + extra / count : w));
}

/**
 * Widths of the columns when they share `room` (CSS Tables 3, 4.5: between four guesses, linearly; what is beyond goes to columns without a width, else
 * to those with a length, else to those with percentages).
 * @param stretches whether written lengths give way before percentages do: not where a spanning cell only wishes for the room
 */
export function columnWidths(columns: readonly Column[], room: Pt, stretches = true): Pt[] {
  const wanted = Math.max(room, total(columns.map((c) => c.min)));
  const guesses = [
    columns.map((c) => c.min),
    columns.map((c) => (c.percent !== null ? percentOf(c, wanted) : c.min)),
    columns.map((c) => (c.percent !== null ? percentOf(c, wanted) : c.fixed ? c.max : c.min)),
    columns.map((c) => (c.percent !== null ? percentOf(c, wanted) : c.max)),
  ];
  let low = guesses[0] ?? [];
  if (wanted <= total(low)) return low;
  for (const high of guesses.slice(1)) {
    const a = total(low);
    const b = total(high);
    if (wanted <= b && b > a) return low.map((w, i) => w + (((high[i] ?? 0) - w) * (wanted - a)) / (b - a));
    low = high;
  }
  const auto = columns.map((c) => c.percent === null && !c.fixed);
  const fixed = columns.map((c) => c.percent === null && c.fixed);
  const percent = columns.map((c) => c.percent !== null);
  const takers = [auto, ...(stretches ? [fixed] : []), percent].find((list) => list.includes(true));
  if (!takers) return low;
  const weights = columns.map((c, i) => (takers[i] ? (takers === percent ? (c.percent ?? 0) : c.max) : 0));
  return shared(low, wanted - total(low), weights, takers);
}

/**
 * Fixed layout (CSS 2.1, 17.5.2.1): lengths, then percentages, as far as there is room; the others share what is left. Without others all of it is
 * filled. As in all browsers, a column of a written width of 0 takes nothing unless all do.
 */
export function fixedWidths(columns: readonly Column[], room: Pt): Pt[] {
  const percent = columns.map((c) => c.percent !== null);
  const zero = columns.map((c) => c.percent === null && c.fixed && c.max === 0);
  const fixed = columns.map((c) => c.percent === null && c.fixed && c.max !== 0);
  const auto = columns.map((c) => c.percent === null && !c.fixed);
  const hasAuto = auto.includes(true);
  const lengths = columns.map((c, i) => (fixed[i] ? c.max : 0));
  const percents = columns.map((c, i) => (percent[i] ? percentOf(c, room) : 0));
  const widths = columns.map(() => 0);
  const fill = (wishes: readonly Pt[], wish: Pt, most: Pt, grows: boolean): void => {
    const sum = total(wishes);
    const scale = sum > most || (grows && sum < wish) ? wish / sum : 1;
    if (sum > 0) for (const [i, w] of wishes.entries()) widths[i] = (widths[i] ?? 0) + w * scale;
  };
  fill(lengths, Math.max(0, room - total(percents)), room, !hasAuto);
  const left = (): Pt => room - total(widths);
  if (left() <= 1e-9) return widths;
  fill(percents, left(), left(), !hasAuto);
  const takers = hasAuto ? auto : zero.every(Boolean) ? zero : null;
  return takers
    ? shared(
        widths,
        left(),
        columns.map(() => 0),
        takers,
      )
    : widths;
}

import type { Pt } from '../../core/geometry.ts';
import { greedyLines } from './greedy.ts';
import { lineWidth, type Measure } from './measure.ts';
import type { LineRange } from './types.ts';

/** Longer texts are left as they are, as in Chromium (CSS Text 4, 6.4.1 lets the limit be chosen): nobody sees whether they are balanced. */
const MOST_LINES = 6;
/** Widths are told apart down to this, pt. */
const PRECISION = 0.02;

const hyphensIn = (lines: readonly LineRange[]): number => lines.filter(({ to }) => to.kind === 'hyphen').length;

/**
 * `text-wrap: balance`: the same number of lines in the narrowest measure that gives it, found by halving. No word is divided for it: where the text
 * needs no more lines without hyphens it has none, else no more than it had.
 */
export function balancedLines(m: Measure, first: number, last: number): LineRange[] {
  const divided = greedyLines(m, first, last, m.width);
  const whole = hyphensIn(divided) > 0 ? greedyLines(m, first, last, m.width, 0) : divided;
  const full = whole.length <= divided.length ? whole : divided;
  const hyphens = hyphensIn(full);
  const count = full.length;
  if (count < 2 || count > MOST_LINES) return full;
  const [start, end] = [m.p.cuts[first], m.p.cuts[last]];
  if (!start || !end) return full;
  // No line may be wider than the room unless it already is: an overlong word sets the floor.
  const widest = Math.max(...full.map(({ from, to }) => lineWidth(m, from, to)));
  let low: Pt = Math.min(m.width, lineWidth(m, start, end) / count) - 1;
  let high: Pt = Math.min(m.width, Math.max(widest, low) + Math.max(0, m.indent));
  let best = full;
  while (high - low > PRECISION) {
    const middle = (low + high) / 2;
    const tried = greedyLines(m, first, last, middle, hyphens === 0 ? 0 : undefined);
    if (tried.length <= count && hyphensIn(tried) <= hyphens && !tried.some(({ to }) => to.kind === 'emergency')) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

import type { Pt } from '../../core/geometry.ts';
import { greedyLines } from './greedy.ts';
import { lineWidth, type Measure } from './measure.ts';
import type { LineRange } from './types.ts';

/** Longer texts are left as they are, as in Chromium (CSS Text 4, 6.4.1 lets the limit be chosen): nobody sees whether they are balanced. */
const MOST_LINES = 6;
/** Widths are told apart down to this, pt. */
const PRECISION = 0.02;

/** `text-wrap: balance`: the same number of lines in the narrowest measure that gives it, found by halving. */
export function balancedLines(m: Measure, first: number, last: number): LineRange[] {
  const full = greedyLines(m, first, last, m.width);
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
    const tried = greedyLines(m, first, last, middle);
    if (tried.length <= count && !tried.some(({ to }) => to.kind === 'emergency')) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  return best;
}

import { endsInHyphen, hyphenLimit, lineDemerits, roomFrom, TOLERABLE } from './demerits.ts';
import { greedyLines } from './greedy.ts';
import { reach } from './hanging.ts';
import { EPSILON, type Measure, roughWidth } from './measure.ts';
import type { LineRange } from './types.ts';

/** The best way so far to end a line at a cut, after so many lines and so many hyphens in a row. */
interface Node {
  readonly total: number;
  readonly lines: number;
  readonly run: number;
  /** Index of the cut that the line begins at. */
  readonly at: number;
  readonly before: Node | null;
}

/**
 * `text-wrap: pretty`: of all ways to break the paragraph into no more lines than it needs the one with the fewest demerits; into one line more where
 * a rule would be broken otherwise.
 */
export function prettyLines(m: Measure, first: number, last: number): LineRange[] {
  const greedy = greedyLines(m, first, last, m.width);
  // Where a word had to be broken for want of room there is nothing to be chosen.
  if (greedy.length < 2 || greedy.some(({ to }) => to.kind === 'emergency')) return greedy;
  const found = search(m, first, last, greedy.length);
  if (found && found.total < TOLERABLE) return found.lines;
  const looser = search(m, first, last, greedy.length + 1);
  return (looser && (!found || looser.total < found.total) ? looser : found)?.lines ?? greedy;
}

/** Knuth & Plass's search over all feasible breaks, from left to right; greedy's own lines are among them. */
function search(
  m: Measure,
  first: number,
  last: number,
  most: number,
): { readonly total: number; readonly lines: LineRange[] } | null {
  const { cuts } = m.p;
  const limit = hyphenLimit(m) + 1;
  const nodes: Map<number, Node>[] = Array.from({ length: last - first + 1 }, () => new Map());
  nodes[0]?.set(0, { total: 0, lines: 0, run: 0, at: first, before: null });
  const slack = reach(m);
  for (let i = first; i < last; i++) {
    const from = cuts[i];
    const open = nodes[i - first];
    if (!from || !open || open.size === 0) continue;
    const room = roomFrom(m, from);
    for (let j = i + 1; j <= last; j++) {
      const to = cuts[j];
      if (!to) break;
      // Past this, all is too wide; the first cut is there for words that cannot be divided.
      if (j > i + 1 && roughWidth(m, from, to) - (to.hyphen?.width ?? 0) * m.scale > room + slack + EPSILON) break;
      const ends = endsInHyphen(m, to);
      const forward = nodes[j - first];
      for (const node of open.values()) {
        if (node.lines + 1 > most) continue;
        const total = node.total + lineDemerits(m, from, to, node.run, i === first && j === last);
        const run = ends ? Math.min(limit, node.run + 1) : 0;
        const key = (node.lines + 1) * (limit + 1) + run;
        const known = forward?.get(key);
        if (!known || total < known.total) forward?.set(key, { total, lines: node.lines + 1, run, at: i, before: node });
      }
    }
  }
  let best: Node | null = null;
  for (const node of nodes[last - first]?.values() ?? []) if (!best || node.total < best.total) best = node;
  return best && { total: best.total, lines: trace(m, best, last) };
}

function trace(m: Measure, end: Node, last: number): LineRange[] {
  const lines: LineRange[] = [];
  let to = last;
  for (let node: Node | null = end; node?.before; node = node.before) {
    const [a, b] = [m.p.cuts[node.at], m.p.cuts[to]];
    if (a && b) lines.unshift({ from: a, to: b });
    to = node.at;
  }
  return lines;
}

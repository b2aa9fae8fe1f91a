import { LINE_EPSILON } from '../overhang.ts';
import { endsInHyphen, hyphenLimit, lineDemerits, roomFrom, runDemerits } from './demerits.ts';
import { greedyLines } from './greedy.ts';
import { reach } from './hanging.ts';
import { type Measure, roughWidth } from './measure.ts';
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

/** `text-wrap: pretty`: of all ways to break the paragraph into no more lines than it needs the one with the fewest demerits. */
export function prettyLines(m: Measure, first: number, last: number): LineRange[] {
  const greedy = greedyLines(m, first, last, m.width);
  // Where a word had to be broken for want of room there is nothing to be chosen.
  if (greedy.length < 2 || greedy.some(({ to }) => to.kind === 'emergency')) return greedy;
  return search(m, first, last, greedy.length) ?? greedy;
}

/** Knuth & Plass's search over all feasible breaks, from left to right; greedy's own lines are among them. */
function search(m: Measure, first: number, last: number, most: number): LineRange[] | null {
  const { cuts } = m.p;
  const limit = hyphenLimit(m);
  const nodes: Node[][] = Array.from({ length: last - first + 1 }, () => []);
  nodes[0]?.push({ total: 0, lines: 0, run: 0, at: first, before: null });
  const slack = reach(m);
  for (let i = first; i < last; i++) {
    const from = cuts[i];
    const open = worthwhile(nodes[i - first] ?? []);
    if (!from || open.length === 0) continue;
    const room = roomFrom(m, from);
    for (let j = i + 1; j <= last; j++) {
      const to = cuts[j];
      if (!to) break;
      // Past this, all is too wide; the first cut is there for words that cannot be divided.
      if (j > i + 1 && roughWidth(m, from, to) - (to.hyphen?.width ?? 0) * m.scale > room + slack + LINE_EPSILON) break;
      const ends = endsInHyphen(m, to);
      const cost = lineDemerits(m, from, to, i === first && j === last);
      for (const before of open) {
        if (before.lines + 1 > most) continue;
        const total = before.total + (cost + (ends ? runDemerits(m, before.run, limit) : 0));
        const run = ends ? Math.min(limit, before.run + 1) : 0;
        nodes[j - first]?.push({ total, lines: before.lines + 1, run, at: i, before });
      }
    }
  }
  let best: Node | null = null;
  for (const node of nodes[last - first] ?? []) if (!best || node.total < best.total) best = node;
  return best && trace(m, best, last);
}

/** Of all ways to a cut those that no other equals or betters in demerits, lines and hyphens in a row at once: what follows costs them no less. */
function worthwhile(nodes: readonly Node[]): Node[] {
  if (nodes.length < 2) return [...nodes];
  const kept: Node[] = [];
  for (const node of [...nodes].sort((a, b) => a.total - b.total || a.lines - b.lines || a.run - b.run)) {
    if (!kept.some((better) => better.lines <= node.lines && better.run <= node.run)) kept.push(node);
  }
  return kept;
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

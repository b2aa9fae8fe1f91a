import type { Pt } from '../../core/geometry.ts';
import { greedyLines } from './greedy.ts';
import { EPSILON, lineWidth, type Measure, roughWidth } from './measure.ts';
import type { Cut, LineRange } from './types.ts';

/** Demerits of a line, after Knuth & Plass, Breaking Paragraphs into Lines (1981): the square of how badly it is filled. */
const LINE = 10;
const HYPHEN = 50;
const TWO_HYPHENS = 150;
/** A last line of less than this part of the measure looks lost. */
const SHORT_LAST = 0.25;
/** Lines emptier than this are not tried. */
const LEAST = 0.3;

/** Demerits of one line; `after`: the line before it ended in a hyphen. The last line may be as short as it likes, but not very short. */
function lineDemerits(room: Pt, width: Pt, to: Cut, after: boolean, only: boolean): number {
  const over = width - room;
  if (over > EPSILON) return 1e6 + 1e4 * over;
  const empty = room > 0 ? Math.max(0, room - width) / room : 0;
  const last = to.kind === 'end' || to.kind === 'forced';
  const badness = last ? (only || empty < 1 - SHORT_LAST ? 0 : 100 * (empty - (1 - SHORT_LAST))) : 100 * empty ** 2;
  const hyphen = to.kind === 'hyphen' ? (after ? TWO_HYPHENS : HYPHEN) : 0;
  return (LINE + badness) ** 2 + hyphen ** 2 / 10;
}

/** Sum of the demerits of given lines: what `prettyLines` makes as small as it can. */
export function demerits(m: Measure, lines: readonly LineRange[]): number {
  let sum = 0;
  let after = false;
  lines.forEach(({ from, to }, index) => {
    const room = m.width - (index === 0 && from.offset === 0 ? m.indent : 0);
    sum += lineDemerits(room, lineWidth(m, from, to), to, after, lines.length === 1);
    after = to.kind === 'hyphen';
  });
  return sum;
}

interface Node {
  readonly total: number;
  readonly previous: number;
  readonly lines: number;
}

/** `text-wrap: pretty`: of all ways to break the paragraph into no more lines than it needs the one with the fewest demerits. */
export function prettyLines(m: Measure, first: number, last: number): LineRange[] {
  const greedy = greedyLines(m, first, last, m.width);
  // Where a word had to be broken for want of room there is nothing to be chosen.
  if (greedy.length < 2 || greedy.some(({ to }) => to.kind === 'emergency')) return greedy;
  const chosen = search(m, first, last, greedy.length);
  return chosen && demerits(m, chosen) <= demerits(m, greedy) ? chosen : greedy;
}

function search(m: Measure, first: number, last: number, most: number): LineRange[] | null {
  const { cuts } = m.p;
  /** By cut, then by number of lines so far. */
  const best: Map<number, Node>[] = Array.from({ length: last - first + 1 }, () => new Map());
  best[0]?.set(0, { total: 0, previous: -1, lines: 0 });
  const slack = 0.5 * m.p.root.style.fontSize * m.scale;
  for (let i = first; i < last; i++) {
    const from = cuts[i];
    const nodes = best[i - first];
    if (!from || !nodes || nodes.size === 0) continue;
    const room = m.width - (i === first && from.offset === 0 ? m.indent : 0);
    const after = from.kind === 'hyphen';
    for (let j = i + 1; j <= last; j++) {
      const to = cuts[j];
      if (!to) break;
      const rough = roughWidth(m, from, to);
      if (rough < room * LEAST && to.kind !== 'end' && to.kind !== 'forced') continue;
      if (j > i + 1 && rough - (to.hyphen?.width ?? 0) * m.scale > room + slack) break;
      const width = Math.abs(rough - room) < slack ? lineWidth(m, from, to) : rough;
      // Too wide is only what cannot be divided.
      if (j > i + 1 && width > room + EPSILON) continue;
      const forward = best[j - first];
      const cost = lineDemerits(room, width, to, after, i === first && j === last);
      for (const [lines, node] of nodes) {
        if (lines + 1 > most) continue;
        const total = node.total + cost;
        const known = forward?.get(lines + 1);
        if (!known || total < known.total) forward?.set(lines + 1, { total, previous: i, lines: lines + 1 });
      }
    }
  }
  return trace(m, best, first, last);
}

function trace(m: Measure, best: readonly ReadonlyMap<number, Node>[], first: number, last: number): LineRange[] | null {
  const { cuts } = m.p;
  let node = [...(best[last - first]?.values() ?? [])].sort((a, b) => a.total - b.total || a.lines - b.lines)[0];
  const lines: LineRange[] = [];
  let at = last;
  while (node && node.previous >= 0) {
    const from = cuts[node.previous];
    const to = cuts[at];
    if (!from || !to) return null;
    lines.unshift({ from, to });
    at = node.previous;
    node = best[at - first]?.get(node.lines - 1);
  }
  return lines.length > 0 ? lines : null;
}

import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { emergency } from './anywhere.ts';
import { filledWidth, reach } from './hanging.ts';
import { lineWidth, type Measure, roughWidth } from './measure.ts';
import type { Cut, LineRange, Special } from './types.ts';

/**
 * Lines from cut `first` to cut `last` (indices), each as full as it can be. `available`: room of a line; the paragraph's first is indented.
 * `hyphenLines`: so many in a row may end in a hyphen, save where only a hyphen helps.
 */
export function greedyLines(
  m: Measure,
  first: number,
  last: number,
  available: Pt,
  hyphenLines = m.p.root.style.fine.hyphenLines,
): LineRange[] {
  const { cuts } = m.p;
  const lines: LineRange[] = [];
  let hyphens = 0;
  let from = cuts[first];
  let next = first + 1;
  while (from && next <= last) {
    const room = available - (from.offset === 0 && lines.length === 0 && first === 0 ? m.indent : 0);
    const limited = hyphens >= hyphenLines ? fullest(m, from, next, last, room, false) : null;
    const found = limited?.fits ? limited : fullest(m, from, next, last, room, true);
    const cut: Cut | undefined = found.fits ? cuts[found.index] : (emergency(m, from, next, last, room) ?? cuts[next]);
    if (!cut) break;
    const to = m.p.lifts ? withoutLifted(m, from, cut, room) : cut;
    lines.push({ from, to });
    hyphens = to.kind === 'hyphen' ? hyphens + 1 : 0;
    if (to.kind !== 'emergency') next = (found.fits ? found.index : next) + 1;
    else while ((cuts[next]?.offset ?? 0) <= to.offset) next++;
    from = to;
  }
  return lines;
}

/** A line that its spaces fill is at its end: absolute boxes behind them, or behind a box in the line, belong to the next. */
function withoutLifted(m: Measure, from: Cut, to: Cut, room: Pt): Cut {
  const { specials, pen } = m.p;
  const at = specials.findIndex(
    ({ kind, start, index }) =>
      kind === 'out-of-flow' &&
      index >= from.edge &&
      (start === to.offset || (start === to.trim && isAtomic(specials[index - 1]))),
  );
  if (at < 0 || at >= to.edge) return to;
  const spaces = ((pen[to.offset] ?? 0) - (pen[Math.max(to.trim, from.skip)] ?? 0)) * m.scale;
  return lineWidth(m, from, to) + spaces > room + LINE_EPSILON ? { ...to, edge: at } : to;
}

const isAtomic = (special: Special | undefined): boolean => special?.kind === 'atomic';

/** The last cut up to which everything fits. Text between cuts only grows, a hyphen can make a nearer cut wider than a farther one. */
function fullest(
  m: Measure,
  from: Cut,
  next: number,
  last: number,
  room: Pt,
  divides: boolean,
): { index: number; fits: boolean } {
  const { cuts } = m.p;
  // How far a rough width can be off: a kerning pair or a ligature at each end of the line, and what hangs.
  const slack = reach(m);
  let index = next;
  let fits = false;
  for (let i = next; i <= last; i++) {
    const to = cuts[i];
    if (!to) break;
    if (!divides && to.kind === 'hyphen') continue;
    const rough = roughWidth(m, from, to);
    if (m.drawsBack) {
      if (!keepsWithin(m, from, to, room)) break;
    } else if (rough - (to.hyphen?.width ?? 0) * m.scale > room + LINE_EPSILON + slack) break;
    if (rough < room - slack || filledWidth(m, from, to, room) <= room + LINE_EPSILON) {
      index = i;
      fits = true;
    }
  }
  return { index, fits };
}

/** Whether each text on the way fits, and each box in the line begins within the room: only then does the line get to a negative edge after it. */
function keepsWithin(m: Measure, from: Cut, to: Cut, room: Pt): boolean {
  const { leaves, pen } = m.p;
  const textTo = (offset: number): Pt => (offset > from.skip ? ((pen[offset] ?? 0) - (pen[from.skip] ?? 0)) * m.scale : 0);
  let edges = 0;
  for (const leaf of leaves) {
    if (leaf.kind === 'text') {
      if (leaf.start >= to.trim) break;
      if (leaf.end > from.skip && textTo(Math.min(leaf.end, to.trim)) + edges > room + LINE_EPSILON) return false;
    } else if (leaf.index >= to.edge) break;
    else if (leaf.index >= from.edge) {
      if (leaf.kind === 'atomic' && textTo(leaf.start) + edges > room + LINE_EPSILON) return false;
      edges = (m.edges[leaf.index + 1] ?? 0) - (m.edges[from.edge] ?? 0);
    }
  }
  return true;
}

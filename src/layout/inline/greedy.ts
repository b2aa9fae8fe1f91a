import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { edgesBefore } from './cuts.ts';
import { filledWidth, reach } from './hanging.ts';
import { lineWidth, type Measure, roughWidth } from './measure.ts';
import type { Cut, LineRange } from './types.ts';

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
    const to: Cut | undefined = found.fits ? cuts[found.index] : (emergency(m, from, cuts[next], room) ?? cuts[next]);
    if (!to) break;
    lines.push({ from, to });
    hyphens = to.kind === 'hyphen' ? hyphens + 1 : 0;
    if (to.kind !== 'emergency') next = (found.fits ? found.index : next) + 1;
    from = to;
  }
  return lines;
}

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
    if (rough - (to.hyphen?.width ?? 0) * m.scale > room + LINE_EPSILON + slack) break;
    if (rough < room - slack || filledWidth(m, from, to, room) <= room + LINE_EPSILON) {
      index = i;
      fits = true;
    }
  }
  return { index, fits };
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** `overflow-wrap: anywhere | break-word`: as much of an unbreakable word as fits, but one character at least. null: the word stays whole. */
function emergency(m: Measure, from: Cut, to: Cut | undefined, room: Pt): Cut | null {
  if (!to) return null;
  const { p } = m;
  const word = p.text.slice(from.skip, to.trim);
  if (word.length < 2) return null;
  let chosen: Cut | null = null;
  for (const { index } of graphemes.segment(word)) {
    if (index === 0) continue;
    const offset = from.skip + index;
    if (!mayBreakAnywhere(m, offset)) continue;
    // A soft hyphen stays with the letters before it.
    if (word.charCodeAt(index) === 0xad) continue;
    const cut: Cut = { offset, skip: offset, trim: offset, edge: edgesBefore(p, offset), kind: 'emergency', hyphen: null };
    if (chosen && lineWidth(m, from, cut) > room + LINE_EPSILON) break;
    chosen = cut;
  }
  return chosen;
}

function mayBreakAnywhere({ p }: Measure, offset: number): boolean {
  const leaf = p.texts.find((text) => text.start < offset && offset <= text.end);
  return (
    leaf !== undefined &&
    leaf.item.style.overflowWrap !== 'normal' &&
    leaf.item.style.whiteSpace !== 'nowrap' &&
    leaf.item.style.whiteSpace !== 'pre'
  );
}

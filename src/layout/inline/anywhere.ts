import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { edgesBefore } from './cuts.ts';
import { lineWidth, type Measure } from './measure.ts';
import { type Cut, wraps } from './types.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** `overflow-wrap: anywhere | break-word`: as much of an unbreakable word as fits, but one character at least. null: the word stays whole. */
export function emergency(m: Measure, from: Cut, next: number, last: number, room: Pt): Cut | null {
  const { cuts } = m.p;
  let end = next;
  // Where no hyphen fits the word goes on.
  while (end < last && cuts[end]?.kind === 'hyphen') end++;
  const to = cuts[end];
  if (!to || to.trim - from.skip < 2) return null;
  let chosen: Cut | null = null;
  for (const offset of places(m, from, to, false)) {
    const cut: Cut = { offset, skip: offset, trim: offset, edge: edgesBefore(m.p, offset), kind: 'emergency', hyphen: null };
    if (lineWidth(m, from, cut) > room + LINE_EPSILON) {
      // What is too wide anyway ends at a hyphen before it does so anywhere behind.
      if (!chosen && offset > (cuts[next]?.offset ?? 0)) return null;
      return chosen ?? cut;
    }
    chosen = cut;
  }
  return chosen;
}

/** Width of the widest piece that is left of the text between two cuts where `overflow-wrap: anywhere` divides it everywhere. */
export function narrowestPart(m: Measure, from: Cut, to: Cut): Pt {
  const { p } = m;
  const anywhere = p.texts.some(
    ({ item, start, end }) => start < to.trim && end > from.skip && item.style.overflowWrap === 'anywhere' && wraps(item.style),
  );
  if (!anywhere) return lineWidth(m, from, to);
  let widest = 0;
  let start = from.skip;
  let edge = from.edge;
  for (const at of [...places(m, from, to, true), to.trim]) {
    const before = at === to.trim ? to.edge : edgesBefore(p, at);
    const text = ((p.pen[at] ?? 0) - (p.pen[start] ?? 0)) * m.scale;
    widest = Math.max(widest, text + (m.edges[before] ?? 0) - (m.edges[edge] ?? 0));
    start = at;
    edge = before;
  }
  return widest;
}

function places({ p }: Measure, from: Cut, to: Cut, anywhere: boolean): number[] {
  const found: number[] = [];
  const word = p.text.slice(from.skip, to.trim);
  for (const { index } of graphemes.segment(word)) {
    const offset = from.skip + index;
    // At a soft hyphen a word is divided with a hyphen or not at all.
    if (index === 0 || word.charCodeAt(index) === 0xad || word.charCodeAt(index - 1) === 0xad) continue;
    const leaf = p.texts.find((text) => text.start < offset && offset <= text.end);
    const wrap = leaf?.item.style.overflowWrap ?? 'normal';
    if (leaf && (anywhere ? wrap === 'anywhere' : wrap !== 'normal') && wraps(leaf.item.style)) found.push(offset);
  }
  return found;
}

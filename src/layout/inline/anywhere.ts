import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { edgesBefore } from './cuts.ts';
import { lineWidth, type Measure, roughWidth } from './measure.ts';
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
    const cut = cutAt(m, offset);
    // It fits as it stands and cut from what follows.
    if (Math.max(lineWidth(m, from, cut), roughWidth(m, from, cut)) > room + LINE_EPSILON) {
      // What is too wide anyway ends at a hyphen before it does so anywhere behind.
      if (!chosen && offset > (cuts[next]?.offset ?? 0)) return null;
      return chosen ?? cut;
    }
    chosen = cut;
  }
  return chosen;
}

/** A paragraph's cuts, and those between letters that `overflow-wrap: anywhere` makes. */
export function cutsAnywhere(m: Measure): readonly Cut[] {
  const { p } = m;
  if (!p.texts.some(({ item }) => item.style.overflowWrap === 'anywhere' && wraps(item.style))) return p.cuts;
  return p.cuts.flatMap((to, i) => {
    const from = p.cuts[i - 1];
    return from ? [...places(m, from, to, true).map((offset) => cutAt(m, offset)), to] : [to];
  });
}

const cutAt = ({ p }: Measure, offset: number): Cut => ({
  offset,
  skip: offset,
  trim: offset,
  edge: edgesBefore(p, offset),
  kind: 'emergency',
  hyphen: null,
});

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

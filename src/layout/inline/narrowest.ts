import type { Pt } from '../../core/geometry.ts';
import { cutsAnywhere } from './anywhere.ts';
import type { Measure } from './measure.ts';
import { endChange, startChange } from './segments.ts';
import { type Cut, collapses, type TextLeaf } from './types.ts';

/**
 * Min-content width: every chance to break taken. A line that begins with a text and nothing beside it counts all words of that text as one, as wide as the
 * widest: an edge at the text's end is added to that, whichever word it is. CSS Sizing 3, 5.1 leaves this open ("a reasonable guess"); it is Chromium's.
 * So is that parts of a word keep the kerning with what they are cut from.
 */
export function minContent(m: Measure): Pt {
  const cuts = cutsAnywhere(m);
  let min = 0;
  let part = cuts[0];
  let text: TextLeaf | null = null;
  let word = 0;
  for (let i = 1; i < cuts.length; i++) {
    const from = cuts[i - 1];
    const to = cuts[i];
    if (!part || !from || !to) break;
    // What goes back behind the start of its line leaves room even where there is none: the text goes on as far as that.
    if (!text && (part === from || !runsOn(m, part, from, to))) part = from;
    if (!text && part === from) text = textAt(m, from);
    if (!text) {
      min = Math.max(min, indentOf(m, part) + cutWidth(m, part, to));
      continue;
    }
    const ends = endsWith(m, text, to);
    if (ends || to.offset < text.end) word = Math.max(word, textWidth(m, from, to));
    if (to.offset < text.end && to.kind !== 'forced') continue;
    min = Math.max(min, word + (ends ? edgesAfter(m, text, to) : 0));
    // A word that goes on behind the text stands for itself.
    if (!ends && to.offset > text.end) min = Math.max(min, indentOf(m, from) + cutWidth(m, from, to));
    text = null;
    word = 0;
    part = to;
  }
  return min;
}

const indentOf = (m: Measure, line: Cut): Pt => (line.offset === 0 ? m.indent : 0);

const cutWidth = (m: Measure, from: Cut, to: Cut): Pt =>
  textWidth(m, from, to) + (m.edges[to.edge] ?? 0) - (m.edges[from.edge] ?? 0);

/** Without edges; with what being cut changes only where there is white space. */
function textWidth({ p, scale }: Measure, from: Cut, to: Cut): Pt {
  const hyphen = to.hyphen?.width ?? 0;
  if (to.trim <= from.skip) return hyphen * scale;
  const text = (p.pen[to.trim] ?? 0) - (p.pen[from.skip] ?? 0);
  const starts = from.skip > from.trim ? startChange(p, from.skip) : 0;
  const ends = to.offset > to.trim ? endChange(p, to.trim) : 0;
  return (text + hyphen + starts + ends) * scale;
}

/** Specials before a text. */
function edgeOf({ p }: Measure, text: TextLeaf): number {
  const at = p.specials.findIndex(({ start }) => start > text.start);
  return at < 0 ? p.specials.length : at;
}

/** Room of the edges that stand between a text and the end of its line, or a box there that is out of the flow. */
function edgesAfter(m: Measure, text: TextLeaf, to: Cut): Pt {
  const first = edgeOf(m, text);
  const lifted = m.p.lifts ? m.p.specials.findIndex(({ kind, index }) => kind === 'out-of-flow' && index >= first) : -1;
  return (m.edges[lifted < 0 ? to.edge : Math.min(lifted, to.edge)] ?? 0) - (m.edges[first] ?? 0);
}

/** The text that a line begins with, where neither indent nor edges move it. */
function textAt(m: Measure, from: Cut): TextLeaf | null {
  const text = m.p.texts.find(({ start, end }) => start <= from.skip && from.skip < end);
  if (!text) return null;
  const edges = (m.edges[Math.max(from.edge, edgeOf(m, text))] ?? 0) - (m.edges[from.edge] ?? 0);
  return Math.abs(indentOf(m, from) + edges) < 1e-6 ? text : null;
}

/** Whether a line may end where a text does, at a cut. */
function endsWith({ p }: Measure, text: TextLeaf, to: Cut): boolean {
  if (to.offset === text.end) return true;
  if ((to.kind !== 'end' && to.kind !== 'forced') || to.offset < text.end) return false;
  return (
    /^ *\n?$/.test(p.text.slice(text.end, to.offset)) &&
    p.texts.every(({ start, item }) => start < text.end || start >= to.offset || collapses(item.style))
  );
}

function runsOn(m: Measure, part: Cut, from: Cut, to: Cut): boolean {
  if (from.kind === 'forced' || (!m.drawsBack && m.indent >= 0)) return false;
  const own = m.p.texts.find(({ start, end }) => start < from.trim && from.trim <= end);
  if (!own || from.offset >= own.end) return false;
  return indentOf(m, part) + cutWidth(m, part, to) <= 0;
}

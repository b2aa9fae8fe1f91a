import type { Pt } from '../../core/geometry.ts';
import type { InlineRoot } from '../types.ts';
import { narrowestPart } from './anywhere.ts';
import { goesBack, keptSpaces, lineWidth, type Measure, measureAt } from './measure.ts';
import { prepare } from './prepare.ts';
import type { Cut, InlineContext, Paragraph } from './types.ts';

/**
 * Min-content width (every chance to break taken) and max-content width (forced breaks only), pt. Percentages count as 0 (CSS Sizing 3, 5.2.1).
 * `overflow-wrap: anywhere` makes the minimum one character wide, `break-word` does not (CSS Text 3, 5.4).
 */
export function inlineContentSizes(root: InlineRoot, ctx: InlineContext): { min: Pt; max: Pt } {
  const p = prepare(root, ctx);
  const widest = measureFor(p, ctx, 'max');
  const narrowest = p.specials.some(({ kind }) => kind === 'atomic') ? measureFor(p, ctx, 'min') : widest;
  let max = 0;
  let min = 0;
  let line = p.cuts[0];
  let part = line;
  for (let i = 1; i < p.cuts.length; i++) {
    const from = p.cuts[i - 1];
    const to = p.cuts[i];
    if (!line || !part || !from || !to) break;
    // What goes back behind the start of its line leaves room even where there is none: the text goes on as far as that.
    if (part === from || !runsOn(narrowest, part, from, to)) part = from;
    min = Math.max(min, (part.offset === 0 ? narrowest.indent : 0) + narrowestPart(narrowest, part, to));
    if (to.kind === 'forced' || to.kind === 'end') {
      max = Math.max(max, lineWidth(widest, line, to) + keptSpaces(widest, line, to) + (line.offset === 0 ? widest.indent : 0));
      line = to;
    }
  }
  return { min, max: Math.max(min, max) };
}

function runsOn(m: Measure, part: Cut, from: Cut, to: Cut): boolean {
  if (from.kind === 'forced' || (!m.drawsBack && m.indent >= 0)) return false;
  const own = m.p.texts.find(({ start, end }) => start < from.trim && from.trim <= end);
  if (!own || from.offset >= own.end) return false;
  return (part.offset === 0 ? m.indent : 0) + lineWidth(m, part, to) <= 0;
}

function measureFor(p: Paragraph, ctx: InlineContext, size: 'min' | 'max'): Measure {
  const plain = measureAt(p, 0, { ...ctx, layoutAtomic: () => nothing(p.root) });
  if (plain.atomics.size === 0) return plain;
  const edges = plain.edges.slice();
  let shift = 0;
  for (const special of p.specials) {
    edges[special.index] = (edges[special.index] ?? 0) + shift;
    const atomic = plain.atomics.get(special.index);
    if (atomic && special.box) shift += ctx.atomicSizes(special.box)[size] - atomic.margin.left - atomic.margin.right;
  }
  edges[p.specials.length] = (edges[p.specials.length] ?? 0) + shift;
  return { ...plain, edges, drawsBack: goesBack(edges) };
}

function nothing(box: InlineRoot): ReturnType<InlineContext['layoutAtomic']> {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  return { box, x: 0, y: 0, width: 0, height: 0, padding: none, border: none, children: [] };
}

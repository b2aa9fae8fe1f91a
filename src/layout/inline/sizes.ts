import type { Pt } from '../../core/geometry.ts';
import type { InlineRoot } from '../types.ts';
import { keptSpaces, lineWidth, type Measure, measureAt } from './measure.ts';
import { prepare } from './prepare.ts';
import { type Cut, type InlineContext, type Paragraph, wraps } from './types.ts';

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
  let chunk = p.cuts[0];
  for (let i = 1; i < p.cuts.length; i++) {
    const from = p.cuts[i - 1];
    const to = p.cuts[i];
    if (!chunk || !from || !to) break;
    const indent = i === 1 ? widest.indent : 0;
    min = Math.max(min, indent + narrowestPart(narrowest, from, to));
    if (to.kind === 'forced' || to.kind === 'end') {
      max = Math.max(
        max,
        lineWidth(widest, chunk, to) + keptSpaces(widest, chunk, to) + (chunk.offset === 0 ? widest.indent : 0),
      );
      chunk = to;
    }
  }
  return { min: Math.min(min, max), max };
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
  return { ...plain, edges };
}

function nothing(box: InlineRoot): ReturnType<InlineContext['layoutAtomic']> {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  return { box, x: 0, y: 0, width: 0, height: 0, padding: none, border: none, children: [] };
}

function narrowestPart(m: Measure, from: Cut, to: Cut): Pt {
  const anywhere = m.p.texts.some(
    ({ item, start, end }) => start < to.trim && end > from.skip && item.style.overflowWrap === 'anywhere' && wraps(item.style),
  );
  if (!anywhere) return lineWidth(m, from, to);
  const { pen } = m.p;
  let widest = 0;
  for (let i = from.skip; i < to.trim; i++) widest = Math.max(widest, ((pen[i + 1] ?? 0) - (pen[i] ?? 0)) * m.scale);
  return widest;
}

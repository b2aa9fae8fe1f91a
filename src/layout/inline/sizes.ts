import type { Pt } from '../../core/geometry.ts';
import type { InlineRoot } from '../types.ts';
import { goesBack, keptSpaces, lineWidth, type Measure, measureAt } from './measure.ts';
import { minContent } from './narrowest.ts';
import { prepare } from './prepare.ts';
import type { InlineContext, Paragraph } from './types.ts';

/**
 * Min-content width (every chance to break taken) and max-content width (forced breaks only), pt. Percentages count as 0 (CSS Sizing 3, 5.2.1).
 * `overflow-wrap: anywhere` makes the minimum one character wide, `break-word` does not (CSS Text 3, 5.4).
 */
export function inlineContentSizes(root: InlineRoot, ctx: InlineContext): { min: Pt; max: Pt } {
  const p = prepare(root, ctx);
  const widest = measureFor(p, ctx, 'max');
  const narrowest = p.specials.some(({ kind }) => kind === 'atomic') ? measureFor(p, ctx, 'min') : widest;
  let max = 0;
  let line = p.cuts[0];
  for (const to of p.cuts) {
    if (!line || to === line || (to.kind !== 'forced' && to.kind !== 'end')) continue;
    max = Math.max(max, lineWidth(widest, line, to) + keptSpaces(widest, line, to) + (line.offset === 0 ? widest.indent : 0));
    line = to;
  }
  const min = minContent(narrowest);
  return { min, max: Math.max(min, max) };
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

import type { Pt } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import type { ComputedStyle, Fragment, InlineBox, Sides } from '../types.ts';
import { endChange, startChange } from './segments.ts';
import type { Cut, InlineContext, Paragraph } from './types.ts';

/** Used margin, border and padding of one side of an inline box, pt. */
export interface Edge {
  readonly margin: Pt;
  /** Border and padding. */
  readonly inner: Pt;
}

/** One paragraph at one width and scale: what its lines are measured with. */
export interface Measure {
  readonly p: Paragraph;
  readonly scale: number;
  readonly width: Pt;
  /** `edges[i]`: room that the first i specials take. */
  readonly edges: Float64Array;
  /** By index of the special: the picture or inline block laid out, and its margins. */
  readonly atomics: ReadonlyMap<number, { readonly fragment: Fragment; readonly margin: Sides<Pt> }>;
  /** Somewhere an edge takes less than no room: what follows it stands further back. */
  readonly drawsBack: boolean;
  /** First line only. */
  readonly indent: Pt;
}

const NO_EDGES = new Float64Array(1);
const NO_ATOMICS: Measure['atomics'] = new Map();

export function measureAt(p: Paragraph, width: Pt, ctx: InlineContext): Measure {
  const { scale } = ctx;
  const { textIndent } = p.root.style;
  const indent = scale * (textIndent.percent === 0 ? textIndent.pt : resolve(textIndent, width / scale));
  const plain = { p, scale, width, atomics: NO_ATOMICS, drawsBack: false, indent };
  if (p.plain) return { ...plain, edges: p.specials.length === 0 ? NO_EDGES : zeros(p) };
  const edges = zeros(p);
  const atomics = new Map<number, { fragment: Fragment; margin: Sides<Pt> }>();
  let sum = 0;
  for (const special of p.specials) {
    edges[special.index] = sum;
    if (special.edgeOf && special.kind !== 'out-of-flow') {
      const { margin, inner } = edgeOf(special.edgeOf, special.kind === 'open', width);
      sum += margin + inner;
    } else if (special.kind === 'atomic' && special.box) {
      const margin = marginsOf(special.box.style, width);
      const fragment = ctx.layoutAtomic(special.box, width);
      atomics.set(special.index, { fragment, margin });
      sum += fragment.width + margin.left + margin.right;
    }
  }
  edges[p.specials.length] = sum;
  return { ...plain, edges, atomics, drawsBack: goesBack(edges) };
}

export const goesBack = (edges: Float64Array): boolean => edges.some((edge, i) => edge < (edges[i - 1] ?? 0));

const zeros = (p: Paragraph): Float64Array => new Float64Array(p.specials.length + 1);

/** The start edge (`opening`) or end edge of an inline box; percentages of the containing block's width. */
export function edgeOf({ style }: InlineBox, opening: boolean, width: Pt): Edge {
  const side = (style.direction === 'rtl') === opening ? 'right' : 'left';
  const margin = style.margin[side];
  const padding = style.padding[side];
  return {
    margin: margin === 'auto' ? 0 : resolve(margin, width),
    inner: resolve(padding, width) + style.border[side].width,
  };
}

export function marginsOf(style: ComputedStyle, width: Pt): Sides<Pt> {
  const used = (side: 'top' | 'right' | 'bottom' | 'left'): Pt => {
    const margin = style.margin[side];
    return margin === 'auto' ? 0 : resolve(margin, width);
  };
  return { top: used('top'), right: used('right'), bottom: used('bottom'), left: used('left') };
}

/** Width of what shows of a line between two cuts, without the white space that hangs. Exact but for the indent. */
export function lineWidth(m: Measure, from: Cut, to: Cut): Pt {
  const { p } = m;
  if (to.trim <= from.skip) return edgesWidth(m, from, to);
  return roughWidth(m, from, to) + (endChange(p, to.trim) + startChange(p, from.skip)) * m.scale;
}

/**
 * Width of the preserved spaces at the end of a line that ends in a forced break or with the text: unlike those where a line is full, they hang only as
 * far as they do not fit (CSS Text 3, 4.1.3).
 */
export function keptSpaces(m: Measure, from: Cut, to: Cut): Pt {
  if (to.kind !== 'forced' && to.kind !== 'end') return 0;
  const { text, texts, pen } = m.p;
  const start = Math.max(to.trim, from.skip);
  let end = start;
  for (; end < to.offset; end++) {
    const unit = text.charCodeAt(end);
    if (unit !== 0x20 && unit !== 0x09) break;
    const at = end;
    if (texts.find((leaf) => leaf.start <= at && at < leaf.end)?.item.style.whiteSpace !== 'pre-wrap') break;
  }
  return end > start ? ((pen[end] ?? 0) - (pen[start] ?? 0)) * m.scale : 0;
}

/** The same without the changes that cutting between dependent glyphs makes: off by a kerning pair or a ligature at each end. */
export function roughWidth(m: Measure, from: Cut, to: Cut): Pt {
  const { pen } = m.p;
  const text = to.trim > from.skip ? (pen[to.trim] ?? 0) - (pen[from.skip] ?? 0) : 0;
  return (text + (to.hyphen?.width ?? 0)) * m.scale + edgesWidth(m, from, to);
}

function edgesWidth(m: Measure, from: Cut, to: Cut): Pt {
  return from.edge === to.edge ? 0 : (m.edges[to.edge] ?? 0) - (m.edges[from.edge] ?? 0);
}

import type { Pt } from '../../core/geometry.ts';
import { alignedAt } from '../lengths.ts';
import type { BlockBox, InlineRoot, LineFragment, ReplacedBox } from '../types.ts';
import { breakLines } from './break-lines.ts';
import { reportLacking, reportMissing } from './diagnose.ts';
import { buildLine } from './line.ts';
import { lineWidth, type Measure, measureAt } from './measure.ts';
import { prepare } from './prepare.ts';
import type { InlineContext, InlineLayout, Special } from './types.ts';
import { type MetricsOf, metricsAt, stackLine } from './vertical.ts';

export { reportLongWords } from './diagnose.ts';
export { inlineContentSizes } from './sizes.ts';
export type { InlineContext, InlineLayout } from './types.ts';

/** One inline formatting context at a width: its lines, one below the other, and where its absolute boxes would have stood. */
export function layoutInline(root: InlineRoot, width: Pt, ctx: InlineContext): InlineLayout {
  const p = prepare(root, ctx);
  reportMissing(p, ctx);
  if (p.featured) reportLacking(p, ctx);
  const m = measureAt(p, width, ctx);
  const ranges = breakLines(m);
  const metricsOf = metricsAt(ctx);
  const lines: LineFragment[] = [];
  const outOfFlow: InlineLayout['outOfFlow'][number][] = [];
  const grid = root.style.fine.baselineGrid;
  let y = 0;
  ranges.forEach((range, index) => {
    const { kind } = range.to;
    const last = kind === 'end' || kind === 'forced';
    let built = buildLine(m, range, y, index === 0, last, metricsOf);
    const previous = lines[index - 1];
    if (grid !== null && previous) {
      y = lineTop(built.line, previous, grid);
      built = { ...built, line: { ...built.line, y } };
    }
    lines.push(built.line);
    outOfFlow.push(...built.outOfFlow);
    y += built.line.height;
  });
  if (p.lifts) {
    for (const special of p.specials.slice(ranges.at(-1)?.to.edge ?? 0)) {
      const { kind, box } = special;
      if (kind !== 'out-of-flow' || !box) continue;
      const lowered = lines.length > 0 ? 0 : loweredAround(m, special, metricsOf);
      outOfFlow.push({ box, x: alone(root, box, width), y, rtl: isRtl(root), ...(lowered !== 0 && { lowered }) });
    }
  }
  return { lines, outOfFlow, height: y };
}

/** On a baseline grid a line that is higher than the grid's step stands a whole step lower. */
function lineTop(line: LineFragment, above: LineFragment, step: Pt): Pt {
  const from = above.y + above.baseline;
  const natural = line.y + line.baseline;
  return from + Math.max(1, Math.ceil((natural - from - GRID_EPSILON) / step)) * step - line.baseline;
}

/** As in block flow: line heights are cut to 1/64 px. */
const GRID_EPSILON = 0.02;

const isRtl = ({ style }: InlineRoot): boolean => style.direction === 'rtl';

/** Where an absolute box without a line beside it stands. */
const alone = (root: InlineRoot, box: BlockBox | ReplacedBox, width: Pt): Pt =>
  box.style.wasInline ? alignedAt(root.style.textAlign, isRtl(root), width) : isRtl(root) ? width : 0;

/** By how much `vertical-align` lowers the innermost positioned inline box around, though no line is made. */
function loweredAround(m: Measure, special: Special, metricsOf: MetricsOf): Pt {
  if (special.within.every(({ style }) => style.verticalAlign === 'baseline')) return 0;
  const positioned = special.within.findLast(({ style }) => style.position === 'relative');
  if (!positioned) return 0;
  const stack = stackLine(m, [{ kind: 'special', special, level: 0, within: special.within, width: 0 }], metricsOf);
  return stack.baselineOf(positioned) - stack.baseline;
}

/** Number of lines, height and widest line at a width, without making the lines: for a search over many sizes. */
export function measureInline(root: InlineRoot, width: Pt, ctx: InlineContext): { lines: number; height: Pt; widest: Pt } {
  const p = prepare(root, ctx);
  const m = measureAt(p, width, ctx);
  const ranges = breakLines(m);
  let widest = 0;
  ranges.forEach(({ from, to }, index) => {
    widest = Math.max(widest, lineWidth(m, from, to) + (index === 0 ? m.indent : 0));
  });
  const height = p.plain ? ranges.length * metricsAt(ctx)(root.style).lineHeight : layoutInline(root, width, ctx).height;
  return { lines: ranges.length, height, widest };
}

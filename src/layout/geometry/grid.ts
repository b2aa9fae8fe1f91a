import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, ComputedStyle, InlineRoot } from '../types.ts';
import type { Ctx } from './context.ts';

/** The baselines on which the text of a box stands (`-kit-baseline-grid`). */
export interface Grid {
  /** From one to the next. */
  readonly step: Pt;
  /** The first, from the top of the content: where a line of the box's own type stands. */
  readonly first: Pt;
}

export function gridOf(box: BlockBox, ctx: Ctx): Grid | null {
  const step = box.style.fine.baselineGrid;
  return step === null ? null : { step, first: firstBaseline(box, ctx) };
}

/** Less than this off is on the grid, pt: browsers' line heights are cut to 1/64 px. */
const EPSILON = 0.02;

/** The first baseline of the grid that is not above `y`. */
export const onBaseline = (y: Pt, one: Pt, step: Pt): Pt => one + Math.ceil((y - one - EPSILON) / step) * step;

const firsts = new WeakMap<ComputedStyle, Map<number, Pt>>();

function firstBaseline({ style, lang }: BlockBox, ctx: Ctx): Pt {
  let known = firsts.get(style);
  if (!known) {
    known = new Map();
    firsts.set(style, known);
  }
  const hit = known.get(ctx.scale);
  if (hit !== undefined) return hit;
  // A character that no font need have and that takes no room makes a line all the same.
  const items: InlineRoot['items'] = [{ kind: 'text', text: '\u2060', style, lang, content: null, origins: [] }];
  const root: InlineRoot = { kind: 'inline-root', style, element: null, node: null, lang, items };
  const [line] = ctx.port.layoutInline(root, Number.MAX_SAFE_INTEGER, ctx.inline).lines;
  const baseline = line?.baseline ?? 0;
  known.set(ctx.scale, baseline);
  return baseline;
}

import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON, overhang } from '../overhang.ts';
import type { BlockBox, Fragment } from '../types.ts';
import type { Ctx } from './context.ts';
import { fitScales } from './fit-scales.ts';
import { edgesOf, heightLimits } from './lengths.ts';
import { contentSizes } from './sizes.ts';
import type { Result, Space } from './space.ts';
import { knownHeight } from './used-size.ts';

/** Sizes are tried in steps of this, from the smallest up. */
const STEP: Pt = 0.05;
/** Down to this part of the largest size the whole text is preferred to its short form. */
const GOOD = 0.85;
const EPSILON = 0.01;

/**
 * Fitted text (`-kit-fit`): as large as it fits the box, between a smallest and a largest size, with the line breaker of the final setting. Without a
 * definite height only the width counts: as large as no word leaves its line. The short form is tried before type is made smaller.
 */
export function layoutFitted(box: BlockBox, space: Space, ctx: Ctx): Result {
  const scales = fitScales(box);
  if (!scales) return ctx.layoutInside(box, space);
  const { fitGroup, fontSize } = box.style;
  const cap = fitGroup === null ? undefined : ctx.caps.get(fitGroup);
  const max = cap === undefined ? scales.max : Math.max(scales.min, Math.min(scales.max, cap / fontSize));
  const chosen = choose(box, space, { min: scales.min, max }, ctx);
  const result = ctx.at(chosen.scale).layoutInside(chosen.box, space);
  return { ...result, fragment: { ...result.fragment, fittedSize: chosen.scale * box.style.fontSize } };
}

interface Choice {
  readonly box: BlockBox;
  readonly scale: number;
}

function choose(box: BlockBox, space: Space, scales: { min: number; max: number }, ctx: Ctx): Choice {
  const { short } = box;
  const fits = (b: BlockBox, scale: number) => textFits(b, space, ctx.at(scale));
  if (fits(box, scales.max)) return { box, scale: scales.max };
  if (short && fits(short, scales.max)) return { box: short, scale: scales.max };
  const step = STEP / box.style.fontSize;
  const full = largest((s) => fits(box, s), scales.min, scales.max, step);
  if (!short || (full !== null && full >= GOOD * scales.max)) return { box, scale: full ?? scales.min };
  const brief = largest((s) => fits(short, s), scales.min, scales.max, step);
  if (brief !== null) return { box: short, scale: brief };
  return full === null ? { box: short, scale: scales.min } : { box, scale: full };
}

/** The largest scale in steps that fits, below `max` (which does not); null: not even `min` does. */
function largest(fits: (scale: number) => boolean, min: number, max: number, step: number): number | null {
  if (!fits(min)) return null;
  let low = 0;
  let high = Math.ceil((max - min) / step);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(min + middle * step)) low = middle;
    else high = middle;
  }
  return min + low * step;
}

/** Whether nothing in the box leaves its content box, and no line its column, at the context's type scale. */
export function textFits(box: BlockBox, space: Space, ctx: Ctx): boolean {
  const { fragment } = ctx.layoutInside(box, { ...space });
  return overflowOf(fragment, contentLimit(box, space), ctx) === 0;
}

/** Border-box y of the bottom of the room for content; infinite where the height is by content. */
export function contentLimit(box: BlockBox, space: Space): Pt {
  const edges = edgesOf(box.style, space.width);
  const height = knownHeight(box.style, space, edges) ?? heightLimits(box.style, space.height, edges.y).max;
  return height - edges.bottom;
}

/** By how much text leaves its room, downwards or sideways; 0: it fits. */
export function overflowOf(fragment: Fragment, limit: Pt, ctx: Ctx | null): Pt {
  const top = fragment.padding.top + fragment.border.top;
  let worst = besideColumns(fragment);
  const visit = (f: Fragment, y: Pt): void => {
    if (f.box.kind !== 'inline-root' && (f.box.style.position === 'absolute' || f.box.style.position === 'fixed')) return;
    worst = Math.max(worst, y + f.height - limit, top - y);
    if (f.lines) worst = Math.max(worst, wideness(f, ctx));
    worst = Math.max(worst, besideColumns(f));
    for (const child of f.children) visit(child, y + child.y);
  };
  for (const child of fragment.children) visit(child, child.y);
  return worst > EPSILON ? worst : 0;
}

/** By how far columns too many stand beside their container. */
const besideColumns = ({ box, width, children }: Fragment): Pt =>
  box.style.columns ? children.reduce((most, c) => Math.max(most, c.x + c.width - width, -c.x), 0) : 0;

/** By how much the widest line, or the widest word that was broken for want of room, is wider than the column. */
function wideness(f: Fragment, ctx: Ctx | null): Pt {
  let over = 0;
  // What the breaker of lines lets stand counts as fitting here, too.
  for (const line of f.lines ?? []) {
    const out = overhang(line, f);
    if (out > LINE_EPSILON) over = Math.max(over, out);
  }
  const mayBreak = f.box.style.overflowWrap !== 'normal';
  if (mayBreak && ctx && over === 0) {
    const out = contentSizes(f.box, null, ctx).min - f.width;
    if (out > LINE_EPSILON) over = out;
  }
  return over;
}

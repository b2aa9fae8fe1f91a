import type { Pt } from '../../core/geometry.ts';
import type { BlockBox } from '../types.ts';
import type { Ctx } from './context.ts';
import { type Axes, flexItems } from './flex-items.ts';
import { collectLines } from './flex-lines.ts';
import { edgesOf, heightLimits, resolve } from './lengths.ts';
import { borderContribution, outerContribution, type Sizes } from './sizes.ts';

/**
 * Content sizes of a flex column of several lines: at least its widest item's; at most those of its lines, each as wide as its widest item likes
 * (css-flexbox-1, 9.9.2). @param height definite content height of the container
 */
export function wrappedColumnSizes(box: BlockBox, height: Pt | null, ctx: Ctx): Sizes {
  const { style } = box;
  const edges = edgesOf(style, 0);
  const axes: Axes = {
    row: false,
    flipMain: false,
    flipCross: false,
    main: height,
    cross: null,
    wraps: true,
    mainGap: resolve(style.rowGap, height ?? 0),
    crossGap: style.columnGap.pt,
    width: 0,
    height,
    sought: true,
  };
  const items = flexItems(box, axes, ctx);
  const lines = collectLines(items, axes, height ?? heightLimits(style, null, edges.y).max - edges.y);
  let max = axes.crossGap * Math.max(0, lines.length - 1);
  for (const line of lines)
    max += Math.max(0, ...line.items.map((item) => borderContribution(item.box, height, ctx).max + item.crossMargins));
  const min = Math.max(0, ...items.map((item) => outerContribution(item.box, height, ctx).min));
  return { min, max: Math.max(min, max) };
}

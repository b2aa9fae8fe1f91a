import type { BlockBox } from '../types.ts';
import { frameOf } from './block.ts';
import type { Ctx } from './context.ts';
import { layoutFlexIn } from './flex.ts';
import type { Result, Space } from './space.ts';
import { finalHeight } from './used-size.ts';

/** A flex container. The height that a ratio gives it is no less than its content's (CSS Sizing 4, 5.1.1); percentages refer to what the ratio says. */
export function layoutFlex(box: BlockBox, space: Space, ctx: Ctx): Result {
  const frame = frameOf(box, space, ctx);
  const { plan, edges } = frame;
  // The lines of a column are as high as its ratio says, and it grows with what does not fit into them.
  const lines = box.style.flexWrap !== 'nowrap' && box.style.flexDirection.startsWith('column');
  if (!plan.grows || lines) return layoutFlexIn(frame, box, space, ctx);
  const natural = layoutFlexIn({ ...frame, plan: { ...plan, height: null } }, box, space, ctx).fragment.height;
  const height = finalHeight(plan, natural - edges.y, box.style, space, edges);
  return layoutFlexIn({ ...frame, plan: { ...plan, height, grows: false } }, box, space, ctx);
}

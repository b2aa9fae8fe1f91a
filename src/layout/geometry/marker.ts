import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Fragment } from '../types.ts';
import type { Frame } from './block.ts';
import type { Ctx } from './context.ts';
import { contentSizes } from './sizes.ts';
import { flowSpace, placed } from './space.ts';

/**
 * An outside marker: beside the list item's content, its baseline on the first line's (CSS Lists 3, 3.5). The space between marker and text is the
 * marker's own (it ends in one).
 */
export function placeMarker(
  box: BlockBox,
  children: readonly Fragment[],
  frame: Frame,
  ctx: Ctx,
): { fragment: Fragment; bottom: Pt; push: Pt } | null {
  const { marker } = box;
  if (!marker) return null;
  const width = contentSizes(marker, null, ctx).max;
  const { fragment } = ctx.layout(marker, flowSpace(width, null));
  if (!fragment.lines || fragment.lines.length === 0) return null;
  const first = children.find((c) => c.baseline !== undefined);
  const line = first?.baseline === undefined ? null : first.y + first.baseline;
  const y = line === null ? frame.edges.top : line - (fragment.baseline ?? 0);
  const x = frame.rtl ? frame.width - (frame.edges.x - frame.edges.left) : frame.edges.left - width;
  // Beside a first line it adds no height; alone it keeps the item as high as itself.
  // Where its baseline would lie under the first line's, the content goes down to it.
  const push = Math.max(0, frame.edges.top - y);
  return { fragment: placed(fragment, x, y + push), bottom: line === null ? y + fragment.height : 0, push };
}

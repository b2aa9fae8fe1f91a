import type { ComputedStyle, InlineRoot } from '../types.ts';
import { isLength } from './lengths.ts';

const known = new WeakMap<InlineRoot, boolean>();

/** Whether anything in the lines has percentages of its containing block's height: else their width says all. */
export function heedsHeight(root: InlineRoot): boolean {
  let heeds = known.get(root);
  if (heeds === undefined) {
    heeds = root.items.some((item) => (item.kind === 'open' || item.kind === 'atomic') && refers(item.box.style));
    known.set(root, heeds);
  }
  return heeds;
}

function refers({ height, minHeight, maxHeight, position, inset }: ComputedStyle): boolean {
  const sizes =
    position === 'relative' ? [height, minHeight, maxHeight, inset.top, inset.bottom] : [height, minHeight, maxHeight];
  return sizes.some((v) => v !== 'auto' && isLength(v) && v.percent !== 0);
}

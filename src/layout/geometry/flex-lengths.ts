import type { Pt } from '../../core/geometry.ts';
import type { Item } from './flex-items.ts';

/** Resolves the flexible lengths of one line (css-flexbox-1, 9.7): sets `main` of every item. */
export function resolveFlexible(items: readonly Item[], room: Pt, gap: Pt): void {
  const gaps = gap * (items.length - 1);
  const hypothetical = items.reduce((a, i) => a + i.main + i.mainMargins, gaps);
  const growing = hypothetical < room;
  const factorOf = (i: Item) => (growing ? i.grow : i.shrink);
  const frozen = new Set<Item>();
  for (const item of items) {
    if (factorOf(item) === 0 || (growing ? item.base > item.main : item.base < item.main)) frozen.add(item);
    else item.main = item.base;
  }
  const freeRoom = () => room - items.reduce((a, i) => a + (frozen.has(i) ? i.main : i.base) + i.mainMargins, gaps);
  const initial = freeRoom();
  while (frozen.size < items.length) {
    const loose = items.filter((i) => !frozen.has(i));
    const factors = loose.reduce((a, i) => a + factorOf(i), 0);
    let free = freeRoom();
    if (factors < 1 && Math.abs(initial * factors) < Math.abs(free)) free = initial * factors;
    const scaled = growing ? 0 : loose.reduce((a, i) => a + i.shrink * innerBase(i), 0);
    let violation = 0;
    const targets = loose.map((item) => {
      const share = growing
        ? factors > 0
          ? (free * item.grow) / factors
          : 0
        : scaled > 0
          ? (free * item.shrink * innerBase(item)) / scaled
          : 0;
      const target = item.base + share;
      const size = Math.max(item.min, Math.min(item.max, target));
      item.main = size;
      violation += size - target;
      return { item, over: size - target };
    });
    for (const { item, over } of targets) {
      if (Math.abs(violation) < 1e-9 || (violation > 0 ? over > 0 : over < 0)) frozen.add(item);
    }
  }
}

/** Shrinking is weighed by the content box's base size. */
const innerBase = (i: Item): Pt => Math.max(0, i.base - i.innerEdges);

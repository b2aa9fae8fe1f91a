import type { Piece } from './pieces.ts';

/** UAX 9, rule L2: from the highest level to the lowest odd one every sequence of that level or higher is reversed. */
export function visualOrder(pieces: readonly Piece[], mixed: boolean): readonly Piece[] {
  if (!mixed) return pieces;
  let highest = 0;
  let lowestOdd = Number.POSITIVE_INFINITY;
  for (const { level } of pieces) {
    highest = Math.max(highest, level);
    if (level % 2 === 1) lowestOdd = Math.min(lowestOdd, level);
  }
  const order = [...pieces];
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

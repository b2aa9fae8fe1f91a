import type { InlineBox } from '../types.ts';
import type { Piece } from './pieces.ts';

/**
 * Pieces from left to right. UAX 9, rule L2: from the highest level to the lowest odd one every sequence of that level or higher is reversed. The
 * edges of an inline box then stand at the left and right ends of its content, wherever that went.
 */
export function visualOrder(pieces: readonly Piece[], mixed: boolean): readonly Piece[] {
  if (!mixed) return pieces;
  const filled = new Set<InlineBox>();
  for (const piece of pieces) if (shows(piece)) for (const box of piece.within) filled.add(box);
  const edges: Piece[] = [];
  const content: Piece[] = [];
  for (const piece of pieces) {
    const box = edgeOf(piece);
    if (box && filled.has(box)) edges.push(piece);
    else content.push(piece);
  }
  const order = reversed(content);
  // From the innermost out, so that an outer edge goes around the inner ones.
  for (const edge of edges.sort((a, b) => b.within.length - a.within.length)) {
    const box = edgeOf(edge);
    if (!box || edge.kind !== 'special') continue;
    const left = (edge.special.kind === 'open') === (box.style.direction === 'ltr');
    const inside = (piece: Piece): boolean => shows(piece) && piece.within.includes(box);
    order.splice(left ? order.findIndex(inside) : order.findLastIndex(inside) + 1, 0, edge);
  }
  return order;
}

/** White space that hangs is outside the boxes that it stands in. */
const shows = (piece: Piece): boolean => !edgeOf(piece) && !(piece.kind === 'text' && piece.hangs);

const edgeOf = (piece: Piece): InlineBox | undefined => (piece.kind === 'special' ? piece.special.edgeOf : undefined);

function reversed(pieces: readonly Piece[]): Piece[] {
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

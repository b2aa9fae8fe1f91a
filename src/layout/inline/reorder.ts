import { leftToRight } from '../../core/text/index.ts';
import type { InlineBox } from '../types.ts';
import type { Piece } from './pieces.ts';

/**
 * Pieces from left to right. The edges of an inline box then stand at the left and right ends of its content, wherever that went.
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
  const order = leftToRight(content);
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

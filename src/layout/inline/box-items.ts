import type { Pt } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import type { InlineBox, LineItem } from '../types.ts';
import { edgeOf, type Measure } from './measure.ts';
import type { Piece } from './pieces.ts';
import type { MetricsOf, Stack } from './vertical.ts';

type BoxItem = Extract<LineItem, { kind: 'box' }>;

interface Extent {
  readonly box: InlineBox;
  readonly depth: number;
  left: Pt;
  right: Pt;
  first: boolean;
  last: boolean;
}

/**
 * The parts of inline boxes on one line, outer boxes first. A box whose content direction tears apart has several. Its height is that of its
 * own font, not of the line (CSS 2.1, 10.6.1), with padding and border around it.
 */
export function boxItems(
  m: Measure,
  placed: readonly { readonly piece: Piece; readonly x: Pt; readonly width: Pt }[],
  stack: Stack,
  metricsOf: MetricsOf,
): BoxItem[] {
  const done: Extent[] = [];
  let open: Extent[] = [];
  for (const { piece, x, width } of placed) {
    // White space that hangs is in no box.
    if (piece.kind === 'text' && piece.hangs) continue;
    const still: Extent[] = [];
    piece.within.forEach((box, depth) => {
      const known = open.find((extent) => extent.box === box);
      const extent = known ?? { box, depth, left: x, right: x, first: false, last: false };
      if (!known) done.push(extent);
      still.push(extent);
      growBy(m, extent, piece, x, width, known === undefined);
    });
    open = still;
  }
  return done.sort((a, b) => a.depth - b.depth || a.left - b.left).map((extent) => itemOf(m, extent, stack, metricsOf));
}

function growBy(m: Measure, extent: Extent, piece: Piece, x: Pt, width: Pt, fresh: boolean): void {
  const special = piece.kind === 'special' ? piece.special : null;
  let left = x;
  let right = x + width;
  if (special?.edgeOf === extent.box) {
    // Its own margin is outside its border box.
    const { margin } = edgeOf(extent.box, special.kind === 'open', m.width);
    const leftSide = (special.kind === 'open') === (extent.box.style.direction === 'ltr');
    if (leftSide) left += margin;
    else right -= margin;
    if (special.kind === 'open') extent.first = true;
    else extent.last = true;
  }
  extent.left = fresh ? left : Math.min(extent.left, left);
  extent.right = fresh ? right : Math.max(extent.right, right);
}

function itemOf(m: Measure, { box, left, right, first, last }: Extent, stack: Stack, metricsOf: MetricsOf): BoxItem {
  const { padding, border } = box.style;
  const { ascent, descent } = metricsOf(box.style).font;
  const above = resolve(padding.top, m.width) + border.top.width;
  const below = resolve(padding.bottom, m.width) + border.bottom.width;
  return {
    kind: 'box',
    box,
    x: left,
    y: stack.baselineOf(box) - ascent - above,
    width: right - left,
    height: above + ascent + descent + below,
    first,
    last,
  };
}

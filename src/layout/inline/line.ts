import type { Pt } from '../../core/geometry.ts';
import { isCursive } from '../../core/text/index.ts';
import { alignedAt } from '../lengths.ts';
import type { InlineBox, LineFragment, LineItem } from '../types.ts';
import { boxItems } from './box-items.ts';
import { hangOf, hangs } from './hanging.ts';
import { hasWide, widenable } from './justify.ts';
import { isRtlAt } from './levels.ts';
import { keptSpaces, type Measure } from './measure.ts';
import { sourceOf } from './origins.ts';
import { type Piece, piecesOf, type TextPiece } from './pieces.ts';
import { visualOrder } from './reorder.ts';
import type { InlineLayout, LineRange } from './types.ts';
import { type MetricsOf, stackLine } from './vertical.ts';

export interface BuiltLine {
  readonly line: LineFragment;
  readonly outOfFlow: InlineLayout['outOfFlow'];
}

/** Makes the fragment of one line at height `y`. */
export function buildLine(m: Measure, range: LineRange, y: Pt, first: boolean, last: boolean, metricsOf: MetricsOf): BuiltLine {
  const { p, scale } = m;
  const { style } = p.root;
  const justified = !last && style.textAlign === 'justify';
  const given = piecesOf(m, range);
  const pieces = justified && hasWide(m, range) ? widenable(m, given) : given;
  const stack = stackLine(m, pieces, metricsOf);
  let width = 0;
  for (const piece of pieces) width += piece.width;
  const indent = first ? m.indent : 0;
  const room = m.width - indent;
  const hang = hangs(m) ? hangOf(m, range.from, range.to, width, room) : null;
  // What hangs stands outside: the line is as wide as the rest.
  if (hang) width -= hang.start + hang.end;
  const stretch = justified ? stretchOf(pieces, room - width) : 0;
  if (stretch > 0) width = room;
  const rtl = isRtlAt(p, range.from.offset);
  const kept = last ? Math.max(0, Math.min(keptSpaces(m, range.from, range.to), room - width)) : 0;
  const x = alignedAt(style.textAlign, rtl, room - width - kept) + (rtl ? kept : indent);
  const items: LineItem[] = [];
  const outOfFlow: InlineLayout['outOfFlow'][number][] = [];
  const placed: { piece: Piece; x: Pt; width: Pt }[] = [];
  let pen = hang ? -(rtl ? hang.end : hang.start) : 0;
  for (const piece of visualOrder(
    pieces,
    p.levels !== null || p.specials.some(({ edgeOf }) => edgeOf && edgeOf.style.direction !== style.direction),
  )) {
    const advance = piece.width + (piece.kind === 'text' && !piece.hangs ? piece.spaces * stretch : 0);
    placed.push({ piece, x: pen, width: advance });
    if (piece.kind === 'text') items.push(textItem(piece, pen, advance, stretch, scale, stack.baselineOf, stack.baseline));
    else if (piece.kind === 'special' && piece.special.kind === 'out-of-flow' && piece.special.box) {
      const { box } = piece.special;
      if (box.style.wasInline)
        outOfFlow.push({ box, x: x + pen + keptBefore(m, range, piece.special.start), y, rtl: piece.level % 2 === 1 });
      // A block would stand at the start of the next line, unless this one is still empty.
      else outOfFlow.push({ box, x: rtl ? m.width : 0, y: y + (precedes(pieces, piece) ? stack.height : 0), rtl });
    } else if (piece.kind === 'special' && piece.special.kind === 'atomic') {
      const atomic = m.atomics.get(piece.special.index);
      if (atomic) {
        const at = pen + atomic.margin.left;
        const top = stack.topOf(piece.special) + atomic.margin.top;
        items.push({ kind: 'atomic', fragment: atomic.fragment, x: at, y: top, within: piece.within });
      }
    }
    pen += advance;
  }
  const boxes = p.specials.length === 0 ? [] : boxItems(m, placed, stack, metricsOf);
  return {
    line: {
      x,
      y,
      width,
      height: stack.height,
      baseline: stack.baseline,
      items: boxes.length > 0 ? [...boxes, ...items] : items,
      start: rootOffset(m, range.from.offset),
      end: rootOffset(m, range.to.offset),
    },
    outOfFlow,
  };
}

/** Width of the preserved spaces at the line's end that stand before a place: they hang, but what follows them stands behind. */
function keptBefore(m: Measure, { from, to }: LineRange, at: number): Pt {
  const start = Math.max(to.trim, from.skip);
  const leaf = at > start ? m.p.texts.find((text) => text.start <= start && start < text.end) : undefined;
  return leaf?.item.style.whiteSpace === 'pre-wrap' ? ((m.p.pen[at] ?? 0) - (m.p.pen[start] ?? 0)) * m.scale : 0;
}

/** Whether anything of the line comes before a piece. */
function precedes(pieces: readonly Piece[], piece: Piece): boolean {
  const before = pieces.slice(0, pieces.indexOf(piece));
  return before.some((p) => p.kind === 'text' || (p.kind === 'special' && p.special.kind === 'atomic'));
}

/** Room that each place to widen gets more. */
function stretchOf(pieces: readonly Piece[], missing: Pt): Pt {
  if (missing <= 0) return 0;
  let spaces = 0;
  for (const piece of pieces) if (piece.kind === 'text') spaces += piece.spaces;
  return spaces > 0 ? missing / spaces : 0;
}

function textItem(
  { segment, leaf, within, wide, actualText }: TextPiece,
  x: Pt,
  width: Pt,
  stretch: Pt,
  scale: number,
  baselineOf: (box: InlineBox) => Pt,
  baseline: Pt,
): LineItem {
  const { style, content } = leaf.item;
  const box = within[within.length - 1];
  const lead = (wide?.lead ?? 0) * stretch;
  const source = actualText === undefined ? sourceOf(leaf, segment.start, segment.end) : undefined;
  return {
    kind: 'text',
    run: segment.run,
    from: segment.from,
    to: segment.to,
    x: x + lead,
    y: box ? baselineOf(box) : baseline,
    width: width - lead,
    size: segment.size * scale,
    // A hyphen is the last on its line: nothing is to be spaced from it.
    letterSpacing:
      actualText === undefined && !isCursive(segment.run.script) ? style.letterSpacing * scale + (wide ? stretch : 0) : 0,
    wordSpacing: style.wordSpacing * scale + (wide ? 0 : stretch),
    style,
    content,
    within,
    ...(actualText !== undefined && { actualText }),
    ...(source && { source }),
  };
}

/** Offset in the root's text before text-transform. */
function rootOffset({ p }: Measure, offset: number): number {
  let shift = 0;
  for (const leaf of p.texts) {
    if (offset < leaf.start) break;
    if (offset < leaf.end || leaf.end === p.text.length)
      return leaf.origin + (leaf.map ? (leaf.map[offset - leaf.start] ?? leaf.item.text.length) : offset - leaf.start);
    shift = leaf.origin + leaf.item.text.length - leaf.end;
  }
  return offset + shift;
}

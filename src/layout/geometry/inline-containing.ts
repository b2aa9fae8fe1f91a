import type { Pt } from '../../core/geometry.ts';
import { alignedAt } from '../lengths.ts';
import type { Box, Fragment, InlineBox, InlineRoot, LineFragment } from '../types.ts';
import { type Containing, layoutAbsolute } from './absolute.ts';
import type { Ctx } from './context.ts';
import { edgesOf } from './lengths.ts';
import type { Pending } from './space.ts';

/**
 * Absolute boxes inside a positioned inline box refer to it: to the area from the start of its first part to the end of its last (CSS 2.1, 10.1.4).
 * They become children of the inline root; the others go on.
 */
export function inInlineBoxes(
  root: InlineRoot,
  lines: readonly LineFragment[],
  pending: readonly Pending[],
  width: Pt,
  ctx: Ctx,
): { readonly children: readonly Fragment[]; readonly pending: readonly Pending[] } {
  const around = positionedAround(root);
  if (around.size === 0) return { children: [], pending };
  const children: Fragment[] = [];
  const up: Pending[] = [];
  for (const p of pending) {
    const inline = p.box.style.position === 'absolute' ? around.get(p.inside ?? p.box) : undefined;
    const area = inline && (areaOf(inline, lines) ?? (lines.length === 0 ? emptyArea(inline, root, p, width) : undefined));
    if (!area) {
      up.push(p);
      continue;
    }
    const made = layoutAbsolute(p, area, ctx);
    children.push(made.fragment);
    for (const q of made.pending) up.push({ ...q, x: q.x + made.fragment.x, y: q.y + made.fragment.y, slot: 0 });
  }
  return { children, pending: up };
}

/** Atomic and absolute boxes of the root → the innermost positioned inline box that they stand in. */
function positionedAround(root: InlineRoot): ReadonlyMap<Box, InlineBox> {
  const open: InlineBox[] = [];
  const found = new Map<Box, InlineBox>();
  for (const item of root.items) {
    if (item.kind === 'open') open.push(item.box);
    else if (item.kind === 'close') open.pop();
    else if (item.kind === 'atomic' || item.kind === 'out-of-flow') {
      const positioned = open.findLast((b) => b.style.position === 'relative');
      if (positioned) found.set(item.box, positioned);
    }
  }
  return found;
}

/** Between the padding edges of its parts, relative to the root; undefined: it has none. */
function areaOf(box: InlineBox, lines: readonly LineFragment[]): Containing | undefined {
  const parts = lines.flatMap((line) =>
    line.items.flatMap((i) => (i.kind === 'box' && i.box === box ? [{ ...i, x: i.x + line.x, y: i.y + line.y }] : [])),
  );
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return undefined;
  const { border } = edgesOf(box.style, 0);
  const x = first.x + border.left;
  const y = first.y + border.top;
  const width = Math.max(0, last.x + last.width - border.right - x);
  const height = Math.max(0, last.y + last.height - border.bottom - y);
  return { x, y, width, height, rtl: box.style.direction === 'rtl' };
}

/** Of a box that makes no line: no larger than a point, where a line would begin. */
function emptyArea(box: InlineBox, { style }: InlineRoot, p: Pending, width: Pt): Containing {
  const rtl = style.direction === 'rtl';
  const aligned = alignedAt(style.textAlign, rtl, width);
  // The static position of a block is at the start, whatever the alignment.
  const x = p.box.style.wasInline ? p.x : p.x + aligned - (rtl ? width : 0);
  return { x, y: p.y + (p.lowered ?? 0), width: 0, height: 0, rtl: box.style.direction === 'rtl' };
}

import type { Pt } from '../../core/geometry.ts';
import type { Box, InlineBox, InlineRoot, LineFragment, LineItem } from '../types.ts';
import type { InlineLayout } from './inline-port.ts';
import type { Space } from './space.ts';
import { relativeOffset } from './used-size.ts';

interface Offset {
  readonly x: Pt;
  readonly y: Pt;
}

const NONE: Offset = { x: 0, y: 0 };

/** By how much boxes of an inline formatting context are moved: inline boxes with all in them, atomics, static positions. */
interface Offsets {
  readonly inline: ReadonlyMap<InlineBox, Offset>;
  readonly boxes: ReadonlyMap<Box, Offset>;
}

const known = new WeakMap<InlineRoot, boolean>();

/** Whether anything in it is relatively positioned. */
export function hasRelative(root: InlineRoot): boolean {
  let has = known.get(root);
  if (has === undefined) {
    has = root.items.some((item) => (item.kind === 'open' || item.kind === 'atomic') && item.box.style.position === 'relative');
    known.set(root, has);
  }
  return has;
}

/** Lines with what is relatively positioned moved: nothing else knows of it (CSS 2.1, 9.4.3). */
export function withRelative(root: InlineRoot, inline: InlineLayout, space: Space, width: Pt): InlineLayout {
  const offsets = offsetsOf(root, { width, height: space.height });
  return {
    ...inline,
    lines: inline.lines.map((line): LineFragment => ({ ...line, items: line.items.map((item) => moved(item, offsets)) })),
    outOfFlow: inline.outOfFlow.map((out) => {
      const by = offsets.boxes.get(out.box) ?? NONE;
      return { ...out, x: out.x + by.x, y: out.y + by.y };
    }),
  };
}

function offsetsOf(root: InlineRoot, base: { readonly width: Pt; readonly height: Pt | null }): Offsets {
  const inline = new Map<InlineBox, Offset>();
  const boxes = new Map<Box, Offset>();
  const open: Offset[] = [NONE];
  const rtl = root.style.direction === 'rtl';
  const added = (box: Box | InlineBox): Offset => {
    const outer = open.at(-1) ?? NONE;
    if (box.style.position !== 'relative') return outer;
    const own = relativeOffset(box.style, base, rtl);
    return { x: outer.x + own.x, y: outer.y + own.y };
  };
  for (const item of root.items) {
    if (item.kind === 'open') {
      const offset = added(item.box);
      inline.set(item.box, offset);
      open.push(offset);
    } else if (item.kind === 'close') open.pop();
    else if (item.kind === 'atomic' || item.kind === 'out-of-flow') boxes.set(item.box, added(item.box));
  }
  return { inline, boxes };
}

function moved(item: LineItem, { inline, boxes }: Offsets): LineItem {
  const inner = item.kind === 'box' ? item.box : item.kind === 'text' ? item.within.at(-1) : undefined;
  const by = (item.kind === 'atomic' ? boxes.get(item.fragment.box) : inner && inline.get(inner)) ?? NONE;
  return by.x === 0 && by.y === 0 ? item : { ...item, x: item.x + by.x, y: item.y + by.y };
}

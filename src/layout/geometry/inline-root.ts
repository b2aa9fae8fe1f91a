import type { Pt } from '../../core/geometry.ts';
import type { Fragment, InlineRoot, LineFragment } from '../types.ts';
import type { Ctx } from './context.ts';
import { inInlineBoxes } from './inline-containing.ts';
import type { InlineLayout } from './inline-port.ts';
import { NO_EDGES } from './lengths.ts';
import { hasRelative, withRelative } from './relative-inline.ts';
import type { Pending, Result, Space } from './space.ts';
import { NO_STRUT } from './strut.ts';

/** One inline formatting context as a box in block flow. Without a line it is no more than nothing: margins collapse through it. */
export function layoutInlineRoot(root: InlineRoot, space: Space, ctx: Ctx): Result {
  const width = space.fixedWidth ?? space.width;
  const made = ctx.port.layoutInline(root, width, ctx.inlineAt(root, space.height, space.pictures));
  const inline = hasRelative(root) ? withRelative(root, made, space, width) : made;
  const pending = pendingOf(inline, ctx);
  const contained = pending.length > 0 ? inInlineBoxes(root, inline.lines, pending, width, ctx) : NOTHING;
  const lines = linesFragment(root, width, inline.lines, inline.height);
  return {
    fragment: contained.children.length > 0 ? { ...lines, children: contained.children } : lines,
    top: NO_STRUT,
    bottom: NO_STRUT,
    through: inline.lines.length === 0,
    pending: contained.pending,
  };
}

const NOTHING = { children: [], pending: [] };

/** A fragment of some lines, which are moved so that the first stands at the top. */
export function linesFragment(root: InlineRoot, width: Pt, lines: readonly LineFragment[], height: Pt): Fragment {
  const first = lines[0];
  const last = lines[lines.length - 1];
  return {
    box: root,
    x: 0,
    y: 0,
    width,
    height,
    padding: NO_EDGES.padding,
    border: NO_EDGES.border,
    children: [],
    lines,
    ...(first && { baseline: first.y + first.baseline }),
    ...(last && { lastBaseline: last.y + last.baseline }),
  };
}

function pendingOf(inline: InlineLayout, ctx: Ctx): Pending[] {
  const list: Pending[] = inline.outOfFlow.map(({ box, x, y, rtl, lowered }) => {
    const pending = staticPending(box, x, y, rtl, ctx.scale, 0);
    return lowered ? { ...pending, lowered } : pending;
  });
  if (ctx.escaped.size === 0) return list;
  for (const line of inline.lines) {
    for (const item of line.items) {
      if (item.kind !== 'atomic') continue;
      const dx = line.x + item.x;
      const dy = line.y + item.y;
      const { box } = item.fragment;
      if (box.kind === 'inline-root') continue;
      for (const p of ctx.escaped.get(box) ?? []) list.push({ ...p, x: p.x + dx, y: p.y + dy, slot: 0, inside: box });
    }
  }
  return list;
}

export function staticPending(box: Pending['box'], x: Pt, y: Pt, rtl: boolean, scale: number, slot: number): Pending {
  return { box, x, y, alignX: 0, alignY: 0, roomX: 0, roomY: 0, rtl, scale, slot };
}

import type { Box, InlineRoot } from '../types.ts';
import { BEFORE, isMonolithic, LOOSE_LINES, type Outcome, type Room, type Token } from './breaks.ts';
import { breakBlock } from './broken-block.ts';
import { breakTable } from './broken-table.ts';
import type { Ctx } from './context.ts';
import { linesFragment } from './inline-root.ts';
import { layout } from './layout.ts';
import type { Result, Space } from './space.ts';
import { NO_STRUT } from './strut.ts';

/** What of a box fits a page, and where it goes on. */
export function layoutBroken(box: Box, space: Space, room: Room, token: Token | null, ctx: Ctx): Outcome {
  if (isMonolithic(box)) {
    const result = layout(box, space, ctx);
    if (result.fragment.height > room.left + 1e-6) {
      if (!room.atTop) return BEFORE;
      room.tooTall(box);
    }
    return { kind: 'part', result, token: null };
  }
  if (box.kind === 'inline-root') return breakLines(box, space, room, token?.kind === 'lines' ? token : null, ctx);
  if (box.kind !== 'block') return BEFORE;
  if (box.style.display === 'table') return breakTable(box, space, room, token?.kind === 'table' ? token : null, ctx);
  return breakBlock(box, space, room, token?.kind === 'block' ? token : null, ctx);
}

/**
 * Breaks between lines, with orphans and widows (css-break-3, 3.3). What goes on was broken for the first page's width and stays so: the lines are
 * the token.
 */
function breakLines(
  root: InlineRoot,
  space: Space,
  room: Room,
  token: Extract<Token, { kind: 'lines' }> | null,
  ctx: Ctx,
): Outcome {
  const whole = token ? null : layout(root, space, ctx);
  const lines = token?.lines ?? whole?.fragment.lines ?? [];
  const width = token?.width ?? whole?.fragment.width ?? space.width;
  const height = token?.height ?? whole?.fragment.height ?? 0;
  const from = token?.from ?? 0;
  const top = from === 0 ? 0 : (lines[from]?.y ?? 0);
  const bottomOf = (i: number) => lines[i + 1]?.y ?? height;
  let count = 0;
  while (from + count < lines.length && bottomOf(from + count) - top <= room.left + 1e-6) count++;
  const rest = lines.length - from;
  if (count < rest) {
    const { orphans, widows } = root.style;
    if (room.level > LOOSE_LINES) {
      if (rest - count < widows) count = rest - widows;
      if (count < orphans && !(token && room.atTop && count > 0)) return BEFORE;
    }
    if (count <= 0) {
      if (!room.atTop || room.level > LOOSE_LINES) return BEFORE;
      count = 1;
    }
  }
  const part = lines.slice(from, from + count).map((l) => (top === 0 ? l : { ...l, y: l.y - top }));
  const end = from + count;
  const fragment = linesFragment(root, width, part, end > from ? bottomOf(end - 1) - top : 0);
  const more = end < lines.length;
  const result: Result = {
    fragment: { ...fragment, ...(from > 0 && { continued: true }), ...(more && { continues: true }) },
    top: NO_STRUT,
    bottom: NO_STRUT,
    through: lines.length === 0,
    // Absolute boxes of later lines hang on the first part too, whose containing block they share.
    pending: whole?.pending ?? [],
  };
  return { kind: 'part', result, token: more ? { kind: 'lines', lines, from: end, width, height } : null };
}

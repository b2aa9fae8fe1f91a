import type { Pt } from '../../core/geometry.ts';
import type { Box, Fragment, InlineRoot, LineFragment } from '../types.ts';
import { BEFORE, isMonolithic, LOOSE_LINES, type Outcome, type Room, type Token } from './breaks.ts';
import { breakBlock } from './broken-block.ts';
import { breakTable } from './broken-table.ts';
import { breakColumns } from './columns.ts';
import type { Ctx } from './context.ts';
import { linesFragment } from './inline-root.ts';
import type { Result, Space } from './space.ts';
import { NO_STRUT } from './strut.ts';

/** What of a box fits a page, and where it goes on. */
export function layoutBroken(box: Box, space: Space, room: Room, token: Token | null, ctx: Ctx): Outcome {
  if (isMonolithic(box)) {
    const result = ctx.layout(box, space);
    if (result.fragment.height > room.left + 1e-6) {
      if (!room.atTop) return BEFORE;
      room.tooTall(box);
    }
    return { kind: 'part', result, token: null };
  }
  if (box.kind === 'inline-root') return breakLines(box, space, room, token?.kind === 'lines' ? token : null, ctx);
  if (box.kind !== 'block') return BEFORE;
  if (box.style.display === 'table') return breakTable(box, space, room, token?.kind === 'table' ? token : null, ctx);
  const { columns } = box.style;
  if (columns) return breakColumns(box, columns, space, room, token?.kind === 'columns' ? token : null, ctx);
  return breakBlock(box, space, room, token?.kind === 'block' ? token : null, ctx);
}

/**
 * Breaks between lines, with orphans and widows (css-break-3, 3.3). What goes on was broken for the first page's width and stays so. Absolute boxes go
 * with the line that they come from.
 */
function breakLines(root: InlineRoot, space: Space, room: Room, token: LinesToken | null, ctx: Ctx): Outcome {
  const whole = token?.whole ?? ctx.layout(root, space);
  const { lines = [], width, height, children } = whole.fragment;
  const from = token?.from ?? 0;
  const top = from === 0 ? 0 : (lines[from]?.y ?? 0);
  const bottomOf = (i: number) => lines[i + 1]?.y ?? height;
  const divides = (n: number) => root.style.textWrap === 'pretty' && dividesWord(lines[from + n - 1]);
  const count = linesThatFit(root, room, from > 0, lines.length - from, (n) => bottomOf(from + n - 1) - top, divides);
  if (count === null) return BEFORE;
  const end = from + count;
  const more = end < lines.length;
  const bottom = end > from ? bottomOf(end - 1) : top;
  const isHere = ({ y }: { readonly y: Pt }) => (from === 0 || y >= top) && (!more || y < bottom);
  const up = <T extends { readonly y: Pt }>(one: T): T => (top === 0 ? one : { ...one, y: one.y - top });
  const fragment: Fragment = {
    ...linesFragment(root, width, lines.slice(from, end).map(up), bottom - top),
    children: children.filter(isHere).map(up),
    ...(from > 0 && { continued: true }),
    ...(more && { continues: true }),
  };
  const pending = whole.pending.filter(isHere).map(up);
  const result: Result = { fragment, top: NO_STRUT, bottom: NO_STRUT, through: lines.length === 0, pending };
  return { kind: 'part', result, token: more ? { kind: 'lines', whole, from: end } : null };
}

type LinesToken = Extract<Token, { kind: 'lines' }>;

const dividesWord = (line: LineFragment | undefined): boolean =>
  line?.items.some((item) => item.kind === 'text' && item.actualText === '\u00ad') ?? false;

/**
 * How many of `rest` lines stand on this page; null: none may. @param heightOf height of so many lines @param divides whether the last of so many
 * lines ends in a hyphen, and had better not be a page's last
 */
function linesThatFit(
  root: InlineRoot,
  room: Room,
  continued: boolean,
  rest: number,
  heightOf: (n: number) => Pt,
  divides: (n: number) => boolean,
): number | null {
  let count = 0;
  while (count < rest && heightOf(count + 1) <= room.left + 1e-6) count++;
  if (count === rest) return count;
  if (room.level > LOOSE_LINES) {
    const { orphans, widows } = root.style;
    if (rest - count < widows) count = rest - widows;
    let whole = count;
    while (whole > 0 && divides(whole)) whole--;
    if (whole >= Math.max(1, orphans)) count = whole;
    if (count < orphans && !(continued && room.atTop && count > 0)) return null;
  }
  if (count > 0) return count;
  return room.atTop && room.level <= LOOSE_LINES ? 1 : null;
}

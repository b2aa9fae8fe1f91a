import type { Pt } from '../../core/geometry.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { isRtlAt } from './levels.ts';
import { lineWidth, type Measure } from './measure.ts';
import type { Cut } from './types.ts';

/** How far a line's ends stand out of its room, pt. Both count as part of the margin, not of the line. */
export interface Hang {
  readonly start: Pt;
  readonly end: Pt;
}

const NONE: Hang = { start: 0, end: 0 };

/** Opening brackets and quotation marks at a first line's start, closing ones at a last line's end (CSS Text 4, 8.2.1: Ps, Pi, Pf, Pe, ' and "). */
const OPENING = /[\p{Ps}\p{Pi}\p{Pf}'"]/u;
const CLOSING = /[\p{Pe}\p{Pi}\p{Pf}'"]/u;
/** Stops and commas that may hang (the standard's list). */
const STOPS = new Set([...',.\u060c\u06d4\u3001\u3002\uff0c\uff0e\ufe50\ufe51\ufe52\uff61\uff64']);

/** Optical margins: the part of their width by which characters stand out, on the left and right side alike. */
const OPTICAL: ReadonlyMap<string, number> = new Map([
  ...[...'.,'].map((c) => [c, 0.7] as const),
  ...[..."'\u2018\u2019\u201a\u201b\u2039\u203a"].map((c) => [c, 0.6] as const),
  ...[...'"\u201c\u201d\u201e\u201f\u00ab\u00bb'].map((c) => [c, 0.5] as const),
  ...[...'-\u2010\u2011\u00ad'].map((c) => [c, 0.6] as const),
  ...[...':;!'].map((c) => [c, 0.3] as const),
  ...[...'\u2013\u2014'].map((c) => [c, 0.3] as const),
  ...[...'()[]'].map((c) => [c, 0.15] as const),
  ...[...'AVWYTvwy'].map((c) => [c, 0.05] as const),
]);

export const hangs = ({ p }: Measure): boolean => {
  const { hanging, opticalMargins } = p.root.style.fine;
  return opticalMargins || hanging.first || hanging.last || hanging.end !== 'none';
};

/** What of a line between two cuts has to find room in it: without white space at its end, and without what hangs. */
export function filledWidth(m: Measure, from: Cut, to: Cut, room: Pt): Pt {
  const width = lineWidth(m, from, to);
  if (!hangs(m)) return width;
  const { start, end } = hangOf(m, from, to, width, room);
  return width - start - end;
}

/** By how much a rough width may be wider than the room and the line fit all the same: kerning at its ends, and what hangs. */
export const reach = (m: Measure): Pt => (hangs(m) ? 2 : 0.5) * m.p.root.style.fontSize * m.scale;

/** @param width of the whole line @param room that it has */
export function hangOf(m: Measure, from: Cut, to: Cut, width: Pt, room: Pt): Hang {
  const { p } = m;
  const { hanging, opticalMargins } = p.root.style.fine;
  if (to.trim <= from.skip || !hangs(m)) return NONE;
  let start = 0;
  let end = 0;
  const first = characterAt(m, from.skip);
  const last = to.hyphen ? '\u00ad' : characterBefore(m, to.trim);
  if (onBaseLevel(m, from.skip)) {
    if (hanging.first && from.offset === 0 && OPENING.test(first)) start = advance(m, from.skip, first.length);
    else if (opticalMargins) start = (OPTICAL.get(first) ?? 0) * advance(m, from.skip, first.length);
  }
  if (onBaseLevel(m, to.trim - 1)) {
    const size = to.hyphen ? to.hyphen.width * m.scale : advance(m, to.trim - last.length, last.length);
    if (hanging.last && to.kind === 'end' && CLOSING.test(last)) end = size;
    else if (hanging.end === 'force' && STOPS.has(last)) end = size;
    else if (opticalMargins) end = (OPTICAL.get(last) ?? 0) * size;
    // What is allowed to hang does so only where it would not fit otherwise.
    if (
      hanging.end === 'allow' &&
      STOPS.has(last) &&
      width - start - end > room + LINE_EPSILON &&
      width - start - size <= room + LINE_EPSILON
    )
      end = size;
  }
  return { start, end };
}

const characterAt = ({ p }: Measure, offset: number): string => String.fromCodePoint(p.text.codePointAt(offset) ?? 0);

function characterBefore({ p }: Measure, offset: number): string {
  const low = p.text.charCodeAt(offset - 1) & 0xfc00;
  return p.text.slice(low === 0xdc00 ? offset - 2 : offset - 1, offset);
}

const advance = ({ p, scale }: Measure, offset: number, length: number): Pt =>
  ((p.pen[offset + length] ?? 0) - (p.pen[offset] ?? 0)) * scale;

/** Text against the paragraph's direction does not stand at the line's edges in the order that it is written in. */
function onBaseLevel({ p }: Measure, offset: number): boolean {
  return p.levels === null || p.levels[offset] === (isRtlAt(p, offset) ? 1 : 0);
}

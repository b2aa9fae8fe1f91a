import type { Source } from '../core/source.ts';
import { span } from '../core/source.ts';
import type { WrittenEntry, WrittenList, WrittenNode, WrittenScalar } from '../core/written/node.ts';
import { gather } from '../core/written/node.ts';
import type { Line } from './markdown.ts';

type Range = readonly [number, number];

const BULLET = /^([-*+])([ \t]+)(?=\S)/;

/** A text that is nothing but one list of points becomes its points; null: it is something else. */
export function listOfBullets(source: Source, lines: readonly Line[], whole: WrittenScalar): WrittenList | null {
  const items: Range[][] = [];
  let indent = 0;
  let blank = false;
  for (const line of lines) {
    const bullet = BULLET.exec(line.text);
    if (bullet) {
      indent = bullet[0].length;
      items.push([[line.start + indent, line.end]]);
    } else if (line.text.trim() === '') {
      blank = true;
      continue;
    } else {
      const item = items[items.length - 1];
      const space = line.text.length - line.text.trimStart().length;
      // A line of the item goes on below it: indented, or, inside a paragraph, not.
      if (!item || (blank && space < indent)) return null;
      addLine(source, item, line.start + Math.min(space, indent), line.end);
    }
    blank = false;
  }
  if (items.length === 0) return null;
  return { kind: 'list', items: items.map((ranges) => gather(source, trimEnd(source, ranges))), span: whole.span, whole };
}

/** Takes the line end before a further line along, so that the words of two lines stay two words. */
function addLine(source: Source, ranges: Range[], start: number, end: number): void {
  const last = ranges[ranges.length - 1];
  if (last) {
    const feed = source.text.indexOf('\n', last[1]);
    if (feed !== -1 && feed < start) {
      // A blank line between the two is a paragraph's end.
      const blank = source.text.slice(feed + 1, start).includes('\n');
      ranges.push([feed, feed + 1]);
      if (blank) ranges.push([feed, feed + 1]);
    }
  }
  ranges.push([start, end]);
}

function trimEnd(source: Source, ranges: readonly Range[]): readonly Range[] {
  const last = ranges[ranges.length - 1];
  if (!last) return ranges;
  const text = source.text.slice(last[0], last[1]);
  return [...ranges.slice(0, -1), [last[0], last[0] + text.trimEnd().length]];
}

const QUOTE = /^ {0,3}>[ \t]?/;
const ATTRIBUTION = /^[ \t]*(?:—|–|―|--)[ \t]*(?=\S)/;

/** A text that is nothing but block quotes becomes a list of them, each with its source, if its last line says one. */
export function listOfQuotes(source: Source, lines: readonly Line[], whole: WrittenScalar): WrittenList | null {
  const quotes: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const mark = QUOTE.exec(line.text);
    if (!mark) {
      if (line.text.trim() !== '') return null;
      open = false;
      continue;
    }
    if (!open) quotes.push([]);
    open = true;
    const start = line.start + mark[0].length;
    quotes[quotes.length - 1]?.push({ start, end: line.end, text: source.text.slice(start, line.end) });
  }
  if (quotes.length === 0) return null;
  return { kind: 'list', items: quotes.map((quote) => quoteOf(source, quote)), span: whole.span, whole };
}

function quoteOf(source: Source, lines: readonly Line[]): WrittenNode {
  const filled = lines.filter((line) => line.text.trim() !== '');
  const last = filled[filled.length - 1];
  const dash = last && filled.length > 1 ? ATTRIBUTION.exec(last.text) : null;
  const words = lines.slice(0, lines.findLastIndex((line) => line.text.trim() !== '' && !(dash && line === last)) + 1);
  const ranges: Range[] = [];
  let blank = false;
  for (const line of words) {
    if (line.text.trim() === '') {
      blank = ranges.length > 0;
      continue;
    }
    const before = ranges[ranges.length - 1];
    if (before) {
      const feed = source.text.indexOf('\n', before[1]);
      ranges.push([feed, feed + 1]);
      if (blank) ranges.push([feed, feed + 1]);
    }
    ranges.push([line.start, line.end]);
    blank = false;
  }
  const text = gather(source, trimEnd(source, ranges));
  if (!last || !dash) return text;
  const by = gather(source, trimEnd(source, [[last.start + dash[0].length, last.end]]));
  const entries = new Map<string, WrittenEntry>([
    ['text', { key: text.span, value: text }],
    ['by', { key: by.span, value: by }],
  ]);
  return { kind: 'map', entries, span: span(source, text.span.start, by.span.end) };
}

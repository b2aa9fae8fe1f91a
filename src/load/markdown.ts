import type { Diagnostic, Result } from '../core/diagnostics.ts';
import { error, warning } from '../core/diagnostics.ts';
import type { Source, Span } from '../core/source.ts';
import { locate, span } from '../core/source.ts';
import type { WrittenEntry, WrittenMap, WrittenNode } from '../core/written/node.ts';
import { gather } from '../core/written/node.ts';
import { listOfBullets, listOfQuotes } from './markdown-lists.ts';

/** Half-open offsets of a line without its line end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function linesOf(source: Source, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const feed = source.text.indexOf('\n', start);
    const next = feed === -1 || feed >= to ? to : feed + 1;
    let end = feed === -1 || feed >= to ? to : feed;
    if (source.text[end - 1] === '\r' && end > start) end--;
    lines.push({ start, end, text: source.text.slice(start, end) });
    start = next;
  }
  return lines;
}

interface Section {
  readonly key: string;
  readonly heading: Span;
  readonly short: boolean;
  readonly start: number;
  end: number;
}

const HEADING = /^(#{1,2})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const SHORT_MARK = /\s*\(short\)$/;
const KEY = /^[a-z][a-z0-9_-]*$/;

/**
 * A file of texts. `# piece` and below it `## key`, or both at once: `# piece.key`. What follows, up to the next such heading, is the text;
 * its own headings begin one level lower. `## key (short)` is its short form. A text of nothing but `- …` is a list, one of nothing but
 * `> …` a list of quotes, whose last line may say whose they are: `> — name`.
 */
export function readTexts(source: Source): Result<WrittenMap> {
  const diagnostics: Diagnostic[] = [];
  const sections = sectionsOf(source, diagnostics);
  const entries = new Map<string, WrittenEntry>();
  const shorts = new Map<string, { readonly section: Section; readonly node: WrittenNode }>();
  for (const section of sections) {
    const node = contentOf(source, section);
    const into = section.short ? shorts : entries;
    const { heading, key } = section;
    const first = section.short ? shorts.get(key)?.section.heading : entries.get(key)?.key;
    if (first) {
      const hint = `It stands first in line ${locate(source, first.start).line}.`;
      diagnostics.push(error('text-duplicate', `“${key}” is written here for the second time.`, { span: heading, hint }));
    } else if (node === null) {
      diagnostics.push(warning('text-empty', `“${key}” is empty.`, { span: heading, hint: 'Write it, or delete its heading.' }));
    } else if (into === shorts) shorts.set(key, { section, node });
    else entries.set(key, { key: heading, value: node });
  }
  for (const [key, { section, node }] of shorts) {
    const main = entries.get(key);
    if (!main) {
      const hint = `Write “${key}” too, or delete “(short)”.`;
      diagnostics.push(error('text-unnamed-short', `“${key}” has a short form only.`, { span: section.heading, hint }));
      continue;
    }
    const both = new Map<string, WrittenEntry>([
      ['text', main],
      ['short', { key: section.heading, value: node }],
    ]);
    entries.set(key, { key: main.key, value: { kind: 'map', entries: both, span: main.value.span } });
  }
  return { value: { kind: 'map', entries, span: span(source, 0, source.text.length) }, diagnostics };
}

function sectionsOf(source: Source, diagnostics: Diagnostic[]): readonly Section[] {
  const sections: Section[] = [];
  let open: Section | null = null;
  let piece: string | null = null;
  let fence: string | null = null;
  let comment = false;
  let lost = false;
  const close = (at: number): void => {
    if (open) open.end = at;
    open = null;
  };
  for (const line of linesOf(source, 0, source.text.length)) {
    const mark = FENCE.exec(line.text)?.[1];
    if (fence === null && mark) fence = mark[0] ?? '`';
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    const match = fence === null ? HEADING.exec(line.text) : null;
    const level = match?.[1]?.length ?? 0;
    const isKey = level === 1 || (level === 2 && piece !== null);
    if (!match || !isKey) {
      // Notes to oneself may stand before the first text.
      if (line.text.includes('<!--')) comment = true;
      if (!open && !comment && !lost && line.text.trim() !== '') {
        diagnostics.push(match ? withoutPiece(source, line, match[2] ?? '') : withoutHeading(source, line));
        lost = true;
      }
      if (line.text.includes('-->')) comment = false;
      continue;
    }
    close(line.start);
    lost = false;
    const written = match[2] ?? '';
    const name = written.replace(SHORT_MARK, '');
    const at = line.start + line.text.indexOf(written, level);
    const heading = span(source, at, at + name.length);
    const dotted = level === 1 && name.includes('.');
    const parts = dotted ? name.split('.') : [name];
    if (!parts.every((part) => KEY.test(part))) {
      diagnostics.push(badHeading(name, heading, level));
      // What follows belongs to a heading, if a wrong one.
      lost = true;
      if (level === 1) piece = null;
      continue;
    }
    if (level === 1 && !dotted) {
      piece = name;
      continue;
    }
    if (dotted) piece = null;
    open = {
      key: dotted ? name : `${piece}.${name}`,
      heading,
      short: SHORT_MARK.test(written),
      start: Math.min(line.end + 1, source.text.length),
      end: source.text.length,
    };
    sections.push(open);
  }
  return sections;
}

function withoutHeading(source: Source, line: Line): Diagnostic {
  const words = span(source, line.start + line.text.length - line.text.trimStart().length, line.end);
  const hint = 'Write the heading of the text above it: # piece, and below that ## key.';
  return error('text-outside', 'These words stand under no heading.', { span: words, hint });
}

/** `## headline` before any `# poster`. */
function withoutPiece(source: Source, line: Line, written: string): Diagnostic {
  const at = line.start + line.text.indexOf(written, 2);
  const name = written.replace(SHORT_MARK, '');
  const hint = name.includes('.')
    ? `Write it with one sign: # ${name}.`
    : `Write a line “# poster” with the name of the piece above it, or both in one: # poster.${name}.`;
  const message = `“## ${name}” stands below no piece.`;
  return error('text-heading', message, { span: span(source, at, at + name.length), hint });
}

function badHeading(name: string, heading: Span, level: number): Diagnostic {
  const hint =
    level === 1
      ? 'Name a piece (# poster), or a piece and a text (# press.body).'
      : 'A heading inside a text begins with ### here, since ## names the next text.';
  return error('text-heading', `“${name}” names no text.`, { span: heading, hint });
}

function contentOf(source: Source, section: Section): WrittenNode | null {
  const lines = linesOf(source, section.start, section.end);
  const first = lines.findIndex((line) => line.text.trim() !== '');
  const last = lines.findLastIndex((line) => line.text.trim() !== '');
  if (first === -1) return null;
  const kept = lines.slice(first, last + 1);
  const from = kept[0]?.start ?? section.start;
  const tail = kept[kept.length - 1];
  const to = tail ? tail.start + tail.text.trimEnd().length : section.end;
  const whole = gather(source, [[from, to]]);
  return listOfBullets(source, kept, whole) ?? listOfQuotes(source, kept, whole) ?? whole;
}

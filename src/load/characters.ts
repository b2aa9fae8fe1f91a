import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Source, Span } from '../core/source.ts';
import { span } from '../core/source.ts';
import type { WrittenNode } from '../core/written/node.ts';
import { spanWithin } from '../core/written/node.ts';

/**
 * What may not stand in data: control characters but tab and line ends, halves of surrogate pairs, noncharacters (which mark positions in
 * rendered HTML), and U+FFFD, which says that letters were lost already.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffd]|\p{Cs}|[\u{fffe}\u{ffff}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/u;

/** UTF-8 read as Windows-1252: Ã with the rest of æ, ø, å, é, ö, ü, or â€ with the rest of a dash or a quotation mark. */
const GARBLED = /Ã[¦¸¥†˜…©¶¼]|â€[“”™œž]/u;

/** Faults told of one file; the rest of them are the same fault. */
const MOST = 5;

const hex = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function complaint(found: string, at: Span): Diagnostic {
  if (found === '\ufffd' || found.length > 1)
    return error('damaged-letters', `Letters are damaged here: “${found}”.`, {
      span: at,
      hint: 'Save or export the file again as UTF-8, and look for other damaged letters.',
    });
  return error('forbidden-character', `The character ${hex(found)} may not stand in data.`, { span: at, hint: 'Delete it.' });
}

function search(text: string, from: number): { readonly at: number; readonly found: string } | null {
  const rest = text.slice(from);
  const forbidden = FORBIDDEN.exec(rest);
  const garbled = GARBLED.exec(rest);
  const first = !garbled || (forbidden && forbidden.index < garbled.index) ? forbidden : garbled;
  return first && { at: from + first.index, found: first[0] };
}

/** Faults of a whole file. */
export function checkSource(source: Source): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (
    let next = search(source.text, 0);
    next && diagnostics.length < MOST;
    next = search(source.text, next.at + next.found.length)
  ) {
    diagnostics.push(complaint(next.found, span(source, next.at, next.at + next.found.length)));
  }
  return diagnostics;
}

/** Faults that an escape (`"\uFDD0"`) brought in: the file itself has none. */
export function checkEscapes(node: WrittenNode): readonly Diagnostic[] {
  if (node.kind === 'list') return node.items.flatMap(checkEscapes);
  if (node.kind === 'map') return [...node.entries.values()].flatMap(({ value }) => checkEscapes(value));
  if (node.value === null || !node.offsets) return [];
  const found = search(node.value, 0);
  return found ? [complaint(found.found, spanWithin(node, found.at, found.at + found.found.length))] : [];
}

import { displayWidth } from './width.ts';

/** Longest line of a mail that every program leaves alone (RFC 3676, 4.2, wants 78 at most and 66 to 72 for quoting). */
export const COLUMNS = 72;

const NBSP = /[\u00a0\u202f\u2007]/g;
/** Soft hyphens, zero-width spaces, word joiners: layout's, not the text's. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Breaks one line of words at plain spaces only. A word longer than the line stands out rather than be cut: it may be an address. */
export function wrapLine(line: string, first: number, rest: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.replace(INVISIBLE, '').split(/[ \t]+/)) {
    if (word === '') continue;
    const room = lines.length === 0 ? first : rest;
    if (current !== '' && displayWidth(current) + 1 + displayWidth(word) > room) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  if (current !== '') lines.push(current);
  return lines.map((text) => text.replace(NBSP, ' ').trimEnd());
}

/** Wraps text with hard line ends; the first line begins with `lead`, the others are indented as far. */
export function wrap(text: string, columns: number, lead = '', indent = ' '.repeat(displayWidth(lead))): readonly string[] {
  const made: string[] = [];
  const room = Math.max(1, columns - displayWidth(lead));
  for (const line of text.split('\n')) {
    for (const part of wrapLine(line, room, room)) made.push((made.length === 0 ? lead : indent) + part);
  }
  return made;
}

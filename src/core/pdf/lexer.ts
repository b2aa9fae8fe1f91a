import { broken, type PdfObject } from './objects.ts';

/** A place in a text of one byte a character. */
export interface Cursor {
  readonly text: string;
  at: number;
}

/** An operator, or a keyword of the file: `obj`, `stream`, `re`. */
export interface PdfWord {
  readonly kind: 'word';
  readonly word: string;
}

const SPACE = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;
/** What some programs write for a number: '--5', '0.-3', '1.5.2'. */
const ODD_NUMBER = /[+-]?[\d.][\d.+-]*(?=[\0\t\n\f\r ()<>[\]{}/%]|$)|[+-]+[\d.]+(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/y;
const REFERENCE = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/** Nested deeper than this nothing honest is. */
const DEEPEST = 60;

function match(pattern: RegExp, cursor: Cursor): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found) cursor.at = pattern.lastIndex;
  return found;
}

export function skipSpace(cursor: Cursor): void {
  match(SPACE, cursor);
}

/** The next value or word; undefined: the text ends. @param references whether `12 0 R` is one value: not in content streams */
export function read(cursor: Cursor, references: boolean, depth = 0): PdfObject | PdfWord | undefined {
  if (depth > DEEPEST) throw broken('values are nested too deep');
  skipSpace(cursor);
  const { text } = cursor;
  const c = text[cursor.at];
  if (c === undefined) return undefined;
  if (c === '/') {
    const written = match(NAME, cursor)?.[0] ?? '/';
    return {
      kind: 'name',
      name: written.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    };
  }
  if (c === '(') return { kind: 'string', bytes: literal(cursor) };
  if (c === '<' && text[cursor.at + 1] === '<') {
    cursor.at += 2;
    return dictionary(cursor, references, depth);
  }
  if (c === '<') {
    const hex = match(HEX, cursor)?.[1]?.replace(/[^0-9A-Fa-f]/g, '');
    if (hex === undefined) throw broken('a string has no end');
    return { kind: 'string', bytes: Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex').toString('latin1') };
  }
  if (c === '[') {
    cursor.at++;
    const items: PdfObject[] = [];
    for (;;) {
      skipSpace(cursor);
      if (text[cursor.at] === ']') break;
      items.push(value(cursor, references, depth));
    }
    cursor.at++;
    return { kind: 'array', items };
  }
  const digits = match(NUMBER, cursor)?.[0];
  if (digits !== undefined) {
    if (references && /^\d+$/.test(digits) && match(REFERENCE, cursor)) return { kind: 'ref', id: Number(digits) };
    return { kind: 'number', value: Number(digits), written: digits };
  }
  if (match(ODD_NUMBER, cursor)) return { kind: 'number', value: 0, written: '0' };
  const word = match(WORD, cursor)?.[0];
  if (word === undefined) {
    cursor.at++;
    return { kind: 'word', word: c };
  }
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  return { kind: 'word', word };
}

/** A value; a word is a fault. */
export function value(cursor: Cursor, references: boolean, depth = 0): PdfObject {
  const read1 = read(cursor, references, depth + 1);
  if (read1 === undefined || (typeof read1 === 'object' && read1 !== null && read1.kind === 'word'))
    throw broken('a value is missing');
  return read1;
}

function dictionary(cursor: Cursor, references: boolean, depth: number): PdfObject {
  const entries = new Map<string, PdfObject>();
  for (;;) {
    skipSpace(cursor);
    if (cursor.text.startsWith('>>', cursor.at)) break;
    const key = value(cursor, references, depth);
    if (typeof key !== 'object' || key?.kind !== 'name') throw broken('a dictionary has a key that is no name');
    entries.set(key.name, value(cursor, references, depth));
  }
  cursor.at += 2;
  return { kind: 'dict', entries };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** 7.3.4.2 */
function literal(cursor: Cursor): string {
  const { text } = cursor;
  let out = '';
  let open = 0;
  for (let i = cursor.at; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
      const next = text[i + 1] ?? '';
      if (octal) {
        out += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        i += octal.length;
      } else {
        if (next === '\r' && text[i + 2] === '\n') i++;
        else if (next !== '\r' && next !== '\n') out += ESCAPES[next] ?? next;
        i++;
      }
      continue;
    }
    if (c === '(' && open++ === 0) continue;
    if (c === ')' && --open === 0) {
      cursor.at = i + 1;
      return out;
    }
    out += c;
  }
  throw broken('a string has no end');
}

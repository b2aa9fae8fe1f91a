import { inflateSync } from 'node:zlib';

/** Values of a PDF file as its syntax has them (ISO 32000-1, 7.3). Names are `Name`s, text strings are decoded. */
export type Value = null | boolean | number | string | Name | Ref | Value[] | Dict | Stream;
export class Name {
  constructor(readonly name: string) {}
}
export class Ref {
  constructor(readonly id: number) {}
}
export type Dict = Map<string, Value>;
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly raw: Uint8Array,
  ) {}
}

/** The objects of a file with a cross-reference table. Independent of whatever wrote the file. */
export interface RawPdf {
  readonly trailer: Dict;
  readonly root: Dict;
  /** All objects, by number. */
  readonly objects: ReadonlyMap<number, Value>;
  resolve(value: Value | undefined): Value;
  /** Follows keys and indexes from a value. */
  at(value: Value | undefined, ...path: (string | number)[]): Value;
  dict(value: Value | undefined, ...path: (string | number)[]): Dict;
  /** A stream's bytes, inflated. */
  bytes(value: Value | undefined): Uint8Array;
  /** A content or CMap stream as Latin-1 text. */
  text(value: Value | undefined): string;
  readonly pages: readonly { readonly id: number; readonly dict: Dict }[];
}

export function readRaw(pdf: Uint8Array): RawPdf {
  const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-64))?.[1]);
  if (!source.startsWith('xref', start)) throw new Error('startxref does not point at the cross-reference table');
  const trailerAt = source.indexOf('trailer', start);
  const rows = source.slice(start, trailerAt).split('\n').slice(2);
  const objects = new Map<number, Value>();
  rows.forEach((row, i) => {
    const match = /^(\d{10}) (\d{5}) n/.exec(row);
    if (!match) return;
    const at = Number(match[1]);
    const head = new RegExp(`^${i} 0 obj\\s`).exec(source.slice(at, at + 30));
    if (!head) throw new Error(`object ${i} is not where the cross-reference table says`);
    objects.set(i, readObject(source, pdf, at + head[0].length));
  });
  const trailer = parse(source, trailerAt + 7).value as Dict;
  const resolve = (value: Value | undefined): Value => (value instanceof Ref ? resolve(objects.get(value.id)) : (value ?? null));
  const at = (value: Value | undefined, ...path: (string | number)[]): Value => {
    let current = resolve(value);
    for (const step of path) {
      if (current instanceof Stream) current = current.dict;
      if (current instanceof Map && typeof step === 'string') current = resolve(current.get(step));
      else if (Array.isArray(current) && typeof step === 'number') current = resolve(current[step]);
      else return null;
    }
    return current;
  };
  const dict = (value: Value | undefined, ...path: (string | number)[]): Dict => {
    const found = at(value, ...path);
    if (found instanceof Stream) return found.dict;
    if (!(found instanceof Map)) throw new Error(`no dictionary at ${path.join('/')}`);
    return found;
  };
  const bytes = (value: Value | undefined): Uint8Array => {
    const stream = resolve(value);
    if (!(stream instanceof Stream)) throw new Error('no stream');
    const filter = resolve(stream.dict.get('Filter'));
    return filter instanceof Name && filter.name === 'FlateDecode' ? inflateSync(stream.raw) : stream.raw;
  };
  const root = dict(trailer.get('Root'));
  const pages = (at(root, 'Pages', 'Kids') as Ref[]).map((page) => ({ id: page.id, dict: dict(page) }));
  return {
    trailer,
    root,
    objects,
    resolve,
    at,
    dict,
    bytes,
    text: (value) => Buffer.from(bytes(value)).toString('latin1'),
    pages,
  };
}

function readObject(source: string, pdf: Uint8Array, at: number): Value {
  const { value, end } = parse(source, at);
  const stream = /^\s*stream\r?\n/.exec(source.slice(end, end + 20));
  if (!stream || !(value instanceof Map)) return value;
  const from = end + stream[0].length;
  const length = value.get('Length');
  if (typeof length !== 'number') throw new Error('a stream without a direct Length');
  if (!/^\s*endstream/.test(source.slice(from + length, from + length + 12)))
    throw new Error('a stream is not as long as it says');
  return new Stream(value, pdf.subarray(from, from + length));
}

const SPACE = /[\0\t\n\f\r ]/;
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/;

/** One value from `at` on. `Operator`s of content streams come as undefined with their word. */
export function parse(source: string, start: number): { value: Value; end: number; operator?: string } {
  let at = start;
  while (at < source.length && SPACE.test(source[at] ?? '')) at++;
  const c = source[at];
  if (c === '/') {
    let end = at + 1;
    while (end < source.length && !DELIMITER.test(source[end] ?? '')) end++;
    const name = source
      .slice(at + 1, end)
      .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return { value: new Name(name), end };
  }
  if (c === '(') return literal(source, at + 1);
  if (source.startsWith('<<', at)) {
    const dict: Dict = new Map();
    at += 2;
    for (;;) {
      while (SPACE.test(source[at] ?? '')) at++;
      if (source.startsWith('>>', at)) return { value: dict, end: at + 2 };
      const key = parse(source, at);
      if (!(key.value instanceof Name)) throw new Error(`a dictionary's key is no name: ${source.slice(at, at + 40)}`);
      const value = parse(source, key.end);
      dict.set(key.value.name, value.value);
      at = value.end;
    }
  }
  if (c === '<') {
    const end = source.indexOf('>', at);
    return { value: decode(Buffer.from(source.slice(at + 1, end), 'hex').toString('latin1')), end: end + 1 };
  }
  if (c === '[') {
    const list: Value[] = [];
    at++;
    for (;;) {
      while (SPACE.test(source[at] ?? '')) at++;
      if (source[at] === ']') return { value: list, end: at + 1 };
      const { value, end } = parse(source, at);
      list.push(value);
      at = end;
    }
  }
  let end = at;
  while (end < source.length && !DELIMITER.test(source[end] ?? '')) end++;
  const word = source.slice(at, end);
  const reference = /^(\d+)\s+(\d+)\s+R(?![\w])/.exec(source.slice(at, at + 30));
  if (reference) return { value: new Ref(Number(reference[1])), end: at + reference[0].length };
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { value: Number(word), end };
  if (word === 'true' || word === 'false') return { value: word === 'true', end };
  if (word === 'null') return { value: null, end };
  if (word === '') throw new Error(`nothing to read at ${start}: ${JSON.stringify(source.slice(start, start + 30))}`);
  return { value: null, end, operator: word };
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literal(source: string, from: number): { value: string; end: number } {
  let out = '';
  let depth = 1;
  for (let i = from; i < source.length; i++) {
    const c = source[i] ?? '';
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(source.slice(i + 1, i + 4));
      if (octal) {
        out += String.fromCharCode(Number.parseInt(octal[0], 8));
        i += octal[0].length;
      } else {
        i++;
        out += ESCAPES[source[i] ?? ''] ?? source[i];
      }
      continue;
    }
    if (c === '(') depth++;
    if (c === ')' && --depth === 0) return { value: decode(out), end: i + 1 };
    out += c;
  }
  throw new Error('a string does not end');
}

/** UTF-16 where the string says so; else its bytes as they are. */
function decode(bytes: string): string {
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  let out = '';
  for (let i = 2; i + 1 < bytes.length; i += 2) out += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  return out;
}

import { decoded } from './filters.ts';
import { type Cursor, read, skipSpace, value } from './lexer.ts';
import {
  broken,
  isArray,
  isDict,
  isRef,
  isStream,
  numberOf,
  type PdfDict,
  PdfFault,
  type PdfObject,
  type PdfStream,
} from './objects.ts';

/** Somebody's PDF, opened: objects are read when they are asked for. */
export interface PdfFile {
  readonly trailer: PdfDict;
  /** What a reference leads to, in the end; anything else is itself. */
  resolve(o: PdfObject | undefined): PdfObject | undefined;
  /** An entry of a dictionary, resolved. */
  entry(dict: PdfDict, key: string): PdfObject | undefined;
  /** A stream without its filters. */
  bytes(stream: PdfStream): Uint8Array;
}

/** A designer's page with photographs has some 20 MB. */
export const MAX_PDF_BYTES = 64 * 1024 * 1024;
const MAX_OBJECTS = 200_000;
const MAX_SECTIONS = 200;

type Place = { readonly at: number } | { readonly inside: number; readonly index: number };

const OBJECT = /[\0\t\n\f\r ]*(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj/y;

/** @throws PdfFault where the file is damaged, encrypted or too large */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > MAX_PDF_BYTES) throw new PdfFault('too-large', `it has more than ${MAX_PDF_BYTES / 1024 / 1024} MB`);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = text.lastIndexOf('startxref');
  const from = /^startxref\s+(\d+)\s+%%EOF/.exec(text.slice(start, start + 60))?.[1];
  if (start < 0 || start < text.length - 4096 || from === undefined) throw broken('its end is missing');

  const places = new Map<number, Place | null>();
  const known = new Map<number, PdfObject>();
  const opening = new Set<number>();
  const containers = new Map<number, readonly PdfObject[]>();

  const readAt = (at: number, id: number | null): PdfObject => {
    OBJECT.lastIndex = at;
    const head = OBJECT.exec(text);
    if (!head || (id !== null && Number(head[1]) !== id)) throw broken('an object is not where the file says');
    const cursor: Cursor = { text, at: OBJECT.lastIndex };
    const found = value(cursor, true);
    if (!isDict(found)) return found;
    skipSpace(cursor);
    if (!text.startsWith('stream', cursor.at)) return found;
    let first = cursor.at + 'stream'.length;
    if (text[first] === '\r') first++;
    if (text[first] === '\n') first++;
    const length = numberOf(resolve(found.entries.get('Length')));
    const ends = (end: number): boolean => /^[\0\t\n\f\r ]*endstream/.test(text.slice(end, end + 20));
    let last = length === undefined ? -1 : first + length;
    if (last < first || !ends(last)) {
      last = text.indexOf('endstream', first);
      if (last < 0) throw broken('a stream has no end');
    }
    return { kind: 'stream', dict: found, data: bytes.subarray(first, last) };
  };

  const readInside = (container: number, index: number): PdfObject => {
    let objects = containers.get(container);
    if (!objects) {
      const stream = resolve({ kind: 'ref', id: container });
      if (!isStream(stream)) throw broken('a container of objects is missing');
      const inner = Buffer.from(decoded(stream.dict, stream.data, resolve)).toString('latin1');
      const count = numberOf(resolve(stream.dict.entries.get('N'))) ?? 0;
      const base = numberOf(resolve(stream.dict.entries.get('First'))) ?? 0;
      if (!(count >= 0 && count <= MAX_OBJECTS)) throw broken('a container of objects is damaged');
      const head: Cursor = { text: inner, at: 0 };
      const offsets = Array.from({ length: count }, () => {
        value(head, false);
        return numberOf(value(head, false)) ?? 0;
      });
      objects = offsets.map((offset) => value({ text: inner, at: base + offset }, true));
      containers.set(container, objects);
    }
    return objects[index] ?? null;
  };

  function resolve(o: PdfObject | undefined): PdfObject | undefined {
    let found = o;
    for (let hops = 0; isRef(found); hops++) {
      const { id } = found;
      if (hops > 20 || opening.has(id)) throw broken('objects refer to each other in a circle');
      let next = known.get(id);
      if (next === undefined) {
        const place = places.get(id);
        if (!place) return undefined;
        opening.add(id);
        try {
          next = 'at' in place ? readAt(place.at, id) : readInside(place.inside, place.index);
        } finally {
          opening.delete(id);
        }
        known.set(id, next);
      }
      found = next;
    }
    return found;
  }

  const put = (id: number, place: Place | null): void => {
    if (places.size > MAX_OBJECTS)
      throw new PdfFault('too-large', `it has more than ${MAX_OBJECTS.toLocaleString('en')} objects`);
    if (!places.has(id)) places.set(id, place);
  };

  let trailer: PdfDict | null = null;
  const waiting = [Number(from)];
  const seen = new Set<number>();
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > MAX_SECTIONS) throw broken('its table of objects has too many parts');
    const section = readSection(at);
    trailer ??= section;
    for (const key of ['XRefStm', 'Prev']) {
      const next = numberOf(section.entries.get(key));
      if (next !== undefined) waiting.push(next);
    }
  }
  if (!trailer) throw broken('its table of objects is missing');
  if (trailer.entries.has('Encrypt')) throw new PdfFault('encrypted', 'it is encrypted');

  function readSection(at: number): PdfDict {
    const cursor: Cursor = { text, at };
    skipSpace(cursor);
    if (!text.startsWith('xref', cursor.at)) return readStreamSection(at);
    cursor.at += 'xref'.length;
    for (;;) {
      const first = read(cursor, false);
      if (typeof first === 'object' && first?.kind === 'word' && first.word === 'trailer') break;
      const start1 = typeof first === 'object' && first?.kind === 'number' ? first.value : Number.NaN;
      const count = numberOf(value(cursor, false)) ?? Number.NaN;
      if (!(start1 >= 0 && count >= 0 && count <= MAX_OBJECTS)) throw broken('its table of objects is damaged');
      for (let i = 0; i < count; i++) {
        const offset = numberOf(value(cursor, false)) ?? 0;
        value(cursor, false);
        const kind = read(cursor, false);
        const used = typeof kind === 'object' && kind?.kind === 'word' && kind.word === 'n';
        put(start1 + i, used ? { at: offset } : null);
      }
    }
    const dict = value(cursor, true);
    if (!isDict(dict)) throw broken('its trailer is missing');
    return dict;
  }

  /** 7.5.8 */
  function readStreamSection(at: number): PdfDict {
    const stream = readAt(at, null);
    if (!isStream(stream)) throw broken('its table of objects is missing');
    const { entries } = stream.dict;
    const widths = entries.get('W');
    const [w0, w1, w2] = isArray(widths) ? widths.items.map((w) => numberOf(w) ?? 0) : [];
    if (w0 === undefined || w1 === undefined || w2 === undefined || [w0, w1, w2].some((w) => !(w >= 0 && w <= 8)))
      throw broken('its table of objects is damaged');
    const data = decoded(stream.dict, stream.data, (o) => (isRef(o) ? undefined : o));
    const index = entries.get('Index');
    const ranges = isArray(index) ? index.items.map((n) => numberOf(n) ?? 0) : [0, numberOf(entries.get('Size')) ?? 0];
    let pos = 0;
    const field = (width: number, otherwise: number): number => {
      let n = width === 0 ? otherwise : 0;
      for (let i = 0; i < width; i++) n = n * 256 + (data[pos++] ?? 0);
      return n;
    };
    for (let r = 0; r + 1 < ranges.length; r += 2) {
      for (let i = 0; i < (ranges[r + 1] ?? 0) && pos < data.length; i++) {
        const [kind, a, b] = [field(w0, 1), field(w1, 0), field(w2, 0)];
        put((ranges[r] ?? 0) + i, kind === 1 ? { at: a } : kind === 2 ? { inside: a, index: b } : null);
      }
    }
    return stream.dict;
  }

  return {
    trailer,
    resolve,
    entry: (dict, key) => resolve(dict.entries.get(key)),
    bytes: (stream) => decoded(stream.dict, stream.data, resolve),
  };
}

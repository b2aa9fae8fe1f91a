import { constants, inflateSync } from 'node:zlib';
import { broken, isArray, isDict, nameOf, numberOf, type PdfDict, PdfFault, type PdfObject, unsupported } from './objects.ts';

/** What one stream may hold once its filters are taken off. */
const MAX_DECODED = 64 * 1024 * 1024;

type Resolve = (o: PdfObject | undefined) => PdfObject | undefined;

/** Short names stand in inline images (ISO 32000-1, table 94). */
const NAMES: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};

export function filtersOf(dict: PdfDict, resolve: Resolve): readonly { name: string; parms: PdfDict | undefined }[] {
  const listed = (o: PdfObject | undefined): readonly (PdfObject | undefined)[] => {
    const found = resolve(o);
    return isArray(found) ? found.items.map(resolve) : found === undefined || found === null ? [] : [found];
  };
  const parms = listed(dict.entries.get('DecodeParms') ?? dict.entries.get('DP'));
  return listed(dict.entries.get('Filter') ?? dict.entries.get('F')).map((filter, i) => {
    const name = nameOf(filter) ?? '';
    const own = parms[i];
    return { name: NAMES[name] ?? name, parms: isDict(own) ? own : undefined };
  });
}

/** The bytes of a stream without its filters (7.4). Pictures' own ones are not taken off. */
export function decoded(dict: PdfDict, data: Uint8Array, resolve: Resolve): Uint8Array {
  let bytes = data;
  for (const { name, parms } of filtersOf(dict, resolve)) {
    const number = (key: string, otherwise: number): number => numberOf(resolve(parms?.entries.get(key))) ?? otherwise;
    switch (name) {
      case 'FlateDecode':
        bytes = predicted(inflated(bytes), number);
        break;
      case 'LZWDecode':
        bytes = predicted(unLzw(bytes, number('EarlyChange', 1)), number);
        break;
      case 'ASCIIHexDecode':
        bytes = Buffer.from(
          Buffer.from(bytes)
            .toString('latin1')
            .split('>')[0]
            ?.replace(/[^0-9a-f]/gi, '') ?? '',
          'hex',
        );
        break;
      case 'ASCII85Decode':
        bytes = un85(bytes);
        break;
      case 'RunLengthDecode':
        bytes = unRun(bytes);
        break;
      default:
        throw unsupported(`a stream is packed by ${name || 'a filter without a name'}`);
    }
    if (bytes.length > MAX_DECODED) throw tooLarge();
  }
  return bytes;
}

const tooLarge = (): PdfFault => new PdfFault('too-large', `a stream holds more than ${MAX_DECODED / 1024 / 1024} MB`);

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_DECODED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (e) {
    if (e instanceof RangeError) throw tooLarge();
    throw broken('a compressed stream is damaged');
  }
}

/** 7.4.4.4 */
function predicted(bytes: Uint8Array, number: (key: string, otherwise: number) => number): Uint8Array {
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw unsupported('a stream uses the TIFF predictor');
  const bits = number('Colors', 1) * number('BitsPerComponent', 8);
  const step = Math.max(1, Math.ceil(bits / 8));
  const length = Math.ceil((bits * number('Columns', 1)) / 8);
  if (!(length > 0 && length < MAX_DECODED)) throw broken('a predictor has no width');
  const rows = Math.ceil(bytes.length / (length + 1));
  const out = new Uint8Array(rows * length);
  for (let row = 0; row < rows; row++) {
    const from = row * (length + 1);
    const to = row * length;
    const kind = bytes[from] ?? 0;
    for (let i = 0; i < length; i++) {
      const raw = bytes[from + 1 + i] ?? 0;
      const a = i >= step ? (out[to + i - step] ?? 0) : 0;
      const b = row > 0 ? (out[to + i - length] ?? 0) : 0;
      const c = row > 0 && i >= step ? (out[to + i - length - step] ?? 0) : 0;
      out[to + i] = raw + (kind === 1 ? a : kind === 2 ? b : kind === 3 ? (a + b) >> 1 : kind === 4 ? paeth(a, b, c) : 0);
    }
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** 7.4.4.2 */
function unLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = [];
  let table: (readonly number[])[] = [];
  let [width, held, bits] = [9, 0, 0];
  let before: readonly number[] | null = null;
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, i) => (i < 256 ? [i] : []));
    width = 9;
    before = null;
  };
  reset();
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === 257) break;
    if (code === 256) {
      reset();
      continue;
    }
    const last: readonly number[] | null = before;
    const entry: readonly number[] | undefined = table[code] ?? (last ? [...last, last[0] ?? 0] : undefined);
    if (!entry) throw broken('a compressed stream is damaged');
    for (const b of entry) out.push(b);
    if (out.length > MAX_DECODED) throw tooLarge();
    if (last && table.length < 4096) table.push([...last, entry[0] ?? 0]);
    before = entry;
    const next = table.length + early;
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return Uint8Array.from(out);
}

/** 7.4.3 */
function un85(bytes: Uint8Array): Uint8Array {
  const text =
    Buffer.from(bytes)
      .toString('latin1')
      .split('~')[0]
      ?.replace(/[\0\s]/g, '') ?? '';
  const out: number[] = [];
  for (let i = 0; i < text.length; ) {
    if (text[i] === 'z') {
      out.push(0, 0, 0, 0);
      i++;
      continue;
    }
    const group = text.slice(i, i + 5);
    let n = 0;
    for (const c of group.padEnd(5, 'u')) n = n * 85 + (c.charCodeAt(0) - 33);
    out.push(...[(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].slice(0, group.length - 1));
    i += 5;
  }
  return Uint8Array.from(out);
}

/** 7.4.5 */
function unRun(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < bytes.length; ) {
    const length = bytes[i] ?? 128;
    if (length === 128) break;
    if (length < 128) parts.push(bytes.subarray(i + 1, i + 2 + length));
    else parts.push(new Uint8Array(257 - length).fill(bytes[i + 1] ?? 0));
    i += length < 128 ? length + 2 : 2;
  }
  return Buffer.concat(parts);
}

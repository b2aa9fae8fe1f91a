import { Malformed, type Reader, readerOf } from './reader.ts';

export interface Outline {
  /** As the table 'glyf' has it; empty: the glyph has none. */
  readonly bytes: Uint8Array;
  readonly xMin: number;
}

interface Streams {
  readonly contours: Reader;
  readonly points: Reader;
  readonly flags: Reader;
  readonly glyphs: Reader;
  readonly composites: Reader;
  readonly boxes: Reader;
  readonly instructions: Reader;
}

const EMPTY: Outline = { bytes: new Uint8Array(), xMin: 0 };
const COMPOSITE = -1;

/** The glyphs of a transformed 'glyf' table: seven streams, read side by side (WOFF 2, 5.1). */
export function outlinesOf(table: Uint8Array): readonly Outline[] {
  const head = readerOf(table);
  head.u16();
  const options = head.u16();
  const count = head.u16();
  head.u16();
  const sizes = Array.from({ length: 7 }, () => head.u32());
  let at = head.at;
  const [contours, points, flags, glyphs, composites, boxStream, instructions] = sizes.map((size) => {
    const reader = readerOf(table, at, at + size);
    at += size;
    if (at > table.byteLength) throw new Malformed('its outlines are cut short');
    return reader;
  });
  if (!contours || !points || !flags || !glyphs || !composites || !boxStream || !instructions) return [];
  const overlap = (options & 1) !== 0 ? readerOf(table, at).bytes((count + 7) >> 3) : null;
  const hasBox = boxStream.bytes(((count + 31) >> 5) << 2);
  const streams: Streams = { contours, points, flags, glyphs, composites, boxes: boxStream, instructions };
  const bit = (bits: Uint8Array | null, i: number): boolean => bits !== null && ((bits[i >> 3] ?? 0) & (0x80 >> (i & 7))) !== 0;
  return Array.from({ length: count }, (_, i) => {
    const number = contours.i16();
    if (number === 0) {
      if (bit(hasBox, i)) throw new Malformed('a glyph without an outline has a box');
      return EMPTY;
    }
    return number === COMPOSITE ? composite(streams) : simple(streams, number, bit(hasBox, i), bit(overlap, i));
  });
}

/** TrueType's flags of a component. */
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;
const INSTRUCTIONS = 0x100;

function composite({ composites, boxes, glyphs, instructions }: Streams): Outline {
  const out = writer();
  out.i16(COMPOSITE);
  const xMin = boxes.i16();
  out.i16(xMin);
  for (let i = 0; i < 3; i++) out.i16(boxes.i16());
  let hinted = false;
  for (let flags = MORE; (flags & MORE) !== 0; ) {
    flags = composites.u16();
    out.i16(flags);
    hinted ||= (flags & INSTRUCTIONS) !== 0;
    const scale = (flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0;
    out.bytes(composites.bytes(2 + ((flags & WORDS) !== 0 ? 4 : 2) + scale));
  }
  if (hinted) {
    const length = glyphs.packed();
    out.i16(length);
    out.bytes(instructions.bytes(length));
  }
  return { bytes: out.done(), xMin };
}

const ON_CURVE = 0x1;
const OVERLAP_SIMPLE = 0x40;

function simple(
  { points, flags, glyphs, boxes, instructions }: Streams,
  contours: number,
  ownBox: boolean,
  overlaps: boolean,
): Outline {
  if (contours < 0) throw new Malformed('a glyph has less than no contours');
  const ends: number[] = [];
  let total = 0;
  for (let i = 0; i < contours; i++) {
    total += points.packed();
    ends.push(total - 1);
  }
  const xs: number[] = [];
  const ys: number[] = [];
  const on: boolean[] = [];
  for (let i = 0; i < total; i++) {
    const flag = flags.u8();
    const [dx, dy] = step(flag & 0x7f, glyphs);
    xs.push(dx);
    ys.push(dy);
    on.push((flag & 0x80) === 0);
  }
  const box = ownBox ? [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()] : boundsOf(xs, ys);
  const length = glyphs.packed();
  const out = writer();
  out.i16(contours);
  for (const edge of box) out.i16(edge);
  for (const end of ends) out.i16(end);
  out.i16(length);
  out.bytes(instructions.bytes(length));
  on.forEach((curve, i) => {
    out.u8((curve ? ON_CURVE : 0) | (overlaps && i === 0 ? OVERLAP_SIMPLE : 0));
  });
  for (const dx of xs) out.i16(dx);
  for (const dy of ys) out.i16(dy);
  return { bytes: out.done(), xMin: box[0] ?? 0 };
}

/** WOFF 2, 5.2: from the previous point to this one. */
function step(flag: number, data: Reader): readonly [number, number] {
  const sign = (bit: number, length: number): number => ((bit & 1) !== 0 ? length : -length);
  if (flag < 10) return [0, sign(flag, ((flag & 14) << 7) + data.u8())];
  if (flag < 20) return [sign(flag, (((flag - 10) & 14) << 7) + data.u8()), 0];
  if (flag < 84) {
    const code = flag - 20;
    const byte = data.u8();
    return [sign(flag, 1 + (code & 0x30) + (byte >> 4)), sign(flag >> 1, 1 + ((code & 0x0c) << 2) + (byte & 0x0f))];
  }
  if (flag < 120) {
    const code = flag - 84;
    const x = 1 + (Math.floor(code / 12) << 8) + data.u8();
    return [sign(flag, x), sign(flag >> 1, 1 + (((code % 12) >> 2) << 8) + data.u8())];
  }
  if (flag < 124) {
    const [a, b, c] = [data.u8(), data.u8(), data.u8()];
    return [sign(flag, (a << 4) + (b >> 4)), sign(flag >> 1, ((b & 0x0f) << 8) + c)];
  }
  return [sign(flag, data.u16()), sign(flag >> 1, data.u16())];
}

function boundsOf(xs: readonly number[], ys: readonly number[]): number[] {
  let [x, y, xMin, yMin, xMax, yMax] = [
    0,
    0,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  xs.forEach((dx, i) => {
    x += dx;
    y += ys[i] ?? 0;
    xMin = Math.min(xMin, x);
    yMin = Math.min(yMin, y);
    xMax = Math.max(xMax, x);
    yMax = Math.max(yMax, y);
  });
  return xs.length === 0 ? [0, 0, 0, 0] : [xMin, yMin, xMax, yMax];
}

function writer() {
  const out: number[] = [];
  return {
    u8: (value: number): void => void out.push(value & 0xff),
    i16: (value: number): void => void out.push((value >> 8) & 0xff, value & 0xff),
    bytes: (bytes: Uint8Array): void => {
      for (const byte of bytes) out.push(byte);
    },
    done: (): Uint8Array => Uint8Array.from(out),
  };
}

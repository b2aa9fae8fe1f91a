import { type Lut, readLut, throughGrid, throughLut } from './lut.ts';
import { labOf, xyzOf } from './srgb.ts';

export type Cmyk = readonly [c: number, m: number, y: number, k: number];

/** A printing condition: what becomes of colours on its paper. Components 0..1. */
export interface PrintingCondition {
  readonly bytes: Uint8Array;
  /** Of the profile ('desc'). */
  readonly description: string;
  /** Most ink on one spot, 1 for each full plate. */
  readonly inkLimit: number;
  /** By the profile's perceptual table, within the ink limit. Grey is a tint of black and nothing else. */
  cmykOf(r: number, g: number, b: number): Cmyk;
  /** Interleaved 8-bit sRGB → interleaved 8-bit CMYK; greys too by the profile, so that a photograph has no seams. */
  convert(pixels: Uint8Array): Uint8Array;
}

/** Points a side of the grid that pictures are converted by. */
const POINTS = 33;

/** @param inkLimit per cent; undefined: the profile cannot be used, since it has no table of ours from a colour to four inks */
export function openCondition(bytes: Uint8Array, inkLimit: number): PrintingCondition | undefined {
  const head = readHead(bytes);
  if (!head) return undefined;
  const { lut, description } = head;
  const limit = inkLimit / 100;
  const raw = (r: number, g: number, b: number): Cmyk => {
    const [c = 0, m = 0, y = 0, k = 0] = throughLut(lut, head.encode(r, g, b));
    return limited([c, m, y, k], limit);
  };
  let grid: Float64Array | null = null;
  const link = (): Float64Array => {
    if (grid) return grid;
    grid = new Float64Array(POINTS ** 3 * 4);
    let at = 0;
    for (let r = 0; r < POINTS; r++)
      for (let g = 0; g < POINTS; g++)
        for (let b = 0; b < POINTS; b++, at += 4) grid.set(raw(r / (POINTS - 1), g / (POINTS - 1), b / (POINTS - 1)), at);
    return grid;
  };
  return {
    bytes,
    description,
    inkLimit: limit,
    cmykOf: (r, g, b) => (r === g && g === b ? [0, 0, 0, 1 - r] : raw(r, g, b)),
    convert(pixels) {
      const table = link();
      const out = new Uint8Array((pixels.length / 3) * 4);
      let last = -1;
      let mixed: readonly number[] = [];
      for (let i = 0, o = 0; i < pixels.length; i += 3, o += 4) {
        const [r, g, b] = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0];
        const color = (r << 16) | (g << 8) | b;
        if (color !== last) mixed = throughGrid(table, POINTS, 4, r / 255, g / 255, b / 255);
        last = color;
        for (let ink = 0; ink < 4; ink++) out[o + ink] = Math.round((mixed[ink] ?? 0) * 255);
      }
      return out;
    },
  };
}

/** Less of the colours, all of the black, until the sum is within the limit. */
function limited([c, m, y, k]: Cmyk, limit: number): Cmyk {
  const colours = c + m + y;
  if (colours + k <= limit || colours === 0) return [c, m, y, k];
  const part = Math.max(0, limit - k) / colours;
  return [c * part, m * part, y * part, k];
}

/** sRGB → what a table is looked up by. */
type Encode = (r: number, g: number, b: number) => readonly number[];

/** Lab in lut16Type: FF00 is 100 (ICC.1:2010, 10.10). */
const labWide: Encode = (r, g, b) => {
  const [L, a, bb] = labOf(r, g, b);
  return [((L / 100) * 65280) / 65535, ((a + 128) * 256) / 65535, ((bb + 128) * 256) / 65535];
};

/** Lab in lut8Type. */
const labNarrow: Encode = (r, g, b) => {
  const [L, a, bb] = labOf(r, g, b);
  return [L / 100, (a + 128) / 255, (bb + 128) / 255];
};

/** XYZ: 8000 is 1 (6.3.4.2), and a matrix before the curves. */
const xyz =
  ({ matrix }: Lut): Encode =>
  (r, g, b) => {
    const encoded = xyzOf(r, g, b).map((value) => (value * 32768) / 65535);
    return [0, 1, 2].map((row) => encoded.reduce((sum, value, i) => sum + value * (matrix[row * 3 + i] ?? 0), 0));
  };

interface Head {
  readonly lut: Lut;
  readonly encode: Encode;
  readonly description: string;
}

function readHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 132) return null;
  const ascii = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));
  if (ascii(36, 4) !== 'acsp' || ascii(12, 4) !== 'prtr' || ascii(16, 4) !== 'CMYK') return null;
  const pcs = ascii(20, 4);
  if (pcs !== 'Lab ' && pcs !== 'XYZ ') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tags = new Map<string, { readonly at: number; readonly length: number }>();
  const count = Math.min(view.getUint32(128), Math.floor((bytes.length - 132) / 12));
  for (let i = 0; i < count; i++) {
    const at = view.getUint32(136 + i * 12);
    const length = view.getUint32(140 + i * 12);
    if (at + length <= bytes.length) tags.set(ascii(132 + i * 12, 4), { at, length });
  }
  const table = tags.get('B2A0');
  if (!table) return null;
  let lut: Lut | null;
  try {
    lut = readLut(bytes, table.at);
  } catch (cause) {
    // A table that says it is longer than the file.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
  if (lut?.channels !== 4) return null;
  const encode = pcs === 'XYZ ' ? xyz(lut) : ascii(table.at, 4) === 'mft2' ? labWide : labNarrow;
  return { lut, encode, description: descriptionOf(bytes, tags.get('desc')) };
}

/** textDescriptionType of version 2 or multiLocalizedUnicodeType of version 4, its first language. */
function descriptionOf(bytes: Uint8Array, tag: { readonly at: number; readonly length: number } | undefined): string {
  if (!tag) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset + tag.at, tag.length);
  if (view.getUint32(0) === 0x64657363) {
    const length = Math.min(view.getUint32(8), tag.length - 12);
    return new TextDecoder('latin1').decode(bytes.subarray(tag.at + 12, tag.at + 12 + length)).replace(/\0.*$/s, '');
  }
  if (view.getUint32(0) !== 0x6d6c7563 || tag.length < 28) return '';
  const [length, start] = [view.getUint32(20), view.getUint32(24)];
  if (start + length > tag.length) return '';
  let text = '';
  for (let i = 0; i + 1 < length; i += 2) text += String.fromCharCode(view.getUint16(start + i));
  return text;
}

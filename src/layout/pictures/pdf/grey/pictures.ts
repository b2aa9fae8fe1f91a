import { deflateSync } from 'node:zlib';
import type { default as Sharp } from 'sharp';
import type { PdfFile } from '../../../../core/pdf/file.ts';
import { decoded, filtersOf } from '../../../../core/pdf/filters.ts';
import {
  isArray,
  isStream,
  numberOf,
  type PdfDict,
  PdfFault,
  type PdfObject,
  unsupported,
} from '../../../../core/pdf/objects.ts';
import { numbersOf, unpacked } from './functions.ts';
import { type Shade, written } from './shade.ts';
import { type Space, spaceOf } from './spaces.ts';

const MAX_PIXELS = 40_000_000;
/** Of photographs that are encoded anew. */
const QUALITY = 90;

/** A picture of pixels (8.9.5) in grey. `keep`: its samples stay as they are. */
export type GreyPicture =
  | { readonly kind: 'keep'; readonly decode: string }
  | { readonly kind: 'new'; readonly bytes: Uint8Array; readonly filter: 'FlateDecode' | 'DCTDecode' };

interface Raw {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly space: Space;
  readonly decode: readonly number[];
}

/** Keys of an inline picture are short (table 93). */
const entryOf = (file: PdfFile, dict: PdfDict, long: string, short: string): PdfObject | undefined =>
  file.entry(dict, long) ?? file.entry(dict, short);

/** The picture, or a promise of it where it has to be unpacked. @throws PdfFault where it cannot be turned */
export function greyPicture(
  file: PdfFile,
  { dict, data }: { readonly dict: PdfDict; readonly data: Uint8Array },
  scope: PdfDict,
  shade: Shade,
): GreyPicture | Promise<GreyPicture> {
  const written1 = entryOf(file, dict, 'ColorSpace', 'CS');
  const filters = filtersOf(dict, file.resolve).map(({ name }) => name);
  if (filters.includes('JPXDecode')) throw unsupported('a picture of it is a JPEG 2000');
  if (written1 === undefined) throw unsupported('a picture of it has no colour space');
  const space = spaceOf(file, written1, scope);
  const bits = numberOf(entryOf(file, dict, 'BitsPerComponent', 'BPC')) ?? 8;
  const given = numbersOf(file, dict.entries.get('Decode') ?? dict.entries.get('D'));
  const decode = given.length === space.channels * 2 ? given : space.ranges(bits);
  if (space.grey) return { kind: 'keep', decode: given.length === 2 ? `/Decode[${given.join(' ')}]` : '' };
  if (isArray(file.entry(dict, 'Mask'))) throw unsupported('a picture of it is masked by a colour');
  const soft = file.entry(dict, 'SMask');
  if (isStream(soft) && soft.dict.entries.has('Matte')) throw unsupported('a picture of it is mixed with its mask’s colour');
  if (bits === 1 && space.channels === 1) {
    const ends = [decode[0] ?? 0, decode[1] ?? 1].map((n) => written(shade.of(space, [n])));
    return { kind: 'keep', decode: `/Decode[${ends.join(' ')}]` };
  }
  const width = numberOf(entryOf(file, dict, 'Width', 'W')) ?? 0;
  const height = numberOf(entryOf(file, dict, 'Height', 'H')) ?? 0;
  if (![1, 2, 4, 8, 16].includes(bits) || !Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1)
    throw new PdfFault('broken', 'a picture of it is damaged');
  if (width * height > MAX_PIXELS) throw new PdfFault('too-large', 'a picture of it has too many pixels to be turned grey');
  const raw = { width, height, bits, space, decode };
  if (filters.at(-1) === 'DCTDecode') return photograph(unpackedJpeg(file, dict, data), raw, shade);
  const samples = decoded(dict, data, file.resolve);
  if (samples.length < Math.ceil((width * space.channels * bits) / 8) * height)
    throw new PdfFault('broken', 'a picture of it has too few pixels');
  const grey = greyed(samples, raw, shade);
  return { kind: 'new', bytes: deflateSync(grey, { level: 9 }), filter: 'FlateDecode' };
}

/** The JPEG itself, out of what else it is packed in. */
function unpackedJpeg(file: PdfFile, dict: PdfDict, data: Uint8Array): Uint8Array {
  const all = filtersOf(dict, file.resolve);
  if (all.length === 1) return data;
  const names = all.slice(0, -1).map(({ name }): PdfObject => ({ kind: 'name', name }));
  const parms = all.slice(0, -1).map(({ parms }): PdfObject => parms ?? null);
  const outer = new Map<string, PdfObject>([
    ['Filter', { kind: 'array', items: names }],
    ['DecodeParms', { kind: 'array', items: parms }],
  ]);
  return decoded({ kind: 'dict', entries: outer }, data, file.resolve);
}

async function photograph(jpeg: Uint8Array, raw: Raw, shade: Shade): Promise<GreyPicture> {
  const sharp: typeof Sharp = (await import('sharp')).default;
  const { channels } = raw.space;
  if (jpeg.length === 0) throw new PdfFault('broken', 'a photograph of it is damaged');
  const read = await sharp(jpeg, { limitInputPixels: MAX_PIXELS })
    .pipelineColourspace(channels === 4 ? 'cmyk' : 'srgb')
    .toColourspace(channels === 4 ? 'cmyk' : channels === 1 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!read) throw new PdfFault('broken', 'a photograph of it is damaged');
  const { data, info } = read;
  if (info.channels !== channels || info.width !== raw.width || info.height !== raw.height)
    throw unsupported('a photograph of it is not what its dictionary says');
  // Four inks marked by Adobe are turned to what they mean on reading; a PDF says so itself, in Decode.
  if (channels === 4 && markedByAdobe(jpeg)) for (let i = 0; i < data.length; i++) data[i] = 255 - (data[i] ?? 0);
  const { width, height } = raw;
  const grey = greyed(data, { ...raw, bits: 8 }, shade);
  const bytes = await sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { kind: 'new', bytes, filter: 'DCTDecode' };
}

/** An APP14 segment before the pixels (T.872, 6.5.3). */
function markedByAdobe(jpeg: Uint8Array): boolean {
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xee) return Buffer.from(jpeg.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe';
    if (marker === 0xda) return false;
    at += 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0);
  }
  return false;
}

/** Eight bits a pixel. Equal neighbours, and palettes, are looked up once. */
function greyed(samples: Uint8Array, { width, height, bits, space, decode }: Raw, shade: Shade): Uint8Array {
  const { channels } = space;
  const row = width * channels;
  const whole = bits === 8 ? samples : unpacked(samples, bits, row * height, row);
  const most = 2 ** bits - 1;
  const known = new Map<number, number>();
  const out = new Uint8Array(width * height);
  const components = new Array<number>(channels).fill(0);
  let [before, grey] = [-1, 0];
  for (let i = 0; i < out.length; i++) {
    let key = 0;
    for (let c = 0; c < channels; c++) key = key * (most + 1) + (whole[i * channels + c] ?? 0);
    // Beyond 2^53 keys are no longer exact.
    const exact = channels * bits <= 52;
    if (exact && key === before) {
      out[i] = grey;
      continue;
    }
    before = key;
    const found = exact ? known.get(key) : undefined;
    if (found !== undefined) grey = found;
    else {
      for (let c = 0; c < channels; c++) {
        const [low = 0, high = 1] = [decode[c * 2], decode[c * 2 + 1]];
        components[c] = low + ((whole[i * channels + c] ?? 0) / most) * (high - low);
      }
      grey = Math.round(255 * shade.of(space, components));
      if (exact) {
        if (known.size > 200_000) known.clear();
        known.set(key, grey);
      }
    }
    out[i] = grey;
  }
  return out;
}

/** An inline picture (8.9.7) anew: packed, and written in digits, so that nothing in it looks like its end. */
export function greyInline(file: PdfFile, dict: PdfDict, data: Uint8Array, scope: PdfDict, shade: Shade): string | null {
  if (entryOf(file, dict, 'ImageMask', 'IM') === true) return null;
  const filters = filtersOf(dict, file.resolve).map(({ name }) => name);
  if (filters.some((name) => /^(?:DCT|CCITTFax)/.test(name)))
    throw unsupported('a small picture of it is packed in a way that is not undone');
  const width = numberOf(entryOf(file, dict, 'Width', 'W')) ?? 0;
  const height = numberOf(entryOf(file, dict, 'Height', 'H')) ?? 0;
  const made = greyPicture(file, { dict, data }, scope, shade);
  if (made instanceof Promise) throw unsupported('a small picture of it is a photograph');
  const bits = made.kind === 'new' ? 8 : (numberOf(entryOf(file, dict, 'BitsPerComponent', 'BPC')) ?? 8);
  const bytes = made.kind === 'new' ? made.bytes : deflateSync(decoded(dict, data, file.resolve), { level: 9 });
  const decode = made.kind === 'keep' ? made.decode.replace('/Decode', '/D') : '';
  return `BI/W ${width}/H ${height}/BPC ${bits}/CS/G${decode}/F[/AHx/Fl]\nID ${Buffer.from(bytes).toString('hex')}>\nEI`;
}

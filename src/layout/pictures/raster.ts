import type { Metadata, default as Sharp } from 'sharp';
import type { RasterImage } from '../../core/display.ts';
import { passesThrough, readJpegHeader } from './jpeg.ts';

/** 60 megapixels: A2 at 300 dpi is 35. More is a bomb or a mistake. */
export const MAX_PIXELS = 60_000_000;

export type Opened =
  | { readonly kind: 'image'; readonly image: RasterImage }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'too-large'; readonly width: number; readonly height: number }
  | { readonly kind: 'unknown' };

const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'avif']);

/** WebP may be without losses; then it is a drawing, as a rule. */
const LOSSY = new Set(['jpeg', 'heif', 'avif']);

/** libvips is not loaded before there is a picture to open. */
const loadSharp = async (): Promise<typeof Sharp> => (await import('sharp')).default;

/** Name of an ICC profile (ICC.1, 'desc' tag), as far as it is plain text. */
function profileName(icc: Buffer): string {
  const text = icc.toString('latin1').replaceAll('\0', '');
  return /sRGB/i.exec(text)?.[0] ?? '';
}

const message = (cause: unknown): string => (cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));

/** Pixels ready to be embedded: a JPEG as it is where that is right, else 8-bit grey or sRGB samples, upright, alpha apart. */
export async function openRaster(bytes: Uint8Array, key: string): Promise<Opened> {
  const sharp = await loadSharp();
  let meta: Metadata;
  try {
    meta = await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (cause) {
    return isKnown(bytes) ? { kind: 'broken', reason: message(cause) } : { kind: 'unknown' };
  }
  if (!meta.format || !FORMATS.has(meta.format)) return { kind: 'unknown' };
  const { width, height } = meta;
  if (width * height > MAX_PIXELS) return { kind: 'too-large', width, height };
  const header = meta.format === 'jpeg' ? readJpegHeader(bytes) : null;
  if (header && passesThrough(header, meta.icc !== undefined && profileName(meta.icc) !== '')) {
    const broken = await decodes(bytes, sharp);
    if (broken !== null) return { kind: 'broken', reason: broken };
    const channels = header.components === 1 ? 1 : 3;
    return { kind: 'image', image: { key, width: header.width, height: header.height, encoding: 'jpeg', channels, data: bytes } };
  }
  try {
    const image = await decode(bytes, key, sharp);
    return { kind: 'image', image: LOSSY.has(meta.format) && !image.alpha ? { ...image, lossy: true } : image };
  } catch (cause) {
    return { kind: 'broken', reason: message(cause) };
  }
}

/** A JPEG cut off in the middle prints as grey. null: it can be read to its end. A picture of 8 px is asked for: that reads all and makes little. */
async function decodes(bytes: Uint8Array, sharp: typeof Sharp): Promise<string | null> {
  try {
    await sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS, sequentialRead: true }).resize(8).raw().toBuffer();
    return null;
  } catch (cause) {
    return message(cause);
  }
}

async function decode(bytes: Uint8Array, key: string, sharp: typeof Sharp): Promise<RasterImage> {
  const { data, info } = await sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const count = width * height;
  const hasAlpha = channels === 2 || channels === 4;
  const colors = hasAlpha ? channels - 1 : channels;
  const grey = colors === 1 || isGrey(data, count, channels);
  const kept = grey ? 1 : 3;
  const samples = new Uint8Array(count * kept);
  const alpha = new Uint8Array(hasAlpha ? count : 0);
  let opaque = true;
  for (let i = 0; i < count; i++) {
    const from = i * channels;
    for (let c = 0; c < kept; c++) samples[i * kept + c] = data[from + c] ?? 0;
    if (hasAlpha) {
      const a = data[from + colors] ?? 255;
      alpha[i] = a;
      if (a !== 255) opaque = false;
    }
  }
  const image: RasterImage = { key, width, height, encoding: 'raw', channels: kept, data: samples };
  return opaque ? image : { ...image, alpha };
}

function isGrey(data: Uint8Array, count: number, channels: number): boolean {
  if (channels < 3) return true;
  for (let i = 0; i < count * channels; i += channels) if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** First bytes of the formats that we read: a file that begins so and cannot be opened is broken, another is of the wrong kind. */
function isKnown(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  const starts = ['\xff\xd8\xff', '\x89PNG', 'GIF8', 'II*\0', 'MM\0*'];
  return (
    starts.some((s) => head.startsWith(s)) || (head.startsWith('RIFF') && head.slice(8) === 'WEBP') || head.slice(4, 8) === 'ftyp'
  );
}

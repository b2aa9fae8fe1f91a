import type { RasterImage } from '../../core/display.ts';
import { ref } from './syntax.ts';
import { deflateOnce, FLATE, type Resource } from './writer.ts';

/** Pictures made ready for embedding, by what they are: once a process, for all documents. */
export type ImageCache = Map<string, Resource>;

export const imageKey = (image: RasterImage): string => `${image.key} ${image.encoding} ${image.width}x${image.height}`;

/** An image XObject (ISO 32000-1, 8.9.5). A JPEG goes in as it is; samples are filtered and deflated, losslessly. */
export function imageResource(image: RasterImage, cache: ImageCache): Resource {
  const key = imageKey(image);
  const known = cache.get(key);
  if (known) return known;
  const made = prepare(image);
  cache.set(key, made);
  return made;
}

function prepare(image: RasterImage): Resource {
  const { width, height } = image;
  const head = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`;
  const alpha = image.alpha ? sampled(image.alpha, width, height, 1) : null;
  let body: { entries: string; data: Uint8Array };
  if (image.encoding === 'jpeg') {
    if (image.channels === 4) throw new Error('a CMYK JPEG must be turned into RGB when it is opened: the file promises sRGB');
    body = { entries: `/ColorSpace${SPACES[image.channels]}/Filter/DCTDecode`, data: image.data };
  } else {
    const [samples, channels] = image.channels === 4 ? [fromCmyk(image.data), 3 as const] : [image.data, image.channels];
    const { parms, data } = sampled(samples, width, height, channels);
    body = { entries: `/ColorSpace${SPACES[channels]}${FLATE}${parms}`, data };
  }
  return {
    category: 'XObject',
    emit(objects) {
      const mask = alpha ? `/SMask ${ref(objects.add(`${head}/ColorSpace/DeviceGray${FLATE}${alpha.parms}>>`, alpha.data))}` : '';
      return objects.add(`${head}${body.entries}${mask}>>`, body.data);
    },
  };
}

/** The same in four inks. A JPEG of four plates stands inverted, as Adobe's programs write it. */
export function cmykResource({ width, height, alpha }: RasterImage, pixels: Uint8Array, jpeg: Uint8Array | null): Resource {
  const head = `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8`;
  const mask = alpha ? sampled(alpha, width, height, 1) : null;
  const plain = jpeg ? null : sampled(pixels, width, height, 4);
  const filter = plain ? `${FLATE}${plain.parms}` : '/Filter/DCTDecode/Decode[1 0 1 0 1 0 1 0]';
  return {
    category: 'XObject',
    emit(objects) {
      const soft = mask ? `/SMask ${ref(objects.add(`${head}/ColorSpace/DeviceGray${FLATE}${mask.parms}>>`, mask.data))}` : '';
      return objects.add(`${head}/ColorSpace/DeviceCMYK${filter}${soft}>>`, plain?.data ?? jpeg ?? new Uint8Array(0));
    },
  };
}

const SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB' } as const;

/** ISO 32000-1, 10.3.5, the same as for flat colours. */
function fromCmyk(data: Uint8Array): Uint8Array {
  const out = new Uint8Array((data.length / 4) * 3);
  for (let i = 0, o = 0; i < data.length; i += 4) {
    const k = data[i + 3] ?? 0;
    for (let c = 0; c < 3; c++) out[o++] = 255 - Math.min(255, (data[i + c] ?? 0) + k);
  }
  return out;
}

/** PNG's filters (ISO/IEC 15948, 9), the one a row that leaves the smallest differences. */
function sampled(samples: Uint8Array, width: number, height: number, channels: number): { parms: string; data: Uint8Array } {
  const stride = width * channels;
  const filtered = new Uint8Array((stride + 1) * height);
  const rows = [0, 1, 2, 4].map((kind) => ({ kind, row: new Uint8Array(stride) }));
  for (let y = 0; y < height; y++) {
    const at = y * stride;
    let best = rows[0];
    let least = Infinity;
    for (const candidate of rows) {
      const cost = filterRow(candidate.kind, samples, at, stride, channels, y > 0, candidate.row);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    if (!best) continue;
    filtered[y * (stride + 1)] = best.kind;
    filtered.set(best.row, y * (stride + 1) + 1);
  }
  return { parms: `/DecodeParms<</Predictor 15/Colors ${channels}/Columns ${width}>>`, data: deflateOnce(filtered) };
}

/** Fills `row`; gives the sum of the differences' magnitudes. */
function filterRow(
  kind: number,
  samples: Uint8Array,
  at: number,
  stride: number,
  channels: number,
  above: boolean,
  row: Uint8Array,
): number {
  let cost = 0;
  for (let i = 0; i < stride; i++) {
    const left = i >= channels ? (samples[at + i - channels] ?? 0) : 0;
    const up = above ? (samples[at + i - stride] ?? 0) : 0;
    const corner = above && i >= channels ? (samples[at + i - stride - channels] ?? 0) : 0;
    const guess = kind === 0 ? 0 : kind === 1 ? left : kind === 2 ? up : paeth(left, up, corner);
    const value = ((samples[at + i] ?? 0) - guess) & 255;
    row[i] = value;
    cost += value < 128 ? value : 256 - value;
  }
  return cost;
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

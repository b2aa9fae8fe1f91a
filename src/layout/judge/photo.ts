import type { RasterImage } from '../../core/display.ts';
import type { Rgba } from './light.ts';

/** A photograph in the small: enough to say how light it is behind a word. 8-bit RGBA. */
interface SmallPhoto {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Longer side, px. */
const SIDE = 192;

/** Pictures are opened once a process and live as long: so do their small ones. null: it cannot be decoded, which is told elsewhere. */
const small = new WeakMap<RasterImage, SmallPhoto | null>();

export const isOpen = (image: RasterImage): boolean => small.has(image);

/** Decodes what is not yet decoded. */
export async function openPhotos(images: Iterable<RasterImage>): Promise<void> {
  for (const image of images) if (!small.has(image)) small.set(image, await shrink(image));
}

async function shrink({ encoding, data, alpha, width, height, channels }: RasterImage): Promise<SmallPhoto | null> {
  const sharp = (await import('sharp')).default;
  const size = { width: SIDE, height: SIDE, fit: 'inside', kernel: 'linear' } as const;
  try {
    const opened = encoding === 'jpeg' ? sharp(data) : sharp(data, { raw: { width, height, channels } });
    const colours = await opened.resize(size).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { info } = colours;
    const count = info.width * info.height;
    const opacity = alpha
      ? await sharp(alpha, { raw: { width, height, channels: 1 } })
          .resize({ width: info.width, height: info.height, fit: 'fill', kernel: 'linear' })
          .toColourspace('b-w')
          .raw()
          .toBuffer()
      : null;
    const rgba = new Uint8Array(count * 4);
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < 3; c++) rgba[i * 4 + c] = colours.data[i * info.channels + (info.channels < 3 ? 0 : c)] ?? 0;
      rgba[i * 4 + 3] = opacity ? (opacity[i] ?? 255) : 255;
    }
    return { width: info.width, height: info.height, data: rgba };
  } catch {
    return null;
  }
}

/** Colour at a place of the picture, 0..1 from its left top. null: nothing is known of it. */
export function photoAt(image: RasterImage, u: number, v: number): Rgba | null {
  const photo = small.get(image);
  if (!photo || u < 0 || u > 1 || v < 0 || v > 1) return null;
  const x = Math.min(photo.width - 1, Math.floor(u * photo.width));
  const y = Math.min(photo.height - 1, Math.floor(v * photo.height));
  const at = (y * photo.width + x) * 4;
  const { data } = photo;
  return [(data[at] ?? 0) / 255, (data[at + 1] ?? 0) / 255, (data[at + 2] ?? 0) / 255, (data[at + 3] ?? 0) / 255];
}

import type { Document, Item, RasterImage } from '../../core/display.ts';
import type { PrintingCondition } from '../inks/profile.ts';
import { cmykResource, type ImageCache, imageKey } from './images.ts';

/** Of photographs that are encoded anew for the plates: no trace of it shows in print. */
const QUALITY = 92;

/** Makes the coloured pictures of a document ready for the plates, once a campaign each: `imageResource` then finds them. Grey ones are black ink as they are. */
export async function prepareImages(document: Document, condition: PrintingCondition, cache: ImageCache): Promise<void> {
  const images = new Map<string, RasterImage>();
  for (const page of document.pages) collect(page.items, images);
  for (const [key, image] of images) {
    if (cache.has(key) || image.channels === 1) continue;
    const pixels = image.channels === 4 ? image.data : condition.convert(await pixelsOf(image));
    const photograph = image.encoding === 'jpeg' || image.lossy === true;
    const jpeg = photograph ? await cmykJpeg(pixels, image) : null;
    cache.set(key, cmykResource(image, pixels, jpeg));
  }
}

function collect(items: readonly Item[], into: Map<string, RasterImage>): void {
  for (const item of items) {
    if (item.kind === 'image') into.set(imageKey(item.image), item.image);
    else if (item.kind === 'group') collect(item.items, into);
  }
}

async function pixelsOf(image: RasterImage): Promise<Uint8Array> {
  if (image.encoding === 'raw') return image.data;
  const sharp = (await import('sharp')).default;
  return sharp(image.data).toColourspace('srgb').removeAlpha().raw({ depth: 'uchar' }).toBuffer();
}

/** The encoder takes four plates from a TIFF only. */
async function cmykJpeg(pixels: Uint8Array, { width, height }: RasterImage): Promise<Uint8Array> {
  const sharp = (await import('sharp')).default;
  return sharp(cmykTiff(pixels, width, height), { limitInputPixels: false })
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** A TIFF of one uncompressed strip (TIFF 6.0, section 16). */
function cmykTiff(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const entries: readonly (readonly [tag: number, type: 3 | 4, count: number, value: number])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, 0],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 0],
    [277, 3, 1, 4],
    [278, 4, 1, height],
    [279, 4, 1, pixels.length],
    [284, 3, 1, 1],
  ];
  const bits = 10 + entries.length * 12 + 4;
  const start = bits + 8;
  const bytes = new Uint8Array(start + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, entries.length, true);
  entries.forEach(([tag, type, count, value], i) => {
    const at = 10 + i * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, tag === 258 ? bits : tag === 273 ? start : value, true);
  });
  for (let i = 0; i < 4; i++) view.setUint16(bits + i * 2, 8, true);
  bytes.set(pixels, start);
  return bytes;
}

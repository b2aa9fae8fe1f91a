import type { default as Sharp } from 'sharp';
import { type Diagnostic, warning } from '../../core/diagnostics.ts';
import type { Document, RasterImage } from '../../core/display.ts';
import type { Profile } from '../../core/profile.ts';
import type { World } from '../../core/world.ts';
import { cacheOf, remember } from './cache.ts';
import { cutBox, mapImages, type PrintedImage } from './printed.ts';

/** Pixels of a picture that are kept. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Sizes go down in these steps, so that libraries whose boxes differ a little print the same picture. */
const STEP = 2 ** 0.25;
/** Less is not worth another file. */
const WORTH = 0.84;
/** Of photographs that are encoded anew: no trace of it shows in print. */
const QUALITY = 90;

/** The step of the ladder for a factor: what is printed has at least the pixels that are wanted. */
function stepFor(factor: number): number {
  if (factor >= 1) return 1;
  const step = STEP ** -Math.floor(Math.log(1 / factor) / Math.log(STEP) + 1e-9);
  return step > WORTH ? 1 : step;
}

/**
 * Puts pictures of the printed size in the place of larger ones: once a campaign for each size, not once a library. Never larger ones. Says so where
 * a picture has too few pixels for its size on paper.
 */
export async function reducePictures(
  document: Document,
  world: World,
  report: (d: Diagnostic) => void,
  profile?: Pick<Profile, 'kind' | 'resolution'>,
): Promise<Document> {
  const { reduced } = cacheOf(world);
  const jobs = new Map<string, Promise<RasterImage>>();
  const done = new Map<string, RasterImage>();
  const planOf = ({ item, factor, crop }: PrintedImage) => {
    const { image } = item;
    const step = stepFor(factor);
    const encode = image.lossy === true && image.encoding === 'raw';
    if (step === 1 && !crop && !encode) return null;
    const cut = crop ?? { left: 0, top: 0, width: image.width, height: image.height };
    const size = { width: Math.max(1, Math.round(cut.width * step)), height: Math.max(1, Math.round(cut.height * step)) };
    return {
      key: `${image.key}-${cut.left},${cut.top},${cut.width},${cut.height}-${size.width}x${size.height}`,
      image,
      cut,
      size,
    };
  };
  mapImages(
    document,
    (printed) => {
      tooCoarse(printed, report);
      const plan = planOf(printed);
      if (plan && !jobs.has(plan.key)) {
        const known = reduced.get(plan.key) ?? make(plan);
        remember(reduced, plan.key, known);
        jobs.set(plan.key, known);
      }
      return printed.item;
    },
    profile,
  );
  if (jobs.size === 0) return document;
  for (const [key, job] of jobs) done.set(key, await job);
  return mapImages(
    document,
    (printed) => {
      const plan = planOf(printed);
      const image = plan && done.get(plan.key);
      return image ? { ...printed.item, image, box: cutBox(printed.item.box, plan.image, plan.cut) } : printed.item;
    },
    profile,
  );
}

/** A picture that looks coarse on paper. Small ones are let be: an icon of some pixels is drawn so. */
function tooCoarse({ item, source, side, dpi, wanted }: PrintedImage, report: (d: Diagnostic) => void): void {
  if (dpi >= wanted.least || side < SMALL) return;
  const { image } = item;
  const grow = wanted.least / dpi;
  const need = `${Math.ceil(image.width * grow)} × ${Math.ceil(image.height * grow)}`;
  report(
    warning('image-resolution-low', `This picture is printed with ${Math.floor(dpi)} dots an inch: it will look coarse.`, {
      span: source,
      hint: `Use one of at least ${need} pixels, or print it smaller.`,
    }),
  );
}

/** pt; about 2 cm. */
const SMALL = 57;

async function make({
  key,
  image,
  cut,
  size,
}: {
  key: string;
  image: RasterImage;
  cut: Cut;
  size: { width: number; height: number };
}): Promise<RasterImage> {
  const sharp: typeof Sharp = (await import('sharp')).default;
  const { width, height, channels, alpha } = image;
  const grey = channels === 1;
  const input =
    image.encoding === 'jpeg'
      ? sharp(image.data)
      : sharp(alpha ? joined(image, alpha) : image.data, {
          raw: { width, height, channels: alpha ? ((channels + 1) as 2 | 4) : (channels as 1 | 3) },
        });
  const sized = input
    .extract(cut)
    .resize(size.width, size.height, { fit: 'fill', kernel: 'lanczos3' })
    // sharp drops the alpha of what it makes grey; one of three like channels is taken below.
    .toColourspace(grey && !alpha ? 'b-w' : 'srgb');
  const photograph = image.encoding === 'jpeg' || image.lossy === true;
  if (photograph && !alpha) {
    const data = await sized.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();
    return { key, ...size, encoding: 'jpeg', channels: grey ? 1 : 3, data };
  }
  const { data, info } = await sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { key, ...size, encoding: 'raw', ...parted(data, info.channels, grey ? 1 : 3, alpha !== undefined) };
}

/** Colours and alpha interleaved. */
function joined({ data, channels, width, height }: RasterImage, alpha: Uint8Array): Uint8Array {
  const out = new Uint8Array(width * height * (channels + 1));
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < channels; c++) out[i * (channels + 1) + c] = data[i * channels + c] ?? 0;
    out[i * (channels + 1) + channels] = alpha[i] ?? 255;
  }
  return out;
}

/** And apart again. */
function parted(
  samples: Uint8Array,
  channels: number,
  kept: 1 | 3,
  hasAlpha: boolean,
): Pick<RasterImage, 'channels' | 'data' | 'alpha'> {
  const count = samples.length / channels;
  const data = new Uint8Array(count * kept);
  const alpha = hasAlpha ? new Uint8Array(count) : undefined;
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < kept; c++) data[i * kept + c] = samples[i * channels + c] ?? 0;
    if (alpha) alpha[i] = samples[i * channels + channels - 1] ?? 255;
  }
  return { channels: kept, data, ...(alpha && { alpha }) };
}

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { RasterImage } from '../../../src/core/display.ts';
import { openRaster } from '../../../src/layout/pictures/raster.ts';

async function image(bytes: Uint8Array): Promise<RasterImage> {
  const opened = await openRaster(bytes, 'key');
  if (opened.kind !== 'image') throw new Error(JSON.stringify(opened));
  return opened.image;
}

/** Colour of one pixel. A JPEG is decoded for it. */
async function pixel(of: RasterImage, x: number, y: number): Promise<number[]> {
  if (of.encoding === 'jpeg') {
    const { data, info } = await sharp(of.data).raw().toBuffer({ resolveWithObject: true });
    return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x + 1) * info.channels)];
  }
  const at = (y * of.width + x) * of.channels;
  return [...of.data.subarray(at, at + of.channels)];
}

/** A red corner at the top left of a blue picture, 24 × 16. */
async function marked(): Promise<Buffer> {
  const data = Buffer.alloc(24 * 16 * 3);
  for (let y = 0; y < 16; y++)
    for (let x = 0; x < 24; x++) data.set(x < 8 && y < 8 ? [255, 0, 0] : [0, 0, 255], (y * 24 + x) * 3);
  return data;
}
const raw = { raw: { width: 24, height: 16, channels: 3 } } as const;

const isRed = ([r = 0, , b = 0]: number[]): boolean => r > 180 && b < 80;

describe('EXIF orientation', () => {
  /** Where the stored top left corner stands once the picture is upright (Exif 2.3, 4.6.4 A). */
  it.each([
    [1, 'top left', 24, 16],
    [2, 'top right', 24, 16],
    [3, 'bottom right', 24, 16],
    [4, 'bottom left', 24, 16],
    [5, 'top left', 16, 24],
    [6, 'top right', 16, 24],
    [7, 'bottom right', 16, 24],
    [8, 'bottom left', 16, 24],
  ])('%i puts the stored top left corner %s', async (orientation, corner, width, height) => {
    const bytes = await sharp(await marked(), raw)
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    const opened = await image(bytes);
    expect([opened.width, opened.height]).toEqual([width, height]);
    expect(opened.encoding).toBe(orientation === 1 ? 'jpeg' : 'raw');
    const found = ['top left', 'top right', 'bottom left', 'bottom right'];
    const reds: string[] = [];
    for (const one of found) {
      const x = one.endsWith('left') ? 2 : width - 3;
      const y = one.startsWith('top') ? 2 : height - 3;
      if (isRed(await pixel(opened, x, y))) reds.push(one);
    }
    expect(reds).toEqual([corner]);
  });
});

describe('formats', () => {
  const flat = (background: string, width = 8, height = 8) => sharp({ create: { width, height, channels: 3, background } });

  it.each([
    ['palette PNG', () => flat('#c86432').png({ palette: true }).toBuffer()],
    ['interlaced PNG', () => flat('#c86432').png({ progressive: true }).toBuffer()],
    ['16-bit PNG', () => flat('#c86432').toColourspace('rgb16').png().toBuffer()],
    ['WebP without losses', () => flat('#c86432').webp({ lossless: true }).toBuffer()],
    ['TIFF', () => flat('#c86432').tiff({ compression: 'lzw' }).toBuffer()],
    ['GIF', () => flat('#c86432').gif().toBuffer()],
  ])('%s keeps its colour', async (_, make) => {
    const opened = await image(await make());
    expect(opened).toMatchObject({ encoding: 'raw', channels: 3, width: 8, height: 8 });
    expect(await pixel(opened, 4, 4)).toEqual([200, 100, 50]);
  });

  it('AVIF is a photograph', async () => {
    const opened = await image(await flat('#c86432').avif({ quality: 90 }).toBuffer());
    expect(opened.lossy).toBe(true);
    for (const [i, value] of (await pixel(opened, 4, 4)).entries()) expect(Math.abs(value - [200, 100, 50][i]!)).toBeLessThan(8);
  });

  it('keeps partial alpha of a PNG, and drops one that hides nothing', async () => {
    const half = sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } } });
    const opened = await image(await half.png().toBuffer());
    expect(await pixel(opened, 1, 1)).toEqual([200, 100, 50]);
    expect(opened.alpha?.[0]).toBe(128);
    const full = sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 1 } } });
    expect((await image(await full.png().toBuffer())).alpha).toBeUndefined();
  });

  it('has one channel for grey, also of 16 bits', async () => {
    const opened = await image(await flat('#808080').toColourspace('grey16').png().toBuffer());
    expect(opened.channels).toBe(1);
    expect(Math.abs((opened.data[0] ?? 0) - 128)).toBeLessThan(3);
  });

  it('takes the first of several frames', async () => {
    const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 10), Buffer.alloc(8 * 8 * 3, 240)]);
    const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif()
      .toBuffer();
    const opened = await image(gif);
    expect([opened.width, opened.height]).toEqual([8, 8]);
    expect(opened.data[0]).toBeLessThan(30);
  });
});

describe('colour profiles', () => {
  it('converts a wide one to sRGB', async () => {
    const green = sharp({ create: { width: 8, height: 8, channels: 3, background: '#40a040' } });
    const bytes = await green.withIccProfile('p3').png().toBuffer();
    const stored = [
      ...(
        await sharp(bytes, { ignoreIcc: true } as object)
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ];
    expect(stored).not.toEqual([64, 160, 64]);
    for (const [i, value] of (await pixel(await image(bytes), 4, 4)).entries())
      expect(Math.abs(value - [64, 160, 64][i]!)).toBeLessThan(4);
  });

  it('decodes a JPEG with one, and passes one through that says sRGB', async () => {
    const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: '#40a040' } });
    expect((await image(await plain.clone().withIccProfile('p3').jpeg().toBuffer())).encoding).toBe('raw');
    expect((await image(await plain.clone().withIccProfile('srgb').jpeg().toBuffer())).encoding).toBe('jpeg');
  });

  it.each(['jpeg', 'tiff'] as const)('turns CMYK in a %s into sRGB', async (format) => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#d02020' } })
      .withIccProfile('cmyk')
      [format]()
      .toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const opened = await image(bytes);
    expect(opened).toMatchObject({ encoding: 'raw', channels: 3 });
    for (const [i, value] of (await pixel(opened, 4, 4)).entries()) expect(Math.abs(value - [208, 32, 32][i]!)).toBeLessThan(24);
  });
});

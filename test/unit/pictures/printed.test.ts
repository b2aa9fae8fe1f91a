import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import type { Document, ImageItem, Item, RasterImage } from '../../../src/core/display.ts';
import { mm, type Size } from '../../../src/core/geometry.ts';
import { openRaster } from '../../../src/layout/pictures/raster.ts';
import { reducePictures } from '../../../src/layout/pictures/reduce.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { documentOf, node, page } from '../paint/fixture.ts';

const A5: Size = { width: mm(148), height: mm(210) };

/** Noise, so that no encoder has it easy. */
async function opened(width: number, height: number, format: 'jpeg' | 'png', alpha = false): Promise<RasterImage> {
  const channels = alpha ? 4 : 3;
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < data.length; i++) data[i] = alpha && i % 4 === 3 ? (i >> 6) & 255 : ((i * 7919) >> 5) & 255;
  const bytes = await sharp(data, { raw: { width, height, channels } })[format]().toBuffer();
  const found = await openRaster(bytes, `${width}x${height}${format}`);
  if (found.kind !== 'image') throw new Error(found.kind);
  return found.image;
}

const image = (of: RasterImage, width: number, height = width, x = 0, y = 0): ImageItem => ({
  kind: 'image',
  content: null,
  image: of,
  box: { x, y, width, height },
});

const one = (items: readonly Item[], size: Size = A5): Document => documentOf([page(items, size)], [node('P', [])]);

async function printed(document: Document, world = memoryWorld({})) {
  const diagnostics: Diagnostic[] = [];
  const out = await reducePictures(document, world, (d) => diagnostics.push(d));
  const images: ImageItem[] = [];
  const visit = (items: readonly Item[]): void => {
    for (const item of items)
      if (item.kind === 'image') images.push(item);
      else if (item.kind === 'group') visit(item.items);
  };
  for (const { items } of out.pages) visit(items);
  return { out, images, codes: diagnostics.map((d) => d.code), diagnostics };
}

describe('pictures in the size that they are printed in', () => {
  it('leaves a JPEG alone that has about the pixels it needs', async () => {
    const document = one([image(await opened(650, 650, 'jpeg'), 144)]);
    const { out, codes } = await printed(document);
    expect(out).toBe(document);
    expect(codes).toEqual([]);
  });

  it('makes a larger one smaller, to at least 300 dots an inch up to A4', async () => {
    const { images } = await printed(one([image(await opened(1600, 800, 'jpeg'), 144, 72)]));
    const [first] = images;
    expect(first?.image).toMatchObject({ encoding: 'jpeg', channels: 3 });
    expect(first?.image.width).toBeGreaterThanOrEqual(600);
    expect(first?.image.width).toBeLessThan(600 * 1.2);
    expect(Math.abs((first?.image.height ?? 0) - (first?.image.width ?? 0) / 2)).toBeLessThanOrEqual(1);
    const meta = await sharp(first?.image.data).metadata();
    expect([meta.format, meta.width]).toEqual(['jpeg', first?.image.width]);
  });

  it('and to 150 on a poster', async () => {
    const poster = { width: mm(297), height: mm(420) };
    const { images } = await printed(one([image(await opened(1600, 800, 'jpeg'), 144, 72)], poster));
    expect(images[0]?.image.width).toBeGreaterThanOrEqual(300);
    expect(images[0]?.image.width).toBeLessThan(300 * 1.2);
  });

  it('counts what transforms enlarge', async () => {
    const picture = await opened(1600, 800, 'jpeg');
    const doubled: Item = { kind: 'group', transform: [2, 0, 0, 2, 0, 0], items: [image(picture, 72, 36)] };
    const { images } = await printed(one([doubled]));
    expect(images[0]?.image.width).toBeGreaterThanOrEqual(600);
  });

  it('reaches pictures inside drawings, and tells the drawings apart', async () => {
    const items = [image(await opened(1600, 800, 'jpeg'), 1600, 800)];
    const drawing = (scale: number): Item => ({
      kind: 'group',
      key: 'logo',
      content: null,
      transform: [scale, 0, 0, scale, 0, 0],
      items,
    });
    const { images, out } = await printed(one([drawing(0.09), drawing(0.02)]));
    expect(images[0]?.image.width).toBeGreaterThan(images[1]?.image.width ?? 0);
    const keys = out.pages[0]?.items.map((item) => (item.kind === 'group' ? item.key : ''));
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps a PNG without losses, its alpha too', async () => {
    const { images } = await printed(one([image(await opened(800, 400, 'png', true), 72, 36)]));
    const [first] = images;
    expect(first?.image.encoding).toBe('raw');
    expect(first?.image.alpha?.length).toBe((first?.image.width ?? 0) * (first?.image.height ?? 0));
    expect(first?.image.data.length).toBe((first?.image.alpha?.length ?? 0) * 3);
  });

  it('keeps what is transparent in a picture without colours: a black logo', async () => {
    const side = 800;
    const data = new Uint8Array(side * side * 4);
    for (let i = 0; i < side * side; i++) data[i * 4 + 3] = i % side < side / 2 ? 255 : 0;
    const bytes = await sharp(data, { raw: { width: side, height: side, channels: 4 } })
      .png()
      .toBuffer();
    const found = await openRaster(bytes, 'black');
    if (found.kind !== 'image') throw new Error(found.kind);
    const { images } = await printed(one([image(found.image, 48)]));
    const { width = 0, channels, data: grey, alpha } = images[0]?.image ?? {};
    expect(width).toBeLessThan(side);
    expect(channels).toBe(1);
    expect([grey?.[5], alpha?.[5], alpha?.[width - 5]]).toEqual([0, 255, 0]);
    expect(alpha).toHaveLength(grey?.length ?? -1);
  });

  it('cuts off what no box shows, and puts the rest where it was', async () => {
    const clip = { segments: [['M', 0, 0], ['L', 72, 0], ['L', 72, 144], ['L', 0, 144], ['Z']] } as const;
    const cropped: Item = { kind: 'group', clip, items: [image(await opened(600, 600, 'jpeg'), 144, 144)] };
    const { images } = await printed(one([cropped]));
    expect(images[0]?.box).toEqual({ x: 0, y: 0, width: 72, height: 144 });
    expect(images[0]?.image).toMatchObject({ width: 300, height: 600 });
  });

  it('makes each size once, whichever library asks', async () => {
    const world = memoryWorld({});
    const picture = await opened(1600, 800, 'jpeg');
    const first = await printed(one([image(picture, 144, 72)]), world);
    const second = await printed(one([image(picture, 141, 70.5, 20)]), world);
    expect(second.images[0]?.image).toBe(first.images[0]?.image);
  });

  it('gives the same bytes each time', async () => {
    const picture = await opened(1600, 800, 'jpeg');
    const [a, b] = [await printed(one([image(picture, 144, 72)])), await printed(one([image(picture, 144, 72)]))];
    expect(Buffer.compare(a.images[0]?.image.data ?? Buffer.of(1), b.images[0]?.image.data ?? Buffer.of(2))).toBe(0);
  });

  it('encodes a photograph that had to be turned as a photograph again', async () => {
    const bytes = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#c84' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const found = await openRaster(bytes, 'turned');
    if (found.kind !== 'image') throw new Error(found.kind);
    const { images } = await printed(one([image(found.image, 10, 20)]));
    expect(images[0]?.image).toMatchObject({ encoding: 'jpeg', width: 40, height: 80 });
  });

  it.each([
    ['up to A4', A5, 290, 1],
    ['up to A4', A5, 310, 0],
    ['on a poster', { width: mm(297), height: mm(420) }, 190, 1],
    ['on a poster', { width: mm(297), height: mm(420) }, 210, 0],
  ])('says so where a picture of two inches has too few pixels %s', async (_, size, pixels, count) => {
    const { codes, out, diagnostics } = await printed(one([image(await opened(pixels, pixels, 'jpeg'), 144)], size));
    expect(codes).toEqual(Array(count).fill('image-resolution-low'));
    if (count) expect(diagnostics[0]?.hints?.[0]).toContain(size === A5 ? '300 × 300' : '200 × 200');
    expect(out.pages[0]?.items).toHaveLength(1);
  });

  it('lets a small icon be', async () => {
    expect((await printed(one([image(await opened(16, 16, 'png'), 24)]))).codes).toEqual([]);
  });
});

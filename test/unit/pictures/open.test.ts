import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Source, Span } from '../../../src/core/source.ts';
import type { World } from '../../../src/core/world.ts';
import { openPictures, type PictureSource, pictureRequests } from '../../../src/layout/pictures/index.ts';
import type { ElementNode, Picture } from '../../../src/layout/types.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { style } from '../display/style.ts';
import { BLUE, RED } from './svg-support.ts';

const ROOTS = { template: '/work/set', campaign: '/work/campaign' };

const source: Source = { path: 'set/poster.hbs', text: '<img src="the-url">' };
const span: Span = { source, start: 10, end: 17 };

async function open(files: Record<string, string | Uint8Array>, ...urls: string[]): Promise<PictureSource> {
  return openPictures(
    urls.map((url) => ({ url, source: span })),
    ROOTS,
    memoryWorld(files),
  );
}

async function only(
  bytes: string | Uint8Array,
  name = 'a.bin',
): Promise<{ picture: Picture; codes: readonly string[]; source: PictureSource }> {
  const pictures = await open({ [`/work/set/${name}`]: bytes }, name);
  const picture = pictures.get(name);
  return { picture, codes: pictures.diagnostics.map((d) => d.code), source: pictures };
}

function imageOf(picture: Picture) {
  if (picture.body.kind !== 'raster') throw new Error(`no image: ${picture.body.kind}`);
  return picture.body.image;
}

const plain = (
  width: number,
  height: number,
  background: string | { r: number; g: number; b: number; alpha: number },
  channels: 3 | 4 = 3,
) => sharp({ create: { width, height, channels, background } });

it('names each of two faulty files of the same content', async () => {
  const broken = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="10';
  const pictures = await open({ '/work/set/a.svg': broken, '/work/set/b.svg': broken }, 'a.svg', 'b.svg');
  expect(pictures.diagnostics.map(({ code, span }) => [code, span?.source.path])).toEqual([
    ['picture-broken', 'a.svg'],
    ['picture-broken', 'b.svg'],
  ]);
});

describe('an SVG in UTF-16', () => {
  const svg =
    '\ufeff<?xml version="1.0" encoding="UTF-16"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><!-- Ærø --></svg>';

  it.each([
    ['little-endian', Buffer.from(svg, 'utf16le')],
    ['big-endian', Buffer.from(svg, 'utf16le').swap16()],
  ])('%s, is read by its byte order mark', async (_, bytes) => {
    const { picture, codes } = await only(bytes, 'a.svg');
    expect(codes).toEqual([]);
    expect(picture).toMatchObject({ ratio: 2, body: { kind: 'vector' } });
  });
});

describe('raster pictures', () => {
  it('passes a JPEG through untouched', async () => {
    const bytes = await plain(8, 4, '#ff0000').jpeg().toBuffer();
    const { picture, codes } = await only(bytes);
    const image = imageOf(picture);
    expect(codes).toEqual([]);
    expect(image).toMatchObject({ encoding: 'jpeg', width: 8, height: 4, channels: 3 });
    expect(Buffer.compare(image.data, bytes)).toBe(0);
    expect([picture.width, picture.height, picture.ratio]).toEqual([6, 3, 2]);
  });

  it('passes progressive and grey ones through too', async () => {
    expect(imageOf((await only(await plain(8, 4, '#ff0000').jpeg({ progressive: true }).toBuffer())).picture).encoding).toBe(
      'jpeg',
    );
    const grey = imageOf((await only(await plain(8, 4, '#808080').toColourspace('b-w').jpeg().toBuffer())).picture);
    expect(grey).toMatchObject({ encoding: 'jpeg', channels: 1 });
  });

  it('turns a JPEG by its EXIF orientation', async () => {
    const bytes = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#ff0000' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { picture } = await only(bytes);
    expect(imageOf(picture)).toMatchObject({ encoding: 'raw', width: 4, height: 8, channels: 3 });
  });

  it('decodes a CMYK JPEG to sRGB', async () => {
    const bytes = await plain(8, 8, '#ff0000').toColourspace('cmyk').jpeg().toBuffer();
    const image = imageOf((await only(bytes)).picture);
    expect(image).toMatchObject({ encoding: 'raw', channels: 3 });
    expect(image.data[0]).toBeGreaterThan(180);
    expect(image.data[1]).toBeLessThan(90);
  });

  it.each(['png', 'webp', 'avif', 'tiff', 'gif'] as const)('decodes %s with its alpha apart', async (format) => {
    const half = format === 'gif' ? { r: 0, g: 0, b: 0, alpha: 0 } : { r: 255, g: 0, b: 0, alpha: 0.5 };
    const image = imageOf(
      (
        await only(
          await plain(6, 4, half, 4)
            .toFormat(format, { lossless: true, compression: format === 'tiff' ? 'lzw' : 'av1' })
            .toBuffer(),
        )
      ).picture,
    );
    expect(image).toMatchObject({ encoding: 'raw', width: 6, height: 4 });
    expect(image.data).toHaveLength(24 * image.channels);
    expect(image.alpha).toHaveLength(24);
    expect(Math.abs((image.alpha?.[0] ?? 0) - half.alpha * 255)).toBeLessThan(2);
  });

  it('drops an alpha channel that is full, and two channels that say the same', async () => {
    const image = imageOf((await only(await plain(4, 4, { r: 9, g: 9, b: 9, alpha: 1 }, 4).png().toBuffer())).picture);
    expect(image.alpha).toBeUndefined();
    expect(image.channels).toBe(1);
    expect([...image.data.subarray(0, 3)]).toEqual([9, 9, 9]);
  });

  it('turns a picture of another profile into sRGB', async () => {
    const bytes = await plain(4, 4, '#00ff00').withIccProfile('p3').png().toBuffer();
    const image = imageOf((await only(bytes)).picture);
    const [r, g, b] = image.data;
    expect([r, g, b].map((v) => Math.round((v ?? 0) / 8))).toEqual([0, 32, 0].map((v) => expect.closeTo(v, -0.5)));
    expect((await only(await plain(4, 4, '#00ff00').withIccProfile('p3').jpeg().toBuffer())).picture.body).toMatchObject({
      image: { encoding: 'raw' },
    });
    expect((await only(await plain(4, 4, '#00ff00').withIccProfile('srgb').jpeg().toBuffer())).picture.body).toMatchObject({
      image: { encoding: 'jpeg' },
    });
  });

  it('says that a file is broken, not a picture or too large', async () => {
    const jpeg = await sharp({
      create: { width: 400, height: 400, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 30 }, background: '#000' },
    })
      .jpeg()
      .toBuffer();
    const png = await plain(300, 300, '#123456').png({ compressionLevel: 0 }).toBuffer();
    expect((await only(jpeg.subarray(0, jpeg.length / 2))).codes).toEqual(['picture-broken']);
    expect((await only(png.subarray(0, png.length / 2))).codes).toEqual(['picture-broken']);
    expect((await only(png.subarray(0, 20))).codes).toEqual(['picture-broken']);
    expect((await only('Just words.')).codes).toEqual(['picture-kind']);
    expect((await only(new Uint8Array(0))).codes).toEqual(['picture-kind']);
    expect((await only('%!PS-Adobe\n')).codes).toEqual(['picture-kind']);
    expect((await only('<html><body/></html>')).codes).toEqual(['picture-kind']);
    expect((await only('<?xml version="1.0"?><plist/>')).codes).toEqual(['picture-kind']);
    // A small file that opens into 100 million pixels.
    const bomb = await plain(10_000, 10_000, '#fff').png().toBuffer();
    const { codes, picture, source: pictures } = await only(bomb);
    expect(codes).toEqual(['picture-too-large']);
    expect(picture.body.kind).toBe('missing');
    expect(pictures.diagnostics[0]?.span).toBe(span);
  });
});

describe('urls', () => {
  const svg = '<svg viewBox="0 0 2 1"><rect width="2" height="1"/></svg>';

  it('reads the template set’s files and the campaign’s', async () => {
    const pictures = await open(
      { '/work/set/images/a.svg': svg, '/work/campaign/b é.svg': svg },
      './images/../images/a.svg',
      'campaign:b%20%C3%A9.svg',
    );
    expect(pictures.diagnostics).toEqual([]);
    expect(pictures.get('campaign:b%20%C3%A9.svg')).toMatchObject({ ratio: 2, body: { kind: 'vector' } });
  });

  it.each([
    ['nothing.svg', 'file-missing'],
    ['../campaign/b.svg', 'file-outside'],
    ['images/../../b.svg', 'file-outside'],
    ['%2e%2e/b.svg', 'file-outside'],
    ['/etc/passwd', 'file-outside'],
    ['campaign:../set/a.svg', 'file-outside'],
    ['campaign:/etc/passwd', 'file-outside'],
    ['..\\b.svg', 'file-outside'],
    ['C:/b.svg', 'picture-url'],
    ['campaign:C:/b.svg', 'file-outside'],
    ['http://example.org/a.png', 'picture-url'],
    ['file:///etc/passwd', 'picture-url'],
    ['//example.org/a.png', 'file-outside'],
    ['a.svg#part', 'picture-url'],
    ['', 'picture-url'],
    ['images', 'picture-kind'],
    ['data:image/png;base64,AAAA', 'picture-kind'],
  ])('%s gives %s at the url', async (url, code) => {
    const pictures = await open({ '/work/set/a.svg': svg, '/work/campaign/b.svg': svg, '/work/set/images/c.svg': svg }, url);
    expect(pictures.diagnostics.map((d) => [d.code, d.span])).toEqual([[code, span]]);
    expect(pictures.get(url).body.kind).toBe('missing');
    expect(pictures.diagnostics).toHaveLength(1);
  });

  it('refuses a large picture in a url', async () => {
    const pictures = await open({}, `data:image/png;base64,${'A'.repeat(70_000)}`);
    expect(pictures.diagnostics.map((d) => d.code)).toEqual(['picture-url']);
  });

  it('takes a small picture in the url itself', async () => {
    const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    expect((await open({}, url)).get(url).body.kind).toBe('vector');
  });

  it('reads each file once a process, and knows equal ones by their bytes', async () => {
    const bytes = await plain(2, 2, '#ff0000').png().toBuffer();
    const disk = memoryWorld({ '/work/set/a.png': bytes, '/work/set/b.png': bytes });
    let reads = 0;
    const world: World = {
      ...disk,
      read(path) {
        reads++;
        return disk.read(path);
      },
    };
    const first = await openPictures([{ url: 'a.png' }, { url: 'b.png' }], ROOTS, world);
    const second = await openPictures([{ url: 'a.png' }], ROOTS, world);
    expect(reads).toBe(2);
    expect(second.get('a.png')).toBe(first.get('b.png'));
  });

  it('reports a fault of a drawing at its place in the drawing, once', async () => {
    const pictures = await open({ '/work/set/a.svg': '<svg viewBox="0 0 1 1"><foreignObject>x</foreignObject></svg>' }, 'a.svg');
    pictures.get('a.svg');
    pictures.get('a.svg');
    expect(pictures.diagnostics.map((d) => [d.code, d.span?.source.path, d.span?.start])).toEqual([
      ['svg-unsupported', 'a.svg', 23],
    ]);
  });

  it('says so where a picture was not opened', async () => {
    const pictures = await open({});
    expect(pictures.get('x.png', span).body.kind).toBe('missing');
    expect(pictures.diagnostics.map((d) => d.code)).toEqual(['picture-url']);
  });
});

const element = (tag: string, attributes: Record<string, string>, children: ElementNode[] = []): ElementNode => ({
  kind: 'element',
  tag,
  attributes: new Map(Object.entries(attributes).map(([name, value]) => [name, { value, source: span }])),
  children,
  parent: null,
  source: span,
});

describe('drawings in HTML', () => {
  const mark = () =>
    element('svg', { viewbox: '0 0 10 5', style: 'width: 3em; border: 1px solid' }, [
      element('rect', { width: '5', height: '5', fill: 'currentColor' }),
      element('rect', { x: '5', width: '5', height: '5', fill: 'var(--cloth, red)' }),
    ]);

  it('takes colour and custom properties from the element', async () => {
    const pictures = await open({});
    const picture = pictures.drawing(mark(), style({ color: BLUE, custom: new Map([['--cloth', '#0000ff']]) }));
    expect(pictures.diagnostics).toEqual([]);
    expect(picture).toMatchObject({ width: null, height: null, ratio: 2 });
    expect(picture.body.kind === 'vector' && picture.body.drawing.shapes).toMatchObject([
      { fill: { color: BLUE } },
      { fill: { color: BLUE } },
    ]);
  });

  it('is one picture where nothing that it reads differs, another where something does', async () => {
    const world = memoryWorld({});
    const [a, b] = [await openPictures([], ROOTS, world), await openPictures([], ROOTS, world)];
    const one = a.drawing(mark(), style({ color: BLUE, fontSize: 8, custom: new Map([['--other', '1']]) }));
    expect(b.drawing(mark(), style({ color: { ...BLUE }, fontSize: 99 }))).toBe(one);
    expect(b.drawing(mark(), style({ color: RED })).key).not.toBe(one.key);
    expect(b.drawing(mark(), style({ color: BLUE, custom: new Map([['--cloth', 'green']]) })).key).not.toBe(one.key);
  });

  it('reports faults at the attribute, for each document anew', async () => {
    const world = memoryWorld({});
    for (let i = 0; i < 2; i++) {
      const pictures = await openPictures([], ROOTS, world);
      pictures.drawing(element('svg', { viewbox: '0 0 1 1' }, [element('rect', { width: 'wide', height: '1' })]), style({}));
      expect(pictures.diagnostics.map((d) => [d.code, d.span])).toEqual([['svg-invalid', span]]);
    }
  });

  it('lists the pictures that the HTML asks for', () => {
    const root = element('html', { style: 'background: url("c d.png"), url( e.png ) 0 0; mask: url(#m)' }, [
      element('img', { src: 'a.png' }),
      element('p', {}, [element('img', { src: 'b.png' }), element('img', {})]),
      element('svg', {}, [element('g', { style: 'fill: url(x.svg)' })]),
    ]);
    expect(pictureRequests(root)).toEqual(['c d.png', 'e.png', 'a.png', 'b.png'].map((url) => ({ url, source: span })));
  });
});

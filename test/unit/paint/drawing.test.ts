import { beforeAll, describe, expect, it } from 'vitest';
import type { Fill } from '../../../src/core/color.ts';
import type { Item } from '../../../src/core/display.ts';
import type { FontBook } from '../../../src/core/text/types.ts';
import type { PdfKit } from '../../../src/paint/pdf/index.ts';
import { rasterPages } from '../../../src/paint/raster/index.ts';
import { readRaw, Stream } from '../../support/pdf/raw.ts';
import { documentOf, group, META, node, page, paint, rectangle, slot, testFonts, testKit, text } from './fixture.ts';
import { near, pixelsOf } from './pixels.ts';
import { ramp, specimen } from './specimen.ts';

let fonts: FontBook;
let kit: PdfKit;
beforeAll(async () => {
  [fonts, kit] = await Promise.all([testFonts(), testKit()]);
});

const srgb = (r: number, g: number, b: number, a = 1) => ({ space: 'srgb', r, g, b, a }) as const;
const flat = (r: number, g: number, b: number, a = 1): Fill => ({ kind: 'color', color: srgb(r, g, b, a) });
const box = (x: number, y: number, width: number, height: number, fill: Fill): Item => ({
  kind: 'path',
  content: null,
  path: rectangle(x, y, width, height),
  fill,
});

/** A page of 100 × 100 pt, one pixel a point. */
const drawn = (...items: Item[]) => pixelsOf(paint(documentOf([page(items, { width: 100, height: 100 })], []), kit), 100);

describe('drawing', () => {
  it('puts boxes, colours and alphas where they belong', async () => {
    const at = await drawn(
      box(10, 10, 20, 20, flat(1, 0, 0)),
      box(60, 60, 30, 30, flat(0, 0, 1, 0.5)),
      box(10, 60, 20, 20, { kind: 'color', color: { space: 'cmyk', c: 1, m: 0, y: 0, k: 0, a: 1 } }),
    );
    expect(at(20, 20)).toEqual([255, 0, 0]);
    expect(at(5, 5)).toEqual([255, 255, 255]);
    expect(near(at(75, 75), [127, 127, 255])).toBe(true);
    expect(at(20, 70)).toEqual([0, 255, 255]);
  });

  it('fades a group as one: what lies under another in it does not shine through', async () => {
    const at = await drawn(group([box(10, 10, 40, 40, flat(1, 0, 0)), box(30, 30, 40, 40, flat(0, 0, 1))], { opacity: 0.5 }));
    expect(near(at(20, 20), [255, 127, 127])).toBe(true);
    expect(near(at(40, 40), [127, 127, 255])).toBe(true);
  });

  it('transforms, then clips inside', async () => {
    const clip = rectangle(0, 0, 10, 10);
    const at = await drawn(group([box(0, 0, 50, 50, flat(0, 0, 0))], { transform: [2, 0, 0, 2, 20, 30], clip }));
    expect(at(22, 32)).toEqual([0, 0, 0]);
    expect(at(38, 48)).toEqual([0, 0, 0]);
    expect(at(42, 40)).toEqual([255, 255, 255]);
    expect(at(18, 40)).toEqual([255, 255, 255]);
  });

  it('runs gradients from stop to stop, hard edges and alphas too', async () => {
    const linear: Fill = {
      kind: 'linear',
      x1: 0,
      y1: 0,
      x2: 100,
      y2: 0,
      stops: [
        { offset: 0, color: srgb(0, 0, 0) },
        { offset: 0.5, color: srgb(0, 0, 1) },
        { offset: 0.5, color: srgb(1, 0, 0) },
        { offset: 1, color: srgb(1, 0, 0) },
      ],
    };
    const fading: Fill = {
      kind: 'linear',
      x1: 0,
      y1: 50,
      x2: 0,
      y2: 100,
      stops: [
        { offset: 0, color: srgb(1, 0, 0) },
        { offset: 1, color: srgb(1, 0, 0, 0) },
      ],
    };
    const at = await drawn(box(0, 0, 100, 40, linear), box(0, 50, 100, 50, fading));
    const [r = 0, , b = 0] = at(25, 20);
    expect(r).toBe(0);
    expect(Math.abs(b - 128)).toBeLessThan(6);
    expect(at(55, 20)).toEqual([255, 0, 0]);
    expect(at(50, 51)[1]).toBeLessThan(12);
    expect(Math.abs((at(50, 75)[1] ?? 0) - 128)).toBeLessThan(8);
    expect(at(50, 98)[1]).toBeGreaterThan(240);
  });

  it('fills with the last colour where a gradient has no length', async () => {
    const none: Fill = {
      kind: 'linear',
      x1: 5,
      y1: 5,
      x2: 5,
      y2: 5,
      stops: [
        { offset: 0, color: srgb(1, 0, 0) },
        { offset: 1, color: srgb(0, 1, 0) },
      ],
    };
    expect((await drawn(box(0, 0, 50, 50, none)))(20, 20)).toEqual([0, 255, 0]);
  });

  it('draws pixels the right way up, with their alpha', async () => {
    const at = await drawn({ kind: 'image', content: null, image: ramp(), box: { x: 0, y: 0, width: 96, height: 96 } });
    expect(at(1, 1)).toEqual([255, 255, 255]);
    const [r = 0, g = 255] = at(94, 94);
    expect(r).toBeGreaterThan(235);
    expect(g).toBeLessThan(20);
  });

  it('draws equal drawings and pictures once, however often they are used', () => {
    const logo = (x: number): Item => group([box(0, 0, 5, 5, flat(1, 0, 0))], { key: 'logo', transform: [1, 0, 0, 1, x, 0] });
    const image: Item = { kind: 'image', content: null, image: ramp(), box: { x: 0, y: 0, width: 9, height: 9 } };
    const pdf = paint(documentOf([page([logo(1), logo(20), image]), page([logo(40), image])], []), kit);
    const subtypes = [...readRaw(pdf).objects.values()].flatMap((v) =>
      v instanceof Stream && v.dict.has('Subtype') ? [JSON.stringify(v.dict.get('Subtype'))] : [],
    );
    expect(subtypes.filter((s) => s.includes('Form'))).toHaveLength(1);
    // The picture and its alpha.
    expect(subtypes.filter((s) => s.includes('Image'))).toHaveLength(2);
  });

  it('is not upset by what was set before a shared drawing', async () => {
    const s = slot();
    const serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
    const label = (x: number): Item =>
      group([...text(null, serif, 'LLLL', { size: 20, y: 20 })], { key: 'label', transform: [1, 0, 0, 1, x, 40] });
    const spaced = text(s, serif, 'ord', { letterSpacing: 9, y: 10, color: srgb(1, 0, 0, 0.2) });
    const make = (items: Item[]) =>
      pixelsOf(paint(documentOf([page(items, { width: 100, height: 100 })], [node('P', [s])]), kit), 100);
    const [after, alone] = await Promise.all([make([...spaced, label(2)]), make([label(2), ...spaced])]);
    for (let x = 0; x < 100; x += 3) for (let y = 40; y < 64; y += 3) expect(after(x, y)).toEqual(alone(x, y));
  });
});

describe('a file', () => {
  it('has the same bytes whenever it is painted, whatever was painted before', async () => {
    const document = await specimen(fonts);
    const serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
    const s = slot();
    paint(documentOf([page(text(s, serif, 'noget helt andet, ŁŻ', { y: 20 }))], [node('P', [s])]), kit);
    const first = paint(document, kit);
    expect(paint(document, kit)).toEqual(first);
    expect(paint(document, await testKit())).toEqual(first);
  });

  it('is told apart by its ID, and says when its content was made', () => {
    const make = (title: string, created = META.created) =>
      readRaw(paint(documentOf([page([])], [], { title }), kit, { created }));
    const id = (raw: ReturnType<typeof readRaw>) => JSON.stringify(raw.trailer.get('ID'));
    expect(id(make('a'))).not.toBe(id(make('b')));
    expect(id(make('a'))).toBe(id(make('a')));
    const raw = make('a', new Date('2012-11-22T06:00:00.500Z'));
    expect(raw.at(raw.trailer, 'Info', 'CreationDate')).toBe('D:20121122060000Z');
  });

  it('shares font subsets with the others of its campaign', () => {
    const serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
    // The features' glyphs are in a second subset: of all letters and digits, so that it is everybody's too.
    const features = ['lnum', 'smcp'];
    const programs = ['Gentofte 1', 'Aalborg Øst 27'].map((name) => {
      const s = slot();
      const raw = readRaw(paint(documentOf([page(text(s, serif, name, { y: 20, features }))], [node('P', [s])]), kit));
      return [...raw.objects.values()].flatMap((v) =>
        v instanceof Stream && v.dict.has('Length1') ? [Buffer.from(v.raw).toString('base64')] : [],
      );
    });
    expect(programs[0]).toHaveLength(2);
    expect(programs[0]).toEqual(programs[1]);
  });

  it('carries titles that XML and PDF would stumble over', () => {
    const title = 'Mad & <venner> (1) \\ „ø“';
    const raw = readRaw(paint(documentOf([page([])], [], { title }), kit, { ...META, author: 'A & B' }));
    expect(raw.at(raw.trailer, 'Info', 'Title')).toBe(title);
    const xmp = Buffer.from(raw.bytes(raw.root.get('Metadata'))).toString('utf8');
    expect(xmp).toContain('Mad &amp; &lt;venner&gt; (1) \\ „ø“');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>');
    expect(raw.at(raw.root, 'ViewerPreferences', 'DisplayDocTitle')).toBe(true);
    expect(raw.at(raw.root, 'Lang')).toBe('da');
    expect(raw.at(raw.root, 'MarkInfo', 'Marked')).toBe(true);
  });
});

describe('rasterPages', () => {
  it('gives every page as a small picture, the same each time', async () => {
    const pdf = paint(await specimen(fonts), kit);
    const [first, second] = await rasterPages(pdf, { width: 120 });
    expect(first).toMatchObject({ width: 120, height: 164 });
    expect(second).toMatchObject({ width: 120, height: 170 });
    expect((await rasterPages(pdf, { width: 120 }))[0]?.bytes).toEqual(first?.bytes);
    expect(first?.bytes.length).toBeLessThan(8000);
  });
});

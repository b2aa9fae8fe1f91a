import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfKit } from '../../../src/paint/pdf/index.ts';
import { paintPdf } from '../../../src/paint/pdf/index.ts';
import { readBoxes, readRaw } from '../../support/pdf/index.ts';
import { documentOf, META, node, page, paint, rectangle, slot, testFonts, testKit, text } from './fixture.ts';
import { pixelsOf } from './pixels.ts';

let kit: PdfKit;
beforeAll(async () => {
  kit = await testKit();
});
const black = { kind: 'color', color: { space: 'srgb', r: 0, g: 0, b: 0, a: 1 } } as const;

describe('page boxes', () => {
  it('are nested, in PDF coordinates, without UserUnit', () => {
    const pdf = paint(
      documentOf([page([], { width: 200, height: 100, bleed: 10 }), page([], { width: 100, height: 300 })], []),
      kit,
    );
    expect(readBoxes(pdf)).toEqual([
      { media: [0, 0, 220, 120], crop: [10, 10, 210, 110], bleed: [0, 0, 220, 120], trim: [10, 10, 210, 110], userUnit: null },
      { media: [0, 0, 100, 300], crop: null, bleed: [0, 0, 100, 300], trim: [0, 0, 100, 300], userUnit: null },
    ]);
  });

  it('cut the artwork at the bleed', async () => {
    const marks = { crop: true, cross: false };
    const items = [{ kind: 'path', content: null, path: rectangle(-50, -50, 300, 300), fill: black } as const];
    const at = await pixelsOf(paint(documentOf([page(items, { width: 100, height: 100, bleed: 10, marks })], []), kit), 162);
    expect(at(81, 81)).toEqual([0, 0, 0]);
    expect(at(23, 81)).toEqual([0, 0, 0]);
    expect(at(19, 81)).toEqual([255, 255, 255]);
  });
});

describe('a sheet of several pages', () => {
  it('shows each in its place, and neither is tagged nor claims to be', async () => {
    const s = slot();
    const fonts = await testFonts();
    const serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
    const one = page(
      [{ kind: 'path', content: null, path: rectangle(0, 0, 100, 100), fill: black }, ...text(s, serif, 'ord', { y: 50 })],
      { width: 50, height: 50 },
    );
    const document = documentOf([one], [node('P', [s])]);
    const clip = one.boxes.trim;
    const sheet = {
      media: { width: 100, height: 50 },
      placements: [
        { page: one, transform: [1, 0, 0, 1, 50, 0], clip },
        { page: page([], { width: 50, height: 50 }), transform: [1, 0, 0, 1, 0, 0], clip },
      ],
      marks: [],
    } as const;
    const pdf = paintPdf({ document, sheets: [sheet] }, META, kit);
    const at = await pixelsOf(pdf, 100);
    expect(at(25, 25)).toEqual([255, 255, 255]);
    expect(at(75, 25)).toEqual([0, 0, 0]);
    const raw = readRaw(pdf);
    expect(raw.root.has('StructTreeRoot')).toBe(false);
    expect(Buffer.from(raw.bytes(raw.root.get('Metadata'))).toString('utf8')).not.toContain('pdfaid');
  });
});

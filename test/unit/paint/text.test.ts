import { beforeAll, describe, expect, it } from 'vitest';
import { BLACK } from '../../../src/core/color.ts';
import { itemize } from '../../../src/core/text/index.ts';
import type { FontBook, FontFace } from '../../../src/core/text/types.ts';
import type { PdfKit } from '../../../src/paint/pdf/index.ts';
import { readPlacedText, readRaw, readStructure, readText, structureLines } from '../../support/pdf/index.ts';
import { documentOf, node, page, paint, slot, testFonts, testKit, text } from './fixture.ts';

let fonts: FontBook;
let kit: PdfKit;
let serif: readonly FontFace[];
beforeAll(async () => {
  [fonts, kit] = await Promise.all([testFonts(), testKit()]);
  serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
});

describe('text in a PDF', () => {
  it('is read back by others as it was set, spaces and Danish letters too', async () => {
    const words = 'Fællesspisning på Gentofte Bibliotek: æøå ÆØÅ é – „Velkommen!“ kl. 17.30';
    const s = slot();
    const pdf = paint(documentOf([page(text(s, serif, words, { x: 20, y: 50 }))], [node('P', [s])]), kit);
    expect(await readText(pdf)).toEqual([words]);
    expect(structureLines(readStructure(pdf))).toEqual(['Document', '  P', `    ${JSON.stringify(words)}`]);
  });

  it('stands where the display list puts it', async () => {
    const s = slot();
    const items = text(s, serif, 'AVATAR To', { x: 33, y: 77, size: 24 });
    const pdf = paint(documentOf([page(items)], [node('P', [s])]), kit);
    const [placed] = (await readPlacedText(pdf))[0] ?? [];
    const last = items.at(-1);
    if (last?.kind !== 'glyphs') throw new Error();
    const end = last.x + (last.run.width * 24) / last.run.face.unitsPerEm;
    expect(placed?.x).toBeCloseTo(33, 2);
    expect(placed?.y).toBeCloseTo(77, 2);
    expect(placed?.width).toBeCloseTo(end - 33, 1);
    expect(placed?.size).toBe(24);
  });

  it('gives ligatures back as letters', async () => {
    const s = slot();
    const pdf = paint(documentOf([page(text(s, serif, 'fin fjord flad affald Thi', { x: 10, y: 20 }))], [node('P', [s])]), kit);
    expect(await readText(pdf)).toEqual(['fin fjord flad affald Thi']);
  });

  it('lets a reader hear the soft hyphen of a divided word, not a hyphen', () => {
    const s = slot();
    const items = [
      ...text(s, serif, 'biblio', { x: 10, y: 20 }),
      ...text(s, serif, '-', { x: 60, y: 20, actualText: '\u00ad' }),
      ...text(s, serif, 'tek', { x: 10, y: 34 }),
    ];
    const pdf = paint(documentOf([page(items)], [node('P', [s])]), kit);
    expect(readStructure(pdf).children[0]?.text).toBe('biblio\u00adtek');
  });

  it('says characters that share a glyph each by its own name', () => {
    const s = slot();
    // U+2010 and U+2011 are drawn by the hyphen's glyph or its like; a soft hyphen inside a word has no glyph.
    const words = 'a-b a\u2011b kl.\u00a017 sam\u00adtale';
    const pdf = paint(documentOf([page(text(s, serif, words, { x: 10, y: 20 }))], [node('P', [s])]), kit);
    expect(readStructure(pdf).children[0]?.text.replace(/\u00a0/g, ' ')).toBe('a-b a\u2011b kl. 17 samtale');
  });

  it('sets letters that no base subset holds, from a subset of the document', async () => {
    const s = slot();
    const words = 'Łódź Ağrı Ħ';
    const pdf = paint(documentOf([page(text(s, serif, words, { x: 10, y: 20 }))], [node('P', [s])]), kit);
    expect(await readText(pdf)).toEqual([words]);
    const raw = readRaw(pdf);
    const names = [...raw.objects.values()].flatMap((v) =>
      v instanceof Map && v.has('DescendantFonts') ? [JSON.stringify(v.get('BaseFont'))] : [],
    );
    expect(new Set(names).size).toBe(2);
  });

  it('spaces letters and words as asked', async () => {
    const s = slot();
    const items = text(s, serif, 'EN STOR AFTEN', { x: 10, y: 20, size: 10, letterSpacing: 1.5, wordSpacing: 4 });
    const pdf = paint(documentOf([page(items)], [node('P', [s])]), kit);
    expect(readStructure(pdf).children[0]?.text).toBe('EN STOR AFTEN');
    const placed = (await readPlacedText(pdf))[0] ?? [];
    const last = placed.at(-1);
    const item = items.at(-1);
    if (!last || item?.kind !== 'glyphs') throw new Error();
    // pdf.js leaves the space after the last letter out.
    const end = item.x + (item.run.width * 10) / item.run.face.unitsPerEm + 4 * 1.5;
    expect(last.x + last.width).toBeCloseTo(end, 0);
  });

  it('keeps the text of glyphs that a feature chose', async () => {
    const s = slot();
    const featured = await testKit(['lnum']);
    const items = [
      ...text(s, serif, '2012 ', { x: 10, y: 20, features: ['lnum'] }),
      ...text(s, serif, 'Aften', { x: 60, y: 20, features: ['smcp'] }),
    ];
    for (const each of [kit, featured]) {
      expect(readStructure(paint(documentOf([page(items)], [node('P', [s])]), each)).children[0]?.text).toBe('2012 Aften');
    }
  });

  it('sets accents that no letter comes with, and reads them back', async () => {
    const s = slot();
    const sans = fonts.match({ families: ['Fira Sans'], weight: 400, style: 'normal' });
    const words = 'x\u0303 m\u0301n\u0331';
    const pdf = paint(documentOf([page(text(s, sans, words, { x: 10, y: 20 }))], [node('P', [s])]), kit);
    expect(readStructure(pdf).children[0]?.text).toBe(words);
  });

  it('sets a part of a run', async () => {
    const s = slot();
    const [item] = text(s, serif, 'Velkommen', { x: 10, y: 20, size: 10 });
    if (item?.kind !== 'glyphs') throw new Error();
    const pdf = paint(documentOf([page([{ ...item, from: 3, to: 6 }])], [node('P', [s])]), kit);
    expect(await readText(pdf)).toEqual(['kom']);
  });

  it('widens spaces inside a run by the word spacing', async () => {
    const s = slot();
    const { runs } = itemize('en to', { faces: serif, features: [], lang: 'da', size: 10, direction: 'ltr' });
    const run = runs[0]?.run;
    if (!run) throw new Error();
    const at = async (wordSpacing: number): Promise<number> => {
      const item = {
        kind: 'glyphs',
        content: s,
        run,
        from: 0,
        to: run.glyphs.length,
        x: 10,
        y: 20,
        size: 10,
        letterSpacing: 0,
        wordSpacing,
        color: BLACK,
      } as const;
      const placed = (await readPlacedText(paint(documentOf([page([item])], [node('P', [s])]), kit)))[0] ?? [];
      const last = placed.at(-1);
      return last ? last.x + last.width : 0;
    };
    expect((await at(30)) - (await at(0))).toBeCloseTo(30, 1);
  });

  it('says what a glyph of several letters means here, where it means something else elsewhere', () => {
    const [a, b] = [slot(), slot()];
    // The letter ﬁ (U+FB01) is drawn by the glyph of the ligature.
    const items = [...text(a, serif, 'fin', { y: 20 }), ...text(b, serif, '\ufb01n', { y: 40 })];
    const [first, second] = readStructure(paint(documentOf([page(items)], [node('P', [a]), node('P', [b])]), kit)).children;
    expect(first?.text).toBe('fin');
    expect(second?.text).toBe('\ufb01n');
  });
});

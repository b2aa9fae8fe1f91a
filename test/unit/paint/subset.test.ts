import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { glyphOf, loadShaper, openFonts } from '../../../src/core/text/index.ts';
import { loadSubsetter, subsetFont } from '../../../src/core/text/subset.ts';
import type { FontFace } from '../../../src/core/text/types.ts';
import { samplesOf } from '../../../src/paint/pdf/fonts/charset.ts';
import { metricsOf, tablesOf } from '../../../src/paint/pdf/fonts/metrics.ts';
import { toUnicodeMap } from '../../../src/paint/pdf/fonts/tounicode.ts';

let face: FontFace;
beforeAll(async () => {
  await Promise.all([loadShaper(), loadSubsetter()]);
  const file = '@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf';
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const [first] = openFonts([{ family: 'Fira Sans', weight: 400, style: 'normal', file, bytes }]).value?.faces ?? [];
  if (!first) throw new Error('no font');
  face = first;
});

/** Length of a glyph's outline: loca's differences (ISO/IEC 14496-22, 5.3.4). */
function outline(font: Uint8Array, glyph: number): number {
  const tables = tablesOf(font);
  const loca = tables.get('loca');
  const long = tables.get('head')?.getInt16(50) === 1;
  if (!loca) throw new Error('no loca');
  const at = (i: number): number =>
    i * (long ? 4 : 2) >= loca.byteLength ? -1 : long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2;
  return at(glyph) < 0 || at(glyph + 1) < 0 ? 0 : at(glyph + 1) - at(glyph);
}

describe('subsetFont', () => {
  it('keeps the outlines asked for under their own ids, and no others', () => {
    const [a, b] = [glyphOf(face, 0x41), glyphOf(face, 0x42)];
    const subset = subsetFont(face, [a]);
    expect(outline(subset, a)).toBeGreaterThan(0);
    expect(outline(subset, b)).toBe(0);
    expect(subset.length).toBeLessThan(face.bytes.length / 10);
    expect(metricsOf({ ...face, bytes: subset } as FontFace).widths[a]).toBe(metricsOf(face).widths[a]);
  });

  it('keeps what a composite glyph is made of', () => {
    const subset = subsetFont(face, [glyphOf(face, 0xe9)]);
    expect(outline(subset, glyphOf(face, 0xe9))).toBeGreaterThan(0);
  });

  it('gives equal bytes for equal glyphs, in any order', () => {
    expect(subsetFont(face, [40, 30, 50])).toEqual(subsetFont(face, [50, 40, 30, 40]));
  });
});

describe('samples of a base subset', () => {
  it('hold the letters of the languages, whatever is written in them', () => {
    const texts = new Set(samplesOf(['da', 'pl-PL']).map(({ text }) => text));
    for (const letter of 'aZ09æøåÆØÅłŻ–“„é') expect(texts.has(letter)).toBe(true);
    expect(texts.has('ğ')).toBe(false);
  });
});

describe('toUnicodeMap', () => {
  it('joins neighbours to ranges that stay inside one high byte', () => {
    const map = toUnicodeMap(
      new Map([
        [0xfe, 'a'],
        [0xff, 'b'],
        [0x100, 'c'],
        [0x101, 'd'],
        [0x110, 'ffi'],
        [0x120, '😀'],
      ]),
    );
    expect(map).toContain('2 beginbfrange\n<00FE><00FF><0061>\n<0100><0101><0063>\nendbfrange');
    expect(map).toContain('2 beginbfchar\n<0110><006600660069>\n<0120><D83DDE00>\nendbfchar');
  });
});

import { describe, expect, it } from 'vitest';
import { openFonts } from '../../../src/core/text/index.ts';
import { face, fontBytes } from './support.ts';

const regular = fontBytes('alegreya/400Regular/Alegreya_400Regular.ttf');
const declare = (bytes: Uint8Array, more: object = {}) => ({
  family: 'A',
  weight: 400,
  style: 'normal' as const,
  bytes,
  file: 'a.ttf',
  ...more,
});

describe('openFonts', () => {
  it('reads the metrics that the tables of the fonts give', () => {
    expect(face('Alegreya')).toMatchObject({
      name: 'Alegreya-Regular',
      unitsPerEm: 1000,
      ascent: 1016,
      descent: 345,
      lineGap: 0,
      capHeight: 637,
      xHeight: 452,
      underlineOffset: 202,
      underlineThickness: 75,
      italicAngle: 0,
    });
    expect(face('Fira Sans')).toMatchObject({
      name: 'FiraSans-Regular',
      ascent: 935,
      descent: 265,
      capHeight: 689,
      xHeight: 527,
    });
    expect(face('Alegreya', 400, 'italic').italicAngle).toBeLessThan(0);
  });

  it('knows which characters a font has', () => {
    const { has } = face('Alegreya');
    expect(['a', 'å', 'Æ', 'ø', '–', '”', '‐'].every((c) => has(c.codePointAt(0)!))).toBe(true);
    expect(has(0x5e9)).toBe(false);
    expect(has(0x1f600)).toBe(false);
  });

  it('opens equal bytes once, and keeps what a unicode-range leaves out', () => {
    const [a] = openFonts([declare(regular)]).value!.faces;
    const [b] = openFonts([declare(regular.slice())]).value!.faces;
    const [ranged] = openFonts([declare(regular, { unicodeRange: [[0x41, 0x5a]] })]).value!.faces;
    expect(b).toBe(a);
    expect(ranged!.key).toBe(a!.key);
    expect([ranged!.has(0x41), ranged!.has(0x61)]).toEqual([true, false]);
  });

  it.each([
    ['empty', new Uint8Array(0), /empty or cut short/],
    ['text', new TextEncoder().encode('this is not a font at all, is it?'), /does not begin as/],
    ['woff2', new TextEncoder().encode('wOF2............'), /cut short/],
    ['cut short', regular.slice(0, 20000), /cut short/],
    ['table directory of rubbish', regular.slice(0, 60), /cut short/],
  ])('reports a broken font: %s', (_, bytes, why) => {
    const { value, diagnostics } = openFonts([declare(bytes), declare(regular)]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', code: 'font-broken' });
    expect(diagnostics[0]!.message).toMatch(why);
    expect(diagnostics[0]!.message).toContain('a.ttf');
    expect(value!.faces).toHaveLength(1);
  });
});

describe('FontBook.match (CSS Fonts 4, 5.2)', () => {
  const weights = (list: readonly number[], extra: object = {}) =>
    openFonts(list.map((weight) => declare(regular, { weight, ...extra }))).value!;
  const first = (list: readonly number[], weight: number) =>
    weights(list).match({ families: ['A'], weight, style: 'normal' })[0]!.weight;

  it.each([
    [[400, 700], 400, 400],
    [[300, 500, 700], 400, 500],
    [[300, 700], 400, 300],
    [[400, 900], 500, 400],
    [[600, 900], 450, 600],
    [[100, 400, 500], 300, 100],
    [[400, 700], 300, 400],
    [[400, 700, 900], 600, 700],
    [[300, 400], 700, 400],
  ])('of %j for %i gives %i', (list, wanted, found) => expect(first(list, wanted)).toBe(found));

  it('puts style before weight, families in their order, and others last', () => {
    const book = openFonts([
      declare(regular, { family: 'B', weight: 400 }),
      declare(regular, { weight: 400 }),
      declare(regular, { weight: 900, style: 'italic' }),
    ]).value!;
    const found = book.match({ families: ['Nowhere', 'a'], weight: 400, style: 'italic' });
    expect(found.map((f) => `${f.family} ${f.weight} ${f.style}`)).toEqual(['A 900 italic', 'A 400 normal', 'B 400 normal']);
    expect(book.match({ families: ['Nowhere', 'a'], weight: 400, style: 'italic' })).toBe(found);
  });
});

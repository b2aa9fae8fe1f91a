import { describe, expect, it } from 'vitest';
import { hyphenate, hyphenates } from '../../../src/core/text/index.ts';

const parts = (word: string, lang: string): string => {
  let out = word;
  for (const at of [...hyphenate(word, lang)].reverse()) out = `${out.slice(0, at)}-${out.slice(at)}`;
  return out;
};

describe('hyphenation in other languages', () => {
  it.each([
    ['sv', 'biblioteken', 'bib-li-o-te-ken'],
    ['de', 'Bücherschränke', 'Bü-cher-schränke'],
    ['pl', 'biblioteka', 'bi-blio-teka'],
    ['uk', 'бібліотека', 'бі-бліо-тека'],
    ['tr', 'kütüphaneler', 'kü-tüp-ha-ne-ler'],
    ['de-AT', 'Sprachencafé', 'Spra-chen-café'],
  ])('divides %s by the patterns of the package', (lang, word, divided) => {
    expect(parts(word, lang)).toMatch(/-/);
    expect(parts(word, lang).replaceAll('-', '')).toBe(word);
    expect(parts(word, lang)).toBe(divided);
  });

  it('divides no words in scripts that show no hyphen, whatever patterns there are', () => {
    for (const [lang, word] of [
      ['th', 'ห้องสมุดประชาชน'],
      ['hi', 'पुस्तकालय'],
      ['ar', 'المكتبات'],
      ['he', 'הספריות'],
      ['vi', 'thưviện'],
      ['so', 'maktabadda'],
      ['ti', 'ቤተመጻሕፍቲ'],
    ] as const) {
      expect(hyphenates(lang), lang).toBe(false);
      expect(hyphenate(word, lang), lang).toEqual([]);
    }
  });

  it('leaves words whole where there are no patterns', () => {
    for (const lang of ['xx', '../index', 'patterns/da', '']) {
      expect(hyphenates(lang)).toBe(false);
      expect(hyphenate('biblioteken', lang)).toEqual([]);
    }
  });
});

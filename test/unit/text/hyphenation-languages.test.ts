import { describe, expect, it } from 'vitest';
import { type HyphenWords, hyphenate, hyphenates } from '../../../src/core/text/index.ts';
import { FIRA, onePage } from '../../support/one-page.ts';

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

describe('words that a set or a campaign divides', () => {
  const divided = async (hyphenation: { set?: HyphenWords; campaign?: HyphenWords }): Promise<readonly string[]> => {
    const css = `${FIRA} body { margin: 0 } p { hyphens: auto; width: 20mm; margin: 0 }`;
    const { document } = await onePage('<p>Blomsterkvark</p>', { css, lang: 'da', hyphenation });
    const lines = new Map<number, string>();
    for (const item of document?.pages[0]?.items ?? []) {
      if (item.kind !== 'glyphs' || item.actualText !== undefined) continue;
      const text = [...item.run.clusters.slice(item.from, item.to)].map((at) => item.run.text[at]).join('');
      lines.set(item.y, (lines.get(item.y) ?? '') + text);
    }
    return [...lines.values()];
  };

  it('are divided as the campaign says, before what the set says', async () => {
    expect(await divided({ set: { da: ['Blom-sterkvark'] } })).toEqual(['Blom', 'sterkvark']);
    expect(await divided({ set: { da: ['Blom-sterkvark'] }, campaign: { da: ['Blomst-erkvark'] } })).toEqual([
      'Blomst',
      'erkvark',
    ]);
    expect(await divided({ campaign: { da: ['Blomste-rkvark'], en: ['x'] } })).toEqual(['Blomste', 'rkvark']);
  });
});

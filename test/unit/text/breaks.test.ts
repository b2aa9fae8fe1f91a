import { Rules } from '@cto.af/linebreak';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakOpportunities, hyphenate, hyphenWords } from '../../../src/core/text/index.ts';

/** `|` where a line may begin, `‖` where it must. */
function shown(text: string, lang = 'da'): string {
  const breaks = breakOpportunities(text, lang);
  let result = '';
  for (let i = 0; i < text.length; i++) result += (breaks[i] === 2 ? '‖' : breaks[i] === 1 ? '|' : '') + text.charAt(i);
  return result;
}

describe('breakOpportunities', () => {
  it.each([
    ['Hej (du) der – "ja" og »nej« tak.', 'Hej |(du) |der |– |"ja" |og |»nej« |tak.'],
    ['e-mail og/eller 2012-12-06 kl. 17.30–20.30', 'e-|mail |og/eller |2012-12-06 |kl. |17.30–20.30'],
    ['mandag–fredag, 6.–9. december', 'mandag–|fredag, |6.–9. |december'],
    ['kl.\u00a017.30', 'kl.\u00a017.30'],
    ['a\nb\r\nc\u2028d', 'a\n‖b\r\n‖c\u2028‖d'],
    ['fæl\u00adles', 'fæl\u00ad|les'],
    ['„hej” sagde', '„hej” |sagde'],
    ['a  b', 'a  |b'],
    ['  x', '  |x'],
    ['日本語', '日|本|語'],
    ['50 % af 1.200 kr., ja', '50 |% |af |1.200 |kr., |ja'],
    ['ja !', 'ja !'],
    ['(a )', '(a )'],
    ['x\ufffcy \ufffc.', 'x|\ufffc|y |\ufffc.'],
    ['ord\u200bord', 'ord\u200b|ord'],
    ['', ''],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected));

  it('is the Unicode algorithm but for its tailoring', () => {
    const rules = new Rules();
    const piece = fc.constantFrom(
      'hej',
      'å',
      '12',
      '3',
      ',',
      '.',
      ' ',
      '  ',
      '-',
      '–',
      '—',
      '"',
      '»',
      'ja«',
      '(',
      ')',
      '”',
      '„',
      '\u00a0',
      '\u00ad',
      '%',
      '€',
      ':',
      '…',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const expected = new Uint8Array(text.length + 1);
        for (const { position, required } of rules.breaks(text)) expected[position] = required ? 2 : 1;
        for (const { index } of text.matchAll(/(?<=\d\.?)–(?=\d)/g)) expected[index + 1] = 0;
        expected[0] = 0;
        expected[text.length] = 0;
        expect([...breakOpportunities(text, 'da')]).toEqual([...expected]);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('hyphenate', () => {
  const divided = (word: string, lang = 'da', exceptions?: readonly string[]) => {
    const places = [0, ...hyphenate(word, lang, exceptions), word.length];
    return places
      .slice(1)
      .map((end, i) => word.slice(places[i], end))
      .join('-');
  };

  it.each([
    ['biblioteket', 'da', 'bi-bli-o-te-ket'],
    ['fællesspisning', 'da', 'fæl-les-spis-ning'],
    ['København', 'da', 'Kø-ben-havn'],
    ['hyphenation', 'en-US', 'hy-phen-ation'],
    ['neighbourhood', 'en-GB', 'neigh-bour-hood'],
  ])('%s in %s', (word, lang, expected) => {
    // The last part has three letters at least.
    const parts = expected.split('-');
    if ((parts[parts.length - 1] ?? '').length < 3) parts.splice(-2, 2, parts.slice(-2).join(''));
    expect(divided(word, lang)).toBe(parts.join('-'));
  });

  it('leaves short words, capitals, numbers, addresses and other languages whole', () => {
    for (const word of ['hest', 'måltid'.slice(0, 5), 'BIBLIOTEKET', 'a4papir12', 'mail@kb.dk', 'www.kb.dk', ''])
      expect(hyphenate(word, 'da')).toEqual([]);
    // Somali has no patterns; French has.
    expect(hyphenate('maktabadda', 'so')).toEqual([]);
    expect(hyphenate('bibliothèque', 'fr').length).toBeGreaterThan(0);
  });

  it('takes exceptions first', () => {
    expect(divided('Foredragsaften', 'da', ['fore-drags-aften'])).toBe('Fore-drags-aften');
    expect(divided('medarbejdere', 'da', ['medarbejdere'])).toBe('medarbejdere');
  });

  it('takes a star for any ending, whole words before beginnings, and the longest beginning', () => {
    const list = ['aften*', 'aften-skole*', 'aften-skoler-ne'];
    expect(divided('Aftenerne', 'da', list)).toBe('Aftenerne');
    expect(divided('aftenskolens', 'da', list)).toBe('aften-skolens');
    expect(divided('aftenskolerne', 'da', list)).toBe('aften-skoler-ne');
  });

  it('knows Danish compounds that the patterns divide wrongly, and the words of a set before them', () => {
    const known = (word: string) => divided(word, 'da', hyphenWords('da'));
    expect(known('åbningstider')).toBe('åb-nings-tider');
    expect(known('Filmaften')).toBe('Film-aften');
    expect(known('medarbejderne')).toBe('med-ar-bej-derne');
    expect(divided('filmaften', 'da-DK', hyphenWords('da-DK', { da: ['filmaften'], en: ['film-aften'] }))).toBe('filmaften');
    expect(hyphenWords('so', { so: ['mak-tabad-da'] })).toEqual(['mak-tabad-da']);
  });

  it('keeps to limits that are written', () => {
    const limited = (word: number, before: number, after: number) =>
      hyphenate('biblioteket', 'da', undefined, { word, before, after });
    expect(limited(12, 2, 2)).toEqual([]);
    expect(limited(5, 4, 4)).toEqual([5, 6]);
    expect(hyphenate('hest', 'da', ['he-st'], { word: 5, before: 2, after: 2 })).toEqual([]);
  });

  it('never divides too near an end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abdefgiklmnoprstuvyæøå'), minLength: 1, maxLength: 20 }), (word) => {
        for (const at of hyphenate(word, 'da')) {
          expect(at).toBeGreaterThanOrEqual(2);
          expect(word.length - at).toBeGreaterThanOrEqual(3);
          expect(word.length).toBeGreaterThanOrEqual(6);
        }
      }),
    );
  });
});

describe('breaks in scripts without spaces, and in clusters', () => {
  const shown = (text: string, lang: string): string => {
    const breaks = breakOpportunities(text, lang);
    return Array.from({ length: text.length }, (_, i) => (breaks[i] ? '|' : '') + text[i]).join('');
  };

  it.each([
    // Kinsoku: no closing sign, small kana or prolonging mark begins a line, no opening sign ends one.
    ['ja', '図|書|館|で、|言|語|カ|フェ|（無|料）|を|開|き|ま|す。'],
    ['zh', '欢|迎|来|到|语|言|咖|啡|馆，|每|周|二。'],
    ['th', 'ยินดี|ต้อนรับ|สู่|คาเฟ่|ภาษา |(ฟรี) |ที่|ห้อง|สมุด'],
    ['lo', 'ຍິນດີ|ຕ້ອນຮັບ|ສູ່|ຮ້ານ|ກາເຟ'],
    ['km', 'សូមស្វាគមន៍|មកកាន់|ហាង|កាហ្វេ'],
    ['my', 'ဘာသာစကား|က|ဖေး|သို့|ကြိုဆို|ပါသည်'],
    ['hi', 'भाषा |कैफ़े |में |क्षत्रिय |विद्यार्थी।'],
    ['ar', 'مرحبا |بكم |في |المقهى، |(أهلا)'],
    ['ti', 'ካፈ፡|ቋንቋታት።'],
    ['da', '👩‍💻|👨‍👩‍👧|🇩🇰|🇸🇪 |❤️|👋🏽'],
  ])('%s', (lang, expected) => {
    expect(shown(expected.replaceAll('|', ''), lang)).toBe(expected);
  });
});

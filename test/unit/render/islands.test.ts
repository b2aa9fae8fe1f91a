import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../src/core/direction.ts';
import { islandEdits, isolateIslands } from '../../../src/render/text/islands.ts';
import { finish, usageOf } from '../../../src/render/text/typography.ts';

const shown = (text: string): string => text.replaceAll('\u2066', '<').replaceAll('\u2069', '>').replaceAll('\u00a0', '_');

describe('what runs from left to right in a line from right to left', () => {
  it.each([
    ['في 2200 København N', 'في <2200 København N>'],
    ['اتصل على +45 12 34 56 78 الآن', 'اتصل على <+45 12 34 56 78> الآن'],
    ['12 34 56 78', '<12 34 56 78>'],
    ['Allé 6, 2900 Hellerup', '<Allé 6, 2900 Hellerup>'],
    ['https://example.org/a/', '<https://example.org/a/>'],
    ['sprog@example.org', '<sprog@example.org>'],
    // A number and a comma belong to the sentence.
    ['6 בדצמבר 2012, Nørrebro Bibliotek', '6 בדצמבר 2012, <Nørrebro Bibliotek>'],
    ['5, 6 و 7', '5, 6 و 7'],
    ['الساعة 17:30', 'الساعة 17:30'],
    ['تعال إلى Viborg.', 'تعال إلى Viborg.'],
    ['1. sal', '<1. sal>'],
    ['السعر 40 kr. للكبار', 'السعر <40 kr.> للكبار'],
    ['السعر 1.250,50 kr.', 'السعر <1.250,50 kr.>'],
    ['Torvet 5, 3. th.', '<Torvet 5, 3. th.>'],
    ['في 5 km.', 'في <5 km>.'],
    ['2012', '2012'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(shown(isolateIslands(text))).toBe(expected);
  });

  it('adds marks and changes nothing else; edits say the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', 'ø', 'م', 'ש', '1', '2', ' ', ',', '.', '+', '-', '/', '@', '\u00a0') }),
        (text) => {
          const made = isolateIslands(text);
          expect(made.replace(/[\u2066\u2069]/g, '')).toBe(text);
          let edited = '';
          let from = 0;
          for (const { at, remove, insert } of islandEdits(text)) {
            edited += text.slice(from, at) + insert;
            from = at + remove;
          }
          expect(edited + text.slice(from)).toBe(made);
        },
      ),
    );
  });
});

it.each([
  ['ar', 'rtl'],
  ['fa-AF', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['ckb', 'rtl'],
  ['ku', 'ltr'],
  ['ku-Arab', 'rtl'],
  ['uz-Latn-UZ', 'ltr'],
  ['pa-Arab', 'rtl'],
  ['ti', 'ltr'],
  ['da', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

it.each([
  ['de', 'am 6. Dezember um 17 Uhr', 'am 6._Dezember um 17_Uhr'],
  ['pl', '"Tak", 6 grudnia, godz. 17', '„Tak”, 6_grudnia, godz._17'],
  ['uk', '"Так", 6 грудня', '«Так», 6_грудня'],
  ['tr', '6 Aralık, saat 17.30', '6_Aralık, saat_17.30'],
  ['vi', 'ngày 6 tháng 12', 'ngày 6_tháng 12'],
  ['th', '6 ธันวาคม 17.30 น.', '6_ธันวาคม 17.30_น.'],
  ['ti', '6 ታሕሳስ', '6_ታሕሳስ'],
])('%s: keeps together what belongs together: %s', (lang, text, expected) => {
  expect(shown(finish(text, usageOf(lang, {})))).toBe(expected);
});

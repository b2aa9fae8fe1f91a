import { expect, it } from 'vitest';
import { formsOf } from '../../../src/validate/forms.ts';

const NAME = 'Nordby Bibliotek';
const ADDRESS = { street: 'Torvet 1', postcode: '1000', town: 'Nordby N' };

it.each([
  ['da', 'på Nordby Bibliotek', 'i Nordby'],
  ['en', 'at Nordby Bibliotek', 'in Nordby'],
  ['de', 'in der Bibliothek Nordby Bibliotek', 'in Nordby'],
  ['pl', 'w bibliotece Nordby Bibliotek', 'w miejscowości Nordby'],
  ['uk', 'у бібліотеці Nordby Bibliotek', 'у місті Nordby'],
  ['tr', 'Nordby Bibliotek kütüphanesinde', 'Nordby şehrinde'],
  ['vi', 'tại Nordby Bibliotek', 'ở Nordby'],
  ['so', 'maktabadda Nordby Bibliotek', 'magaalada Nordby'],
  ['ar', 'في مكتبة Nordby Bibliotek', 'في Nordby'],
  ['fa', 'در کتابخانه Nordby Bibliotek', 'در Nordby'],
  ['he', 'בספריית Nordby Bibliotek', 'בעיר Nordby'],
  ['hi', 'Nordby Bibliotek में', 'Nordby में'],
  ['th', 'ที่ Nordby Bibliotek', 'ที่เมือง Nordby'],
  ['ti', 'ኣብ ቤተ-መጻሕፍቲ Nordby Bibliotek', 'ኣብ ከተማ Nordby'],
])('%s: the name stays as it is', (lang, at, within) => {
  expect(formsOf({ [lang]: NAME }, ADDRESS, undefined)).toEqual({ [lang]: { at, in: within } });
});

it('does not say library twice where the name is translated', () => {
  expect(formsOf({ ar: 'مكتبة نوردبي' }, undefined, undefined)).toEqual({ ar: { at: 'في مكتبة نوردبي', in: 'في مكتبة نوردبي' } });
});

it('takes a library’s own forms first', () => {
  expect(formsOf({ tr: NAME }, ADDRESS, { tr: { at: 'Nordby Kütüphanesi’nde' } })).toEqual({
    tr: { at: 'Nordby Kütüphanesi’nde', in: 'Nordby şehrinde' },
  });
});

it('guesses nothing in languages that it does not know', () => {
  expect(formsOf({ xx: NAME }, ADDRESS, undefined)).toEqual({ xx: {} });
});

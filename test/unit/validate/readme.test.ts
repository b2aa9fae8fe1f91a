import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outcome, PARTS } from './support.ts';

const PAGE = readFileSync('campaigns/README.md', 'utf8');
const [, everything = ''] = /```yaml\n([\s\S]*?)```/.exec(PAGE) ?? [];

it('shows a campaign file that can be read', () => {
  const { said } = outcome(everything, {
    'libraries.csv': 'id;name\nnord;Nord\n',
    'images/ida.jpg': '',
    'texts/da.md': '',
    'texts/en.md': '',
  });
  // Its template set, pictures and texts are not here; the model is.
  expect(said.filter((one) => !/^(?:template|file|font|image|missing-text|unknown-piece)/.test(one))).toEqual([]);
  expect(
    everything
      .split('\n')
      .filter((line) => /^\w+:/.test(line))
      .map((line) => line.split(':')[0]),
  ).toEqual(
    expect.arrayContaining([
      'organiser',
      'event',
      'guests',
      'contacts',
      'press',
      'images',
      'marks',
      'texts',
      'pieces',
      'libraries',
    ]),
  );
});

it('makes all pieces of the set where none is named', () => {
  const { campaign } = outcome({
    pieces: '',
    texts: PARTS.texts.replace('Kom}', 'Kom}, press: {headline: Nat}').replace('Come}', 'Come}, press: {headline: Night}'),
  });
  expect(Object.keys(campaign?.national.pieces ?? {})).toEqual(['poster', 'press-release']);
  expect(Object.keys(campaign?.libraries[0]?.pieces ?? {})).toEqual(['poster', 'press-release']);
});

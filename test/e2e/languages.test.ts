import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatDate, formatTimes } from '../../src/core/calendar/index.ts';
import { directionOf } from '../../src/core/direction.ts';
import { kit } from '../support/cli.ts';
import { ROOT } from '../support/lydnat.ts';
import { readMarked, readRaw, readStructure, type StructureElement } from '../support/pdf/index.ts';
import { Name } from '../support/pdf/raw.ts';

const CAMPAIGN = join(ROOT, 'campaigns', 'sprogcafe');
const LANGUAGES = ['da', 'en', 'de', 'pl', 'uk', 'tr', 'vi', 'so', 'ar', 'fa', 'he', 'hi', 'th', 'ti'];

const hasPoppler = spawnSync('pdftotext', ['-v']).status !== null;
const LEFT_TO_RIGHT = LANGUAGES.filter((lang) => directionOf(lang) === 'ltr');
const RIGHT_TO_LEFT = LANGUAGES.filter((lang) => directionOf(lang) === 'rtl');

const onEach: Readonly<Record<string, readonly string[]>> = {
  poster: ['poster.headline', 'poster.line', 'poster.who'],
  flyer: ['poster.headline', 'poster.line', 'poster.who', 'flyer.headline', 'flyer.lead', 'flyer.steps', 'flyer.note'],
  card: ['poster.headline'],
};
const LATIN = ['Kyhnsvej2', '8680Ry', '12345678', 'sprogcafe@example.org'];

/** The day and its times, as the flyer says them. */
const whenIn = (lang: string): readonly string[] => [
  formatDate('2027-02-11', lang, 'no-year'),
  formatTimes('16:30', '18:30', lang, { clock: '24h' }),
];

let out = '';
const file = (piece: string, lang: string): string => {
  const folder = join(out, 'sprogcafe', 'ry');
  const name = readdirSync(folder).find((each) => each.startsWith(piece) && each.endsWith(`-${lang}.pdf`));
  return join(folder, name ?? `${piece}-${lang}.pdf`);
};

/** Without what a line's end, an isolate or a joiner adds or takes: words as a reader would search for them. */
const bare = (text: string): string => text.normalize('NFC').replace(/[\s\p{Cf}]+/gu, '');

/** The words of a finished file in the order of reading. */
function wordsOf(element: StructureElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : wordsOf(part))).join('');
}

const wordsIn = (text: string): readonly string[] => text.split(/[^\p{L}\p{M}\p{N}\u200c]+/u);

/** Heading → the text below it: the campaign's own file, read with as little as will do. */
function sourceTexts(lang: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(CAMPAIGN, 'texts', `${lang}.md`), 'utf8');
  return new Map(
    text.split(/^# /m).flatMap((part): [string, string][] => {
      const [key = '', ...lines] = part.split('\n');
      return key === '' ? [] : [[key.trim(), lines.join('\n').trim()]];
    }),
  );
}

/** Stretches without placeholders and without signs that typography may change. */
const stretches = (text: string): readonly string[] =>
  text
    .split(/\{\{[^}]*\}\}|["'’“”\n]|^- /gm)
    .map(bare)
    .filter((part) => part !== '');

describe('a campaign in fourteen languages', () => {
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'kit-languages-'));
    const ran = await kit(['build', join(CAMPAIGN, 'campaign.yaml'), '--library', 'ry', '--out', out, '--format', 'short']);
    expect(ran.stdout + ran.stderr).toContain('0 errors, 0 warnings');
    expect(ran.code).toBe(0);
  }, 120_000);

  it.each(LEFT_TO_RIGHT)('%s: every word of poster, flyer and card, in the order of reading', (lang) => {
    const source = sourceTexts(lang);
    for (const [piece, keys] of Object.entries(onEach)) {
      const words = bare(wordsOf(readStructure(readFileSync(file(piece, lang)))));
      for (const key of keys)
        for (const part of stretches(source.get(key) ?? 'nothing')) expect(words, `${piece} ${key}`).toContain(part);
      expect(words).toContain('RyBibliotek');
      if (piece === 'flyer') for (const fact of [...whenIn(lang).map(bare), ...LATIN]) expect(words).toContain(fact);
    }
  });

  // Their lines are drawn from the left; a reader of PDFs puts them back in order, as it does for every such file.
  it.runIf(hasPoppler).each(RIGHT_TO_LEFT)('%s: every word of poster, flyer and card, as pdftotext gives it back', (lang) => {
    const source = sourceTexts(lang);
    /** Where the direction changes stands a mark of poppler's own. */
    const plain = (text: string): string =>
      text
        .normalize('NFC')
        .replace(/[\u202a-\u202e]/g, ' ')
        .replace(/[\u2066-\u2069\u200e\u200f\u00ad]/g, '');
    for (const [piece, keys] of Object.entries(onEach)) {
      const text = plain(execFileSync('pdftotext', [file(piece, lang), '-'], { encoding: 'utf8' }));
      const found = new Set(wordsIn(text));
      for (const key of keys) {
        const words = wordsIn(plain((source.get(key) ?? 'nothing').replace(/\{\{[^}]*\}\}/g, ' ')));
        for (const word of words) expect(found, `${piece} ${key}`).toContain(word);
      }
      // A line is in order as a whole.
      expect(bare(text)).toContain(bare(plain(source.get('poster.headline') ?? 'nothing')));
      expect(bare(text)).toContain('RyBibliotek');
      if (piece !== 'flyer') continue;
      // Poppler moves a comma between a word and a number; the words and the numbers are whole.
      for (const fact of whenIn(lang)) for (const word of wordsIn(plain(fact))) expect(found).toContain(word);
      for (const latin of LATIN) expect(bare(text)).toContain(latin);
    }
  });

  it.each(LANGUAGES)('%s: no letter without a glyph, none outside the structure', (lang) => {
    for (const piece of ['poster', 'flyer', 'card']) {
      const raw = readRaw(readFileSync(file(piece, lang)));
      for (const { dict } of raw.pages) {
        const stream = raw.text(dict.get('Contents'));
        // Glyph 0 is the empty box.
        expect(stream, piece).not.toMatch(/<(?:[0-9A-F]{4})*?0000(?:[0-9A-F]{4})*>/);
        expect(readMarked(raw, dict).unmarked).toBe('');
      }
    }
  });

  it.each(LANGUAGES)('%s: says its language, and from which side it is read', (lang) => {
    const raw = readRaw(readFileSync(file('poster', lang)));
    expect(String(raw.root.get('Lang'))).toContain(lang);
    const direction = raw.dict(raw.root, 'ViewerPreferences').get('Direction');
    expect(direction instanceof Name ? direction.name : undefined).toBe(directionOf(lang) === 'rtl' ? 'R2L' : undefined);
  });
});

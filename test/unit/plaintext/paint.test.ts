import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, ArticleBlock, ArticleInline } from '../../../src/core/article.ts';
import { paintText } from '../../../src/paint/text/index.ts';
import { displayWidth } from '../../../src/paint/text/width.ts';

const article = (...blocks: ArticleBlock[]): Article => ({
  title: 't',
  lang: 'da',
  page: { width: 595, height: 842, margins: [0, 0, 0, 0] },
  header: [],
  footer: [],
  blocks,
  styles: {},
});
const t = (text: string): ArticleInline => ({ kind: 'text', text });
const p = (...inlines: (string | ArticleInline)[]): ArticleBlock => ({
  kind: 'paragraph',
  style: 'BodyText',
  inlines: inlines.map((inline) => (typeof inline === 'string' ? t(inline) : inline)),
});
const h = (level: 1 | 2, text: string): ArticleBlock => ({ kind: 'heading', level, style: 'h', inlines: [t(text)] });
const paint = (...blocks: ArticleBlock[]) => paintText(article(...blocks));

describe('a mail', () => {
  test('has headings set off, blocks apart and one line end at the end', () => {
    expect(paint(h(1, 'Nye i Danmark'), p('Et.'), h(2, 'Hvorfor'), p('To.'))).toBe(
      'Nye i Danmark\n=============\n\nEt.\n\nHvorfor\n-------\n\nTo.\n',
    );
  });

  test('is wrapped at 72 columns', () => {
    expect(paint(p(`${'ord '.repeat(30)}slut`)).split('\n')).toEqual(['ord '.repeat(18).trim(), `${'ord '.repeat(12)}slut`, '']);
  });

  test('keeps what belongs together, and drops what only layout needs', () => {
    expect(paint(p(`${'x'.repeat(66)} kl.\u00a017.30 og bi\u00adbli\u00adotek\u200bet`))).toBe(
      `${'x'.repeat(66)}\nkl. 17.30 og biblioteket\n`,
    );
  });

  test('has lists with hanging lines', () => {
    const items = [[p('a '.repeat(40).trim())], [p('b')]];
    expect(paint({ kind: 'list', ordered: false, start: 1, items })).toBe(
      `– ${'a '.repeat(35).trim()}\n  ${'a '.repeat(5).trim()}\n– b\n`,
    );
    expect(paint({ kind: 'list', ordered: true, start: 9, items: [[p('a')], [p('b')]] })).toBe(' 9. a\n10. b\n');
  });

  test('has addresses in full, once', () => {
    const link = (href: string, words: string): ArticleInline => ({ kind: 'link', href, children: [t(words)] });
    expect(paint(p('Se ', link('https://x.dk/a', 'programmet'), '.'))).toBe('Se programmet (https://x.dk/a).\n');
    expect(paint(p(link('https://www.x.dk/', 'x.dk')))).toBe('https://www.x.dk/\n');
    expect(paint(p(link('mailto:a@x.dk', 'a@x.dk')))).toBe('a@x.dk\n');
    expect(paint(p(link('mailto:a@x.dk?subject=Hej', 'Skriv')))).toBe('Skriv (a@x.dk)\n');
    expect(paint(p(link('tel:+4512345678', '+45 12 34 56 78')))).toBe('+45 12 34 56 78\n');
  });

  test('keeps the lines of a contact, indents quotes, sets tables as pairs', () => {
    expect(paint(p('Navn', { kind: 'break' }, 'Telefon'))).toBe('Navn\nTelefon\n');
    expect(paint({ kind: 'quote', blocks: [p('»Ja.«'), p('En gæst')] })).toBe('    »Ja.«\n\n    En gæst\n');
    expect(paint({ kind: 'table', rows: [{ header: false, cells: [[p('Hvornår')], [p('Torsdag')]] }] })).toBe(
      'Hvornår: Torsdag\n',
    );
  });

  test('measures what is seen', () => {
    expect(['e\u0301', '食べ', 'a\u200d'].map(displayWidth)).toEqual([1, 4, 1]);
  });

  test('of any words has no line too long but one of a single word, and no blank at a line’s end', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
        const text = paint(p(words.join(' ')));
        for (const line of text.split('\n')) {
          expect(line).toBe(line.trimEnd());
          if (displayWidth(line) > 72)
            expect(line.replace(/[\u00a0\u202f\u2007]/g, '')).not.toMatch(/\S [^\u0020]*\S \S+ \S+ \S{1,20} \S/);
        }
        expect(text.endsWith('\n')).toBe(true);
        expect(text).not.toMatch(/\n\n\n/);
      }),
      { numRuns: 80 },
    );
  });
});

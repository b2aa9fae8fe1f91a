import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenNode } from '../../../src/core/written/node.ts';
import { nodeAt, spanWithin, toPlain } from '../../../src/core/written/node.ts';
import { readTexts } from '../../../src/load/markdown.ts';
import { described, place } from '../validate/support.ts';

const read = (text: string) => readTexts({ path: 'da.md', text });
const plain = (text: string): unknown => toPlain(read(text).value as WrittenNode);
const said = (text: string): string[] => read(text).diagnostics.map(described);

describe('texts by headings', () => {
  it('takes a piece and below it its keys', () => {
    expect(
      plain(
        '# poster\n\n## headline\nKom *nu*\n\n## line\n\nTo linjer,\nsom én.  \n\n# press\n## body\nA\n\n### Mellemrubrik\nB\n',
      ),
    ).toEqual({
      'poster.headline': 'Kom *nu*',
      'poster.line': 'To linjer,\nsom én.',
      'press.body': 'A\n\n### Mellemrubrik\nB',
    });
  });

  it('takes a piece and its key at once, whose own headings begin with ##', () => {
    expect(plain('# press.body\nA\n\n## Mellemrubrik\nB\n\n# press.lead ##\nC\n')).toEqual({
      'press.body': 'A\n\n## Mellemrubrik\nB',
      'press.lead': 'C',
    });
  });

  it('reads short forms, whichever stands first', () => {
    const both = { 'poster.headline': { text: 'Lang', short: 'Kort' } };
    expect(plain('# poster\n## headline\nLang\n## headline (short)\nKort\n')).toEqual(both);
    expect(plain('# poster.headline (short)\nKort\n# poster.headline\nLang\n')).toEqual(both);
  });

  it('reads lists and quotes', () => {
    const text =
      '# press\n## facts\n- en\n- to\n  linjer\nog tre\n- *fire*\n\n## quotes\n> Et citat\n> i to linjer.\n>\n> — Ida, leder\n\n> Et til\n> -- Bo\n\n> uden navn\n';
    expect(plain(text)).toEqual({
      'press.facts': ['en', 'to\nlinjer\nog tre', '*fire*'],
      'press.quotes': [{ text: 'Et citat\ni to linjer.', by: 'Ida, leder' }, { text: 'Et til', by: 'Bo' }, 'uden navn'],
    });
  });

  it('keeps a list as the one text that it also is', () => {
    const node = nodeAt(read('# press.body\n- a\n- b\n').value as WrittenNode, ['press.body']);
    expect(node?.kind === 'list' && node.whole?.value).toBe('- a\n- b');
    const mixed = nodeAt(read('# press.body\nIntro\n\n- a\n').value as WrittenNode, ['press.body']);
    expect(mixed?.kind).toBe('scalar');
  });

  it('knows where the words of a list stand', () => {
    const text = '# press.facts\n- en\n- to\n  den 6. december\n';
    const node = nodeAt(read(text).value as WrittenNode, ['press.facts', 1]);
    if (node?.kind !== 'scalar' || node.value === null) throw new Error('no scalar');
    const at = node.value.indexOf('6.');
    const { start, end } = spanWithin(node, at, at + 11);
    expect(text.slice(start, end)).toBe('6. december');
  });

  it('reads Windows line ends', () => {
    expect(plain('# poster\r\n## headline\r\nKom\r\n## facts\r\n- a\r\n- b\r\n')).toEqual({
      'poster.headline': 'Kom',
      'poster.facts': ['a', 'b'],
    });
  });

  it('does not take code for headings, nor notes for texts', () => {
    expect(plain('<!-- note\nto self -->\n# poster.line\n```\n# no heading\n```\n')).toEqual({
      'poster.line': '```\n# no heading\n```',
    });
  });
});

describe('faults', () => {
  it.each([
    ['Hej\n# poster.line\nx\n', ['text-outside «Hej»']],
    ['# poster\nHej\n## line\nx\n', ['text-outside «Hej»']],
    ['# Plakatens linje\nx\n', ['text-heading «Plakatens linje»']],
    ['# poster\n## Derfor på biblioteket\nx\n', ['text-heading «Derfor på biblioteket»']],
    ['# poster\n## line\nx\n## line\ny\n', ['text-duplicate «line»']],
    ['# poster\n## line\n\n## headline\ny\n', ['text-empty «line» (warning)']],
    ['# poster.line (short)\nx\n', ['text-unnamed-short «poster.line»']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('points at the heading', () => {
    expect(read('# poster\n## line\nx\n##  line \ny\n').diagnostics.map(place)).toEqual(['da.md:4:5']);
  });

  it('never throws, and every text is where it says', () => {
    const bit = fc.constantFrom(
      '# poster',
      '## line',
      '# a.b',
      ' (short)',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '  ',
      '— by',
      'ord',
      '```',
      '<!--',
      '-->',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.array(bit, { maxLength: 30 }).map((bits) => bits.join('')),
        (text) => {
          const { value, diagnostics } = read(text);
          for (const d of diagnostics) expect(d.span && d.span.end <= text.length).toBe(true);
          const walk = (node: WrittenNode): void => {
            if (node.kind === 'map') for (const entry of node.entries.values()) walk(entry.value);
            else if (node.kind === 'list') node.items.forEach(walk);
            else if (node.value) {
              for (let i = 0; i < node.value.length; i++) {
                const { start, end } = spanWithin(node, i, i + 1);
                expect(text.slice(start, end)).toBe(node.value[i]);
              }
            }
          };
          if (value) walk(value);
        },
      ),
      { numRuns: 300 },
    );
  });
});

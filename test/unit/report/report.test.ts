import { describe, expect, it } from 'vitest';
import { error, warning } from '../../../src/core/diagnostics.ts';
import { span } from '../../../src/core/source.ts';
import { excerpt } from '../../../src/report/excerpt.ts';
import { gather } from '../../../src/report/gather.ts';
import { human, PLAIN, short } from '../../../src/report/human.ts';
import { progressOn, reportText, settled, toJson } from '../../../src/report/index.ts';

const source = { path: 'texts/da.md', text: '# poster\n\tKom torsdag den 7. december\nog spis\r\n' };
const at = (words: string) => span(source, source.text.indexOf(words), source.text.indexOf(words) + words.length);

const fault = error('weekday-mismatch', 'Not a Thursday.', {
  span: at('torsdag'),
  about: { library: 'north', language: 'da' },
  hint: 'Write {{date}}.',
});

it('what nobody sees is not quoted', () => {
  const d = warning('word-too-long', 'No room for “\u2066bib\u00adliotek\u2069”, “می\u200cخواهم”.', {
    hint: 'Take “\ufeffx” out.',
  });
  expect(d.message).toBe('No room for “bibliotek”, “می\u200cخواهم”.');
  expect(d.hints).toEqual(['Take “x” out.']);
});

describe('excerpt', () => {
  it('puts carets under the very words, tabs and all', () => {
    expect(excerpt(at('torsdag'))).toEqual(['2 │  Kom torsdag den 7. december', '  │      ^^^^^^^']);
  });

  it('stops at the end of the first line', () => {
    expect(excerpt(at('december\nog'))).toEqual(['2 │  Kom torsdag den 7. december', `  │ ${' '.repeat(20)}^^^^^^^^`]);
  });

  it('cuts a long line around the fault', () => {
    const long = { path: 'a', text: `${'x'.repeat(300)} fault ${'y'.repeat(300)}` };
    const [line, carets] = excerpt(span(long, 301, 306));
    expect(line?.length).toBeLessThan(130);
    expect(line?.slice(carets?.indexOf('^'), (carets?.lastIndexOf('^') ?? 0) + 1)).toBe('fault');
  });

  it('has nothing to show of an empty place in an empty line', () => {
    expect(excerpt(span({ path: 'a', text: '' }, 0, 0))).toEqual([]);
  });
});

describe('a diagnostic', () => {
  it('for people: what, where, whom, what to do', () => {
    expect(human(fault, PLAIN).split('\n')).toEqual([
      'error [weekday-mismatch] Not a Thursday.',
      '  texts/da.md:2:6',
      '  2 │  Kom torsdag den 7. december',
      '    │      ^^^^^^^',
      '  concerns north, da',
      '  hint Write {{date}}.',
    ]);
  });

  it('for editors: one line', () => {
    expect(short(fault)).toBe('texts/da.md:2:6: error weekday-mismatch: Not a Thursday. (north, da)');
    expect(short(warning('unknown-key', 'Hm.'))).toBe('-: warning unknown-key: Hm.');
  });

  it('for programs: with the words themselves', () => {
    expect(toJson(fault)).toMatchObject({
      file: 'texts/da.md',
      start: { line: 2, column: 6 },
      end: { line: 2, column: 13 },
      text: 'torsdag',
    });
  });
});

describe('gather', () => {
  it('tells the same fault of several libraries once, with whom it concerns', () => {
    const of = (library: string) => ({ ...fault, about: { library, language: 'da' } });
    const [one, ...rest] = gather([of('a'), of('b'), of('c'), of('d'), of('e'), of('a')]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ count: 6, diagnostic: { about: { library: 'a b c and 2 more', language: 'da' } } });
  });

  it('keeps faults of different places apart, in order', () => {
    const other = { ...fault, span: at('december') };
    expect(gather([fault, other, fault]).map(({ count }) => count)).toEqual([2, 1]);
  });

  it('counts in the text for people', () => {
    expect(reportText([fault, fault], 'human', false)).toContain('(2 times)');
    expect(reportText([fault, fault], 'short', false).trim().split('\n')).toHaveLength(1);
    expect(reportText([fault], 'json', false)).toBe('');
  });
});

describe('many alike', () => {
  const table = { path: 'libraries.csv', text: 'a\n'.repeat(30) };
  const of = (line: number) => warning('postcode-invalid', `No. ${line}.`, { span: span(table, 2 * line - 2, 2 * line - 1) });

  it('are shown whole up to eight', () => {
    expect(reportText([1, 2, 3, 4, 5, 6, 7, 8].map(of), 'human', false).match(/No\./g)).toHaveLength(8);
  });

  it('are told by their lines after the fifth', () => {
    const text = reportText([1, 2, 3, 4, 5, 6, 7, 8, 9].map(of), 'human', false);
    expect(text.match(/No\./g)).toHaveLength(5);
    expect(text).toContain('and 4 more [postcode-invalid] in libraries.csv, lines 6, 7, 8, 9');
  });

  it('are all there for editors', () => {
    expect(reportText([1, 2, 3, 4, 5, 6, 7, 8, 9].map(of), 'short', false).trim().split('\n')).toHaveLength(9);
  });
});

describe('what is settled', () => {
  const about = { library: 'north', language: 'da', piece: 'poster' };
  const overflow = (mm: number, size?: string) =>
    error(
      'text-overflow',
      `“Kom” does not fit into <p>: it stands ${mm} mm out of it, even at its smallest size of ${mm * 2} pt.`,
      {
        span: at('Kom'),
        about: { ...about, ...(size && { size }) },
      },
    );

  it('tells a text once for all sizes, by the worst of them', () => {
    const told = settled([overflow(3.5, 'a3'), overflow(12, 'a2'), overflow(1.2, 'a4')]);
    expect(told.map(({ message }) => message)).toEqual([
      '“Kom” does not fit into <p>: it stands 12 mm out of it, even at its smallest size of 24 pt (the worst of A3, A2, A4).',
    ]);
  });

  it('says how many where the sizes are not known, and nothing where there is one', () => {
    expect(settled([overflow(3.5), overflow(12)])[0]?.message).toContain('(the worst of 2 places or sizes)');
    expect(settled([overflow(3.5)])).toEqual([overflow(3.5)]);
  });

  it('keeps libraries and places apart', () => {
    const elsewhere = { ...overflow(2), about: { ...about, library: 'south' } };
    const other = { ...overflow(2), span: at('december') };
    expect(settled([overflow(1), elsewhere, other])).toHaveLength(3);
  });

  it('leaves out what follows from a box that is too tall, of the same document only', () => {
    const tall = error('box-taller-than-page', 'Too tall.', { about: { ...about, size: 'a3' } });
    const pages = (size: string) => error('page-count', 'Two pages.', { about: { ...about, size } });
    expect(settled([tall, pages('a3'), pages('a2')])).toEqual([tall, pages('a2')]);
  });
});

describe('progress', () => {
  const terminal = (isTTY: boolean) => {
    const said: string[] = [];
    return { said, on: { write: (text: string) => void said.push(text), isTTY, columns: 60 } };
  };

  it('is a bar on a terminal, which clears itself away', () => {
    const { said, on } = terminal(true);
    const progress = progressOn(on);
    progress.step(1, 2, 'north');
    progress.step(2, 2, 'south');
    progress.end();
    expect(said[0]).toBe(`\r\u001b[K${'█'.repeat(14)}${'░'.repeat(14)} 1/2 north`);
    expect(said.at(-1)).toBe('\r\u001b[K');
  });

  it('is plain lines in a log', () => {
    const { said, on } = terminal(false);
    const progress = progressOn(on);
    progress.step(3, 12, 'north');
    progress.end();
    expect(said).toEqual(['[ 3/12] north\n']);
  });
});

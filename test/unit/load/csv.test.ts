import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeAt, spanAt, spanWithin, toPlain } from '../../../src/core/written/node.ts';
import { readCsv } from '../../../src/load/csv.ts';
import { composed, decode } from '../../../src/load/decode.ts';
import type { ColumnNames } from '../../../src/load/table.ts';
import { readTable } from '../../../src/load/table.ts';
import { described, place } from '../validate/support.ts';

const table = (text: string, columns: Record<string, string | null> = {}) => {
  const names: ColumnNames = new Map(Object.entries(columns));
  const { rows, diagnostics } = readTable({ path: 'l.csv', text }, names);
  return { rows, plain: rows.map((row) => toPlain(row)), said: diagnostics.map(described), diagnostics };
};

describe('cells', () => {
  it.each([
    ['semicolons', 'id;name\na;"x;y"\n'],
    ['commas', 'id,name\r\na,"x;y"\r\n'],
    ['tabs', 'id\tname\na\tx;y'],
    ['Excel’s own line', 'sep=,\nid,name\na,x;y\n'],
    ['spaces around', 'id ; name\n a ; "x;y" \n'],
    ['empty columns and rows at the end', `${'id;name;;\na;x;y;\n'.replace('x;y', '"x;y"')};;;\n\n`],
  ])('%s', (_, text) => {
    expect(table(text)).toMatchObject({ plain: [{ id: 'a', name: 'x;y' }], said: [] });
  });

  it('reads quotation marks and line ends in a cell, and knows where the words stand', () => {
    const text = 'id;name\na;"Kom ""nu""\nden 6. december"\nb;x\n';
    const { rows, plain } = table(text);
    expect(plain).toEqual([
      { id: 'a', name: 'Kom "nu"\nden 6. december' },
      { id: 'b', name: 'x' },
    ]);
    const node = rows[0] && nodeAt(rows[0], ['name']);
    if (node?.kind !== 'scalar' || node.value === null) throw new Error('no scalar');
    const at = node.value.indexOf('6.');
    const { start, end } = spanWithin(node, at, at + 11);
    expect(text.slice(start, end)).toBe('6. december');
  });

  it.each([
    ['id;name\na;"x\nb;y\n', ['csv-quote «"»']],
    ['id;name\na;"x"y\n', ['csv-quote «y»']],
    ['id;name\na;x;y\n', ['csv-ragged «y» @a']],
    ['id;name;town\na;x\n', ['csv-ragged «a;x» @a (warning)']],
    ['id;;name\na;oops;x\n', ['csv-heading «oops»']],
    ['id;name;name\na;x;y\n', ['csv-duplicate-heading «name»']],
    ['id;name_en;name.en\na;x;y\n', ['csv-duplicate-heading «name.en»']],
    ['id;Kom. nr.\na;x\n', ['csv-heading «Kom. nr.»']],
    ['id;name\n', ['csv-empty «id;name»']],
    ['', ['csv-empty «»']],
  ])('%j', (text, expected) => {
    expect(table(text).said).toEqual(expected);
  });

  it('points at the second of two headings', () => {
    expect(table('id;name;name\na;x;y\n').diagnostics.map(place)).toEqual(['l.csv:1:9']);
  });

  it('never throws, and takes every cell back', () => {
    const cell = fc.string({ maxLength: 8 }).map((s) => s.trim());
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = (s: string): string => `"${s.replaceAll('"', '""')}"`;
        const text = `a;b\n${rows.map(([x, y]) => `${quoted(x)};${quoted(y)}`).join('\n')}`;
        const read = readCsv({ path: 'x', text }).rows.slice(1);
        expect(read.map(({ cells }) => cells.map(({ value }) => value ?? ''))).toEqual(rows);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ';', ',', '"', '\n', '\r', ' ', '\t'), maxLength: 40 }), (text) => {
        for (const d of table(text).diagnostics) expect(d.span && d.span.end <= text.length).toBe(true);
      }),
    );
  });
});

describe('headings', () => {
  it('are paths; short ones are the address, languages may follow an underscore', () => {
    const { plain, said } = table(
      'id;name;name_en;street;town;entrance_da;event.start;event.access.step_free;texts.da.poster.headline;pieces.flyer\n' +
        'a;Nord;North;Vej 1;By;Bagom;17.30;yes;Hej;null\n',
    );
    expect(said).toEqual([]);
    expect(plain).toEqual([
      {
        id: 'a',
        name: { '*': 'Nord', en: 'North' },
        address: { street: 'Vej 1', town: 'By', entrance: { da: 'Bagom' } },
        event: { start: '17.30', access: { step_free: 'yes' } },
        texts: { da: { poster: { headline: 'Hej' } } },
        pieces: { flyer: null },
      },
    ]);
  });

  it('may come in the other order', () => {
    expect(table('id;name.en;name\na;North;Nord\n').plain).toEqual([{ id: 'a', name: { en: 'North', '*': 'Nord' } }]);
  });

  it('of other people are mapped, or left alone', () => {
    const { plain, said } = table('Bibliotek;Nr.;Intern note\nNord;n1;psst\n', {
      Bibliotek: 'name',
      'Nr.': 'id',
      'Intern note': null,
    });
    expect({ plain, said }).toEqual({ plain: [{ name: 'Nord', id: 'n1' }], said: [] });
  });

  it('say nothing where the cell is empty', () => {
    expect(table('id;url\na;\n').plain).toEqual([{ id: 'a' }]);
  });

  it('put a caret into the row that lacks something', () => {
    const { rows } = table('id;name\nnord;Nord\n');
    const row = rows[0];
    expect(row && spanAt(row, ['state']).start).toBe('id;name\n'.length);
  });
});

describe('encodings', () => {
  const text = 'id;name\na;Sønderborg på Åen “x” – €\n';
  const utf16 = (big: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  const windows = Uint8Array.from([...text].map((c) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 })[c] ?? c.charCodeAt(0)));
  it.each([
    ['utf-8', new TextEncoder().encode(text)],
    ['utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['utf-16le', utf16(false)],
    ['utf-16be', utf16(true)],
    ['windows-1252', windows],
  ])('%s', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });
});

it('puts letters and their accents together, and leaves all else as it is', () => {
  expect(composed('pa\u030aske i Mu\u0308nchen, Vie\u0302\u0323t Nam')).toBe('påske i München, Việt Nam');
  const other = 'Å ﬁ ש\u05bc की 豈';
  expect(composed(other)).toBe(other);
});

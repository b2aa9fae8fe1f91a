import { describe, expect, test } from 'vitest';
import { fragmentOf, lay } from './support.ts';

type Row = readonly [name: string, html: string, expected: Readonly<Record<string, string>>];

const check = (rows: readonly Row[]) =>
  test.each(rows)('%s', (_, html, expected) => {
    const laid = lay(html);
    for (const [id, rect] of Object.entries(expected)) expect(`${id}: ${laid.at(id)}`).toBe(`${id}: ${rect}`);
    expect(laid.told).toEqual([]);
  });

describe('automatic columns (CSS 2.1, 17.5.2.2)', () => {
  check([
    [
      'shrinks to its text',
      '<table id=t><tr><td id=a>aa<td id=b>bbbb</table>',
      { t: '0 0 30 10', a: '0 0 10 10', b: '10 0 20 10' },
    ],
    [
      'shares a written width by max-content',
      '<table style="width:120pt"><tr><td id=a>aa<td id=b>bbbb</table>',
      { a: '0 0 40 10', b: '40 0 80 10' },
    ],
    [
      'written column widths stay',
      '<table style="width:120pt"><tr><td id=a style="width:30pt">aa<td id=b>bbbb</table>',
      { a: '0 0 30 10', b: '30 0 90 10' },
    ],
    [
      'percentages',
      '<table style="width:100pt"><tr><td id=a style="width:25%">aa<td id=b>bbbb</table>',
      { a: '0 0 25 10', b: '25 0 75 10' },
    ],
    [
      'between min and max',
      '<table style="width:30pt"><tr><td id=a>aa aa<td id=b>bb bb</table>',
      { a: '0 0 15 20', b: '15 0 15 20' },
    ],
    ['never below min-content', '<table id=t style="width:10pt"><tr><td>aaaa<td>bb</table>', { t: '0 0 30 10' }],
    [
      'spacing around and between',
      '<table id=t style="border-spacing:3pt 2pt"><tr><td id=a>aa<td id=b>bb</table>',
      { t: '0 0 29 14', a: '3 2 10 10', b: '16 2 10 10' },
    ],
    [
      'colspan',
      '<table id=t><tr><td id=a>aa<td id=b>bb<tr><td id=c colspan=2>cccc cccc</table>',
      { t: '0 0 45 20', a: '0 0 22.5 10', c: '0 10 45 10' },
    ],
    [
      'rowspan',
      '<table><tr><td id=a rowspan=2>a<td id=b>b<tr><td id=c>c<tr><td id=d>d</table>',
      { a: '0 0 5 20', b: '5 0 5 10', c: '5 10 5 10', d: '0 20 5 10' },
    ],
    [
      'a high spanning cell makes rows higher',
      '<table><tr><td id=a rowspan=2 style="height:40pt">a<td id=b>b<tr><td id=c>c</table>',
      { a: '0 0 5 40', b: '5 0 5 20', c: '5 20 5 20' },
    ],
    [
      'padding and borders',
      '<table id=t style="border:2pt solid"><tr><td id=a style="padding:3pt;border:1pt solid">aa</table>',
      { t: '0 0 22 22', a: '2 2 18 18' },
    ],
    [
      'a cell over columns in which no cell begins does not fix the one that is left',
      '<table style="width:120pt"><tr><td id=a>aa<td id=b colspan=3 style="width:30pt">bb</table>',
      { a: '0 0 30 10', b: '30 0 90 10' },
    ],
    [
      'a percentage over columns goes to those without, by their content',
      '<table style="width:100pt"><tr><td id=a>a<td id=b>bbb<td id=c>c<tr><td colspan=2 style="width:80%">x<td>y</table>',
      { a: '0 0 20 10', b: '20 0 60 10', c: '80 0 20 10' },
    ],
    [
      'no more than the whole is shared out',
      '<table style="width:100pt"><tr><td id=a style="width:70%">a<td id=b style="width:70%">b</table>',
      { a: '0 0 70 10', b: '70 0 30 10' },
    ],
    [
      'rows with a percentage grow first, written ones last',
      '<table style="height:100pt"><tr id=r style="height:20pt"><td>a<tr id=s style="height:50%"><td>a<tr id=t><td>a</table>',
      { r: '0 0 5 20', s: '0 20 5 50', t: '0 70 5 30' },
    ],
    [
      'what is in a cell refers to its height where the table gave it more',
      '<table style="height:60pt"><tr><td style="vertical-align:middle"><div id=d style="height:50%">a</div></table>',
      { d: '0 15 5 30' },
    ],
    [
      'a row moves, and holds what is absolute',
      '<table><tr id=r style="position:relative;top:3pt"><td id=a>aa<p id=p style="position:absolute;right:0;top:0">p</p></table>',
      { r: '0 3 10 10', a: '0 3 10 10', p: '5 3 5 10' },
    ],
    ['auto margins centre it', '<table id=t style="margin:0 auto"><tr><td>aa</table>', { t: '95 0 10 10' }],
    ['cells are as high as their row', '<table><tr><td id=a>a<td id=b>b<br>b</table>', { a: '0 0 5 20', b: '5 0 5 20' }],
    [
      'a written height is shared',
      '<table id=t style="height:60pt"><tr id=r><td>a<tr id=s><td>a</table>',
      { t: '0 0 5 60', r: '0 0 5 30', s: '0 30 5 30' },
    ],
    [
      'header first, footer last',
      '<table><tfoot><tr id=f><td>f</tfoot><tbody><tr id=b><td>b</tbody><thead><tr id=h><td>h</thead></table>',
      { h: '0 0 5 10', b: '0 10 5 10', f: '0 20 5 10' },
    ],
    [
      'captions above and below',
      '<table id=t><caption id=c>cc</caption><caption id=d style="caption-side:bottom">dd</caption><tr><td>aaaa</table><p id=n>n',
      { c: '0 0 20 10', t: '0 10 20 10', d: '0 20 20 10', n: '0 30 200 10' },
    ],
  ]);

  test('vertical-align', () => {
    const laid =
      lay(`<table><tr><td>a<br>a<br>a<td style="vertical-align:middle"><p id=m>m</p><td style="vertical-align:bottom"><p id=b>b</p>
      <td style="vertical-align:baseline;padding-top:4pt"><p id=x>x</p><td style="vertical-align:baseline"><p id=y>y</p></table>`);
    expect(['m', 'b', 'x', 'y'].map((id) => laid.at(id))).toEqual(['5 10 5 10', '10 20 5 10', '15 4 5 10', '20 4 5 10']);
  });

  test('absolute boxes in a positioned cell refer to the whole cell', () => {
    const laid = lay(
      '<table><tr><td>a<br>a<br>a<td style="position:relative;vertical-align:middle">b<i id=a style="position:absolute;bottom:0;right:0;width:2pt;height:2pt"></i></table>',
    );
    expect(laid.at('a')).toBe('8 28 2 2');
  });
});

describe('fixed columns (CSS 2.1, 17.5.2.1)', () => {
  check([
    [
      'the first row decides',
      '<table style="table-layout:fixed;width:100pt"><tr><td id=a style="width:30pt">a<td id=b>b<tr><td>aaaaaaaaaaaaaaaaa<td>b</table>',
      { a: '0 0 30 10', b: '30 0 70 10' },
    ],
    [
      'equal shares',
      '<table style="table-layout:fixed;width:90pt"><tr><td id=a>aaaa<td id=b>b<td id=c>c</table>',
      { a: '0 0 30 10', b: '30 0 30 10', c: '60 0 30 10' },
    ],
  ]);
});

describe('collapsed borders (CSS 2.1, 17.6.2)', () => {
  const css = '<style>table{border-collapse:collapse}</style>';
  test('each cell has half of the border that wins', () => {
    const laid = lay(`${css}<table id=t><tr><td id=a style="border:2pt solid">aa<td id=b style="border:4pt solid">bb</table>`);
    const root = laid.pages[0]?.fragment as never;
    const widths = (id: string) => {
      const sides = fragmentOf(root, id)?.borderSides;
      return sides && [sides.top.width, sides.right.width, sides.bottom.width, sides.left.width];
    };
    expect(widths('a')).toEqual([1, 2, 1, 1]);
    expect(widths('b')).toEqual([2, 2, 2, 2]);
  });

  test('a row’s border is painted by its cells', () => {
    const laid = lay(`${css}<table><tr style="border-bottom:1pt solid"><td id=a>a<tr><td id=b>b</table>`);
    const root = laid.pages[0]?.fragment as never;
    expect(fragmentOf(root, 'a')?.borderSides?.bottom).toMatchObject({ width: 0.5, style: 'solid' });
    expect(fragmentOf(root, 'b')?.borderSides?.top).toMatchObject({ width: 0.5, style: 'solid' });
  });
});

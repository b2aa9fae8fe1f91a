import { describe, expect, test } from 'vitest';
import { lay } from './support.ts';

/** Paragraphs of one word a line: 'a1 a2 a3' on a column 10 wide. */
const lines = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i + 1}`).join('<br>');
const p = (name: string, n: number, style = '') => `<p style="${style}">${lines(name, n)}</p>`;
/** Pages of 100 × 50: five lines. */
const five = { width: 100, height: 50 };
const texts = (body: string, css = '', size = five) => {
  const laid = lay(body, css, size);
  expect(laid.told).toEqual([]);
  return laid.pages.map((_, i) => laid.lines(i).join(' '));
};

describe('breaking between and in blocks (css-break-3)', () => {
  test('between lines', () => {
    expect(texts(p('a', 12))).toEqual(['a1 a2 a3 a4 a5', 'a6 a7 a8 a9 a10', 'a11 a12']);
  });
  test('exactly full is one page', () => {
    expect(texts(p('a', 5))).toEqual(['a1 a2 a3 a4 a5']);
  });
  test('widows pull a line over', () => {
    expect(texts(p('a', 6), 'p { widows: 3 }')).toEqual(['a1 a2 a3', 'a4 a5 a6']);
  });
  test('orphans push the paragraph over', () => {
    expect(texts(p('a', 3) + p('b', 4), 'p { orphans: 3 }')).toEqual(['a1 a2 a3', 'b1 b2 b3 b4']);
  });
  test('orphans and widows together move a paragraph that cannot be divided', () => {
    expect(texts(p('a', 3) + p('b', 3), 'p { orphans: 2; widows: 2 }')).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });
  test('where nothing else can be, orphans and widows yield', () => {
    expect(texts(p('a', 6), 'p { orphans: 9; widows: 9 }')).toEqual(['a1 a2 a3 a4 a5', 'a6']);
  });
  test('break-inside: avoid', () => {
    expect(texts(p('a', 3) + p('b', 4, 'break-inside:avoid'))).toEqual(['a1 a2 a3', 'b1 b2 b3 b4']);
    expect(texts(`${p('a', 3)}<div style="break-inside:avoid">${p('b', 2)}${p('c', 2)}</div>`)).toEqual([
      'a1 a2 a3',
      'b1 b2 c1 c2',
    ]);
  });
  test('break-inside: avoid of what is higher than a page', () => {
    expect(texts(p('a', 3) + p('b', 6, 'break-inside:avoid'))).toEqual(['a1 a2 a3', 'b1 b2 b3 b4 b5', 'b6']);
  });
  test('a heading stays with what follows', () => {
    expect(texts(`${p('a', 4)}<h2 style="break-after:avoid">h</h2>${p('b', 3)}`)).toEqual(['a1 a2 a3 a4', 'h b1 b2 b3']);
  });
  test('a heading with what follows, across parents', () => {
    expect(texts(`${p('a', 4)}<section><h2 style="break-after:avoid">h</h2>${p('b', 3)}</section>`)).toEqual([
      'a1 a2 a3 a4',
      'h b1 b2 b3',
    ]);
  });
  test('what stays with what is before it takes lines along', () => {
    expect(texts(`${p('a', 5)}${p('b', 1, 'break-before:avoid')}`)).toEqual(['a1 a2 a3 a4', 'a5 b1']);
  });
  test('a chain of avoids longer than a page breaks all the same', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((n) => p(n, 1, 'break-after:avoid')).join('');
    expect(texts(chain).join(' ')).toBe('a1 b1 c1 d1 e1 f1 g1');
  });
  test('forced breaks', () => {
    expect(texts(p('a', 1) + p('b', 1, 'break-before:page') + p('c', 1))).toEqual(['a1', 'b1 c1']);
    expect(texts(p('a', 1, 'break-after:page') + p('b', 1))).toEqual(['a1', 'b1']);
    expect(texts(`<section>${p('a', 1)}</section><section>${p('b', 1, 'break-before:page')}</section>`)).toEqual(['a1', 'b1']);
    expect(texts(`<section>${p('a', 1)}${p('b', 1, 'break-before:page')}</section>${p('c', 1)}`)).toEqual(['a1', 'b1 c1']);
    expect(texts(p('a', 1, 'break-before:page'))).toEqual(['a1']);
  });
  test('a side that is not next leaves a blank page', () => {
    expect(texts(p('a', 1) + p('b', 1, 'break-before:right'))).toEqual(['a1', '', 'b1']);
    expect(texts(p('a', 1) + p('b', 1, 'break-before:left'))).toEqual(['a1', 'b1']);
  });
  test('margins: dropped at an unforced break, kept after a forced one', () => {
    const at = (css: string) => lay(`${p('a', 4)}<p id=b style="margin-top:15pt;${css}">b</p>`, '', five).at('b');
    expect(at('')).toBe('p2: 0 0 100 10');
    expect(at('break-before:page')).toBe('p2: 0 15 100 10');
  });
  test('the margin after the last line on a page is cut', () => {
    expect(texts(p('a', 5, 'margin-bottom:30pt') + p('b', 1))).toEqual(['a1 a2 a3 a4 a5', 'b1']);
  });
  test('padding and border are cut, the part fills its page', () => {
    const laid = lay(`${p('a', 2)}<div id=d style="padding:4pt 0;border:1pt solid">${p('b', 4)}</div>`, '', five);
    expect(laid.at('d')).toBe('0 20 100 30; p2: 0 0 100 25');
    expect(laid.pages.map((_, i) => laid.lines(i).join(' '))).toEqual(['a1 a2 b1 b2', 'b3 b4']);
  });
  test('bottom padding needs room with the last line', () => {
    const laid = lay(`<div id=d style="padding-bottom:8pt">${p('b', 5)}</div>`, '', five);
    expect(laid.at('d')).toBe('0 0 100 50; p2: 0 0 100 18');
  });
  test('a written height goes on', () => {
    const laid = lay('<div id=d style="height:120pt"></div><p id=e>e</p>', '', five);
    expect(laid.at('d')).toBe('0 0 100 50; p2: 0 0 100 50; p3: 0 0 100 20');
    expect(laid.at('e')).toBe('p3: 0 20 100 10');
  });
  test('pictures, flex containers and clipped boxes move as one', () => {
    const css = 'img { display: block; width: 60pt }';
    expect(lay(`${p('a', 3)}<img id=i src=a alt=x>`, css, five).at('i')).toBe('p2: 0 0 60 30');
    expect(lay(`${p('a', 3)}<div id=i style="display:flex">${p('b', 3)}</div>`, '', five).at('i')).toBe('p2: 0 0 100 30');
    expect(lay(`${p('a', 3)}<div id=i style="overflow:hidden;height:30pt"></div>`, '', five).at('i')).toBe('p2: 0 0 100 30');
  });
  test('what is taller than a page and cannot be broken is told of', () => {
    const laid = lay(`${p('a', 1)}<div id=i style="display:flex">${p('b', 7)}</div>${p('c', 1)}`, '', five);
    expect(laid.at('i')).toBe('p2: 0 0 100 70');
    expect(laid.told.filter((t) => t.startsWith('box-taller'))).toHaveLength(1);
    expect(laid.lines(2)).toEqual(['c1']);
  });
  test('list items: the marker stands at the first part only', () => {
    const laid = lay(`<ul style="padding-left:20pt;list-style:decimal"><li>${lines('a', 7)}</li></ul>`, '', five);
    expect(laid.lines(1).join(' ')).toBe('a6 a7');
  });
  test('nested blocks go on at the same place', () => {
    const laid = lay(`<div style="padding:0 5pt"><div id=d style="padding:0 5pt">${p('a', 3)}${p('b', 4)}</div></div>`, '', five);
    expect(laid.at('d')).toBe('5 0 90 50; p2: 5 0 90 20');
  });
});

describe('absolute boxes over pages', () => {
  test('go with the line that they stand in', () => {
    const laid = lay(`<p>${lines('a', 6)}<br>x <i id=i style="position:absolute;width:3pt;height:3pt"></i>y</p>`, '', five);
    expect(laid.at('i')).toBe('p2: 5 10 3 3');
  });
});

describe('pages', () => {
  test('margins by page; width may change', () => {
    const laid = lay(`${p('a', 4)}<p id=b>b</p>`, '@page { margin: 10pt } @page :first { margin: 10pt 30pt 10pt 20pt }', five);
    expect(laid.at('b')).toBe('p2: 10 20 80 10');
    expect(laid.lines(0)).toEqual(['a1', 'a2', 'a3']);
  });
  test('100vh sections make one page each', () => {
    const laid = lay(
      '<section id=a style="height:100vh">a</section><section id=b style="height:100vh;break-before:page">b</section>',
      '',
      five,
    );
    expect([laid.at('a'), laid.at('b')]).toEqual(['0 0 100 50', 'p2: 0 0 100 50']);
    expect(laid.pages).toHaveLength(2);
  });
  test('where there is no room at all, a line a page: an end, and nothing lost', () => {
    expect(texts(p('a', 3), '@page { margin: 30pt }')).toEqual(['a1', 'a2', 'a3']);
  });
  test('min-height goes on over pages, too', () => {
    const laid = lay('<div id=d style="min-height:70pt">x</div><p id=e>e</p>', '', five);
    expect([laid.at('d'), laid.at('e')]).toEqual(['0 0 100 50; p2: 0 0 100 20', 'p2: 0 20 100 10']);
  });
});

describe('tables over pages', () => {
  const row = (n: string, k = 1, style = '') => `<tr style="${style}"><td>${lines(n, k)}</td></tr>`;
  test('between rows; the header comes again, as decoration', () => {
    const laid = lay(
      `<table><thead>${row('h')}</thead><tbody>${row('a', 2)}${row('b', 3)}${row('c', 1)}</tbody></table>`,
      '',
      five,
    );
    expect(laid.pages.map((_, i) => laid.lines(i).join(' '))).toEqual(['h1 a1 a2', 'h1 b1 b2 b3 c1']);
    const repeated = JSON.stringify(laid.pages[1]?.fragment, (k, v) => (k === 'box' || k === 'style' ? undefined : v));
    expect(repeated).toContain('"repeated":true');
  });
  test('a header does not stay alone', () => {
    expect(texts(`${p('z', 4)}<table><thead>${row('h')}</thead><tbody>${row('a')}${row('b')}</tbody></table>`)).toEqual([
      'z1 z2 z3 z4',
      'h1 a1 b1',
    ]);
  });
  test('a row lower than half a page is not broken, a higher one is, unless it says no', () => {
    expect(texts(`<table>${row('a', 4)}${row('b', 2)}</table>`, 'p, td { orphans: 1; widows: 1 }')).toEqual([
      'a1 a2 a3 a4',
      'b1 b2',
    ]);
    expect(texts(`<table>${row('a', 3)}${row('b', 4)}</table>`)).toEqual(['a1 a2 a3 b1 b2', 'b3 b4']);
    expect(texts(`<table>${row('a', 3)}${row('b', 4, 'break-inside:avoid')}</table>`)).toEqual(['a1 a2 a3', 'b1 b2 b3 b4']);
  });
  test('a row higher than a page is', () => {
    expect(texts(`<table>${row('a', 2)}${row('b', 7)}${row('c')}</table>`)).toEqual(['a1 a2 b1 b2 b3', 'b4 b5 b6 b7 c1']);
  });
  const spanned = (style = '') =>
    `<tr style="${style}"><td rowspan=2>${lines('s', 4)}</td><td>${lines('b', 2)}</td></tr><tr><td>${lines('c', 2)}</td></tr>`;
  test('cells over rows go on beside them', () => {
    expect(texts(`<table>${row('a', 2)}${spanned()}</table>`)).toEqual(['a1 a2 s1 b1 s2 b2', 's3 c1 s4 c2']);
    expect(texts(`<table>${row('a', 2)}${spanned('break-inside:avoid')}</table>`)).toEqual(['a1 a2', 's1 b1 s2 b2 s3 c1 s4 c2']);
  });
  test('rows make room for what is left of a cell beside them', () => {
    const laid = lay(
      `<table>${row('a', 2)}<tr><td rowspan=2 style="widows:4">${lines('s', 6)}</td><td>b</td></tr><tr><td id=c>c</td></tr></table>`,
      'td { vertical-align: top }',
      five,
    );
    expect(laid.pages.map((_, i) => laid.lines(i).join(' '))).toEqual(['a1 a2 s1 b s2', 's3 c s4 s5 s6']);
    expect(laid.at('c')).toBe('p2: 10 0 5 40');
  });
  test('the footer comes at the end of each page and is read on the last', () => {
    const body = `<tbody>${row('a', 2)}${row('b', 2)}${row('c', 2)}</tbody>`;
    expect(texts(`<table>${body}<tfoot>${row('f')}</tfoot></table>`)).toEqual(['a1 a2 b1 b2 f1', 'c1 c2 f1']);
    expect(texts(`<table><thead>${row('h')}</thead>${body}<tfoot>${row('f')}</tfoot></table>`)).toEqual([
      'h1 a1 a2 f1',
      'h1 b1 b2 f1',
      'h1 c1 c2 f1',
    ]);
  });
  test('a header higher than a quarter of the page, or one that may be broken, does not come again', () => {
    const body = `<tbody>${row('a', 2)}${row('b', 2)}</tbody></table>`;
    expect(texts(`<table><thead>${row('h', 2)}</thead>${body}`)).toEqual(['h1 h2 a1 a2', 'b1 b2']);
    expect(texts(`<table><thead style="break-inside:auto">${row('h')}</thead>${body}`)).toEqual(['h1 a1 a2 b1 b2']);
  });
  test('a break asked for in a cell ends the page in its row', () => {
    expect(texts(`<table><tr><td>a<td>b<p style="break-before:page">c</tr>${row('d')}</table>`)).toEqual(['a b', 'c d1']);
    expect(texts(`<table>${row('a')}<tr><td><p style="break-before:page">b</tr></table>`)).toEqual(['a1', 'b']);
    expect(texts(`${p('z', 1)}<table><tr style="break-before:page"><td>a</tr></table>`)).toEqual(['z1', 'a']);
  });
  test('a caption below that has no room goes to the next page', () => {
    const caption = '<caption style="caption-side:bottom">cap</caption>';
    expect(texts(`<table>${caption}${row('a', 3)}${row('b', 2)}</table>${p('z', 1)}`)).toEqual(['a1 a2 a3 b1 b2', 'cap z1']);
  });
  test('forced and avoided breaks between rows', () => {
    expect(texts(`<table>${row('a')}${row('b', 1, 'break-before:page')}${row('c')}</table>`)).toEqual(['a1', 'b1 c1']);
    expect(texts(`<table>${row('a', 3)}${row('b', 2, 'break-after:avoid')}${row('c', 2)}</table>`)).toEqual([
      'a1 a2 a3',
      'b1 b2 c1 c2',
    ]);
  });
  test('after the table the flow goes on', () => {
    expect(texts(`<table>${row('a', 3)}${row('b', 3)}</table>${p('z', 1)}`)).toEqual(['a1 a2 a3', 'b1 b2 b3 z1']);
  });
  test('with captions', () => {
    expect(texts(`<table><caption>cap</caption>${row('a', 3)}${row('b', 3)}</table>`)).toEqual(['cap a1 a2 a3', 'b1 b2 b3']);
  });
});

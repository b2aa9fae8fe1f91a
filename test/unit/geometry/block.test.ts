import { describe, expect, test } from 'vitest';
import { lay } from './support.ts';

type Row = readonly [name: string, html: string, expected: Readonly<Record<string, string>>];

const check = (rows: readonly Row[]) =>
  test.each(rows)('%s', (_, html, expected) => {
    const laid = lay(html);
    for (const [id, rect] of Object.entries(expected)) expect(`${id}: ${laid.at(id)}`).toBe(`${id}: ${rect}`);
    expect(laid.told).toEqual([]);
  });

describe('widths of blocks (CSS 2.1, 10.3.3)', () => {
  check([
    ['auto fills', '<div id=a style="height:5pt">', { a: '0 0 200 5' }],
    ['auto fills what margins leave', '<div id=a style="margin:0 10pt 0 30pt;height:5pt">', { a: '30 0 160 5' }],
    [
      'over-constrained: the right margin gives way',
      '<div id=a style="width:100pt;margin:0 300pt 0 30pt;height:5pt">',
      { a: '30 0 100 5' },
    ],
    ['two auto margins centre', '<div id=a style="width:100pt;margin:0 auto;height:5pt">', { a: '50 0 100 5' }],
    ['one auto margin takes all', '<div id=a style="width:100pt;margin:0 20pt 0 auto;height:5pt">', { a: '80 0 100 5' }],
    ['auto margins of a box too wide are 0', '<div id=a style="width:300pt;margin:0 auto;height:5pt">', { a: '0 0 300 5' }],
    [
      'in rtl the left margin gives way',
      '<div style="direction:rtl"><div id=a style="width:100pt;margin:0 10pt;height:5pt"></div></div>',
      { a: '90 0 100 5' },
    ],
    ['max-width, then auto margins again', '<div id=a style="max-width:80pt;margin:0 auto;height:5pt">', { a: '60 0 80 5' }],
    [
      'min-width wins over max-width',
      '<div id=a style="min-width:90pt;max-width:80pt;width:10pt;height:5pt">',
      { a: '0 0 90 5' },
    ],
    [
      'content-box adds padding and border',
      '<div id=a style="width:50%;padding:5pt;border:1pt solid;height:10pt">',
      { a: '0 0 112 22' },
    ],
    [
      'border-box holds them',
      '<div id=a style="box-sizing:border-box;width:50%;padding:5pt;border:1pt solid;height:20pt">',
      { a: '0 0 100 20' },
    ],
    ['vertical padding in percent is of the width', '<div id=a style="padding:5% 0">', { a: '0 0 200 20' }],
    [
      'percent height of a definite one',
      '<div style="height:80pt"><div id=a style="height:25%"></div></div>',
      { a: '0 0 200 20' },
    ],
    ['percent height of auto is auto', '<div><div id=a style="height:25%">word</div></div>', { a: '0 0 200 10' }],
    [
      'min- and max-height',
      '<div id=a style="min-height:15pt">x</div><div id=b style="max-height:5pt;overflow:hidden"><div style="height:9pt"></div></div>',
      { a: '0 0 200 15', b: '0 15 200 5' },
    ],
    ['aspect-ratio from the width', '<div id=a style="width:60pt;aspect-ratio:2">', { a: '0 0 60 30' }],
    ['aspect-ratio from the height', '<div id=a style="height:30pt;aspect-ratio:2">', { a: '0 0 60 30' }],
    ['content is higher than the ratio', '<div id=a style="width:20pt;aspect-ratio:2">a b c d e f</div>', { a: '0 0 20 30' }],
    [
      'relative moves nothing else',
      '<div id=a style="position:relative;left:5pt;top:-3pt;height:10pt"></div><div id=b style="height:1pt">',
      { a: '5 -3 200 10', b: '0 10 200 1' },
    ],
  ]);
});

describe('intrinsic widths', () => {
  check([
    ['min-content is the longest word', '<div id=a style="width:min-content">aa bbbb c</div>', { a: '0 0 20 30' }],
    ['max-content is one line', '<div id=a style="width:max-content">aa bbbb c</div>', { a: '0 0 45 10' }],
    [
      'fit-content stops at the room',
      '<div style="width:40pt"><div id=a style="width:fit-content">aa bbbb c</div></div>',
      { a: '0 0 40 20' },
    ],
    [
      'fit-content is no wider than its text',
      '<div id=a style="width:fit-content;padding:0 3pt">aa bbbb c</div>',
      { a: '0 0 51 10' },
    ],
    [
      'the widest child, with its margins',
      '<div id=a style="width:max-content"><p style="margin:0 10pt">aaaa</p><p>bb</p></div>',
      { a: '0 0 40 20' },
    ],
    [
      'a written width counts as it is',
      '<div id=a style="width:max-content"><p style="width:33pt">aaaaaaaaaaaaaaaa</p></div>',
      { a: '0 0 33 10' },
    ],
    ['inline-block shrinks to fit', '<p><span id=a style="display:inline-block">aa bb</span></p>', { a: '0 0 25 10' }],
    [
      'a picture has its own width',
      '<div id=a style="width:max-content"><img src=a alt=a style="display:block"></div>',
      { a: '0 0 120 60' },
    ],
    [
      'flex items stand side by side',
      '<div id=a style="width:max-content;display:flex;gap:4pt"><p>aa</p><p>bb cc</p></div>',
      { a: '0 0 39 10' },
    ],
    [
      'wrapping flex may break between items',
      '<div id=a style="width:min-content;display:flex;flex-wrap:wrap"><p>aa</p><p>bbb</p></div>',
      { a: '0 0 15 20' },
    ],
    ['table', '<div style="width:max-content" id=a><table><tr><td>aa bb</td><td>c</td></tr></table></div>', { a: '0 0 30 10' }],
  ]);
});

describe('margins collapse (CSS 2.1, 8.3.1)', () => {
  const box = (id: string, style = '', inner = '') => `<div id=${id} style="${style}">${inner}</div>`;
  check([
    [
      'siblings: the larger',
      box('a', 'height:5pt;margin-bottom:10pt') + box('b', 'height:5pt;margin-top:15pt'),
      { b: '0 20 200 5' },
    ],
    [
      'a negative one is taken off',
      box('a', 'height:5pt;margin-bottom:10pt') + box('b', 'height:5pt;margin-top:-4pt'),
      { b: '0 11 200 5' },
    ],
    [
      'two negative ones: the larger',
      box('a', 'height:25pt;margin-bottom:-10pt') + box('b', 'height:5pt;margin-top:-4pt'),
      { b: '0 15 200 5' },
    ],
    [
      'first child leaves its parent',
      box('z', 'height:5pt') + box('a', '', box('b', 'height:5pt;margin-top:10pt')),
      { a: '0 15 200 5', b: '0 15 200 5' },
    ],
    [
      'padding keeps it in',
      box('a', 'padding-top:1pt', box('b', 'height:5pt;margin-top:10pt')),
      { a: '0 0 200 16', b: '0 11 200 5' },
    ],
    ['a border keeps it in', box('a', 'border-top:1pt solid', box('b', 'height:5pt;margin-top:10pt')), { a: '0 0 200 16' }],
    ['overflow: hidden keeps both in', box('a', 'overflow:hidden', box('b', 'height:5pt;margin:10pt 0')), { a: '0 0 200 25' }],
    [
      'last child leaves its parent',
      box('a', '', box('b', 'height:5pt;margin-bottom:10pt')) + box('c', 'height:5pt'),
      { a: '0 0 200 5', c: '0 15 200 5' },
    ],
    [
      'a written height keeps it from leaving',
      box('a', 'height:20pt', box('b', 'height:5pt;margin-bottom:30pt')) + box('c', 'height:5pt'),
      { a: '0 0 200 20', c: '0 20 200 5' },
    ],
    [
      'a min-height that counts too',
      box('a', 'min-height:20pt', box('b', 'height:5pt;margin-bottom:30pt')) + box('c', 'height:5pt'),
      { a: '0 0 200 20', c: '0 20 200 5' },
    ],
    [
      'through an empty box',
      box('a', 'height:5pt;margin-bottom:10pt') + box('b', 'margin:20pt 0 30pt') + box('c', 'height:5pt;margin-top:7pt'),
      { b: '0 25 200 0', c: '0 35 200 5' },
    ],
    [
      'through nested empty boxes',
      box('a', 'height:5pt') + box('b', 'margin-top:8pt', box('c', 'margin:20pt 0')) + box('d', 'height:5pt'),
      { d: '0 25 200 5' },
    ],
    [
      'an empty box with padding stops it',
      box('a', 'height:5pt;margin-bottom:10pt') +
        box('b', 'margin:20pt 0;padding-top:1pt') +
        box('c', 'height:5pt;margin-top:7pt'),
      { c: '0 46 200 5' },
    ],
    [
      'grandchildren',
      box('z', 'height:5pt') + box('a', 'margin-top:3pt', box('b', 'margin-top:12pt', box('c', 'margin-top:6pt;height:5pt'))),
      { a: '0 17 200 5', c: '0 17 200 5' },
    ],
    [
      'flex items keep theirs',
      '<div id=a style="display:flex;flex-direction:column"><div style="height:5pt;margin:10pt 0"></div><div id=b style="height:5pt;margin:10pt 0"></div></div>',
      { a: '0 0 200 50', b: '0 35 200 5' },
    ],
    [
      'a flex container collapses with its siblings',
      `${box('z', 'height:5pt;margin-bottom:10pt')}<div id=a style="display:flex;margin-top:8pt;height:5pt"></div>`,
      { a: '0 15 200 5' },
    ],
    [
      'inline-block keeps them in',
      '<p><span id=a style="display:inline-block"><b style="display:block;margin:10pt 0;height:5pt;width:5pt"></b></span></p>',
      { a: '0 0 5 25' },
    ],
    [
      'absolute keeps them in',
      '<div id=a style="position:absolute"><div style="height:5pt;margin:10pt 0"></div></div>',
      { a: '0 0 0 25' },
    ],
    [
      'a cell keeps them in',
      '<table><tr><td id=a><div style="height:5pt;margin:10pt 0;width:5pt"></div></td></tr></table>',
      { a: '0 0 5 25' },
    ],
    [
      'out-of-flow boxes do not part them',
      box('a', 'height:5pt;margin-bottom:10pt') +
        '<div style="position:absolute">x</div>' +
        box('b', 'height:5pt;margin-top:15pt'),
      { b: '0 20 200 5' },
    ],
  ]);
});

describe('pictures (CSS 2.1, 10.3.2, 10.4)', () => {
  const img = (style: string, src = 'a') => `<img id=a src="${src}" alt="x" style="display:block;${style}">`;
  check([
    ['own size', img(''), { a: '0 0 120 60' }],
    ['height by the ratio', img('width:50%'), { a: '0 0 100 50' }],
    ['width by the ratio', img('height:20pt'), { a: '0 0 40 20' }],
    ['max-width keeps the ratio', img('max-width:60pt'), { a: '0 0 60 30' }],
    ['max-height keeps the ratio', img('max-height:15pt'), { a: '0 0 30 15' }],
    ['min-width keeps the ratio', img('min-width:180pt'), { a: '0 0 180 90' }],
    ['both too large: what fits both', img('max-width:60pt;max-height:15pt'), { a: '0 0 30 15' }],
    ['too narrow and too high cannot keep it', img('min-width:150pt;max-height:20pt'), { a: '0 0 150 20' }],
    ['a ratio without size fills', img('', 'ratio.svg'), { a: '0 0 200 100' }],
    ['nothing known: 300 by 150 px', img('', 'none.svg'), { a: '0 0 225 112.5' }],
    ['width and height written: no ratio', img('width:10pt;height:10pt'), { a: '0 0 10 10' }],
    ['auto margins centre it', img('margin:0 auto;width:100pt'), { a: '50 0 100 50' }],
    ['padding and border-box', img('box-sizing:border-box;padding:10pt;width:100pt'), { a: '0 0 100 60' }],
  ]);
});

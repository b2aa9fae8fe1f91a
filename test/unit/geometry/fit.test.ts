import { describe, expect, test } from 'vitest';
import { fragmentOf, lay } from './support.ts';

/** Size (pt) and lines that a fitted element gets. Characters are half the size wide, lines as high as the size. */
function fitted(style: string, content: string, around = '') {
  const laid = lay(`<div style="${around}"><div id=a style="-kit-fit:10pt 40pt;${style}">${content}</div></div>`);
  const f = fragmentOf(laid.pages[0]?.fragment as never, 'a');
  return { size: Math.round((f?.fittedSize ?? 0) * 100) / 100, lines: laid.lines(0), told: laid.told, laid };
}

describe('fitted text', () => {
  test('all at its largest where it fits', () => {
    expect(fitted('width:200pt;height:50pt', 'abc')).toMatchObject({ size: 40, lines: ['abc'], told: [] });
  });
  test('as large as the width takes', () => {
    const { size, lines } = fitted('width:100pt;height:50pt;white-space:nowrap', 'abcde fghij');
    expect(size).toBeGreaterThan(18.1);
    expect(size).toBeLessThanOrEqual(18.19);
    expect(lines).toEqual(['abcde fghij']);
  });
  test('as large as the height takes, over several lines, to a twentieth of a point', () => {
    // Two lines of 50 pt: 25 pt; five characters of 25 pt are 62.5 wide.
    expect(fitted('width:100pt;height:50pt', 'abcde fghij')).toMatchObject({ size: 25, lines: ['abcde', 'fghij'] });
  });
  test('a word is not let out of the box', () => {
    expect(fitted('width:100pt;height:200pt', 'abcdefgh').size).toBe(25);
  });
  test('padding is no room for text', () => {
    expect(fitted('box-sizing:border-box;width:100pt;height:50pt;padding:10pt', 'ab').size).toBe(30);
  });
  test('max-height is a height', () => {
    expect(fitted('width:200pt;max-height:24pt', 'abc').size).toBe(24);
  });
  test('without a height the width alone counts', () => {
    expect(fitted('width:60pt', 'abcde').size).toBe(24);
  });
  test('sizes are those of the element; what is larger in it stays so in proportion', () => {
    const { size, laid } = fitted('width:200pt;height:60pt', '<p style="font-size:2em" id=p>ab</p>');
    expect(size).toBe(30);
    expect(laid.at('p')).toBe('0 0 200 60');
  });
  test('in a flex column it takes what is left', () => {
    const { size } = fitted('flex:1;min-height:0', 'ab', 'display:flex;flex-direction:column;height:35pt');
    expect(size).toBe(35);
  });
  test('in a flex column it yields to its siblings', () => {
    const laid = lay(
      '<div style="display:flex;flex-direction:column;height:60pt;width:100pt"><div id=a style="-kit-fit:10pt 40pt">ab cd</div><p style="flex:none;height:30pt">z</p></div>',
    );
    expect(laid.at('a')).toBe('0 0 100 30');
    expect(fragmentOf(laid.pages[0]?.fragment as never, 'a')?.fittedSize).toBe(30);
  });
  test('absolute, between four insets', () => {
    const { size } = fitted('position:absolute;inset:20pt', 'abcdefgh');
    expect(size).toBe(40);
    expect(fitted('position:absolute;inset:0 80pt 0 0', 'abcdefgh').size).toBe(30);
  });
});

describe('the short form', () => {
  const short = (box: string, long: string, brief: string) => fitted(box, `${long}<short-form>${brief}</short-form>`);
  test('is not wanted where the whole fits at its largest', () => {
    expect(short('width:200pt;height:50pt', 'abcd', 'ab').lines).toEqual(['abcd']);
  });
  test('is taken at the largest size before type is made smaller', () => {
    expect(short('width:60pt;height:50pt', 'abcd', 'ab')).toMatchObject({ size: 40, lines: ['ab'] });
  });
  test('is not taken if the whole is but a little smaller', () => {
    expect(short('width:180pt;height:50pt', 'abcdefghij', 'abcdefghijk')).toMatchObject({ size: 36, lines: ['abcdefghij'] });
  });
  test('is taken smaller, if the whole would have to be much smaller', () => {
    expect(short('width:60pt;height:30pt', 'abcdefgh', 'abcd')).toMatchObject({ size: 30, lines: ['abcd'] });
  });
});

describe('text that does not fit', () => {
  test('fitted text at its smallest is told of, with the words', () => {
    const { size, told } = fitted('width:20pt;height:20pt', 'aaaa bbbb cccc');
    expect(size).toBe(10);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('text-overflow: ');
    expect(told[0]).toContain('cccc');
  });
  test('text under a definite height', () => {
    const laid = lay('<div style="height:20pt;width:20pt">aa bbb ccc ddd</div>');
    expect(laid.told).toHaveLength(1);
    expect(laid.told[0]).toMatch(/^text-overflow: /);
  });
  test('text cut off by overflow: hidden, on any side', () => {
    const hidden = (style: string) =>
      lay(`<div style="overflow:hidden;width:50pt;height:20pt"><p style="position:relative;${style}">abc</p></div>`).told;
    expect(hidden('')).toEqual([]);
    expect(hidden('left:40pt')).toHaveLength(1);
    expect(hidden('left:-8pt')).toHaveLength(1);
    expect(hidden('top:15pt')).toHaveLength(1);
    expect(hidden('top:-8pt')).toHaveLength(1);
  });
  test('text off the page', () => {
    const off = (style: string) => lay(`<p style="position:absolute;${style}">abc</p>`).told.map((t) => t.split(':')[0]);
    expect(off('left:5pt;top:5pt')).toEqual([]);
    expect(off('left:190pt;top:5pt')).toEqual(['text-off-page']);
    expect(off('left:5pt;bottom:-8pt')).toEqual(['text-off-page']);
  });
  test('decoration may leave anything', () => {
    expect(lay('<p aria-hidden="true" style="position:absolute;left:190pt">abc</p>').told).toEqual([]);
    expect(lay('<div style="overflow:hidden;height:5pt" aria-hidden="true">abc<br>def</div>').told).toEqual([]);
  });
  test('pictures may leave anything', () => {
    expect(
      lay('<div style="overflow:hidden;height:5pt"><img src=a alt=x></div><img src=a alt=x style="position:absolute;left:-60pt">')
        .told,
    ).toEqual([]);
  });
});

describe('one size for a group', () => {
  const sizes = (html: string, css = '') => {
    const laid = lay(html, css);
    const found = new Map<string, number | undefined>();
    for (const id of ['a', 'b', 'c']) {
      for (const { fragment } of laid.pages) {
        const own = fragmentOf(fragment, id);
        if (own) found.set(id, own.fittedSize);
      }
    }
    return [...found.values()];
  };
  const text = (id: string, group: string, height: number) =>
    `<div id=${id} style="height:${height}pt;-kit-fit:5pt 40pt;-kit-fit-group:${group}">ab</div>`;

  test('is the smallest that any of them needs, over all pages', () => {
    const next = '<p style="break-after:page">x</p>';
    expect(sizes(`${text('a', 'none', 30)}${text('b', 'none', 20)}`)).toEqual([30, 20]);
    expect(sizes(`${text('a', 'head', 30)}${next}${text('b', 'head', 20)}${text('c', 'other', 35)}`)).toEqual([20, 20, 35]);
    expect(sizes(`${text('a', 'head', 30)}<div style="position:fixed;bottom:0;left:0">${text('b', 'head', 20)}</div>`)).toEqual([
      20, 20,
    ]);
  });

  test('one length is a fixed size', () => {
    expect(sizes('<div id=a style="height:30pt;font-size:8pt;-kit-fit:12pt">ab</div>')).toEqual([12]);
  });
});

import { describe, expect, test } from 'vitest';
import { lay } from './support.ts';

const lines = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i + 1}`).join('<br>');
/** Pages of 100 × 50: five lines. */
const five = { width: 100, height: 50 };
const pagesOf = (body: string, css = '') => {
  const laid = lay(body, css, five);
  expect(laid.told).toEqual([]);
  return laid.pages.map((_, i) => laid.lines(i).join(' '));
};

describe('what must fit below the last line of a box (css-break-3, 4.1: no break between the last line and the bottom edge)', () => {
  test.each<[string, string, string[]]>([
    ['padding takes a line with it', 'padding-bottom: 5pt', ['a1 a2 a3 a4', 'a5']],
    ['so does a border', 'border-bottom: 1pt solid', ['a1 a2 a3 a4', 'a5']],
    ['nothing below, nothing taken', '', ['a1 a2 a3 a4 a5']],
  ])('%s', (_, style, expected) => {
    expect(pagesOf(`<div style="${style}"><p>${lines('a', 5)}</p></div>`)).toEqual(expected);
  });

  test('a margin that the padding keeps in must fit as well', () => {
    const body = `<div style="padding-bottom: 2pt"><p style="margin-bottom: 10pt">${lines('a', 4)}</p></div>`;
    expect(pagesOf(body)).toEqual(['a1 a2 a3', 'a4']);
  });

  test('a margin that adjoins the end of the page is cut off', () => {
    expect(pagesOf(`<div><p style="margin-bottom: 10pt">${lines('a', 5)}</p></div>`)).toEqual(['a1 a2 a3 a4 a5']);
  });

  test('a child that goes on anyway fills its page', () => {
    expect(pagesOf(`<div style="padding-bottom: 15pt"><p>${lines('a', 8)}</p></div>`)).toEqual(['a1 a2 a3 a4 a5', 'a6 a7 a8']);
  });
});

describe('absolute boxes in a box that is broken', () => {
  const laid = (style: string) =>
    lay(
      `<div style="position: relative"><p>${lines('a', 8)}</p><b id="x" style="position: absolute; ${style}">x</b></div>`,
      '',
      five,
    );

  test('from the top: on its first part, though written at its end', () => {
    expect(laid('top: 10pt; right: 0').at('x')).toBe('95 10 5 10');
  });
  test('from the bottom: on its last part', () => {
    expect(laid('bottom: 0; right: 0').at('x')).toBe('p2: 95 20 5 10');
  });
  test('neither: where it is written', () => {
    expect(laid('left: 50pt').at('x')).toBe('p2: 50 30 5 10');
  });
});

describe('a box with a ratio in a row of definite height (css-flexbox-1, 4.5)', () => {
  const row = (style: string) =>
    lay(`<div style="display: flex; height: 40pt"><i id="x" style="aspect-ratio: 1; flex: 0 1 10pt; ${style}"></i></div>`).at(
      'x',
    );

  test('is no narrower than the ratio makes it', () => expect(row('')).toBe('0 0 40 40'));
  test('unless it may be', () => expect(row('min-width: 0')).toBe('0 0 10 40'));
});

test('a collapsed border is counted once in a table as wide as its content', () => {
  const { at } = lay(
    '<table id="t" style="border-collapse: collapse"><tr><td id="c" style="border: 2pt solid">abcd</td></tr></table>',
  );
  expect(at('t')).toBe('0 0 24 14');
  expect(at('c')).toBe('1 1 22 12');
});

test('an empty box stands below its top margin, wherever its bottom margin leads (CSS 2.1, 8.3.1)', () => {
  const { at } = lay(
    '<p style="margin-bottom: 5pt">a</p><div id="e" style="margin: 15pt 0 25pt"></div><p id="z" style="margin-top: 5pt">z</p>',
  );
  expect(at('e')).toBe('0 25 200 0');
  expect(at('z')).toBe('0 35 200 10');
});

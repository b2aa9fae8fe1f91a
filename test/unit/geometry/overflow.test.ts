import { describe, expect, test } from 'vitest';
import { lay } from './support.ts';

/** What each complaint quotes. */
const words = (body: string) =>
  lay(body).diagnostics.map(({ code, message }) => `${code} ${message.replace(/^“(.*)”.*/u, '$1')}`);

describe('text that leaves a box of fixed height', () => {
  test('the words that are out, from the first to the last', () => {
    expect(words('<div style="width: 20pt; height: 20pt">aa bb cc dd ee ff</div>')).toEqual(['text-overflow cc dd ee ff']);
  });
  test('lines are parted by a space, a divided word is not', () => {
    expect(words('<div style="width: 20pt; height: 10pt">aa<br>bb<br>cc</div>')).toEqual(['text-overflow bb cc']);
    expect(words('<div style="width: 25pt; height: 10pt">aaaa<br>bbb&shy;cccc</div>')).toEqual(['text-overflow bbbcccc']);
  });
  test('one complaint a box, at the innermost that loses it', () => {
    const inner = '<div style="height: 10pt; width: 20pt">aa bb cc dd</div>';
    expect(words(`<div style="height: 15pt; overflow: hidden">${inner}</div>`)).toEqual(['text-overflow bb cc dd']);
  });
  test('a maximum height counts, a least height does not', () => {
    expect(words('<div style="width: 20pt; max-height: 10pt">aa bb cc</div>')).toEqual(['text-overflow bb cc']);
    expect(words('<div style="width: 20pt; min-height: 10pt">aa bb cc</div>')).toEqual([]);
  });
  test('what stands beside its box on purpose is not out of it', () => {
    const beside = '<b style="position: absolute; top: 30pt; left: 0">x</b>';
    expect(words(`<div style="position: relative; height: 10pt">a${beside}</div>`)).toEqual([]);
    expect(words(`<div style="position: relative; height: 10pt; overflow: hidden">a${beside}</div>`)).toEqual([
      'text-overflow x',
    ]);
  });
  test('a border hides what overflow: hidden lets stand on it', () => {
    const box = (border: string) => `<div style="width: 20pt; height: 12pt; overflow: hidden; ${border}">`;
    const text = '<p style="position: relative; top: 8pt">ab</p></div>';
    expect(words(`${box('border-bottom: 20pt solid')}${text}`)).toEqual(['text-overflow ab']);
    expect(words(`${box('padding-bottom: 20pt')}${text}`)).toEqual([]);
  });
});

describe('text that leaves the page', () => {
  const at = (style: string) => words(`<p style="position: absolute; white-space: nowrap; ${style}">abcdef</p>`);
  test.each([
    ['left: 175pt; top: 0', ['text-off-page abcdef']],
    ['left: -10pt; top: 0', ['text-off-page abcdef']],
    ['left: 0; top: 195pt', ['text-off-page abcdef']],
    ['left: 170pt; top: 190pt', []],
  ])('%s', (style, expected) => expect(at(style)).toEqual(expected));
});

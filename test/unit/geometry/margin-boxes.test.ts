import { describe, expect, test } from 'vitest';
import { lay, textLines } from './support.ts';

/** Name-less: texts of the page-margin boxes with their rectangles, 'text: x y width height'. */
function boxes(css: string, body = '<p>a</p>', page = 0) {
  const laid = lay(body, `@page { margin: 20pt 30pt; font-size: 10pt; line-height: 1; ${css} }`, { width: 200, height: 200 });
  const round = (v: number) => Math.round(v * 100) / 100;
  return (laid.pages[page]?.marginBoxes ?? []).map((f) => {
    const text = textLines(f, 0)
      .map((l) => l.text)
      .join(' ');
    return `${text}: ${[f.x, f.y, f.width, f.height].map(round).join(' ')}`;
  });
}

describe('page-margin boxes (css-page-3, 5)', () => {
  test('one box has the whole side', () => {
    expect(boxes('@top-left { content: "ab" }')).toEqual(['ab: 30 0 140 20']);
    expect(boxes('@bottom-center { content: "ab" }')).toEqual(['ab: 30 180 140 20']);
    expect(boxes('@left-middle { content: "ab" }')).toEqual(['ab: 0 20 30 160']);
  });
  test('corners', () => {
    const css = ['top-left', 'top-right', 'bottom-right', 'bottom-left']
      .map((n, i) => `@${n}-corner { content: "${i}" }`)
      .join(' ');
    expect(boxes(css)).toEqual(['0: 0 0 30 20', '1: 170 0 30 20', '2: 170 180 30 20', '3: 0 180 30 20']);
  });
  test('left and right share by their content', () => {
    // 10 and 60 pt of text on 140: 70 left, in the same proportion.
    expect(boxes('@top-left { content: "ab" } @top-right { content: "abcdefghijkl" }')).toEqual([
      'ab: 30 0 20 20',
      'abcdefghijkl: 50 0 120 20',
    ]);
  });
  test('the middle one stays in the middle', () => {
    const [, middle] = boxes('@top-left { content: "abcdefgh" } @top-center { content: "abcd" } @top-right { content: "a" }');
    const [, x = 0, , width = 0] = (middle ?? '').match(/: (\S+) (\S+) (\S+)/)?.map(Number) ?? [];
    expect(x + width / 2).toBe(100);
  });
  test('written widths are kept', () => {
    expect(boxes('@bottom-left { content: "ab"; width: 40pt } @bottom-right { content: "cd" }')).toEqual([
      'cd: 70 180 100 20',
      'ab: 30 180 40 20',
    ]);
  });
  test('text stands in the middle of its height, at its side', () => {
    const laid = lay('<p>a</p>', '@page { margin: 20pt 30pt; @top-right { content: "ab"; font-size: 10pt; line-height: 1 } }');
    const box = laid.pages[0]?.marginBoxes[0];
    const root = box?.children[0];
    expect([root?.y, root?.lines?.[0]?.x]).toEqual([5, 130]);
  });
  test('counters: page and pages', () => {
    const body = '<p>a</p><p style="break-before:page">b</p><p style="break-before:page">c</p>';
    const css = '@bottom-center { content: counter(page) "/" counter(pages) }';
    expect([0, 1, 2].map((i) => boxes(css, body, i)[0]?.split(':')[0])).toEqual(['1/3', '2/3', '3/3']);
    expect(boxes('@bottom-center { content: counter(page, upper-roman) }', body, 2)[0]).toMatch(/^III:/);
  });
  test('a page of its own', () => {
    const laid = lay(
      '<p>a</p><p style="break-before:page">b</p>',
      '@page { @top-left { content: "x" } } @page :first { @top-left { content: none } }',
    );
    expect(laid.pages.map((p) => p.marginBoxes.length)).toEqual([0, 1]);
  });
});

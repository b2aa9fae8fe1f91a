import { describe, expect, test } from 'vitest';
import { fragmentOf, lay } from './support.ts';

const words = (n: number, from = 1) => Array.from({ length: n }, (_, i) => `w${from + i}`).join('<br>');
const paragraphs = (n: number) => Array.from({ length: n }, (_, i) => `<p id=p${i + 1}>p${i + 1}</p>`).join('');
const style = (css: string) => `<style>${css}</style>`;

describe('columns', () => {
  test('are balanced: as low as they can be, filled one after the other', () => {
    const laid = lay(`<div id=d style="column-count:2;column-gap:20pt">${words(5)}</div>`);
    expect(laid.at('d')).toBe('0 0 200 30');
    expect(laid.lines(0)).toEqual(['w1', 'w4', 'w2', 'w5', 'w3']);
  });

  test('their number follows their width', () => {
    const at = (css: string) => lay(`<div style="${css}"><p id=a>a</p><p id=b>b</p><p>c</p><p>d</p></div>`).at('b');
    expect(at('columns: 2; column-gap: 0')).toBe('0 10 100 10');
    expect(at('columns: 40pt; column-gap: 0')).toBe('40 0 40 10');
    expect(at('columns: 90pt 3; column-gap: 0')).toBe('0 10 100 10');
    expect(at('column-width: 300pt')).toBe('0 10 200 10');
    // The usual gap is one em.
    expect(at('columns: 4')).toBe('52.5 0 42.5 10');
  });

  test('with a height and column-fill: auto each is filled to its end', () => {
    const laid = lay(`<div id=d style="columns:3;column-gap:0;height:30pt;column-fill:auto">${paragraphs(4)}</div>`);
    expect(laid.at('p3')).toBe('0 20 66.67 10');
    expect(laid.at('p4')).toBe('66.67 0 66.67 10');
  });

  test('what is too much for a written height is told', () => {
    const laid = lay(`<div style="columns:2;column-gap:0;height:20pt">${paragraphs(6)}</div>`);
    expect(laid.told.map((t) => t.split(':')[0])).toEqual(['text-overflow']);
    expect(laid.told[0]).toContain('p5</p><p id=p6>p6');
    expect(lay(`<div style="columns:2;column-gap:0;height:30pt">${paragraphs(6)}</div>`).told).toEqual([]);
  });

  test('break-before: column begins the next; break-inside: avoid keeps together', () => {
    const laid = lay(`<div style="columns:2;column-gap:0"><p>a</p><p id=b style="break-before:column">b</p><p>c</p></div>`);
    expect(laid.at('b')).toBe('100 0 100 10');
    const kept = lay(
      `<div style="columns:2;column-gap:0">${words(3)}<div id=k style="break-inside:avoid">${paragraphs(3)}</div></div>`,
    );
    expect(kept.at('k')).toBe('100 0 100 30');
    // Outside of columns it means nothing.
    expect(lay('<p>a</p><p id=b style="break-before:column">b</p>').at('b')).toBe('0 10 200 10');
  });

  test('a heading stays with what follows it', () => {
    const laid = lay(`<div style="columns:2;column-gap:0">${paragraphs(3)}<h2 id=h>H</h2><p id=x>x</p><p>y</p></div>`);
    expect(laid.at('h')).toBe('100 0 100 10');
    expect(laid.at('x')).toBe('100 10 100 10');
  });

  test('column-span: all stands over all, between balanced columns', () => {
    const laid = lay(
      `<div id=d style="columns:2;column-gap:0">${paragraphs(4)}<h2 id=h style="column-span:all;margin:3pt 0 4pt">H</h2><p id=a>a</p><p id=b>b</p></div>`,
    );
    expect(laid.at('p3')).toBe('100 0 100 10');
    expect(laid.at('h')).toBe('0 23 200 10');
    expect(laid.at('a')).toBe('0 37 100 10');
    expect(laid.at('b')).toBe('100 37 100 10');
    expect(laid.at('d')).toBe('0 0 200 47');
  });

  test('go on over pages, and are balanced on the last', () => {
    const laid = lay(`<div id=d style="columns:2;column-gap:0">${paragraphs(12)}</div><p id=end>end</p>`, '', {
      width: 200,
      height: 50,
    });
    expect(laid.lines(0)).toEqual(['p1', 'p6', 'p2', 'p7', 'p3', 'p8', 'p4', 'p9', 'p5', 'p10']);
    expect(laid.lines(1)).toEqual(['p11', 'p12', 'end']);
  });

  test('go on over pages in a table cell, too', () => {
    const cell = `<table><tr><td style="width:200pt;columns:2;column-gap:0">${paragraphs(12)}</td></tr></table>`;
    const laid = lay(cell, '', { width: 200, height: 50 });
    expect(laid.lines(0)).toEqual(['p1', 'p6', 'p2', 'p7', 'p3', 'p8', 'p4', 'p9', 'p5', 'p10']);
    expect(laid.lines(1)).toEqual(['p11', 'p12']);
  });

  test('a forced page break ends the columns of a page', () => {
    const laid = lay(`<div style="columns:2;column-gap:0">${paragraphs(2)}<p id=n style="break-before:page">n</p><p>m</p></div>`);
    expect(laid.pages).toHaveLength(2);
    expect(laid.lines(1)).toEqual(['n', 'm']);
  });

  test('run from the right where text does', () => {
    const laid = lay(`<div dir=rtl style="columns:2;column-gap:0"><p id=a>a</p><p id=b>b</p></div>`);
    expect(laid.at('a')).toBe('100 0 100 10');
    expect(laid.at('b')).toBe('0 0 100 10');
  });

  test('rules stand in the middle of the gaps between columns that have content', () => {
    const laid = lay(`<div id=d style="columns:4;column-gap:20pt;column-rule:2pt solid red">${paragraphs(3)}</div>`);
    const d = laid.pages[0] && fragmentOf(laid.pages[0].fragment, 'd');
    const rules = d?.children.filter((c) => c.border.left === 2) ?? [];
    expect(rules.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [44, 0, 2, 10],
      [99, 0, 2, 10],
    ]);
    expect(rules[0]?.box.style.border.left).toMatchObject({ style: 'solid', color: { r: 1, g: 0 } });
  });

  test('fitted text is as large as its columns allow', () => {
    const laid = lay(
      `<div id=d style="columns:2;column-gap:0;height:40pt;-kit-fit:5pt 40pt">${paragraphs(4)}</div>${style('p{margin:0}')}`,
    );
    const d = laid.pages[0] && fragmentOf(laid.pages[0].fragment, 'd');
    expect(d?.fittedSize).toBeCloseTo(20, 1);
    expect(laid.told).toEqual([]);
  });
});

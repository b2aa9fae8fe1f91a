import { describe, expect, test } from 'vitest';
import type { Fragment } from '../../../src/layout/types.ts';
import { type Laid, lay } from './support.ts';

/** Baselines of all lines of a page, with their text. */
function baselines(laid: Laid, page = 0): [string, number][] {
  const found: [string, number][] = [];
  const visit = (f: Fragment, dy: number): void => {
    for (const line of f.lines ?? []) {
      const text = line.items.map((i) => (i.kind === 'text' ? i.run.text : '')).join(' ');
      found.push([text, Math.round((dy + f.y + line.y + line.baseline) * 100) / 100]);
    }
    for (const child of f.children) visit(child, dy + f.y);
  };
  const root = laid.pages[page];
  if (root) visit(root.fragment, 0);
  return found;
}

const GRID = 'body{-kit-baseline-grid:12pt;line-height:12pt} h2{font-size:14pt;line-height:15pt;margin:5pt 0 3pt}';

describe('-kit-baseline-grid', () => {
  test('text below a heading or a picture stands on the grid again', () => {
    const laid = lay('<p>a</p><h2>H</h2><p>b</p><p>c</p><img src=a alt=x style="display:block;height:19pt"><p>d</p>', GRID);
    // The grid begins with a line of body text: 12 pt high, baseline 2 pt above its foot.
    expect(baselines(laid)).toEqual([
      ['a', 10],
      ['H', 34],
      ['b', 58],
      ['c', 70],
      ['d', 106],
    ]);
  });

  test('what opts out stands where it falls', () => {
    const laid = lay('<p>a</p><h2 style="-kit-baseline-grid:none">H</h2><p>b</p>', GRID);
    expect(baselines(laid)).toEqual([
      ['a', 10],
      ['H', 29.2],
      ['b', 46],
    ]);
  });

  test('holds through boxes in boxes', () => {
    const laid = lay(
      '<p>a</p><div style="padding-top:5pt"><div style="border-top:1pt solid"><p>b</p></div><h2>H</h2><p>c</p></div><p>d</p>',
      GRID,
    );
    for (const [, y] of baselines(laid)) expect((y - 10) % 12).toBeCloseTo(0, 5);
  });

  test('is one grid for neighbouring flex items, cells and columns', () => {
    const left = '<h2>H</h2><p>a</p><p>b</p>';
    const right = '<p>c</p><p>d</p><p style="margin-top:4pt">e</p>';
    for (const html of [
      `<div style="display:flex"><div>${left}</div><div>${right}</div></div>`,
      `<table><tr><td>${left}</td><td>${right}</td></tr></table>`,
      `<div style="columns:2">${left}${right}</div>`,
    ]) {
      const ys = baselines(lay(html, GRID)).map(([, y]) => y % 12);
      expect(new Set(ys.map((y) => Math.round(y * 10) / 10)).size).toBe(1);
    }
  });

  test('goes on over pages', () => {
    const laid = lay(`<p>a</p><h2>H</h2><p>${'b<br>'.repeat(6)}</p><h2>I</h2><p>c</p>`, GRID, { width: 200, height: 70 });
    expect(laid.pages.length).toBeGreaterThan(1);
    for (let i = 0; i < laid.pages.length; i++)
      for (const [, y] of baselines(laid, i)) expect((y - 10 + 1200) % 12).toBeCloseTo(0, 5);
  });
});

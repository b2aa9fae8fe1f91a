import { describe, expect, it } from 'vitest';
import { styleTree } from '../../../src/layout/css/index.ts';
import { parseHtml } from '../../../src/layout/dom/index.ts';
import { declared, find, MEDIA, open, rendered, style } from './support.ts';

const red = { space: 'srgb', r: 1, g: 0, b: 0, a: 1 };
const blue = { space: 'srgb', r: 0, g: 0, b: 1, a: 1 };
const colour = (html: string, css: string, of = 'b') => style(html, css).style(of).color;

describe('the cascade', () => {
  it.each([
    ['the later of two', 'b { color: blue } b { color: red }'],
    ['a class over a type', '.x { color: red } b { color: blue }'],
    ['an id over classes', '#i { color: red } .x.y { color: blue }'],
    ['two classes over one', '.x.y { color: red } .y { color: blue }'],
    ['!important over an id', 'b { color: red !important } #i { color: blue }'],
    [':is() with its strongest', ':is(#i, u) { color: red } .x.y { color: blue }'],
    [':where() with nothing', 'b { color: red } :where(#i) { color: blue }'],
    [':not() with its argument', 'b:not(#j) { color: red } .x.y { color: blue }'],
    ['nth-child of a list', 'b:nth-child(1 of #i) { color: red } .x.y { color: blue }'],
    ['an attribute like a class', '[class] { color: red } p b { color: blue }'],
  ])('gives %s', (_, css) => {
    expect(colour('<p><b id="i" class="x y">t</b></p>', css)).toEqual(red);
  });

  it('puts the style attribute over all rules but important ones', () => {
    const html = '<p><b id="i" style="color: red">t</b></p>';
    expect(colour(html, '#i { color: blue }')).toEqual(red);
    expect(colour(html, '#i { color: blue !important }')).toEqual(blue);
    expect(colour('<p><b id="i" style="color: red !important">t</b></p>', '#i { color: blue !important }')).toEqual(red);
  });

  it('lets a <style> element follow the stylesheets', () => {
    expect(colour('<style>b { color: red }</style><b>t</b>', 'b { color: blue }')).toEqual(red);
  });

  it('inherits what is inherited only', () => {
    const child = style('<p><b>t</b></p>', 'p { color: red; margin: 3pt; letter-spacing: 1pt }').style('b');
    expect(child.color).toEqual(red);
    expect(child.letterSpacing).toBe(1);
    expect(child.margin.top).toEqual({ pt: 0, percent: 0 });
  });

  it('knows inherit, initial, unset and revert', () => {
    const css = 'p { color: red; padding: 5pt } b { color: initial; padding: inherit; font-weight: revert }';
    const child = style('<p><b>t</b></p>', css).style('b');
    expect(child.color).toEqual({ space: 'srgb', r: 0, g: 0, b: 0, a: 1 });
    expect(child.padding.left).toEqual({ pt: 5, percent: 0 });
    expect(child.fontWeight).toBe(700);
    expect(colour('<p><b>t</b></p>', 'p { color: red } b { color: blue } b { color: unset }')).toEqual(red);
    expect(declared('display: revert').display).toBe('inline');
    expect(style('<p>t</p>', 'p { display: inline } p { display: revert }').style('p').display).toBe('block');
  });

  it('resolves logical sides by direction, in the order of the cascade', () => {
    expect(declared('direction: rtl; margin-inline-start: 4pt').margin.right).toEqual({ pt: 4, percent: 0 });
    expect(declared('margin-left: 1pt; margin-inline-start: 4pt').margin.left).toEqual({ pt: 4, percent: 0 });
    expect(declared('margin-inline: 4pt; margin-left: 1pt').margin).toMatchObject({ left: { pt: 1 }, right: { pt: 4 } });
    expect(declared('inset-inline: 2pt 3pt').inset).toMatchObject({ left: { pt: 2 }, right: { pt: 3 } });
    expect(declared('padding-block: 2pt 3pt').padding).toMatchObject({ top: { pt: 2 }, bottom: { pt: 3 } });
    expect(declared('direction: rtl; border-inline-start: 2pt solid red').border.right.width).toBe(2);
  });

  it('runs the lines of an element under the text in it, but not into inline-blocks', () => {
    const css = 'p { text-decoration: underline; color: red } #i { display: inline-block }';
    const page = style('<p><b>x</b><b id="i">y</b></p>', css);
    expect(page.style('b').textDecoration).toEqual({ underline: true, lineThrough: false, color: red });
    expect(page.style('#i').textDecoration.underline).toBe(false);
  });

  it('blockifies the root and boxes out of the flow', () => {
    expect(declared('position: absolute').display).toBe('block');
    expect(declared('position: absolute; display: inline-flex').display).toBe('flex');
    expect(style('<p>x</p>', 'html { display: inline }').style('html').display).toBe('block');
  });

  it('centres <th> unless the table says otherwise', () => {
    const table = '<table><tr><th>x</th></tr></table>';
    expect(style(table).style('th').textAlign).toBe('center');
    expect(style(table, 'table { text-align: right }').style('th').textAlign).toBe('right');
  });

  it('takes the size of a picture from its attributes before all rules', () => {
    expect(style('<img src="a" alt="" width="40" height="20">').style('img').width).toEqual({ pt: 30, percent: 0 });
    expect(style('<img src="a" alt="" width="40">', 'img { width: 9pt }').style('img').width).toEqual({ pt: 9, percent: 0 });
  });
});

describe('custom properties', () => {
  const width = (css: string) => {
    const page = style('<p><b>x</b></p>', css);
    return [page.style('b').width, page.diagnostics.map(({ code }) => code)];
  };
  it('are inherited, put together and fall back', () => {
    expect(width('p { --a: 4pt; --b: calc(var(--a) * 2) } b { width: var(--b) }')).toEqual([{ pt: 8, percent: 0 }, []]);
    expect(width('b { width: var(--no, var(--none, 3pt)) }')).toEqual([{ pt: 3, percent: 0 }, []]);
    expect(width('b { --x: 1pt; width: var(--x, 5pt) }')).toEqual([{ pt: 1, percent: 0 }, []]);
  });
  it('stand in shorthands, colours and the middle of a calculation', () => {
    const page = declared('--s: 2pt solid; --h: 120; border: var(--s) hsl(var(--h) 100% 50%)');
    expect(page.border.left).toEqual({ width: 2, style: 'solid', color: { space: 'srgb', r: 0, g: 1, b: 0, a: 1 } });
    expect(declared('--n: 3; margin: 0 calc(var(--n)*1pt)').margin.left).toEqual({ pt: 3, percent: 0 });
  });
  it('that go in circles, or are not set, are reported and unset', () => {
    expect(width('b { --a: var(--b); --b: var(--a); width: var(--a, 2pt) }')).toEqual([
      { pt: 2, percent: 0 },
      ['css-variable', 'css-variable'],
    ]);
    expect(width('b { width: var(--nothing) }')).toEqual(['auto', ['css-variable']]);
    expect(width('b { --c: red; width: var(--c) }')).toEqual(['auto', ['css-value']]);
    expect(width('b { --c: 0.; width: var(--c) var(--c) }')).toEqual(['auto', ['css-value']]);
    expect(width('b { --c: ; width: var(--c) }')).toEqual(['auto', ['css-value']]);
  });
  it('do not grow without bound', () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `--a${i + 1}: var(--a${i}) var(--a${i})`).join(';');
    expect(style('<b>x</b>', `b { --a0: xxxxxxxx; ${doubling}; width: var(--a40) }`).style('b').width).toBe('auto');
  });
});

describe('computed styles', () => {
  const html = '<p class="x"><b>x</b> <i style="top: 1pt">y</i></p><table><tr><td>z</table>';
  it('are the same objects for another document of the same template', () => {
    const styles = open('p { color: red } td { padding: 1pt }');
    const [first, again] = [1, 2].map(() => {
      const { root } = parseHtml(rendered(html));
      return { root, tree: styleTree(root, styles, MEDIA) };
    });
    for (const tag of ['html', 'p', 'b', 'i', 'td'])
      expect(again!.tree.styleOf(find(again!.root, tag))).toBe(first!.tree.styleOf(find(first!.root, tag)));
  });
  it('do not change for children whose parents differ in what is not inherited', () => {
    const page = style('<p id="p" style="top: 1pt"><b>x</b></p><p style="top: 2pt"><b id="q">x</b></p>');
    expect(page.style('#q')).toBe(page.style('b'));
  });
});

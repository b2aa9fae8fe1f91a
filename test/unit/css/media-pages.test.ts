import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import { A4, MEDIA, marked, open, style } from './support.ts';

describe('@media', () => {
  const applies = (query: string, media = MEDIA) => {
    const page = style('<b>x</b>', `@media ${query} { b { order: 1 } }`, media);
    expect(page.diagnostics).toEqual([]);
    return page.style('b').order === 1;
  };
  it.each([
    ['print', true],
    ['all', true],
    ['screen', false],
    ['not screen', true],
    ['only print', true],
    ['screen, print', true],
    ['(width: 210mm)', true],
    ['(min-width: 210mm)', true],
    ['(max-width: 209mm)', false],
    ['(width >= 21cm)', true],
    ['(200mm < width <= 210mm)', true],
    ['(297mm > height)', false],
    ['(orientation: portrait)', true],
    ['(orientation: landscape)', false],
    ['(aspect-ratio: 210/297)', true],
    ['(min-aspect-ratio: 1)', false],
    ['(monochrome)', false],
    ['not (monochrome)', true],
    ['(color)', true],
    ['print and (monochrome: 0)', true],
    ['(width: 1mm) or (height: 297mm)', true],
    ['((width: 210mm) and (height: 297mm))', true],
  ])('%s', (query, expected) => {
    expect(applies(query)).toBe(expected);
  });
  it('asks the ink', () => {
    expect(applies('(monochrome)', { ...MEDIA, monochrome: true })).toBe(true);
    expect(applies('(color)', { ...MEDIA, monochrome: true })).toBe(false);
  });
  it('nests', () => {
    const css = '@media print { @media (orientation: landscape) { b { order: 1 } } b { flex-grow: 2 } }';
    expect(style('<b>x</b>', css).style('b')).toMatchObject({ order: 0, flexGrow: 2 });
  });
});

describe('@page', () => {
  const css = `
    html { font-size: 10pt; color: red }
    @page { margin: 10mm 5% 20mm; bleed: 3mm; -kit-safe: 1em; marks: crop; font-size: 8pt;
      @bottom-center { content: "S. " counter(page) "/" counter(pages, upper-roman) } @top-left { color: blue } }
    @page :left { margin-left: 30mm }
    @page :first { margin-top: 40mm; @bottom-center { content: none } @top-right-corner { content: "x"; text-align: start } }`;
  const { tree, diagnostics } = style('<p>x</p>', css);
  it('says how a page is cut', () => {
    expect(diagnostics).toEqual([]);
    const { margin, bleed, safe, marks } = tree.pageStyle(2, null);
    expect(margin.top).toBeCloseTo(mm(10));
    expect(margin.left).toBeCloseTo(A4.width * 0.05);
    expect([bleed, safe, marks]).toEqual([mm(3), 8, { crop: true, cross: false }]);
  });
  it('knows the first, left and right pages', () => {
    expect(tree.pageStyle(0, null).margin.top).toBeCloseTo(mm(40));
    expect(tree.pageStyle(1, null).margin.left).toBeCloseTo(mm(30));
    expect(tree.pageStyle(2, null).margin.left).not.toBeCloseTo(mm(30));
    expect(tree.pageStyle(3, null)).toBe(tree.pageStyle(1, null));
  });
  it('has margin boxes with content only, which inherit from the page and the root', () => {
    const { marginBoxes } = tree.pageStyle(1, null);
    expect([...marginBoxes.keys()]).toEqual(['bottom-center']);
    expect(marginBoxes.get('bottom-center')).toMatchObject({
      content: [{ text: 'S. ' }, { name: 'page', style: 'decimal' }, { text: '/' }, { name: 'pages', style: 'upper-roman' }],
      style: { fontSize: 8, color: { r: 1 }, textAlign: 'center', verticalAlign: 'middle' },
    });
    const first = tree.pageStyle(0, null).marginBoxes;
    expect([...first.keys()]).toEqual(['top-right-corner']);
    expect(first.get('top-right-corner')?.style.textAlign).toBe('start');
  });
  it('reports a size that is not the job’s, and what a margin box cannot say', () => {
    const page = style('<p>x</p>', '@page { size: A5; @top-left { content: counter(chapter) } }');
    page.tree.pageStyle(0, null);
    expect(marked(page.tree.diagnostics)).toEqual(['page-size-differs: size: A5', 'css-unsupported: content: counter(chapter)']);
    const same = style('<p>x</p>', '@page { size: 210mm 297mm }');
    same.tree.pageStyle(0, null);
    expect(same.tree.diagnostics).toEqual([]);
  });
});

describe('@font-face', () => {
  it('gives what is needed to open a font', () => {
    const css =
      '@font-face { font-family: "Fira Sans"; font-weight: bold; font-style: italic; src: url(fonts/a.ttf) format("truetype"); unicode-range: U+26, U+4??, U+0-7F }';
    const { fontFaces, diagnostics } = open(css);
    expect(diagnostics).toEqual([]);
    expect(fontFaces).toMatchObject([
      {
        family: 'Fira Sans',
        weight: 700,
        style: 'italic',
        url: 'fonts/a.ttf',
        unicodeRange: [
          [0x26, 0x26],
          [0x400, 0x4ff],
          [0, 0x7f],
        ],
      },
    ]);
    const { span } = fontFaces[0]!;
    expect(span && css.slice(span.start, span.end)).toBe('fonts/a.ttf');
  });
  it('lists the pictures of a sheet with their places', () => {
    const css = 'a { background: url("x.png"), url(y.svg) } a::before { background-image: url(z.jpg) }';
    expect(open(css).urls.map(({ url, source }) => [url, source && css.slice(source.start, source.end)])).toEqual([
      ['x.png', 'x.png'],
      ['y.svg', 'y.svg'],
      ['z.jpg', 'z.jpg'],
    ]);
  });
});

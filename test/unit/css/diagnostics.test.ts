import { describe, expect, it } from 'vitest';
import { marked, open, style } from './support.ts';

const told = (css: string) => marked(open(css).diagnostics);

describe('what a stylesheet says wrongly is marked exactly', () => {
  it.each([
    ['a { colr: red }', 'css-unknown-property: colr'],
    ['a { color: redd }', 'css-value: redd'],
    ['a { color: #12345 }', 'css-value: #12345'],
    ['a { margin: 1pt 2 3pt }', 'css-value: 2'],
    ['a { margin: 1pt 2pt 3pt 4pt 5pt }', 'css-value: 5pt'],
    ['a { width: 3xm }', 'css-value: 3xm'],
    ['a { width: 3dvh }', 'css-unsupported: 3dvh'],
    ['a { width: calc(1pt + 2) }', 'css-value: 2'],
    ['a { width: calc(1pt * 2pt) }', 'css-value: 2pt'],
    ['a { width: calc(min(50%, 1pt) + max(50%, 1pt)) }', 'css-unsupported: calc(min(50%, 1pt) + max(50%, 1pt))'],
    ['a { background-position: min(50%, 10pt) }', 'css-unsupported: min(50%, 10pt)'],
    ['a { padding: -1pt }', 'css-value: -1pt'],
    ['a { display: grid }', 'css-unsupported: grid'],
    ['a { float: left }', 'css-unsupported: float'],
    ['a { width: }', 'css-value: width:'],
    ['a { color red }', 'css-syntax: color red'],
    ['a { color: red !importent }', 'css-syntax: !importent'],
    ['a { color: rgb(1 2) }', 'css-value: 2'],
    ['a { color: oklch(1 2 3) }', 'css-unsupported: oklch(1 2 3)'],
    ['a { background: radial-gradient(red, blue) }', 'css-unsupported: radial-gradient(red, blue)'],
    ['a { transform: rotateX(3deg) }', 'css-unsupported: rotateX(3deg)'],
    ['a { transform: translate(1pt 2pt) }', 'css-value: 2pt'],
    ['a:hover { color: red }', 'css-unsupported: :hover'],
    ['a:frst-child { color: red }', 'css-syntax: :frst-child'],
    ['a::first-line { color: red }', 'css-unsupported: ::first-line'],
    ['b, a || b { color: red }', 'css-syntax: b, a || b'],
    ['@media (foo bar) { a { color: red } }', 'css-syntax: foo'],
    ['a { & b { color: red } }', 'css-unsupported: & b'],
    ['@supports (display: grid) { a { color: red } }', 'css-unsupported: @supports'],
    ['@medai print { a { color: red } }', 'css-syntax: @medai'],
    ['@import "x.css";', 'css-import: @import "x.css"'],
    ['@media (hover) { a { color: red } }', 'css-unsupported: (hover)'],
    ['@media speech { a { color: red } }', 'css-unsupported: speech'],
    ['@media (width: 3vw) { a { color: red } }', 'css-syntax: 3vw'],
    ['@page { colour: red }', 'css-unknown-property: colour'],
    ['@page { width: 3pt }', 'css-unsupported: width: 3pt'],
    ['@page cover { margin: 0 }', 'css-unsupported: cover'],
    ['@page { @top-midle { content: "x" } }', 'css-syntax: @top-midle'],
    ['a { bleed: 3mm }', 'css-unsupported: bleed: 3mm'],
    ['a { -kit-fit: big }', 'css-value: big'],
    ['@font-face { font-family: X; src: local("X") }', 'css-unsupported: local("X")'],
    ['@font-face { font-family: X; src: url(x.eot) }', 'css-unsupported: url(x.eot)'],
    ['@font-face { font-family: X; src: url(x.ttf); font-weight: 900 100 }', 'css-value: 100'],
    ['a { font-variation-settings: "wdth" }', 'css-value: "wdth"'],
    ['a { font-family: Helvetica, serif }', 'font-family-undeclared: Helvetica'],
    ['a { color: red', 'css-syntax: {'],
    ['a { color: red } /* never', 'css-syntax: /*'],
  ])('%s', (css, expected) => {
    expect(told(css)).toContain(expected);
  });

  it('and the rest of the sheet still counts', () => {
    const page = style('<p><b>x</b></p>', 'p { colr: red; width: 1pt } p:hover { width: 2pt } p { color red; height: 3pt }');
    expect(page.style('p')).toMatchObject({ width: { pt: 1 }, height: { pt: 3 } });
  });

  it('with the nearest name as a hint', () => {
    const hint = (css: string) => open(css).diagnostics[0]?.hints[0];
    expect(hint('a { paddng: 1pt }')).toContain('padding');
    expect(hint('a:frst-child { color: red }')).toContain('first-child');
    expect(hint('@media (max-widht: 3mm) { a { color: red } }')).toContain('max-width');
  });

  it('nothing is said of a good sheet', () => {
    const css = `
      @charset "utf-8";
      b { ; color: red;; top: 1pt; }
      @font-face { font-family: "A B"; src: url(fonts/a.ttf) format("truetype"); font-weight: 700; unicode-range: U+0-FF, U+4?? }
      @page :first { margin: 10mm 15mm; bleed: 3mm; marks: crop cross; size: A4 portrait; -kit-safe: 5mm;
        @bottom-right-corner { content: counter(page, upper-roman) " / " counter(pages); font: 8pt/1 "A B" } }
      :root { --x: { a: b }; --y: 1pt } /* comment */
      ul > li:nth-child(2n+1 of .a):not(:last-child) ~ li::marker { content: "– " }
      p { margin: var(--y) auto; hyphens: auto; text-wrap: balance; color: device-cmyk(0 0 0 1) ; }
      a[href^="http" i]::after { content: " (" attr(href) ")"; counter-increment: x 2 y }
      @media print and (min-width: 100mm), (monochrome) { p { color: black !important } }
      @media (100mm <= width < 300mm) and (orientation: portrait) { p { color: black } }`;
    expect(told(css)).toEqual([]);
  });
});

describe('what HTML says wrongly is marked exactly', () => {
  const html = (text: string) => marked(style(text).diagnostics);
  it.each([
    ['<p>x</p></div>', 'html-stray-end-tag: </div>'],
    ['<b>x', 'html-unclosed: <b>'],
    ['<spam>x</spam>', 'html-unknown-element: <spam>'],
    ['<p clas="x">x</p>', 'html-attribute: clas'],
    ['<p class="x" class="y">x</p>', 'html-duplicate-attribute: class'],
    ['<p onclick="x()">x</p>', 'html-refused: onclick'],
    ['<script>x</script>', 'html-refused: <script>'],
    ['<iframe src="x"></iframe>', 'html-refused: <iframe src="x">'],
    ['<link rel="stylesheet" href="x.css">', 'html-refused: <link rel="stylesheet" href="x.css">'],
    ['<div/>', 'html-unclosed: <div/>'],
    ['<p>x</p><!-- never', 'html-unclosed: <!--'],
    ['<p>x</p><p class="x', 'html-unclosed: <p c'],
    ['<p>x</p></p', 'html-unclosed: </p'],
    ['<table><p>x</p></table>', 'html-nesting: <p>'],
    ['<p style="colr: red; top: 1pt">x</p>', 'css-unknown-property: colr'],
    ['<style>p { top: 1pt; wdth: 1pt }</style><p>x</p>', 'css-unknown-property: wdth'],
    ['<p style="width: var(--no)">x</p>', 'css-variable: --no'],
    ['<p style="font: 10pt Arial">x</p>', 'font-family-undeclared: Arial'],
    ['<style>p { font-family: serif, Arial }</style><p>x</p>', 'font-family-undeclared: Arial'],
    ['<style>@import "x";</style>', 'css-import: @import "x"'],
  ])('%s', (text, expected) => {
    expect(html(text)).toContain(expected);
  });

  it('leaves out what is refused, with all in it', () => {
    const page = style('<p>a<script>var x = "<b>";</script>b</p>');
    expect(page.root.children).toHaveLength(1);
    expect(() => page.style('b')).toThrow();
  });

  it('stops at a depth', () => {
    const deep = `${'<div>'.repeat(300)}x${'</div>'.repeat(300)}`;
    expect(html(deep).filter((line) => line.startsWith('html-depth'))).toEqual(['html-depth: <div>']);
  });

  it('needs no end tag where HTML needs none', () => {
    expect(html('<ul><li>a<li>b</ul><table><tr><td>a<td>b<tr><td>c</table><p>x<p>y<div>z</div>')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { build, text } from './support.ts';

const tree = (body: string, css = '') => build(body, css).tree;

describe('the structure tree', () => {
  it('follows the source, whatever stands where', () => {
    const css = 'div { display: flex; flex-direction: row-reverse } .last { position: absolute; order: -1 }';
    expect(tree('<h1>A</h1><div><section class="last"><h2>B</h2><p>C</p></section><p>D</p></div>', css)).toBe(
      text(`
        Document lang=da
          H1
            "A"
          Sect
            H2
              "B"
            P
              "C"
          P
            "D"`),
    );
  });
  it('has P around loose text, none around text of a cell or item', () => {
    expect(tree('<div>a <b>b</b></div><section>c<p>d</p></section><table><tr><td>e</table>')).toBe(
      text(`
        Document lang=da
          P
            "a "
            "b"
          Sect
            P
              "c"
            P
              "d"
          Table
            TBody
              TR
                TD
                  "e"`),
    );
  });
  it('has no empty paragraphs', () => {
    expect(tree('<p> </p><p><b></b></p><section><p></p></section><p>x</p>')).toBe('Document lang=da\n  P\n    "x"');
  });
  it('knows lists with labels and numbering', () => {
    expect(tree('<ol type="a"><li>a<ul style="list-style: none"><li>b</ul></ol>')).toBe(
      text(`
        Document lang=da
          L listNumbering=LowerAlpha
            LI
              Lbl
                "a. "
              LBody
                "a"
                L listNumbering=None
                  LI
                    LBody
                      "b"`),
    );
    expect(tree('<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>')).toBe(
      text(`
        Document lang=da
          L listNumbering=None
            LI
              Lbl
                "a"
              LBody
                "b"
              LBody
                "c"
            LI
              Lbl
                "d"
              LBody
                "e"`),
    );
  });
  it('knows tables with headers', () => {
    const body = '<table><caption>C</caption><thead><tr><th>a<th colspan=2>b</thead><tr><th>c<td>d<td></table>';
    expect(tree(body)).toBe(
      text(`
        Document lang=da
          Table
            Caption
              "C"
            THead
              TR
                TH scope=Column
                  "a"
                TH colSpan=2 scope=Column
                  "b"
            TBody
              TR
                TH scope=Row
                  "c"
                TD
                  "d"
                TD`),
    );
  });
  it('names languages where they change', () => {
    expect(tree('<p>a <span lang="en">b</span> <b lang="da">c</b></p><div lang="en"><p>d</p>e</div>')).toBe(
      text(`
        Document lang=da
          P
            "a "
            Span lang=en
              "b"
            " "
            "c"
          P lang=en
            "d"
          P lang=en
            "e"`),
    );
  });
  it('has links with their content and figures with their text', () => {
    const body =
      '<p><a href="u">a <em>b</em></a></p><p>x <img src="i" alt="An image"></p><img src="j" alt="Another"><img src="k" alt="">';
    expect(tree(body)).toBe(
      text(`
        Document lang=da
          P
            Link
              "a "
              Span
                "b"
          P
            "x "
            Figure alt=An image
              "[img]"
          Figure alt=Another
            "[img]"`),
    );
  });
  it('leaves decoration out', () => {
    const body =
      '<div aria-hidden="true"><p>x</p><img src="a"></div><img src="b" role="presentation"><hr><svg aria-hidden="true"></svg><p>y</p>';
    const page = build(body);
    expect(page.tree).toBe('Document lang=da\n  P\n    "y"');
    expect(page.told).toEqual([]);
  });
  it('takes the text of a drawing from aria-label or <title>, of a QR code from its value', () => {
    const body =
      '<svg aria-label="One"></svg><svg><title>Two</title></svg><qr-code value="http://x"></qr-code><qr-code value="y" alt="Three"></qr-code>';
    expect(tree(body).match(/alt=.*/g)).toEqual(['alt=One', 'alt=Two', 'alt=http://x', 'alt=Three']);
  });
});

describe('what assistive software would stumble over is reported', () => {
  it.each([
    ['<img src="a">', 'missing-alt: <img src="a">'],
    ['<svg></svg>', 'missing-alt: <svg>'],
    ['<h1>a</h1><h3>b</h3>', 'heading-skipped: <h3>'],
    ['<h2>a</h2>', 'heading-skipped: <h2>'],
    ['<img alt="x">', 'picture-no-source: <img alt="x">'],
    ['<qr-code></qr-code>', 'picture-no-source: <qr-code>'],
  ])('%s', (body, expected) => {
    expect(build(body).told).toEqual([expected]);
  });
  it('but not headings that go up again, or that are decoration', () => {
    expect(build('<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h1>e</h1><h6 aria-hidden="true">f</h6>').told).toEqual([]);
  });
  it('headings are listed for the outline', () => {
    const { headings, structure } = build('<h1>A&shy;b <b>c</b></h1><h2> </h2><h2>D</h2>');
    expect(headings.map(({ level, text: t }) => [level, t])).toEqual([
      [1, 'Ab c'],
      [2, 'D'],
    ]);
    expect(structure.children).toContain(headings[0]?.node);
  });
});

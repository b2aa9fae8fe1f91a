import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, InlineItem } from '../../../src/layout/types.ts';
import { build, text } from './support.ts';

const boxes = (body: string, css = '') => build(body, css).boxes;

describe('white space', () => {
  it.each([
    ['<p>  a   b  </p>', '"a b"'],
    ['<p>a <b> b </b> c</p>', '"a " <b> "b " </b> "c"'],
    ['<p>a<b> </b>b</p>', '"a" <b> " " </b> "b"'],
    ['<p>a <br> b</p>', '"a " break "b"'],
    ['<p>\n a\n b\n</p>', '"a b"'],
    ['<p>a <img src="x" alt="" /> b</p>', '"a " atomic " b"'],
    ['<p>a&nbsp; b</p>', '"a\u00a0 b"'],
  ])('%s', (html, expected) => {
    expect(boxes(html).split('\n')[1]?.trim()).toBe(expected);
  });
  it('is kept where white-space keeps it', () => {
    expect(boxes('<pre>a  \n b</pre>')).toContain('"a  \\n b"');
    expect(boxes('<p>a  \n  b</p>', 'p { white-space: pre-line }')).toContain('"a\\nb"');
  });
  it('between blocks makes no box', () => {
    expect(boxes('\n<div> <p>a</p> <p>b</p> </div>\n')).toBe('div: block\n  p: block\n    "a"\n  p: block\n    "b"');
  });
  it('keeps where each character is from', () => {
    const html = '<p>  one \n  two &amp; <b>  three</b></p>';
    const { box } = build(html);
    const full = `<html lang="da"><body>${html}</body></html>`;
    const items: InlineItem[] = [];
    const collect = (b: Box): void =>
      b.kind === 'inline-root' ? void items.push(...b.items) : b.kind === 'block' ? b.children.forEach(collect) : undefined;
    collect(box);
    const seen = items.flatMap((item) => {
      if (item.kind !== 'text') return [];
      return [...item.text].map((ch, i) => {
        const origin = item.origins.findLast((one) => one.at <= i);
        const at = origin ? origin.span.start + i - origin.at : -1;
        return [ch, full[at]];
      });
    });
    for (const [ch, source] of seen) expect(ch === ' ' ? /\s/.test(source ?? '') : ch === source).toBe(true);
    expect(seen.map(([ch]) => ch).join('')).toBe('one two & three');
  });
});

describe('boxes', () => {
  it('put anonymous boxes around loose text beside blocks', () => {
    expect(boxes('<div>a <b>b</b><p>c</p>d</div>')).toBe(
      text(`
        div: block
          "a " <b> "b" </b>
          p: block
            "c"
          "d"`),
    );
  });
  it('split an inline box around a block in it, and keep its link', () => {
    expect(boxes('<div>x <a href="u">a <div>b</div> c</a> y</div>')).toBe(
      text(`
        div: block
          "x " <a u> "a " </a>
          a: block
            div: block
              "b" " "
          <a u> "c" </a> " y"`),
    );
  });
  it('make flex items blocks, and loose text anonymous ones', () => {
    expect(boxes('<div class="f">a <b>b</b> <img src="x" alt=""></div>', '.f { display: flex }')).toBe(
      text(`
        div: flex
          anonymous: block
            "a"
          b: block
            "b"
          img: picture`),
    );
  });
  it('keep inline-blocks in the line and boxes out of the flow where they stand', () => {
    const css = 'i { display: inline-block } u { position: absolute }';
    expect(boxes('<p><u>o</u>a <i>b</i> <u>c</u> d</p>', css)).toBe(
      text(`
        p: block
          out-of-flow "a " atomic " " out-of-flow "d"
            u: block
              "o" " "
            i: inline-block
              "b"
            u: block
              "c" " "`),
    );
  });
  it('leave out what is not displayed', () => {
    expect(boxes('<p hidden>a</p><p>b<b style="display: none">c</b></p>')).toBe('p: block\n  "b"');
  });
  it('complete tables', () => {
    expect(boxes('<div class="t">a<div class="c">b</div></div>', '.t { display: table } .c { display: table-cell }')).toBe(
      text(`
        div: table
          anonymous: table-row
            anonymous: table-cell
              "a"
            div: table-cell
              "b"`),
    );
    expect(boxes('<div><p class="c">a</p><p class="c">b</p><p>c</p></div>', '.c { display: table-cell }')).toBe(
      text(`
        div: block
          anonymous: table
            anonymous: table-row
              p: table-cell
                "a"
              p: table-cell
                "b"
          p: block
            "c"`),
    );
  });
  it('know spans', () => {
    const page = build('<table><tr><td colspan="2">a<td rowspan="x">b</table>');
    expect(page.boxes).toContain('td: table-cell colspan 2');
    expect(page.told).toEqual(['table-span: x']);
  });
  it('offer the short form of a fitted text', () => {
    const page = build('<h1>A long <em>title</em><short-form>A <em>title</em></short-form></h1>', 'h1 { -kit-fit: 10pt 20pt }');
    expect(page.boxes).toBe(
      text(`
        h1: block
          "A long " <em> "title" </em>
          short
            <short-form> "A " <em> "title" </em> </short-form>`),
    );
    expect(page.headings).toMatchObject([{ level: 1, text: 'A long title' }]);
    expect(build('<p>x<short-form>y</short-form></p>').told).toEqual(['short-form-unused: <short-form>']);
  });
});

describe('markers, counters and generated content', () => {
  const markers = (body: string, css = '') =>
    [...boxes(body, css).matchAll(/marker (.*)/g)].map(([, marker]) => JSON.parse(marker ?? '""'));
  it.each([
    ['<ul><li>a<li>b</ul>', ['• ', '• ']],
    ['<ol><li>a<li>b</ol>', ['1. ', '2. ']],
    ['<ol start="5"><li>a<li value="9">b<li>c</ol>', ['5. ', '9. ', '10. ']],
    ['<ol reversed><li>a<li>b</ol>', ['2. ', '1. ']],
    ['<ol type="i"><li>a<li>b</ol>', ['i. ', 'ii. ']],
    ['<ol><li>a<ol><li>b</ol><li>c</ol>', ['1. ', '1. ', '2. ']],
    ['<ul style="list-style: \'– \'"><li>a</ul>', ['– ']],
  ])('%s', (html, expected) => {
    expect(markers(html)).toEqual(expected);
  });
  it('draws the bullets that few fonts have', () => {
    expect(boxes('<ul style="list-style: square"><li>a</ul>')).toContain('marker atomic { }');
    expect(build('<ul style="list-style: circle"><li>a</ul>').tree).toContain('Lbl');
  });
  it('takes ::marker and inside markers', () => {
    expect(markers('<ol><li>a</ol>', 'li::marker { content: counter(list-item, upper-roman) ") " }')).toEqual(['I) ']);
    expect(boxes('<ul style="list-style-position: inside"><li>a</ul>')).toContain('"• " "a"');
    expect(markers('<ul style="list-style: none"><li>a</ul>')).toEqual([]);
  });
  it('counts in document order, by scope', () => {
    const css = `ol { counter-reset: c; list-style: none } li { counter-increment: c } li::before { content: counters(c, ".") " " }
      .skip { counter-set: c 7 } .no { display: none }`;
    const shown = boxes('<ol><li>a<ol><li>b<li>c</ol><li class="skip">d<li class="no">e<li>f</ol>', css).match(/\{.*?\}/g);
    expect(shown).toEqual(['{1 }', '{1.1 }', '{1.2 }', '{7 }', '{8 }']);
  });
  it('puts strings, attributes and quotes together as decoration', () => {
    expect(boxes('<p><a href="u">x</a></p>', 'a::after { content: " (" attr(href) ")" }')).toContain('"x" <::> { (u)} </::>');
    expect(boxes('<p><q>a <q>b</q></q></p>').match(/\{.\}/g)).toEqual(['{“}', '{‘}', '{’}', '{”}']);
    expect(boxes('<p lang="de"><q>a</q></p>').match(/\{.\}/g)).toEqual(['{„}', '{“}']);
    expect(boxes('<p><q>a</q></p>', 'q { quotes: "»" "«" }').match(/\{.\}/g)).toEqual(['{»}', '{«}']);
  });
  it('makes boxes of decorations without text', () => {
    const css = 'div::before { content: ""; position: absolute; top: 0 } div::after { content: ""; display: block; height: 3pt }';
    expect(boxes('<div><p>x</p></div>', css)).toBe(
      text(`
        div: block
          anonymous: block
          p: block
            "x"
          anonymous: block`),
    );
  });
});

const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('t', ' ', 'x y', '<br>', '<img src="a" alt="x">', '<qr-code value="v"></qr-code>', '<wbr>'),
    fc
      .tuple(
        fc.constantFrom('div', 'b', 'a', 'ul', 'li', 'span', 'section', 'q', 'td', 'table', 'dl', 'dt', 'dd'),
        fc.constantFrom(
          '',
          'block',
          'inline',
          'inline-block',
          'flex',
          'inline-flex',
          'list-item',
          'table',
          'table-row',
          'table-cell',
          'none',
        ),
        fc.constantFrom('', 'absolute'),
        tie('nodes'),
      )
      .map(([t, d, p, inner]) => `<${t} href="u" style="${d && `display: ${d};`}${p && `position: ${p}`}">${inner}</${t}>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((list) => list.join('')),
})).nodes;

describe('any nesting', () => {
  it('gives well-formed boxes, and every slot stands once in the structure', () => {
    fc.assert(
      fc.property(html, (body) => {
        const { box, structure } = build(body);
        const used = new Set<object>();
        const visit = (b: Box): void => {
          if (b.kind === 'replaced') {
            if (b.content) used.add(b.content);
            return;
          }
          if (b.kind === 'block') {
            b.children.forEach(visit);
            if (b.marker) visit(b.marker);
            return;
          }
          const open: object[] = [];
          for (const item of b.items) {
            if (item.kind === 'open') open.push(item.box);
            else if (item.kind === 'close') expect(open.pop()).toBe(item.box);
            else if (item.kind === 'text') {
              expect(item.text).not.toBe('');
              if (item.content) used.add(item.content);
            } else if (item.kind !== 'break') visit(item.box);
          }
          expect(open).toEqual([]);
        };
        visit(box);
        const placed: object[] = [];
        const walk = (node: typeof structure): void => {
          for (const child of node.children) {
            if (child.kind === 'node') walk(child);
            else placed.push(child);
          }
        };
        walk(structure);
        expect(new Set(placed).size).toBe(placed.length);
        expect(new Set(placed)).toEqual(used);
      }),
      { numRuns: 150 },
    );
  });
});

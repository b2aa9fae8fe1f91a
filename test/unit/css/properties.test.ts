import { isDeepStrictEqual } from 'node:util';
import * as cssSelect from 'css-select';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { anonymousStyle, openStyles, styleTree } from '../../../src/layout/css/index.ts';
import { BY_NAME } from '../../../src/layout/css/properties/index.ts';
import { parseHtml } from '../../../src/layout/dom/index.ts';
import type { ElementNode } from '../../../src/layout/types.ts';
import { MEDIA, marked, open, rendered, style } from './support.ts';

const elements = (root: ElementNode): ElementNode[] => [
  root,
  ...root.children.flatMap((child) => (child.kind === 'element' ? elements(child) : [])),
];

const tag = fc.constantFrom('div', 'p', 'b', 'i');
const name = fc.constantFrom('x', 'y', 'z');
/** A tree of few tags and classes, so that selectors find something. */
const html = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc
    .tuple(tag, fc.option(name), fc.option(name), fc.oneof({ depthSize: 'small' }, fc.constant('t'), tie('nodes')))
    .map(([t, c, id, inner]) => {
      const attributes = `${c ? ` class="${c} w"` : ''}${id ? ` id="${id}" title="${id}-t"` : ''}`;
      // A block in a paragraph would end it.
      const safe = t === 'p' ? 'section' : t;
      return `<${safe}${attributes}>${inner}</${safe}>`;
    }),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((list) => list.join('')),
})).nodes;

const compound = fc
  .tuple(
    fc.constantFrom('', '*', 'div', 'section', 'b'),
    fc.array(
      fc.oneof(
        name.map((n) => `.${n}`),
        name.map((n) => `#${n}`),
        fc.constantFrom(
          '[class]',
          '[title="x-t"]',
          '[title|="y"]',
          '[class~="w"]',
          '[title^="z"]',
          '[title$="t"]',
          '[title*="-"]',
        ),
        fc.constantFrom(
          ':first-child',
          ':last-child',
          ':only-child',
          ':first-of-type',
          ':last-of-type',
          ':empty',
          ':only-of-type',
        ),
        fc.constantFrom(':nth-child(2n+1)', ':nth-child(even)', ':nth-last-child(-n+2)', ':nth-of-type(2)', ':nth-child(-2n+3)'),
        fc.constantFrom(':not(.x)', ':not(#y, b)', ':is(.x, .y b)', ':where(div > *)', ':not(:first-child)'),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([t, rest]) => (t === '' && rest.length === 0 ? '*' : t + rest.join('')));
const selector = fc
  .tuple(compound, fc.array(fc.tuple(fc.constantFrom(' ', ' > ', ' + ', ' ~ '), compound), { maxLength: 2 }))
  .map(([first, rest]) => first + rest.map(([c, s]) => c + s).join(''));

describe('selectors', () => {
  it('match what css-select matches', () => {
    fc.assert(
      fc.property(html, selector, (body, chosen) => {
        const page = `<html><body>${body}</body></html>`;
        const ours = style(page, `${chosen} { order: 7 }`);
        const found = elements(ours.root).map((el) => ours.tree.styleOf(el).order === 7);
        const document = parseDocument(page);
        const all = cssSelect.selectAll('*', document);
        const theirs = new Set(cssSelect.selectAll(chosen, document));
        expect(found).toEqual(all.map((el) => theirs.has(el)));
      }),
      { numRuns: 300 },
    );
  });
});

const value = fc.oneof(
  fc.constantFrom(
    'auto',
    'none',
    '1pt',
    '-2mm',
    '50%',
    '0',
    '1.5',
    'red',
    '#fff',
    'bold',
    'inherit',
    'revert',
    'url(a.png)',
    '"s"',
    'var(--a)',
    '/',
    ',',
  ),
  fc.constantFrom(
    'calc(1pt + 2%)',
    'rgb(1 2 3)',
    'linear-gradient(red, blue)',
    'rotate(3deg)',
    'counter(x)',
    'min(1pt, 2pt)',
    'serif',
  ),
);
const declaration = fc
  .tuple(
    fc.constantFrom(...BY_NAME.keys(), '--a', '--b', 'nonsense'),
    fc.array(value, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([property, values, important]) => `${property}: ${values.join(' ')}${important ? ' !important' : ''}`);

describe('stylesheets', () => {
  it('of any text never throw, and complaints stay inside the text', () => {
    const junk = fc.array(
      fc.oneof(
        fc.constantFrom(
          '{',
          '}',
          '(',
          ')',
          ';',
          ':',
          '@media',
          '@page',
          '@font-face',
          '"',
          "'",
          '/*',
          '*/',
          '\\',
          ',',
          '!important',
          '&',
          '>',
          '::',
          'var(',
          'url(',
        ),
        fc.constantFrom(
          'a',
          'p',
          '.x',
          '#i',
          ' ',
          '\n',
          'color',
          'red',
          '1pt',
          'calc(',
          '--x',
          'src',
          'content',
          '@top-left',
          'U+0-F',
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(junk, (parts) => {
        const css = parts.join('');
        const page = style('<p class="x" id="i">t</p>', css);
        page.tree.pageStyle(0, 1);
        for (const { span } of page.styles.diagnostics) {
          expect(span!.start).toBeGreaterThanOrEqual(0);
          expect(span!.end).toBeGreaterThanOrEqual(span!.start);
          expect(span!.end).toBeLessThanOrEqual(css.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('compute the same from memory as afresh', () => {
    const blocks = fc.array(fc.tuple(selector, fc.array(declaration, { maxLength: 4 })), { maxLength: 5 });
    const sheet = blocks.map((list) => list.map(([s, d]) => `${s} { ${d.join('; ')} }`).join('\n'));
    const inline = fc.option(
      declaration.map((d) => d.replaceAll('"', "'")),
      { nil: '' },
    );
    const pages = fc.array(
      fc.tuple(html, inline).map(([h, d]) => `<div style="${d}">${h}</div>${h}`),
      { minLength: 2, maxLength: 3 },
    );
    fc.assert(
      fc.property(sheet, pages, (css, bodies) => {
        const kept = open(css);
        for (const body of bodies) {
          const { root } = parseHtml(rendered(body));
          const [old, fresh] = [styleTree(root, kept, MEDIA), styleTree(root, open(css), MEDIA)];
          for (const el of elements(root)) {
            expect(isDeepStrictEqual(old.styleOf(el), fresh.styleOf(el))).toBe(true);
            const anonymous = [old, fresh].map((tree) => anonymousStyle(tree.styleOf(el), 'block'));
            expect(isDeepStrictEqual(anonymous[0], anonymous[1])).toBe(true);
          }
          expect(marked(old.diagnostics)).toEqual(marked(fresh.diagnostics));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('HTML', () => {
  it('of any text never throws, keeps its text and knows where it is from', () => {
    const junk = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '/>',
          '<p>',
          '</p>',
          '<b class="x">',
          '</b>',
          '<table>',
          '<tr>',
          '<td>',
          '</table>',
          '<svg>',
          '</svg>',
          '<li>',
          '<br>',
        ),
        fc.constantFrom(
          '&amp;',
          '&aring;',
          '&#65;',
          '&',
          '"',
          '=',
          ' style="',
          '<!--',
          '-->',
          '<style>',
          '</style>',
          '<script>',
          '</script>',
          '\n',
          'å',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(junk, (parts) => {
        const text = parts.join('').replaceAll(/[\uFDD0\uFDD1]/g, '');
        const { root } = parseHtml(rendered(text));
        styleTree(root, openStyles([]), MEDIA);
        const check = (el: ElementNode): void => {
          for (const child of el.children) {
            expect(child.parent).toBe(el);
            if (child.kind === 'element') check(child);
            else {
              const [first] = child.origins;
              expect(first?.at).toBe(0);
              for (const { at, span } of child.origins) if (!/&/.test(text)) expect(text[span.start]).toBe(child.text[at]);
            }
          }
        };
        check(root);
      }),
      { numRuns: 400 },
    );
  });
});

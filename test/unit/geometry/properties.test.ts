import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fragment } from '../../../src/layout/types.ts';
import { lay, textLines } from './support.ts';

const lengths = ['0', '4pt', '13pt', '30pt', '10%', '60%', '150%', '-5pt', 'auto'];
const sizes = ['auto', '0', '12pt', '70pt', '50%', '100%', 'min-content', 'max-content', 'fit-content', '300pt'];
const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const declaration = fc.oneof(
  fc.tuple(pick('margin', 'margin-top', 'margin-bottom', 'margin-left'), pick(...lengths)),
  fc.tuple(pick('padding', 'padding-top', 'padding-left'), pick('0', '3pt', '5%', '20pt')),
  fc.tuple(pick('width', 'height', 'min-width', 'min-height', 'flex-basis'), pick(...sizes)),
  fc.tuple(pick('max-width', 'max-height'), pick('none', '10pt', '50%')),
  fc.tuple(pick('display'), pick('block', 'flex', 'inline-block', 'inline-flex', 'list-item', 'table', 'inline')),
  fc.tuple(pick('flex-direction'), pick('row', 'column', 'row-reverse', 'column-reverse')),
  fc.tuple(pick('flex-wrap'), pick('wrap', 'nowrap', 'wrap-reverse')),
  fc.tuple(pick('flex'), pick('1', '0 0 auto', '2 1 30pt', 'none')),
  fc.tuple(pick('align-items'), pick('center', 'baseline', 'last baseline', 'stretch', 'flex-end')),
  fc.tuple(pick('position'), pick('relative', 'static')),
  fc.tuple(pick('overflow'), pick('hidden', 'visible')),
  fc.tuple(pick('border'), pick('1pt solid', '0')),
  fc.tuple(pick('box-sizing'), pick('border-box', 'content-box')),
  fc.tuple(pick('aspect-ratio'), pick('2', '0.3')),
  fc.tuple(pick('break-before', 'break-after'), pick('page', 'avoid', 'left', 'auto', 'column', 'avoid-column')),
  fc.tuple(pick('break-inside'), pick('avoid')),
  fc.tuple(pick('orphans', 'widows'), pick('1', '3')),
  fc.tuple(pick('gap'), pick('3pt', '10%')),
  fc.tuple(pick('direction'), pick('rtl', 'ltr')),
  fc.tuple(pick('columns'), pick('2', '30pt', '3 40pt', '4')),
  fc.tuple(pick('column-span'), pick('all')),
  fc.tuple(pick('column-fill'), pick('auto')),
  fc.tuple(pick('-kit-baseline-grid'), pick('12pt', '7pt', 'none')),
  fc.tuple(pick('-kit-fit-group'), pick('a', 'b')),
  fc.tuple(pick('-kit-fit'), pick('5pt 20pt', '8pt 9pt')),
);
const styles = fc.array(declaration, { maxLength: 5 }).map((list) => list.map(([k, v]) => `${k}:${v}`).join(';'));

interface Tree {
  readonly style: string;
  readonly tag: string;
  readonly children: readonly (Tree | number)[];
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    style: styles,
    tag: pick('div', 'section', 'article'),
    children: fc.array(fc.oneof({ maxDepth: 4 }, fc.integer({ min: 1, max: 6 }), tie('tree')), { maxLength: 4 }),
  }),
}));

/** HTML of a tree; every word in it is another. */
function write(root: Tree, absolute: (n: number) => string = () => ''): { html: string; words: string[] } {
  const words: string[] = [];
  let boxes = 0;
  const one = ({ style, tag, children }: Tree): string => {
    const extra = absolute(boxes++);
    const inner = children.map((c) => {
      if (typeof c !== 'number') return one(c);
      const own = Array.from({ length: c }, () => {
        words.push(`w${words.length}`);
        return words.at(-1);
      });
      return own.join(' ');
    });
    return `<${tag} style="${style};${extra}">${inner.join(' ')}</${tag}>`;
  };
  return { html: one(root), words };
}

const numbers = (f: Fragment): number[] => [f.x, f.y, f.width, f.height, ...f.children.flatMap(numbers)];
const RUNS = process.env.KIT_FULL ? 2000 : 120;
const small = { width: 120, height: 60 };

describe('any tree of boxes', () => {
  test('every word is set exactly once over the pages; all numbers are finite; no size is negative', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const { html, words } = write(root);
        const laid = lay(html, 'p { orphans: 2; widows: 2 }', small);
        const set = laid.pages
          .flatMap((p) => textLines(p.fragment, 0).flatMap((l) => l.text.split(' ')))
          .filter((w) => w.startsWith('w'));
        expect([...set].sort()).toEqual([...words].sort());
        for (const { fragment } of laid.pages) expect(numbers(fragment).every(Number.isFinite)).toBe(true);
        const negative = (f: Fragment): boolean => f.width < 0 || f.height < 0 || f.children.some(negative);
        expect(laid.pages.some((p) => negative(p.fragment))).toBe(false);
        expect(laid.pages.length).toBeLessThan(500);
      }),
      { numRuns: RUNS },
    );
  });

  test('with absolute boxes among them, nothing is lost either', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 0, max: 7 }), (root, mask) => {
        const at = ['left:5pt;top:5pt', 'inset:3pt', '', 'right:0;bottom:0;width:30pt'];
        const { html, words } = write(root, (n) => (n > 0 && (mask >> (n % 3)) & 1 ? `position:absolute;${at[n % 4]}` : ''));
        const laid = lay(html, '', small);
        const set = laid.pages
          .flatMap((p) => textLines(p.fragment, 0).flatMap((l) => l.text.split(' ')))
          .filter((w) => w.startsWith('w'));
        expect([...set].sort()).toEqual([...words].sort());
      }),
      { numRuns: RUNS },
    );
  });

  test('the same input gives the same pages', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const { html } = write(root);
        const plain = () => lay(html, '', small).pages.map((p) => numbers(p.fragment));
        expect(plain()).toEqual(plain());
      }),
      { numRuns: 30 },
    );
  });
});

const cell = fc.record({
  words: fc.integer({ min: 0, max: 12 }),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 3 }),
  style: styles.map((s) => s.replace(/display:[a-z-]+/g, '').replace(/-kit-fit:[^;]*/g, '')),
});
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe('any table', () => {
  test('every word once, header rows aside', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (list, head, collapse) => {
        const words: string[] = [];
        const row = (cells: (typeof list)[number]) =>
          `<tr>${cells
            .map((c) => {
              const own = Array.from({ length: c.words }, () => `w${words.push('') - 1}`);
              return `<td colspan=${c.colspan} rowspan=${c.rowspan} style="${c.style}">${own.join(' ')}</td>`;
            })
            .join('')}</tr>`;
        const body = list.map(row).join('');
        const html = `<table style="${collapse ? 'border-collapse:collapse' : ''}"><caption>cap</caption>${head ? '<thead><tr><td>head</td></tr></thead>' : ''}<tbody>${body}</tbody></table>`;
        const laid = lay(html, '', small);
        const set = laid.pages
          .flatMap((p) => textLines(p.fragment, 0).flatMap((l) => l.text.split(' ')))
          .filter((w) => w.startsWith('w'));
        expect([...set].sort()).toEqual(words.map((_, i) => `w${i}`).sort());
        for (const { fragment } of laid.pages) expect(numbers(fragment).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

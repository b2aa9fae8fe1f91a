import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCss } from '../../../src/layout/css/parse.ts';
import type { Node } from '../../../src/layout/css/values/cursor.ts';
import { quickValue } from '../../../src/layout/css/values/quick.ts';
import { marked, style } from './support.ts';

/** A value without the parts that differ between the two ways: spaces in operators, line numbers. */
const plain = (node: Node): unknown => {
  const { loc, type } = node;
  const value = 'value' in node && typeof node.value === 'string' ? node.value.trim() : undefined;
  const children = 'children' in node && Array.isArray(node.children) ? node.children.map(plain) : undefined;
  const rest = { name: 'name' in node ? node.name : undefined, unit: 'unit' in node ? node.unit : undefined };
  // css-tree counts the spaces around + and - as theirs.
  return {
    type,
    value,
    children,
    ...rest,
    from: type === 'Operator' ? undefined : loc?.start.offset,
    to: type === 'Operator' ? undefined : loc?.end.offset,
  };
};

const part = fc.oneof(
  fc.constantFrom(
    '1',
    '-2.5mm',
    '.5em',
    '+3%',
    '0',
    '#fff',
    'red',
    '-kit-x',
    '--x',
    'rgb(1 2 3 / 50%)',
    'calc(1px + 2 * (3% - 1em))',
    'rotate(-3deg)',
  ),
  fc.constantFrom(
    ',',
    '/',
    '*',
    '(1)',
    'f()',
    'a(b(c, d))',
    '1e3',
    'U+0-F',
    '"s"',
    'url(x)',
    'var(--a)',
    '1px-2px',
    '+',
    '-',
    ')',
    '(',
    '\\66',
    '!',
    '%',
  ),
  fc.string({ maxLength: 3 }),
);

it('reads a plain value as css-tree reads it, or leaves it alone', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', '', '/**/'), (parts, between) => {
      const text = parts.join(between).trim();
      const quick = quickValue(text);
      if (!quick) return;
      read++;
      const faults: unknown[] = [];
      const slow = parseCss(text, 'value', (fault) => faults.push(fault));
      expect(faults).toEqual([]);
      const nodes = slow.type === 'Value' ? slow.children.filter(({ type }) => type !== 'Comment' && type !== 'WhiteSpace') : [];
      expect(quick.map(plain)).toEqual(nodes.map(plain));
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(300);
});

const value = fc.oneof(
  fc.constantFrom(
    '1pt',
    '12.5mm',
    'red',
    'auto',
    'var(--a)',
    'calc(var(--a) * 2mm)',
    'rotate(3deg) translate(1pt, 2pt)',
    '1pt 2pt',
    'nonsense',
    '3xm',
    '',
    'hsl(210 50% 50%)',
  ),
  fc.constantFrom('url(a;b)', '"a;b"', '1pt !important', '/* c */ 1pt', '{}', 'inherit', '-1pt', '(1pt)'),
);
const declaration = fc
  .tuple(
    fc.constantFrom('left', 'width', 'color', 'transform', 'padding', '--a', '--b-C', 'colr', 'float', 'opacity'),
    fc.constantFrom(':', ' : ', ': '),
    value,
  )
  .map((parts) => parts.join(''));

it('reads a style attribute as the same declarations in a stylesheet, with the same complaints', () => {
  fc.assert(
    fc.property(fc.array(declaration, { maxLength: 4 }), fc.constantFrom(';', '; ', ' ;\n', ';;'), (list, between) => {
      const text = list.join(between);
      const inline = style(`<b style='${text}'>x</b>`);
      const sheet = style('<b>x</b>', `b { ${text} }`);
      expect(isDeepStrictEqual(inline.style('b'), sheet.style('b'))).toBe(true);
      const told = (page: typeof sheet) => [...marked(page.diagnostics)].sort();
      expect(told(inline)).toEqual(told(sheet));
    }),
    { numRuns: 300 },
  );
});

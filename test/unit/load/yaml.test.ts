import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/core/source.ts';
import type { WrittenNode } from '../../../src/core/written/node.ts';
import { nodeAt, spanAt, spanWithin, toPlain } from '../../../src/core/written/node.ts';
import { readYaml } from '../../../src/load/yaml.ts';

const read = (text: string) => readYaml({ path: 'a.yaml', text });
const words = (span: Span): string => span.source.text.slice(span.start, span.end);
const said = (text: string): string[] => read(text).diagnostics.map((d) => `${d.code} «${d.span ? words(d.span) : ''}»`);

describe('values', () => {
  it('keeps every scalar as it was typed', () => {
    const { value, diagnostics } = read(
      'a: 0800\nb: 17.30\nc: 2012-12-06\nd: yes\ne: "null"\nf: null\ng: ~\nh:\ni: {poster: , flyer: }\n',
    );
    expect(diagnostics).toEqual([]);
    expect(value && toPlain(value)).toEqual({
      a: '0800',
      b: '17.30',
      c: '2012-12-06',
      d: 'yes',
      e: 'null',
      f: null,
      g: null,
      h: null,
      i: { poster: null, flyer: null },
    });
  });

  it('merges maps, the nearer one first', () => {
    const { value } = read('base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\nuse: {<<: [*b, *o], x: 5}\n');
    expect(value && toPlain(value)).toMatchObject({ use: { x: '5', y: '2', z: '4' } });
  });

  it('repeats what an alias names', () => {
    expect(toPlain(read('a: &t [1, 2]\nb: *t\n').value as WrittenNode)).toEqual({ a: ['1', '2'], b: ['1', '2'] });
  });
});

describe('places', () => {
  const text = [
    'plain: torsdag den 6. december',
    "single: 'it''s 6. december'",
    'double: "kl. \\u0031\\x37.30 og \\"6. december\\""',
    'literal: |',
    '  linje et',
    '',
    '    6. december',
    'folded: >-',
    '  Kom den',
    '  6. december',
    'wrapped: Kom den',
    '  6. december',
    'keep: |+',
    '  6. december',
    '',
  ].join('\n');

  it.each(['plain', 'single', 'double', 'literal', 'folded', 'wrapped', 'keep'])(
    'knows where words of a %s scalar stand',
    (key) => {
      const node = nodeAt(read(text).value as WrittenNode, [key]);
      if (node?.kind !== 'scalar' || node.value === null) throw new Error('no scalar');
      const at = node.value.indexOf('6. december');
      expect(at).toBeGreaterThanOrEqual(0);
      expect(words(spanWithin(node, at, at + 11))).toBe('6. december');
    },
  );

  it('maps escapes to what was typed', () => {
    const node = nodeAt(read(text).value as WrittenNode, ['double']);
    if (node?.kind !== 'scalar' || node.value === null) throw new Error('no scalar');
    expect(node.value).toBe('kl. 17.30 og "6. december"');
    expect(words(spanWithin(node, 0, 9))).toBe('kl. \\u0031\\x37.30');
  });

  it('leaves quotation marks out', () => {
    const { value } = read('a: \'x y\'\nb: "z"\n');
    expect(words(spanAt(value as WrittenNode, ['a']))).toBe('x y');
    expect(words(spanAt(value as WrittenNode, ['b']))).toBe('z');
  });

  it('shows what is missing at its nearest ancestor', () => {
    const { value } = read('event:\n  booking:\n    url: x\n');
    expect(words(spanAt(value as WrittenNode, ['event', 'booking', 'mode']))).toBe('booking');
    expect(words(spanAt(value as WrittenNode, ['event', 'period', 'from']))).toBe('event');
  });

  it('counts with Windows line ends', () => {
    const { value } = read('a: 1\r\nb: |\r\n  x\r\n  6. december\r\n');
    const node = nodeAt(value as WrittenNode, ['b']);
    if (node?.kind !== 'scalar' || node.value === null) throw new Error('no scalar');
    const at = node.value.indexOf('6.');
    expect(words(spanWithin(node, at, at + 11))).toBe('6. december');
  });
});

describe('faults', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', ['yaml-duplicate-key «a»']],
    ['a: b: c\n', ['yaml-syntax «b: c»']],
    ['a: [1, 2\n', ['yaml-syntax «[»']],
    ['a: *nobody\n', ['yaml-alias «*nobody»']],
    ['a: &x [*x]\n', ['yaml-alias «*x»']],
    ['a: !thing 1\n', ['yaml-unsupported «!thing»']],
    ['[1]: 2\n', ['yaml-unsupported «[1]»']],
    ['a: 1\n---\nb: 2\n', ['yaml-unsupported «---»']],
    ['__proto__: 1\n', ['unknown-key «__proto__»']],
    ['a: "x\\u0001y"\n', ['forbidden-character «\\u0001»']],
    ['a: "\\uFDD0"\n', ['forbidden-character «\\uFDD0»']],
    ['a: "\\uD800"\n', ['forbidden-character «\\uD800»']],
    ['use: {<<: 1}\n', ['yaml-alias «<<»']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('does not let aliases multiply without bound', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(said(`${lines.join('\n')}\n`)).toEqual(['yaml-alias «*a4»']);
  });

  it('does not follow nesting without bound', () => {
    expect(said('['.repeat(100) + ']'.repeat(100))).toEqual(['yaml-syntax «[»']);
    expect(read('['.repeat(50_000)).diagnostics.length).toBeGreaterThan(0);
  });

  it('never throws', () => {
    const bit = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '|',
      '>',
      '!t',
      '#',
      '<<',
      '?',
      '\t',
      'æ',
      '\r',
      '\\',
      '%',
      '@',
      '---',
      '...',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')),
        ),
        (text) => {
          const { value, diagnostics } = read(text);
          expect(value !== undefined || diagnostics.length > 0).toBe(true);
          for (const d of diagnostics) expect(d.span && d.span.start <= d.span.end && d.span.end <= text.length).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

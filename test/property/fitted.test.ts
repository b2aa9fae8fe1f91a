import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LaidPage } from '../../src/layout/geometry/index.ts';
import { LINE_EPSILON, overhang } from '../../src/layout/overhang.ts';
import type { Fragment } from '../../src/layout/types.ts';
import { layInType } from '../unit/geometry/real-type.ts';

function find(f: Fragment, id: string): Fragment | undefined {
  if (f.box.element?.attributes.get('id')?.value === id) return f;
  for (const child of f.children) {
    const found = find(child, id);
    if (found) return found;
  }
  return undefined;
}

const boxOf = (pages: readonly LaidPage[]): Fragment => {
  const found = pages.map(({ fragment }) => find(fragment, 't')).find(Boolean);
  if (!found) throw new Error('no box');
  return found;
};

/** Whether a box's lines stand inside it. */
const holds = (f: Fragment, width: number, height: number): boolean =>
  f.children.every(
    (c) =>
      c.y + c.height <= height + 0.011 &&
      c.width <= width + 0.011 &&
      (c.lines ?? []).every((l) => overhang(l, c) <= LINE_EPSILON),
  );

const words = fc.array(
  fc.constantFrom(
    'Kom',
    'til',
    'fællesspisning',
    'på',
    'biblioteket',
    'i',
    'foredragsaften',
    'Å',
    'jul',
    'over­raskelse',
    'e-mail',
  ),
  { minLength: 1, maxLength: 9 },
);
const RUNS = process.env.KIT_FULL ? 1500 : 80;
const STEP = 0.05;

describe('fitted text', () => {
  test('is as large as it may be: a step larger does not fit, by the breaker that sets it', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 20, max: 200 }),
        fc.constantFrom('wrap', 'balance', 'pretty'),
        fc.constantFrom('auto', 'manual', 'none'),
        fc.constantFrom('', 'text-indent: 8pt;', 'letter-spacing: 0.02em;', 'overflow-wrap: anywhere;'),
        (list, width, height, wrap, hyphens, more) => {
          const css = `width:${width}pt;height:${height}pt;text-wrap:${wrap};hyphens:${hyphens};${more}`;
          const text = list.join(' ');
          const size = boxOf(layInType(`<div id=t style="${css}-kit-fit:8pt 60pt">${text}</div>`)).fittedSize ?? 0;
          const at = (pt: number) =>
            holds(boxOf(layInType(`<div id=t style="${css}-kit-fit:${pt}pt">${text}</div>`)), width, height);
          expect(size).toBeGreaterThanOrEqual(8);
          expect(size).toBeLessThanOrEqual(60);
          if (size > 8) expect(at(size)).toBe(true);
          // Where anything may be broken anywhere, words broken for want of room count as not fitting.
          if (size < 60 && !more.startsWith('overflow-wrap')) expect(at(Math.min(60, size + STEP))).toBe(false);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

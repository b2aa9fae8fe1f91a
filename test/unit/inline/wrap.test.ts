import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../src/layout/inline/break-lines.ts';
import { demerits } from '../../../src/layout/inline/demerits.ts';
import { greedyLines } from '../../../src/layout/inline/greedy.ts';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import { measureAt } from '../../../src/layout/inline/measure.ts';
import { prepare } from '../../../src/layout/inline/prepare.ts';
import { prettyLines } from '../../../src/layout/inline/pretty.ts';
import { context, lineTexts, root } from './support.ts';

const text =
  'Kom til fællesspisning på biblioteket torsdag den 6. december 2012, hvor danskere og nytilkomne mødes over et måltid og taler om løst og fast.';
const setIn = (width: number, style: object, content = text) => layoutInline(root([content], style), width, context()).lines;

describe('text-wrap: balance', () => {
  it('breaks a headline as Chromium does', () => {
    const style = { fontSize: 12, textWrap: 'balance' };
    const headline =
      'Kom til fællesspisning på biblioteket torsdag den 6. december 2012 hvor danskere og nytilkomne mødes over et måltid og en god snak om alt det';
    expect(lineTexts(setIn(300, { ...style, textIndent: { pt: 45, percent: 0 } }, headline))).toEqual([
      'Kom til fællesspisning på biblioteket torsdag ',
      'den 6. december 2012 hvor danskere og nytilkomne ',
      'mødes over et måltid og en god snak om alt det',
    ]);
  });

  it('never needs more lines, never a wider widest line, and leaves long texts alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 400 }), fc.integer({ min: 3, max: 24 }), (width, count) => {
        const content = text.split(' ').slice(0, count).join(' ');
        const greedy = setIn(width, {}, content);
        const balanced = setIn(width, { textWrap: 'balance' }, content);
        expect(balanced).toHaveLength(greedy.length);
        const widest = (lines: typeof greedy) => Math.max(...lines.map((line) => line.width));
        expect(widest(balanced)).toBeLessThanOrEqual(widest(greedy) + 1e-6);
        if (greedy.length > 6) expect(lineTexts(balanced)).toEqual(lineTexts(greedy));
      }),
    );
  });

  it('balances what stands between forced breaks by itself', () => {
    const lines = layoutInline(
      root(['Kom til fællesspisning på biblioteket torsdag', { kind: 'break' }, 'den 6. december 2012 hvor danskere og'], {
        textWrap: 'balance',
      }),
      195,
      context(),
    );
    expect(lineTexts(lines.lines)).toEqual([
      'Kom til fællesspisning ',
      'på biblioteket torsdag',
      'den 6. december 2012 hvor danskere og',
    ]);
  });
});

describe('text-wrap: pretty', () => {
  it('has no more demerits than greedy breaking, and no more lines', () => {
    const words = fc.array(fc.constantFrom(...text.split(' '), 'fæl\u00adles\u00adspis\u00adning', 'e-mail'), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 30, max: 300 }),
        fc.constantFrom('manual' as const, 'auto' as const),
        (list, width, hyphens) => {
          const ctx = context();
          const p = prepare(root([list.join(' ')], { hyphens }), ctx);
          const m = measureAt(p, width, ctx);
          const last = p.cuts.length - 1;
          const greedy = greedyLines(m, 0, last, width);
          const pretty = prettyLines(m, 0, last);
          expect(demerits(m, pretty)).toBeLessThanOrEqual(demerits(m, greedy));
          expect(pretty.length).toBeLessThanOrEqual(greedy.length);
          expect(pretty.map(({ from }) => from.offset)).toEqual([0, ...pretty.slice(0, -1).map(({ to }) => to.offset)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves no single short word on the last line where it can help it', () => {
    const content =
      'Kom til fællesspisning på biblioteket torsdag den 6. december 2012, hvor danskere og nytilkomne mødes over et måltid.';
    const greedy = lineTexts(setIn(200, {}, content));
    const pretty = lineTexts(setIn(200, { textWrap: 'pretty' }, content));
    expect(greedy.at(-1)).toBe('måltid.');
    expect(pretty.at(-1)!.length).toBeGreaterThan('måltid.'.length);
    expect(pretty).toHaveLength(greedy.length);
  });

  it('is what breakLines uses', () => {
    const ctx = context();
    const p = prepare(root([text], { textWrap: 'pretty' }), ctx);
    const m = measureAt(p, 200, ctx);
    expect(breakLines(m)).toEqual(prettyLines(m, 0, p.cuts.length - 1));
  });
});

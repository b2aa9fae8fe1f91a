import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FINE } from '../../../src/layout/css/properties/typesetting.ts';
import { breakLines } from '../../../src/layout/inline/break-lines.ts';
import { demerits, endsInHyphen } from '../../../src/layout/inline/demerits.ts';
import { greedyLines } from '../../../src/layout/inline/greedy.ts';
import { filledWidth } from '../../../src/layout/inline/hanging.ts';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import { lineWidth, measureAt } from '../../../src/layout/inline/measure.ts';
import { prepare } from '../../../src/layout/inline/prepare.ts';
import { prettyLines } from '../../../src/layout/inline/pretty.ts';
import type { LineRange } from '../../../src/layout/inline/types.ts';
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

/** Widths of the widest line over all ways to break a text into no more than so many lines: by trying them all. */
function narrowest(m: ReturnType<typeof measureAt>, most: number): number {
  const { cuts } = m.p;
  const last = cuts.length - 1;
  const best = new Map<string, number>();
  const from = (i: number, left: number): number => {
    if (i === last) return 0;
    if (left === 0) return Number.POSITIVE_INFINITY;
    const key = `${i} ${left}`;
    const known = best.get(key);
    if (known !== undefined) return known;
    let least = Number.POSITIVE_INFINITY;
    for (let j = i + 1; j <= last; j++) {
      const [a, b] = [cuts[i], cuts[j]];
      if (a && b) least = Math.min(least, Math.max(lineWidth(m, a, b), from(j, left - 1)));
    }
    best.set(key, least);
    return least;
  };
  return from(0, most);
}

describe('text-wrap: balance, against all ways to break', () => {
  it('has the narrowest widest line that so many lines can have, and divides no word for it', () => {
    const words = fc.array(fc.constantFrom(...text.split(' ')), { minLength: 2, maxLength: 14 });
    fc.assert(
      fc.property(words, fc.integer({ min: 90, max: 300 }), (list, width) => {
        const ctx = context();
        const m = measureAt(prepare(root([list.join(' ')], { textWrap: 'balance' }), ctx), width, ctx);
        const lines = breakLines(m);
        if (lines.length > 6) return;
        const widest = Math.max(...lines.map(({ from, to }) => lineWidth(m, from, to)));
        expect(widest).toBeLessThanOrEqual(Math.max(narrowest(m, lines.length), 0) + 0.05);
        const divided = measureAt(prepare(root([list.join(' ')], { textWrap: 'balance', hyphens: 'auto' }), ctx), width, ctx);
        const hyphens = (found: readonly { to: { kind: string } }[]) => found.filter(({ to }) => to.kind === 'hyphen').length;
        const greedy = greedyLines(divided, 0, divided.p.cuts.length - 1, width);
        expect(breakLines(divided).length).toBeLessThanOrEqual(greedy.length);
        expect(hyphens(breakLines(divided))).toBeLessThanOrEqual(hyphens(greedy));
      }),
      { numRuns: 60 },
    );
  });
});

describe('text-wrap: pretty', () => {
  const RUNS = process.env.KIT_FULL ? 2000 : 150;
  const words = fc.array(fc.constantFrom(...text.split(' '), 'fæl\u00adles\u00adspis\u00adning', 'e-mail', 'i', 'det'), {
    minLength: 1,
    maxLength: 60,
  });
  const settings = fc.record({
    hyphens: fc.constantFrom('manual' as const, 'auto' as const),
    textAlign: fc.constantFrom('start' as const, 'justify' as const, 'center' as const),
    textIndent: fc.constantFrom({ pt: 0, percent: 0 }, { pt: 12, percent: 0 }),
    fine: fc.constantFrom(
      NO_FINE,
      { ...NO_FINE, hyphenLines: 1 },
      { ...NO_FINE, hyphenLimits: { word: 9, before: 4, after: 4 } },
      { ...NO_FINE, opticalMargins: true },
      { ...NO_FINE, hanging: { first: true, last: true, end: 'allow' as const } },
    ),
  });
  const both = (list: readonly string[], width: number, style: object) => {
    const ctx = context();
    const p = prepare(root([list.join(' ')], style), ctx);
    const m = measureAt(p, width, ctx);
    const last = p.cuts.length - 1;
    return { m, greedy: greedyLines(m, 0, last, width), pretty: prettyLines(m, 0, last) };
  };
  const roomOf = (width: number, { from }: LineRange, style: { textIndent: { pt: number } }) =>
    width - (from.offset === 0 ? style.textIndent.pt : 0);

  it('has no more demerits than greedy breaking, and no more lines; it is whole, in its width and the same every time', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), settings, (list, width, style) => {
        const { m, greedy, pretty } = both(list, width, style);
        expect(demerits(m, pretty)).toBeLessThanOrEqual(demerits(m, greedy));
        expect(pretty.length).toBeLessThanOrEqual(greedy.length);
        expect(pretty.map(({ from }) => from.offset)).toEqual([0, ...pretty.slice(0, -1).map(({ to }) => to.offset)]);
        const tooWide = (lines: readonly LineRange[]) =>
          lines.filter((l) => filledWidth(m, l.from, l.to, roomOf(width, l, style)) > roomOf(width, l, style) + 0.01).length;
        expect(tooWide(pretty)).toBeLessThanOrEqual(tooWide(greedy));
        const again = both(list, width, style).pretty;
        expect(again.map(({ to }) => to.offset)).toEqual(pretty.map(({ to }) => to.offset));
      }),
      { numRuns: RUNS },
    );
  });

  it('ends no more than two lines in a row in hyphens, and divides no last word, if the width is not very narrow', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 170, max: 300 }), fc.constantFrom('start', 'justify'), (list, width, textAlign) => {
        const { m, pretty } = both(list, width, { hyphens: 'auto', textAlign });
        const runs = pretty.map(({ to }) => (endsInHyphen(m, to) ? '-' : '.')).join('');
        // Justified lines that would be torn apart may have a third, and a lone word below them.
        if (textAlign === 'start') expect(runs).not.toContain('---');
        const last = pretty.at(-1);
        if (last && pretty.length > 1) {
          const shown = m.p.text.slice(last.from.skip, last.to.trim);
          const before = m.p.text.slice(0, last.from.skip).trim();
          const long = textAlign === 'justify' && lineWidth(m, last.from, last.to) >= width / 3 - 0.01;
          if (last.from.kind === 'hyphen' && !long) expect(shown).toMatch(/\s/);
          // One short word alone only where the word before it fills a line by itself.
          if (textAlign === 'start' && !/\s/.test(shown) && lineWidth(m, last.from, last.to) < width / 3)
            expect(before).not.toMatch(/\s/);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('tears no justified line as far apart as greedy breaking does, at any width of a column', () => {
    const style = { hyphens: 'auto' as const, textAlign: 'justify' as const };
    /** How many times as wide as usual the widest spaces are, the last line aside. */
    const widest = (m: ReturnType<typeof both>['m'], lines: readonly LineRange[], width: number) =>
      Math.max(
        1,
        ...lines.slice(0, -1).map(({ from, to }) => {
          const spaces = (m.p.text.slice(from.skip, to.trim).match(/ /g) ?? []).length;
          const at = m.p.text.indexOf(' ');
          return 1 + (width - lineWidth(m, from, to)) / (spaces * ((m.p.pen[at + 1] ?? 0) - (m.p.pen[at] ?? 0)));
        }),
      );
    const torn = { greedy: 0, pretty: 0 };
    for (let width = 110; width <= 300; width += 2) {
      const { m, greedy, pretty } = both(text.split(' '), width, style);
      const [before, after] = [widest(m, greedy, width), widest(m, pretty, width)];
      expect(after, `${width} pt`).toBeLessThanOrEqual(Math.max(3, before) + 0.01);
      if (before > 3) torn.greedy++;
      if (after > 3) torn.pretty++;
    }
    expect(torn.pretty).toBeLessThan(torn.greedy);
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphOf, glyphRange, itemize } from '../../../src/core/text/index.ts';
import { face } from './support.ts';

const alegreya = face('Alegreya');
const fira = face('Fira Sans');
const set = (text: string, more: object = {}) =>
  itemize(text, { faces: [alegreya, fira], features: [], lang: 'da', size: 16, direction: 'ltr', ...more });

describe('itemize', () => {
  it('shapes as Chromium measures', () => {
    // getBoundingClientRect in Chromium 156 at 16 px, rounded up to 1/64 px there.
    const { runs } = set('Kom til fællesspisning, "og" AV To');
    expect(runs).toHaveLength(1);
    expect((runs[0]!.run.width * 16) / 1000).toBeCloseTo(215.890625, 1);
    expect((set('Kom til fællesspisning, "og" AV To', { faces: [fira] }).runs[0]!.run.width * 16) / 1000).toBeCloseTo(
      241.59375,
      1,
    );
  });

  it('kerns, joins ligatures, and says where a run may not be cut', () => {
    const { run } = set('AV').runs[0]!;
    const alone = set('A').runs[0]!.run.width + set('V').runs[0]!.run.width;
    expect(run.width).toBeLessThan(alone);
    expect([...run.unsafe]).toEqual([0, 1, 0]);
    const ligature = set('fi', { faces: [fira] }).runs[0]!.run;
    expect(ligature.glyphs.length).toBe(1);
    expect(ligature.unsafe[1]).toBe(1);
    expect(set('fi', { faces: [fira], features: ['-liga'] }).runs[0]!.run.glyphs.length).toBe(2);
  });

  it('gives the same object for the same text, also for equal lists of features', () => {
    expect(set('fællesspisning', { features: ['lnum'] }).runs[0]!.run).toBe(
      set('fællesspisning', { features: ['lnum'] }).runs[0]!.run,
    );
    expect(set('fællesspisning').runs[0]!.run).not.toBe(set('fællesspisning', { features: ['lnum'] }).runs[0]!.run);
  });

  it('applies features: old-style and lining figures differ', () => {
    expect([...set('2012', { features: ['lnum'] }).runs[0]!.run.glyphs]).not.toEqual([
      ...set('2012', { features: ['onum'] }).runs[0]!.run.glyphs,
    ]);
  });

  it('leaves a soft hyphen without a glyph', () => {
    const { run } = set('fæl\u00adles').runs[0]!;
    expect(run.text.length).toBe(7);
    expect(run.glyphs.length).toBe(6);
    expect([...run.clusters]).toEqual([0, 1, 2, 4, 5, 6]);
  });

  it('takes a whole grapheme from one font, and spaces from the first', () => {
    const { runs, missing } = set('a ξ b', { faces: [fira] });
    expect(missing).toEqual([]);
    expect(runs.map(({ run }) => run.script)).toEqual(['Latn', 'Grek', 'Latn']);
  });

  it('reports each character that no font has, at its offset', () => {
    const { missing, runs } = set('ja 日本 שלום 😀.');
    expect(missing.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('')).toBe('日本שלום😀');
    expect(missing.map(({ offset }) => offset)).toEqual([3, 4, 6, 7, 8, 9, 11]);
    expect(runs.some(({ run }) => run.glyphs.includes(0))).toBe(true);
  });

  it('does not miss joiners, no-break spaces or letters that can be put together', () => {
    expect(set('a\u00a0b\u2011c\u200d\ufe0f\u202f1\u2060').missing).toEqual([]);
  });

  it('cuts by direction; levels are those of the bidirectional algorithm', () => {
    const { runs } = set('Kom שלום 12 og', { direction: 'ltr' });
    const levels = runs.flatMap(({ run, level }) => Array.from(run.text, () => level)).join('');
    expect(levels).toBe('00001111' + '122' + '000');
    for (const { run, level } of runs) expect(run.rtl).toBe(level % 2 === 1);
  });

  it('covers any text with runs in logical order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('ltr' as const, 'rtl' as const),
        (text, direction) => {
          const { runs } = set(text, { direction });
          expect(runs.map(({ run }) => run.text).join('')).toBe(text);
          let at = 0;
          for (const { run, start } of runs) {
            expect(start).toBe(at);
            at += run.text.length;
            expect(run.pen[run.text.length]).toBe(run.width);
            const { from, to } = glyphRange(run, 0, run.text.length);
            expect([from, to]).toEqual([0, run.glyphs.length]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('cut at safe places gives the glyphs that the whole has', () => {
    const words = fc.array(fc.constantFrom('AV', 'fi', 'ffl', 'To', 'til,', '"og"', 'fjord.', '–', 'Wä', 'e-mail'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(alegreya, fira), (list, own) => {
        const { run } = set(list.join(' '), { faces: [own] }).runs[0]!;
        for (let i = 1; i < run.text.length; i++) {
          if (run.unsafe[i]) continue;
          const left = set(run.text.slice(0, i), { faces: [own] }).runs[0]!.run;
          expect(left.width).toBe(run.pen[i]);
          const { from, to } = glyphRange(run, 0, i);
          expect([...left.glyphs]).toEqual([...run.glyphs.slice(from, to)]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('finds the glyph of a character', () => {
    expect(glyphOf(alegreya, 0x41)).toBe(set('A').runs[0]!.run.glyphs[0]);
    expect(glyphOf(alegreya, 0x5e9)).toBe(0);
  });
});

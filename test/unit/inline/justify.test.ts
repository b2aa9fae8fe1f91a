import { describe, expect, it } from 'vitest';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import type { ComputedStyle } from '../../../src/layout/types.ts';
import { context, root, textsOf } from './support.ts';

const lay = (content: readonly string[], width: number, changes: Partial<ComputedStyle> = {}) =>
  layoutInline(root(content, changes), width, context());

const justify = { textAlign: 'justify' } as const;

/** The first line, its items' texts, and where its last glyph ends. */
function spread(text: string, width: number) {
  const [line] = lay([text], width, justify).lines;
  const items = textsOf(line!);
  const texts = items.map(({ run, from, to }) => {
    const clusters = [...run.clusters.slice(from, to)];
    return run.text.slice(Math.min(...clusters), Math.max(...clusters) + 1).trimEnd();
  });
  const last = items.at(-1)!;
  return { width: line!.width, items, texts, end: last.x + last.width };
}

describe('text-align: justify between characters that are set without spaces (CSS Text 3, 6.4)', () => {
  const natural = (text: string) => lay([text], 1000).lines[0]!.width;

  it('widens between them, not after the last of the line', () => {
    const width = natural('日本語の') + 6;
    const made = spread('日本語の日本語の日本語の', width);
    expect(made.width).toBe(width);
    expect(made.items[0]!.letterSpacing).toBeCloseTo(2, 6);
    expect(made.end).toBeCloseTo(width, 6);
  });

  it('takes word spaces and the places beside other letters for the same', () => {
    // 6 places: a|日|本|b, the space, c|語, and none after the last.
    const text = 'a日本b c語';
    const width = natural(text) + 5;
    const made = spread(`${text}日本語日本語日本語`, width);
    expect(made.texts).toEqual(['a', '日本', 'b c', '語']);
    expect(made.items.map((item) => item.letterSpacing)).toEqual([0, expect.closeTo(1, 6), 0, expect.closeTo(1, 6)]);
    expect(made.items[2]!.wordSpacing).toBeCloseTo(1, 6);
    const [a, first] = made.items;
    expect(first!.x - (a!.x + a!.width)).toBeCloseTo(1, 6);
    expect(made.end).toBeCloseTo(width, 6);
  });

  it('leaves the last line and other alignments as they are', () => {
    expect(lay(['日本語'], 300, justify).lines[0]!.width).toBeLessThan(300);
    const [line] = lay(['日本語日本語日本語'], natural('日本語') + 4).lines;
    expect(textsOf(line!)[0]!.letterSpacing).toBe(0);
  });

  it('leaves lines of letters and spaces as they were', () => {
    const made = spread('one two three four five six seven', 60);
    expect(made.items.map(({ letterSpacing }) => letterSpacing)).toEqual(made.items.map(() => 0));
  });
});

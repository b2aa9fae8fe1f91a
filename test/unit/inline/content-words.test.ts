import { describe, expect, it } from 'vitest';
import { inlineContentSizes, layoutInline, reportLongWords } from '../../../src/layout/inline/index.ts';
import type { Fragment } from '../../../src/layout/types.ts';
import { type Content, context, root } from './support.ts';

const minOf = (content: readonly Content[], style: object = {}): number =>
  inlineContentSizes(root(content, style), context()).min;
const NO_EDGES = { top: 0, right: 0, bottom: 0, left: 0 };
const zero = { pt: 0, percent: 0 };
const maxOf = (content: readonly Content[]): number => inlineContentSizes(root(content), context()).max;

describe('the narrowest width', () => {
  const edges = { padding: { top: zero, right: { pt: 10, percent: 0 }, bottom: zero, left: { pt: 10, percent: 0 } } };

  it('adds the edge at the end of a text to its widest word, where a line begins with the text', () => {
    const widest = maxOf(['fælleslæsning']);
    expect(minOf([[edges, 'en fælleslæsning en']])).toBeCloseTo(widest + 10, 6);
    expect(minOf(['en ', [edges, 'fælleslæsning en']])).toBeCloseTo(widest + 10, 6);
    // The word goes on behind the text: the line does not end with it.
    expect(minOf([[edges, 'en fælleslæsning en'], 'a'])).toBeCloseTo(widest, 6);
  });

  it('indents the first part only of a word that may be divided anywhere', () => {
    const anywhere = { overflowWrap: 'anywhere', textIndent: { pt: 20, percent: 0 } };
    expect(minOf(['iæ'], anywhere)).toBeCloseTo(20 + maxOf(['i']), 6);
    // A negative indent leaves room for as much as there is.
    expect(minOf(['fæ'], { ...anywhere, textIndent: { pt: -6, percent: 0 } })).toBeCloseTo(maxOf(['æ']), 6);
  });

  it('keeps kerning where a word is divided, and says nothing of the words that stand out by it', () => {
    const content = ['AV\u00adAV\u00adAV'];
    const ctx = context();
    const box = root(content);
    const { min } = inlineContentSizes(box, ctx);
    const { lines, height } = layoutInline(box, min, ctx);
    expect(Math.max(...lines.map(({ width }) => width))).toBeGreaterThan(min + 0.05);
    const fragment: Fragment = { box, x: 0, y: 0, width: min, height, padding: NO_EDGES, border: NO_EDGES, children: [], lines };
    reportLongWords(fragment, ctx);
    expect(ctx.diagnostics).toEqual([]);
    reportLongWords({ ...fragment, width: min - 0.1 }, ctx);
    expect(ctx.diagnostics.map(({ code }) => code)).toContain('word-too-long');
  });
});

import { describe, expect, it } from 'vitest';
import { layoutInline, reportLongWords } from '../../../src/layout/inline/index.ts';
import type { Fragment, InlineRoot } from '../../../src/layout/types.ts';
import { type Content, context, root, source } from './support.ts';

const none = { top: 0, right: 0, bottom: 0, left: 0 };
const fragmentOf = (box: InlineRoot, width: number, ctx = context()): Fragment => {
  const { lines, height } = layoutInline(box, width, ctx);
  return { box, x: 0, y: 0, width, height, padding: none, border: none, children: [], lines };
};
const found = (content: readonly Content[], width: number, style: object = {}) => {
  const ctx = context();
  reportLongWords(fragmentOf(root(content, style), width, ctx), ctx);
  return ctx.diagnostics;
};

describe('word-too-long', () => {
  it('names the word and points at exactly it', () => {
    const [diagnostic, ...more] = found(['Til ', [{ fontWeight: 700 }, 'hovedbibliotekaren, ja']], 60);
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ severity: 'error', code: 'word-too-long', span: { source, start: 4, end: 23 } });
    expect(diagnostic!.message).toContain('“hovedbibliotekaren,”');
  });

  it('is not said of what fits or can be divided', () => {
    expect(found(['hovedbibliotekaren'], 120)).toEqual([]);
    expect(found(['hoved\u00adbiblio\u00adtekaren'], 70)).toEqual([]);
    expect(found(['hovedbibliotekaren'], 40, { overflowWrap: 'anywhere' })).toEqual([]);
  });

  it('points into transformed text too', () => {
    const [diagnostic] = found(['på straßenfest'], 40, { textTransform: 'uppercase' });
    expect(diagnostic).toMatchObject({ span: { start: 3, end: 14 } });
  });
});

describe('missing-glyph', () => {
  it('names character, code point and text, once, at its place', () => {
    const ctx = context();
    const box = root(['Kom til ', [{}, 'shalom שש!']], {});
    layoutInline(box, 200, ctx);
    layoutInline(box, 100, ctx);
    expect(ctx.diagnostics).toHaveLength(1);
    expect(ctx.diagnostics[0]).toMatchObject({ severity: 'error', code: 'missing-glyph', span: { source, start: 15, end: 17 } });
    expect(ctx.diagnostics[0]!.message).toContain('“ש” (U+05E9)');
  });

  it('is silent where a fallback has the character', () => {
    const ctx = context();
    layoutInline(root(['ξ'], { fontFamily: ['Alegreya', 'Fira Sans'] }), 200, ctx);
    expect(ctx.diagnostics).toEqual([]);
  });
});

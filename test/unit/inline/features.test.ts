import { describe, expect, it } from 'vitest';
import { hasFeature } from '../../../src/core/text/index.ts';
import { layoutInline } from '../../../src/layout/inline/index.ts';
import type { ComputedStyle, LineFragment } from '../../../src/layout/types.ts';
import { context, face, root, textsOf } from './support.ts';

const glyphs = (text: string, fontFeatures: readonly string[], more: Partial<ComputedStyle> = {}): number[] => {
  const [line] = layoutInline(root([text], { fontFeatures, ...more }), 500, context()).lines;
  return textsOf(line as LineFragment).flatMap(({ run, from, to }) => [...run.glyphs.slice(from, to)]);
};

describe('OpenType features', () => {
  it.each([
    ['smcp', 'abc'],
    ['c2sc', 'ABC'],
    ['onum', '2012'],
    ['lnum', '2012'],
    ['tnum', '2012'],
    ['frac', '1/2'],
    ['sups', '2'],
    ['subs', '2'],
    ['ordn', '1a'],
  ])('%s acts where the font has it', (tag, text) => {
    const plain = glyphs(text, []);
    const changed = JSON.stringify(glyphs(text, [tag])) !== JSON.stringify(plain);
    // Some are what the font does anyway.
    if (hasFeature(face('Alegreya'), tag) && !['lnum', 'onum'].includes(tag)) expect(changed).toBe(true);
    if (!hasFeature(face('Alegreya'), tag)) expect(changed).toBe(false);
  });

  it('oldstyle and lining figures are not the same', () => {
    expect(glyphs('2012', ['onum'])).not.toEqual(glyphs('2012', ['lnum']));
  });

  it('those that a font lacks are told once a document, at the text', () => {
    const ctx = context();
    for (const text of ['Ord', 'Flere ord']) layoutInline(root([text], { fontFeatures: ['zz01', '-zz02', 'kern'] }), 500, ctx);
    expect(ctx.diagnostics).toHaveLength(1);
    expect(ctx.diagnostics[0]).toMatchObject({ code: 'font-feature-missing', severity: 'warning', span: { start: 0, end: 3 } });
    expect(ctx.diagnostics[0]?.message).toContain('Alegreya');
  });
});

import { glyphOf } from '../../../core/text/index.ts';
import type { FontFace } from '../../../core/text/types.ts';

/** Meaning of a glyph that shows no character of its own (dots apart from their letter): its cluster needs an ActualText. */
export const SILENT = '\u200b';

/**
 * Gives the glyphs of one cluster meanings, where they have none yet: each glyph its own character where it is one's, else the first of them
 * the whole text; from right to left the first character, since the others are said apart.
 * @param glyphs in logical order
 */
export function giveMeanings(
  meanings: Map<number, string>,
  face: FontFace,
  glyphs: readonly number[],
  text: string,
  rtl: boolean,
): void {
  const whole = rtl ? firstOf(text) : text;
  glyphs.forEach((glyph, i) => {
    if (meanings.has(glyph)) return;
    if (glyphs.length === 1) {
      meanings.set(glyph, whole || SILENT);
      return;
    }
    const own = [...text].find((character) => glyphOf(face, character.codePointAt(0) ?? 0) === glyph);
    meanings.set(glyph, own ?? (i === 0 && whole ? whole : SILENT));
  });
}

/** The first character of a text. */
export const firstOf = (text: string): string => [...text][0] ?? '';

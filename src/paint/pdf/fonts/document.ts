import { glyphOf } from '../../../core/text/index.ts';
import type { FontFace } from '../../../core/text/types.ts';
import type { Objects, Resource } from '../writer.ts';
import type { BaseFont, BaseFonts } from './base.ts';
import { type PreparedFont, prepareFont } from './embed.ts';

/** Glyphs that no base subset holds, in a small subset of this document: its ToUnicode grows as they are met. */
export interface ExtraFont {
  readonly resource: Resource;
  /** Glyph id → what it means in this document. */
  readonly meanings: Map<number, string>;
}

/** The fonts of one document. */
export interface DocumentFonts {
  base(face: FontFace): BaseFont;
  extra(face: FontFace): ExtraFont;
  /** Writes the document's own subsets, now that their glyphs are known. */
  finish(objects: Objects): void;
}

/** What is prepared once for many documents: subsets by font and meanings. Bounded; what falls out is made again, the same. */
export type SubsetCache = Map<string, PreparedFont>;
const LIMIT = 400;

export function openDocumentFonts(bases: BaseFonts, cache: SubsetCache): DocumentFonts {
  const extras = new Map<FontFace, ExtraFont & { id: number }>();
  return {
    base: (face) => bases.of(face),
    extra(face) {
      const known = extras.get(face);
      if (known) return known;
      const made = {
        id: 0,
        meanings: new Map<number, string>(),
        resource: {
          category: 'Font' as const,
          emit(objects: Objects): number {
            made.id = objects.reserve();
            return made.id;
          },
        },
      };
      extras.set(face, made);
      return made;
    },
    finish(objects) {
      for (const [face, { id, meanings }] of extras) {
        if (id === 0) continue;
        const key = `${face.key} ${JSON.stringify([...meanings].sort(([a], [b]) => a - b))}`;
        const font = cache.get(key) ?? prepareFont(face, meanings);
        if (!cache.has(key)) {
          if (cache.size >= LIMIT) cache.clear();
          cache.set(key, font);
        }
        font.emit(objects, id);
      }
    },
  };
}

/** A glyph that shows nothing of its own in a cluster of several; readers get the cluster's ActualText. */
const SILENT = '\u200b';

/**
 * Gives the glyphs of one cluster a meaning in the document's own subset, where they have none yet.
 * @param glyphs in logical order
 */
export function giveMeaning(extra: ExtraFont, face: FontFace, glyphs: readonly number[], text: string): void {
  glyphs.forEach((glyph, i) => {
    if (extra.meanings.has(glyph)) return;
    if (glyphs.length === 1) {
      extra.meanings.set(glyph, text || SILENT);
      return;
    }
    const own = [...text].find((character) => glyphOf(face, character.codePointAt(0) ?? 0) === glyph);
    extra.meanings.set(glyph, own ?? (i === 0 && text ? text : SILENT));
  });
}

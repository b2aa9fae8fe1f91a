import type { FontFace, ShapedRun } from '../../../core/text/types.ts';
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
  base(run: ShapedRun): BaseFont;
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
    base: (run) => bases.of(run),
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

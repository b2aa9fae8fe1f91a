import { itemize } from '../../../core/text/index.ts';
import type { FontFace } from '../../../core/text/types.ts';
import type { Resource } from '../writer.ts';
import { samplesOf } from './charset.ts';
import { prepareFont } from './embed.ts';

/** The subset of one font that every document of a campaign embeds as the same bytes. */
export interface BaseFont {
  /** Glyph id → what it means in the base subset's ToUnicode. A glyph that is not here is not in the subset. */
  readonly meanings: ReadonlyMap<number, string>;
  /** A font of the file. */
  readonly resource: Resource;
}

export interface BaseFonts {
  of(face: FontFace): BaseFont;
}

/**
 * @param languages of the campaign, BCP 47
 * @param features that the stylesheets name ('lnum', 'smcp'): the base subsets hold what they make of single letters
 */
export function openBaseFonts(languages: readonly string[], features: readonly string[]): BaseFonts {
  const known = new WeakMap<FontFace, BaseFont>();
  const samples = samplesOf(languages);
  return {
    of(face) {
      const ready = known.get(face);
      if (ready) return ready;
      const meanings = meaningsOf(face, samples, features);
      const font = meanings.size > 0 ? prepareFont(face, meanings) : null;
      const resource: Resource = {
        category: 'Font',
        emit(objects) {
          if (!font) throw new Error(`the base subset of ${face.name} is empty`);
          return font.emit(objects);
        },
      };
      const made: BaseFont = { meanings, resource };
      known.set(face, made);
      return made;
    },
  };
}

function meaningsOf(face: FontFace, samples: ReturnType<typeof samplesOf>, features: readonly string[]): Map<number, string> {
  const meanings = new Map<number, string>();
  const faces = [face];
  for (const feature of [null, ...features]) {
    for (const { text, lang, direction } of samples) {
      if (![...text].every((character) => face.has(character.codePointAt(0) ?? 0))) continue;
      const { runs } = itemize(text, { faces, features: feature === null ? [] : [feature], lang, size: 1, direction });
      for (const { run } of runs) {
        run.glyphs.forEach((glyph, i) => {
          const start = run.clusters[i] ?? 0;
          // Only where one glyph is one cluster is its meaning plain.
          if (glyph === 0 || run.clusters.indexOf(start) !== run.clusters.lastIndexOf(start)) return;
          const next = run.clusters.reduce((end, c) => (c > start && c < end ? c : end), run.text.length);
          if (!meanings.has(glyph)) meanings.set(glyph, run.text.slice(start, next));
        });
      }
    }
  }
  return meanings;
}

import { itemize } from '../../../core/text/index.ts';
import type { Features, FontFace, ShapedRun } from '../../../core/text/types.ts';
import type { Resource } from '../writer.ts';
import { type Sample, samplesOf } from './charset.ts';
import { clustersOf } from './clusters.ts';
import { prepareFont } from './embed.ts';
import { giveMeanings } from './meanings.ts';

/** The subsets that every document of a campaign embeds as the same bytes, for runs of one font and feature set. */
export interface BaseFont {
  /** Glyph id → what it means in its subset's ToUnicode. A glyph that is not here is in none of them. */
  readonly meanings: ReadonlyMap<number, string>;
  /** The font of the file that has a glyph of `meanings`. */
  resourceOf(glyph: number): Resource;
}

export interface BaseFonts {
  of(run: ShapedRun): BaseFont;
}

interface Subset {
  readonly meanings: ReadonlyMap<number, string>;
  readonly resource: Resource;
}

/**
 * Base subsets, made at their first use. One a font, of the languages' letters; and one a font and feature set that some run is set with, of the
 * glyphs that the features put in these letters' place.
 * @param languages of the campaign, BCP 47
 * @param features known beforehand ('lnum'): their glyphs are in the first subset already
 */
export function openBaseFonts(languages: readonly string[], features: readonly string[]): BaseFonts {
  const samples = samplesOf(languages);
  const plain = new WeakMap<FontFace, Subset>();
  const featured = new WeakMap<FontFace, Map<string, BaseFont>>();
  const ofRun = new WeakMap<ShapedRun, BaseFont>();

  const plainOf = (face: FontFace): Subset => {
    const known = plain.get(face);
    if (known) return known;
    const meanings = new Map<number, string>();
    for (const set of [[], ...features.map((feature) => [feature])]) addMeanings(meanings, face, samples, set);
    const made = { meanings, resource: fontResource(face, meanings) };
    plain.set(face, made);
    return made;
  };
  const fontOf = (face: FontFace, set: Features): BaseFont => {
    const first = plainOf(face);
    if (set.length === 0) return { meanings: first.meanings, resourceOf: () => first.resource };
    const meanings = new Map(first.meanings);
    addMeanings(meanings, face, samples, set);
    const more = new Map([...meanings].filter(([glyph]) => !first.meanings.has(glyph)));
    const second = fontResource(face, more);
    return { meanings, resourceOf: (glyph) => (more.has(glyph) ? second : first.resource) };
  };
  return {
    of(run) {
      const known = ofRun.get(run);
      if (known) return known;
      const { face } = run;
      let ofFace = featured.get(face);
      if (!ofFace) {
        ofFace = new Map();
        featured.set(face, ofFace);
      }
      const key = run.features.join(' ');
      const made = ofFace.get(key) ?? fontOf(face, run.features);
      ofFace.set(key, made);
      ofRun.set(run, made);
      return made;
    },
  };
}

/** Prepared when a document first shows one of its glyphs. */
function fontResource(face: FontFace, meanings: ReadonlyMap<number, string>): Resource {
  let font: ReturnType<typeof prepareFont> | undefined;
  return {
    category: 'Font',
    emit(objects) {
      font ??= prepareFont(face, meanings);
      return font.emit(objects);
    },
  };
}

function addMeanings(meanings: Map<number, string>, face: FontFace, samples: readonly Sample[], features: Features): void {
  const faces = [face];
  for (const { text, lang, direction } of samples) {
    if (![...text].every((character) => face.has(character.codePointAt(0) ?? 0))) continue;
    for (const { run } of itemize(text, { faces, features, lang, size: 1, direction }).runs) {
      for (const { from, to, text: meaning } of clustersOf(run)) {
        const glyphs = [...run.glyphs.subarray(from, to)];
        if (run.rtl) glyphs.reverse();
        if (meaning !== '' && !glyphs.includes(0)) giveMeanings(meanings, face, glyphs, meaning, run.rtl);
      }
    }
  }
}

import bidiJs from 'bidi-js';

type Bidi = { getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { levels: Uint8Array } };
/** The package is CommonJS and says that it is a module: its types are one level off. */
const bidiFactory = bidiJs as unknown as () => Bidi;

let bidi: Bidi | undefined;

/** Anything that the bidirectional algorithm would do something about: right-to-left letters, their presentation forms, explicit controls. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;

/** Embedding level of each UTF-16 unit (UAX 9, to rule I2; L1 and L2 belong to lines). null: all 0. */
export function bidiLevels(text: string, direction: 'ltr' | 'rtl'): Uint8Array | null {
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(text)) return null;
  bidi ??= bidiFactory();
  return bidi.getEmbeddingLevels(text, direction).levels;
}

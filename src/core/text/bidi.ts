import bidiJs from 'bidi-js';

interface Found {
  readonly levels: Uint8Array;
  readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
}
type Bidi = { getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): Found };
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

/** The same where each paragraph of the text runs as its first letter does (UAX 9, P2 and P3), and the paragraphs' own levels. null: all 0. */
export function paragraphLevels(text: string): { readonly levels: Uint8Array; readonly bases: Uint8Array } | null {
  if (!RIGHT_TO_LEFT.test(text)) return null;
  bidi ??= bidiFactory();
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const bases = new Uint8Array(text.length);
  for (const { start, end, level } of paragraphs) bases.fill(level, start, end + 1);
  return { levels, bases };
}

/** What stands in a line from left to right: from the highest level to the lowest odd one every sequence of that level or higher is reversed (UAX 9, L2). */
export function leftToRight<T extends { readonly level: number }>(logical: readonly T[]): T[] {
  const order = [...logical];
  const levels = logical.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < level) continue;
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

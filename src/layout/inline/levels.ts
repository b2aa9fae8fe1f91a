import { bidiLevels, paragraphLevels } from '../../core/text/index.ts';
import type { ComputedStyle, InlineRoot } from '../types.ts';
import type { Leaf, Paragraph, Setting } from './types.ts';

const LRE = '\u202a';
const RLE = '\u202b';
const PDF = '\u202c';
const LRO = '\u202d';
const RLO = '\u202e';
const LRI = '\u2066';
const RLI = '\u2067';
const FSI = '\u2068';
const PDI = '\u2069';

/** What `unicode-bidi` puts around an inline box, for the algorithm only (CSS Writing Modes 4, 2.4.3). */
function controls({ unicodeBidi, direction }: ComputedStyle): readonly [open: string, close: string] {
  const rtl = direction === 'rtl';
  switch (unicodeBidi) {
    case 'embed':
      return [rtl ? RLE : LRE, PDF];
    case 'isolate':
      return [rtl ? RLI : LRI, PDI];
    case 'bidi-override':
      return [rtl ? RLO : LRO, PDF];
    case 'isolate-override':
      return [rtl ? RLI + RLO : LRI + LRO, PDF + PDI];
    case 'plaintext':
      return [FSI, PDI];
    default:
      return ['', ''];
  }
}

/** Embedding level of each UTF-16 unit of a root's text; null: all 0. */
export function levelsOf(text: string, leaves: readonly Leaf[], root: InlineRoot): Pick<Setting, 'levels' | 'bases'> {
  const { direction, unicodeBidi } = root.style;
  const overridden = unicodeBidi.endsWith('override');
  const special = (leaf: Leaf): boolean =>
    leaf.kind !== 'text' && leaf.edgeOf !== undefined && leaf.edgeOf.style.unicodeBidi !== 'normal';
  const apart = (leaf: Leaf): boolean => leaf.kind === 'text' && leaf.item.apart === true;
  if (!overridden && !leaves.some((leaf) => special(leaf) || apart(leaf))) return algorithm(text, root);
  let marked = overridden ? (direction === 'rtl' ? RLO : LRO) : '';
  const places: number[] = [];
  for (const leaf of leaves) {
    if (leaf.kind !== 'text' && leaf.edgeOf) {
      const [open, close] = controls(leaf.edgeOf.style);
      marked += leaf.kind === 'open' ? open : close;
    }
    for (let i = leaf.start; i < leaf.end; i++) places.push(marked.length + i - leaf.start);
    marked += text.slice(leaf.start, leaf.end);
    // What stands beside a marker has no say in how it runs.
    if (apart(leaf)) marked += direction === 'rtl' ? '\u200f' : '\u200e';
  }
  const { levels, bases } = algorithm(marked, root);
  const placed = (of: Uint8Array) => Uint8Array.from(places, (place) => of[place] ?? 0);
  return { levels: levels && placed(levels), bases: bases && placed(bases) };
}

/** `plaintext` of a block lets each of its lines' paragraphs say for itself how it runs. */
function algorithm(text: string, { style }: InlineRoot): Pick<Setting, 'levels' | 'bases'> {
  if (style.unicodeBidi !== 'plaintext') return { levels: bidiLevels(text, style.direction), bases: null };
  return paragraphLevels(text) ?? { levels: null, bases: style.direction === 'rtl' ? new Uint8Array(text.length) : null };
}

/** How the paragraph (up to a forced break) that holds an offset runs. */
export function isRtlAt({ bases, root }: Pick<Paragraph, 'bases' | 'root'>, offset: number): boolean {
  return bases && bases.length > 0 ? bases[Math.min(offset, bases.length - 1)] === 1 : root.style.direction === 'rtl';
}

import type { Pt } from '../../core/geometry.ts';
import { isWordSpace } from '../../core/text/index.ts';
import { LINE_EPSILON } from '../overhang.ts';
import { filledWidth } from './hanging.ts';
import { isWide } from './justify.ts';
import type { Measure } from './measure.ts';
import type { Cut, LineRange } from './types.ts';

/**
 * Demerits of a line, after Knuth & Plass, Breaking Paragraphs into Lines (1981), and with TeX's numbers: the square of the line's badness and a
 * constant, and the square of what a hyphen costs. What must not be if it can be helped costs more than any line that can be looked at.
 */
const LINE = 10;
const HYPHEN = 50;
/** TeX's \doublehyphendemerits and \finalhyphendemerits. */
const TWO_HYPHENS = 10_000;
const FINAL_HYPHEN = 5000;
/** Badness goes this far: a line that is torn apart, its spaces five times as wide as they were, is worse than what follows. */
const WORST = 100_000;
/** A third hyphen in a row; a last line that is one short word. */
const TOO_MANY_HYPHENS = 1e9;
const LONE_LAST_WORD = 3e8;
/** The same where text is justified: rather these than a line whose spaces are three times as wide as they were. */
const MANY_HYPHENS_JUSTIFIED = 3e7;
const LONE_LAST_WORD_JUSTIFIED = 3e7;
/** A last line that is the rest of a word, at any price; but a long rest is better than a justified line that is torn apart. */
const DIVIDED_LAST_WORD = 1e11;
const LONG_REST = 1e9;
/** A last line of some words, but very short. */
const SHORT_LAST = 1e4;
/** No line should be too wide: it is only where a word cannot be divided. */
const OVERFULL = 1e12;

/** A lone last word is short below this part of the measure (as in Chromium), some words below this. */
const LONE_PART = 1 / 3;
const SHORT_PART = 1 / 5;
/** Ragged lines that leave so much of the measure empty are as bad as TeX's worst acceptable line. */
const RAGGED = 0.2;
/** Of a word space: by how much justification may widen it before that is as bad. */
const STRETCH = 0.5;

/** At most so many lines in a row end in a hyphen. */
export const MOST_HYPHENS = 2;

export const hyphenLimit = (m: Measure): number => Math.min(MOST_HYPHENS, m.p.root.style.fine.hyphenLines);

/** What a reader sees as a hyphen at a line's end: one that is put in, or the text's own. */
export function endsInHyphen({ p }: Measure, to: Cut): boolean {
  if (to.kind === 'hyphen') return true;
  if (to.kind !== 'soft') return false;
  const unit = p.text.charCodeAt(to.trim - 1);
  return unit === 0x2d || unit === 0x2010;
}

/** Room of the line that begins at a cut. */
export const roomFrom = (m: Measure, from: Cut): Pt => m.width - (from.offset === 0 ? m.indent : 0);

/** Of a line by itself, whatever stands before it. @param only the paragraph is this line alone */
export function lineDemerits(m: Measure, from: Cut, to: Cut, only: boolean): number {
  const room = roomFrom(m, from);
  const width = filledWidth(m, from, to, room);
  const over = width - room;
  if (over > LINE_EPSILON) return OVERFULL * (1 + over);
  if (to.kind === 'end' || to.kind === 'forced') return LINE ** 2 + (only ? 0 : lastDemerits(m, from, to, width, room));
  const line = (LINE + badness(m, from, to, Math.max(0, -over), room)) ** 2;
  return endsInHyphen(m, to) ? line + HYPHEN ** 2 : line;
}

/** Of a line that ends in a hyphen, for the `run` lines right before it that do so, too. */
export function runDemerits({ p }: Measure, run: number, limit: number): number {
  if (run < limit) return run > 0 ? TWO_HYPHENS : 0;
  // A limit that the stylesheet sets holds in any case.
  return limit === MOST_HYPHENS && p.root.style.textAlign === 'justify' ? MANY_HYPHENS_JUSTIFIED : TOO_MANY_HYPHENS;
}

/** The last line may be as short as it likes, but for the rest of a word and a word by itself. */
function lastDemerits({ p }: Measure, from: Cut, to: Cut, width: Pt, room: Pt): number {
  const alone = !/\s\S/u.test(p.text.slice(from.skip, to.trim));
  let sum = 0;
  const justified = p.root.style.textAlign === 'justify';
  const long = justified && width >= room * LONE_PART;
  if (from.kind === 'hyphen') sum += !alone ? FINAL_HYPHEN : long ? LONG_REST : DIVIDED_LAST_WORD;
  if (alone && width < room * LONE_PART) sum += justified ? LONE_LAST_WORD_JUSTIFIED : LONE_LAST_WORD;
  else if (width < room * SHORT_PART) sum += SHORT_LAST;
  return sum;
}

function badness(m: Measure, from: Cut, to: Cut, empty: Pt, room: Pt): number {
  if (empty === 0 || room <= 0) return 0;
  const ratio = m.p.root.style.textAlign === 'justify' ? stretchRatio(m, from, to, empty) : empty / (RAGGED * room);
  return Math.min(WORST, 100 * ratio ** 3);
}

function stretchRatio({ p, scale }: Measure, from: Cut, to: Cut, empty: Pt): number {
  const { count, width } = spacesOf(p);
  if (count[to.trim] === count[from.skip]) return Number.POSITIVE_INFINITY;
  return empty / (STRETCH * ((width[to.trim] ?? 0) - (width[from.skip] ?? 0)) * scale);
}

/** Of a wide character's advance, what counts as a space beside it. */
const WIDE_STRETCH = 1 / 4;

interface Spaces {
  /** By offset: how many places to widen stand before it, and how wide they are together at scale 1, pt. */
  readonly count: Uint32Array;
  readonly width: Float64Array;
}

const spaces = new WeakMap<Float64Array, Spaces>();

function spacesOf({ text, pen }: Measure['p']): Spaces {
  const known = spaces.get(pen);
  if (known) return known;
  const wide = isWide(text);
  const count = new Uint32Array(text.length + 1);
  const width = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    const part = isWordSpace(text.charCodeAt(i)) ? 1 : wide && isWide(text[i] ?? '') ? WIDE_STRETCH : 0;
    count[i + 1] = (count[i] ?? 0) + (part > 0 ? 1 : 0);
    width[i + 1] = (width[i] ?? 0) + part * ((pen[i + 1] ?? 0) - (pen[i] ?? 0));
  }
  const made = { count, width };
  spaces.set(pen, made);
  return made;
}

/** Sum of the demerits of given lines: what `text-wrap: pretty` makes as small as it can. */
export function demerits(m: Measure, lines: readonly LineRange[]): number {
  const limit = hyphenLimit(m);
  let sum = 0;
  let run = 0;
  for (const { from, to } of lines) {
    const ends = endsInHyphen(m, to);
    sum += lineDemerits(m, from, to, lines.length === 1) + (ends ? runDemerits(m, run, limit) : 0);
    run = ends ? run + 1 : 0;
  }
  return sum;
}

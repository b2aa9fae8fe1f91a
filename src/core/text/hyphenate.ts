import danish from 'hyphen/patterns/da.js';
import british from 'hyphen/patterns/en-gb.js';
import american from 'hyphen/patterns/en-us.js';
import { engineModule } from '../engine-file.ts';

/**
 * Words with their places marked, as people write them: 'fored-rags-af-ten' no, 'foredrags-aften' yes. A word without a mark is never divided. A star
 * at the end means all words that begin so ('foredrags-aften*'), which are not divided behind it. Later ones win over earlier ones.
 */
export type HyphenExceptions = readonly string[];

/** CSS Text 4 `hyphenate-limit-chars`: letters in the word, before the first and after the last place. */
export interface HyphenLimits {
  readonly word: number;
  readonly before: number;
  readonly after: number;
}
export const USUAL_LIMITS: HyphenLimits = Object.freeze({ word: 6, before: 2, after: 3 });

const memo = new Map<string, readonly number[]>();
const LIMIT = 50_000;
const listed = new WeakMap<HyphenExceptions, Listed>();

/** Whether `hyphens: auto` does anything in this language. */
export function hyphenates(lang: string): boolean {
  return patternsOf(lang) !== undefined;
}

/**
 * UTF-16 offsets in `word` where it may be divided with a hyphen, rising. None for short words, for capitals only, for what holds anything but
 * letters (digits, addresses), and for languages without patterns. Exceptions come before patterns, and are bound by no limits but written ones.
 */
export function hyphenate(word: string, lang: string, exceptions?: HyphenExceptions, limits?: HyphenLimits): readonly number[] {
  const lower = word.toLowerCase();
  const exception = exceptions && exceptionOf(lower, listedOf(exceptions));
  if (exception) return lower.length === word.length ? within(exception, word.length, limits) : [];
  return within(byPatterns(word, lower, lang), word.length, limits ?? USUAL_LIMITS);
}

function within(places: readonly number[], length: number, limits: HyphenLimits | undefined): readonly number[] {
  if (!limits || places.length === 0) return places;
  if (length < limits.word) return [];
  const { before, after } = limits;
  const fits = (at: number): boolean => at >= before && length - at >= after;
  return places.every(fits) ? places : places.filter(fits);
}

function byPatterns(word: string, lower: string, lang: string): readonly number[] {
  const patterns = patternsOf(lang);
  if (!patterns || lower.length !== word.length || !/^\p{L}+$/u.test(word) || isAllCapitals(word)) return [];
  const key = `${patterns === british ? 'en' : lang}/${lower}`;
  const known = memo.get(key);
  if (known) return known;
  const own = patterns[2];
  const places =
    own && Object.hasOwn(own, lower) ? (own[lower] ?? []) : liang(isOwn(patterns) ? plainLetters(lower) : lower, patterns);
  if (memo.size >= LIMIT) memo.clear();
  memo.set(key, places);
  return places;
}

/** A cache: tag → the patterns that the package has for it. */
const others = new Map<string, HyphenPatterns | undefined>();

function patternsOf(lang: string): HyphenPatterns | undefined {
  const tag = lang.toLowerCase();
  if (tag === 'da' || tag.startsWith('da-')) return danish;
  if (tag === 'en-us') return american;
  if (tag === 'en' || tag.startsWith('en-')) return british;
  if (others.has(tag)) return others.get(tag);
  const found = /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/.test(tag) ? findPatterns(tag) : undefined;
  others.set(tag, found);
  return found;
}

/** Scripts that show no hyphen where a word is divided, though patterns for them are there: Thai breaks between words, Indic scripts hardly ever inside. */
const WITHOUT_HYPHEN = new Set('as bn gu hi kn kok ml mr mul or pa pi sa ta te th zh'.split(' '));

function findPatterns(tag: string): HyphenPatterns | undefined {
  if (WITHOUT_HYPHEN.has(tag.split('-')[0] ?? '')) return undefined;
  for (const name of new Set([tag, tag.split('-')[0] ?? tag])) {
    const module = engineModule(`hyphen/${name}`);
    if (module && 'patterns' in module && Array.isArray(module.patterns)) return module.patterns as unknown as HyphenPatterns;
  }
  return undefined;
}

const isOwn = (patterns: HyphenPatterns): boolean => patterns === danish || patterns === british || patterns === american;

const isAllCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();

/** Danish and English patterns know the letters of the language: an accent of a loan word (café, idé) is left off, æ, ø and å are letters of their own. */
function plainLetters(word: string): string {
  return word.replace(/[^a-zæøåß]/gu, (letter) => {
    const base = letter.normalize('NFD').charAt(0);
    return base.length === letter.length ? base : letter;
  });
}

interface Listed {
  readonly whole: ReadonlyMap<string, readonly number[]>;
  /** Beginnings, the longest first. */
  readonly starts: readonly (readonly [string, readonly number[]])[];
}

function exceptionOf(word: string, { whole, starts }: Listed): readonly number[] | undefined {
  return whole.get(word) ?? starts.find(([start]) => word.startsWith(start))?.[1];
}

function listedOf(list: HyphenExceptions): Listed {
  const known = listed.get(list);
  if (known) return known;
  const whole = new Map<string, readonly number[]>();
  const starts = new Map<string, readonly number[]>();
  for (const entry of list) {
    const places: number[] = [];
    let word = '';
    const marked = entry.toLowerCase();
    const open = marked.endsWith('*');
    for (const part of (open ? marked.slice(0, -1) : marked).split(/[-\u00ad]/)) {
      if (word !== '') places.push(word.length);
      word += part;
    }
    (open ? starts : whole).set(word, places);
  }
  const made = { whole, starts: [...starts].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)) };
  listed.set(list, made);
  return made;
}

/** F. M. Liang, Word Hy-phen-a-tion by Com-put-er (1983): the highest level of all patterns that match at a place counts, odd ones divide. */
function liang(word: string, [levelsTable, trie]: HyphenPatterns): number[] {
  const dotted = `.${word}.`;
  const levels = new Uint8Array(dotted.length + 2);
  for (let start = 0; start < dotted.length; start++) {
    let node: HyphenTrie | undefined = trie;
    for (let i = start; node && i < dotted.length; i++) {
      const letter = dotted.charAt(i);
      const next: HyphenTrie[string] | undefined = Object.hasOwn(node, letter) ? node[letter] : undefined;
      const leaf = typeof next === 'number' ? next : isPair(next) ? next[1] : -1;
      node = typeof next === 'object' ? (isPair(next) ? next[0] : next) : undefined;
      const found = levelsTable[leaf] ?? [];
      // A pattern that begins with the dot counts its levels from the first letter.
      const base = start === 0 ? 0 : start - 1;
      for (let k = 0; k < found.length; k++) levels[base + k] = Math.max(levels[base + k] ?? 0, found[k] ?? 0);
    }
  }
  const places: number[] = [];
  for (let at = 1; at < word.length; at++) if ((levels[at] ?? 0) % 2 === 1) places.push(at);
  return places;
}

const isPair = (node: HyphenTrie[string] | undefined): node is readonly [HyphenTrie, number] => Array.isArray(node);

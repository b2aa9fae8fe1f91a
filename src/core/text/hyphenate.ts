import danish from 'hyphen/patterns/da.js';
import british from 'hyphen/patterns/en-gb.js';
import american from 'hyphen/patterns/en-us.js';
import { engineModule } from '../engine-file.ts';

/** Words with their places marked, as people write them: 'fored-rags-af-ten' no, 'foredrags-aften' yes. A word without a mark is never divided. */
export type HyphenExceptions = readonly string[];

/** CSS Text 4 `hyphenate-limit-chars` with our values: letters in the word, before the first and after the last place. */
const MIN_WORD = 6;
const MIN_BEFORE = 2;
const MIN_AFTER = 3;

const memo = new Map<string, readonly number[]>();
const LIMIT = 50_000;
const listed = new WeakMap<HyphenExceptions, ReadonlyMap<string, readonly number[]>>();

/** Whether `hyphens: auto` does anything in this language. */
export function hyphenates(lang: string): boolean {
  return patternsOf(lang) !== undefined;
}

/**
 * UTF-16 offsets in `word` where it may be divided with a hyphen, rising. None for short words, for capitals only, for what holds anything but
 * letters (digits, addresses), and for languages without patterns. Exceptions come before patterns, and are bound by no limits.
 */
export function hyphenate(word: string, lang: string, exceptions?: HyphenExceptions): readonly number[] {
  const lower = word.toLowerCase();
  const exception = exceptions && exceptionsOf(exceptions).get(lower);
  if (exception) return lower.length === word.length ? exception : [];
  const patterns = patternsOf(lang);
  if (!patterns || lower.length !== word.length || word.length < MIN_WORD || !/^\p{L}+$/u.test(word) || isAllCapitals(word))
    return [];
  const key = `${patterns === british ? 'en' : lang}/${lower}`;
  const known = memo.get(key);
  if (known) return known;
  const own = patterns[2];
  const places = (
    own && Object.hasOwn(own, lower) ? (own[lower] ?? []) : liang(isOwn(patterns) ? plainLetters(lower) : lower, patterns)
  ).filter((at) => at >= MIN_BEFORE && word.length - at >= MIN_AFTER);
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

function exceptionsOf(list: HyphenExceptions): ReadonlyMap<string, readonly number[]> {
  const known = listed.get(list);
  if (known) return known;
  const made = new Map<string, readonly number[]>();
  for (const entry of list) {
    const places: number[] = [];
    let word = '';
    for (const part of entry.toLowerCase().split(/[-\u00ad]/)) {
      if (word !== '') places.push(word.length);
      word += part;
    }
    made.set(word, places);
  }
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

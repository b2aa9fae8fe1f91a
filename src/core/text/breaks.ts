import { Rules } from '@cto.af/linebreak';

/** What may happen before a UTF-16 offset. */
export const NO_BREAK = 0;
export const MAY_BREAK = 1;
export const MUST_BREAK = 2;

/** Words between white space → offsets in them before which a line may begin. A word is looked at once a process. */
const inWords = new Map<string, readonly number[]>();
/** The few characters on both sides of white space → whether a line may begin after it. */
const acrossSpaces = new Map<string, boolean>();
const LIMIT = 50_000;

const rules = new Rules();
const LETTERS = /^[\p{L}\p{N}]+$/u;
const DICTIONARY = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

/**
 * Where lines may or must begin (UAX 14 with the tailoring below): entry i tells of UTF-16 offset i. Entry 0 and the last are NO_BREAK.
 * Tailoring: no break after ! / | } inside a word ("og/eller" stays whole, as browsers have it), and none between the ends of a range of figures
 * ("17.30–20.30" and "6.–9." stay whole, as typesetters have it).
 */
export function breakOpportunities(text: string, lang: string): Uint8Array {
  const { length } = text;
  const breaks = new Uint8Array(length + 1);
  let i = 0;
  let wordStart = 0;
  let wordEnd = 0;
  while (i < length) {
    const spaceStart = i;
    while (i < length && text.charCodeAt(i) === 0x20) i++;
    const start = i;
    while (i < length && isPlain(text.charCodeAt(i))) i++;
    // Letters and digits with a comma or full stop after them have no place to break inside.
    if (i > start && i < length && isStop(text.charCodeAt(i))) i++;
    const plain = i === length || isSpaceOrBreak(text.charCodeAt(i));
    while (i < length && !isSpaceOrBreak(text.charCodeAt(i))) i++;
    if (start > spaceStart && start < length) {
      if (i > start && mayBreakAcross(text, wordStart, wordEnd, start, i)) breaks[start] = MAY_BREAK;
    }
    if (i > start) {
      if (!plain) for (const at of breaksInWord(text.slice(start, i), lang)) breaks[start + at] = MAY_BREAK;
      wordStart = start;
      wordEnd = i;
    }
    if (i < length && text.charCodeAt(i) !== 0x20) {
      if (text.charCodeAt(i) === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
      i++;
      breaks[i] = MUST_BREAK;
      wordStart = i;
      wordEnd = i;
    }
  }
  breaks[0] = NO_BREAK;
  breaks[length] = NO_BREAK;
  return breaks;
}

/** LB 4, LB 5 and the space: what ends a word here. */
function isSpaceOrBreak(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function breaksInWord(word: string, lang: string): readonly number[] {
  const known = inWords.get(word);
  if (known) return known;
  const found =
    LETTERS.test(word) && !needsDictionary(word) && !/[\u1100-\uffff\ud800-\udfff]/.test(word) ? [] : lookInWord(word, lang);
  if (inWords.size >= LIMIT) inWords.clear();
  inWords.set(word, found);
  return found;
}

const needsDictionary = (word: string): boolean => DICTIONARY.test(word);

/** After the en dash of "17.30–20.30" and "6.–9." */
const inRange = (word: string, position: number): boolean =>
  word.charCodeAt(position - 1) === 0x2013 && /\d/.test(word.charAt(position)) && /\d\.?$/.test(word.slice(0, position - 1));

function lookInWord(word: string, lang: string): number[] {
  const offsets = new Set<number>();
  for (const { position } of rules.breaks(word)) {
    if (position > 0 && position < word.length && !'!/|}'.includes(word.charAt(position - 1)) && !inRange(word, position))
      offsets.add(position);
  }
  // South-East Asian scripts write no spaces between words (UAX 14, class SA).
  if (needsDictionary(word)) {
    // Only between two of their letters: brackets and digits keep to the rules for all scripts.
    for (const { index, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(word))
      if (isWordLike && index > 0 && DICTIONARY.test(word.charAt(index - 1)) && DICTIONARY.test(word.charAt(index)))
        offsets.add(index);
  }
  if (offsets.size > 0 && CLUSTERED.test(word)) {
    // Joined emoji (LB 8a, 30b) and letters with marks are never parted.
    const starts = new Set<number>();
    for (const { index } of graphemes.segment(word)) starts.add(index);
    for (const offset of offsets) if (!starts.has(offset)) offsets.delete(offset);
  }
  return [...offsets].sort((a, b) => a - b);
}

const CLUSTERED = /\u200d|\ufe0f|\p{M}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function mayBreakAcross(text: string, before: number, beforeEnd: number, after: number, afterEnd: number): boolean {
  if (
    isPlain(text.charCodeAt(after)) &&
    (beforeEnd === before || isPlain(text.charCodeAt(beforeEnd - 1)) || isStop(text.charCodeAt(beforeEnd - 1)))
  )
    return true;
  const head = text.slice(Math.max(before, beforeEnd - 4), beforeEnd);
  const tail = text.slice(after, Math.min(afterEnd, after + 4));
  const key = `${head} ${tail}`;
  const known = acrossSpaces.get(key);
  if (known !== undefined) return known;
  let may = false;
  for (const { position } of rules.breaks(`${key}${after + 4 < afterEnd ? 'x' : ' x'}`))
    if (position === head.length + 1) may = true;
  if (acrossSpaces.size >= LIMIT) acrossSpaces.clear();
  acrossSpaces.set(key, may);
  return may;
}

/** A comma, full stop, colon or semicolon. */
const isStop = (unit: number): boolean => unit === 0x2c || unit === 0x2e || unit === 0x3a || unit === 0x3b;

/** Letters and digits of Latin text: around a space between two of them a line may break. */
function isPlain(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0xc0 && unit <= 0x24f);
}

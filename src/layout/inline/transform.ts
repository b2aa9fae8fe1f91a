import type { ComputedStyle } from '../types.ts';

/** A transformed text, and for each of its offsets (the end included) the offset in the text before; null: the same. */
export interface Transformed {
  readonly text: string;
  readonly map: Int32Array | null;
}

/**
 * `text-transform` (CSS Text 3, 2.1) by the rules of the language: Turkish dotless i, German ß, Greek accents.
 * `before`: the character before the text, for whether its first letter begins a word.
 */
export function transformText(
  text: string,
  transform: ComputedStyle['textTransform'],
  lang: string,
  before: string,
): Transformed {
  if (transform === 'none') return { text, map: null };
  if (transform === 'capitalize') return capitalize(text, lang, before);
  const change = transform === 'uppercase' ? upper : lower;
  const whole = change(text, lang);
  if (whole.length === text.length) return { text: whole, map: null };
  return byCharacter(text, (character) => change(character, lang));
}

/** Languages whose case rules differ from Unicode's general ones (SpecialCasing.txt and CSS Text 3). */
function tailored(lang: string): string | undefined {
  const primary = lang.toLowerCase().split('-')[0] ?? '';
  return ['tr', 'az', 'lt', 'el'].includes(primary) ? primary : undefined;
}

const upper = (text: string, lang: string): string => {
  const tag = tailored(lang);
  return tag ? text.toLocaleUpperCase(tag) : text.toUpperCase();
};

const lower = (text: string, lang: string): string => {
  const tag = tailored(lang);
  return tag ? text.toLocaleLowerCase(tag) : text.toLowerCase();
};

function byCharacter(text: string, change: (character: string, at: number) => string): Transformed {
  const map: number[] = [];
  let result = '';
  let at = 0;
  for (const character of text) {
    const changed = change(character, at);
    for (let i = 0; i < changed.length; i++) map.push(at + Math.min(i, character.length - 1));
    result += changed;
    at += character.length;
  }
  map.push(text.length);
  return { text: result, map: Int32Array.from(map) };
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const INSIDE = /['\u2019\u00ad]/;

/** The first letter of each word; an apostrophe and a soft hyphen are inside words. */
function capitalize(text: string, lang: string, before: string): Transformed {
  let inWord = LETTER.test(before);
  // Dutch writes ij as one letter: IJsland, not Ijsland.
  const dutch = /^nl\b/i.test(lang);
  let digraph = false;
  return byCharacter(text, (character, at) => {
    const letter = LETTER.test(character);
    const begins = (letter && !inWord) || digraph;
    digraph = dutch && begins && !digraph && /^ij/i.test(text.slice(at, at + 2));
    inWord = letter || (inWord && INSIDE.test(character));
    return begins ? titleCase(character, lang) : character;
  });
}

/** ß begins no word in capitals, and ligatures like ǆ have title case of their own; both are one letter, then the rest in lower case. */
function titleCase(character: string, lang: string): string {
  const [first = '', ...rest] = upper(character, lang);
  return first + lower(rest.join(''), lang);
}

import type { Edit } from './typography.ts';

/** Left-to-right isolate and its end (UAX 9, 2.4). */
const LRI = '\u2066';
const PDI = '\u2069';

const SPACE = '[ \\u00a0]';
const LATIN = '[\\p{Script=Latin}\\p{M}]';

/** The stop of what is shortened after a number (a price, a floor) is no stop of the sentence. */
const STOP = `(?:(?<=\\d\\.?${SPACE}(?:kr|th|tv|mf|st))\\.)?`;

/**
 * What is read from left to right as one thing, and would be shown with its parts turned round in a line from right to left: "1. sal", "40 kr.", "2200 København", "Allé 6, 2900 Hellerup",
 * "+45 12 34 56 78", "https://example.org/". Numbers that stand alone, and those that a comma parts from the words after it, are not taken along.
 */
const ISLAND = new RegExp(
  `(?<![\\p{L}\\p{N}\\u2066])(?:(?:\\d{1,5}(?:[.,]\\d{2,3})*\\.?${SPACE})?\\p{Script=Latin}(?:(?:${LATIN}|[\\d \\u00a0.,:/&@'’+\\-–_%#?=])*(?:${LATIN}|[\\d/]))?${STOP}|\\+\\d[\\d \\u00a0]*\\d|\\d{2}(?:${SPACE}\\d{2}){3})(?![\\p{L}\\p{N}])`,
  'gu',
);

/** A single word or number needs no help. */
const PARTED = /[^\p{L}\p{M}]/u;

const islandsIn = (text: string): readonly RegExpExecArray[] =>
  [...text.matchAll(ISLAND)].filter(([found]) => PARTED.test(found));

/** A value as it is printed in a language that is written from right to left. */
export const isolateIslands = (text: string): string =>
  text.replace(ISLAND, (found) => (PARTED.test(found) ? LRI + found + PDI : found));

/** The same for prose; edits as `finishing` gives them. The marks go with the first and the last character, so that none stands between two stretches of it. */
export function islandEdits(text: string): readonly Edit[] {
  return islandsIn(text).flatMap(({ 0: found, index }): readonly Edit[] => {
    const last = index + found.length - 1;
    return [
      { at: index, remove: 1, insert: LRI + text.charAt(index) },
      { at: last, remove: 1, insert: text.charAt(last) + PDI },
    ];
  });
}

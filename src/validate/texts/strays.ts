import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { spanWithin } from '../../core/written/node.ts';

/** Words as they were written, with the place of each character. */
export interface Written {
  readonly text: string;
  readonly span: Span;
  readonly offsets?: readonly number[];
}

interface Stray {
  readonly start: number;
  readonly end: number;
  readonly code: 'paste-invisible' | 'paste-ligature' | 'paste-private-use' | 'paste-lookalike' | 'paste-bullet';
  readonly message: string;
  readonly hint: string;
}

const hex = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Scripts that have no spaces between words: a zero-width space says there where a line may end. */
const WITHOUT_SPACES = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;
const LATIN = /[\p{Script=Latin}\p{N}]/u;

/** Zero-width space and no-break space, byte order mark, joiners, line and paragraph separators, marks of direction. */
const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

function invisible(text: string): readonly Stray[] {
  const turns = RIGHT_TO_LEFT.test(text);
  return [...text.matchAll(INVISIBLE)].flatMap(({ 0: found, index: start }): readonly Stray[] => {
    const around = [text[start - 1] ?? ' ', text[start + 1] ?? ' '];
    const joiner = found === '\u200c' || found === '\u200d';
    // Persian, Hindi and emoji need joiners; right-to-left texts may need marks of direction; no-break is a typesetter's own wish.
    if (joiner && !around.every((one) => LATIN.test(one))) return [];
    if (found === '\u2060' || (found === '\u200b' && around.some((one) => WITHOUT_SPACES.test(one)))) return [];
    if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(found) && turns) return [];
    const breaks = found === '\u2028' || found === '\u2029';
    const message = breaks
      ? `A line break of another program (${hex(found)}) stands here.`
      : `An invisible character (${hex(found)}) stands here.`;
    const hint = breaks
      ? 'Delete it, and press Enter where a line is to end.'
      : 'Delete it: retype the letters on both sides of it.';
    return [{ start, end: start + found.length, code: 'paste-invisible', message, hint }];
  });
}

const ligatures = (text: string): readonly Stray[] =>
  [...text.matchAll(/[\ufb00-\ufb06]/g)].map(({ 0: found, index: start }) => ({
    start,
    end: start + 1,
    code: 'paste-ligature',
    message: `“${found}” is one character here, not the letters “${found.normalize('NFKC')}”: nobody finds the word.`,
    hint: `Write “${found.normalize('NFKC')}”; the font joins them by itself where it can.`,
  }));

/** Signs that word processors put before the points of a list. Private use: those of the Symbol and Wingdings fonts. */
const BULLET = /(?<=^|\n)[ \t]*([\u2022\u2023\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u00b7\u2219\ue000-\uf8ff])(?=[ \t\u00a0])/g;

const bullets = (text: string): readonly Stray[] =>
  [...text.matchAll(BULLET)].map((match) => {
    const end = match.index + match[0].length;
    return {
      start: end - 1,
      end,
      code: 'paste-bullet',
      message: 'A word processor’s bullet stands at the beginning of this line, so it is no point of a list.',
      hint: 'Begin the point with a hyphen and a space: “- ”.',
    };
  });

const privateUse = (text: string, taken: ReadonlySet<number>): readonly Stray[] =>
  [...text.matchAll(/[\ue000-\uf8ff]/g)].flatMap(({ 0: found, index: start }): readonly Stray[] =>
    taken.has(start)
      ? []
      : [
          {
            start,
            end: start + 1,
            code: 'paste-private-use',
            message: `${hex(found)} is a sign of one font only, such as Symbol or Wingdings; no other has it.`,
            hint: 'Type the character that is meant.',
          },
        ],
  );

/** Letters of other alphabets that look like Latin ones, and the Latin ones that they look like. */
const ALIKE = new Set('аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧν');
const LATIN_ALIKE = new Set('aeopcyxijsdhqwABEKMHOPCTYXIJSZNvu');
const ALPHABETS = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
] as const;

function lookalikes(text: string): readonly Stray[] {
  if (!ALPHABETS.some(([, letter]) => letter.test(text)) || !/\p{Script=Latin}/u.test(text)) return [];
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].flatMap(({ 0: word, index: start }): readonly Stray[] => {
    const letters = [...word];
    const latin = letters.filter((one) => /\p{Script=Latin}/u.test(one));
    for (const [name, letter] of ALPHABETS) {
      const other = letters.filter((one) => letter.test(one));
      if (latin.length === 0 || other.length === 0) continue;
      const strays = other.every((one) => ALIKE.has(one)) ? other : latin.every((one) => LATIN_ALIKE.has(one)) ? latin : null;
      if (!strays) continue;
      const [its, rest] = strays === other ? [name, 'Latin'] : ['Latin', name];
      const message = `“${strays[0]}” in “${word}” is a letter of the ${its} alphabet among ${rest} ones.`;
      const hint = 'Type the word anew: it looks right, but cannot be searched for or read aloud.';
      return [{ start, end: start + word.length, code: 'paste-lookalike', message, hint }];
    }
    return [];
  });
}

/** Characters that came along with a copied text and that nobody means. */
export function strayCharacters({ text, span, offsets }: Written, about: About | undefined): readonly Diagnostic[] {
  // Plain texts, which most are, are left at once.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII and Latin-1
  if (!/[^\u0000-\u00b6\u00b8-\u017f]/.test(text) && !text.includes('\u00b7')) return [];
  const points = bullets(text);
  const strays = [
    ...invisible(text),
    ...ligatures(text),
    ...points,
    ...privateUse(text, new Set(points.map(({ start }) => start))),
    ...lookalikes(text),
  ];
  return strays
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, code, message, hint }) =>
      warning(code, message, { span: spanWithin({ span, ...(offsets && { offsets }) }, start, end), about, hint }),
    );
}

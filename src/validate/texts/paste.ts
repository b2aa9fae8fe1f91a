import type { WrittenText } from '../../core/campaign.ts';
import type { DiagnosticCode } from '../../core/codes/index.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import { spanWithin } from '../../core/written/node.ts';
import { mask } from './mask.ts';
import { partsOf, type TextsByLanguage } from './read.ts';
import { strayCharacters } from './strays.ts';

interface Check {
  readonly code: DiagnosticCode;
  readonly pattern: RegExp;
  /** null: it is no fault after all. */
  message(words: string, match: RegExpExecArray): string | null;
  readonly hint: string;
  /** Said once a text where there are several: kit mends them itself. */
  once?(count: number): string;
}

/** First parts of Danish words that keep their hyphen. */
const PREFIXES =
  /^(?:e|a|u|x|t|it|tv|pr|ph|ikke|non|anti|ex|eks|pro|semi|mini|maxi|all|check|drop|in|up|by|off|on|pop|self|work|walk)$/u;

const ANY_LANGUAGE: readonly Check[] = [
  {
    // A word that was divided at the end of a line, the line end kept.
    code: 'paste-hyphen',
    pattern: /\p{Ll}{2,}-[ \t]*\r?\n[ \t]*\p{Ll}{2,}/gu,
    message: (words) =>
      /-\s*\n\s*(?:og|eller|and|or|und)(?!\p{L})/u.test(words) ? null : 'A word is divided here at the end of a line.',
    hint: 'Delete the hyphen and the line end.',
  },
  {
    // The same after the line end has become a space: "samfundspro- blem". What shares its end keeps both: "for- og efternavn".
    code: 'paste-hyphen',
    pattern:
      /(?<![\p{L}\p{N}])\p{L}\p{Ll}+-[ \u00a0](?!(?:og|eller|and|or|und|oder|bis|och|samt|resp|til|to|i|lub|oraz|та|або|й|і|ve|veya|và|hoặc)(?!\p{L}))\p{Ll}{2,}/gu,
    message: (words) => `“${words}” looks like one word, divided at the end of a line.`,
    hint: 'Delete the hyphen and the space. Between two parts of a sentence write a dash with a space on both sides.',
  },
  {
    code: 'paste-missing-space',
    pattern:
      /(?<!\p{L}\.)(?<=\p{Ll}{2})[.,;:!?](?=\p{Lu}?\p{Ll}{2})(?!\p{Ll}+\.\p{L})|(?<=\p{Ll})[.!?](?=\p{Lu}\p{Ll})|(?<=(?<![\p{L}\p{N}])\d{1,2})\.(?=\p{Ll}{3,})/gu,
    message: (words) => `A space is missing after “${words}”.`,
    hint: 'Put a space after it.',
  },
  {
    code: 'paste-doubled-space',
    pattern: /(?<=\S)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/gu,
    message: (words) => (words.includes('\t') ? 'A tab stands between two words.' : 'Two spaces stand side by side.'),
    hint: 'Leave one space.',
  },
  {
    code: 'paste-straight-quote',
    // Between and behind Hebrew letters they are gershayim and geresh, which are set as such.
    pattern:
      /(?<!\p{Script=Hebrew}(?="\p{Script=Hebrew}))"|(?<![\p{L}\p{N}])'(?=\p{L})|(?<=[\p{L}.,!?])(?<!\p{Script=Hebrew})'(?![\p{L}\p{N}])/gu,
    message: (words) => `${words} is a typewriter’s quotation mark.`,
    once: (count) => `${count} typewriter’s quotation marks stand in this text.`,
    hint: 'kit prints the language’s own in their place; look whether they are right, or write them: »…« in Danish, “…” in English.',
  },
];

/** A hyphen inside a Danish word: compounds are written in one. English ones are often not, so nothing can be said there. */
const DANISH: readonly Check[] = [
  {
    code: 'paste-hyphen',
    pattern: /(?<![\p{L}\p{N}-])(\p{Ll}+)-(\p{Ll}+)(?![\p{L}\p{N}-])/gu,
    message(words, [, first = '', second = '']) {
      // dansk-engelsk, mor-barn: two of a kind; e-mail, ikke-ryger: a part that keeps its hyphen.
      const alike = /sk$/u.test(first) && /ske?$/u.test(second);
      if (alike || PREFIXES.test(first) || first.length < 4 || second.length < 3) return null;
      return `“${words}” has a hyphen inside, perhaps from the end of a line.`;
    },
    hint: 'Delete it. A hyphen that is meant can be a non-breaking one (U+2011).',
  },
];

/** Two halves with a hyphen between: whether a word is damaged is told by the whole word, which stands elsewhere in the campaign. */
const HALVES = /(?<![\p{L}\p{N}-])(\p{L}\p{Ll}+)-(\p{Ll}{2,})(?![\p{L}\p{N}-])/gu;

/** All words of one language's texts, in small letters. */
export type Vocabulary = ReadonlySet<string>;
export const NO_WORDS: Vocabulary = new Set();

function vocabularyOf(texts: readonly WrittenText[]): Vocabulary {
  const words = new Set<string>();
  for (const { markdown } of texts) for (const [word] of mask(markdown).matchAll(/\p{L}+/gu)) words.add(word.toLowerCase());
  return words;
}

const allOf = (texts: TextsByLanguage, language: string): readonly WrittenText[] =>
  [...(texts.get(language)?.values() ?? [])].flatMap((text) => (text ? partsOf(text) : []));

/** Damage in all of some texts. @param known the texts whose words are compared with */
export function pasteFaults(texts: TextsByLanguage, known: TextsByLanguage, about: About | undefined): readonly Diagnostic[] {
  return [...texts.keys()].flatMap((language) => {
    const own = allOf(texts, language);
    // Words are gathered only where a hyphen may be asked about.
    const words = own.some(({ markdown }) => markdown.search(HALVES) >= 0) ? vocabularyOf(allOf(known, language)) : NO_WORDS;
    return own.flatMap((text) => {
      const { markdown, span, offsets } = text;
      const strays = strayCharacters({ text: markdown, span, ...(offsets && { offsets }) }, { ...about, language });
      return [...pasteDamage(text, language, words, about), ...strays];
    });
  });
}

/** Damage that copying from a finished page leaves in prose. */
export function pasteDamage(
  text: WrittenText,
  language: string,
  words: Vocabulary,
  about: About | undefined,
): readonly Diagnostic[] {
  const prose = mask(text.markdown);
  const checks = language.split('-')[0] === 'da' ? [...ANY_LANGUAGE, ...DANISH] : ANY_LANGUAGE;
  const told = new Set<number>();
  const found: Diagnostic[] = [];
  const tell = (code: DiagnosticCode, said: string, at: number, length: number, hint: string) => {
    told.add(at);
    found.push(warning(code, said, { span: spanWithin(text, at, at + length), about: { ...about, language }, hint }));
  };
  for (const { code, pattern, message, hint, once } of checks) {
    const matches = [...prose.matchAll(pattern)].flatMap((match) => {
      const said = message(match[0], match);
      return said === null ? [] : [{ match, said }];
    });
    const [first] = matches;
    if (once !== undefined && first && matches.length > 1) {
      tell(code, once(matches.length), first.match.index, first.match[0].length, hint);
    } else for (const { match, said } of matches) tell(code, said, match.index, match[0].length, hint);
  }
  for (const match of prose.matchAll(HALVES)) {
    const [whole, first = '', second = ''] = match;
    if (told.has(match.index) || !words.has((first + second).toLowerCase())) continue;
    const said = `“${whole}” has a hyphen inside; elsewhere it is “${first}${second}”.`;
    tell('paste-hyphen', said, match.index, whole.length, 'Delete the hyphen.');
  }
  return found;
}

import type { WrittenText } from '../../core/campaign.ts';
import type { DiagnosticCode } from '../../core/codes/index.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import { spanWithin } from '../../core/written/node.ts';
import { mask } from './mask.ts';

interface Check {
  readonly code: DiagnosticCode;
  readonly pattern: RegExp;
  /** null: it is no fault after all. */
  message(words: string, match: RegExpExecArray): string | null;
  readonly hint: string;
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
    code: 'paste-missing-space',
    pattern:
      /(?<!\p{L}\.)(?<=\p{Ll}{2})[.,;:!?](?=\p{Lu}?\p{Ll}{2})(?!\p{Ll}+\.\p{L})|(?<=\p{Ll})[.!?](?=\p{Lu}\p{Ll})|(?<=(?<![\p{L}\p{N}])\d{1,2})\.(?=\p{Ll}{3,})/gu,
    message: (words) => `A space is missing after “${words}”.`,
    hint: 'Put a space after it.',
  },
  {
    code: 'paste-doubled-space',
    pattern: /(?<=\S)(?:[ \u00a0]){2,}(?=\S)/gu,
    message: () => 'Two spaces stand side by side.',
    hint: 'Delete one of them.',
  },
  {
    code: 'paste-straight-quote',
    pattern: /"|(?<![\p{L}\p{N}])'(?=\p{L})|(?<=[\p{L}.,!?])'(?![\p{L}\p{N}])/gu,
    message: (words) => `${words} is a typewriter’s quotation mark.`,
    hint: 'Use »…« in Danish, “…” or ‘…’ in English.',
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

/** Damage that copying from a finished page leaves. */
export function pasteDamage(text: WrittenText, language: string, about: About | undefined): readonly Diagnostic[] {
  const prose = mask(text.markdown);
  const checks = language.split('-')[0] === 'da' ? [...ANY_LANGUAGE, ...DANISH] : ANY_LANGUAGE;
  return checks.flatMap(({ code, pattern, message, hint }) =>
    [...prose.matchAll(pattern)].flatMap((match) => {
      const said = message(match[0], match);
      if (said === null) return [];
      const span = spanWithin(text, match.index, match.index + match[0].length);
      return [warning(code, said, { span, about: { ...about, language }, hint })];
    }),
  );
}

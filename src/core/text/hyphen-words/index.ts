import type { HyphenExceptions } from '../hyphenate.ts';
import { DANISH } from './da.ts';

/** Words with their places to be divided, by language (BCP 47): a template set's own. */
export type HyphenWords = Readonly<Record<string, HyphenExceptions>>;

const BUILT_IN: HyphenWords = { da: DANISH };

/** By the set's words, then by language: one list each, so that it is read once. */
const lists = new WeakMap<HyphenWords, Map<string, HyphenExceptions>>();
const NONE: HyphenWords = {};

/** What is known of a language's words: those that come with kit, and over them the template set's. `da` speaks for `da-DK`, too. */
export function hyphenWords(lang: string, own: HyphenWords = NONE): HyphenExceptions {
  let byLanguage = lists.get(own);
  if (!byLanguage) {
    byLanguage = new Map();
    lists.set(own, byLanguage);
  }
  const known = byLanguage.get(lang);
  if (known) return known;
  const tag = lang.toLowerCase();
  const [primary = ''] = tag.split('-');
  const of = (words: HyphenWords): string[] =>
    Object.entries(words).flatMap(([language, list]) => ([primary, tag].includes(language.toLowerCase()) ? list : []));
  const made = [...of(BUILT_IN), ...of(own)];
  byLanguage.set(lang, made);
  return made;
}

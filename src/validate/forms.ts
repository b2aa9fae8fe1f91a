import type { Address, Localized } from '../core/campaign.ts';

type Forms = Readonly<Record<string, string>>;

interface Place {
  readonly name: string;
  readonly town: string | undefined;
}

/** Two words that say at which library and in which town. */
const say =
  (at: (name: string) => string, within: (town: string) => string) =>
  ({ name, town }: Place): Forms => ({ at: at(name), in: town === undefined ? at(name) : within(town) });

/** The word for library before a name that does not begin with it. */
const named =
  (word: string, before: string) =>
  (name: string): string =>
    `${before}${name.startsWith(word) ? '' : `${word} `}${name}`;

/**
 * How languages say that something happens at a library, and in its town. Names are Danish and are not bent: languages that would bend them (Polish, Ukrainian, Turkish)
 * bend the word for library or town before or after them. One entry a language; others get no default.
 */
const BY_LANGUAGE: Readonly<Record<string, (place: Place) => Forms>> = {
  da: say(
    (name) => `på ${name}`,
    (town) => `i ${town}`,
  ),
  en: say(
    (name) => `at ${name}`,
    (town) => `in ${town}`,
  ),
  de: say(
    (name) => `in der Bibliothek ${name}`,
    (town) => `in ${town}`,
  ),
  pl: say(
    (name) => `w bibliotece ${name}`,
    (town) => `w miejscowości ${town}`,
  ),
  uk: say(
    (name) => `у бібліотеці ${name}`,
    (town) => `у місті ${town}`,
  ),
  tr: say(
    (name) => `${name} kütüphanesinde`,
    (town) => `${town} şehrinde`,
  ),
  vi: say(
    (name) => `tại ${name}`,
    (town) => `ở ${town}`,
  ),
  so: say(named('maktabadda', ''), (town) => `magaalada ${town}`),
  ar: say(named('مكتبة', 'في '), (town) => `في ${town}`),
  fa: say(named('کتابخانه', 'در '), (town) => `در ${town}`),
  he: say(named('ספריית', 'ב'), (town) => `בעיר ${town}`),
  hi: say(
    (name) => `${name} में`,
    (town) => `${town} में`,
  ),
  th: say(
    (name) => `ที่ ${name}`,
    (town) => `ที่เมือง ${town}`,
  ),
  ti: say(named('ቤተ-መጻሕፍቲ', 'ኣብ '), (town) => `ኣብ ከተማ ${town}`),
};

/** "København N" is in København: the letters are the post's. */
const townOf = (address: Address | undefined): string | undefined => address?.town?.replace(/ (?:[A-ZÆØÅ]|NV|NØ|SV|SØ)$/u, '');

/** Inflected forms of a library's name: its own, else a sensible default. */
export function formsOf(
  name: Localized,
  address: Address | undefined,
  own: Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>> | undefined,
): Readonly<Record<string, Forms>> {
  const made: Record<string, Forms> = {};
  const town = townOf(address);
  for (const [language, words] of Object.entries(name)) {
    const said: Record<string, string> = { ...BY_LANGUAGE[language.split('-')[0] ?? '']?.({ name: words, town }) };
    for (const [form, text] of Object.entries(own?.[language] ?? {})) if (text !== undefined) said[form] = text;
    made[language] = said;
  }
  return made;
}

import type { Address, Localized } from '../core/campaign.ts';

type Forms = Readonly<Record<string, string>>;

interface Place {
  readonly name: string;
  readonly town: string | undefined;
}

/** How languages say that something happens at a library, and in its town. One entry a language; others get no default. */
const BY_LANGUAGE: Readonly<Record<string, (place: Place) => Forms>> = {
  da: ({ name, town }) => ({ at: `på ${name}`, in: town === undefined ? `på ${name}` : `i ${town}` }),
  en: ({ name, town }) => ({ at: `at ${name}`, in: town === undefined ? `at ${name}` : `in ${town}` }),
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

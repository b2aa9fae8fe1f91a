import type { Address, Campaign, Library, Texts } from '../core/campaign.ts';
import type { About, Diagnostic } from '../core/diagnostics.ts';
import { error, hasErrors, warning } from '../core/diagnostics.ts';
import type { Span } from '../core/source.ts';
import type { TemplateSet } from '../core/template-set.ts';
import { check, isPruned } from '../core/written/check.ts';
import type { WrittenMap } from '../core/written/node.ts';
import { entryOf, headOf, nodeAt } from '../core/written/node.ts';
import type { TextByLanguage } from '../core/written/scalars.ts';
import { expandEvent, MAIN, speaksShort } from './expand.ts';
import { entries, given } from './facts.ts';
import { formsOf } from './forms.ts';
import type { Whole } from './merge.ts';
import { whole } from './merge.ts';
import { libraryOrigins } from './origins.ts';
import { profileNames } from './profiles.ts';
import { postcodeRules } from './rules/address.ts';
import { characterRules } from './rules/characters.ts';
import { dateRules } from './rules/dates.ts';
import { completeness, eventRules } from './rules/event.ts';
import { leftoverRules } from './rules/leftovers.ts';
import { languageRules, unusedLanguages } from './rules/nation.ts';
import { extraRules, keyRules, mailRules, pieceRules, referenceRules } from './rules/references.ts';
import type { Listener, Places, Untranslated } from './sayings.ts';
import { listener, say, spanIn } from './sayings.ts';
import type { WrittenLibrary, WrittenNation } from './schema/campaign.ts';
import { LIBRARY } from './schema/campaign.ts';
import type { Sections } from './sections.ts';
import { extraOf, librarySections } from './sections.ts';
import { missingTexts } from './texts/complete.ts';
import { contradictions, type MentionCache, mentionsOf, trueDays } from './texts/facts.ts';
import { pasteFaults } from './texts/paste.ts';
import type { TextKinds, TextsByLanguage, TextValue } from './texts/read.ts';
import { mergeTexts, partsOf, readTexts } from './texts/read.ts';

/** What every library is read against. */
export interface Nation {
  readonly typed: WrittenNation;
  readonly root: WrittenMap;
  readonly languages: readonly string[];
  readonly sections: Sections;
  readonly texts: TextsByLanguage;
  readonly origins: ReadonlyMap<string, Span>;
  readonly kinds: TextKinds | undefined;
  readonly set: TemplateSet | undefined;
  /** What of the nation could not be read. */
  readonly pruned: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
  readonly mentions: MentionCache;
  /** National texts as the contract has them. */
  readonly printed: Texts;
  readonly profiles: Campaign['profiles'];
}

export interface ReadLibrary {
  /** Its id as far as it can be told. */
  readonly id: string | undefined;
  readonly idSpan: Span;
  readonly library: Library | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Texts as later stages see them: nothing in them is removed any more. */
export function printedTexts(texts: TextsByLanguage): Texts {
  const made: Record<string, ReadonlyMap<string, TextValue>> = {};
  for (const [language, byKey] of texts) {
    made[language] = new Map([...byKey].flatMap(([key, text]) => (text === null ? [] : [[key, text] as const])));
  }
  return made;
}

/** Reads one library with all that the nation says. What is wrong stays this library's. */
export function readLibrary(written: WrittenMap, nation: Nation): ReadLibrary {
  const map = expandEvent(written);
  const idNode = entryOf(map, 'id')?.value;
  const idSpan = idNode?.kind === 'scalar' && idNode.value !== null ? idNode.span : headOf(map);
  const id = idNode?.kind === 'scalar' && idNode.value !== null ? idNode.value.trim() : undefined;
  const about: About = id === undefined ? {} : { library: id };
  const checked = check(LIBRARY, map, { about });
  const typed = checked.value;
  if (!typed) return { id, idSpan, library: null, diagnostics: checked.diagnostics };
  const diagnostics: Diagnostic[] = [...checked.diagnostics];
  const places: Places = { roots: [map, nation.root] };
  diagnostics.push(
    ...languageRules(map, nation.languages, about),
    ...keyRules(map, about),
    ...mailRules(map, about),
    ...leftoverRules(map, about),
    ...characterRules(map, about),
  );
  diagnostics.push(
    ...pieceRules(map, nation.set, about),
    ...profileNames(map, nation.profiles).map((d) => ({ ...d, about })),
    ...postcodeRules(map, about),
    ...dateRules(map, about),
    ...unusedLanguages(map, nation.languages, [['texts'], ['forms']]).map((d) => ({ ...d, about })),
  );
  diagnostics.push(...extraRules(map, ['extra'], nation.set, about), ...extraRules(map, ['event', 'extra'], nation.set, about));
  const asked = typed.languages ?? nation.languages;
  const languages = nation.languages.filter((language) => asked.includes(language));
  const making = { languages: nation.languages, places, set: nation.set };
  const sections = librarySections(nation.sections, nation.typed, typed, making);
  const pruned = new Set([...nation.pruned, ...checked.pruned]);
  // Where a date could not be read, nothing can be said of what contradicts it.
  const isKnown = !isPruned(pruned, 'event') && !isPruned(pruned, 'press');
  if (typed.state !== 'withdrawn') {
    const occasion = { event: sections.mergedEvent, press: sections.mergedPress, places, about, pruned };
    if (isKnown && (typed.event !== undefined || typed.press !== undefined)) diagnostics.push(...eventRules(occasion));
    const strays = mainSession(written, nation, about);
    diagnostics.push(...(strays.length > 0 ? strays : completeness(occasion)));
    diagnostics.push(...referenceRules(map, new Set(Object.keys(sections.guests.value)), nation.images, about));
  }
  const to = listener(nation.languages, { roots: [map] });
  const own = whole(typed) as Whole<WrittenLibrary>;
  const name = say(own.name as Whole<TextByLanguage> | undefined, ['name'], to) ?? {};
  const address = addressOf(own, to);
  const ownTexts = entryOf(map, 'texts') ? readTexts(entryOf(map, 'texts')?.value, nation.kinds) : null;
  diagnostics.push(...(ownTexts?.diagnostics ?? []).map((d) => ({ ...d, about })));
  const texts = ownTexts ? mergeTexts(nation.texts, ownTexts.texts) : nation.texts;
  if (typed.state !== 'withdrawn') {
    const untranslated = [sections.event, sections.press, sections.contacts, sections.guests].flatMap((s) => s.untranslated);
    diagnostics.push(...translations([...to.untranslated, ...untranslated], languages, about));
    const place = (language: string): Span | undefined => spanIn(places, ['texts', language]);
    diagnostics.push(
      ...missingTexts({
        texts,
        languages: languages.filter((language) => ![...pruned, ...(ownTexts?.unread ?? [])].includes(`texts.${language}`)),
        pieces: sections.pieces,
        set: nation.set,
        about,
        place,
        file: (language) => nodeAt(nation.root, ['texts', language])?.span.source,
      }),
    );
    if (isKnown) diagnostics.push(...textFacts(texts, sections, languages, nation, about));
  }
  for (const part of [to, sections.event, sections.press, sections.contacts, sections.guests]) {
    if (Object.values(nation.sections).includes(part as never)) continue;
    for (const { language, span } of part.unused) diagnostics.push(...unusedText(language, span, nation.languages, about));
  }
  if (ownTexts) diagnostics.push(...pasteFaults(ownTexts.texts, texts, about));
  if (hasErrors(diagnostics)) return { id, idSpan, library: null, diagnostics };
  const library: Library = given<Library>({
    id: typed.id,
    state: typed.state ?? 'confirmed',
    name,
    forms: formsOf(name, address, own.forms as Parameters<typeof formsOf>[2]),
    languages,
    address,
    url: own.url,
    municipality: own.municipality,
    print: own.print && given({ profile: own.print.profile, quantities: own.print.quantities }),
    extra: extraOf(['extra'], Object.keys(own.extra ?? {}), making),
    event: sections.event.value,
    contacts: sections.contacts.value,
    press: sections.press.value,
    texts: ownTexts ? printedTexts(texts) : nation.printed,
    pieces: sections.pieces,
    guests: sections.guests.value,
    span: map.span,
    origins: libraryOrigins(map, nation.origins),
  });
  return { id, idSpan, library, diagnostics };
}

function addressOf(own: Whole<WrittenLibrary>, to: Listener): Address | undefined {
  const a = own.address;
  if (!a) return undefined;
  const { street, postcode, town } = a;
  return given({
    street,
    postcode,
    town,
    entrance: say(a.entrance as Whole<TextByLanguage> | undefined, ['address', 'entrance'], to),
    transit: say(a.transit as Whole<TextByLanguage> | undefined, ['address', 'transit'], to),
  });
}

/** The short form speaks of `main`: where the campaign's sessions have other names, a library would add one by mistake. */
function mainSession(written: WrittenMap, nation: Nation, about: About): readonly Diagnostic[] {
  const names = entries(nation.typed.event?.sessions ?? undefined).map(([name]) => name);
  if (names.length === 0 || names.includes(MAIN) || !speaksShort(written)) return [];
  const entry = entryOf(written, 'event');
  const hint = `Name the session: event.sessions.${names[0]}.start. Sessions: ${names.join(', ')}.`;
  return [
    error('unknown-session', 'The campaign has no session “main”, which event.date, event.start and event.end are short for.', {
      span: entry && headOf(entry.value),
      about,
      hint,
    }),
  ];
}

export function translations(
  missing: readonly Untranslated[],
  languages: readonly string[],
  about: About | undefined,
): readonly Diagnostic[] {
  return missing.flatMap(({ key, language, span }) => {
    if (!languages.includes(language)) return [];
    const name = key.replace(`event.sessions.${MAIN}.`, 'event.');
    const hint = /\.ya?ml$/i.test(span.source.path)
      ? `Write it by language: {${languages.map((l) => `${l}: …`).join(', ')}}; or as one text, if it is the same in all.`
      : `Add a column “${name}.${language}”; or call the column “${name}”, if the words are the same in all languages.`;
    return [
      error('missing-translation', `“${name}” is not written in ${language}.`, { span, about: { ...about, language }, hint }),
    ];
  });
}

export function unusedText(
  language: string,
  span: Span,
  languages: readonly string[],
  about: About | undefined,
): readonly Diagnostic[] {
  const message = `“${language}” is not among the campaign’s languages (${languages.join(', ')}).`;
  const hint = `Add “${language}” to the campaign’s languages, or delete this.`;
  return [warning('unused-language', message, { span, about, hint })];
}

/** Words in texts and notes that contradict what is true of this library. */
function textFacts(
  texts: TextsByLanguage,
  sections: Sections,
  languages: readonly string[],
  nation: Nation,
  about: About,
): readonly Diagnostic[] {
  const truth = trueDays(sections.event.value, sections.press.value);
  const found: Diagnostic[] = [];
  for (const language of languages) {
    const reader = { language, true: truth, about };
    for (const value of texts.get(language)?.values() ?? []) {
      if (!value) continue;
      for (const text of partsOf(value)) found.push(...contradictions(text, mentionsOf(text, language, nation.mentions), reader));
    }
    for (const saying of sections.event.sayings) {
      if (saying.language === language)
        found.push(...contradictions(saying, mentionsOf(saying, language, nation.mentions), reader));
    }
  }
  return found;
}

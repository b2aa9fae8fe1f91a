import type { Campaign, Facts } from '../core/campaign.ts';
import type { Diagnostic, Result } from '../core/diagnostics.ts';
import { error, hasErrors } from '../core/diagnostics.ts';
import { locate, type Span } from '../core/source.ts';
import type { TemplateSet } from '../core/template-set.ts';
import { check } from '../core/written/check.ts';
import { dividedFaults } from '../core/written/divided.ts';
import { entryOf, keySpanAt } from '../core/written/node.ts';
import type { WrittenCampaign } from '../load/types.ts';
import { expandEvent } from './expand.ts';
import type { Nation, ReadLibrary } from './library.ts';
import { printedTexts, readLibrary, translations, unusedText } from './library.ts';
import { frameworkOf } from './nation.ts';
import { nationalOrigins } from './origins.ts';
import { profileNames, readProfiles } from './profiles.ts';
import { characterRules } from './rules/characters.ts';
import { dateRules } from './rules/dates.ts';
import { eventRules } from './rules/event.ts';
import { leftoverRules } from './rules/leftovers.ts';
import { languageRules, timezoneRules, unusedLanguages } from './rules/nation.ts';
import { extraRules, keyRules, mailRules, pieceRules, referenceRules } from './rules/references.ts';
import { listener } from './sayings.ts';
import { CAMPAIGN } from './schema/campaign.ts';
import { nationalSections } from './sections.ts';
import { kindsOf } from './texts/complete.ts';
import { NO_WORDS, pasteDamage, pasteFaults } from './texts/paste.ts';
import { readTexts } from './texts/read.ts';

export { jsonSchema } from './schema/json.ts';

const WITHOUT_LIBRARIES = new Set(['libraries']);

/**
 * A campaign as it was typed → one that is whole and true. A library with an error is left out, with its diagnostics; an error of the nation's
 * leaves no value, since it would stand in every kit. Everything is told at once.
 * @param set the template set, where it could be opened: only it knows which pieces, sizes and texts there are
 */
export function validate(written: WrittenCampaign, set?: TemplateSet): Result<Campaign> {
  const root = expandEvent(written.root);
  const checked = check(CAMPAIGN, root, { without: WITHOUT_LIBRARIES });
  const diagnostics: Diagnostic[] = [...checked.diagnostics];
  const typed = checked.value;
  if (!typed) return { diagnostics };
  diagnostics.push(...languageRules(root, undefined, undefined), ...timezoneRules(root), ...keyRules(root, undefined));
  // What no date can be written in would only lead to complaints about complaints.
  if (hasErrors(diagnostics.filter((d) => d.code === 'unknown-language'))) return { diagnostics };
  const { languages } = typed;
  if (languages.length === 0) {
    diagnostics.push(
      error('missing-key', 'The campaign has no language.', {
        span: keySpanAt(root, [], 'languages'),
        hint: 'Write languages: [da, en].',
      }),
    );
    return { diagnostics };
  }
  const places = { roots: [root] };
  const to = listener(languages, places);
  const profiles = readProfiles(typed.profiles, root);
  const framework = frameworkOf(typed, profiles.profiles, to);
  const sections = nationalSections(typed, { languages, places, set });
  const kinds = kindsOf(set);
  const { texts, diagnostics: textFaults, unread } = readTexts(entryOf(root, 'texts')?.value, kinds);
  const images = new Set(Object.keys(framework.images));
  diagnostics.push(
    ...textFaults,
    ...mailRules(root, undefined),
    ...leftoverRules(root, undefined),
    ...characterRules(root, undefined),
    ...unusedLanguages(root, languages),
    ...dividedFaults(typed.hyphenation ?? {}, root),
    ...pieceRules(root, set, undefined),
    ...profiles.diagnostics,
    ...profileNames(root, profiles.profiles),
    ...dateRules(root, undefined),
  );
  diagnostics.push(...referenceRules(root, new Set(Object.keys(sections.guests.value)), images, undefined));
  diagnostics.push(...extraRules(root, ['event', 'extra'], set, undefined));
  diagnostics.push(
    ...eventRules({ event: sections.mergedEvent, press: sections.mergedPress, places, about: undefined, pruned: checked.pruned }),
  );
  diagnostics.push(...translations(to.untranslated, languages, undefined));
  for (const part of [to, sections.event, sections.press, sections.contacts, sections.guests]) {
    for (const { language, span } of part.unused) diagnostics.push(...unusedText(language, span, languages, undefined));
  }
  diagnostics.push(...pasteFaults(texts, texts, undefined));
  for (const saying of sections.event.sayings) diagnostics.push(...pasteDamage(saying, saying.language, NO_WORDS, undefined));
  const printed = printedTexts(texts);
  const nation: Nation = {
    typed,
    root,
    languages,
    sections,
    texts,
    origins: nationalOrigins(root),
    kinds,
    set,
    pruned: new Set([...checked.pruned, ...written.unread, ...unread]),
    images,
    mentions: new Map(),
    printed,
    profiles: profiles.profiles,
  };
  const read = written.libraries.map((library) => readLibrary(library, nation));
  const { good, faulty, diagnostics: ofLibraries } = withoutDuplicates(read, new Set(written.faulty), diagnostics);
  diagnostics.push(...ofLibraries);
  if (written.libraries.length === 0 && written.readable && !hasErrors(diagnostics)) {
    const hint = 'Write libraries: libraries.csv, or a list of them.';
    diagnostics.push(error('no-libraries', 'The campaign has no libraries.', { span: keySpanAt(root, [], 'libraries'), hint }));
  }
  if (!written.readable || diagnostics.some((d) => d.severity === 'error' && d.about?.library === undefined))
    return { diagnostics };
  const national: Facts = {
    event: sections.event.value,
    contacts: sections.contacts.value,
    ...(sections.press.value && { press: sections.press.value }),
    texts: printed,
    pieces: sections.pieces,
    guests: sections.guests.value,
  };
  return { value: { ...framework, libraries: good, faulty, national }, diagnostics };
}

const placeOf = ({ source, start, end }: Span): string => `${source.path} ${start} ${end}`;

/** Two libraries of one id would overwrite each other's kit: which of them is right only a person knows, so neither is made. */
function withoutDuplicates(read: readonly ReadLibrary[], unread: ReadonlySet<string>, national: readonly Diagnostic[]) {
  const diagnostics: Diagnostic[] = [];
  // What is the nation's fault is told once; a heading that is no path stands above every row.
  const told = new Set(
    national.flatMap((d) =>
      d.span ? [`${d.code} ${placeOf(d.span)}`, ...(d.severity === 'error' ? [placeOf(d.span)] : [])] : [],
    ),
  );
  const headings = new Set<string>();
  const first = new Map<string, ReadLibrary>();
  const twice = new Set<string>();
  for (const library of read) {
    for (const d of library.diagnostics) {
      if (d.span && (told.has(placeOf(d.span)) || told.has(`${d.code} ${placeOf(d.span)}`))) continue;
      const isHeading =
        (d.code === 'unknown-key' || d.code === 'unused-language') && d.span !== undefined && outsideOf(d, library);
      if (isHeading && d.span && headings.has(placeOf(d.span))) continue;
      if (isHeading && d.span) headings.add(placeOf(d.span));
      diagnostics.push(isHeading ? aboveAll(d) : d);
    }
    const id = library.id?.toLowerCase();
    if (id === undefined) continue;
    const other = first.get(id);
    if (!other) {
      first.set(id, library);
      continue;
    }
    twice.add(id);
    const { line } = locate(other.idSpan.source, other.idSpan.start);
    const hint = `The other stands in ${other.idSpan.source.path}, line ${line}. No kit is made of either.`;
    diagnostics.push(
      error('duplicate-library', `There are two libraries “${library.id}”.`, {
        span: library.idSpan,
        about: { library: library.id },
        hint,
      }),
    );
  }
  const good = read.flatMap(({ id, library }) =>
    library && id !== undefined && !twice.has(id.toLowerCase()) && !unread.has(id) ? [library] : [],
  );
  const whole = new Set(good.map((library) => library.id));
  const faulty = [...new Set(read.flatMap(({ id }) => (id !== undefined && !whole.has(id) ? [id] : [])))];
  return { good, faulty, diagnostics };
}

/** A complaint about a heading concerns every row. */
function aboveAll(d: Diagnostic): Diagnostic {
  const { about: _, ...rest } = d;
  const words = d.span ? d.span.source.text.slice(d.span.start, d.span.end) : '';
  const hint = `Name in the campaign what the column is, or leave it out: columns: {"${words}": extra.note} or {"${words}": null}.`;
  return { ...rest, hints: [...d.hints, hint] };
}

/** Whether a complaint stands above the row that it was made of. */
const outsideOf = (d: Diagnostic, { idSpan, library }: ReadLibrary): boolean => {
  const row = library?.span ?? idSpan;
  return d.span !== undefined && d.span.source === row.source && d.span.end <= row.start && !row.source.path.match(/\.ya?ml$/i);
};

import { hasCalendar, tabledLanguages } from '../../core/calendar/index.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import { nearest } from '../../core/model/nearest.ts';
import type { Path, WrittenMap, WrittenNode } from '../../core/written/node.ts';
import { entryOf, nodeAt, spanWithin } from '../../core/written/node.ts';
import { LANGUAGE_TAG } from '../../core/written/scalars.ts';

function isTimezone(name: string): boolean {
  if (Intl.supportedValuesOf('timeZone').includes(name)) return true;
  // Older names of zones are not listed, but known.
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Z]/.test(name) && name.includes('/');
  } catch {
    return name === 'UTC';
  }
}

export function timezoneRules(root: WrittenMap): readonly Diagnostic[] {
  const node = nodeAt(root, ['timezone']);
  if (node?.kind !== 'scalar' || node.value === null || node.value === 'UTC' || isTimezone(node.value)) return [];
  const near = nearest(node.value, Intl.supportedValuesOf('timeZone'));
  const hint = near ? `Did you mean “${near}”?` : 'Name one of the IANA list: Europe/Copenhagen.';
  return [error('timezone-unknown', `“${node.value}” is not a time zone.`, { span: node.span, hint })];
}

/** Languages of a list, with the place of each. */
function languagesIn(
  node: WrittenNode | undefined,
): readonly { readonly tag: string; readonly span: ReturnType<typeof spanWithin> }[] {
  if (node?.kind === 'list') return node.items.flatMap(languagesIn);
  if (node?.kind !== 'scalar' || node.value === null) return [];
  return [...node.value.matchAll(/[^,;\s]+/g)].map((m) => ({
    tag: m[0],
    span: spanWithin(node, m.index, m.index + m[0].length),
  }));
}

/** @param known of the campaign; absent for the campaign's own list, which may hold what the calendar can write */
export function languageRules(
  map: WrittenMap,
  known: readonly string[] | undefined,
  about: About | undefined,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return languagesIn(nodeAt(map, ['languages'])).flatMap(({ tag, span }) => {
    if (known ? !known.includes(tag) : !hasCalendar(tag) || !LANGUAGE_TAG.test(tag)) {
      const names = known ?? tabledLanguages();
      const near = nearest(tag, names);
      const message = known ? `The campaign has no language “${tag}”.` : `Kit cannot write dates in the language “${tag}”.`;
      const hint = near ? `Did you mean “${near}”?` : `Languages: ${names.join(', ')}.`;
      return [error('unknown-language', message, { span, about, hint })];
    }
    if (seen.has(tag))
      return [error('unknown-language', `The language “${tag}” stands here twice.`, { span, about, hint: 'Delete one.' })];
    seen.add(tag);
    return [];
  });
}

const BY_LANGUAGE: readonly Path[] = [['texts'], ['formats'], ['hyphenation']];

/** Texts in languages that will not be printed. */
export function unusedLanguages(
  map: WrittenMap,
  languages: readonly string[],
  paths: readonly Path[] = BY_LANGUAGE,
): readonly Diagnostic[] {
  return paths.flatMap((path) => {
    const node = nodeAt(map, path);
    if (node?.kind !== 'map') return [];
    return [...node.entries].flatMap(([language, { key }]) => {
      if (languages.includes(language)) return [];
      const near = nearest(language, languages);
      const message = `“${language}” is not among the campaign’s languages (${languages.join(', ')}).`;
      if (!LANGUAGE_TAG.test(language))
        return [
          error('unknown-language', message, {
            span: key,
            hint: near ? `Did you mean “${near}”?` : `Languages: ${languages.join(', ')}.`,
          }),
        ];
      return [warning('unused-language', message, { span: key, hint: `Add “${language}” to languages, or delete this.` })];
    });
  });
}

/** The key of a map's entry, for complaints about the map. */
export const keyOf = (root: WrittenMap, key: string) => entryOf(root, key)?.key;

import type { Localized, WrittenText } from '../core/campaign.ts';
import type { Span } from '../core/source.ts';
import type { Path, WrittenMap, WrittenNode } from '../core/written/node.ts';
import { EVERY_LANGUAGE, entryOf, nodeAt, spanAt } from '../core/written/node.ts';
import type { TextByLanguage } from '../core/written/scalars.ts';
import type { Whole } from './merge.ts';

/** A text without a translation into a language that the campaign has. */
export interface Untranslated {
  readonly key: string;
  readonly language: string;
  readonly span: Span;
}

/** A text in a language that the campaign does not have. */
export interface Unused {
  readonly language: string;
  readonly span: Span;
}

/** Free text outside `texts`: a note, a room, a title. */
export interface Saying extends WrittenText {
  readonly language: string;
}

/** Where values were written: the first of the files that has them, a library's own before the campaign's. */
export interface Places {
  readonly roots: readonly WrittenMap[];
}

export function nodeIn({ roots }: Places, path: Path): WrittenNode | undefined {
  for (const root of roots) {
    const node = nodeAt(root, path);
    if (node) return node;
  }
  return undefined;
}

export function spanIn(places: Places, path: Path): Span | undefined {
  for (const root of places.roots) if (nodeAt(root, path)) return spanAt(root, path);
  // What is not written anywhere is shown at what is nearest, in the library's own words if it has any.
  for (let length = path.length - 1; length > 0; length--) {
    for (const root of places.roots) if (nodeAt(root, path.slice(0, length))) return spanAt(root, path.slice(0, length));
  }
  const [first] = places.roots;
  return first && spanAt(first, []);
}

/** Where a key of a map was written, in the first of the files that has it. */
function keyIn({ roots }: Places, path: Path, key: string): Span | undefined {
  for (const root of roots) {
    const entry = entryOf(nodeAt(root, path), key);
    if (entry) return entry.key;
  }
  return undefined;
}

/** Collects the texts of one section of a campaign while they are put into its languages. */
export interface Listener {
  readonly languages: readonly string[];
  readonly places: Places;
  readonly untranslated: Untranslated[];
  readonly sayings: Saying[];
  readonly unused: Unused[];
}

export const listener = (languages: readonly string[], places: Places): Listener => ({
  languages,
  places,
  untranslated: [],
  sayings: [],
  unused: [],
});

/** A text in every language of the campaign; undefined where there is none in any. */
export function say(written: Whole<TextByLanguage> | undefined, path: Path, to: Listener): Localized | undefined {
  if (written === undefined) return undefined;
  const key = path.join('.');
  const made: Record<string, string> = {};
  const every = clean(written[EVERY_LANGUAGE]);
  const [source] = to.languages;
  const fallback =
    every ??
    clean(written[source ?? '']) ??
    Object.values(written)
      .map(clean)
      .find((text) => text !== undefined);
  if (fallback === undefined) return undefined;
  for (const language of to.languages) {
    const own = clean(written[language]);
    made[language] = own ?? fallback;
    if (own !== undefined) hear(to, key, language, own, path);
    else if (every === undefined) {
      const span = spanIn(to.places, path);
      if (span) to.untranslated.push({ key, language, span: anyWords(to.places, path) ?? span });
    }
  }
  for (const language of Object.keys(written)) {
    if (language === EVERY_LANGUAGE || to.languages.includes(language)) continue;
    const span = keyIn(to.places, path, language);
    if (span) to.unused.push({ language, span });
  }
  if (every !== undefined && source !== undefined) hear(to, key, source, every, path);
  return made;
}

const clean = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text;

function hear(to: Listener, key: string, language: string, text: string, path: Path): void {
  const node = [
    nodeIn(to.places, [...path, language]),
    nodeIn(to.places, [...path, EVERY_LANGUAGE]),
    nodeIn(to.places, path),
  ].find((n) => n?.kind === 'scalar' && n.value === text);
  if (node?.kind !== 'scalar') return;
  to.sayings.push({ key, language, markdown: text, span: node.span, ...(node.offsets && { offsets: node.offsets }) });
}

/** The words of a text in whatever language it has. */
function anyWords(places: Places, path: Path): Span | undefined {
  const node = nodeIn(places, path);
  if (node?.kind !== 'map') return node?.kind === 'scalar' ? node.span : undefined;
  for (const { value } of node.entries.values()) if (value.kind === 'scalar' && value.value !== null) return value.span;
  return undefined;
}

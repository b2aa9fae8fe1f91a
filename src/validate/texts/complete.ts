import type { Facts } from '../../core/campaign.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import type { Source, Span } from '../../core/source.ts';
import type { TemplateSet } from '../../core/template-set.ts';
import type { TextKinds, TextsByLanguage } from './read.ts';
import { isList } from './read.ts';

/** How the pieces of a set use each text. */
export function kindsOf(set: TemplateSet | undefined): TextKinds | undefined {
  if (!set) return undefined;
  const kinds = new Map<string, 'inline' | 'block' | 'list'>();
  for (const piece of Object.values(set.pieces)) {
    for (const [key, { kind }] of Object.entries(piece.texts)) if (!kinds.has(key)) kinds.set(key, kind);
  }
  return kinds;
}

export interface Asked {
  readonly texts: TextsByLanguage;
  readonly languages: readonly string[];
  readonly pieces: Facts['pieces'];
  readonly set: TemplateSet | undefined;
  readonly about: About | undefined;
  /** Where the texts of a language, or the pieces, are written. */
  place(language: string): Span | undefined;
  /** What the texts of a language were read from, where there are any. */
  file(language: string): Source | undefined;
}

/** Texts that a chosen piece needs, and texts that are there in one language only. */
export function missingTexts({ texts, languages, pieces, set, about, place, file }: Asked): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const asked = new Map<string, { readonly piece: string; readonly required: boolean }>();
  for (const name of Object.keys(pieces)) {
    const piece = set && Object.hasOwn(set.pieces, name) ? set.pieces[name] : undefined;
    for (const [key, { required }] of Object.entries(piece?.texts ?? {})) {
      if (!asked.has(key) || required) asked.set(key, { piece: name, required });
    }
  }
  const used = kindsOf(set);
  const written = new Map<string, string>();
  for (const language of languages)
    for (const key of texts.get(language)?.keys() ?? []) if (!written.has(key)) written.set(key, language);
  for (const language of languages) {
    const own = texts.get(language);
    for (const [key, source] of written) {
      if (own?.has(key)) continue;
      const value = texts.get(source)?.get(key);
      const first = value && (isList(value) ? value[0] : value);
      const use = asked.get(key);
      // A key that no piece of the set has is complained of as such.
      if (!use && used && !used.has(key)) continue;
      // What no chosen piece prints is nobody's error yet.
      const make = use || !set ? error : warning;
      const message = `“${key}” is written in ${source}, but not in ${language}${named(file(language))}.`;
      const hint = `Write ${whereOf(key, language, file(language))}, or take ${language} from the languages.`;
      found.push(
        make('missing-translation', message, {
          span: first?.span ?? place(source),
          about: { ...about, language, ...(use && { piece: use.piece }) },
          hint,
        }),
      );
    }
    for (const [key, { piece, required }] of asked) {
      if (!required || written.has(key)) continue;
      const message = `The piece “${piece}” needs the text “${key}”, which is not written in ${language}${named(file(language))}.`;
      const hint = `Write ${whereOf(key, language, file(language))}, or take the piece away.`;
      found.push(error('missing-text', message, { span: place(language), about: { ...about, language, piece }, hint }));
    }
  }
  return found;
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/** ' (texts/en.md)'; texts in the campaign itself have no file of their own. */
const named = (file: Source | undefined): string => (file && MARKDOWN.test(file.path) ? ` (${file.path})` : '');

/** Where a text that is missing belongs. */
function whereOf(key: string, language: string, file: Source | undefined): string {
  const dot = key.indexOf('.');
  const [piece, name] = [key.slice(0, dot), key.slice(dot + 1)];
  if (!file || !MARKDOWN.test(file.path)) return `it: texts: {${language}: {${piece}: {${name}: …}}}`;
  const hasPiece = file.text.split('\n').some((line) => line.trimEnd() === `# ${piece}`);
  return hasPiece
    ? `it in ${file.path} below “# ${piece}”, under a heading “## ${name}”`
    : `it in ${file.path} under a heading “# ${key}”`;
}

import type { Facts } from '../../core/campaign.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import type { TemplateSet } from '../../core/template-set.ts';
import type { TextKinds, TextsByLanguage } from './read.ts';
import { isList } from './read.ts';

/** How the pieces of a set use each text. */
export function kindsOf(set: TemplateSet | undefined): TextKinds {
  const kinds = new Map<string, 'inline' | 'block' | 'list'>();
  for (const piece of Object.values(set?.pieces ?? {})) {
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
}

/** Texts that a chosen piece needs, and texts that are there in one language only. */
export function missingTexts({ texts, languages, pieces, set, about, place }: Asked): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const asked = new Map<string, { readonly piece: string; readonly required: boolean }>();
  for (const name of Object.keys(pieces)) {
    const piece = set && Object.hasOwn(set.pieces, name) ? set.pieces[name] : undefined;
    for (const [key, { required }] of Object.entries(piece?.texts ?? {})) {
      if (!asked.has(key) || required) asked.set(key, { piece: name, required });
    }
  }
  const used = set && new Set(kindsOf(set).keys());
  const written = new Map<string, string>();
  for (const language of languages)
    for (const key of texts.get(language)?.keys() ?? []) if (!written.has(key)) written.set(key, language);
  for (const language of languages) {
    const own = texts.get(language);
    const names = languages.filter((other) => other !== language);
    for (const [key, source] of written) {
      if (own?.has(key)) continue;
      const value = texts.get(source)?.get(key);
      const first = value && (isList(value) ? value[0] : value);
      const use = asked.get(key);
      // A key that no piece of the set has is complained of as such.
      if (!use && used && !used.has(key)) continue;
      // What no chosen piece prints is nobody's error yet.
      const make = use || !set ? error : warning;
      const message = `“${key}” is written in ${source}, but not in ${language}.`;
      const hint = `Write it in ${language}, or take ${language} from the languages.`;
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
      const message = `The piece “${piece}” needs the text “${key}”.`;
      const hint = `Write it: in Markdown “# ${key}”${names.length > 0 ? `, in each of ${languages.join(', ')}` : ''}; or take the piece away.`;
      found.push(error('missing-text', message, { span: place(language), about: { ...about, language, piece }, hint }));
    }
  }
  return found;
}

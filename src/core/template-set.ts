import type { Size } from './geometry.ts';
import type { Source, Span } from './source.ts';

/** A designer's folder, read whole: `template.yaml`, one `.hbs` a piece, partials, stylesheets, words. Immutable; opened once a process. */
export interface TemplateSet {
  readonly name: string;
  /** Absolute folder, the only place that its fonts and images are read from. */
  readonly folder: string;
  /** What its files' paths begin with in messages: 'sets/mine/'. */
  readonly label?: string;
  readonly pieces: Readonly<Record<string, PieceTemplate>>;
  readonly partials: ReadonlyMap<string, Source>;
  /** Fixed words of the set, by language and key: {da: {free: 'Gratis'}}. Printed by `{{word "free"}}`. */
  readonly words: Readonly<Record<string, ReadonlyMap<string, { readonly text: string; readonly span: Span }>>>;
  /** Words with the places where they may be divided, by language: {da: ['foredrags-aften*']}. */
  readonly hyphenation?: Readonly<Record<string, readonly string[]>>;
  /** Shape of `event.extra` and `library.extra`: key → type. */
  readonly extra: Readonly<Record<string, 'text' | 'number' | 'boolean'>>;
}

export interface PieceTemplate {
  readonly name: string;
  /** Its name in template.yaml. */
  readonly span?: Span;
  readonly template: Source;
  /** In cascade order. */
  readonly styles: readonly Source[];
  readonly sizes: readonly PieceSize[];
  readonly outputs: readonly OutputKind[];
  /** Whether the size stands in the files' names: 'poster-a3-da.pdf', but 'press-release-da.pdf'. Absent: it does. */
  readonly sized?: boolean;
  /** Text keys that the piece needs, and how: block texts may hold paragraphs, lists and headings. */
  readonly texts: Readonly<
    Record<string, { readonly required: boolean; readonly kind: 'inline' | 'block' | 'list'; readonly span: Span }>
  >;
  /** Most pages that it may have; absent: any number. */
  readonly pages?: number;
  /** Document title, a Handlebars template: "{{campaign.title}} – {{library.name}}". */
  readonly title: Source;
  /** Names of the piece for people, by language: {da: 'Plakat'}. */
  readonly label: Readonly<Record<string, string>>;
}

export type OutputKind = 'pdf' | 'docx' | 'txt';

/** `name` stands in file names, lower case: 'a3', 'us-letter', '500x700mm'. */
export interface PieceSize extends Size {
  readonly name: string;
}

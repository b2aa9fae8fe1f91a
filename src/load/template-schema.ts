import * as z from 'zod';
import { id, listOf, number, oneOf, optional, plainText, sizeName, text } from '../core/written/scalars.ts';

const KINDS = ['inline', 'block', 'list'] as const;

/** How a piece uses a text: `inline`, or {kind: inline, required: false}. */
const USE = z.union([
  oneOf(KINDS),
  z.strictObject({ kind: optional(oneOf(KINDS)), required: optional(oneOf(['true', 'false'], { yes: 'true', no: 'false' })) }),
]);

const PIECE = z.strictObject({
  label: optional(text()),
  template: plainText(),
  styles: optional(listOf(plainText())),
  sizes: listOf(sizeName()),
  outputs: optional(listOf(oneOf(['pdf', 'docx', 'txt']))),
  /** false: the size is not in the files' names, since the piece has only one. */
  sized: optional(oneOf(['true', 'false'], { yes: 'true', no: 'false' })),
  /** How many pages it may have at the most: a poster that runs over on a second page is a fault. */
  pages: optional(number({ min: 1, whole: true })),
  title: plainText(),
  texts: optional(z.record(z.string(), USE.nullable())),
});

/** template.yaml */
export const TEMPLATE_SCHEMA = z.strictObject({
  schema: optional(number({ min: 1, whole: true })),
  name: id(),
  partials: optional(plainText()),
  styles: optional(listOf(plainText())),
  words: optional(z.record(z.string(), z.record(z.string(), plainText().nullable()))),
  /** Words with the places where they may be divided, by language. */
  hyphenation: optional(z.record(z.string(), listOf(plainText()))),
  extra: optional(z.record(z.string(), oneOf(['text', 'number', 'boolean']))),
  pieces: z.record(z.string(), PIECE),
});

export type TemplateFile = z.output<typeof TEMPLATE_SCHEMA>;
export type PieceFile = z.output<typeof PIECE>;

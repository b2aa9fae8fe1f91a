import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';

/** A tag of the template, not one that a text brings. */
const isWritten = (tag: Span): boolean => tag.source.text[tag.start] === '<';

/** What is wrong where a template's `<p>` is ended by a block of a text that is printed in it. */
export function textInParagraph(paragraph: Span | undefined, block: Span | undefined): Diagnostic | null {
  if (!paragraph || !block || !isWritten(paragraph) || isWritten(block)) return null;
  return error('html-nesting', 'This text has paragraphs of its own, which may not stand in a <p>.', {
    span: block,
    hint: 'Write <div> and </div> around it instead of <p> and </p>.',
  });
}

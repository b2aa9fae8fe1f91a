import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';

const SCHEMES: readonly string[] = ['https', 'http', 'mailto', 'tel'];

/** A reader's click opens a page, a mail or a telephone; it runs nothing and opens no file of the reader's. null: the link may stand. */
export function linkFault(href: string, source: Span | undefined): Diagnostic | null {
  const scheme = /^[\s\p{Cc}]*([a-z][a-z0-9+.-]*):/iu.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined || SCHEMES.includes(scheme)) return null;
  return error('html-refused', `A link to “${scheme}:” is refused.`, {
    span: source,
    hint: `Links begin with ${SCHEMES.join(', ')}.`,
  });
}

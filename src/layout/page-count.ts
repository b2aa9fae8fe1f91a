import { type Diagnostic, error } from '../core/diagnostics.ts';
import { firstPlace } from './geometry/first-place.ts';
import type { LaidPage } from './geometry/index.ts';

/** A piece ran over on a page that it should not have. */
export function pageCount(piece: string, pages: readonly LaidPage[], most: number): Diagnostic {
  const extra = pages[most];
  const allowed = most === 1 ? 'one page' : `${most} pages`;
  return error('page-count', `${piece} has ${pages.length} pages, but may have ${allowed}.`, {
    span: extra && firstPlace(extra.fragment),
    hint: 'Shorten the texts, make room in the stylesheet, or allow more pages in template.yaml (pages: …).',
  });
}

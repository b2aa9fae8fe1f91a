import { type Diagnostic, error } from '../core/diagnostics.ts';
import type { Span } from '../core/source.ts';
import type { LaidPage } from './geometry/index.ts';
import type { Fragment } from './types.ts';

/** The first thing on a page that was written somewhere: a text, else a picture or box. */
function firstPlace(fragment: Fragment): Span | undefined {
  for (const line of fragment.lines ?? []) {
    for (const item of line.items) {
      const place = item.kind === 'text' ? item.source : item.kind === 'atomic' ? firstPlace(item.fragment) : undefined;
      if (place) return place;
    }
  }
  for (const child of fragment.children) {
    const place = firstPlace(child);
    if (place) return place;
  }
  return fragment.continued ? undefined : fragment.box.source;
}

/** A piece ran over on a page that it should not have. */
export function pageCount(piece: string, pages: readonly LaidPage[], most: number): Diagnostic {
  const extra = pages[most];
  const allowed = most === 1 ? 'one page' : `${most} pages`;
  return error('page-count', `${piece} has ${pages.length} pages, but may have ${allowed}.`, {
    span: extra && firstPlace(extra.fragment),
    hint: 'Shorten the texts, make room in the stylesheet, or allow more pages in template.yaml (pages: …).',
  });
}

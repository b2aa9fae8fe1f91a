import type { Span } from '../../core/source.ts';
import type { Fragment } from '../types.ts';

/** The first thing on a page that was written somewhere: a text, else a picture or box. */
export function firstPlace(fragment: Fragment): Span | undefined {
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

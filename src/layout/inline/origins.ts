import type { Span } from '../../core/source.ts';
import type { TextLeaf } from './types.ts';

/** Where the characters [start, end) of the paragraph, which lie in one leaf, were written. */
export function sourceOf(leaf: TextLeaf, start: number, end: number): Span | undefined {
  const from = itemOffset(leaf, start);
  const to = Math.max(from, itemOffset(leaf, end));
  const first = originAt(leaf, from);
  if (!first) return undefined;
  const last = to > from ? (originAt(leaf, to - 1) ?? first) : first;
  const begin = first.literal ? Math.min(first.span.start + (from - first.at), first.span.end) : first.span.start;
  const finish = last.literal ? Math.min(last.span.start + (to - last.at), last.span.end) : last.span.end;
  // Text put together from two files or out of order: the first place is told.
  const together = last.span.source === first.span.source && finish >= begin;
  return { source: first.span.source, start: begin, end: together ? finish : first.span.end };
}

/** Offset in the item's own text, before text-transform. */
export function itemOffset(leaf: TextLeaf, offset: number): number {
  const at = offset - leaf.start;
  return leaf.map ? (leaf.map[at] ?? leaf.item.text.length) : at;
}

function originAt(leaf: TextLeaf, at: number): TextLeaf['item']['origins'][number] | undefined {
  const { origins } = leaf.item;
  let found = origins[0];
  for (const origin of origins) {
    if (origin.at > at) break;
    found = origin;
  }
  return found;
}

import type { Span } from '../../core/source.ts';
import type { TextLeaf } from './types.ts';

/** Where the characters [start, end) of the paragraph, which lie in one leaf, were written. */
export function sourceOf(leaf: TextLeaf, start: number, end: number): Span | undefined {
  const from = itemOffset(leaf, start);
  const to = Math.max(from, itemOffset(leaf, end));
  const first = originAt(leaf, from);
  if (!first) return undefined;
  const last = to > from ? (originAt(leaf, to - 1) ?? first) : first;
  if (first === last && !first.literal) return narrowed(first.span, leaf.item.text.slice(from, to), from - first.at);
  const begin = first.literal ? Math.min(first.span.start + (from - first.at), first.span.end) : first.span.start;
  const finish = last.literal ? Math.min(last.span.start + (to - last.at), last.span.end) : last.span.end;
  // Text put together from two files or out of order: the first place is told.
  const together = last.span.source === first.span.source && finish >= begin;
  return { source: first.span.source, start: begin, end: together ? finish : first.span.end };
}

/** A value's place is that of the whole value: the words in it, where they stand there as they are printed. */
function narrowed(span: Span, words: string, near: number): Span {
  const { source, start, end } = span;
  if (words === '' || words.length >= end - start) return span;
  const whole = source.text.slice(start, end).replaceAll('\u00a0', ' ');
  const sought = words.replaceAll('\u00a0', ' ');
  const at = whole.startsWith(sought, near) ? near : whole.indexOf(sought);
  return at === -1 ? span : { source, start: start + at, end: start + at + words.length };
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

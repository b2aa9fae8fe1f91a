import { MARK_CLOSE, MARK_OPEN, type Rendered, type SourcePosition } from '../../core/rendered.ts';
import type { Span } from '../../core/source.ts';
import type { TextNode } from '../types.ts';

type Origin = TextNode['origins'][number];

/** HTML without its position marks, and the way back from an offset to the place that it came from. */
export interface Unmarked {
  readonly text: string;
  /** The place of the text between two offsets; undefined where nothing is known. */
  spanOf(start: number, end: number): Span | undefined;
  /** Appends what is known of the text between two offsets, which stands at `at` of the text node. */
  originsInto(origins: Origin[], start: number, end: number, at: number): void;
}

const pointAt = (position: SourcePosition, start: number, end: number): Span => {
  const { span, literal } = position;
  if (!literal) return span;
  const length = span.end - span.start;
  return { source: span.source, start: span.start + Math.min(start, length), end: span.start + Math.min(end, length) };
};

/** Takes the marks out of `rendered.html` in one pass: the tokenizer then never meets one, wherever in a tag it stood. */
export function unmark(rendered: Rendered): Unmarked {
  const { html, positions } = rendered;
  const starts: number[] = [];
  const places: (SourcePosition | undefined)[] = [];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (let open = html.indexOf(MARK_OPEN); open !== -1; open = html.indexOf(MARK_OPEN, from)) {
    const close = html.indexOf(MARK_CLOSE, open);
    if (close === -1) break;
    parts.push(html.slice(from, open));
    length += open - from;
    from = close + 1;
    const position = positions[Number.parseInt(html.slice(open + 1, close), 36)];
    if (starts.at(-1) === length) places[places.length - 1] = position;
    else {
      starts.push(length);
      places.push(position);
    }
  }
  parts.push(html.slice(from));
  const text = parts.join('');

  const indexAt = (offset: number): number => {
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const spanOf = (start: number, end: number): Span | undefined => {
    const first = indexAt(start);
    const position = places[first];
    if (!position) return undefined;
    const base = starts[first] ?? 0;
    const last = Math.max(first, indexAt(Math.max(start, end - 1)));
    const head = pointAt(position, start - base, end - base);
    const lastPlace = places[last];
    if (last === first || !lastPlace) return head;
    const tailBase = starts[last] ?? 0;
    const tail = pointAt(lastPlace, Math.max(0, start - tailBase), end - tailBase);
    // A tag with a value in it begins and ends in the template: the whole of it is the place.
    const whole = tail.source === head.source && tail.end >= head.start;
    return whole ? { source: head.source, start: head.start, end: Math.max(head.end, tail.end) } : head;
  };

  const originsInto = (origins: Origin[], start: number, end: number, at: number): void => {
    for (let i = Math.max(0, indexAt(start)); i < starts.length; i++) {
      const base = starts[i] ?? 0;
      if (base >= end) break;
      const position = places[i];
      if (!position) continue;
      const begin = Math.max(start, base);
      const next = Math.min(end, starts[i + 1] ?? end);
      if (next <= begin) continue;
      const span = position.literal ? pointAt(position, begin - base, next - base) : position.span;
      origins.push({ at: at + begin - start, span, literal: position.literal });
    }
  };

  return { text, spanOf, originsInto };
}

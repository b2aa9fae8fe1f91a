import type { Source, Span } from '../source.ts';
import { span } from '../source.ts';

/**
 * What a person wrote, whatever they wrote it in: YAML, a row of a spreadsheet, Markdown. Scalars stay text ("0800" is not 800, "17.30" is no
 * number): only the schema knows what they should be. Every node knows where it stands.
 */
export type WrittenNode = WrittenScalar | WrittenMap | WrittenList;

export interface WrittenScalar {
  readonly kind: 'scalar';
  /** null: `null`, `~` or nothing at all was written. */
  readonly value: string | null;
  /** The words without their quotation marks. */
  readonly span: Span;
  /** Source offset of each UTF-16 unit of `value`, where quoting, folding or indentation keeps it from being `span.start + i`. */
  readonly offsets?: readonly number[];
}

export interface WrittenEntry {
  readonly key: Span;
  readonly value: WrittenNode;
}

export interface WrittenMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, WrittenEntry>;
  readonly span: Span;
}

export interface WrittenList {
  readonly kind: 'list';
  readonly items: readonly WrittenNode[];
  readonly span: Span;
  /** A list of Markdown as the one text that it also is. */
  readonly whole?: WrittenScalar;
}

export type Path = readonly (string | number)[];

/** In a map of languages: the text that stands for every language that is not named. It cannot be typed; a plain text becomes it. */
export const EVERY_LANGUAGE = '*';

export const entryOf = (node: WrittenNode | undefined, key: string): WrittenEntry | undefined =>
  node?.kind === 'map' ? node.entries.get(key) : undefined;

function child(node: WrittenNode, key: string | number): WrittenNode | undefined {
  if (node.kind === 'map') return node.entries.get(String(key))?.value;
  return node.kind === 'list' && typeof key === 'number' ? node.items[key] : undefined;
}

export function nodeAt(root: WrittenNode, path: Path): WrittenNode | undefined {
  let node: WrittenNode | undefined = root;
  for (const key of path) {
    if (!node) return undefined;
    node = child(node, key);
  }
  return node;
}

/** Keys of a spreadsheet stand in its headings, those of a merged map elsewhere: no caret of the map's own may go there. */
const isInside = (key: Span, map: WrittenMap): boolean =>
  key.source === map.span.source && key.start >= map.span.start && key.end <= map.span.end;

/** Where a caret should stand for a whole node: a scalar's words, a map's first key, a list's first item. */
export function headOf(node: WrittenNode): Span {
  if (node.kind === 'scalar') return node.span;
  if (node.kind === 'list') return node.items[0] ? headOf(node.items[0]) : node.span;
  for (const { key, value } of node.entries.values()) return isInside(key, node) ? key : headOf(value);
  return node.span;
}

/** The words at a path; of a map or a list its key. What is not there is shown at its nearest ancestor. */
export function spanAt(root: WrittenNode, path: Path): Span {
  let node = root;
  let head = headOf(root);
  for (const key of path) {
    const next = child(node, key);
    if (!next) return head;
    const entry = entryOf(node, String(key));
    const wordless = next.kind !== 'scalar' || next.span.start === next.span.end;
    head = wordless && entry && node.kind === 'map' && isInside(entry.key, node) ? entry.key : headOf(next);
    node = next;
  }
  return head;
}

export function keySpanAt(root: WrittenNode, path: Path, key: string): Span {
  const parent = nodeAt(root, path);
  return entryOf(parent, key)?.key ?? spanAt(root, path);
}

/** \\UXXXXXXXX of YAML. */
const LONGEST_ESCAPE = 10;

/** The place of part of a scalar's value. */
export function spanWithin(
  text: { readonly span: Span; readonly offsets?: readonly number[] },
  start: number,
  end: number,
): Span {
  const { source } = text.span;
  if (!text.offsets) return span(source, text.span.start + start, text.span.start + end);
  const from = text.offsets[start] ?? text.span.end;
  const last = end > start ? text.offsets[end - 1] : undefined;
  if (last === undefined) return span(source, from, from);
  // An escape ("\\u00e5") is longer than what it stands for.
  const next = text.offsets[end] ?? text.span.end;
  const escaped = source.text[last] === '\\' && next - last > 1 && next - last <= LONGEST_ESCAPE;
  return span(source, from, Math.max(escaped ? next : last + 1, from));
}

/** Maps become objects, lists arrays, scalars text or null: what a schema reads. */
export function toPlain(node: WrittenNode, without: ReadonlySet<string> = new Set()): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map((item) => toPlain(item));
  const object: Record<string, unknown> = {};
  for (const [key, { value }] of node.entries) if (!without.has(key)) object[key] = toPlain(value);
  return object;
}

/** A text gathered from several stretches of a source. */
export function gather(source: Source, ranges: readonly (readonly [number, number])[]): WrittenScalar {
  const [first] = ranges;
  const last = ranges[ranges.length - 1];
  if (!first || !last) return { kind: 'scalar', value: null, span: span(source, 0, 0) };
  const whole = span(source, first[0], last[1]);
  if (ranges.length === 1) return { kind: 'scalar', value: source.text.slice(first[0], first[1]), span: whole };
  const offsets: number[] = [];
  let value = '';
  for (const [start, end] of ranges) {
    value += source.text.slice(start, end);
    for (let i = start; i < end; i++) offsets.push(i);
  }
  return { kind: 'scalar', value, span: whole, offsets };
}

import type { WrittenText } from '../../core/campaign.ts';
import type { Diagnostic } from '../../core/diagnostics.ts';
import { error, hasErrors, warning, withAbout } from '../../core/diagnostics.ts';
import { nearest } from '../../core/model/nearest.ts';
import type { Span } from '../../core/source.ts';
import { unknownKey } from '../../core/written/check.ts';
import type { WrittenMap, WrittenNode, WrittenScalar } from '../../core/written/node.ts';
import { entryOf, headOf } from '../../core/written/node.ts';

export type TextValue = WrittenText | readonly WrittenText[];
/** Language → key → text; null: removed. */
export type TextsByLanguage = ReadonlyMap<string, ReadonlyMap<string, TextValue | null>>;

/** How the pieces of the template set use a text, by its key. Where no set could be opened there are none. */
export type TextKinds = ReadonlyMap<string, 'inline' | 'block' | 'list'>;

interface Reading {
  readonly kinds: TextKinds | undefined;
  readonly texts: Map<string, TextValue | null>;
  readonly diagnostics: Diagnostic[];
}

const KEY = /^[a-z][a-z0-9_-]*$/;
const PARTS = ['text', 'short', 'by'] as const;

export interface ReadTexts {
  readonly texts: TextsByLanguage;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of what could not be read: what is missing there is no further fault. */
  readonly unread: readonly string[];
}

/** Reads `texts`, wherever they were written: a file of Markdown has become the same nodes as texts in YAML. */
export function readTexts(node: WrittenNode | undefined, kinds: TextKinds | undefined): ReadTexts {
  const byLanguage = new Map<string, ReadonlyMap<string, TextValue | null>>();
  const diagnostics: Diagnostic[] = [];
  const unread: string[] = [];
  if (node?.kind !== 'map') return { texts: byLanguage, diagnostics, unread };
  for (const [language, { value }] of node.entries) {
    const texts = new Map<string, TextValue | null>();
    const own: Diagnostic[] = [];
    if (value.kind === 'map') readGroup(value, '', { kinds, texts, diagnostics: own });
    else if (value.kind === 'list')
      own.push(
        error('wrong-shape', 'Texts are a map by piece and key, not a list.', {
          span: headOf(value),
          hint: 'Name a file of texts, or write them by piece: {poster: {headline: …}}.',
        }),
      );
    byLanguage.set(language, texts);
    diagnostics.push(...own.map((d) => withAbout(d, { language })));
    if (hasErrors(own)) unread.push(`texts.${language}`);
  }
  return { texts: byLanguage, diagnostics, unread };
}

function readGroup(group: WrittenMap, prefix: string, reading: Reading): void {
  for (const [name, { key: at, value }] of group.entries) {
    const key = prefix + name;
    if (!name.split('.').every((part) => KEY.test(part))) {
      // `{headline: One, two}`: the comma ends the text, and its second half becomes a key.
      const halved = value.kind === 'scalar' && value.value === null;
      const hint = halved
        ? 'Inside { } a comma ends a text: put a text that has one in "quotation marks".'
        : 'Keys of texts are small letters, digits, - and _; a full stop parts the piece from the key.';
      reading.diagnostics.push(error('key-unsafe', `“${name}” cannot be the key of a text.`, { span: at, hint }));
    } else if (value.kind === 'map' && (!key.includes('.') || !isText(value))) {
      readGroup(value, `${key}.`, reading);
    } else if (!key.includes('.')) {
      if (value.kind === 'scalar' && value.value === null) continue;
      const hint = `Write it below its piece: ${name}: {headline: …}.`;
      reading.diagnostics.push(
        error('wrong-shape', `“${name}” names a piece, so its texts stand below it by key.`, { span: at, hint }),
      );
    } else {
      if (reading.kinds && !reading.kinds.has(key)) reading.diagnostics.push(unused(key, at, reading.kinds));
      const text = readValue(key, value, reading);
      if (text !== undefined) reading.texts.set(key, text);
    }
  }
}

function unused(key: string, at: Span, kinds: TextKinds): Diagnostic {
  const near = nearest(key, kinds.keys());
  const hint = near === undefined ? `It has: ${[...kinds.keys()].join(', ') || 'no texts'}.` : `Did you mean “${near}”?`;
  return warning('unused-text', `No piece of the template set uses a text “${key}”.`, { span: at, hint });
}

/** A map that is one text in parts, not a group of texts. */
const isText = (map: WrittenMap): boolean => PARTS.some((part) => map.entries.has(part));

function readValue(key: string, node: WrittenNode, reading: Reading): TextValue | null | undefined {
  const kind = reading.kinds?.get(key);
  if (node.kind === 'list') {
    // A text that only looks like a list: a body that is one list of points.
    if (kind !== undefined && kind !== 'list' && node.whole) return textOf(key, node.whole);
    return node.items.flatMap((item) => (item.kind === 'list' ? [] : (readOne(key, item, reading) ?? [])));
  }
  const text = readOne(key, node, reading);
  if (!text || kind !== 'list') return text;
  if (node.kind === 'scalar') reading.diagnostics.push(...noList(key, node));
  return [text];
}

/** Files of tables have one text in a cell. */
const TABLE = /\.(?:csv|tsv|txt)$/i;

/** One text where points belong is printed as one point; mostly the signs were forgotten that part them. */
function noList(key: string, { value, span }: WrittenScalar): readonly Diagnostic[] {
  if (TABLE.test(span.source.path)) return [];
  const isMarkdown = /\.(?:md|markdown)$/i.test(span.source.path);
  const numbered = /^ {0,3}\d{1,9}[.)] /m.test(value ?? '');
  const is = numbered
    ? 'these points are numbered'
    : /^ {0,3}[-*+] /m.test(value ?? '')
      ? 'more than points stands here'
      : 'this is one text';
  const hint = isMarkdown
    ? ['Begin each point on a line of its own, with a hyphen and a space:', '- The first point', '- The second point']
    : `Write the points in brackets: [The first point, The second point].`;
  return [warning('text-not-list', `“${key}” is a list of points, but ${is}.`, { span, hint })];
}

function readOne(key: string, node: WrittenScalar | WrittenMap, reading: Reading): WrittenText | null | undefined {
  if (node.kind === 'scalar') return node.value === null || node.value.trim() === '' ? null : textOf(key, node);
  for (const [part, { key: at }] of node.entries) {
    if ((PARTS as readonly string[]).includes(part)) continue;
    const { message, hint } = unknownKey(part, PARTS);
    reading.diagnostics.push(error('unknown-key', message, { span: at, hint }));
  }
  const [text, short, by] = PARTS.map((part) => partOf(key, entryOf(node, part)?.value));
  if (!text) {
    const hint = 'Write {text: …, short: …}.';
    reading.diagnostics.push(error('text-unnamed-short', `“${key}” has no text.`, { span: headOf(node), hint }));
    return undefined;
  }
  return { ...text, ...(short && { short }), ...(by && { by }) };
}

function partOf(key: string, node: WrittenNode | undefined): WrittenText | undefined {
  if (node?.kind === 'list') return node.whole && textOf(key, node.whole);
  return node?.kind === 'scalar' && node.value !== null ? textOf(key, node) : undefined;
}

const textOf = (key: string, { value, span, offsets }: WrittenScalar): WrittenText => ({
  key,
  markdown: value ?? '',
  span,
  ...(offsets && { offsets }),
});

/** The nation's texts with a library's own; null takes one away. */
export function mergeTexts(base: TextsByLanguage, over: TextsByLanguage): TextsByLanguage {
  const merged = new Map(base);
  for (const [language, own] of over) {
    const texts = new Map(base.get(language) ?? []);
    for (const [key, text] of own) {
      if (text === null) texts.delete(key);
      else texts.set(key, text);
    }
    merged.set(language, texts);
  }
  return merged;
}

/** Every single text of a value, with its short form and its source. */
export function partsOf(value: TextValue): readonly WrittenText[] {
  if (isList(value)) return value.flatMap(partsOf);
  return [value, ...(value.short ? [value.short] : []), ...(value.by ? [value.by] : [])];
}

export const isList = (value: TextValue): value is readonly WrittenText[] => Array.isArray(value);

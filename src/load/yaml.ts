import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Diagnostic, Result } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Source, Span } from '../core/source.ts';
import { locate, span } from '../core/source.ts';
import type { WrittenEntry, WrittenList, WrittenMap, WrittenNode, WrittenScalar } from '../core/written/node.ts';
import { checkEscapes } from './characters.ts';
import { alignOffsets } from './yaml-offsets.ts';
import { yamlFault } from './yaml-syntax.ts';

/** Nodes that a file may grow to by aliases; a campaign of a thousand libraries has about 30,000. */
const MAX_NODES = 500_000;
const MAX_DEPTH = 64;

interface Reading {
  readonly source: Source;
  readonly document: Document;
  readonly diagnostics: Diagnostic[];
  /** Anchored nodes already read, shared by their aliases. */
  readonly done: Map<Node, { readonly node: WrittenNode; readonly size: number }>;
  readonly doing: Set<Node>;
  size: number;
  /** What went beyond all bounds, if anything did. */
  bound?: Diagnostic;
}

const tooDeep = (source: Source, at: number): Diagnostic =>
  error('yaml-syntax', 'The YAML is nested too deeply.', {
    span: span(source, at, Math.min(at + 1, source.text.length)),
    hint: 'No campaign has so many levels: look for brackets that are not meant.',
  });

/** Reads a YAML file. Scalars stay text. The value is there too where only some key is at fault. */
export function readYaml(source: Source): Result<WrittenNode> {
  let document: Document;
  try {
    document = parseDocument(source.text, {
      schema: 'failsafe',
      // Duplicates are complained of here, both places known; merge keys are read here.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      strict: true,
    });
  } catch (cause) {
    // The parser descends by recursion and has no bound of its own.
    if (!(cause instanceof RangeError)) throw cause;
    return { diagnostics: [tooDeep(source, 0)] };
  }
  const [fault] = document.errors;
  if (fault) return { diagnostics: [yamlFault(source, fault, document.errors)] };
  const diagnostics: Diagnostic[] = [];
  const reading: Reading = { source, document, diagnostics, done: new Map(), doing: new Set(), size: 0 };
  const value = document.contents === null ? nothing(source, 0) : read(document.contents as Node, reading, 0);
  // Half of a file would only lead to complaints about complaints.
  if (reading.bound) return { diagnostics: [reading.bound] };
  diagnostics.push(...checkEscapes(value));
  return { value, diagnostics };
}

const nothing = (source: Source, at: number): WrittenScalar => ({ kind: 'scalar', value: null, span: span(source, at, at) });

function place(node: Node | null, { source }: Reading): Span {
  const [start, end] = node?.range ?? [0, 0];
  return span(source, start, end);
}

function read(node: Node | null, reading: Reading, depth: number): WrittenNode {
  const { source, diagnostics } = reading;
  const at = place(node, reading);
  if (node === null) return nothing(source, at.start);
  if (depth > MAX_DEPTH) {
    reading.bound ??= tooDeep(source, at.start);
    return nothing(source, at.start);
  }
  if (isAlias(node)) return alias(node, reading, depth, at);
  const tag = 'tag' in node ? node.tag : undefined;
  if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:')) {
    const from = source.text.lastIndexOf(tag, at.start);
    const words = from === -1 ? at : span(source, from, from + tag.length);
    diagnostics.push(error('yaml-unsupported', `The tag “${tag}” is not read.`, { span: words, hint: 'Delete the tag.' }));
  }
  reading.doing.add(node);
  const before = reading.size++;
  const made = isMap(node)
    ? map(node, reading, depth, at)
    : isSeq(node)
      ? list(node, reading, depth, at)
      : isScalar(node)
        ? scalar(node, reading, at)
        : nothing(source, at.start);
  reading.doing.delete(node);
  if ('anchor' in node && node.anchor) reading.done.set(node, { node: made, size: reading.size - before });
  return made;
}

function alias(node: Alias, reading: Reading, depth: number, at: Span): WrittenNode {
  const target = reading.bound ? undefined : node.resolve(reading.document);
  if (!target || reading.doing.has(target)) {
    if (!reading.bound) {
      const message = target
        ? `“*${node.source}” stands inside what it repeats.`
        : `“*${node.source}” repeats an anchor that is not there.`;
      const hint = target
        ? 'Write here what is meant, or put the anchor on the part that is to be repeated.'
        : `Name it where it is first written: &${node.source}.`;
      reading.diagnostics.push(error('yaml-alias', message, { span: at, hint }));
    }
    return nothing(reading.source, at.start);
  }
  const done = reading.done.get(target);
  if (!done) return read(target, reading, depth + 1);
  reading.size += done.size;
  if (reading.size > MAX_NODES) {
    const hint = 'Write lists of lists out, or repeat fewer of them.';
    reading.bound ??= error('yaml-alias', 'Aliases repeat so much that the file grows without bound.', { span: at, hint });
  }
  return done.node;
}

function list(node: YAMLSeq, reading: Reading, depth: number, at: Span): WrittenList {
  return { kind: 'list', items: node.items.map((item) => read(item as Node | null, reading, depth + 1)), span: at };
}

/** Names that JavaScript gives a meaning of its own. */
const REFUSED = new Set(['__proto__', 'constructor', 'prototype', '*']);

function map(node: YAMLMap, reading: Reading, depth: number, at: Span): WrittenMap {
  const entries = new Map<string, WrittenEntry>();
  const merged: WrittenMap[] = [];
  const { diagnostics } = reading;
  for (const pair of node.items as Pair<Node | null, Node | null>[]) {
    const key = pair.key;
    if (!isScalar(key)) {
      diagnostics.push(
        error('yaml-unsupported', 'A key has to be a single word, not a list or a map.', {
          span: place(key, reading),
          hint: 'Put a key that begins with [ or { in quotation marks.',
        }),
      );
      continue;
    }
    const name = String(key.value);
    const words = inner(key, place(key, reading));
    const value = read(pair.value, reading, depth + 1);
    if (name === '<<' && key.type === 'PLAIN') {
      merged.push(...mergeable(value, words, diagnostics));
    } else if (REFUSED.has(name)) {
      diagnostics.push(error('unknown-key', `“${name}” cannot be a key.`, { span: words, hint: 'Choose another name.' }));
    } else if (entries.has(name)) {
      const first = entries.get(name);
      const hint = first && `It stands first in line ${locate(reading.source, first.key.start).line}. Delete one of them.`;
      diagnostics.push(error('yaml-duplicate-key', `The key “${name}” stands here for the second time.`, { span: words, hint }));
    } else {
      const bare = value.kind === 'scalar' && value.value === null && value.span.start === 0;
      entries.set(name, { key: words, value: bare ? nothing(reading.source, words.end) : value });
    }
  }
  // What the map says itself stands; of several merged maps the first wins (YAML merge key, 2005).
  for (const other of merged) for (const [name, entry] of other.entries) if (!entries.has(name)) entries.set(name, entry);
  return { kind: 'map', entries, span: at };
}

function mergeable(value: WrittenNode, key: Span, diagnostics: Diagnostic[]): readonly WrittenMap[] {
  const maps = value.kind === 'list' ? value.items : [value];
  const good = maps.filter((m) => m.kind === 'map');
  if (good.length < maps.length)
    diagnostics.push(
      error('yaml-alias', 'Only maps can be merged by “<<”.', {
        span: key,
        hint: 'Name an anchor that stands before a map of keys and values: <<: *name.',
      }),
    );
  return good;
}

/** The words without their quotation marks. */
function inner(node: Scalar, at: Span): Span {
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return quoted && at.end - at.start >= 2 ? span(at.source, at.start + 1, at.end - 1) : at;
}

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);

function scalar(node: Scalar, { source }: Reading, at: Span): WrittenScalar {
  const value = String(node.value);
  if (node.type === 'PLAIN' && NULLS.has(value)) return { kind: 'scalar', value: null, span: at };
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  let words = inner(node, at);
  if (block) {
    const header = source.text.indexOf('\n', at.start);
    words = span(source, header === -1 || header >= at.end ? at.end : header + 1, at.end);
  }
  const raw = source.text.slice(words.start, words.end);
  if (raw === value) return { kind: 'scalar', value, span: words };
  const offsets = alignOffsets(raw, words.start, value, node.type === 'QUOTE_DOUBLE');
  if (!offsets) return { kind: 'scalar', value, span: words };
  if (!block || offsets.length === 0) return { kind: 'scalar', value, span: words, offsets };
  const length = value.trimEnd().length;
  return {
    kind: 'scalar',
    value,
    span: span(source, offsets[0] ?? words.start, (offsets[length - 1] ?? words.end - 1) + 1),
    offsets,
  };
}

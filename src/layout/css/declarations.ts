import * as csstree from 'css-tree';
import type { DiagnosticCode } from '../../core/codes/index.ts';
import type { Severity } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { didYouMean } from './nearest.ts';
import { type Assignment, BY_NAME, type Compute, isShorthand, type Property, type Shorthand } from './properties/index.ts';
import { nearestColor } from './values/color.ts';
import { cursor, ended, type Node } from './values/cursor.ts';
import { insideUrl } from './values/url.ts';
import { hasVar } from './variables.ts';

export type Wide = 'inherit' | 'initial' | 'unset' | 'revert';

/** A value with var() in it: read once the custom properties are known. */
export interface Deferred {
  readonly entry: Property | Shorthand;
  readonly text: string;
  /** Text after substitution → what it says. */
  readonly memo: Map<string, ReadResult>;
}

export interface Declared {
  readonly property: Property;
  readonly value: Compute<unknown> | Wide | Deferred;
  readonly important: boolean;
  readonly start: number;
  readonly end: number;
}

export interface CustomDeclared {
  readonly name: string;
  readonly text: string;
  readonly important: boolean;
  readonly start: number;
  readonly end: number;
}

/** The declarations of one rule or style attribute, in order. Identity counts: it keys the memo of computed styles. */
export interface Declarations {
  readonly declared: readonly Declared[];
  readonly custom: readonly CustomDeclared[];
}

/** A complaint about offsets of one text. */
export type Complain = (
  severity: Severity,
  code: DiagnosticCode,
  message: string,
  start: number,
  end: number,
  hint?: string | undefined,
) => void;

const WIDE: ReadonlySet<string> = new Set(['inherit', 'initial', 'unset', 'revert']);
export const isDeferred = (value: Declared['value']): value is Deferred => typeof value === 'object';

export interface ReadFault {
  readonly message: string;
  readonly node: Node | undefined;
  readonly unsupported: boolean;
}
export type ReadResult =
  | { readonly assignments: readonly Assignment[] }
  | { readonly fault: ReadFault }
  | { readonly wide: Wide };

/** Reads the components of a value as the property wants them. */
export function readValue(
  entry: Property | Shorthand,
  nodes: readonly Node[],
  text: string,
  place: (node: Node) => Span | undefined,
): ReadResult {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'Identifier' && WIDE.has(only.name.toLowerCase()))
    return { wide: only.name.toLowerCase() as Wide };
  const c = cursor(nodes, place);
  if (isShorthand(entry)) {
    const assignments = entry.parse(c);
    if (assignments && ended(c)) return { assignments };
  } else {
    const value = entry.parse(c);
    if (value && ended(c)) return { assignments: [{ property: entry, value }] };
  }
  if (c.fault) return { fault: c.fault };
  const node = nodes[c.far];
  const valid = isCss(entry.name, text);
  const base = nodes[0]?.loc?.start.offset ?? 0;
  const short = node?.loc ? text.slice(node.loc.start.offset - base, node.loc.end.offset - base) : text;
  if (!node && nodes.length > 0 && !valid)
    return { fault: { message: 'something is missing at the end', node, unsupported: false } };
  const near = node?.type === 'Identifier' && /color/i.test(entry.syntax) ? nearestColor(node.name) : undefined;
  const message = `“${short}” does not fit here${near && !valid ? `; did you mean “${near}”?` : ''}`;
  return { fault: { message, node, unsupported: valid } };
}

/** Whether CSS itself would take the value: then it is outside the subset rather than wrong. */
function isCss(name: string, text: string): boolean {
  if (name.startsWith('-kit-')) return false;
  return csstree.lexer.matchProperty(name, text).error === null;
}

const knowsProperty = (name: string): boolean => {
  const known: unknown = Reflect.get(csstree.lexer, 'getProperty');
  return typeof known === 'function' && Boolean(known.call(csstree.lexer, name));
};

/** Offsets of the components, without the white space and comments around them. */
function range(nodes: readonly Node[], fallback: Node): readonly [number, number] {
  const first = nodes[0] ?? fallback;
  const last = nodes.at(-1) ?? fallback;
  return [first.loc?.start.offset ?? 0, last.loc?.end.offset ?? 0];
}

/** What makes the offsets of a text into spans. */
export interface TextPlace {
  readonly text: string;
  readonly complain: Complain;
  readonly spanOf: (start: number, end: number) => Span | undefined;
}

/** Reads the children of a css-tree Block or DeclarationList. Nested rules are the caller's to see. */
export function readDeclarations(nodes: readonly Node[], place: TextPlace): Declarations {
  const declared: Declared[] = [];
  const custom: CustomDeclared[] = [];
  for (const node of nodes) {
    if (node.type === 'Declaration') readDeclaration(node, place, declared, custom);
  }
  return { declared, custom };
}

function readDeclaration(
  node: Node & { type: 'Declaration' },
  place: TextPlace,
  declared: Declared[],
  custom: CustomDeclared[],
): void {
  const { text, complain } = place;
  const start = node.loc?.start.offset ?? 0;
  const end = start + text.slice(start, node.loc?.end.offset ?? start).trimEnd().length;
  const important = node.important === true;
  const name = node.property.startsWith('--') ? node.property : node.property.toLowerCase();
  if (typeof node.important === 'string') {
    const mark = text.lastIndexOf('!', end);
    complain('error', 'css-syntax', `“!${node.important}” is not “!important”.`, Math.max(mark, start), end, 'Write !important.');
    return;
  }
  if (name.startsWith('--')) {
    const raw =
      node.value.type === 'Raw' ? node.value.value : text.slice(node.value.loc?.start.offset, node.value.loc?.end.offset);
    custom.push({ name, text: raw.trim(), important, start, end });
    return;
  }
  const entry = BY_NAME.get(name);
  if (!entry) {
    const known = knowsProperty(name);
    if (known)
      complain(
        'warning',
        'css-unsupported',
        `The property “${name}” is not supported.`,
        start,
        start + name.length,
        HINTS.get(name),
      );
    else {
      const hint = didYouMean(name, BY_NAME.keys());
      complain('error', 'css-unknown-property', `There is no property “${name}”.`, start, start + name.length, hint);
    }
    return;
  }
  if (node.value.type === 'Raw') {
    const from = node.value.loc?.start.offset ?? start;
    if (hasVar(node.value.value)) defer(node.value.value, from);
    else
      complain(
        'error',
        'css-syntax',
        `The value of “${name}” cannot be read.`,
        from,
        Math.max(from, end),
        `${entry.name}: ${entry.syntax}`,
      );
    return;
  }
  const nodes = node.value.children;
  const [from, to] = range(nodes, node.value);
  const written = text.slice(from, to);
  if (nodes.length === 0) {
    complain('error', 'css-value', `“${name}” has no value.`, start, end, `${entry.name}: ${entry.syntax}`);
    return;
  }
  if (hasVar(written)) {
    defer(written, from);
    return;
  }
  const result = readValue(entry, nodes, written, (n) =>
    place.spanOf(...insideUrl(text, n.loc?.start.offset ?? from, n.loc?.end.offset ?? to)),
  );
  if ('fault' in result) {
    const { node: at, message, unsupported } = result.fault;
    const [a, b] = at ? [at.loc?.start.offset ?? from, at.loc?.end.offset ?? to] : [from, to];
    const hint = HINTS.get(`${name}: ${written}`) ?? `${entry.name}: ${entry.syntax}`;
    if (unsupported) complain('warning', 'css-unsupported', `This value of “${name}” is not supported: ${message}.`, a, b, hint);
    else complain('error', 'css-value', `“${name}” does not take this value: ${message}.`, a, b, hint);
    return;
  }
  push(entry, 'wide' in result ? result.wide : result.assignments);

  function defer(value: string, at: number): void {
    if (entry) push(entry, { entry, text: value.trim(), memo: new Map() }, at);
  }
  function push(to: Property | Shorthand, value: readonly Assignment[] | Wide | Deferred, _at = 0): void {
    const longhands = isShorthand(to) ? to.longhands : [to];
    for (const property of longhands) {
      if (!Array.isArray(value)) {
        declared.push({ property, value: value as Wide | Deferred, important, start, end });
        continue;
      }
      const found = (value as readonly Assignment[]).find((one) => one.property === property);
      declared.push({ property, value: found ? found.value : 'initial', important, start, end });
    }
  }
}

/** What to write instead of what is often written for screens. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['float', 'Use flexbox: `display: flex` on the parent.'],
  ['clear', 'Use flexbox: `display: flex` on the parent.'],
  ['grid-template-columns', 'Use flexbox or a table.'],
  ['box-shadow', 'Shadows do not print well; use a border, or draw it as an SVG.'],
  ['text-shadow', 'Shadows do not print well.'],
  ['fill', 'Write it as an attribute in the SVG; var(--x) and currentColor work there.'],
  ['stroke', 'Write it as an attribute in the SVG; var(--x) and currentColor work there.'],
  ['text-decoration-thickness', 'Lines are as thick as the font says.'],
  ['overflow: auto', 'Paper does not scroll: use `hidden`.'],
  ['overflow: scroll', 'Paper does not scroll: use `hidden`.'],
  ['display: grid', 'Use `flex` or a table.'],
  ['display: inline-table', 'Use `inline-block` around a table.'],
  ['display: contents', 'Leave the element out of the template.'],
  ['display: flow-root', 'Use `block` with `overflow: hidden`.'],
  ['position: sticky', 'Paper does not scroll; use `relative`.'],
]);

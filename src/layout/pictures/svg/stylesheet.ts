import type { Span } from '../../../core/source.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';

/** One compound selector of a `<style>`: type, id and classes, each of which must match. */
interface Compound {
  readonly type?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly specificity: number;
}

/** What has to stand around an element: right around it, or anywhere. */
interface Around {
  readonly compound: Compound;
  readonly child: boolean;
}

interface SvgRule {
  readonly selector: Compound;
  /** From the innermost out. */
  readonly around: readonly Around[];
  readonly parentOf: (el: SvgElement) => SvgElement | undefined;
  readonly declarations: ReadonlyMap<string, SvgAttribute>;
}

/** In cascade order: specificity, then place. */
export type SvgRules = readonly SvgRule[];

export type Complain = (message: string, span: Span | undefined, hint?: string) => void;

/** Declarations of a `style` attribute. Custom properties keep their case. */
export function parseDeclarations(text: string, source: Span | undefined, complain: Complain): ReadonlyMap<string, SvgAttribute> {
  const found = new Map<string, SvgAttribute>();
  let start = 0;
  let depth = 0;
  let quote = '';
  const take = (end: number) => {
    const declaration = text.slice(start, end);
    const colon = declaration.indexOf(':');
    if (declaration.trim() === '') return;
    const part = exact(source, text) && { source: source.source, start: source.start + start, end: source.start + end };
    if (colon < 1) {
      complain(`“${declaration.trim()}” is no declaration.`, part || source);
      return;
    }
    const written = declaration.slice(0, colon).trim();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim();
    const name = written.startsWith('--') ? written : written.toLowerCase();
    const lead = declaration.length - declaration.trimStart().length;
    const span = part ? { ...part, start: part.start + lead } : source;
    found.set(name, span ? { value, source: span } : { value });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ';' && depth <= 0) {
      take(i);
      start = i + 1;
    }
  }
  take(text.length);
  return found;
}

/** Whether a span covers the text character by character, so that offsets in the one are offsets in the other. */
const exact = (span: Span | undefined, text: string): span is Span =>
  span !== undefined && span.end - span.start === text.length && span.source.text.startsWith(text, span.start);

function compoundOf(written: string): Compound | null {
  const match = /^(\*|[a-z][\w-]*)?((?:[.#]-?[a-z_\u0080-\uffff][\w\u0080-\uffff-]*)*)$/i.exec(written);
  if (!match || written === '') return null;
  const type = match[1] === undefined || match[1] === '*' ? undefined : match[1].toLowerCase();
  const parts = match[2]?.match(/[.#][^.#]+/g) ?? [];
  const classes = parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1));
  const ids = parts.filter((part) => part.startsWith('#')).map((part) => part.slice(1));
  const [id] = ids;
  if (ids.length > 1) return null;
  const specificity = (id === undefined ? 0 : 10000) + classes.length * 100 + (type === undefined ? 0 : 1);
  return { classes, specificity, ...(type !== undefined && { type }), ...(id !== undefined && { id }) };
}

/** Compounds joined by spaces and `>`. null: something else. */
function selectorOf(written: string): { readonly selector: Compound; readonly around: readonly Around[] } | null {
  const words = written
    .trim()
    .replace(/\s*>\s*/g, ' > ')
    .split(/\s+/);
  const subject = compoundOf(words.pop() ?? '');
  if (!subject) return null;
  const around: Around[] = [];
  let { specificity } = subject;
  while (words.length > 0) {
    const child = words.at(-1) === '>';
    if (child) words.pop();
    const compound = compoundOf(words.pop() ?? '');
    if (!compound) return null;
    specificity += compound.specificity;
    around.push({ compound, child });
  }
  return { selector: { ...subject, specificity }, around };
}

/** Comments and CDATA marks as spaces, so that offsets stay. */
const blanked = (css: string): string =>
  css.replace(/\/\*[\s\S]*?(?:\*\/|$)|<!\[CDATA\[|\]\]>|<!--|-->/g, (found) => ' '.repeat(found.length));

/** Offset of what closes the block that opens at `at`, or the end of the text. */
function blockEnd(css: string, at: number): number {
  let depth = 0;
  for (let i = at; i < css.length; i++) {
    if (css[i] === '{') depth++;
    else if (css[i] === '}' && --depth === 0) return i;
  }
  return css.length;
}

/** The `<style>` elements of a drawing. Selectors of types, classes and ids are understood, one inside another; they are what programs export. */
export function parseStyles(root: SvgElement, complain: Complain): SvgRules {
  const rules: SvgRule[] = [];
  const parents = new WeakMap<SvgElement, SvgElement>();
  const parentOf = (el: SvgElement): SvgElement | undefined => parents.get(el);
  const visit = (el: SvgElement) => {
    if (el.name === 'style') readSheet(el, rules, parentOf, complain);
    for (const child of el.children) {
      parents.set(child, el);
      visit(child);
    }
  };
  visit(root);
  // Sorting is stable: the later of equals counts.
  return rules.sort((a, b) => a.selector.specificity - b.selector.specificity);
}

function readSheet(el: SvgElement, rules: SvgRule[], parentOf: SvgRule['parentOf'], complain: Complain): void {
  const css = blanked(el.text);
  const base = exact(el.textSource, el.text) ? el.textSource : undefined;
  const spanOf = (start: number, end: number): Span | undefined => {
    const lead = css.slice(start, end).search(/\S/);
    const length = css.slice(start, end).trimEnd().length;
    return base ? { ...base, start: base.start + start + Math.max(0, lead), end: base.start + start + length } : el.source;
  };
  let at = 0;
  while (css.slice(at).trim() !== '') {
    const open = css.indexOf('{', at);
    const semicolon = css.indexOf(';', at);
    const rest = css.slice(at).trimStart();
    if (rest.startsWith('@')) {
      const statement = semicolon !== -1 && (open === -1 || semicolon < open);
      const end = statement ? semicolon : open === -1 ? css.length : blockEnd(css, open);
      const name = /^@[\w-]*/.exec(rest)?.[0] ?? '@';
      complain(`${name} is not supported in an SVG's style.`, spanOf(at, Math.min(css.length, end + 1)));
      at = end + 1;
      continue;
    }
    if (open === -1) {
      complain('The style cannot be read here.', spanOf(at, css.length));
      return;
    }
    const close = blockEnd(css, open);
    const body = el.text.slice(open + 1, close);
    const part = base && { ...base, start: base.start + open + 1, end: base.start + close };
    const declarations = parseDeclarations(body.includes('/*') ? css.slice(open + 1, close) : body, part ?? el.source, complain);
    let start = at;
    for (const written of css.slice(at, open).split(',')) {
      const selector = selectorOf(written);
      if (selector) rules.push({ ...selector, parentOf, declarations });
      else
        complain(
          `The selector “${written.trim()}” is not supported in an SVG.`,
          spanOf(start, start + written.length),
          'Use element names, classes and ids, one inside another or joined by >.',
        );
      start += written.length + 1;
    }
    at = close + 1;
  }
}

export function matches({ selector, around, parentOf }: SvgRule, el: SvgElement): boolean {
  return matchesCompound(selector, el) && standsIn(around, 0, el, parentOf);
}

function standsIn(around: readonly Around[], from: number, el: SvgElement, parentOf: SvgRule['parentOf']): boolean {
  const next = around[from];
  if (!next) return true;
  for (let at = parentOf(el); at; at = parentOf(at)) {
    if (matchesCompound(next.compound, at) && standsIn(around, from + 1, at, parentOf)) return true;
    if (next.child) return false;
  }
  return false;
}

function matchesCompound({ type, id, classes }: Compound, el: SvgElement): boolean {
  if (type !== undefined && type !== el.name) return false;
  if (id !== undefined && id !== el.attributes.get('id')?.value) return false;
  if (classes.length === 0) return true;
  const own = (el.attributes.get('class')?.value ?? '').split(/\s+/);
  return classes.every((name) => own.includes(name));
}

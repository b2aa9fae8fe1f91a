import * as csstree from 'css-tree';
import type { Span } from '../../../core/source.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';

/** One compound selector of a `<style>`: type, id and classes, each of which must match. */
interface Compound {
  readonly type?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly specificity: number;
}

interface SvgRule {
  readonly selector: Compound;
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
      complain(`'${declaration.trim()}' is no declaration.`, part || source);
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

function compoundOf(selector: csstree.CssNode): Compound | null {
  if (selector.type !== 'Selector') return null;
  let type: string | undefined;
  let id: string | undefined;
  const classes: string[] = [];
  for (const part of selector.children) {
    if (part.type === 'TypeSelector') type = part.name === '*' ? undefined : part.name.toLowerCase();
    else if (part.type === 'IdSelector') id = part.name;
    else if (part.type === 'ClassSelector') classes.push(part.name);
    else return null;
  }
  const specificity = (id === undefined ? 0 : 10000) + classes.length * 100 + (type === undefined ? 0 : 1);
  return { classes, specificity, ...(type !== undefined && { type }), ...(id !== undefined && { id }) };
}

/** The `<style>` elements of a drawing. Only compound selectors of type, class and id are understood; they are what programs export. */
export function parseStyles(root: SvgElement, complain: Complain): SvgRules {
  const rules: SvgRule[] = [];
  const read = (el: SvgElement) => {
    if (el.name === 'style') {
      const base = exact(el.textSource, el.text) ? el.textSource : undefined;
      const spanOf = (node: csstree.CssNode): Span | undefined =>
        base && node.loc
          ? { ...base, start: base.start + node.loc.start.offset, end: base.start + node.loc.end.offset }
          : el.source;
      const sheet = csstree.parse(el.text, {
        positions: true,
        parseValue: false,
        parseCustomProperty: false,
        onParseError: (e) => complain(`The style cannot be read: ${e.message}.`, el.source),
      });
      if (sheet.type === 'StyleSheet') for (const node of sheet.children) readRule(node, spanOf);
    }
    for (const child of el.children) read(child);
  };
  const readRule = (node: csstree.CssNode, spanOf: (n: csstree.CssNode) => Span | undefined) => {
    if (node.type === 'Comment' || node.type === 'WhiteSpace') return;
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') {
      const what = node.type === 'Atrule' ? `@${node.name}` : 'this';
      complain(`${what} is not supported in an SVG's style.`, spanOf(node));
      return;
    }
    const declarations = new Map<string, SvgAttribute>();
    for (const d of node.block.children) {
      if (d.type !== 'Declaration') {
        complain('Only declarations may stand in a rule of an SVG.', spanOf(d));
        continue;
      }
      const value = (d.value.type === 'Raw' ? d.value.value : csstree.generate(d.value)).trim();
      const source = spanOf(d);
      const name = d.property.startsWith('--') ? d.property : d.property.toLowerCase();
      declarations.set(name, source ? { value, source } : { value });
    }
    for (const s of node.prelude.children) {
      const selector = compoundOf(s);
      if (selector) rules.push({ selector, declarations });
      else
        complain(
          `The selector '${csstree.generate(s)}' is not supported in an SVG.`,
          spanOf(s),
          'Use element names, classes and ids, without combinators.',
        );
    }
  };
  read(root);
  return rules.sort((a, b) => a.selector.specificity - b.selector.specificity);
}

export function matches(rule: SvgRule, el: SvgElement): boolean {
  const { type, id, classes } = rule.selector;
  if (type !== undefined && type !== el.name) return false;
  if (id !== undefined && id !== el.attributes.get('id')?.value) return false;
  if (classes.length === 0) return true;
  const own = (el.attributes.get('class')?.value ?? '').split(/\s+/);
  return classes.every((name) => own.includes(name));
}

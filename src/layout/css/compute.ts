import type { DiagnosticCode } from '../../core/codes/index.ts';
import type { Size } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import { type CustomDeclared, type Declarations, type Declared, type Deferred, isDeferred, readValue } from './declarations.ts';
import { assemble, type Decoration, type FullStyle, get, NO_DECORATION } from './full-style.ts';
import { parseCss } from './parse.ts';
import { box, type ComputeContext, PROPERTIES, type Property, paint, text } from './properties/index.ts';
import type { Node } from './values/cursor.ts';
import { quickValue } from './values/quick.ts';
import { resolveCustom, substitute, uncomment } from './variables.ts';

/** Declarations that matched, with where they stand. */
export interface Matched {
  readonly declarations: Declarations;
  readonly origin: 'user-agent' | 'author';
  /** undefined: in a style attribute, whose place is the element's. */
  readonly spanOf: ((start: number, end: number) => Span | undefined) | undefined;
}

/** What only shows when values are computed: found once a style, reported for every document that has it. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  /** The faulty words between start and end, where it is not all of them. */
  readonly words?: string;
  readonly start: number;
  readonly end: number;
  readonly spanOf: Matched['spanOf'];
}

/** A computed style with what computing its children's takes. */
export interface Styled {
  readonly style: FullStyle;
  readonly values: readonly unknown[];
  readonly custom: ReadonlyMap<string, string>;
  readonly decoration: Decoration;
  /** Equal keys mean equal inherited values: children may share their styles. */
  readonly key: object;
  readonly problems: readonly Problem[];
  readonly rem: number;
}

interface Winner {
  readonly declared: Declared;
  readonly matched: Matched;
  /** Place in the cascade: the greater wins, between logical and physical names of one property. */
  readonly order: number;
}

/** What the cascade leaves of a list of matched rules: at most one declaration a property. */
export interface Winners {
  readonly winners: ReadonlyMap<Property, Winner>;
  /** For `revert`: what the user agent says. */
  readonly defaults: ReadonlyMap<Property, Winner>;
  readonly custom: ReadonlyMap<string, { readonly declared: CustomDeclared; readonly matched: Matched }>;
  /** How many declarations came before. */
  readonly count: number;
  /** It inherits what is not inherited by nature: the whole parent matters. */
  readonly needsParent: boolean;
  readonly hasLogical: boolean;
}

export const NO_WINNERS: Winners = {
  winners: new Map(),
  defaults: new Map(),
  custom: new Map(),
  count: 0,
  needsParent: false,
  hasLogical: false,
};

const IMPORTANT = 1_000_000;

/** Adds a rule that stands later in the order of origin, specificity and place: it wins, but over what is important. */
export function extend(before: Winners, matched: Matched): Winners {
  const winners = new Map(before.winners);
  let { defaults, custom, count } = before;
  for (const declared of matched.declarations.declared) {
    const order = count++ + (declared.important ? IMPORTANT : 0);
    if (!declared.important && winners.get(declared.property)?.declared.important) continue;
    winners.set(declared.property, { declared, matched, order });
  }
  if (matched.origin === 'user-agent') defaults = winners;
  if (matched.declarations.custom.length > 0) {
    const all = new Map(custom);
    for (const declared of matched.declarations.custom)
      if (declared.important || !all.get(declared.name)?.declared.important) all.set(declared.name, { declared, matched });
    custom = all;
  }
  let needsParent = false;
  let hasLogical = false;
  for (const { declared } of winners.values()) {
    const { property, value } = declared;
    needsParent ||= !property.inherited && (value === 'inherit' || value === 'revert' || isVariable(value));
    hasLogical ||= property.logical !== undefined;
  }
  return { winners, defaults, custom, count, needsParent, hasLogical };
}

/** @param path matched rules, in rising order of origin, specificity and place */
export const cascade = (path: readonly Matched[]): Winners => path.reduce(extend, NO_WINNERS);

/** A var() may turn out to say `inherit`. */
const isVariable = (value: Declared['value']): boolean => isDeferred(value) && /inherit/i.test(value.text);

const INITIAL: readonly unknown[] = PROPERTIES.map((property) => property.initial);
const INHERITED: readonly number[] = PROPERTIES.filter((property) => property.inherited).map((property) => property.index);
const NO_CUSTOM: ReadonlyMap<string, string> = new Map();
const ROOT_KEY = Object.freeze({});

const bases = new WeakMap<Styled, readonly unknown[]>();
/** The values of a child that says nothing. */
export function baseOf(parent: Styled | null): readonly unknown[] {
  if (!parent) return INITIAL;
  let base = bases.get(parent);
  if (!base) {
    const values = INITIAL.slice();
    for (const i of INHERITED) values[i] = parent.values[i];
    base = values;
    bases.set(parent, base);
  }
  return base;
}

export const keyOf = (parent: Styled | null): object => parent?.key ?? ROOT_KEY;

/** @param area the page area, for vw and vh; pt */
export function computeStyle(won: Winners, parent: Styled | null, area: Size): Styled {
  const problems: Problem[] = [];
  const values = baseOf(parent).slice();
  const problem = (
    code: DiagnosticCode,
    message: string,
    at: { start: number; end: number },
    spanOf: Matched['spanOf'],
    words: string,
    hint: string,
  ): void => {
    problems.push({ code, message, start: at.start, end: at.end, spanOf, words, hint });
  };

  let custom = parent?.custom ?? NO_CUSTOM;
  if (won.custom.size > 0) {
    const own = new Map([...won.custom].map(([name, { declared }]) => [name, declared.text]));
    custom = resolveCustom(own, custom, (name, message) => {
      const from = won.custom.get(name);
      if (from)
        problem(
          'css-variable',
          message,
          from.declared,
          from.matched.spanOf,
          name,
          'Give it a value that does not come from itself.',
        );
    });
  }

  const parentValue = <C>(property: Property<C>): C => (parent ? get(parent.values, property) : property.initial);
  const parentSize = parentValue(text.fontSize);
  let context: ComputeContext = { em: parentSize, rem: parent?.rem ?? text.fontSize.initial, area, parent: parentValue };

  const deferred = (value: Deferred, winner: Winner, property: Property): unknown => {
    const result = substitute(value.text, (name) => custom.get(name));
    if ('missing' in result) {
      problem(
        'css-variable',
        `“${result.missing}” is not set here, and var() gives no fallback.`,
        winner.declared,
        winner.matched.spanOf,
        result.missing,
        `Set it on :root, or give a fallback: var(${result.missing}, …).`,
      );
      return unset(property);
    }
    let read = value.memo.get(result.text);
    if (!read) {
      const nodes = parseValue(result.text);
      read = readValue(value.entry, nodes, result.text.slice(nodes[0]?.loc?.start.offset ?? 0), () =>
        winner.matched.spanOf?.(winner.declared.start, winner.declared.end),
      );
      if (value.memo.size > MEMO_LIMIT) value.memo.clear();
      value.memo.set(result.text, read);
    }
    if ('wide' in read) return wide(read.wide, property, winner);
    if ('fault' in read) {
      const shown = uncomment(result.text);
      problem(
        'css-value',
        `“${value.entry.name}” does not take “${shown}”, which var() gives: ${uncomment(read.fault.message)}.`,
        winner.declared,
        winner.matched.spanOf,
        value.text,
        `${value.entry.name}: ${value.entry.syntax}`,
      );
      return unset(property);
    }
    const found = read.assignments.find((one) => one.property === winner.declared.property);
    return found ? found.value(context) : property.initial;
  };
  const unset = (property: Property): unknown => (property.inherited ? parentValue(property) : property.initial);
  const wide = (value: string, property: Property, winner: Winner): unknown => {
    if (value === 'initial') return property.initial;
    if (value === 'inherit') return parentValue(property);
    const back = value === 'revert' ? won.defaults.get(winner.declared.property) : undefined;
    return back && back !== winner ? computed(back, property) : unset(property);
  };
  const computed = (winner: Winner, property: Property): unknown => {
    const { value } = winner.declared;
    if (typeof value === 'function') return value(context);
    return typeof value === 'string' ? wide(value, property, winner) : deferred(value, winner, property);
  };
  const apply = (winner: Winner, property: Property = winner.declared.property): void => {
    values[property.index] = computed(winner, property);
  };

  const { winners } = won;
  const size = winners.get(text.fontSize);
  if (size) apply(size);
  const em = get(values, text.fontSize);
  context = { ...context, em, rem: parent ? parent.rem : em };
  for (const winner of winners.values()) if (winner !== size && !winner.declared.property.logical) apply(winner);
  if (won.hasLogical) {
    const side = get(values, text.direction);
    for (const winner of winners.values()) {
      const property = winner.declared.property.logical?.[side];
      if (!property) continue;
      const rival = winners.get(property);
      if (!rival || rival.order < winner.order) apply(winner, property);
    }
  }

  const decoration = decorate(values, parent);
  const inherits =
    parent !== null &&
    custom === parent.custom &&
    decoration === parent.decoration &&
    INHERITED.every((i) => values[i] === parent.values[i]);
  return remember({
    style: assemble(values, custom, decoration, parent === null),
    values,
    custom,
    decoration,
    key: inherits ? parent.key : Object.freeze({}),
    problems,
    rem: parent ? parent.rem : em,
  });
}

const MEMO_LIMIT = 512;

function parseValue(source: string): readonly Node[] {
  const quick = quickValue(source.trim());
  if (quick) return quick;
  const parsed = parseCss(source, 'value');
  if (parsed.type !== 'Value') return [];
  return parsed.children.filter((node) => node.type !== 'Comment' && node.type !== 'WhiteSpace');
}

/** Lines are not inherited, but run through descendants; they do not enter boxes out of the flow and inline-blocks. */
function decorate(values: readonly unknown[], parent: Styled | null): Decoration {
  const own = get(values, text.textDecorationLine);
  const display = get(values, box.display);
  const position = get(values, box.position);
  const apart = display === 'inline-block' || display === 'inline-flex' || position === 'absolute' || position === 'fixed';
  const above = parent && !apart ? parent.decoration : NO_DECORATION;
  if (!own.underline && !own.lineThrough) return above;
  const tint = get(values, text.textDecorationColor);
  return Object.freeze({
    underline: own.underline || above.underline,
    lineThrough: own.lineThrough || above.lineThrough,
    color: tint === 'currentcolor' ? get(values, paint.color) : tint,
  });
}

const made = new WeakMap<object, Styled>();
function remember(styled: Styled): Styled {
  made.set(styled.style, styled);
  return styled;
}
/** The way back from a style that computeStyle made. */
export const styledOf = (style: object): Styled | undefined => made.get(style);
/** A style derived from another without computing: what it would hand down is the same. */
export function adopt(style: FullStyle, like: object): void {
  const styled = made.get(like);
  if (styled) made.set(style, styled);
}

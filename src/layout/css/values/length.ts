import type { LengthPercentage } from '../../types.ts';
import { nearest } from '../nearest.ts';
import { type Cursor, fault, type Node, type Parser, peek } from './cursor.ts';

/** What relative lengths are relative to. Lengths in pt. */
export interface LengthContext {
  readonly em: number;
  readonly rem: number;
  /** The page area: vw and vh are hundredths of it. */
  readonly area: { readonly width: number; readonly height: number };
}

/** Units of length, and pt a unit. `ex` and `ch` are half an em: fonts are opened after the cascade (CSS Values 4, 6.1.1 allows it). */
export const ABSOLUTE: Readonly<Record<string, number>> = {
  px: 0.75,
  pt: 1,
  mm: 72 / 25.4,
  cm: 72 / 2.54,
  q: 72 / 101.6,
  in: 72,
  pc: 12,
};
const RELATIVE: Readonly<Record<string, (c: LengthContext) => number>> = {
  em: (c) => c.em,
  rem: (c) => c.rem,
  ex: (c) => c.em / 2,
  ch: (c) => c.em / 2,
  vw: (c) => c.area.width / 100,
  vh: (c) => c.area.height / 100,
  vmin: (c) => Math.min(c.area.width, c.area.height) / 100,
  vmax: (c) => Math.max(c.area.width, c.area.height) / 100,
};
const ANGLES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

export const LENGTH_UNITS: readonly string[] = ['mm', 'cm', 'in', 'pt', 'pc', 'px', 'Q', ...Object.keys(RELATIVE)];
const OTHER_UNITS = new Set(
  'lh rlh cap ic rcap rch rex ric vi vb svw svh lvw lvh dvw dvh cqw cqh cqi cqb cqmin cqmax fr s ms hz khz dpi dpcm dppx'.split(
    ' ',
  ),
);

export type MathType = 'number' | 'length' | 'percent' | 'length-percentage' | 'angle';

/** A number with its unit, or what calc(), min(), max() and clamp() make of several. */
export type Term =
  | { readonly kind: 'absolute'; readonly type: MathType; readonly value: number }
  | { readonly kind: 'relative'; readonly value: number; readonly unit: string }
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'scale'; readonly by: number; readonly term: Term }
  | { readonly kind: 'min' | 'max'; readonly terms: readonly Term[] }
  | { readonly kind: 'clamp'; readonly least: Term; readonly term: Term; readonly most: Term };

interface Typed {
  readonly term: Term;
  readonly type: MathType;
}

/** Number plus pt plus percentage: only one of number and the others is used, as the type says. */
export function evaluate(term: Term, context: LengthContext): { pt: number; percent: number } {
  switch (term.kind) {
    case 'absolute':
      return { pt: term.value, percent: 0 };
    case 'relative':
      return { pt: term.value * (RELATIVE[term.unit]?.(context) ?? 0), percent: 0 };
    case 'percent':
      return { pt: 0, percent: term.value };
    case 'sum': {
      let pt = 0;
      let percent = 0;
      for (const each of term.terms) {
        const value = evaluate(each, context);
        pt += value.pt;
        percent += value.percent;
      }
      return { pt, percent };
    }
    case 'scale': {
      const value = evaluate(term.term, context);
      return { pt: value.pt * term.by, percent: value.percent * term.by };
    }
    case 'min':
    case 'max': {
      const values = term.terms.map((each) => evaluate(each, context));
      return values.reduce((a, b) => (a.pt + a.percent < b.pt + b.percent === (term.kind === 'min') ? a : b));
    }
    case 'clamp': {
      const [least, value, most] = [evaluate(term.least, context), evaluate(term.term, context), evaluate(term.most, context)];
      const capped = value.pt + value.percent > most.pt + most.percent ? most : value;
      return capped.pt + capped.percent < least.pt + least.percent ? least : capped;
    }
  }
}

/** Percentages replaced by parts of `base`, for values like font-size whose percentages are of something known. */
export function resolvePercent(term: Term, base: number): Term {
  switch (term.kind) {
    case 'absolute':
    case 'relative':
      return term;
    case 'percent':
      return { kind: 'absolute', type: 'length', value: (term.value / 100) * base };
    case 'sum':
    case 'min':
    case 'max':
      return { kind: term.kind, terms: term.terms.map((each) => resolvePercent(each, base)) };
    case 'scale':
      return { ...term, term: resolvePercent(term.term, base) };
    case 'clamp':
      return {
        kind: 'clamp',
        least: resolvePercent(term.least, base),
        term: resolvePercent(term.term, base),
        most: resolvePercent(term.most, base),
      };
  }
}

/**
 * The computed value of a length. Where lengths are compared with percentages, the comparison is left to whoever knows the base, as bounds.
 * undefined: it cannot be put as one length with bounds.
 */
export function toLength(term: Term, context: LengthContext): LengthPercentage | undefined {
  if (!comparesPercent(term)) return evaluate(term, context);
  switch (term.kind) {
    case 'min':
    case 'max':
      return compared(
        term.terms.map((each) => toLength(each, context)),
        term.kind,
      );
    case 'clamp': {
      const capped = compared([toLength(term.term, context), toLength(term.most, context)], 'min');
      const least = toLength(term.least, context);
      if (capped && least && capped.least === undefined && capped.percent !== 0) return { ...capped, least };
      return compared([capped, least], 'max');
    }
    case 'scale': {
      const value = toLength(term.term, context);
      return value && term.by > 0
        ? mapBounds(value, ({ pt, percent }) => ({ pt: pt * term.by, percent: percent * term.by }))
        : undefined;
    }
    case 'sum': {
      const bounded = term.terms.filter(comparesPercent);
      const [only] = bounded;
      const value = only && bounded.length === 1 ? toLength(only, context) : undefined;
      const rest = evaluate({ kind: 'sum', terms: term.terms.filter((each) => each !== only) }, context);
      return value && mapBounds(value, ({ pt, percent }) => ({ pt: pt + rest.pt, percent: percent + rest.percent }));
    }
    default:
      return undefined;
  }
}

function mapBounds(value: LengthPercentage, to: (plain: LengthPercentage) => { pt: number; percent: number }): LengthPercentage {
  const { least, most } = value;
  return { ...to(value), ...(least && { least: mapBounds(least, to) }), ...(most && { most: mapBounds(most, to) }) };
}

/** One of several that depends on the base, bounded by the others. */
function compared(values: readonly (LengthPercentage | undefined)[], kind: 'min' | 'max'): LengthPercentage | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  const main = known.find((value) => value.percent !== 0 && !value.least && !value.most);
  if (!main) return undefined;
  const others = known.filter((value) => value !== main);
  const [other] = others;
  if (!other) return main;
  const bound =
    others.length === 1 ? other : others.every(({ percent }) => percent === 0) ? extreme(others, kind) : compared(others, kind);
  return bound && { ...main, [kind === 'min' ? 'most' : 'least']: bound };
}

const extreme = (values: readonly LengthPercentage[], kind: 'min' | 'max'): LengthPercentage => ({
  pt: Math[kind](...values.map(({ pt }) => pt)),
  percent: 0,
});

const isNumber = (type: MathType): boolean => type === 'number';

function add(c: Cursor, node: Node, a: MathType, b: MathType): MathType | undefined {
  if (a === b) return a;
  const lengths = ['length', 'percent', 'length-percentage'];
  if (lengths.includes(a) && lengths.includes(b)) return 'length-percentage';
  return fault(c, node, `a ${a} and a ${b} cannot be put together`);
}

function leaf(c: Cursor, node: Node): Typed | undefined {
  switch (node.type) {
    case 'Number':
      return { term: { kind: 'absolute', type: 'number', value: Number(node.value) }, type: 'number' };
    case 'Percentage':
      return { term: { kind: 'percent', value: Number(node.value) }, type: 'percent' };
    case 'Dimension': {
      const unit = node.unit.toLowerCase();
      const value = Number(node.value);
      const absolute = ABSOLUTE[unit];
      if (absolute !== undefined) return { term: { kind: 'absolute', type: 'length', value: value * absolute }, type: 'length' };
      if (RELATIVE[unit]) return { term: { kind: 'relative', value, unit }, type: 'length' };
      const angle = ANGLES[unit];
      if (angle !== undefined) return { term: { kind: 'absolute', type: 'angle', value: value * angle }, type: 'angle' };
      if (OTHER_UNITS.has(unit)) return fault(c, node, `the unit “${node.unit}” is not supported`, true);
      const near = nearest(unit, LENGTH_UNITS);
      return fault(c, node, `there is no unit “${node.unit}”${near ? `; did you mean “${near}”?` : ''}`);
    }
    case 'Parentheses':
      return sum(c, node.children, node);
    case 'Function':
      return mathFunction(c, node);
    default:
      return undefined;
  }
}

const isOperator = (node: Node | undefined, ...signs: readonly string[]): boolean =>
  node?.type === 'Operator' && signs.includes(node.value.trim());

function product(c: Cursor, nodes: readonly Node[], from: number): { typed: Typed; next: number } | undefined {
  const first = nodes[from];
  let typed: Typed | undefined = first && leaf(c, first);
  if (!first || !typed) return first && fault(c, first, 'this does not belong into a calculation');
  let i = from + 1;
  while (isOperator(nodes[i], '*', '/')) {
    const divide = isOperator(nodes[i], '/');
    const node = nodes[i + 1];
    const right: Typed | undefined = node && leaf(c, node);
    if (!node || !right) return fault(c, node ?? first, 'this does not belong into a calculation');
    const factor: Typed = isNumber(right.type) ? right : typed;
    const other: Typed = factor === right ? typed : right;
    if (!isNumber(factor.type) || (divide && !isNumber(right.type)))
      return fault(c, node, divide ? 'only a number may be divided by' : 'one of the two must be a plain number');
    const by: number = evaluate(factor.term, NO_CONTEXT).pt;
    if (divide && by === 0) return fault(c, node, 'this divides by zero');
    typed = { term: { kind: 'scale', by: divide ? 1 / by : by, term: other.term }, type: other.type };
    i += 2;
  }
  return { typed, next: i };
}

/** To try whether a value can be computed. */
const SAMPLE: LengthContext = { em: 12, rem: 12, area: { width: 500, height: 700 } };
const NO_CONTEXT: LengthContext = { em: 0, rem: 0, area: { width: 0, height: 0 } };

function sum(c: Cursor, nodes: readonly Node[], whole: Node): Typed | undefined {
  const first = product(c, nodes, 0);
  if (!first) return fault(c, whole, 'the calculation is empty');
  let { type } = first.typed;
  const terms = [first.typed.term];
  let i = first.next;
  while (i < nodes.length) {
    const sign = nodes[i];
    if (!sign || !isOperator(sign, '+', '-')) return fault(c, sign ?? whole, 'a + or - with spaces around it is missing here');
    const next = product(c, nodes, i + 1);
    if (!next) return fault(c, sign, 'a value is missing after this');
    const both = add(c, nodes[i + 1] ?? sign, type, next.typed.type);
    if (!both) return undefined;
    type = both;
    terms.push(isOperator(sign, '-') ? { kind: 'scale', by: -1, term: next.typed.term } : next.typed.term);
    i = next.next;
  }
  const [only] = terms;
  return { type, term: terms.length === 1 && only ? only : { kind: 'sum', terms } };
}

function mathFunction(c: Cursor, node: Node & { type: 'Function' }): Typed | undefined {
  const name = node.name.toLowerCase();
  if (name === 'calc') return sum(c, node.children, node);
  if (name !== 'min' && name !== 'max' && name !== 'clamp') {
    return undefined;
  }
  const groups: Node[][] = [[]];
  for (const child of node.children) {
    if (isOperator(child, ',')) groups.push([]);
    else groups.at(-1)?.push(child);
  }
  const parts: Typed[] = [];
  for (const group of groups) {
    const part = sum(c, group, node);
    if (!part) return undefined;
    parts.push(part);
  }
  const [first, ...rest] = parts;
  if (!first) return fault(c, node, `${name}() is empty`);
  let { type } = first;
  for (const part of rest) {
    const both = add(c, node, type, part.type);
    if (!both) return undefined;
    type = both;
  }
  if (name !== 'clamp') return { type, term: { kind: name, terms: parts.map((part) => part.term) } };
  const [least, middle, most] = parts;
  if (!least || !middle || !most || parts.length !== 3) return fault(c, node, 'clamp() takes three values');
  return { type, term: { kind: 'clamp', least: least.term, term: middle.term, most: most.term } };
}

/** Whether a comparison in it depends on a containing block that only geometry knows. */
function comparesPercent(term: Term): boolean {
  const mixes = (terms: readonly Term[]): boolean => {
    const kinds = new Set<MathType>();
    const collect = (t: Term): void => {
      if (t.kind === 'percent') kinds.add('percent');
      else if (t.kind === 'absolute' || t.kind === 'relative') kinds.add('length');
      else if (t.kind === 'scale') collect(t.term);
      else if (t.kind === 'clamp') [t.least, t.term, t.most].forEach(collect);
      else t.terms.forEach(collect);
    };
    terms.forEach(collect);
    return kinds.size > 1;
  };
  if (term.kind === 'min' || term.kind === 'max') return mixes(term.terms);
  if (term.kind === 'clamp') return mixes([term.least, term.term, term.most]);
  if (term.kind === 'sum') return term.terms.some(comparesPercent);
  return term.kind === 'scale' && comparesPercent(term.term);
}

export interface LengthOptions {
  readonly percent?: boolean;
  /** Percentages are of something that the cascade knows, so they may be compared with lengths. */
  readonly percentKnown?: boolean;
  readonly negative?: boolean;
  /** No comparison of percentages with lengths at all. */
  readonly plain?: boolean;
}

/** Any numeric component: its type is checked by the caller. */
function numeric(c: Cursor): { typed: Typed; node: Node } | undefined {
  const node = peek(c);
  if (!node || !['Number', 'Percentage', 'Dimension', 'Function'].includes(node.type)) return undefined;
  const typed = leaf(c, node);
  return typed && { typed, node };
}

export function length(options: LengthOptions = {}): Parser<Term> {
  const { percent = false, percentKnown = false, negative = true, plain: simple = false } = options;
  return (c) => {
    const found = numeric(c);
    if (!found) return undefined;
    const { typed, node } = found;
    const { term } = typed;
    if (typed.type === 'number') {
      if (node.type !== 'Number') return undefined;
      if (Number(node.value) !== 0) return fault(c, node, 'a unit is missing');
    } else if (typed.type !== 'length' && !(percent && (typed.type === 'percent' || typed.type === 'length-percentage')))
      return undefined;
    if (simple ? comparesPercent(term) : !percentKnown && !toLength(term, SAMPLE))
      return fault(c, node, 'this comparison of percentages with lengths is too involved', true);
    if (!negative && (node.type === 'Dimension' || node.type === 'Percentage') && Number(node.value) < 0)
      return fault(c, node, 'this may not be negative');
    c.at++;
    return term;
  };
}

function plain(type: MathType): Parser<number> {
  return (c) => {
    const found = numeric(c);
    if (found?.typed.type !== type) return undefined;
    c.at++;
    const { pt, percent } = evaluate(found.typed.term, NO_CONTEXT);
    return pt + percent;
  };
}

export const number = plain('number');
export const percentage = plain('percent');

export const angle: Parser<number> = (c) => {
  const node = peek(c);
  if (node?.type === 'Number' && Number(node.value) === 0) {
    c.at++;
    return 0;
  }
  return plain('angle')(c);
};

export const atLeast =
  (least: number, parse: Parser<number>): Parser<number> =>
  (c) => {
    const node = peek(c);
    const value = parse(c);
    if (value === undefined || !node || value >= least) return value;
    c.at--;
    return fault(c, node, `this must be at least ${least}`);
  };

export const integer: Parser<number> = (c) => {
  const node = peek(c);
  const value = number(c);
  if (value === undefined || !node || Number.isInteger(value)) return value;
  c.at--;
  return fault(c, node, 'a whole number is needed');
};

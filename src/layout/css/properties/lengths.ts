import type { ContentSize, LengthOrAuto, LengthPercentage } from '../../types.ts';
import { keywords, map, oneOf, type Parser } from '../values/cursor.ts';
import { evaluate, type LengthOptions, length, type Term, toLength } from '../values/length.ts';
import { type Compute, constant } from './registry.ts';

export const ZERO: LengthPercentage = Object.freeze({ pt: 0, percent: 0 });
export const AUTO = 'auto' as const;

/** A length whose computed value is a length with a percentage; absolute ones are computed once. */
export function computed(term: Term): Compute<LengthPercentage> {
  if (term.kind === 'absolute') return constant(Object.freeze({ pt: term.value, percent: 0 }));
  if (term.kind === 'percent') return constant(Object.freeze({ pt: 0, percent: term.value }));
  return (context) => toLength(term, context) ?? ZERO;
}

/** A length in pt: no percentages. */
export function computedPt(term: Term): Compute<number> {
  if (term.kind === 'absolute') return constant(term.value);
  return (context) => evaluate(term, context).pt;
}

export const literal = <T>(parse: Parser<T>): Parser<Compute<T>> => map(parse, constant);
export const words = <K extends string>(...names: readonly K[]): Parser<Compute<K>> => literal(keywords<K>(...names));

export const lengthPercentage = (options: LengthOptions = {}): Parser<Compute<LengthPercentage>> =>
  map(length({ percent: true, ...options }), computed);

export const pt = (options: LengthOptions = {}): Parser<Compute<number>> => map(length(options), computedPt);

export const lengthOrAuto = (options: LengthOptions = {}): Parser<Compute<LengthOrAuto>> =>
  oneOf<Compute<LengthOrAuto>>(words('auto'), lengthPercentage(options));

export const contentSize = (): Parser<Compute<ContentSize>> =>
  oneOf<Compute<ContentSize>>(words('auto', 'min-content', 'max-content', 'fit-content'), lengthPercentage({ negative: false }));

import { EVERY_LANGUAGE } from '../core/written/node.ts';

/** What is left of a type when null ("removed", "unknown") is gone from everywhere in it. */
export type Whole<T> = T extends null | undefined
  ? never
  : T extends readonly (infer U)[]
    ? readonly Whole<U>[]
    : T extends object
      ? { readonly [K in keyof T]: null extends T[K] ? Whole<T[K]> | undefined : Whole<T[K]> }
      : T;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a nation says, with what a library says instead. Maps are merged key by key; lists, texts for every language and single values are
 * replaced; null removes. Keys keep the nation's order.
 */
export function merge<T>(base: T, over: T): Whole<T> | undefined {
  return mergeAny(base, over) as Whole<T> | undefined;
}

function mergeAny(base: unknown, over: unknown): unknown {
  if (over === undefined) return base === null || base === undefined ? undefined : isMap(base) ? mergeAny(undefined, base) : base;
  if (over === null) return undefined;
  if (!isMap(over)) return over;
  const under = isMap(base) && !(EVERY_LANGUAGE in over) ? base : {};
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(under)) {
    const value = mergeAny(under[key], over[key]);
    if (value !== undefined) made[key] = value;
  }
  for (const key of Object.keys(over)) {
    if (key in under) continue;
    const value = mergeAny(undefined, over[key]);
    if (value !== undefined) made[key] = value;
  }
  return made;
}

/** Without anything that is null. */
export const whole = <T>(value: T): Whole<T> | undefined => merge(undefined as T, value);

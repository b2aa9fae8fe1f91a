import type { Parser } from '../values/cursor.ts';
import type { LengthContext } from '../values/length.ts';

/** What a value is computed against. `em` is the element's own font size, except for font-size itself, where it is the parent's. */
export interface ComputeContext extends LengthContext {
  /** A property of the parent; the initial value on the root. */
  parent<C>(property: Property<C>): C;
}

/** A value as written, ready to be computed. */
export type Compute<C> = (context: ComputeContext) => C;

export interface Property<C = unknown> {
  /** Place in an array of computed values. */
  readonly index: number;
  readonly name: string;
  /** Heading in the documentation. */
  readonly group: string;
  /** CSS value definition syntax (CSS Values 4, 2), for the documentation. */
  readonly syntax: string;
  readonly inherited: boolean;
  readonly initial: C;
  readonly parse: Parser<Compute<C>>;
  /** Physical properties that it stands for in left-to-right and right-to-left text, if it is a logical one. */
  readonly logical?: { readonly ltr: Property; readonly rtl: Property };
  /** What the documentation adds. */
  readonly note?: string;
}

export interface Shorthand {
  readonly name: string;
  readonly group: string;
  readonly syntax: string;
  readonly longhands: readonly Property[];
  /** What was written; the other longhands become initial. */
  readonly parse: Parser<readonly Assignment[]>;
  readonly note?: string;
}

export interface Assignment {
  readonly property: Property;
  readonly value: Compute<unknown>;
}

export const PROPERTIES: Property[] = [];
export const BY_NAME = new Map<string, Property | Shorthand>();

type Definition<C> = Pick<Property<C>, 'group' | 'syntax' | 'parse' | 'initial'> & { inherited?: boolean; note?: string };

export function property<C>(name: string, definition: Definition<C>): Property<C> {
  const made: Property<C> = { inherited: false, ...definition, name, index: PROPERTIES.length };
  PROPERTIES.push(made);
  BY_NAME.set(name, made);
  return made;
}

export function logical<C>(name: string, ltr: Property<C>, rtl: Property<C>): Property<C> {
  const made: Property<C> = {
    index: PROPERTIES.length,
    name,
    group: ltr.group,
    syntax: ltr.syntax,
    inherited: ltr.inherited,
    initial: ltr.initial,
    parse: ltr.parse,
    logical: { ltr, rtl },
  };
  PROPERTIES.push(made);
  BY_NAME.set(name, made);
  return made;
}

/** Another name for the same thing: `margin-block-start` is `margin-top` where text runs horizontally. */
export function alias(name: string, of: Property | Shorthand): void {
  BY_NAME.set(name, of);
}

export function shorthand(name: string, definition: Omit<Shorthand, 'name'>): Shorthand {
  const made: Shorthand = { name, ...definition };
  BY_NAME.set(name, made);
  return made;
}

export const isShorthand = (entry: Property | Shorthand): entry is Shorthand => 'longhands' in entry;
export const assign = <C>(to: Property<C>, value: Compute<C>): Assignment => ({ property: to, value });

/** A value that needs no context. */
export const constant =
  <C>(value: C): Compute<C> =>
  () =>
    value;

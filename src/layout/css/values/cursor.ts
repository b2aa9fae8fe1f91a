import type { CssNodePlain } from 'css-tree';
import type { Span } from '../../../core/source.ts';

export type Node = CssNodePlain;

/**
 * Reads the components of one value from left to right. A parser returns undefined where it does not match and leaves the cursor where it
 * was; `far` remembers how far any parser came, which is where the complaint belongs.
 */
export interface Cursor {
  readonly nodes: readonly Node[];
  at: number;
  far: number;
  /** A complaint about a component that says more than “unexpected”. */
  fault: Fault | null;
  /** Where a component stands, for values that keep their place (urls). */
  readonly place: (node: Node) => Span | undefined;
}

export interface Fault {
  readonly node: Node;
  readonly message: string;
  /** Good CSS, outside the subset. */
  readonly unsupported: boolean;
}

const nowhere = (): undefined => undefined;

export type Parser<T> = (c: Cursor) => T | undefined;

export const cursor = (nodes: readonly Node[], place: Cursor['place'] = nowhere): Cursor => ({
  nodes,
  at: 0,
  far: 0,
  fault: null,
  place,
});

export function peek(c: Cursor): Node | undefined {
  if (c.at > c.far) c.far = c.at;
  return c.nodes[c.at];
}

export const ended = (c: Cursor): boolean => peek(c) === undefined;

export function fault(c: Cursor, node: Node, message: string, unsupported = false): undefined {
  c.fault ??= { node, message, unsupported };
  return undefined;
}

/** One of some keywords, as a value of its own. */
export function keywords<K extends string>(...names: readonly K[]): Parser<K> {
  const known = new Map<string, K>(names.map((name) => [name, name]));
  return mapped(known);
}

/** Keywords that stand for values. */
export function mapped<T>(values: ReadonlyMap<string, T>): Parser<T> {
  return (c) => {
    const node = peek(c);
    if (node?.type !== 'Identifier') return undefined;
    const value = values.get(node.name.toLowerCase());
    if (value !== undefined) c.at++;
    return value;
  };
}

export const anyIdent: Parser<string> = (c) => {
  const node = peek(c);
  if (node?.type !== 'Identifier') return undefined;
  c.at++;
  return node.name;
};

export const anyString: Parser<string> = (c) => {
  const node = peek(c);
  if (node?.type !== 'String') return undefined;
  c.at++;
  return node.value;
};

export function operator(c: Cursor, sign: ',' | '/'): boolean {
  const node = peek(c);
  if (node?.type !== 'Operator' || node.value.trim() !== sign) return false;
  c.at++;
  return true;
}

export function oneOf<T>(...parsers: readonly Parser<T>[]): Parser<T>;
export function oneOf<A, B>(a: Parser<A>, b: Parser<B>): Parser<A | B>;
export function oneOf<A, B, C>(a: Parser<A>, b: Parser<B>, c: Parser<C>): Parser<A | B | C>;
export function oneOf(...parsers: readonly Parser<unknown>[]): Parser<unknown> {
  return (c) => {
    for (const parse of parsers) {
      const value = parse(c);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

export const map =
  <A, B>(parse: Parser<A>, to: (a: A) => B): Parser<B> =>
  (c) => {
    const value = parse(c);
    return value === undefined ? undefined : to(value);
  };

/** One or more, separated by commas. */
export const commaList =
  <T>(parse: Parser<T>): Parser<readonly T[]> =>
  (c) => {
    const start = c.at;
    const values: T[] = [];
    do {
      const value = parse(c);
      if (value === undefined) {
        c.at = start;
        return undefined;
      }
      values.push(value);
    } while (operator(c, ','));
    return values;
  };

/** One or more, one after the other. */
export const many =
  <T>(parse: Parser<T>, most = Number.POSITIVE_INFINITY): Parser<readonly T[]> =>
  (c) => {
    const values: T[] = [];
    while (values.length < most && !ended(c)) {
      const value = parse(c);
      if (value === undefined) break;
      values.push(value);
    }
    return values.length > 0 ? values : undefined;
  };

/** A CSS `{1,4}` list by the rule top, right, bottom, left. */
export const sides =
  <T>(parse: Parser<T>): Parser<readonly [T, T, T, T]> =>
  (c) => {
    const found = many(parse, 4)(c);
    const [top, right = top, bottom = top, left = right] = found ?? [];
    return top === undefined || right === undefined || bottom === undefined || left === undefined
      ? undefined
      : [top, right, bottom, left];
  };

/** A function's arguments, read to their end. */
export function inFunction<T>(
  c: Cursor,
  names: readonly string[],
  read: (inner: Cursor, name: string) => T | undefined,
): T | undefined {
  const node = peek(c);
  if (node?.type !== 'Function' || !names.includes(node.name.toLowerCase())) return undefined;
  const inner = cursor(node.children, c.place);
  const value = read(inner, node.name.toLowerCase());
  if (value === undefined || !ended(inner)) {
    c.fault ??= inner.fault;
    const at = inner.nodes[Math.min(inner.far, inner.nodes.length - 1)] ?? node;
    return fault(c, at, `${node.name}() does not take this here`);
  }
  c.at++;
  return value;
}

import { type ModelType, NUMBER, nearest, type ObjectType, TEXT, UNKNOWN } from '../../core/model/index.ts';
import type { Span } from '../../core/source.ts';
import { span } from '../../core/source.ts';
import type { PathExpression } from './ast.ts';

/** What is known of a value before there is one. */
export interface Typed {
  readonly type: ModelType;
  readonly optional: boolean;
  /** One name for one value, however it was reached: 'event.room'. null: a computed value. */
  readonly canonical: string | null;
}

/** One context that `../` climbs through, with what a partial's hash laid over it. */
export interface Scope {
  readonly self: Typed;
  readonly over: ReadonlyMap<string, Typed>;
}

export interface Env {
  /** Innermost last. */
  readonly scopes: readonly Scope[];
  /** Names given by `as |…|` and `#let`, innermost last. */
  readonly names: readonly ReadonlyMap<string, Typed>[];
  /** Canonical paths that are known to be there. */
  readonly guards: ReadonlySet<string>;
  /** Inside how many `#each`. */
  readonly loops: number;
  readonly root: ObjectType;
}

export type Resolved =
  | { readonly typed: Typed }
  | { readonly wrong: string; readonly hint?: string | undefined; readonly part: number };

export const rootEnv = (root: ObjectType): Env => ({
  scopes: [{ self: { type: root, optional: false, canonical: '' }, over: new Map() }],
  names: [],
  guards: new Set(),
  loops: 0,
  root,
});

const join = (base: string | null, part: string): string | null =>
  base === null ? null : base === '' ? part : `${base}.${part}`;

/** A value that a guard on the same path, or on one below it, says is there. */
export const guarded = (typed: Typed, guards: ReadonlySet<string>): Typed =>
  typed.optional && typed.canonical !== null && guards.has(typed.canonical) ? { ...typed, optional: false } : typed;

const DATA: Readonly<Record<string, ModelType>> = {
  index: NUMBER,
  key: TEXT,
  first: { kind: 'scalar', of: 'boolean' },
  last: { kind: 'scalar', of: 'boolean' },
};

function step(from: Typed, part: string): Typed | null {
  const { type } = from;
  const canonical = join(from.canonical, part);
  if (type.kind === 'unknown') return { type: UNKNOWN, optional: true, canonical };
  if (type.kind === 'list') {
    if (part === 'length') return { type: NUMBER, optional: false, canonical };
    return /^\d+$/.test(part) ? { type: type.of, optional: true, canonical } : null;
  }
  if (type.kind === 'scalar') return null;
  const field = type.fields.get(part) ?? (type.kind === 'object' ? type.open : undefined);
  return field ? { type: field.type, optional: from.optional || field.optional, canonical } : null;
}

/** 'library.address.town' for someone who looked for `town` in the wrong place. */
function elsewhere(root: ObjectType, part: string): string | undefined {
  const queue: [ModelType, string][] = [[root, '']];
  for (const [type, path] of queue) {
    if (type.kind !== 'object' || path.split('.').length > 3) continue;
    for (const [key, field] of type.fields) {
      const here = join(path, key) ?? key;
      if (key === part) return here;
      queue.push([field.type, here]);
    }
  }
  return undefined;
}

function keysOf(type: ModelType): readonly string[] {
  if (type.kind === 'object' || type.kind === 'content') return [...type.fields.keys()];
  return type.kind === 'list' ? ['length'] : [];
}

function failure(from: Typed, part: string, index: number, env: Env, names: readonly string[]): Resolved {
  const keys = [...keysOf(from.type), ...(index === 0 ? names : [])];
  const near = nearest(part, keys);
  const where = from.canonical === '' ? 'a campaign' : from.canonical === null ? 'this value' : `\`${from.canonical}\``;
  if (near !== undefined)
    return { wrong: `There is no \`${part}\` in ${where}.`, hint: `Did you mean \`${near}\`?`, part: index };
  const other = elsewhere(env.root, part);
  const listed = keys.length > 0 && keys.length <= 14 ? `It has: ${keys.join(', ')}.` : undefined;
  const scalar = from.type.kind === 'scalar' ? 'It is a single value, without parts.' : undefined;
  return {
    wrong: `There is no \`${part}\` in ${where}.`,
    hint: other === undefined ? (scalar ?? listed) : `There is \`${other}\`.`,
    part: index,
  };
}

/** The start of a path, and how many of its parts it used up. */
function origin(
  path: PathExpression,
  env: Env,
): { typed: Typed; used: number; scope?: Scope } | { wrong: string; hint?: string } {
  if (path.data) {
    const name = path.parts[0] ?? '';
    if (name === 'root') return { typed: { type: env.root, optional: false, canonical: '' }, used: 1 };
    const type = DATA[name];
    if (type && env.loops > 0) return { typed: { type, optional: false, canonical: null }, used: 1 };
    return {
      wrong: `There is no \`@${name}\` here.`,
      hint: 'Inside #each there are @index, @key, @first and @last; everywhere there is @root.',
    };
  }
  const scoped = /^(\.\.?\/|\.$|this\b)/.test(path.original);
  if (path.depth === 0 && !scoped) {
    for (let i = env.names.length - 1; i >= 0; i--) {
      const named = env.names[i]?.get(path.parts[0] ?? '');
      if (named) return { typed: named, used: 1 };
    }
  }
  const scope = env.scopes[env.scopes.length - 1 - path.depth];
  if (!scope) return { wrong: 'There is nothing above this place: `../` climbs out of the template.', hint: 'Use @root.' };
  return { typed: scope.self, used: 0, scope };
}

/** Follows a path through the types. */
export function resolve(path: PathExpression, env: Env): Resolved {
  const start = origin(path, env);
  if ('wrong' in start) return { ...start, part: 0 };
  let typed = guarded(start.typed, env.guards);
  for (let i = start.used; i < path.parts.length; i++) {
    const part = path.parts[i] ?? '';
    const laid = i === 0 ? start.scope?.over.get(part) : undefined;
    const next = laid ?? step(typed, part);
    if (!next) {
      const names = path.depth === 0 ? [...env.names.flatMap((map) => [...map.keys()]), ...(start.scope?.over.keys() ?? [])] : [];
      return failure(typed, part, i, env, names);
    }
    // A key that only campaigns know, near to one that this campaign has, is a slip of the pen.
    if (typed.type.kind === 'object' && typed.type.open && !laid && !typed.type.fields.has(part)) {
      const near = nearest(part, typed.type.fields.keys());
      if (near !== undefined) return failure(typed, part, i, env, []);
    }
    typed = guarded(next, env.guards);
  }
  return { typed };
}

/** Where part `index` of a path stands: exactly the faulty words. */
export function partSpan(path: PathExpression, whole: Span, index: number): Span {
  if (path.data && index === 0) return whole;
  const text = whole.source.text.slice(whole.start, whole.end);
  let at = 0;
  for (let i = 0; i <= index; i++) {
    const part = path.parts[i];
    if (part === undefined) return whole;
    const found = text.indexOf(part, at);
    if (found < 0) return whole;
    if (i === index) return span(whole.source, whole.start + found, whole.start + found + part.length);
    at = found + part.length;
  }
  return whole;
}

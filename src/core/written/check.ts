import * as z from 'zod';
import type { DiagnosticCode } from '../codes/index.ts';
import type { About, Diagnostic } from '../diagnostics.ts';
import { error } from '../diagnostics.ts';
import { nearest } from '../model/nearest.ts';
import type { Path, WrittenNode } from './node.ts';
import { keySpanAt, nodeAt, spanAt, spanWithin, toPlain } from './node.ts';
import type { Problem } from './scalars.ts';

export interface Checked<T> {
  /** Present too where there were errors, without what was wrong, if anything is left to go on with. */
  readonly value?: T;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths that were left out, joined by full stops: what is missing there is no further fault. */
  readonly pruned: ReadonlySet<string>;
}

interface Found {
  readonly path: Path;
  readonly problem: Problem;
  /** What to leave out so that the rest can be read. */
  readonly prune: readonly Path[];
}

/** Rounds of leaving out; each takes at least one key away from a finite file. */
const MAX_ROUNDS = 6;

/** Reads a written node by a schema. Every complaint stands at the words that it is about. */
export function check<S extends z.ZodType>(
  schema: S,
  node: WrittenNode,
  { about, without }: { readonly about?: About | undefined; readonly without?: ReadonlySet<string> | undefined } = {},
): Checked<z.output<S>> {
  const plain = toPlain(node, without);
  const first = schema.safeParse(plain);
  if (first.success) return { value: first.data, diagnostics: [], pruned: new Set() };
  const diagnostics: Diagnostic[] = [];
  const pruned = new Set<string>();
  let result: z.ZodSafeParseResult<z.output<S>> = first;
  for (let round = 0; round < MAX_ROUNDS && !result.success; round++) {
    const all = result.error.issues.flatMap((issue) => found(issue, schema, node));
    if (round === 0) for (const { path, problem } of all) diagnostics.push(complaint(node, path, problem, about));
    const gone = all.flatMap(({ prune }) => prune).filter((path) => remove(plain, path));
    if (gone.length === 0) break;
    for (const path of gone) pruned.add(path.join('.'));
    result = schema.safeParse(plain);
  }
  diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { ...(result.success && { value: result.data }), diagnostics, pruned };
}

function complaint(node: WrittenNode, path: Path, problem: Problem, about: About | undefined): Diagnostic {
  const { code, message, hint, part, atKey } = problem;
  const at = nodeAt(node, path);
  const last = path[path.length - 1];
  const place =
    atKey && last !== undefined
      ? keySpanAt(node, path.slice(0, -1), String(last))
      : part && at?.kind === 'scalar'
        ? spanWithin(at, part[0], part[1])
        : spanAt(node, path);
  return error(code, message, { span: place, hint, about });
}

function found(issue: z.core.$ZodIssue, schema: z.ZodType, root: WrittenNode): readonly Found[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], problem: unknownKey(key, known), prune: [[...path, key]] }));
  }
  const missing = nodeAt(root, path) === undefined;
  if (missing) return [{ path, problem: missingKey(path), prune: path.length > 1 ? [path.slice(0, -1)] : [] }];
  if (issue.code === 'custom' && isProblem(issue.params?.problem)) {
    return [{ path, problem: issue.params.problem, prune: [path] }];
  }
  if (issue.code === 'invalid_union') {
    const meant = alternative(issue.errors, nodeAt(root, path));
    if (meant)
      return meant.flatMap((inner) => found({ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue, schema, root));
  }
  return [{ path, problem: wrongShape(issue, path, nodeAt(root, path)), prune: [path] }];
}

/** Of several shapes the one that was meant: it got further than the node's own kind. */
function alternative(errors: readonly (readonly z.core.$ZodIssue[])[], node: WrittenNode | undefined) {
  const isDeep = ({ path, code }: z.core.$ZodIssue): boolean =>
    path.length > 0 || (node?.kind === 'scalar' ? code === 'custom' : code === 'unrecognized_keys');
  return errors.find((issues) => issues.every(isDeep));
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value;

export function unknownKey(key: string, known: readonly string[], code: DiagnosticCode = 'unknown-key'): Problem {
  const near = nearest(key, known);
  const hint =
    near === undefined ? (known.length > 0 ? `Known here: ${known.join(', ')}.` : undefined) : `Did you mean “${near}”?`;
  return { code, message: `“${key}” is not a key that kit knows here.`, hint, atKey: true };
}

const missingKey = (path: Path): Problem => ({
  code: 'missing-key',
  message: `“${path.join('.')}” is missing.`,
  hint: `Add the key “${path[path.length - 1]}”.`,
});

const SHAPES: Readonly<Record<string, string>> = { object: 'a map', record: 'a map', array: 'a list', string: 'a text' };

function wrongShape(issue: z.core.$ZodIssue, path: Path, node: WrittenNode | undefined): Problem {
  const expected = issue.code === 'invalid_type' ? (SHAPES[issue.expected] ?? issue.expected) : 'something else';
  const is = node?.kind === 'map' ? 'a map' : node?.kind === 'list' ? 'a list' : node?.value === null ? 'empty' : 'a text';
  const key = path[path.length - 1];
  const hint =
    expected === 'a map'
      ? `Write keys and values below “${key}”, each on a line of its own.`
      : expected === 'a list'
        ? `Write [one, another].`
        : `Write one value after “${key}:”.`;
  return { code: 'wrong-shape', message: `“${path.join('.')}” should be ${expected}, but is ${is}.`, hint };
}

/** Whether something was left out at a path, above it or below it. */
export const isPruned = (pruned: ReadonlySet<string>, path: string): boolean =>
  [...pruned].some((gone) => gone === path || gone.startsWith(`${path}.`) || path.startsWith(`${gone}.`));

/** The keys that a schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let at: unknown = schema;
  for (const key of path) {
    at = unwrap(at);
    if (at instanceof z.ZodObject) at = at.shape[String(key)];
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else if (at instanceof z.ZodArray) at = at.element;
    else return [];
  }
  at = unwrap(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrap(schema: unknown): unknown {
  let at = schema;
  while (true) {
    if (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap();
    // What a transformation makes is not written by anybody, unless reading is what it does first.
    else if (at instanceof z.ZodPipe) at = at.in instanceof z.ZodTransform ? at.out : at.in;
    else return at;
  }
}

/** Whether there was anything to remove. */
function remove(plain: unknown, path: Path): boolean {
  const last = path[path.length - 1];
  if (last === undefined) return false;
  let at = plain;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  if (typeof at !== 'object' || at === null || !(last in at)) return false;
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete (at as Record<string | number, unknown>)[last];
  return true;
}

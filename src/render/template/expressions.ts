import { DATE_FORMS } from '../../core/calendar/index.ts';
import type { DiagnosticCode } from '../../core/codes/index.ts';
import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { BOOLEAN, IMPLIED, type ModelType, NUMBER, nearest, TEXT, UNKNOWN } from '../../core/model/index.ts';
import type { Span } from '../../core/source.ts';
import { HELPERS, type Helper, type Kind } from '../helpers/index.ts';
import type { Call, Expression, Location, PathExpression } from './ast.ts';
import { type Env, partSpan, resolve, type Typed } from './resolve.ts';

/** Where complaints go, and what the campaign has besides its types. */
export interface Checking {
  readonly report: (d: Diagnostic) => void;
  readonly spanOf: (loc: Location) => Span;
  /** Languages that lack this word of the template set. */
  readonly lacking: (word: string) => readonly string[];
  /** Texts of a campaign may name what single libraries lack: printing it complains for those. */
  readonly mayLack: boolean;
}

export const unknownTyped: Typed = { type: UNKNOWN, optional: false, canonical: null };

const computed = (type: ModelType, optional = false): Typed => ({ type, optional, canonical: null });

export const isHelperName = (path: Expression): path is PathExpression =>
  path.type === 'PathExpression' &&
  path.parts.length === 1 &&
  path.depth === 0 &&
  !path.data &&
  !/^(\.|this\b)/.test(path.original) &&
  HELPERS.has(path.original);

export const isCall = (call: Call): boolean => call.params.length > 0 || call.hash !== undefined || isHelperName(call.path);

/** The type of an expression, with every complaint that it deserves. */
export function typeOf(expression: Expression, env: Env, on: Checking): Typed {
  switch (expression.type) {
    case 'StringLiteral':
      return computed(TEXT);
    case 'NumberLiteral':
      return computed(NUMBER);
    case 'BooleanLiteral':
      return computed(BOOLEAN);
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return computed(UNKNOWN, true);
    case 'SubExpression':
      return callType(expression, env, on);
    case 'PathExpression':
      return pathType(expression, env, on);
  }
}

export function pathType(path: PathExpression, env: Env, on: Checking): Typed {
  const resolved = resolve(path, env);
  if ('typed' in resolved) return resolved.typed;
  const span = partSpan(path, on.spanOf(path.loc), resolved.part);
  on.report(error('unknown-path', resolved.wrong, { span, hint: resolved.hint }));
  return unknownTyped;
}

const FITS: Readonly<Record<Kind, readonly string[]>> = {
  any: [],
  date: ['date', 'text'],
  time: ['time', 'text'],
  number: ['number', 'text'],
};

const HELPERS_LISTED = 'What each helper takes stands in templates/CONTEXT.md.';

const EXAMPLE: Readonly<Record<Kind, string>> = { any: '', date: 'a date', time: 'a time of day', number: 'a number' };

function fits(kind: Kind, arg: Typed, literal: boolean): boolean {
  if (kind === 'any' || arg.type.kind === 'unknown') return true;
  if (arg.type.kind === 'content' || arg.type.kind !== 'scalar') return false;
  return FITS[kind].includes(arg.type.of) && (arg.type.of !== 'text' || kind === 'number' || literal);
}

/** A call of a helper, with its arguments. */
export function callType(call: Call & { loc: Location }, env: Env, on: Checking): Typed {
  const at = on.spanOf(call.path.loc);
  const name = call.path.type === 'PathExpression' ? call.path.original : '';
  const args = call.params.map((param) => typeOf(param, env, on));
  for (const pair of call.hash?.pairs ?? []) typeOf(pair.value, env, on);
  const helper = isHelperName(call.path) ? HELPERS.get(name) : undefined;
  if (!helper) {
    const near = nearest(name, HELPERS.keys());
    const hint = near === undefined ? `Helpers are: ${[...HELPERS.keys()].sort().join(', ')}.` : `Did you mean \`${near}\`?`;
    on.report(error('unknown-helper', `There is no helper \`${name}\`.`, { span: at, hint }));
    return unknownTyped;
  }
  const complain = (code: DiagnosticCode, message: string, span: Span, hint?: string) =>
    on.report(error(code, message, { span, hint }));
  checkCount(helper, name, args.length, at, complain);
  checkNames(helper, name, call, on, complain);
  call.params.forEach((param, i) => {
    const arg = args[i];
    if (!arg) return;
    const kind = helper.takes?.[i] ?? 'any';
    if (!fits(kind, arg, param.type === 'StringLiteral')) {
      complain('helper-arguments', `\`${name}\` takes ${EXAMPLE[kind]} here.`, on.spanOf(param.loc), HELPERS_LISTED);
    } else if (arg.optional && !helper.lenient && !on.mayLack) reportUnguarded(param, on);
  });
  if (name === 'date') checkForm(call.params, on);
  const [first] = call.params;
  if (name === 'word' && first?.type === 'StringLiteral') checkWord(first.value, on.spanOf(first.loc), on);
  return { ...helper.gives(args), canonical: null };
}

/** A form of dates that is written out can be judged before any date is printed. */
function checkForm(params: readonly Expression[], on: Checking): void {
  const form = params[params.length - 1];
  if (form?.type !== 'StringLiteral' || (DATE_FORMS as readonly string[]).includes(form.value)) return;
  if (params.length === 1 && /^\d/.test(form.value)) return;
  const near = nearest(form.value, DATE_FORMS);
  on.report(
    error('helper-arguments', `“${form.value}” is not a form of dates.`, {
      span: on.spanOf(form.loc),
      hint: near === undefined ? `Forms are: ${DATE_FORMS.join(', ')}.` : `Did you mean "${near}"?`,
    }),
  );
}

type Complain = (code: DiagnosticCode, message: string, span: Span, hint?: string) => void;

function checkCount(helper: Helper, name: string, count: number, at: Span, complain: Complain): void {
  const [least, most] = helper.count;
  if (count >= least && count <= most) return;
  const wanted = least === most ? `${least}` : most > 100 ? `${least} or more` : `${least} to ${most}`;
  const values = wanted === '1' ? 'value' : 'values';
  complain('helper-arguments', `\`${name}\` takes ${wanted} ${values}, not ${count}.`, at, HELPERS_LISTED);
}

function checkNames(helper: Helper, name: string, call: Call, on: Checking, complain: Complain): void {
  for (const pair of call.hash?.pairs ?? []) {
    if (helper.named?.includes(pair.key)) continue;
    const near = nearest(pair.key, helper.named ?? []);
    const span = on.spanOf(pair.loc);
    const message = `\`${name}\` has no option \`${pair.key}\`.`;
    complain(
      'helper-arguments',
      message,
      { ...span, end: span.start + pair.key.length },
      near ? `Did you mean \`${near}\`?` : HELPERS_LISTED,
    );
  }
}

function checkWord(key: string, at: Span, on: Checking): void {
  const lacking = on.lacking(key);
  if (lacking.length === 0) return;
  on.report(
    error('missing-word', `The template set has no word \`${key}\` in: ${lacking.join(', ')}.`, {
      span: at,
      hint: `Add it to template.yaml under words.${lacking[0]}.`,
    }),
  );
}

export function reportUnguarded(expression: Expression & { original?: unknown }, on: Checking): void {
  const path = typeof expression.original === 'string' ? expression.original : 'path';
  on.report(
    warning('unguarded-optional', `\`${path}\` may be absent, and nothing says what to print then.`, {
      span: on.spanOf(expression.loc),
      hint: [`Put it inside {{#if ${path}}}…{{/if}}.`, `Or give a default: {{or ${path} "…"}}.`],
    }),
  );
}

/** Canonical paths that are there if the expression is true (or, with `truth` false, if it is not). */
export function guardsOf(expression: Expression, env: Env, truth: boolean): readonly string[] {
  if (expression.type === 'PathExpression') {
    if (!truth) return [];
    const resolved = resolve(expression, env);
    const canonical = 'typed' in resolved ? resolved.typed.canonical : null;
    return canonical ? withPrefixes(canonical) : [];
  }
  if (expression.type !== 'SubExpression' || expression.path.type !== 'PathExpression') return [];
  const all = (t: boolean) => expression.params.flatMap((param) => guardsOf(param, env, t));
  switch (expression.path.original) {
    case 'and':
      return truth ? all(true) : [];
    case 'or':
      return truth ? [] : all(false);
    case 'not':
      return all(!truth);
    case 'eq':
      return truth && expression.params.some(isLiteral) ? [...all(true), ...implied(expression.params, env)] : [];
    case 'ne':
      return !truth && expression.params.some(isLiteral) ? all(true) : [];
    case 'count':
      return truth ? all(true) : [];
    default:
      return [];
  }
}

const isLiteral = (expression: Expression): boolean => /^(String|Number|Boolean)/.test(expression.type);

/** `(eq press.release "embargo")` says that there is an end of it too. */
function implied(params: readonly Expression[], env: Env): readonly string[] {
  const word = params.find((param) => param.type === 'StringLiteral');
  const path = params.find((param) => param.type === 'PathExpression');
  if (word?.type !== 'StringLiteral' || path?.type !== 'PathExpression') return [];
  const resolved = resolve(path, env);
  const canonical = 'typed' in resolved ? resolved.typed.canonical : null;
  return IMPLIED.get(`${canonical}=${word.value}`) ?? [];
}

function withPrefixes(canonical: string): readonly string[] {
  const parts = canonical.split('.');
  return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
}

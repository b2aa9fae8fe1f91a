import { error } from '../../core/diagnostics.ts';
import { type ModelType, NUMBER, nearest, TEXT, UNKNOWN } from '../../core/model/index.ts';
import type { Span } from '../../core/source.ts';
import { HELPERS } from '../helpers/index.ts';
import type {
  BlockStatement,
  Expression,
  MustacheStatement,
  PartialBlockStatement,
  PartialStatement,
  Program,
  Statement,
  Template,
} from './ast.ts';
import { partialName } from './ast.ts';
import { type Checking, callType, guardsOf, isCall, isHelperName, reportUnguarded, typeOf } from './expressions.ts';
import type { Env, Typed } from './resolve.ts';

/** Where a printed value comes from: mustache → canonical path; null where it differs from call to call. */
export type Origins = Map<MustacheStatement, string | null>;

export interface CheckSet {
  readonly partials: ReadonlyMap<string, Template>;
  /** Partials that are there, but cannot be read: that has been complained of. */
  readonly unread: ReadonlySet<string>;
  readonly meetsUnread: () => void;
  readonly origins: Origins;
  /** Complaints about nodes of one template. */
  readonly checking: (template: Template) => Checking;
}

interface Visit {
  readonly set: CheckSet;
  readonly on: Checking;
  /** Names of the partials that we are inside of. */
  readonly inside: readonly string[];
  /** A partial block waits to be included. */
  readonly hasBlock: boolean;
}

/** Checks a template and all that it includes against the type of what it sees. */
export function checkTemplate(template: Template, env: Env, set: CheckSet): void {
  program(template.ast, env, { set, on: set.checking(template), inside: [], hasBlock: false });
}

function program(body: Program | undefined, env: Env, visit: Visit): void {
  for (const statement of body?.body ?? []) check(statement, env, visit);
}

function check(statement: Statement, env: Env, visit: Visit): void {
  const { on } = visit;
  switch (statement.type) {
    case 'MustacheStatement':
      mustache(statement, env, visit);
      return;
    case 'BlockStatement':
      block(statement, env, visit);
      return;
    case 'PartialStatement':
    case 'PartialBlockStatement':
      partial(statement, env, visit);
      return;
    case 'Decorator':
    case 'DecoratorBlock':
      on.report(
        error('template-unsupported', 'Decorators and inline partials are not supported.', {
          span: on.spanOf(statement.loc),
          hint: 'Put the partial into a file of its own in partials/.',
        }),
      );
      return;
    case 'ContentStatement':
    case 'CommentStatement':
      return;
  }
}

function mustache(statement: MustacheStatement, env: Env, visit: Visit): void {
  const { on, set } = visit;
  const { path } = statement;
  if (!statement.escaped) {
    on.report(
      error('template-unsupported', 'Raw output is not supported: data is never markup.', {
        span: on.spanOf(statement.loc),
        hint: 'Use two braces. Texts of the campaign print their own markup.',
      }),
    );
  }
  if (isHelperName(path) && !statement.params.length && !statement.hash) shadowed(path.original, path, env, on);
  const typed = isCall(statement) ? callType({ ...statement, loc: statement.loc }, env, on) : typeOf(path, env, on);
  printed(typed, path, on);
  if (typed.optional && !on.mayLack) reportUnguarded(path, on);
  const known = set.origins.get(statement);
  set.origins.set(statement, known === undefined || known === typed.canonical ? typed.canonical : null);
}

/** `{{date}}` inside `#each event.sessions` would print the event's date, not the session's. */
function shadowed(name: string, path: Expression, env: Env, on: Checking): void {
  const self = env.scopes.at(-1)?.self;
  if (!self || self.canonical === '' || self.type.kind !== 'object' || !self.type.fields.has(name)) return;
  on.report(
    error('helper-arguments', `\`${name}\` is a helper, and here also a value of \`${self.type.name}\`.`, {
      span: on.spanOf(path.loc),
      hint: `Write {{${name} this.${name}}} for the value of this ${self.type.name}.`,
    }),
  );
}

function printed({ type }: Typed, path: Expression & { original?: unknown }, on: Checking): void {
  const name = String(path.original ?? 'this');
  const refuse = (message: string, hint: string) =>
    on.report(error('unprintable-value', message, { span: on.spanOf(path.loc), hint }));
  if (type.kind === 'object')
    refuse(`\`${name}\` has many values.`, `Print one of them: ${[...type.fields.keys()].slice(0, 8).join(', ')}.`);
  else if (type.kind === 'list') refuse(`\`${name}\` is a list.`, `Use {{#each ${name}}}…{{/each}} or {{join ", " ${name}}}.`);
  else if (type.kind === 'scalar' && type.of === 'date')
    refuse(`\`${name}\` is a date, not yet in words.`, `Write {{date ${name} "long"}}.`);
  else if (type.kind === 'scalar' && type.of === 'time')
    refuse(`\`${name}\` is a time, not yet in words.`, `Write {{time ${name}}}.`);
  else if (type.kind === 'scalar' && type.of === 'boolean')
    refuse(`\`${name}\` is a yes or no.`, `Ask for it: {{#if ${name}}}…{{/if}}.`);
}

const BLOCKS = ['if', 'unless', 'each', 'with', 'let'];

function block(statement: BlockStatement, env: Env, visit: Visit): void {
  const { on } = visit;
  const name = statement.path.type === 'PathExpression' ? statement.path.original : '';
  if (!BLOCKS.includes(name)) {
    const near = nearest(name, BLOCKS);
    const hint = HELPERS.has(name)
      ? `Write {{#if (${name} …)}}…{{/if}}.`
      : near === undefined
        ? `Blocks are: ${BLOCKS.map((b) => `#${b}`).join(', ')}.`
        : `Did you mean \`#${near}\`?`;
    on.report(error('unknown-helper', `There is no block \`#${name}\`.`, { span: on.spanOf(statement.path.loc), hint }));
    program(statement.program, { ...env, names: [...env.names, named(statement, [])] }, visit);
    return;
  }
  for (const param of statement.program?.blockParams ?? []) {
    if (HELPERS.has(param)) {
      const span = on.spanOf(statement.path.loc);
      on.report(error('helper-arguments', `\`${param}\` is the name of a helper.`, { span, hint: 'Name the value otherwise.' }));
    }
  }
  if (name === 'let') {
    letBlock(statement, env, visit);
    return;
  }
  const [subject] = statement.params;
  if (!subject || statement.params.length > 1) {
    const hint = `Write {{#${name} path}}…{{/${name}}}, or put a helper’s call in parentheses: {{#${name} (helper value)}}.`;
    on.report(error('helper-arguments', `#${name} takes one value.`, { span: on.spanOf(statement.path.loc), hint }));
    return;
  }
  const typed = typeOf(subject, env, on);
  if (name === 'if' || name === 'unless') {
    const when = (truth: boolean): Env => ({ ...env, guards: new Set([...env.guards, ...guardsOf(subject, env, truth)]) });
    program(statement.program, when(name === 'if'), visit);
    program(statement.inverse, when(name !== 'if'), visit);
    return;
  }
  program(statement.inverse, env, visit);
  if (name === 'with') {
    const guards = new Set([...env.guards, ...guardsOf(subject, env, true)]);
    const self: Typed = { ...typed, optional: false };
    program(statement.program, enter({ ...env, guards }, self, named(statement, [self])), visit);
    return;
  }
  each(statement, subject, typed, env, visit);
}

function each(statement: BlockStatement, subject: Expression, typed: Typed, env: Env, visit: Visit): void {
  const { on } = visit;
  const item = itemOf(typed.type);
  if (!item) {
    const hint = 'For a single value use #if or #with.';
    on.report(error('helper-arguments', '#each takes a list.', { span: on.spanOf(subject.loc), hint }));
    return;
  }
  const guards = new Set([...env.guards, ...guardsOf(subject, env, true)]);
  // An item is no fixed value: its canonical path holds within this one loop only.
  const self: Typed = { type: item, optional: false, canonical: `#${env.loops}:${typed.canonical ?? 'list'}` };
  const index: Typed = { type: typed.type.kind === 'list' ? NUMBER : TEXT, optional: false, canonical: null };
  const within = enter({ ...env, guards, loops: env.loops + 1 }, self, named(statement, [self, index]));
  program(statement.program, within, visit);
}

function itemOf(type: ModelType): ModelType | null {
  if (type.kind === 'list') return type.of;
  if (type.kind === 'unknown') return UNKNOWN;
  if (type.kind === 'object') return type.open?.type ?? UNKNOWN;
  return null;
}

const enter = (env: Env, self: Typed, names: ReadonlyMap<string, Typed>): Env => ({
  ...env,
  scopes: [...env.scopes, { self, over: new Map() }],
  names: names.size > 0 ? [...env.names, names] : env.names,
});

function named(statement: BlockStatement, values: readonly Typed[]): ReadonlyMap<string, Typed> {
  const unknown: Typed = { type: UNKNOWN, optional: false, canonical: null };
  return new Map((statement.program?.blockParams ?? []).map((name, i) => [name, values[i] ?? unknown]));
}

/** A computed value that has a name can be guarded by it. */
const distinct = (typed: Typed, name: string, at: Span): Typed =>
  typed.canonical === null ? { ...typed, canonical: `#${at.source.path}:${at.start}:${name}` } : typed;

/** {{#let name=value}}: names for values, seen until {{/let}}. */
function letBlock(statement: BlockStatement, env: Env, visit: Visit): void {
  const { on } = visit;
  const pairs = statement.hash?.pairs ?? [];
  if (pairs.length === 0 || statement.params.length > 0 || statement.inverse) {
    const hint = 'Write {{#let name=value other=(add 1 2)}}…{{/let}}.';
    on.report(error('helper-arguments', '#let takes names with values.', { span: on.spanOf(statement.path.loc), hint }));
    return;
  }
  const names = new Map<string, Typed>();
  for (const pair of pairs) {
    if (HELPERS.has(pair.key)) {
      const whole = on.spanOf(pair.loc);
      const span = { ...whole, end: whole.start + pair.key.length };
      on.report(
        error('helper-arguments', `\`${pair.key}\` is the name of a helper.`, { span, hint: 'Name the value otherwise.' }),
      );
    }
    names.set(pair.key, distinct(typeOf(pair.value, env, on), pair.key, on.spanOf(pair.loc)));
  }
  program(statement.program, { ...env, names: [...env.names, names] }, visit);
}

function partial(statement: PartialStatement | PartialBlockStatement, env: Env, visit: Visit): void {
  const { on, set } = visit;
  const span = on.spanOf(statement.name.loc);
  const name = partialName(statement.name);
  if (statement.type === 'PartialBlockStatement') program(statement.program, env, visit);
  if (name === null) {
    on.report(
      error('template-unsupported', 'The name of a partial cannot be computed.', {
        span,
        hint: 'Use #if around several partials.',
      }),
    );
    return;
  }
  if (name === '@partial-block') {
    if (!visit.hasBlock)
      on.report(
        error('unknown-partial', 'No block is passed to this template here.', {
          span,
          hint: 'Include the partial as {{#> name}}…{{/name}}.',
        }),
      );
    return;
  }
  const [context] = statement.params;
  const self = context
    ? typeOf(context, env, on)
    : (env.scopes.at(-1)?.self ?? { type: UNKNOWN, optional: false, canonical: null });
  const over = new Map<string, Typed>(
    (statement.hash?.pairs ?? []).map((pair) => [pair.key, distinct(typeOf(pair.value, env, on), pair.key, on.spanOf(pair.loc))]),
  );
  const template = set.partials.get(name);
  if (!template && set.unread.has(name)) {
    set.meetsUnread();
    return;
  }
  if (!template) {
    const near = nearest(name, set.partials.keys());
    const hint =
      near === undefined ? `Partials are: ${[...set.partials.keys()].join(', ') || 'none'}.` : `Did you mean \`${near}\`?`;
    on.report(error('unknown-partial', `There is no partial \`${name}\`.`, { span, hint }));
    return;
  }
  if (visit.inside.includes(name)) {
    const chain = [...visit.inside.slice(visit.inside.indexOf(name)), name].join(' → ');
    on.report(error('partial-recursion', `The partial includes itself: ${chain}.`, { span, hint: 'Take one of them out.' }));
    return;
  }
  // What the caller laid over the context before is passed on too, as Handlebars does.
  const inherited = context ? new Map<string, Typed>() : (env.scopes.at(-1)?.over ?? new Map<string, Typed>());
  const scope = { self: { ...self, optional: false }, over: new Map([...inherited, ...over]) };
  program(
    template.ast,
    { ...env, scopes: [scope], names: [], loops: env.loops },
    { set, on: set.checking(template), inside: [...visit.inside, name], hasBlock: statement.type === 'PartialBlockStatement' },
  );
}

import { type Diagnostic, error } from '../../core/diagnostics.ts';
import { MARK_CLOSE, MARK_OPEN, type SourcePosition } from '../../core/rendered.ts';
import { type Span, span } from '../../core/source.ts';
import type {
  BlockStatement,
  ContentStatement,
  Expression,
  Location,
  MustacheStatement,
  PartialBlockStatement,
  PartialStatement,
  PathExpression,
  Program,
  Statement,
  Template,
} from './ast.ts';
import { partialName } from './ast.ts';
import type { Origins } from './check.ts';
import { isCall } from './expressions.ts';
import { type MarkupState, markContent, sameState, TEXT_STATE } from './markup.ts';

/** Handlebars' names for our ways of printing; no user's helper can be called so. */
export const PRINT_TEXT = 'kit:text';
export const PRINT_ATTRIBUTE = 'kit:attribute';
/** Inside a drawing: escaped, without a mark. */
export const PRINT_DRAWING = 'kit:drawing';
/** Lays a partial's named values over its context; Handlebars' own way of it is the slowest thing that it does. */
export const MERGE = 'kit:merge';
/** Hands a block's computed value on; what its helpers complained of stands there, not at the next thing that is printed. */
export const SETTLE = 'kit:settle';
/** Not HTML at all: titles. */
export const PRINT_PLAIN = 'kit:plain';

export const markText = (index: number): string => MARK_OPEN + index.toString(36) + MARK_CLOSE;

export interface Instrumenting {
  /** Of the whole template set; grows. */
  readonly positions: SourcePosition[];
  readonly origins: Origins;
  readonly report: (d: Diagnostic) => void;
  /** Asks that a partial be made for use in this state of the markup; returns the name it goes by. */
  readonly partial: (name: string, state: MarkupState) => string;
}

interface Walk extends Instrumenting {
  readonly spanOf: (loc: Location) => Span;
  /** Titles: no HTML, no marks. */
  readonly plain: boolean;
}

/** A copy of a template's tree for Handlebars' compiler: position marks in its content, printing through our own helpers. */
export function instrument(template: Template, from: MarkupState, on: Instrumenting): Program {
  const held: Diagnostic[] = [];
  const walk: Walk = { ...on, spanOf: template.spanOf, plain: false, report: (d) => held.push(d) };
  const { program, state } = body(template.ast, from, walk);
  const isWhole = sameState(from, state);
  for (const d of held) if (isWhole || d.code !== 'template-markup') on.report(d);
  if (!isWhole) {
    const whole = template.spanOf(template.ast.loc);
    const what = state.mode === 'comment' ? 'comment' : state.mode === 'value' ? 'attribute' : 'tag';
    // Data that stands in what is never closed follows from it.
    on.report(
      error('template-markup', `The template ends inside ${what === 'attribute' ? 'an' : 'a'} ${what} that is never closed.`, {
        span: openedAt(whole, what === 'comment' ? '<!--' : '<'),
        hint: 'Close it where it was opened: a template and a partial are whole elements.',
      }),
    );
  }
  return program;
}

/** The last place where such a thing was opened. */
function openedAt({ source, start, end }: Span, mark: string): Span {
  const at = source.text.slice(start, end).lastIndexOf(mark);
  return at === -1 ? span(source, end, end) : span(source, start + at, start + at + mark.length);
}

export function instrumentPlain(template: Template, on: Instrumenting): Program {
  return body(template.ast, TEXT_STATE, { ...on, spanOf: template.spanOf, plain: true }).program;
}

function body(program: Program, from: MarkupState, on: Walk): { program: Program; state: MarkupState } {
  let state = from;
  const statements: Statement[] = [];
  for (const statement of program.body) {
    const made = one(statement, state, on);
    if (made.statement) statements.push(made.statement);
    state = made.state;
  }
  return { program: { ...program, body: statements }, state };
}

function one(statement: Statement, state: MarkupState, on: Walk): { statement: Statement | null; state: MarkupState } {
  switch (statement.type) {
    case 'ContentStatement':
      return content(statement, state, on);
    case 'MustacheStatement':
      return { statement: print(statement, state, on), state };
    case 'BlockStatement':
      return block(statement, state, on);
    case 'PartialStatement': {
      const name = partialName(statement.name);
      if (name === null) return { statement: null, state };
      if (name === '@partial-block') return { statement, state };
      return {
        statement: { ...statement, ...merged(statement), name: pathTo(on.partial(name, state), statement.loc), indent: '' },
        state,
      };
    }
    case 'PartialBlockStatement': {
      const name = partialName(statement.name);
      if (name === null) return { statement: null, state };
      const inner = body(statement.program, state, on);
      return {
        statement: {
          ...statement,
          ...merged(statement),
          name: pathTo(on.partial(name, state), statement.loc),
          program: inner.program,
        },
        state,
      };
    }
    default:
      return { statement: null, state };
  }
}

function merged({
  params,
  hash,
  loc,
}: PartialStatement | PartialBlockStatement): { params: Expression[]; hash: undefined } | null {
  if (!hash) return null;
  const self: PathExpression = { type: 'PathExpression', data: false, depth: 0, parts: [], original: 'this', loc };
  return {
    params: [{ type: 'SubExpression', path: pathTo(MERGE, loc), params: [params[0] ?? self], hash, loc }],
    hash: undefined,
  };
}

const pathTo = (name: string, loc: Location): PathExpression => ({
  type: 'PathExpression',
  data: false,
  depth: 0,
  parts: [name],
  original: name,
  loc,
});

/** White-space control may have cut the content at either end: where what is left of it begins. */
function begin(statement: ContentStatement): number {
  const { value, original } = statement;
  if (value === original) return 0;
  const lead = original.length - original.trimStart().length;
  for (let i = 0; i <= lead; i++) if (original.startsWith(value, i)) return i;
  return 0;
}

function content(statement: ContentStatement, state: MarkupState, on: Walk): { statement: Statement; state: MarkupState } {
  if (on.plain) return { statement, state };
  const whole = on.spanOf(statement.loc);
  // An escaped `\{{` is one character longer in the source than in the content.
  const skew = Math.max(0, whole.end - whole.start - statement.original.length);
  const start = whole.start + begin(statement) + (statement.original.startsWith('{{') ? skew : 0);
  const end = Math.min(whole.end, start + statement.value.length);
  const marked = markContent(statement.value, state, (at) => {
    on.positions.push({ span: span(whole.source, start + at, end), literal: true });
    return markText(on.positions.length - 1);
  });
  return { statement: { ...statement, value: marked.html }, state: marked.state };
}

function print(statement: MustacheStatement, state: MarkupState, on: Walk): Statement {
  const whole = on.spanOf(statement.loc);
  const helper = on.plain ? PRINT_PLAIN : way(state);
  if (helper === null) {
    on.report(
      error('template-markup', `Data cannot stand ${PLACES[state.mode] ?? 'here'}.`, {
        span: whole,
        hint: 'Put values into text or into attribute values in quotation marks.',
      }),
    );
  }
  const { loc } = statement;
  const value: Expression = isCall(statement)
    ? {
        type: 'SubExpression',
        path: statement.path,
        params: statement.params,
        loc,
        ...(statement.hash && { hash: statement.hash }),
      }
    : statement.path;
  const canonical = on.origins.get(statement) ?? '';
  on.positions.push({ span: whole, literal: false });
  const label = String('original' in statement.path ? statement.path.original : '');
  return {
    ...statement,
    path: pathTo(helper ?? PRINT_ATTRIBUTE, loc),
    params: [
      value,
      text(canonical || '', loc),
      text(label, loc),
      { type: 'NumberLiteral', value: on.positions.length - 1, original: on.positions.length - 1, loc },
    ],
    hash: undefined,
    escaped: true,
  };
}

const text = (value: string, loc: Location): Expression => ({ type: 'StringLiteral', value, original: value, loc });

function way(state: MarkupState): string | null {
  if (state.mode === 'text') return PRINT_TEXT;
  if (state.mode === 'value') return state.svg ? PRINT_DRAWING : PRINT_ATTRIBUTE;
  return null;
}

const PLACES: Partial<Record<MarkupState['mode'], string>> = {
  'tag-name': 'in the name of an element',
  tag: 'in place of an attribute',
  'before-value': 'as an attribute value without quotation marks',
  unquoted: 'in an attribute value without quotation marks',
  raw: 'in a stylesheet or script',
  comment: 'in a comment',
  declaration: 'in an end tag or a declaration',
};

function block(statement: BlockStatement, state: MarkupState, on: Walk): { statement: Statement; state: MarkupState } {
  const main = statement.program ? body(statement.program, state, on) : null;
  const other = statement.inverse ? body(statement.inverse, state, on) : null;
  const after = main?.state ?? state;
  const elsewise = other?.state ?? state;
  if (!on.plain && !sameState(after, elsewise)) {
    on.report(
      error('template-markup', 'The markup is in another state after this block than around it.', {
        span: on.spanOf(statement.path.loc),
        hint: 'Open and close tags, attributes and comments on the same side of the block.',
      }),
    );
  }
  const made: BlockStatement = { ...statement, params: statement.params.map((param) => settled(param, on)) };
  if (made.hash) {
    const pairs = made.hash.pairs.map((pair) => ({ ...pair, value: settled(pair.value, on) }));
    made.hash = { ...made.hash, pairs };
  }
  if (main) made.program = main.program;
  if (other) made.inverse = other.program;
  return { statement: isLet(statement) ? letBlock(made) : made, state: after };
}

function settled(value: Expression, on: Walk): Expression {
  if (value.type !== 'SubExpression') return value;
  const { loc } = value;
  on.positions.push({ span: on.spanOf(loc), literal: false });
  const index = on.positions.length - 1;
  const position: Expression = { type: 'NumberLiteral', value: index, original: index, loc };
  return { type: 'SubExpression', path: pathTo(SETTLE, loc), params: [value, position], loc };
}

const isLet = (statement: BlockStatement): boolean =>
  statement.path.type === 'PathExpression' && statement.path.original === 'let';

/** `#let name=value` becomes block parameters, which Handlebars knows: `#let value as |name|`. */
function letBlock(statement: BlockStatement): BlockStatement {
  const pairs = statement.hash?.pairs ?? [];
  const { program } = statement;
  return {
    ...statement,
    params: pairs.map((pair) => pair.value),
    hash: undefined,
    ...(program && { program: { ...program, blockParams: pairs.map((pair) => pair.key) } }),
  };
}

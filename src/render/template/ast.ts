import type { Span } from '../../core/source.ts';

/** Handlebars' syntax tree, as far as we let it be used; a discriminated union, which Handlebars' own types are not. */
export interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

interface Base {
  loc: Location;
}

export interface Program extends Base {
  type: 'Program';
  body: Statement[];
  blockParams?: string[];
}

export interface Hash extends Base {
  type: 'Hash';
  pairs: { type: 'HashPair'; key: string; value: Expression; loc: Location }[];
}

export interface PathExpression extends Base {
  type: 'PathExpression';
  data: boolean;
  depth: number;
  parts: string[];
  original: string;
}

export interface Call {
  path: Expression;
  params: Expression[];
  hash?: Hash;
}

export interface SubExpression extends Base, Call {
  type: 'SubExpression';
}

export interface StringLiteral extends Base {
  type: 'StringLiteral';
  value: string;
  original: string;
}

export interface NumberLiteral extends Base {
  type: 'NumberLiteral';
  value: number;
  original: number;
}

export interface BooleanLiteral extends Base {
  type: 'BooleanLiteral';
  value: boolean;
  original: boolean;
}

export interface NothingLiteral extends Base {
  type: 'UndefinedLiteral' | 'NullLiteral';
}

export type Expression = PathExpression | SubExpression | StringLiteral | NumberLiteral | BooleanLiteral | NothingLiteral;

interface Strip {
  open: boolean;
  close: boolean;
}

export interface MustacheStatement extends Base, Call {
  type: 'MustacheStatement';
  escaped: boolean;
  strip: Strip;
}

export interface BlockStatement extends Base, Call {
  type: 'BlockStatement';
  program?: Program;
  inverse?: Program;
}

export interface PartialStatement extends Base {
  type: 'PartialStatement';
  name: PathExpression | SubExpression | StringLiteral | NumberLiteral;
  params: Expression[];
  hash?: Hash;
  indent: string;
}

export interface PartialBlockStatement extends Base {
  type: 'PartialBlockStatement';
  name: PathExpression | SubExpression | StringLiteral | NumberLiteral;
  params: Expression[];
  hash?: Hash;
  program: Program;
}

export interface ContentStatement extends Base {
  type: 'ContentStatement';
  value: string;
  original: string;
}

export interface CommentStatement extends Base {
  type: 'CommentStatement';
}

export interface Decorator extends Base {
  type: 'Decorator' | 'DecoratorBlock';
}

export type Statement =
  | MustacheStatement
  | BlockStatement
  | PartialStatement
  | PartialBlockStatement
  | ContentStatement
  | CommentStatement
  | Decorator;

/** A template read: its tree, and where its nodes stand in the source. */
export interface Template {
  readonly ast: Program;
  readonly spanOf: (loc: Location) => Span;
}

/** The name that a partial statement gives; null for a computed one. */
export function partialName(name: PartialStatement['name']): string | null {
  if (name.type === 'PathExpression') return name.original;
  if (name.type === 'SubExpression') return null;
  return String(name.original);
}

import type { Span } from '../core/source.ts';

/** What a value that is more than a string brings along: how it prints as HTML and as plain text, and where it was written. */
export interface Print {
  /** Safe HTML. `mark` makes a position mark for a place in a source. */
  html(mark: Mark): string;
  readonly plain: string;
  readonly span?: Span | undefined;
}

export type Mark = (span: Span, literal: boolean) => string;

const PRINT = Symbol('print');

/** An object with own properties that templates may name, and a way to print. No prototype: there is nothing else to reach. */
export function printable(own: Readonly<Record<string, unknown>>, print: Print): object {
  const made = Object.assign(Object.create(null), own) as Record<string | symbol, unknown>;
  Object.defineProperty(made, PRINT, { value: print });
  return made;
}

export function printOf(value: unknown): Print | null {
  if (typeof value !== 'object' || value === null) return null;
  return (value as { [PRINT]?: Print })[PRINT] ?? null;
}

/** A value as helpers read it: printables are strings to them. */
export const bare = (value: unknown): unknown => printOf(value)?.plain ?? value;

/** Absent, or nothing to print. Zero is something. */
export const isAbsent = (value: unknown): value is null | undefined | '' => value === null || value === undefined || value === '';

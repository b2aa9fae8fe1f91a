import { directionOf } from '../core/direction.ts';
import type { SourcePosition } from '../core/rendered.ts';
import type { Span } from '../core/source.ts';
import type { RenderEnv } from './env.ts';
import { escapeHtml } from './escape.ts';
import { type Mark, printOf } from './printable.ts';
import { markText } from './template/instrument.ts';
import { isolateIslands } from './text/islands.ts';

/** The index of a position of this job, made once for each place. */
export function positionIndex(env: RenderEnv, key: string, position: SourcePosition): number {
  const known = env.known.get(key);
  if (known !== undefined) return known;
  env.positions.push(position);
  env.known.set(key, env.positions.length - 1);
  return env.positions.length - 1;
}

/** Marks for places in texts and words, which are the job's own. */
export const markerOf =
  (env: RenderEnv): Mark =>
  (span, literal) => {
    env.positions.push({ span, literal });
    return markText(env.positions.length - 1);
  };

/** Complaints that helpers made while this value was worked out stand where it is printed. */
export function settle(env: RenderEnv, at: Span | undefined): boolean {
  if (env.pending.length === 0) return false;
  for (const problem of env.pending) env.problems.push(problem.span ? problem : { ...problem, span: at });
  env.pending.length = 0;
  return true;
}

function missing(env: RenderEnv, canonical: string, label: string, at: Span | undefined): void {
  const path = canonical && !canonical.startsWith('#') ? canonical : label;
  const isText = path.startsWith('texts.');
  env.problems.push(
    isText
      ? {
          code: 'missing-text',
          message: `The text \`${path.slice('texts.'.length)}\` is not written in the language \`${env.language}\`.`,
          span: at,
          hint: `Write it under texts.${env.language}, or guard it in the template.`,
        }
      : {
          code: 'missing-value',
          message: `\`${path}\` has no value for this library.`,
          span: at,
          hint: 'Give the library a value, or say with {{#if}} or {{or}} what to print without one.',
        },
  );
}

/** A value as a string; complaints where it cannot be one. null: nothing to print. */
export function stringOf(value: unknown, env: RenderEnv, canonical: string, label: string, at: Span | undefined): string | null {
  const complained = settle(env, at);
  if (value === null || value === undefined) {
    if (!complained) missing(env, canonical, label, at);
    return null;
  }
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return numeral(value);
  const printed = printOf(value);
  if (printed) return printed.plain;
  env.problems.push({
    code: 'unprintable-value',
    message: `\`${label}\` is ${kindOf(value)}, which cannot be printed.`,
    span: at,
    hint:
      typeof value === 'number'
        ? 'See that all its values are numbers, and that nothing is divided by zero.'
        : 'Name the part of it that is meant.',
  });
  return null;
}

/** Never in scientific notation, and zero without a sign. */
function numeral(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return 'no number (a division by zero, or words where numbers should be)';
  if (typeof value === 'boolean') return 'a yes or no';
  return Array.isArray(value) ? 'a list' : 'a set of values';
}

/** A value in a line of its language: what runs from left to right stays whole in one that runs from right to left. */
export const inLine = (text: string, env: RenderEnv): string =>
  directionOf(env.language) === 'rtl' ? isolateIslands(text) : text;

const BLOCK = /^<(?:p|h\d|[uo]l|blockquote)>/;

/** Prints into HTML text or an attribute value, with a mark that says where the value comes from. */
export function printHtml(
  value: unknown,
  canonical: string,
  label: string,
  position: number,
  env: RenderEnv,
  where: 'text' | 'attribute' | 'drawing',
): string {
  const at = env.positions[position]?.span;
  const text = stringOf(value, env, canonical, label, at);
  if (text === null) return '';
  if (where === 'drawing') return escapeHtml(text);
  const print = printOf(value);
  if (print && where === 'text') {
    const html = print.html(markerOf(env));
    // A block stands where the template prints it; its words where they were written.
    return BLOCK.test(html) ? markText(position) + html : html;
  }
  const origin = print?.span ?? (canonical ? env.originOf(canonical) : undefined);
  const index = origin
    ? positionIndex(env, canonical || `${origin.source.path}:${origin.start}`, { span: origin, literal: false })
    : position;
  return markText(index) + escapeHtml(where === 'text' ? inLine(text, env) : text);
}

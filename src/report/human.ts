import type { Diagnostic } from '../core/diagnostics.ts';
import { locate } from '../core/source.ts';
import { excerpt } from './excerpt.ts';

export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const plain = (text: string): string => text;
const sgr =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

export const PLAIN: Paint = { red: plain, yellow: plain, cyan: plain, dim: plain, bold: plain };
export const COLOURED: Paint = { red: sgr(31), yellow: sgr(33), cyan: sgr(36), dim: sgr(2), bold: sgr(1) };

/** 'campaign.yaml:12:7', or nothing where the diagnostic has no place. */
export function place(d: Diagnostic): string | undefined {
  if (!d.span) return undefined;
  const { line, column } = locate(d.span.source, d.span.start);
  return `${d.span.source.path}:${line}:${column}`;
}

/** 'north, da, poster, a3' */
export function concerns(d: Diagnostic): string {
  return [d.about?.library, d.about?.language, d.about?.piece, d.about?.size].filter((part) => part !== undefined).join(', ');
}

/** One diagnostic as a person reads it: what, where, the line with a caret, whom it concerns, what to do. */
export function human(d: Diagnostic, paint: Paint): string {
  const kind = d.severity === 'error' ? paint.red(paint.bold('error')) : paint.yellow(paint.bold('warning'));
  const lines = [`${kind} ${paint.dim(`[${d.code}]`)} ${paint.bold(d.message)}`];
  const at = place(d);
  if (at) lines.push(`  ${paint.cyan(at)}`);
  if (d.span) lines.push(...excerpt(d.span).map((line) => `  ${line}`));
  const whom = concerns(d);
  if (whom !== '') lines.push(`  ${paint.dim('concerns')} ${whom}`);
  for (const hint of d.hints) lines.push(`  ${paint.cyan('hint')} ${hint}`);
  return lines.join('\n');
}

/** One line a diagnostic, as editors and `grep` like it: file:line:column: severity code: message. */
export function short(d: Diagnostic): string {
  const whom = concerns(d);
  return `${place(d) ?? '-'}: ${d.severity} ${d.code}: ${d.message}${whom === '' ? '' : ` (${whom})`}`;
}

import type { DiagnosticCode } from './codes/index.ts';
import type { Span } from './source.ts';

export type Severity = 'error' | 'warning';

/** Whom a diagnostic concerns. A diagnostic without a library concerns the whole campaign. */
export interface About {
  readonly library?: string;
  readonly language?: string;
  readonly piece?: string;
  /** Name of the size that the piece is laid out in: 'a3'. */
  readonly size?: string;
}

/** One complaint, as data. Reporters turn it into words on a screen; nothing else prints. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** One sentence: what is wrong, with the value in question. */
  readonly message: string;
  readonly span?: Span;
  readonly about?: About;
  /** What to do about it; one sentence each. */
  readonly hints: readonly string[];
}

/** Many complaints at once; a value too, where one could be made. */
export interface Result<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

type Extra = { span?: Span | undefined; about?: About | undefined; hint?: string | readonly string[] | undefined };

/** Soft hyphens, isolates and other marks that nobody sees in a quoted word; joiners are spelling, and stay. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const seen = (sentence: string): string => sentence.replace(UNSEEN, '');

function diagnostic(severity: Severity, code: DiagnosticCode, message: string, extra: Extra): Diagnostic {
  const { hint } = extra;
  const hints = (hint === undefined ? [] : typeof hint === 'string' ? [hint] : hint).map(seen);
  return {
    severity,
    code,
    message: seen(message),
    hints,
    ...(extra.span && { span: extra.span }),
    ...(extra.about && { about: extra.about }),
  };
}

export const error = (code: DiagnosticCode, message: string, extra: Extra = {}): Diagnostic =>
  diagnostic('error', code, message, extra);

export const warning = (code: DiagnosticCode, message: string, extra: Extra = {}): Diagnostic =>
  diagnostic('warning', code, message, extra);

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some((d) => d.severity === 'error');

/** The same diagnostic, told whom it concerns; what it already says of that stands. */
export const withAbout = (d: Diagnostic, about: About): Diagnostic => ({ ...d, about: { ...about, ...d.about } });

import type { About, Diagnostic, Severity } from '../core/diagnostics.ts';
import type { Position } from '../core/source.ts';
import { locate } from '../core/source.ts';

/** A diagnostic as `--format json` prints it. Lines and columns from 1, columns in UTF-16 units; `end` is the first position after the fault. */
export interface JsonDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly start?: Position;
  readonly end?: Position;
  /** The faulty words themselves. */
  readonly text?: string;
  readonly about?: About;
  readonly hints: readonly string[];
}

export function toJson(d: Diagnostic): JsonDiagnostic {
  const { severity, code, message, hints, about, span } = d;
  return {
    severity,
    code,
    message,
    ...(span && {
      file: span.source.path,
      start: locate(span.source, span.start),
      end: locate(span.source, span.end),
      text: span.source.text.slice(span.start, span.end),
    }),
    ...(about && { about }),
    hints,
  };
}

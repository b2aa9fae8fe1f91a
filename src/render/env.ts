import type { LanguageFormat } from '../core/campaign.ts';
import type { DiagnosticCode } from '../core/codes/index.ts';
import type { SourcePosition } from '../core/rendered.ts';
import type { Span } from '../core/source.ts';

/** A complaint of a helper or of printing, before it is known where it stands. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly span?: Span | undefined;
  readonly hint?: string | undefined;
}

/** What helpers and printing need to know of the job at hand. Made for one job, passed as Handlebars' `@kit` data. */
export interface RenderEnv {
  /** BCP 47 */
  readonly language: string;
  readonly format: LanguageFormat;
  readonly context: Readonly<Record<string, unknown>>;
  readonly words: ReadonlyMap<string, { readonly text: string; readonly span: Span }>;
  /** The template set's static positions, then those of this job. */
  readonly positions: SourcePosition[];
  /** Of the job: canonical path or text → index into `positions`. */
  readonly known: Map<string, number>;
  /** Where the value of a canonical path was written. */
  readonly originOf: (canonical: string) => Span | undefined;
  /** Set when something was to be printed that has been complained of before, for the whole campaign. */
  spoilt: boolean;
  /** Turns of loops so far. */
  turns: number;
  readonly pending: Problem[];
  /** Complaints with their places. */
  readonly problems: Problem[];
}

import type { Campaign } from '../core/campaign.ts';
import type { Diagnostic, Result } from '../core/diagnostics.ts';
import type { Outcome } from './outcome.ts';
import type { Stopwatch } from './stopwatch.ts';

export interface Tally {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  /** The value of a stage's result; its complaints are kept. */
  readonly take: <T>(result: Result<T>) => T | undefined;
  /** So far. */
  readonly all: readonly Diagnostic[];
  readonly end: (rest: Partial<Outcome>) => Outcome;
}

/** Gathers complaints. `--strict` turns warnings into errors here, once, so that every decision after it sees errors. */
export function tally(watch: Stopwatch, strict: boolean): Tally {
  const diagnostics: Diagnostic[] = [];
  const add = (found: readonly Diagnostic[]): void => {
    for (const d of found) diagnostics.push(strictly(d, strict));
  };
  return {
    all: diagnostics,
    add,
    take: (result) => {
      add(result.diagnostics);
      return result.value;
    },
    end: (rest) => ({ documents: 0, removed: 0, wrongUse: false, times: watch.times, ...rest, diagnostics }),
  };
}

/** Where only some libraries are asked for, the faults of others are another day's; but one that is not found may be one of the faulty. */
export function concerning(result: Result<Campaign>, libraries: readonly string[] | undefined): Result<Campaign> {
  const known = [...(result.value?.libraries.map(({ id }) => id) ?? []), ...(result.value?.faulty ?? [])];
  if (!libraries?.length || !libraries.every((id) => known.includes(id))) return result;
  // Two ids that differ by their capitals are one folder.
  const ids = new Set(libraries.map((id) => id.toLowerCase()));
  const asked = (d: Diagnostic): boolean => d.about?.library === undefined || ids.has(d.about.library.toLowerCase());
  return { ...result, diagnostics: result.diagnostics.filter(asked) };
}

export const strictly = (d: Diagnostic, strict: boolean): Diagnostic => (strict ? { ...d, severity: 'error' } : d);

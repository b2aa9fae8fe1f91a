import type { Diagnostic } from '../core/diagnostics.ts';
import { gather } from './gather.ts';
import { COLOURED, human, PLAIN, short } from './human.ts';

export type Format = 'human' | 'short' | 'json';

/** All diagnostics as the text for stderr. `json` has none: there everything stands in the one object on stdout. */
export function reportText(diagnostics: readonly Diagnostic[], format: Format, colour: boolean): string {
  if (format === 'json' || diagnostics.length === 0) return '';
  if (format === 'short') return `${diagnostics.map(short).join('\n')}\n`;
  return `${gather(diagnostics)
    .map(({ diagnostic, count }) => `${human(diagnostic, colour ? COLOURED : PLAIN)}${count > 1 ? `\n  (${count} times)` : ''}`)
    .join('\n\n')}\n\n`;
}

export { type JsonDiagnostic, toJson } from './json.ts';
export { type Progress, progressOn, SILENT, type Terminal } from './progress.ts';

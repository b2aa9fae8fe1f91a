import type { Diagnostic } from '../core/diagnostics.ts';
import { locate } from '../core/source.ts';
import { type Gathered, gather } from './gather.ts';
import { COLOURED, human, type Paint, PLAIN, short } from './human.ts';

export type Format = 'human' | 'short' | 'json';

/** Complaints of one code in one file that are shown whole; of the rest only the lines are told. */
const MOST_ALIKE = 8;
const SHOWN_ALIKE = 5;

/** What is shown of gathered complaints: each whole, or, where many of one file are alike, the lines of the last of them. */
function shown(all: readonly Gathered[], paint: Paint): readonly string[] {
  const kindOf = ({ diagnostic: { code, span } }: Gathered): string => `${code} ${span?.source.path ?? ''}`;
  const alike = new Map<string, Gathered[]>();
  for (const each of all) alike.set(kindOf(each), [...(alike.get(kindOf(each)) ?? []), each]);
  return all.flatMap((each) => {
    const group = alike.get(kindOf(each)) ?? [];
    const index = group.indexOf(each);
    const { diagnostic, count } = each;
    if (group.length <= MOST_ALIKE || index < SHOWN_ALIKE)
      return [`${human(diagnostic, paint)}${count > 1 ? `\n  (${count} times)` : ''}`];
    return index === SHOWN_ALIKE ? [rest(group.slice(SHOWN_ALIKE), diagnostic)] : [];
  });
}

function rest(group: readonly Gathered[], { code, span }: Diagnostic): string {
  const lines = new Set(group.flatMap(({ diagnostic: d }) => (d.span ? [locate(d.span.source, d.span.start).line] : [])));
  const where = span ? ` in ${span.source.path}, ${lines.size === 1 ? 'line' : 'lines'} ${[...lines].join(', ')}` : '';
  return `and ${group.length} more [${code}]${where} (--format short shows all)`;
}

/** All diagnostics as the text for stderr. `json` has none: there everything stands in the one object on stdout. */
export function reportText(diagnostics: readonly Diagnostic[], format: Format, colour: boolean): string {
  if (format === 'json' || diagnostics.length === 0) return '';
  const gathered = gather(diagnostics);
  if (format === 'short') return `${gathered.map(({ diagnostic }) => short(diagnostic)).join('\n')}\n`;
  return `${shown(gathered, colour ? COLOURED : PLAIN).join('\n\n')}\n\n`;
}

export { gather } from './gather.ts';
export { type JsonDiagnostic, toJson } from './json.ts';
export { type Progress, progressOn, SILENT, type Terminal } from './progress.ts';
export { settled } from './settle.ts';

import { formatDate, readDate } from '../../core/calendar/index.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Path, WrittenMap } from '../../core/written/node.ts';
import { nodeAt, spanWithin } from '../../core/written/node.ts';

const DATES: readonly Path[] = [
  ['event', 'period', 'from'],
  ['event', 'period', 'to'],
  ['event', 'booking', 'opens'],
  ['event', 'booking', 'closes'],
  ['press', 'date'],
  ['press', 'until'],
];

const SLASHES = /(?<!\d)(\d{1,2})\/(\d{1,2})[/\s-]\s*(\d{4})(?!\d)/;

/** Dates that a European and an American read as two different days: 12/07/2027. The other separators are nobody's but Europe's. */
export function dateRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  const sessions = nodeAt(map, ['event', 'sessions']);
  const own = sessions?.kind === 'map' ? [...sessions.entries.keys()].map((id) => ['event', 'sessions', id, 'date']) : [];
  return [...own, ...DATES].flatMap((path) => {
    const node = nodeAt(map, path);
    const match = node?.kind === 'scalar' && node.value !== null ? SLASHES.exec(node.value) : null;
    if (node?.kind !== 'scalar' || !match) return [];
    const [words, day, month] = match;
    const read = readDate(words);
    if (!read.ok || Number(day) > 12 || Number(month) > 12 || Number(day) === Number(month)) return [];
    const message = `“${words}” is read as ${formatDate(read.date, 'en', 'date')}, but may mean another day.`;
    const span = spanWithin(node, match.index, match.index + words.length);
    return [warning('date-ambiguous', message, { span, about, hint: `Write ${read.date}, if that day is meant.` })];
  });
}

import type { Day, Locale, Month } from 'date-fns';
import type { CalendarDay, Weekday } from './date.ts';
import { weekdayOfDay } from './date.ts';
import { DASH, NBSP } from './language.ts';

/** A date pattern of Unicode TR 35 in parts: a run of one letter is a field, all else stands as it is. */
export type Part = Field | { readonly kind: 'literal'; readonly text: string };
interface Field {
  readonly kind: 'field';
  readonly letter: string;
  readonly width: number;
  readonly ordinal: boolean;
}
export type Pattern = readonly Part[];

const TOKEN = /''|'((?:[^']|'')*)'|([A-Za-z])\2*o?|[^A-Za-z']+/g;

export function parsePattern(pattern: string): Pattern {
  const parts: Part[] = [];
  for (const [token, quoted] of pattern.matchAll(TOKEN)) {
    if (/^[A-Za-z]/.test(token)) {
      const ordinal = token.length > 1 && token.endsWith('o');
      parts.push({ kind: 'field', letter: token.charAt(0), width: token.length - (ordinal ? 1 : 0), ordinal });
      continue;
    }
    const text = quoted === undefined ? (token === "''" ? "'" : token) : quoted.replaceAll("''", "'");
    const last = parts.at(-1);
    if (last?.kind === 'literal') parts[parts.length - 1] = { kind: 'literal', text: last.text + text };
    else parts.push({ kind: 'literal', text });
  }
  return parts;
}

const isYear = (part: Part | undefined): boolean => part?.kind === 'field' && /[yYu]/.test(part.letter);

/** Leaves the year out, and what ties it to its neighbours: "d 'de' MMMM 'de' y" → "d 'de' MMMM", "y. MMMM d." → "MMMM d.". */
export function withoutYear(pattern: Pattern): Pattern {
  const at = pattern.findIndex(isYear);
  if (at < 0) return pattern;
  const isLiteral = (i: number): boolean => pattern[i]?.kind === 'literal';
  const from = at > 0 && isLiteral(at - 1) ? at - 1 : at;
  // What follows a year goes with it where the year begins or ends the pattern ("y 'г.'").
  const alone = from === 0 || at + 2 >= pattern.length;
  const to = alone && isLiteral(at + 1) ? at + 2 : at + 1;
  // A language may say it twice.
  return withoutYear([...pattern.slice(0, from), ...pattern.slice(to)]);
}

export const yearComesFirst = (pattern: Pattern): boolean =>
  pattern.findIndex(isYear) < pattern.findIndex((part) => part.kind === 'field' && part.letter === 'd');

function fieldText(part: Field, day: CalendarDay, { localize }: Locale, until: CalendarDay | undefined, stop: string): string {
  const number = (value: number): string => String(value).padStart(part.width, '0');
  switch (part.letter) {
    case 'y':
    case 'Y':
    case 'u':
      return part.width === 2 ? number(day.year % 100) : number(day.year);
    case 'M':
    case 'L': {
      if (part.width < 3) return number(day.month);
      const context = part.letter === 'M' ? 'formatting' : 'standalone';
      return localize.month((day.month - 1) as Month, { width: part.width === 3 ? 'abbreviated' : 'wide', context });
    }
    case 'd': {
      const one = (value: number): string => (part.ordinal ? localize.ordinalNumber(value, { unit: 'date' }) : number(value));
      return until ? `${one(day.day)}${stop}${DASH}${one(until.day)}` : one(day.day);
    }
    case 'E':
    case 'e':
    case 'c': {
      const context = part.letter === 'c' ? 'standalone' : 'formatting';
      return localize.day(dayIndex(weekdayOfDay(day)), { width: part.width < 4 ? 'abbreviated' : 'wide', context });
    }
    default:
      return '';
  }
}

const dayIndex = (weekday: Weekday): Day => (weekday % 7) as Day;

/** The full stop of "6. desember" makes the figure an ordinal, so a range has two: "6.–9. desember". One that ends the date belongs to all of it. */
function stopAfter(pattern: Pattern, at: number): string {
  const next = pattern[at + 1];
  return next?.kind === 'literal' && next.text.startsWith('.') && at + 2 < pattern.length ? '.' : '';
}

/** @param until another day of the same month: "6–9 december". Day and month are never parted by a line break. */
export function writePattern(pattern: Pattern, day: CalendarDay, locale: Locale, until?: CalendarDay): string {
  return pattern
    .map((part, i) => {
      if (part.kind === 'field') return fieldText(part, day, locale, until, stopAfter(pattern, i));
      const beside = [pattern[i - 1], pattern[i + 1]].map((p) => (p?.kind === 'field' ? p.letter : ''));
      return beside.includes('d') && beside.some((letter) => letter === 'M' || letter === 'L')
        ? part.text.replaceAll(' ', NBSP)
        : part.text;
    })
    .join('')
    .trim();
}

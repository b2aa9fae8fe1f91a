import type { Locale } from 'date-fns';
import type { TimeOfDay } from './date.ts';
import type { LanguageCalendar, TimeStyle } from './language.ts';
import { DASH, NBSP, NEVER } from './language.ts';
import { namesOfLocale } from './locale-names.ts';
import { parsePattern, withoutYear, writePattern, yearComesFirst } from './pattern.ts';

const two = (value: number): string => String(value).padStart(2, '0');

function clock(locale: Locale, { hour, minute }: TimeOfDay, style: TimeStyle): string {
  if (style.clock === '24h') return `${two(hour)}:${two(minute)}`;
  const half = locale.localize.dayPeriod(hour < 12 ? 'am' : 'pm', { width: 'wide' });
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}${NBSP}${half}`;
}

/**
 * A language that has no table of its own here: its dates by the locale's own patterns, its times by the 24-hour clock (ISO 8601-1, 5.3).
 * Nobody has told us how its speakers shorten and vary, so free text is read with caution: a weekday counts beside a date or where a text begins.
 */
export function fromLocale(tag: string, locale: Locale): LanguageCalendar {
  const pattern = (width: 'full' | 'long' | 'medium') => parsePattern(locale.formatLong.date({ width }));
  const [full, long, medium] = [pattern('full'), pattern('long'), pattern('medium')];
  const forms = {
    long: full,
    'no-year': withoutYear(full),
    date: long,
    'day-month': withoutYear(long),
    short: medium,
  };
  return {
    tag,
    names: namesOfLocale(locale),
    clock: '24h',
    date: (day, form) => writePattern(forms[form], day, locale),
    range(from, to, year) {
      const [whole, bare] = [forms.date, forms['day-month']];
      const end = year ? whole : bare;
      if (from.year !== to.year) return writePattern(whole, from, locale) + DASH + writePattern(whole, to, locale);
      if (from.month === to.month) return writePattern(end, from, locale, to);
      // The year is said once, where the language has it: first or last.
      const first = yearComesFirst(whole);
      return writePattern(first ? end : bare, from, locale) + DASH + writePattern(first ? bare : end, to, locale);
    },
    time: (time, style) => clock(locale, time, style),
    times: (start, end, style) => `${clock(locale, start, style)}${DASH}${clock(locale, end, style)}`,
    beforeTime: ', ',
    reading: {
      article: '\\p{L}{1,3}\\.?',
      ordinal: '[.º]?',
      of: '\\p{L}{1,3}\\.?',
      monthFirst: false,
      weekdayEndings: '',
      // German "so", Spanish "mar": nobody told us which of them are words.
      weekdayWords: '\\p{L}{1,4}',
      recurring: '\\p{L}+',
      beforeHour: NEVER,
      beforeTime: NEVER,
      monthAliases: {},
      weekdayAliases: {},
    },
  };
}

import type { ClockTime, IsoDate } from '../campaign.ts';
import type { TimeOfDay } from './date.ts';
import { dayOf, timeOf, weekdayOf } from './date.ts';
import type { Clock, DateForm, LanguageCalendar, NamedDay, TimeStyle } from './language.ts';
import { calendarOf, named } from './table.ts';

export interface TimeOptions {
  /** Absent: as the language does. */
  readonly clock?: Clock | undefined;
  /** `always` writes 6.00; `auto` (the default) leaves whole hours bare. */
  readonly minutes?: 'auto' | 'always' | undefined;
  /** Without "kl.", for tables and big figures. */
  readonly bare?: boolean | undefined;
}

function day(date: IsoDate, language: LanguageCalendar): NamedDay {
  const parts = dayOf(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  return named(language, parts, weekdayOf(date));
}

function time(text: ClockTime): TimeOfDay {
  const parts = timeOf(text);
  if (!parts) throw new RangeError(`not a time: ${text}`);
  return parts;
}

const style = (language: LanguageCalendar, options: TimeOptions): TimeStyle => ({
  clock: options.clock ?? language.clock,
  minutes: options.minutes ?? 'auto',
  bare: options.bare ?? false,
});

/** @param date a real ISO date @param lang one that `hasCalendar` knows */
export function formatDate(date: IsoDate, lang: string, form: DateForm = 'long'): string {
  const language = calendarOf(lang);
  const d = day(date, language);
  switch (form) {
    case 'iso':
      return date;
    case 'day':
      return String(d.day);
    case 'month':
      return d.monthName;
    case 'weekday':
      return d.weekdayName;
    case 'year':
      return String(d.year);
    default:
      return language.date(d, form);
  }
}

/** "6.–9. december 2012", "28. november–2. december"; one day is written as one. Two years are always both said. */
export function formatDateRange(from: IsoDate, to: IsoDate, lang: string, options: { readonly year?: boolean } = {}): string {
  const year = options.year ?? true;
  if (from === to) return formatDate(from, lang, year ? 'date' : 'day-month');
  const language = calendarOf(lang);
  return language.range(day(from, language), day(to, language), year);
}

/** "kl. 17.30", "5.30 pm" */
export function formatTime(at: ClockTime, lang: string, options: TimeOptions = {}): string {
  const language = calendarOf(lang);
  return language.time(time(at), style(language, options));
}

/** "kl. 17.30–20.30", "5.30–8.30 pm". Without an end, the start alone. An end before the start is on the next day. */
export function formatTimes(start: ClockTime, end: ClockTime | undefined, lang: string, options: TimeOptions = {}): string {
  if (end === undefined) return formatTime(start, lang, options);
  const language = calendarOf(lang);
  return language.times(time(start), time(end), style(language, options));
}

/** Date and times: "torsdag den 6. december 2012 kl. 17.30–20.30", "Thursday 6 December 2012, 5.30–8.30 pm". */
export function formatWhen(
  when: { readonly date: IsoDate; readonly start?: ClockTime | undefined; readonly end?: ClockTime | undefined },
  lang: string,
  options: TimeOptions & { readonly form?: DateForm | undefined } = {},
): string {
  const date = formatDate(when.date, lang, options.form ?? 'long');
  if (when.start === undefined) return date;
  return date + calendarOf(lang).beforeTime + formatTimes(when.start, when.end, lang, options);
}

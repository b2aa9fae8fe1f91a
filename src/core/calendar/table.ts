import type { Day, Month } from 'date-fns';
import { danish } from './da.ts';
import type { CalendarDay, Weekday } from './date.ts';
import { english } from './en.ts';
import type { LanguageCalendar, NamedDay } from './language.ts';

/** The languages that dates and times can be written in. */
const TABLE: ReadonlyMap<string, LanguageCalendar> = new Map([danish, english].map((l) => [l.tag, l]));

export const calendarLanguages = (): readonly string[] => [...TABLE.keys()];

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

export const hasCalendar = (tag: string): boolean => TABLE.has(primary(tag));

/** @param tag BCP 47; a region or script is ignored. One that `hasCalendar` denies throws: validate has refused it. */
export function calendarOf(tag: string): LanguageCalendar {
  const language = TABLE.get(primary(tag));
  if (!language) throw new RangeError(`no calendar for the language ${tag}`);
  return language;
}

export const monthName = (language: LanguageCalendar, month: number): string =>
  language.locale.localize.month((month - 1) as Month, { width: 'wide' });

export const monthShort = (language: LanguageCalendar, month: number): string =>
  language.locale.localize.month((month - 1) as Month, { width: 'abbreviated' });

export const weekdayName = (language: LanguageCalendar, weekday: Weekday): string =>
  language.locale.localize.day((weekday % 7) as Day, { width: 'wide' });

export const weekdayShort = (language: LanguageCalendar, weekday: Weekday): string =>
  language.locale.localize.day((weekday % 7) as Day, { width: 'abbreviated' });

export const named = (language: LanguageCalendar, day: CalendarDay, weekday: Weekday): NamedDay => ({
  ...day,
  weekdayName: weekdayName(language, weekday),
  monthName: monthName(language, day.month),
  monthShort: monthShort(language, day.month),
});

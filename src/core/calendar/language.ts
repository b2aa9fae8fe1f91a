import type { CalendarDay, TimeOfDay, Weekday } from './date.ts';

/**
 * How a date is written. In Danish and English:
 * long: torsdag den 6. december 2012 / Thursday 6 December 2012;
 * no-year: torsdag den 6. december / Thursday 6 December;
 * date: 6. december 2012 / 6 December 2012;
 * day-month: 6. december / 6 December;
 * short: 6. dec. 2012 / 6 Dec 2012;
 * day: 6; month: december / December, as it stands beside its day (Polish grudnia, Hebrew בדצמבר); weekday: torsdag / Thursday; year: 2012; iso: 2012-12-06.
 */
export const DATE_FORMS = ['long', 'no-year', 'date', 'day-month', 'short', 'day', 'month', 'weekday', 'year', 'iso'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export type Clock = '12h' | '24h';

/** A day with its names in one language. */
export interface NamedDay extends CalendarDay {
  readonly weekdayName: string;
  readonly monthName: string;
  readonly monthShort: string;
}

export interface TimeStyle {
  readonly clock: Clock;
  /** `always`: 6.00 too; `auto`: whole hours go without minutes. */
  readonly minutes: 'auto' | 'always';
  /** Without the word that stands before a time in running text ("kl."). */
  readonly bare: boolean;
}

/** A language's names, January and Monday first. */
export interface CalendarNames {
  /** As they stand beside a day: 'grudnia'. */
  readonly months: readonly string[];
  /** As they stand alone: 'grudzień'. */
  readonly monthsAlone: readonly string[];
  readonly monthsShort: readonly string[];
  readonly weekdays: readonly string[];
  /** Short names that are looked for in running text. Empty where they are words of the language too ("лист." is a letter). */
  readonly readMonths: readonly (readonly string[])[];
  readonly readWeekdays: readonly string[];
}

/**
 * Everything that the calendar knows of one language. Those of `languages/` and Danish and English have one of their own; for all others it is made from
 * date-fns' locale. To write a language better than that, write one of these and put it into the table.
 */
export interface LanguageCalendar {
  /** BCP 47. */
  readonly tag: string;
  readonly names: CalendarNames;
  readonly clock: Clock;
  date(day: NamedDay, form: 'long' | 'no-year' | 'date' | 'day-month' | 'short'): string;
  /** Two days of one month, of one year, or of two years. */
  range(from: NamedDay, to: NamedDay, year: boolean): string;
  time(time: TimeOfDay, style: TimeStyle): string;
  times(start: TimeOfDay, end: TimeOfDay, style: TimeStyle): string;
  /** What stands between a date and its time. */
  readonly beforeTime: string;
  readonly reading: ReadingWords;
}

/** What a language needs for its dates and times to be recognised. Sources of regular expressions, matched without regard to case. */
export interface ReadingWords {
  /** Between weekday and day: 'den', 'the'. */
  readonly article: string;
  /** After the day's digits: '\\.?' or '(?:st|nd|rd|th)?'. */
  readonly ordinal: string;
  /** Between day and month: 'of'. */
  readonly of: string | null;
  /** 'December 6, 2012' is written too. */
  readonly monthFirst: boolean;
  /** Endings that a weekday takes and still means one day ('torsdagen'). */
  readonly weekdayEndings: string;
  /** Short names that are other words too and mean the weekday only with their full stop: Danish 'man' ("one"). */
  readonly weekdayWords: string;
  /** A weekday after one of these says how often, not when: 'every', 'hver'. */
  readonly recurring: string;
  /** Words that make the number after them a time: 'kl.', 'at'. Those of `hour` make whole hours times too. */
  readonly beforeHour: string;
  readonly beforeTime: string;
  /** Short names beyond those of the locale. */
  readonly monthAliases: Readonly<Record<string, number>>;
  readonly weekdayAliases: Readonly<Record<string, Weekday>>;
  /** Weekdays that mean a day when they stand alone; absent: all. Vietnamese "thứ năm" is also "the fifth", Turkish "pazar" a market. */
  readonly weekdaysAlone?: readonly Weekday[];
  /** Without it a number and a month's name are no date: Vietnamese 'ngày', for "3 tháng 2" may also be "3 months, 2". */
  readonly beforeDay?: string;
  /** Between month and year: Vietnamese 'năm'. */
  readonly beforeYear?: string;
  /** A later era that years may be counted in: Thai years are 543 more. */
  readonly eraOffset?: number;
  /** After a number, it makes a time of it: German 'Uhr'. */
  readonly afterHour?: string;
  /** Times up to twelve may mean the afternoon, although the language is printed with 24 hours here. */
  readonly halfDays?: boolean;
}

/** A pattern that matches nothing. */
export const NEVER = '(?!)';

/** U+00A0: what belongs together is never broken. */
export const NBSP = '\u00a0';
/** U+2013, without spaces, in ranges. */
export const DASH = '\u2013';

/**
 * A stretch that runs from left to right whatever stands around it (UAX 9, left-to-right isolate): a range of figures in a line of Arabic would else be
 * shown with its end first.
 */
export const isolated = (text: string): string => `\u2066${text}\u2069`;

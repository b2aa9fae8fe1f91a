import type { TimeOfDay, Weekday } from '../date.ts';
import type { LanguageCalendar, NamedDay, ReadingWords, TimeStyle } from '../language.ts';
import { isolated, NBSP, NEVER } from '../language.ts';

/**
 * A language in a few lines. Patterns hold {W} weekday, {d} day, {M} month beside a day, {m} short month, {y} year; in those of ranges {a} and {b}
 * are the two ends. `_` is a no-break space, `–` an en dash.
 */
export interface Spoken {
  /** BCP 47. */
  readonly tag: string;
  /** January first, as they stand beside a day. */
  readonly months: string;
  /** As they stand alone, where that differs. */
  readonly monthsAlone?: string;
  readonly monthsShort: string;
  /** Monday first. */
  readonly weekdays: string;
  readonly dayMonth: string;
  readonly date: string;
  readonly short: string;
  /** The weekday with a date of either kind, which stands for {date}. Absent: 'weekday, date'. */
  readonly withWeekday?: string;
  /** A year that comes before the weekday: Turkish. */
  readonly long?: string;
  /** Two days of one month, in the place of {d}. */
  readonly days?: string;
  /** Two dates. */
  readonly dates?: string;
  /** One time in running text, and two: {a} and {b} are the figures. */
  readonly time?: string;
  readonly times?: string;
  /** Figures alone. */
  readonly bareTimes?: string;
  /** Between hours and minutes. */
  readonly timeMark?: '.' | ':';
  /** Before and after noon, for a campaign that wants the 12-hour clock; {t} is the time. */
  readonly halves: readonly [string, string];
  /** Between a date and its time. */
  readonly beforeTime?: string;
  readonly reading?: Partial<ReadingWords>;
}

/** Figures of a range in a line that runs from right to left. */
export const RTL_TIMES = isolated('{a}–{b}');

const two = (value: number): string => String(value).padStart(2, '0');

const list = (names: string): readonly string[] => names.split(' ').map((name) => name.replaceAll('_', ' '));

const unbroken = (name: string): string => name.replaceAll(' ', NBSP);

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll('_', NBSP).replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

const NOTHING_READ: ReadingWords = {
  article: NEVER,
  ordinal: '\\.?',
  of: null,
  monthFirst: false,
  weekdayEndings: '',
  weekdayWords: NEVER,
  recurring: NEVER,
  beforeHour: NEVER,
  beforeTime: NEVER,
  monthAliases: {},
  weekdayAliases: {},
};

/** No weekday counts when it stands alone: the word has other meanings, or its plural looks the same. */
export const NO_WEEKDAYS: readonly Weekday[] = [];

export function spoken(language: Spoken): LanguageCalendar {
  const { timeMark = ':', dates = '{a}_– {b}', days = '{a}–{b}', withWeekday = '{W}, {date}' } = language;
  const { time = '{a}', times = '{a}–{b}', bareTimes = '{a}–{b}' } = language;
  const weekdays = list(language.weekdays);
  const months = list(language.months);

  const write = (pattern: string, day: NamedDay, d = String(day.day)): string =>
    fill(pattern, { W: day.weekdayName, d, M: unbroken(day.monthName), m: unbroken(day.monthShort), y: String(day.year) });

  const clock = ({ hour, minute }: TimeOfDay, style: TimeStyle): string => {
    if (style.clock === '24h') return `${two(hour)}${timeMark}${two(minute)}`;
    const t = `${hour % 12 === 0 ? 12 : hour % 12}${timeMark}${two(minute)}`;
    return fill(language.halves[hour < 12 ? 0 : 1], { t });
  };

  return {
    tag: language.tag,
    names: {
      months,
      monthsAlone: language.monthsAlone === undefined ? months : list(language.monthsAlone),
      monthsShort: list(language.monthsShort),
      weekdays,
      readMonths: [],
      readWeekdays: [],
    },
    clock: '24h',
    date(day, form) {
      if (form === 'date') return write(language.date, day);
      if (form === 'day-month') return write(language.dayMonth, day);
      if (form === 'short') return write(language.short, day);
      if (form === 'long' && language.long !== undefined) return write(language.long, day);
      return write(withWeekday.replace('{date}', form === 'long' ? language.date : language.dayMonth), day);
    },
    range(from, to, year) {
      const end = year ? language.date : language.dayMonth;
      if (from.year === to.year && from.month === to.month)
        return write(end, to, fill(days, { a: String(from.day), b: String(to.day) }));
      const [a, b] = from.year === to.year ? [language.dayMonth, end] : [language.date, language.date];
      return fill(dates, { a: write(a, from), b: write(b, to) });
    },
    // A language that says "o'clock" does so with the 24-hour clock only.
    time: (at, style) => (style.bare || style.clock === '12h' ? clock(at, style) : fill(time, { a: clock(at, style) })),
    times(start, end, style) {
      // Midnight as an end is 24.
      const last = style.clock === '24h' && end.hour === 0 && end.minute === 0 ? { hour: 24, minute: 0 } : end;
      const ends = { a: clock(start, style), b: clock(last, style) };
      return fill(style.bare || style.clock === '12h' ? bareTimes : times, ends);
    },
    beforeTime: language.beforeTime ?? ', ',
    reading: { ...NOTHING_READ, ...language.reading },
  };
}

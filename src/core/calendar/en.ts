import { enGB as locale } from 'date-fns/locale/en-GB';
import type { TimeOfDay } from './date.ts';
import type { Clock, LanguageCalendar } from './language.ts';
import { DASH, NBSP, NEVER } from './language.ts';
import { namesOfLocale } from './locale-names.ts';

const two = (value: number): string => String(value).padStart(2, '0');

const half = ({ hour }: TimeOfDay): 'am' | 'pm' => (hour < 12 ? 'am' : 'pm');

/** Noon and midnight have names: "12 pm" is read both ways. */
const named = ({ hour, minute }: TimeOfDay): string | null =>
  minute !== 0 ? null : hour === 12 ? `12${NBSP}noon` : hour === 0 ? 'midnight' : null;

/** 5.30 of 17:30. */
function twelve({ hour, minute }: TimeOfDay, minutes: boolean): string {
  const h = hour % 12 === 0 ? 12 : hour % 12;
  return minutes || minute > 0 ? `${h}.${two(minute)}` : String(h);
}

const twentyFour = ({ hour, minute }: TimeOfDay): string => `${two(hour)}:${two(minute)}`;

function one(time: TimeOfDay, clock: Clock, minutes: boolean): string {
  if (clock === '24h') return twentyFour(time);
  return named(time) ?? `${twelve(time, minutes)}${NBSP}${half(time)}`;
}

/** British English for newcomers: day before month, no comma, times with a full stop and am or pm. */
export const english: LanguageCalendar = {
  tag: 'en',
  names: namesOfLocale(locale),
  clock: '12h',
  date(d, form) {
    const dayMonth = `${d.day}${NBSP}${d.monthName}`;
    switch (form) {
      case 'long':
        return `${d.weekdayName} ${dayMonth} ${d.year}`;
      case 'no-year':
        return `${d.weekdayName} ${dayMonth}`;
      case 'date':
        return `${dayMonth} ${d.year}`;
      case 'day-month':
        return dayMonth;
      case 'short':
        return `${d.day}${NBSP}${d.monthShort} ${d.year}`;
    }
  },
  range(from, to, year) {
    const end = `${to.day}${NBSP}${to.monthName}${year ? ` ${to.year}` : ''}`;
    if (from.year !== to.year)
      return `${from.day}${NBSP}${from.monthName} ${from.year}${DASH}${to.day}${NBSP}${to.monthName} ${to.year}`;
    if (from.month !== to.month) return `${from.day}${NBSP}${from.monthName}${DASH}${end}`;
    return `${from.day}${DASH}${end}`;
  },
  time: (time, style) => one(time, style.clock, style.minutes === 'always'),
  times(start, end, style) {
    const minutes = style.minutes === 'always';
    // 5.30–8.30 pm says pm once; 11.30 am–1 pm and 8 pm–1 am must say both. An end on the next day is always said whole.
    const sameHalf = half(start) === half(end) && end.hour * 60 + end.minute > start.hour * 60 + start.minute;
    if (style.clock === '12h' && sameHalf && !named(start) && !named(end)) {
      return `${twelve(start, minutes)}${DASH}${twelve(end, minutes)}${NBSP}${half(end)}`;
    }
    return `${one(start, style.clock, minutes)}${DASH}${one(end, style.clock, minutes)}`;
  },
  beforeTime: ', ',
  reading: {
    article: '(?:on )?the',
    ordinal: '(?:st|nd|rd|th)?',
    of: 'of',
    monthFirst: true,
    weekdayEndings: '',
    weekdayWords: NEVER,
    recurring: 'every|each|most|on alternate',
    beforeHour: "o'clock",
    beforeTime: 'at|from|to|until|till|by|before|after|between',
    monthAliases: { sept: 9 },
    weekdayAliases: { tues: 2, weds: 3, thur: 4, thurs: 4 },
  },
};

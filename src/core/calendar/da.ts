import { da as locale } from 'date-fns/locale/da';
import type { TimeOfDay } from './date.ts';
import type { LanguageCalendar, TimeStyle } from './language.ts';
import { DASH, NBSP } from './language.ts';
import { namesOfLocale } from './locale-names.ts';

const clock = ({ hour, minute }: TimeOfDay, minutes: boolean): string =>
  minutes ? `${hour}.${String(minute).padStart(2, '0')}` : String(hour);

const word = ({ bare }: TimeStyle): string => (bare ? '' : `kl.${NBSP}`);

/** Danish, by Retskrivningsordbogen §§ 5, 41 and 57: lower case, a full stop after the day and in the time, en dash without spaces. */
export const danish: LanguageCalendar = {
  tag: 'da',
  names: namesOfLocale(locale),
  clock: '24h',
  date(d, form) {
    const dayMonth = `${d.day}.${NBSP}${d.monthName}`;
    switch (form) {
      case 'long':
        return `${d.weekdayName} den ${dayMonth} ${d.year}`;
      case 'no-year':
        return `${d.weekdayName} den ${dayMonth}`;
      case 'date':
        return `${dayMonth} ${d.year}`;
      case 'day-month':
        return dayMonth;
      case 'short':
        return `${d.day}.${NBSP}${d.monthShort} ${d.year}`;
    }
  },
  range(from, to, year) {
    const end = `${to.day}.${NBSP}${to.monthName}${year ? ` ${to.year}` : ''}`;
    if (from.year !== to.year)
      return `${from.day}.${NBSP}${from.monthName} ${from.year}${DASH}${to.day}.${NBSP}${to.monthName} ${to.year}`;
    if (from.month !== to.month) return `${from.day}.${NBSP}${from.monthName}${DASH}${end}`;
    return `${from.day}.${DASH}${end}`;
  },
  time: (time, style) => word(style) + clock(time, style.minutes === 'always' || time.minute > 0),
  times(start, end, style) {
    // Both ends alike: 17.30–20.00, never 17.30–20.
    const minutes = style.minutes === 'always' || start.minute > 0 || end.minute > 0;
    // Midnight as an end is 24: 20–24, not 20–0.
    const last = end.hour === 0 && end.minute === 0 ? { hour: 24, minute: 0 } : end;
    return `${word(style)}${clock(start, minutes)}${DASH}${clock(last, minutes)}`;
  },
  beforeTime: ' ',
  reading: {
    article: 'den',
    ordinal: '\\.?',
    of: null,
    monthFirst: false,
    weekdayEndings: '(?:ens?)?',
    weekdayWords: 'man',
    recurring: 'hver|hveranden|alle|om',
    beforeHour: 'kl\\.?|klokken',
    beforeTime: 'fra|til|mellem|ved',
    monthAliases: { sept: 9 },
    weekdayAliases: { tirs: 2, tors: 4 },
  },
};

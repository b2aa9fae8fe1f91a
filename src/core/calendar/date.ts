import type { ClockTime, IsoDate } from '../campaign.ts';

/** Days of the week as ISO 8601 numbers them: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day of the Gregorian calendar. No time, no zone: nothing of the machine's clock can shift it. */
export interface CalendarDay {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

/** The calendar as we know it begins with the first whole Gregorian year; earlier years are slips of the pen. */
const FIRST_YEAR = 1583;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** null: there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < FIRST_YEAR || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** null: not 'yyyy-mm-dd', or no such day. */
export function dayOf(date: IsoDate): CalendarDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isoDate(year, month, day) === null ? null : { year, month, day };
}

export const isDate = (text: string): boolean => dayOf(text) !== null;

/** Days since 1 March of the year 0, by counting years from March, so that a leap day is the last of its year. */
function dayNumber({ year, month, day }: CalendarDay): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1;
}

function dayOfNumber(number: number): CalendarDay {
  let y = Math.floor((10000 * number + 14780) / 3652425);
  const inYear = (year: number): number =>
    number - (365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400));
  if (inYear(y) < 0) y -= 1;
  const rest = inYear(y);
  const m = Math.floor((100 * rest + 52) / 3060);
  return { year: y + Math.floor((m + 2) / 12), month: ((m + 2) % 12) + 1, day: rest - Math.floor((m * 306 + 5) / 10) + 1 };
}

function known(date: IsoDate): CalendarDay {
  const day = dayOf(date);
  if (!day) throw new RangeError(`not a date: ${date}`);
  return day;
}

export const weekdayOfDay = (day: CalendarDay): Weekday => (((dayNumber(day) + 2) % 7) + 1) as Weekday;

/** @param date a real date; anything else is a bug of the caller's and throws */
export const weekdayOf = (date: IsoDate): Weekday => weekdayOfDay(known(date));

/** Negative where `to` is before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(known(to)) - dayNumber(known(from));

/** null: outside the calendar. */
export function addDays(date: IsoDate, days: number): IsoDate | null {
  const { year, month, day } = dayOfNumber(dayNumber(known(date)) + days);
  return isoDate(year, month, day);
}

/** null: no such time of day. */
export function clockTime(hour: number, minute: number): ClockTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return `${pad(hour, 2)}:${pad(minute, 2)}`;
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** null: not 'hh:mm'. */
export function timeOf(time: ClockTime): TimeOfDay | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return clockTime(hour, minute) === null ? null : { hour, minute };
}

import type { ClockTime, IsoDate } from '../campaign.ts';
import type { Weekday } from './date.ts';
import { addDays, clockTime, isoDate } from './date.ts';
import { monthNamed, weekdayNamed } from './names.ts';

/** What a person may type for a date in a spreadsheet or a campaign file. Offsets are of the text that was read. */
export type ReadDate =
  | {
      readonly ok: true;
      readonly date: IsoDate;
      readonly weekday?: { readonly day: Weekday; readonly start: number; readonly end: number };
    }
  | { readonly ok: false; readonly why: 'not-a-date' | 'no-such-day' | 'no-year' }
  /** A spreadsheet's number of days since 30 December 1899 got through instead of the date. */
  | { readonly ok: false; readonly why: 'day-number'; readonly date: IsoDate };

const WEEKDAY_FIRST = /^\s*(\p{L}+)(\.?,?\s+(?:(?:den|the|d\.)\s*)?)(?=[\d\p{L}])/iu;

const NUMERIC: readonly { readonly pattern: RegExp; readonly order: readonly [year: number, month: number, day: number] }[] = [
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: [1, 2, 3] },
  { pattern: /^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4})$/, order: [4, 3, 1] },
  { pattern: /^(\d{1,2})\/(\d{1,2})[\s-]\s*(\d{4})$/, order: [3, 2, 1] },
];
const DAY_MONTH = /^(?:den\s+|the\s+)?(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(\p{L}+)\.?(?:,?\s+(\d{4}))?$/iu;
const MONTH_DAY = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/iu;

type Found = { year: number; month: number; day: number } | 'no-year' | null;

function found(text: string): Found {
  for (const { pattern, order } of NUMERIC) {
    const match = pattern.exec(text);
    if (match) return { year: Number(match[order[0]]), month: Number(match[order[1]]), day: Number(match[order[2]]) };
  }
  const dayFirst = DAY_MONTH.exec(text);
  const monthFirst = dayFirst ? null : MONTH_DAY.exec(text);
  const month = monthNamed((dayFirst ? dayFirst[2] : monthFirst?.[1]) ?? '');
  if (month === null) return null;
  const day = Number(dayFirst ? dayFirst[1] : monthFirst?.[2]);
  const year = dayFirst ? dayFirst[3] : monthFirst?.[3];
  return year === undefined ? 'no-year' : { year: Number(year), month, day };
}

/** ISO and Danish numbers, days with the month's name in any language of the calendar, with or without a weekday in front. */
export function readDate(text: string): ReadDate {
  const first = WEEKDAY_FIRST.exec(text);
  const weekday = first ? weekdayNamed(first[1] ?? '') : null;
  const lead = text.length - text.trimStart().length;
  // A spreadsheet adds midnight to a day.
  const rest = (first && weekday !== null ? text.slice(first[0].length) : text).trim().replace(/[T ]00[:.]00(?:[:.]00)?$/, '');
  if (weekday === null && /^\d{5}$/.test(rest)) {
    const date = addDays('1899-12-30', Number(rest));
    if (date !== null) return { ok: false, why: 'day-number', date };
  }
  const parts = found(rest);
  if (parts === null) return { ok: false, why: 'not-a-date' };
  if (parts === 'no-year') return { ok: false, why: 'no-year' };
  const date = isoDate(parts.year, parts.month, parts.day);
  if (date === null) return { ok: false, why: 'no-such-day' };
  if (!first || weekday === null) return { ok: true, date };
  return { ok: true, date, weekday: { day: weekday, start: lead, end: lead + (first[1]?.length ?? 0) } };
}

const BEFORE_TIME = /^(?:klokken|kl\.?|at)\s*/i;
const TWENTY_FOUR = /^(\d{1,2})(?:[.:](\d{2})(?:[.:]00)?)?$/;
const TWELVE = /^(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?m\.?$/i;

/** 17:30, 17.30, kl. 17.30, 17, 5.30 pm, noon. null: none of these. */
export function readTime(text: string): ClockTime | null {
  const rest = text.trim().replace(BEFORE_TIME, '');
  if (/^(?:12\s*)?noon$/i.test(rest)) return '12:00';
  if (/^(?:12\s*)?midnight$/i.test(rest)) return '00:00';
  const whole = TWENTY_FOUR.exec(rest);
  if (whole) return clockTime(Number(whole[1]), Number(whole[2] ?? 0));
  const half = TWELVE.exec(rest);
  if (!half) return null;
  return ofHalf(Number(half[1]), Number(half[2] ?? 0), half[3]?.toLowerCase() === 'p');
}

/** 12 am is midnight, 12 pm is noon. */
export function ofHalf(hour: number, minute: number, afternoon: boolean): ClockTime | null {
  if (hour < 1 || hour > 12) return null;
  return clockTime((hour % 12) + (afternoon ? 12 : 0), minute);
}

export type ReadMoment = { readonly ok: true; readonly date: IsoDate; readonly time: ClockTime } | { readonly ok: false };

/** A date and a time: 2012-11-22T06:00, 22-11-2012 6.00, "torsdag den 22. november 2012 kl. 6.00". */
export function readMoment(text: string): ReadMoment {
  const trimmed = text.trim();
  for (const match of trimmed.matchAll(/T(?=\d)|,?\s+/g)) {
    const date = readDate(trimmed.slice(0, match.index));
    if (!date.ok) continue;
    const time = readTime(trimmed.slice(match.index + match[0].length));
    if (time !== null) return { ok: true, date: date.date, time };
  }
  return { ok: false };
}

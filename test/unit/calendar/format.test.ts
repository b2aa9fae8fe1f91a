import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  formatDate,
  formatDateRange,
  formatTime,
  formatTimes,
  formatWhen,
  isoDate,
  weekdayOf,
} from '../../../src/core/calendar/index.ts';

/** Non-breaking spaces made visible. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_');

describe('days', () => {
  it.each([
    ['2012-12-06', 4],
    ['2012-05-10', 4],
    ['2000-02-29', 2],
    ['1900-03-01', 4],
    ['2024-02-29', 4],
    ['2023-01-01', 7],
    ['1583-01-01', 6],
    ['9999-12-31', 5],
  ])('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday);
  });

  it.each([
    [2012, 2, 30],
    [2011, 2, 29],
    [1900, 2, 29],
    [2012, 13, 1],
    [2012, 0, 1],
    [2012, 4, 31],
    [212, 4, 3],
    [2012, 4, 0],
    [2012, 4, 1.5],
  ])('%i-%i-%i is no day', (year, month, day) => {
    expect(isoDate(year, month, day)).toBeNull();
  });

  it('agrees with the machine in UTC on every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -141427, max: 2932896 }), (days) => {
        const machine = new Date(days * 86_400_000);
        const date = isoDate(machine.getUTCFullYear(), machine.getUTCMonth() + 1, machine.getUTCDate());
        if (date === null) return;
        expect(weekdayOf(date)).toBe(((machine.getUTCDay() + 6) % 7) + 1);
        expect(daysBetween('1970-01-01', date)).toBe(days);
        expect(addDays('1970-01-01', days)).toBe(date);
      }),
    );
  });

  it('takes what it writes', () => {
    expect(dayOf('2012-12-06')).toEqual({ year: 2012, month: 12, day: 6 });
    expect(dayOf('2012-12-6')).toBeNull();
    expect(dayOf('2012-12-32')).toBeNull();
    expect(addDays('9999-12-31', 1)).toBeNull();
  });
});

describe('dates in words', () => {
  it.each([
    ['da', 'long', 'torsdag den 6._december 2012'],
    ['da', 'no-year', 'torsdag den 6._december'],
    ['da', 'date', '6._december 2012'],
    ['da', 'day-month', '6._december'],
    ['da', 'short', '6._dec. 2012'],
    ['da', 'day', '6'],
    ['da', 'month', 'december'],
    ['da', 'weekday', 'torsdag'],
    ['da', 'year', '2012'],
    ['da', 'iso', '2012-12-06'],
    ['en', 'long', 'Thursday 6_December 2012'],
    ['en', 'no-year', 'Thursday 6_December'],
    ['en', 'date', '6_December 2012'],
    ['en', 'day-month', '6_December'],
    ['en', 'short', '6_Dec 2012'],
    ['en', 'month', 'December'],
    ['en', 'weekday', 'Thursday'],
    ['en-GB', 'long', 'Thursday 6_December 2012'],
  ] as const)('%s %s: %s', (lang, form, expected) => {
    expect(shown(formatDate('2012-12-06', lang, form))).toBe(expected);
  });

  it.each([
    ['2012-12-06', '2012-12-09', 'da', true, '6.–9._december 2012'],
    ['2012-12-06', '2012-12-09', 'da', false, '6.–9._december'],
    ['2012-11-28', '2012-12-02', 'da', true, '28._november–2._december 2012'],
    ['2012-11-28', '2012-12-02', 'da', false, '28._november–2._december'],
    ['2012-12-28', '2013-01-03', 'da', false, '28._december 2012–3._januar 2013'],
    ['2012-12-06', '2012-12-06', 'da', true, '6._december 2012'],
    ['2012-12-06', '2012-12-09', 'en', true, '6–9_December 2012'],
    ['2012-11-28', '2012-12-02', 'en', false, '28_November–2_December'],
    ['2012-12-28', '2013-01-03', 'en', true, '28_December 2012–3_January 2013'],
    ['2012-12-06', '2012-12-06', 'en', false, '6_December'],
  ])('%s to %s in %s, year %s: %s', (from, to, lang, year, expected) => {
    expect(shown(formatDateRange(from, to, lang, { year }))).toBe(expected);
  });
});

describe('times in words', () => {
  it.each([
    ['17:30', 'da', {}, 'kl._17.30'],
    ['18:00', 'da', {}, 'kl._18'],
    ['06:00', 'da', { minutes: 'always' }, 'kl._6.00'],
    ['09:05', 'da', { bare: true }, '9.05'],
    ['00:00', 'da', {}, 'kl._0'],
    ['17:30', 'en', {}, '5.30_pm'],
    ['17:00', 'en', {}, '5_pm'],
    ['06:00', 'en', { minutes: 'always' }, '6.00_am'],
    ['00:30', 'en', {}, '12.30_am'],
    ['12:30', 'en', {}, '12.30_pm'],
    ['12:00', 'en', {}, '12_noon'],
    ['00:00', 'en', {}, 'midnight'],
    ['17:30', 'en', { clock: '24h' }, '17:30'],
    ['09:00', 'en', { clock: '24h' }, '09:00'],
  ] as const)('%s in %s: %s', (time, lang, options, expected) => {
    expect(shown(formatTime(time, lang, options))).toBe(expected);
  });

  it.each([
    ['17:30', '20:30', 'da', {}, 'kl._17.30–20.30'],
    ['17:30', '20:00', 'da', {}, 'kl._17.30–20.00'],
    ['17:00', '20:00', 'da', {}, 'kl._17–20'],
    ['20:00', '00:00', 'da', {}, 'kl._20–24'],
    ['20:00', '01:00', 'da', {}, 'kl._20–1'],
    ['17:30', '20:30', 'da', { bare: true }, '17.30–20.30'],
    ['17:30', undefined, 'da', {}, 'kl._17.30'],
    ['17:30', '20:30', 'en', {}, '5.30–8.30_pm'],
    ['17:00', '20:30', 'en', {}, '5–8.30_pm'],
    ['11:30', '13:00', 'en', {}, '11.30_am–1_pm'],
    ['10:00', '12:00', 'en', {}, '10_am–12_noon'],
    ['12:00', '14:00', 'en', {}, '12_noon–2_pm'],
    ['20:00', '00:00', 'en', {}, '8_pm–midnight'],
    ['20:00', '01:00', 'en', {}, '8_pm–1_am'],
    ['23:00', '22:00', 'en', {}, '11_pm–10_pm'],
    ['17:30', '20:30', 'en', { clock: '24h' }, '17:30–20:30'],
    ['17:30', undefined, 'en', {}, '5.30_pm'],
  ] as const)('%s to %s in %s: %s', (start, end, lang, options, expected) => {
    expect(shown(formatTimes(start, end, lang, options))).toBe(expected);
  });

  it('joins a date and its times', () => {
    const when = { date: '2012-12-06', start: '17:30', end: '20:30' };
    expect(shown(formatWhen(when, 'da'))).toBe('torsdag den 6._december 2012 kl._17.30–20.30');
    expect(shown(formatWhen(when, 'en'))).toBe('Thursday 6_December 2012, 5.30–8.30_pm');
    expect(shown(formatWhen({ date: '2012-12-06' }, 'en', { form: 'no-year' }))).toBe('Thursday 6_December');
  });
});

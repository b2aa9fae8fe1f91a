import * as locales from 'date-fns/locale';
import { describe, expect, it } from 'vitest';
import {
  findMentions,
  formatDate,
  formatDateRange,
  formatTime,
  formatTimes,
  formatWhen,
  hasCalendar,
  tabledLanguages,
} from '../../../src/core/calendar/index.ts';

const DAY = '2031-12-06';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('languages without a table of their own', () => {
  it.each([
    ['sv', 'lördag 6 december 2031', 'lördag 6 december', '6 december 2031', '6 december', '6–9 december 2031'],
    ['nb', 'lørdag 6. desember 2031', 'lørdag 6. desember', '6. desember 2031', '6. desember', '6.–9. desember 2031'],
    ['de', 'Samstag, 6. Dezember 2031', 'Samstag, 6. Dezember', '6. Dezember 2031', '6. Dezember', '6.–9. Dezember 2031'],
    ['pl', 'sobota, 6 grudnia 2031', 'sobota, 6 grudnia', '6 grudnia 2031', '6 grudnia', '6–9 grudnia 2031'],
    [
      'es',
      'sábado, 6 de diciembre de 2031',
      'sábado, 6 de diciembre',
      '6 de diciembre de 2031',
      '6 de diciembre',
      '6–9 de diciembre de 2031',
    ],
    ['hu', '2031. december 6., szombat', 'december 6., szombat', '2031. december 6.', 'december 6.', '2031. december 6–9.'],
  ])('writes %s by its own patterns', (tag, long, noYear, date, dayMonth, range) => {
    expect(plain(formatDate(DAY, tag, 'long'))).toBe(long);
    expect(plain(formatDate(DAY, tag, 'no-year'))).toBe(noYear);
    expect(plain(formatDate(DAY, tag, 'date'))).toBe(date);
    expect(plain(formatDate(DAY, tag, 'day-month'))).toBe(dayMonth);
    expect(plain(formatDateRange(DAY, '2031-12-09', tag))).toBe(range);
  });

  it('says the year of a range once, where the language has it', () => {
    expect(plain(formatDateRange('2031-11-28', '2031-12-02', 'sv'))).toBe('28 november–2 december 2031');
    expect(plain(formatDateRange('2031-11-28', '2031-12-02', 'hu'))).toBe('2031. november 28.–december 2.');
    expect(plain(formatDateRange('2031-12-30', '2032-01-02', 'sv'))).toBe('30 december 2031–2 januari 2032');
  });

  it('keeps the day with its month', () => {
    expect(formatDate(DAY, 'sv', 'long')).toBe('lördag 6\u00a0december 2031');
    expect(formatDate(DAY, 'es', 'date')).toBe('6\u00a0de\u00a0diciembre de 2031');
  });

  it('writes times by the 24-hour clock, and by the other where the campaign asks', () => {
    expect(formatTime('09:05', 'sv')).toBe('09:05');
    expect(formatTimes('17:30', '20:00', 'cs')).toBe('17:30–20:00');
    expect(plain(formatTime('17:30', 'sv', { clock: '12h' }))).toMatch(/^5:30 \S+/);
    expect(plain(formatWhen({ date: DAY, start: '17:30' }, 'sv'))).toBe('lördag 6 december 2031, 17:30');
  });

  it('reads dates in a text, and leaves habits alone', () => {
    const found = (text: string, tag: string) => findMentions(text, tag).map((m) => [m.kind, text.slice(m.start, m.end)]);
    expect(found('Kom lördag 6 december 17:30', 'sv')).toEqual([
      ['weekday', 'lördag'],
      ['date', '6 december'],
      ['time', '17:30'],
    ]);
    expect(found('Zapraszamy 6 grudnia', 'pl')).toEqual([['date', '6 grudnia']]);
    expect(found('el sábado 6 de diciembre', 'es').map(([, text]) => text)).toEqual(['sábado', '6 de diciembre']);
    expect(found('Vi läser varje lördag', 'sv')).toEqual([]);
  });

  it('knows regions, and says no to what is no language', () => {
    expect(hasCalendar('pt-BR')).toBe(true);
    expect(hasCalendar('sr-Latn')).toBe(true);
    expect(hasCalendar('zh')).toBe(true);
    expect(hasCalendar('fa')).toBe(true);
    for (const tag of ['xx', 'tlh', '', '..', '../../etc', 'sv/../da', 'constructor', '__proto__'])
      expect(hasCalendar(tag), tag).toBe(false);
  });

  it('writes and reads something in every language there is', () => {
    for (const { code } of Object.values(locales)) {
      for (const form of ['long', 'no-year', 'date', 'day-month', 'short', 'month', 'weekday'] as const) {
        const text = formatDate(DAY, code, form);
        expect(text.trim(), `${code} ${form}`).not.toBe('');
        expect(text, `${code} ${form}`).not.toMatch(/undefined|NaN|[{}']\d/);
        if (form === 'no-year' || form === 'day-month') expect(text, `${code} ${form}`).not.toContain('2031');
        if (form === 'long' || form === 'date') expect(text, `${code} ${form}`).toMatch(/\p{Nd}/u);
      }
      expect(formatDateRange(DAY, '2031-12-09', code)).toMatch(
        tabledLanguages().includes(code.split('-')[0] ?? '') ? /\d/ : /\p{Nd}.*–.*\p{Nd}/u,
      );
      findMentions(`${formatDate(DAY, code, 'long')} 17:30`, code);
    }
  });
});

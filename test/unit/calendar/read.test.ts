import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarLanguages,
  findMentions,
  formatDate,
  formatTime,
  formatTimes,
  formatWhen,
  readDate,
  readMoment,
  readTime,
} from '../../../src/core/calendar/index.ts';

const anyDate = fc.integer({ min: -140000, max: 2000000 }).map((n) => addDays('1970-01-01', n) ?? '2012-12-06');
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const anyLanguage = fc.constantFrom(...calendarLanguages());

describe('dates as people type them', () => {
  it.each([
    '2012-12-06',
    '2012-12-6',
    '06-12-2012',
    '6-12-2012',
    '06.12.2012',
    '6.12.2012',
    '6. 12. 2012',
    '06/12/2012',
    '6/12 2012',
    '6. december 2012',
    '6. dec. 2012',
    'den 6. december 2012',
    '6 December 2012',
    '6th of December 2012',
    '6th December, 2012',
    'December 6, 2012',
    'Dec 6th 2012',
    '06-12-2012 00:00',
    '2012-12-06T00:00:00',
    ' 2012-12-06 ',
    '6.\u00a0december 2012',
  ])('%s', (text) => {
    expect(readDate(text)).toEqual({ ok: true, date: '2012-12-06' });
  });

  it.each([
    ['torsdag den 6. december 2012', 4, 0, 7],
    ['Thursday 6 December 2012', 4, 0, 8],
    ['tors. 06-12-2012', 4, 0, 4],
    [' fredag 6/12 2012', 5, 1, 7],
    ['Thursday, December 6, 2012', 4, 0, 8],
  ])('%s says a weekday', (text, day, start, end) => {
    expect(readDate(text)).toEqual({ ok: true, date: '2012-12-06', weekday: { day, start, end } });
  });

  it.each([
    ['31-11-2012', 'no-such-day'],
    ['2011-02-29', 'no-such-day'],
    ['6. december', 'no-year'],
    ['torsdag', 'not-a-date'],
    ['06-12-12', 'not-a-date'],
    ['2012', 'not-a-date'],
    ['', 'not-a-date'],
    ['6. decembar 2012', 'not-a-date'],
  ])('%s: %s', (text, why) => {
    expect(readDate(text)).toEqual({ ok: false, why });
  });

  it('knows a spreadsheet’s day number', () => {
    expect(readDate('41249')).toEqual({ ok: false, why: 'day-number', date: '2012-12-06' });
  });

  it('reads every date that it writes', () => {
    fc.assert(
      fc.property(anyDate, anyLanguage, fc.constantFrom('long', 'date', 'short', 'iso'), (date, lang, form) => {
        expect(readDate(formatDate(date, lang, form as 'long'))).toMatchObject({ ok: true, date });
      }),
    );
  });
});

describe('times as people type them', () => {
  it.each([
    ['17:30', '17:30'],
    ['17.30', '17:30'],
    ['kl. 17.30', '17:30'],
    ['kl 17', '17:00'],
    ['klokken 9', '09:00'],
    ['17', '17:00'],
    ['9.05', '09:05'],
    ['17:30:00', '17:30'],
    ['17.30.00', '17:30'],
    ['5.30 pm', '17:30'],
    ['5:30PM', '17:30'],
    ['5 p.m.', '17:00'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['0', '00:00'],
    ['24:00', null],
    ['25', null],
    ['17:60', null],
    ['13 pm', null],
    ['17.3', null],
    ['half past five', null],
    ['', null],
  ])('%s → %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it('reads every time that it writes', () => {
    fc.assert(
      fc.property(anyTime, anyLanguage, (time, lang) => {
        expect(readTime(formatTime(time, lang))).toBe(time);
      }),
    );
  });

  it.each([
    ['2012-11-22T06:00', '2012-11-22', '06:00'],
    ['2012-11-22 6.00', '2012-11-22', '06:00'],
    ['22-11-2012 kl. 6', '2012-11-22', '06:00'],
    ['torsdag den 22. november 2012 kl. 6.00', '2012-11-22', '06:00'],
    ['22 November 2012, 6 am', '2012-11-22', '06:00'],
  ])('%s', (text, date, time) => {
    expect(readMoment(text)).toEqual({ ok: true, date, time });
  });

  it.each(['2012-11-22', '6.00', 'soon', '2012-11-22 25:00'])('%s is no moment', (text) => {
    expect(readMoment(text)).toEqual({ ok: false });
  });
});

/** 'date:words', 'weekday:words', 'time:words=readings' */
const said = (text: string, lang: string): string[] =>
  findMentions(text, lang).map(
    (m) => `${m.kind}:${text.slice(m.start, m.end)}${m.kind === 'time' ? `=${m.times.join('|')}` : ''}`,
  );

describe('dates and times in running text', () => {
  it.each([
    ['da', 'Kom torsdag den 6. december til middag.', ['weekday:torsdag', 'date:6. december']],
    ['da', 'Her kan man 6. december og man den 7. december spise.', ['date:6. december', 'date:7. december']],
    ['da', 'Man. 6. december, tors 9. december.', ['weekday:Man', 'date:6. december', 'weekday:tors', 'date:9. december']],
    ['de', 'So 6. Dezember, So. 7. Dezember.', ['date:6. Dezember', 'weekday:So', 'date:7. Dezember']],
    ['da', 'Kom torsdag d. 6. december 2012!', ['weekday:torsdag', 'date:6. december 2012']],
    ['da', 'Vi ses torsdag kl. 17.30.', ['weekday:torsdag', 'time:kl. 17.30=17:30']],
    ['da', 'fra kl. 17.30–20.30', ['time:kl. 17.30=17:30', 'time:20.30=20:30']],
    ['da', 'kl. 17-20', ['time:kl. 17=17:00', 'time:20=20:00']],
    ['da', 'kl. 20 til 24', ['time:kl. 20=20:00', 'time:24=00:00']],
    ['da', 'klokken 18', ['time:klokken 18=18:00']],
    ['da', 'fra 17.30 til 20.30', ['time:17.30=17:30', 'time:20.30=20:30']],
    ['da', 'Den 06-12-2012 og 6/12 2012', ['date:06-12-2012', 'date:6/12 2012']],
    ['da', 'torsdag 6/12', ['weekday:torsdag', 'date:6/12']],
    ['da', '6.december', ['date:6.december']],
    ['da', '6.–9. december', ['date:6', 'date:9. december']],
    ['da', '6. og 7. december 2012', ['date:6', 'date:7. december 2012']],
    ['da', '28. november–2. december', ['date:28. november', 'date:2. december']],
    ['da', 'torsdagen er reddet', ['weekday:torsdagen']],
    ['da', 'hver torsdag, torsdage, torsdagscafé, om torsdagen', []],
    ['da', 'Det koster 17.30 kr., 500 gæster i 2012, 2900 Hellerup, tlf. 39 98 58 00, 3-4 retter', []],
    ['da', 'fra 17.30 kr.', []],
    ['da', 'en maj, 6 maj', ['date:6 maj']],
    [
      'en',
      'Thursday 6 December 2012, 5.30–8.30 pm',
      ['weekday:Thursday', 'date:6 December 2012', 'time:5.30=17:30', 'time:8.30 pm=20:30'],
    ],
    ['en', 'on Thursday, December 6', ['weekday:Thursday', 'date:December 6']],
    ['en', 'December 6, 2012', ['date:December 6, 2012']],
    ['en', 'the 6th of December', ['date:6th of December']],
    ['en', 'in December 19 libraries', []],
    ['en', '11.30 am–1 pm', ['time:11.30 am=11:30', 'time:1 pm=13:00']],
    ['en', '11.30–1 pm', ['time:11.30=11:30', 'time:1 pm=13:00']],
    ['en', 'at 5.30', ['time:5.30=05:30|17:30']],
    ['en', 'at 17:30', ['time:17:30=17:30']],
    ['en', "5 o'clock", ['time:5=05:00|17:00']],
    ['en', '5 p.m.', ['time:5 p.m.=17:00']],
    ['en', 'every Thursday, on Thursdays', []],
    ['en', 'We sat in the sun; you may come. Version 1.25, 3:1? no', []],
    ['en', '2012-12-06', ['date:2012-12-06']],
    ['en', 'Thu 6 Dec', ['weekday:Thu', 'date:6 Dec']],
  ])('%s: %s', (lang, text, expected) => {
    expect(said(text, lang)).toEqual(expected);
  });

  it('finds whatever it writes', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyTime, anyLanguage, (date, start, end, lang) => {
        const found = findMentions(formatWhen({ date, start, end }, lang), lang);
        expect(found.filter((m) => m.kind === 'date').length).toBe(1);
        expect(found.some((m) => m.kind === 'weekday')).toBe(true);
        expect(formatTimes(start, end, lang)).toContain('–');
      }),
    );
  });

  it('never throws, and stays inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), anyLanguage, (text, lang) => {
        for (const m of findMentions(text, lang)) expect(m.start < m.end && m.end <= text.length).toBe(true);
        readDate(text);
        readTime(text);
        readMoment(text);
      }),
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  DATE_FORMS,
  findMentions,
  formatDate,
  formatDateRange,
  formatTime,
  formatTimes,
  formatWhen,
  tabledLanguages,
} from '../../../src/core/calendar/index.ts';

/** What cannot be seen, made visible: `_` no-break space, `<` `>` the ends of a left-to-right isolate. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u2066', '<').replaceAll('\u2069', '>');

const DAY = '2012-12-06';
const PERIOD = { from: DAY, to: '2012-12-09' };

/** Every form that a template may ask for, by what it writes in the template. */
function everyForm(lang: string): Record<string, string> {
  const made: Record<string, string> = {};
  const add = (name: string, text: string): void => {
    made[name] = shown(text);
  };
  for (const form of DATE_FORMS) add(form, formatDate(DAY, lang, form));
  add('dates in a month', formatDateRange(PERIOD.from, PERIOD.to, lang));
  add('dates without year', formatDateRange(PERIOD.from, PERIOD.to, lang, { year: false }));
  add('dates in a year', formatDateRange('2012-11-28', '2012-12-02', lang));
  add('dates in two years', formatDateRange('2012-12-28', '2013-01-03', lang));
  add('time', formatTime('17:30', lang));
  add('whole hour', formatTime('09:00', lang));
  add('times', formatTimes('17:30', '20:30', lang));
  add('to midnight', formatTimes('20:00', '00:00', lang));
  add('times bare', formatTimes('17:30', '20:30', lang, { bare: true }));
  add('times 12h', formatTimes('11:30', '13:00', lang, { clock: '12h' }));
  add('times 24h', formatTimes('17:30', '20:30', lang, { clock: '24h' }));
  add('when', formatWhen({ date: DAY, start: '17:30', end: '20:30' }, lang));
  add('when without year', formatWhen({ date: DAY, start: '17:30' }, lang, { form: 'no-year' }));
  return made;
}

const golden = parse(readFileSync(new URL('languages.golden.yaml', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;
const LANGUAGES = ['da', 'en', 'de', 'pl', 'uk', 'tr', 'vi', 'so', 'ar', 'fa', 'he', 'hi', 'th', 'ti'];

describe('every form in every language', () => {
  it('has a table for each', () => {
    expect(tabledLanguages()).toEqual(LANGUAGES);
    expect(Object.keys(golden)).toEqual(LANGUAGES);
  });

  it.each(LANGUAGES)('%s', (lang) => {
    expect(everyForm(lang)).toEqual(golden[lang]);
  });

  it.each(LANGUAGES)('%s: finds the facts in what it writes, on all days of a year', (lang) => {
    for (let month = 1; month <= 12; month++) {
      const date = `2031-${String(month).padStart(2, '0')}-${String(month + 9)}`;
      for (const text of [formatWhen({ date, start: '17:30', end: '20:30' }, lang), formatDate(date, lang, 'long')]) {
        const found = findMentions(text, lang);
        expect(found.filter((m) => m.kind === 'date')).toMatchObject([{ month, day: month + 9, year: 2031 }]);
        expect(found.filter((m) => m.kind === 'weekday').length, text).toBeLessThanOrEqual(1);
        if (text.includes('20'))
          for (const m of found) if (m.kind === 'time') expect(['17:30', '20:30']).toContain(m.times.at(-1));
      }
    }
  });
});

/** 'date:12-6', 'weekday:4', 'time:17:30' */
const said = (text: string, lang: string): string[] =>
  findMentions(text, lang).map((m) => {
    if (m.kind === 'date') return `date:${m.year === undefined ? '' : `${m.year}-`}${m.month}-${m.day}`;
    return m.kind === 'weekday' ? `weekday:${m.weekday}` : `time:${m.times.join('|')}`;
  });

describe('dates and times in running text', () => {
  it.each([
    ['de', 'Kommt am Donnerstag, den 6. Dezember um 17.30 Uhr!', ['weekday:4', 'date:12-6', 'time:17:30']],
    ['de', 'Am Do., 6. Dezember, von 17 bis 20 Uhr', ['weekday:4', 'date:12-6', 'time:20:00']],
    ['pl', 'Zapraszamy w czwartek 6 grudnia o 17.30', ['weekday:4', 'date:12-6', 'time:17:30']],
    ['pl', 'w środę, 5 grudnia, godz. 18', ['weekday:3', 'date:12-5', 'time:18:00']],
    ['uk', 'У четвер, 6 грудня 2012 року, о 17:30', ['weekday:4', 'date:2012-12-6', 'time:17:30']],
    ['tr', '6 Aralık Perşembe günü saat 17.30’da', ['date:12-6', 'weekday:4', 'time:17:30']],
    ['vi', 'Thứ Năm, ngày 6 tháng 12 năm 2012 lúc 17:30', ['weekday:4', 'date:2012-12-6', 'time:17:30']],
    ['so', 'Kaalay Khamiis, 6 Diseembar', ['weekday:4', 'date:12-6']],
    ['ar', 'تعالوا يوم الخميس، ٦ كانون الأول ٢٠١٢، الساعة ٥:٣٠', ['weekday:4', 'date:2012-12-6', 'time:05:30|17:30']],
    ['fa', 'پنجشنبه ۶ دسمبر ۲۰۱۲ ساعت ۱۷:۳۰', ['weekday:4', 'date:2012-12-6', 'time:17:30']],
    ['he', 'נפגשים ביום חמישי, 6 בדצמבר 2012, בשעה 17:30', ['date:2012-12-6', 'time:17:30']],
    ['hi', 'गुरुवार, ६ दिसम्बर को 17:30 बजे', ['weekday:4', 'date:12-6', 'time:17:30']],
    ['th', 'วันพฤหัสบดีที่ ๖ ธันวาคม พ.ศ. ๒๕๕๕ เวลา 17.30 น.', ['weekday:4', 'date:2012-12-6', 'time:17:30']],
    ['ti', 'ሓሙስ፣ 6 ታሕሳስ 2012 ሰዓት 17:30', ['weekday:4', 'date:2012-12-6', 'time:17:30']],
  ])('%s: %s', (lang, text, expected) => {
    expect(said(text, lang)).toEqual(expected);
  });

  /** Habits, numbers, prices, phone numbers, ordinals, and words that are also names of days or months. */
  it.each([
    ['de', 'Jeden Donnerstag, donnerstags, so mag ich das. Im Mai 19 Gäste, 2 Stunden, Tel. 39 98 58 00, 2900 Hellerup'],
    ['pl', 'W każdy czwartek, co środę; 2 lisy, mar, 17 osób, tel. 39 98 58 00'],
    ['uk', 'Кожного четверга, щочетверга. 2 листи, 5 вер, 10 серпантинів, 17 людей'],
    ['tr', 'Her perşembe; pazar yeri, 3 kas, 2 saat sürer, 17 kişi'],
    ['vi', 'Lần thứ năm, thứ ba và thứ hai; học 3 tháng 2 lần mỗi tuần, 2 giờ, 12 người'],
    ['so', 'Khamiis kasta, may, 2 saacadood, 17 qof'],
    ['ar', 'كل خميس، كل يوم خميس، أيام الخميس، يوم الخميس من كل أسبوع، الأحد والاثنين، 12 34 56 78، 3 أشهر'],
    ['fa', 'هر پنجشنبه، پنجشنبه‌ها، 2 ساعت، 12 نفر'],
    ['he', 'כל יום חמישי, ימי חמישי, השיעור השני, 2 שעות, 12 איש'],
    ['hi', 'हर गुरुवार, 2 घंटे, 12 लोग, मई'],
    ['th', 'ทุกวันพฤหัสบดี 2 ชั่วโมง 12 คน ราคา 20.50 บาท'],
    ['ti', 'ኩሉ ሓሙስ፣ 2 ሰዓት፣ 12 ሰባት'],
  ])('%s: no false alarm in %s', (lang, text) => {
    expect(said(text, lang)).toEqual([]);
  });
});

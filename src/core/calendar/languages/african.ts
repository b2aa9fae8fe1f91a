import { NO_WEEKDAYS, spoken } from './spoken.ts';

/**
 * Somali: date-fns has none. Names by Unicode CLDR 48 (so: dates/calendars/gregorian, stand-alone months, wide days, am/pm); the day before the month, as
 * in Denmark, where CLDR for Somalia has the month first.
 */
export const somali = spoken({
  tag: 'so',
  months: 'Jannaayo Febraayo Maarso Abriil Maayo Juun Luulyo Ogosto Sebteembar Oktoobar Noofeembar Diseembar',
  monthsShort: 'Jan Feb Mar Abr May Jun Lul Ogs Seb Okt Nof Dis',
  weekdays: 'Isniin Talaado Arbaco Khamiis Jimco Sabti Axad',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  dates: '{a} ilaa {b}',
  time: 'saacadda_{a}',
  times: 'saacadda_{a}–{b}',
  halves: ['{t}_GH', '{t}_GD'],
  reading: {
    beforeTime: 'saacadda',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
    monthAliases: { janaayo: 1, agosto: 8, agoosto: 8, sebtembar: 9, desembar: 12, disember: 12, nofembar: 11 },
    weekdayAliases: { arbaca: 3, jimce: 5 },
  },
});

/**
 * Tigrinya: date-fns has none. Names by Unicode CLDR 48 (ti: dates/calendars/gregorian), May as ግንቦት, which its own short name has too. In Eritrea, where
 * most readers in Denmark come from, these names are those of the Gregorian months. Figures by the 24-hour clock: 17:30 cannot be taken for an hour
 * counted from dawn.
 */
export const tigrinya = spoken({
  tag: 'ti',
  months: 'ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ',
  monthsShort: 'ጥሪ ለካ መጋ ሚያ ግን ሰነ ሓም ነሓ መስ ጥቅ ሕዳ ታሕ',
  weekdays: 'ሰኑይ ሰሉስ ረቡዕ ሓሙስ ዓርቢ ቀዳም ሰንበት',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  withWeekday: '{W}፣ {date}',
  dates: 'ካብ {a} ክሳብ {b}',
  time: 'ሰዓት_{a}',
  times: 'ሰዓት_{a}–{b}',
  halves: ['{t}_ቅ.ቀ.', '{t}_ድ.ቀ.'],
  beforeTime: '፣ ',
  reading: {
    beforeTime: 'ሰዓት',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
    monthAliases: { ጉንበት: 5, ታሕሣስ: 12 },
    weekdayAliases: { ሠሉስ: 2, ዓርቢ: 5 },
  },
});

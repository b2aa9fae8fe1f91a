import { formatDate, formatDateRange, formatTimes } from '../../../src/core/calendar/index.ts';
import { hyphenates } from '../../../src/core/text/index.ts';

const DAY = '2012-12-06';

/** How the languages are named, which words they are read by, and what is peculiar. */
const NOTES: readonly (readonly [tag: string, name: string, note: string])[] = [
  ['da', 'Danish', 'Retskrivningsordbogen: full stop after the day and in times, "kl."'],
  ['en', 'English', 'British order; the 12-hour clock, or `formats: {en: {clock: 24h}}`'],
  ['de', 'German', 'Duden, DIN 5008: colon in times, "Uhr"'],
  ['pl', 'Polish', 'PWN: the month in the genitive beside a day (grudnia; alone: grudzień); "godz."'],
  ['uk', 'Ukrainian', 'Orthography of 2019: genitive; "року" written out, so that no sentence ends with two full stops'],
  ['tr', 'Turkish', 'Türk Dil Kurumu: weekday last, capitals, full stop in times; "saat"'],
  ['vi', 'Vietnamese', 'Decree 30/2020: ngày, tháng, năm; weekdays are numbered from Monday = two'],
  ['so', 'Somali', 'No date-fns locale: own table, names by CLDR 48; the day first, as in Denmark'],
  ['ar', 'Arabic', 'CLDR: international month names (ديسمبر), see below; ranges in words'],
  ['fa', 'Farsi', 'CLDR, Gregorian months as Iran names them; ranges with تا; Dari names are read'],
  ['he', 'Hebrew', 'CLDR: the month with ב beside a day; ranges of times in words'],
  ['hi', 'Hindi', 'CLDR; "बजे" after times'],
  ['th', 'Thai', 'Royal Society: "น." after times, full stop in them; the Gregorian year, marked ค.ศ.'],
  ['ti', 'Tigrinya', 'No date-fns locale: own table, names by CLDR 48; the months are Eritrea’s names of the Gregorian ones'],
];

const cell = (text: string): string => text.replaceAll('\u00a0', ' ');

const HEAD = `# Languages

Dates, times and words that kit knows in the languages of libraries' readers in Denmark. Any other language that date-fns has works too, with the patterns
of its locale and the 24-hour clock. This page is made from the tables that the code reads (\`npm run docs\`); a test holds the two together.

## What all have in common

- **The Gregorian calendar**, also in Farsi and Thai: the Danish date is what stands on the door, in the library's calendar and on a letter from the municipality.
- **Western digits**, also in Arabic, Farsi and Hindi: they stand on doors, buses, phones and price tags here, so nobody has to convert what the poster says. (Translated
  leaflets of Danish authorities differ: Aarhus writes "24 agoosto" in Somali; some Farsi ones use ۱۲۳.) (Digits of other scripts in your own texts are understood by the check of facts.)
- **The day before the month**, and **the 24-hour clock** (English: 12-hour, unless the campaign says otherwise): 17:30 cannot be taken for the morning, nor for an hour
  counted from dawn, as in East Africa.
- An en dash between figures. Where a range would be read from the wrong end, in lines from right to left, it is said with words, or isolated.
- Day and month, "kl." and its time, and the ends of a range of figures are never parted by a line's end.
- Names and addresses stay as they are, in Latin letters: what is written on the building. In lines from right to left they are isolated, so that
  a street number or a phone number is not turned round.

`;

const TAIL = `
## Choices

- **Arabic months.** يناير … ديسمبر, not كانون الثاني … كانون الأول. Both are known to readers in Denmark; the first is near to the Danish names, is what North Africans
  and Somalis know, and fits a poster. Both are understood in your texts.
- **Thai years.** 2012, not 2555, for the same reason as the calendar; ค.ศ. says so. พ.ศ. is understood in your texts.
- **Tigrinya months.** ታሕሳስ is December for Eritreans. Readers from Tigray know it as a month of the Ethiopian calendar, too: print the weekday with the date.
- **Weekdays in your texts.** One that stands alone is checked against the event in Danish, English, German, Polish, Ukrainian and Turkish; in the others only
  beside a date: Vietnamese "thứ năm" is also "the fifth".
- **Default forms.** \`{{library.at}}\` and \`{{library.in}}\` put a preposition before the name and leave the name alone; where a language would bend it (Turkish, Polish, Ukrainian), the
  word for library stands before it. A library's own \`forms\` come first.
`;

/** The page of campaigns/LANGUAGES.md. */
export function languagesPage(): string {
  const rows = NOTES.map(([tag, name, note]) =>
    [
      `\`${tag}\` ${name}`,
      formatDate(DAY, tag, 'long'),
      formatDateRange(DAY, '2012-12-09', tag, { year: false }),
      formatTimes('17:30', '20:30', tag),
      hyphenates(tag) ? 'yes' : 'no',
      note,
    ].map(cell),
  );
  const table = [['', 'date', 'period', 'times', 'hyphens', 'by'], Array(6).fill('---'), ...rows];
  return `${HEAD}${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n${TAIL}`;
}

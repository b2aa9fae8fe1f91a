import { spoken } from './spoken.ts';

/** German, by Duden: full stop after the day, comma after the weekday, colon in times (DIN 5008), "Uhr" after them. */
export const german = spoken({
  tag: 'de',
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  monthsShort: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  weekdays: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
  dayMonth: '{d}._{M}',
  date: '{d}._{M} {y}',
  short: '{d}._{m} {y}',
  days: '{a}.–{b}',
  time: '{a}_Uhr',
  times: '{a}–{b}_Uhr',
  halves: ['{t}_AM', '{t}_PM'],
  reading: {
    article: 'de[nmr]',
    // Short names are words too ("so"): only with their full stop.
    weekdayWords: '\\p{L}{2}',
    recurring: 'jede[nmr]?|alle|immer',
    afterHour: 'Uhr',
    beforeTime: 'um|von|bis|ab|gegen',
    weekdayAliases: { mo: 1, di: 2, mi: 3, do: 4, fr: 5, sa: 6, so: 7, sonnabend: 6 },
    monthAliases: { jänner: 1 },
  },
});

/** Polish, by PWN's rules: the month in the genitive, lower case, no ordinal's full stop; a colon in times, so that a full stop may end the sentence. */
export const polish = spoken({
  tag: 'pl',
  months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  monthsAlone: 'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień',
  monthsShort: 'sty lut mar kwi maj cze lip sie wrz paź lis gru',
  weekdays: 'poniedziałek wtorek środa czwartek piątek sobota niedziela',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  time: 'godz._{a}',
  times: 'godz._{a}–{b}',
  halves: ['{t}_AM', '{t}_PM'],
  reading: {
    recurring: 'każd\\p{L}+|co',
    beforeHour: 'godz\\.?|godzinie|godziny|godziną',
    beforeTime: 'o|od|do',
    weekdayAliases: { środę: 3, sobotę: 6, niedzielę: 7 },
  },
});

/**
 * Ukrainian, by the orthography of 2019 and CLDR (uk): the month in the genitive, lower case; a dash with spaces between dates of several words. The year
 * with "року" written out: "р." would put two full stops at the end of a sentence.
 */
export const ukrainian = spoken({
  tag: 'uk',
  months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  monthsAlone: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
  monthsShort: 'січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.',
  weekdays: 'понеділок вівторок середа четвер п’ятниця субота неділя',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}_року',
  short: '{d}_{m} {y}',
  halves: ['{t}_дп', '{t}_пп'],
  reading: {
    ordinal: '(?:\\.|-го)?',
    recurring: 'кож\\p{L}+|щоразу',
    beforeTime: 'о|об|з|від|до',
    weekdayAliases: { "п'ятниця": 5, пʼятниця: 5, "п'ятницю": 5, 'п’ятницю': 5, середу: 3, суботу: 6, неділю: 7 },
  },
});

/** Turkish, by Türk Dil Kurumu: the weekday last, capitals for the names in a date, a full stop between hours and minutes. */
export const turkish = spoken({
  tag: 'tr',
  months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  monthsShort: 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
  weekdays: 'Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  withWeekday: '{date} {W}',
  timeMark: '.',
  time: 'saat_{a}',
  times: 'saat_{a}–{b}',
  halves: ['ÖÖ_{t}', 'ÖS_{t}'],
  reading: { recurring: 'her', beforeTime: 'saat', halfDays: true, weekdaysAlone: [1, 2, 3, 4, 5, 6] },
});

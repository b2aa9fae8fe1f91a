import { NO_WEEKDAYS, RTL_TIMES, spoken } from './spoken.ts';

/**
 * Arabic, by CLDR (ar), with the international month names: readers from the Levant and Iraq, who grew up with كانون الأول, know them, the others know no
 * other, and they sound like the Danish ones on every letter from an authority. Ranges are said with words (من … إلى …), which are read rightly whichever
 * way the eye goes; where only figures fit, they are isolated.
 */
export const arabic = spoken({
  tag: 'ar',
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  monthsShort: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  weekdays: 'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  withWeekday: '{W}، {date}',
  days: 'من {a} إلى {b}',
  dates: 'من {a} إلى {b}',
  time: 'الساعة_{a}',
  times: 'من الساعة_{a} إلى_{b}',
  bareTimes: RTL_TIMES,
  halves: ['{t}_ص', '{t}_م'],
  beforeTime: '، ',
  reading: {
    beforeHour: 'الساعة',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
    monthAliases: {
      'كانون الثاني': 1,
      شباط: 2,
      آذار: 3,
      نيسان: 4,
      إبريل: 4,
      أيار: 5,
      حزيران: 6,
      تموز: 7,
      آب: 8,
      أيلول: 9,
      'تشرين الأول': 10,
      'تشرين الثاني': 11,
      'كانون الأول': 12,
    },
    weekdayAliases: { الإثنين: 1 },
  },
});

/** Persian, by CLDR (fa) with the Gregorian calendar and its month names as Iran has them; Dari names are read too. Ranges with تا. */
export const persian = spoken({
  tag: 'fa',
  months: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  monthsShort: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  weekdays: 'دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  withWeekday: '{W}، {date}',
  days: '{a} تا {b}',
  dates: '{a} تا {b}',
  time: 'ساعت_{a}',
  times: 'ساعت_{a} تا_{b}',
  bareTimes: RTL_TIMES,
  halves: ['{t}_ق.ظ.', '{t}_ب.ظ.'],
  beforeTime: '، ',
  reading: {
    beforeTime: 'ساعت',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
    monthAliases: {
      ژانویهٔ: 1,
      جنوری: 1,
      فوریهٔ: 2,
      فبروری: 2,
      مارچ: 3,
      اپریل: 4,
      مهٔ: 5,
      می: 5,
      جون: 6,
      ژوئیهٔ: 7,
      جولای: 7,
      اگست: 8,
      سپتمبر: 9,
      اکتوبر: 10,
      نومبر: 11,
      دسمبر: 12,
    },
    weekdayAliases: { 'سه شنبه': 2, پنج‌شنبه: 4, 'پنج شنبه': 4, یک‌شنبه: 7 },
  },
});

/** Hebrew, by CLDR (he): the month with ב beside a day. Ranges of times are said with words; figures alone, and two days of a month, are isolated. */
export const hebrew = spoken({
  tag: 'he',
  months: 'בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר',
  monthsAlone: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  monthsShort: 'בינו׳ בפבר׳ במרץ באפר׳ במאי ביוני ביולי באוג׳ בספט׳ באוק׳ בנוב׳ בדצמ׳',
  weekdays: 'יום_שני יום_שלישי יום_רביעי יום_חמישי יום_שישי יום_שבת יום_ראשון',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  days: RTL_TIMES,
  dates: '{a} עד {b}',
  time: 'בשעה_{a}',
  times: 'משעה_{a} עד_{b}',
  bareTimes: RTL_TIMES,
  halves: ['{t}_לפנה״צ', '{t}_אחה״צ'],
  reading: { beforeHour: 'בשעה|משעה|השעה', halfDays: true, weekdaysAlone: NO_WEEKDAYS, monthAliases: { מרס: 3, במרס: 3 } },
});

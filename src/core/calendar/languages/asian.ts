import { NO_WEEKDAYS, spoken } from './spoken.ts';

/** Vietnamese, by the form of official letters (Decree 30/2020): "ngày 6 tháng 12 năm 2012". Weekdays and months are numbers. */
export const vietnamese = spoken({
  tag: 'vi',
  months: 'tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9 tháng_10 tháng_11 tháng_12',
  monthsShort: 'thg_1 thg_2 thg_3 thg_4 thg_5 thg_6 thg_7 thg_8 thg_9 thg_10 thg_11 thg_12',
  weekdays: 'Thứ_Hai Thứ_Ba Thứ_Tư Thứ_Năm Thứ_Sáu Thứ_Bảy Chủ_Nhật',
  dayMonth: 'ngày_{d}_{M}',
  date: 'ngày_{d}_{M} năm_{y}',
  short: '{d}_{m}, {y}',
  dates: '{a} đến {b}',
  halves: ['{t}_SA', '{t}_CH'],
  reading: { article: 'ngày', beforeDay: 'ngày|mồng|mùng', beforeYear: 'năm', halfDays: true, weekdaysAlone: NO_WEEKDAYS },
});

/** Hindi, by CLDR: "गुरुवार, 6 दिसंबर 2012"; "बजे" (o'clock) after a time, as the railways write it. */
export const hindi = spoken({
  tag: 'hi',
  months: 'जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर',
  monthsShort: 'जन॰ फ़र॰ मार्च अप्रैल मई जून जुल॰ अग॰ सित॰ अक्टू॰ नव॰ दिस॰',
  weekdays: 'सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} {y}',
  short: '{d}_{m} {y}',
  dates: '{a} से {b} तक',
  time: '{a}_बजे',
  times: '{a}–{b}_बजे',
  halves: ['{t}_am', '{t}_pm'],
  reading: {
    afterHour: 'बजे',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
    monthAliases: { फरवरी: 2, सितम्बर: 9, अक्तूबर: 10, नवम्बर: 11, दिसम्बर: 12 },
    weekdayAliases: { बृहस्पतिवार: 4, वीरवार: 4, इतवार: 7 },
  },
});

/**
 * Thai, by the Royal Society: weekday, "ที่", day and month; a full stop in times, with "น." (o'clock). The year is the Gregorian one, marked ค.ศ. (of the
 * Christian era) wherever the date is written in full: it is the year that stands on everything else in Denmark, and no reader adds 543 to it by mistake.
 */
export const thai = spoken({
  tag: 'th',
  months: 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
  monthsShort: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.',
  weekdays: 'วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์',
  dayMonth: '{d}_{M}',
  date: '{d}_{M} ค.ศ._{y}',
  short: '{d}_{m} {y}',
  withWeekday: '{W}ที่ {date}',
  dates: '{a} ถึง {b}',
  timeMark: '.',
  time: '{a}_น.',
  times: '{a}–{b}_น.',
  halves: ['{t}_AM', '{t}_PM'],
  beforeTime: ' เวลา ',
  reading: {
    weekdayEndings: '(?:ที่)?',
    beforeYear: '(?:ค\\.ศ\\.|พ\\.ศ\\.)',
    eraOffset: 543,
    afterHour: 'น\\.',
    beforeTime: 'เวลา',
    halfDays: true,
    weekdaysAlone: NO_WEEKDAYS,
  },
});

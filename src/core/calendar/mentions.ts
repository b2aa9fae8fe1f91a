import type { ClockTime, IsoDate } from '../campaign.ts';
import type { Weekday } from './date.ts';
import { clockTime } from './date.ts';
import type { LanguageCalendar } from './language.ts';
import { NEVER } from './language.ts';
import { alternatives, namesOf } from './names.ts';
import { ofHalf } from './read.ts';
import { calendarOf } from './table.ts';

/** A date, weekday or time that stands in running text. Half-open UTF-16 offsets of that text. */
export type Mention = DateMention | WeekdayMention | TimeMention;

interface Place {
  readonly start: number;
  readonly end: number;
}
export interface DateMention extends Place {
  readonly kind: 'date';
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}
export interface WeekdayMention extends Place {
  readonly kind: 'weekday';
  readonly weekday: Weekday;
  /** The date that it stands before: then it is that date's weekday or wrong. */
  readonly of?: DateMention;
}
export interface TimeMention extends Place {
  readonly kind: 'time';
  /** "at 5.30" may be morning or evening: the readings that it has. */
  readonly times: readonly ClockTime[];
}

interface Patterns {
  readonly dates: readonly RegExp[];
  readonly weekday: RegExp;
  readonly recurring: RegExp;
  readonly time: RegExp;
}

const cache = new WeakMap<LanguageCalendar, Patterns>();

const NUMBER_START = '(?<![\\p{L}\\p{N}])(?<!\\d[.,:/-])';
const TO = '\\s*(?:[–—-]|\\btil\\b|\\bto\\b|\\buntil\\b)\\s*';

function build(language: LanguageCalendar): Patterns {
  const { reading } = language;
  const names = namesOf(language);
  const month = `(?<month>${alternatives(names.months)})(?!\\p{L})\\.?`;
  const year = `(?:[,،፣]?\\s+(?:${reading.beforeYear ?? NEVER}\\s*)?(?<year>\\d{4})(?!\\d))`;
  const weekday = `(?:(?<![\\p{L}\\p{N}])(?<weekday>${alternatives(names.weekdays)})${reading.weekdayEndings}(?:\\.|(?<!(?<!\\p{L})(?:${reading.weekdayWords})))[,،፣]?\\s+(?:(?:${reading.article})\\s+|d\\.\\s*)?)`;
  const of = reading.of === null ? '' : `(?:${reading.of}\\s+)?`;
  const day = (name: string): string => `(?<${name}>\\d{1,2})(?!\\d)${reading.ordinal}`;
  const after = reading.beforeDay === undefined ? '' : `(?<=(?:${reading.beforeDay})\\s+)`;
  const dayMonth = `${weekday}?${after}${NUMBER_START}${day('from')}(?:\\s*(?:[–—-]|\\bog\\b|\\band\\b|\\btil\\b|\\bto\\b)\\s*(?=\\d)${day('to')})?\\s*${of}${month}${year}?`;
  const dates = [
    dayMonth,
    `${weekday}?${NUMBER_START}(?<year>\\d{4})-(?<number>\\d{2})-(?<from>\\d{2})(?!\\d)`,
    `${weekday}?${NUMBER_START}(?<from>\\d{1,2})(?<sep>[-./])(?<number>\\d{1,2})\\k<sep>(?<year>\\d{4})(?!\\d)`,
    `${weekday}?${NUMBER_START}(?<from>\\d{1,2})/(?<number>\\d{1,2})[\\s-](?<year>\\d{4})(?!\\d)`,
    `${weekday}${NUMBER_START}(?<from>\\d{1,2})/(?<number>\\d{1,2})(?![\\d/])`,
  ];
  if (reading.monthFirst) {
    const md = `(?<![\\p{L}\\p{N}])${month}\\s+(?<from>\\d{1,2})(?!\\d)`;
    // Without a year, an ordinal or a weekday, "in December 19 libraries" would be a date.
    dates.push(`${weekday}${md}${reading.ordinal}${year}?`, `${md}${reading.ordinal}${year}`, `${md}(?:st|nd|rd|th)`);
  }
  const clock = (n: 1 | 2): string =>
    `(?<h${n}>\\d{1,2})(?!\\d)(?:(?<s${n}>[.:])(?<m${n}>\\d{2})(?!\\d)(?![.:-]\\d))?(?:\\s*(?<half${n}>[ap]\\.?m\\b\\.?))?`;
  const lead = `(?:(?<![\\p{L}\\p{N}])(?:(?<hourWord>${reading.beforeHour}|kl\\.?|klokken)|(?<timeWord>${reading.beforeTime}))\\s*)?`;
  return {
    dates: dates.map((source) => new RegExp(source, 'diug')),
    weekday: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<weekday>${alternatives(names.wholeWeekdays)})${reading.weekdayEndings}(?![\\p{L}\\p{N}])(?!-\\p{L})`,
      'diug',
    ),
    recurring: new RegExp(`(?<!\\p{L})(?:${reading.recurring})\\s+(?:\\p{L}+\\s+)?$`, 'iu'),
    time: new RegExp(
      `${lead}${NUMBER_START}${clock(1)}(?:${TO}(?:kl\\.?\\s*)?${clock(2)})?(?<oclock>\\s*(?:o['’]clock|${reading.afterHour ?? NEVER})(?![\\p{L}\\p{M}]))?(?<unit>\\s*(?:kr|%|€|km|kg|m(?!\\p{L})))?`,
      'diug',
    ),
  };
}

function patternsOf(language: LanguageCalendar): Patterns {
  const known = cache.get(language);
  if (known) return known;
  const patterns = build(language);
  cache.set(language, patterns);
  return patterns;
}

/** Names as the tables have them: "tháng 12" with a space that may break. */
const key = (name: string | undefined): string => (name ?? '').toLowerCase().replace(/\s/g, ' ');

type Groups = Readonly<Record<string, string | undefined>>;
type Indices = Readonly<Record<string, [number, number] | undefined>>;

const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;

/** Arabic, Persian, Devanagari and Thai digits as 0 to 9; lengths are kept. */
const westernDigits = (text: string): string =>
  text.replace(OTHER_DIGITS, (digit) => {
    const unit = digit.charCodeAt(0);
    return String((unit - (unit >= 0x900 && unit < 0xe00 ? 0x966 : 0)) & 0xf);
  });

/** Everything that names a day or a time, in the order of the text. What a placeholder will print must have been blanked out by the caller. */
export function findMentions(written: string, lang: string): readonly Mention[] {
  const text = westernDigits(written);
  const language = calendarOf(lang);
  const patterns = patternsOf(language);
  const mentions: Mention[] = [];
  // What one pattern has read, the next does not read again.
  let rest = text;
  const take = (start: number, end: number): void => {
    rest = rest.slice(0, start) + '\u0001'.repeat(end - start) + rest.slice(end);
  };
  // Most texts have no figure in them, and so no date and no time.
  const figures = /\d/.test(text);
  for (const pattern of figures ? patterns.dates : []) {
    for (const match of rest.matchAll(pattern)) {
      const found = dateMentions(match, language);
      if (found.length === 0) continue;
      mentions.push(...found);
      take(match.index, match.index + match[0].length);
    }
  }
  for (const match of rest.matchAll(patterns.weekday)) {
    if (patterns.recurring.test(rest.slice(Math.max(0, match.index - 40), match.index))) continue;
    const weekday = namesOf(language).weekdays.get(key(match.groups?.weekday));
    if (weekday !== undefined)
      mentions.push({ kind: 'weekday', weekday, start: match.index, end: match.index + match[0].length });
  }
  if (figures) for (const match of rest.matchAll(patterns.time)) mentions.push(...timeMentions(match, language));
  return mentions.sort((a, b) => a.start - b.start);
}

function dateMentions(match: RegExpExecArray, language: LanguageCalendar): readonly Mention[] {
  const groups: Groups = match.groups ?? {};
  const at: Indices = match.indices?.groups ?? {};
  const names = namesOf(language);
  const month = groups.month === undefined ? Number(groups.number) : names.months.get(key(groups.month));
  const first = at.from;
  if (month === undefined || month < 1 || month > 12 || !first) return [];
  const end = match.index + match[0].trimEnd().replace(/[.,]$/, '').length;
  const start = Math.min(first[0], at.month?.[0] ?? first[0], at.number?.[0] ?? first[0], at.year?.[0] ?? first[0]);
  const make = (day: number, from: number, to: number): DateMention => ({
    kind: 'date',
    month,
    day,
    start: from,
    end: to,
    ...(groups.year !== undefined && { year: gregorian(Number(groups.year), language) }),
  });
  const mentions: Mention[] = [];
  const whole = make(Number(groups.from), start, at.to ? first[1] : end);
  mentions.push(whole);
  if (at.to) mentions.push(make(Number(groups.to), at.to[0], end));
  const weekday = names.weekdays.get(key(groups.weekday));
  if (weekday !== undefined && at.weekday) {
    mentions.push({ kind: 'weekday', weekday, start: at.weekday[0], end: at.weekday[1], of: whole });
  }
  return mentions;
}

/** No event of ours is so late: the year is counted from another beginning. */
const LATE_YEAR = 2400;

const gregorian = (year: number, { reading }: LanguageCalendar): number =>
  year >= LATE_YEAR ? year - (reading.eraOffset ?? 0) : year;

/** The readings of one clock figure. */
function readings(hour: number, minute: number, half: string | undefined, language: LanguageCalendar): readonly ClockTime[] {
  if (half !== undefined) return [ofHalf(hour, minute, half.toLowerCase().startsWith('p'))].filter((t) => t !== null);
  const plain = hour === 24 ? clockTime(0, minute) : clockTime(hour, minute);
  if (plain === null) return [];
  if ((language.clock === '24h' && !language.reading.halfDays) || hour > 12 || hour === 0) return [plain];
  return [ofHalf(hour, minute, false), ofHalf(hour, minute, true)].filter((t) => t !== null);
}

function timeMentions(match: RegExpExecArray, language: LanguageCalendar): readonly Mention[] {
  const groups: Groups = match.groups ?? {};
  const at: Indices = match.indices?.groups ?? {};
  const [h1, h2] = [at.h1, at.h2];
  if (!h1) return [];
  const figures = (n: 1 | 2): boolean => groups[`m${n}`] !== undefined;
  const isTime =
    groups.hourWord !== undefined ||
    groups.oclock !== undefined ||
    groups.half1 !== undefined ||
    groups.half2 !== undefined ||
    groups.s1 === ':' ||
    (figures(1) && figures(2)) ||
    (groups.timeWord !== undefined && figures(1));
  if (!isTime || groups.unit !== undefined) return [];
  const second = h2 ? readings(Number(groups.h2), Number(groups.m2 ?? 0), groups.half2, language) : [];
  // "5.30–8.30 pm": the half of the day is said once, for both; "11.30–1 pm" begins before noon.
  let half = groups.half1;
  if (half === undefined && groups.half2 !== undefined) {
    const same = ofHalf(Number(groups.h1), Number(groups.m1 ?? 0), groups.half2.toLowerCase().startsWith('p'));
    const last = second[0];
    half =
      same !== null && last !== undefined && same > last
        ? groups.half2.toLowerCase().startsWith('p')
          ? 'am'
          : 'pm'
        : groups.half2;
  }
  const mentions: Mention[] = [];
  const add = (n: 1 | 2, times: readonly ClockTime[]): void => {
    const hour = at[`h${n}`];
    if (!hour || times.length === 0) return;
    const end = at[`half${n}`]?.[1] ?? at[`m${n}`]?.[1] ?? hour[1];
    const start = n === 1 && at.hourWord ? at.hourWord[0] : hour[0];
    mentions.push({ kind: 'time', times, start, end });
  };
  add(1, readings(Number(groups.h1), Number(groups.m1 ?? 0), half, language));
  add(2, second);
  return mentions;
}

/** Whether the mention may mean this day. */
export function meansDate(mention: DateMention, date: IsoDate): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return mention.month === month && mention.day === day && (mention.year === undefined || mention.year === year);
}

import type { Locale } from 'date-fns';
import { engineModule } from '../engine-file.ts';
import { danish } from './da.ts';
import type { CalendarDay, Weekday } from './date.ts';
import { english } from './en.ts';
import { fromLocale } from './from-locale.ts';
import type { LanguageCalendar, NamedDay } from './language.ts';
import { LANGUAGES } from './languages/index.ts';

/** The languages whose dates and times we know how to write and read by ourselves. */
const TABLE: ReadonlyMap<string, LanguageCalendar> = new Map([danish, english, ...LANGUAGES].map((l) => [l.tag, l]));

/** The languages that spreadsheets and campaign files may write their dates in. */
export const calendarLanguages = (): readonly string[] => [danish.tag, english.tag];

/** The languages that have a table of their own. */
export const tabledLanguages = (): readonly string[] => [...TABLE.keys()];

/** A cache: tag → what date-fns knows of the language, looked up when it is first asked for; null: nothing. */
const others = new Map<string, LanguageCalendar | null>();

const TAG = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Names as date-fns has them, the nearest first: sr-Latn-RS → sr-Latn-RS, sr-Latn, sr. Cases as BCP 47, 2.1.1. */
function localeNames(tag: string): readonly string[] {
  if (!TAG.test(tag)) return [];
  const parts = tag
    .toLowerCase()
    .split('-')
    .map((part, i) =>
      i === 0
        ? part
        : part.length === 2
          ? part.toUpperCase()
          : part.length === 4
            ? part.charAt(0).toUpperCase() + part.slice(1)
            : part,
    );
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
}

const isLocale = (value: unknown): value is Locale =>
  typeof value === 'object' && value !== null && 'localize' in value && 'formatLong' in value;

const localesIn = (module: object | null): readonly Locale[] => Object.values(module ?? {}).filter(isLocale);

function findLocale(tag: string): Locale | undefined {
  const names = localeNames(tag);
  for (const name of names) {
    const [locale] = localesIn(engineModule(`date-fns/locale/${name}`));
    if (locale) return locale;
  }
  // Some languages are there with a region only.
  const base = names.at(-1);
  if (base === undefined) return undefined;
  return localesIn(engineModule('date-fns/locale')).find(({ code }) => code.startsWith(`${base}-`));
}

function look(tag: string): LanguageCalendar | null {
  const own = TABLE.get(tag.toLowerCase().split('-')[0] ?? '');
  if (own) return own;
  const known = others.get(tag);
  if (known !== undefined) return known;
  const locale = findLocale(tag);
  const made = locale ? fromLocale(tag, locale) : null;
  others.set(tag, made);
  return made;
}

export const hasCalendar = (tag: string): boolean => look(tag) !== null;

/** @param tag BCP 47; in the languages of our own tables a region or script is ignored. One that `hasCalendar` denies throws: validate has refused it. */
export function calendarOf(tag: string): LanguageCalendar {
  const language = look(tag);
  if (!language) throw new RangeError(`no calendar for the language ${tag}`);
  return language;
}

export const weekdayName = ({ names }: LanguageCalendar, weekday: Weekday): string => names.weekdays[weekday - 1] ?? '';

export const named = (language: LanguageCalendar, day: CalendarDay, weekday: Weekday): NamedDay => ({
  ...day,
  weekdayName: weekdayName(language, weekday),
  monthName: language.names.months[day.month - 1] ?? '',
  monthShort: language.names.monthsShort[day.month - 1] ?? '',
});

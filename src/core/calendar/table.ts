import type { Day, Locale, Month } from 'date-fns';
import { engineModule } from '../engine-file.ts';
import { danish } from './da.ts';
import type { CalendarDay, Weekday } from './date.ts';
import { english } from './en.ts';
import { fromLocale } from './from-locale.ts';
import type { LanguageCalendar, NamedDay } from './language.ts';

/** The languages whose dates and times we know how to write and read by ourselves. */
const TABLE: ReadonlyMap<string, LanguageCalendar> = new Map([danish, english].map((l) => [l.tag, l]));

export const calendarLanguages = (): readonly string[] => [...TABLE.keys()];

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

export const monthName = (language: LanguageCalendar, month: number): string =>
  language.locale.localize.month((month - 1) as Month, { width: 'wide' });

export const monthShort = (language: LanguageCalendar, month: number): string =>
  language.locale.localize.month((month - 1) as Month, { width: 'abbreviated' });

export const weekdayName = (language: LanguageCalendar, weekday: Weekday): string =>
  language.locale.localize.day((weekday % 7) as Day, { width: 'wide' });

export const weekdayShort = (language: LanguageCalendar, weekday: Weekday): string =>
  language.locale.localize.day((weekday % 7) as Day, { width: 'abbreviated' });

export const named = (language: LanguageCalendar, day: CalendarDay, weekday: Weekday): NamedDay => ({
  ...day,
  weekdayName: weekdayName(language, weekday),
  monthName: monthName(language, day.month),
  monthShort: monthShort(language, day.month),
});

/** Every form of a month's name that a text may have: "6 grudnia" and "grudzień". */
export const monthForms = ({ locale }: LanguageCalendar, month: number): readonly string[] =>
  (['wide', 'abbreviated'] as const).flatMap((width) =>
    (['standalone', 'formatting'] as const).map((context) => locale.localize.month((month - 1) as Month, { width, context })),
  );

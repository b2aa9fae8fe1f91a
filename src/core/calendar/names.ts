import type { Weekday } from './date.ts';
import type { LanguageCalendar } from './language.ts';
import { calendarLanguages, calendarOf } from './table.ts';

/** Names, lower case and without a full stop, to their numbers. */
export interface NameTable {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, Weekday>;
  /** Only these mean a weekday when they stand alone: "sat" and "sun" are words. */
  readonly wholeWeekdays: ReadonlyMap<string, Weekday>;
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, '');

function tableOf(language: LanguageCalendar): NameTable {
  const months = new Map<string, number>(Object.entries(language.reading.monthAliases));
  const weekdays = new Map<string, Weekday>(Object.entries(language.reading.weekdayAliases));
  const wholeWeekdays = new Map<string, Weekday>();
  const { names } = language;
  for (const list of [names.monthsAlone, names.months, ...names.readMonths])
    for (const [i, name] of list.entries()) months.set(plain(name), i + 1);
  for (const [i, name] of names.readWeekdays.entries()) weekdays.set(plain(name), (i + 1) as Weekday);
  for (const [i, name] of names.weekdays.entries()) {
    const weekday = (i + 1) as Weekday;
    weekdays.set(plain(name), weekday);
    if (language.reading.weekdaysAlone?.includes(weekday) ?? true) wholeWeekdays.set(plain(name), weekday);
  }
  return { months, weekdays, wholeWeekdays };
}

const tables = new WeakMap<LanguageCalendar, NameTable>();

/** Made once a language. */
export function namesOf(language: LanguageCalendar): NameTable {
  const known = tables.get(language);
  if (known) return known;
  const table = tableOf(language);
  tables.set(language, table);
  return table;
}

function inAnyLanguage<T>(word: string, pick: (table: NameTable) => ReadonlyMap<string, T>): T | null {
  for (const tag of calendarLanguages()) {
    const found = pick(namesOf(calendarOf(tag))).get(plain(word));
    if (found !== undefined) return found;
  }
  return null;
}

/** The first language that has this weekday. */
export const languageOfWeekday = (word: string): string | null =>
  calendarLanguages().find((tag) => namesOf(calendarOf(tag)).weekdays.has(plain(word))) ?? null;

export const monthNamed = (word: string): number | null => inAnyLanguage(word, (t) => t.months);
export const weekdayNamed = (word: string): Weekday | null => inAnyLanguage(word, (t) => t.weekdays);

/** For a regular expression: longest first, so that "december" is not read as "dec". */
export const alternatives = (names: ReadonlyMap<string, unknown>): string =>
  [...names.keys()]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) =>
      name.replace(/[^\p{L}\p{N}\p{M}]/gu, (c) => (c.trim() === '' ? '\\s' : `\\u{${c.codePointAt(0)?.toString(16)}}`)),
    )
    .join('|');

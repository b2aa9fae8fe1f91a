export * from './date.ts';
export * from './format.ts';
export type { Clock, DateForm, LanguageCalendar } from './language.ts';
export { DATE_FORMS } from './language.ts';
export * from './mentions.ts';
export { languageOfWeekday } from './names.ts';
export * from './read.ts';
export { calendarLanguages, calendarOf, hasCalendar, tabledLanguages, weekdayName } from './table.ts';

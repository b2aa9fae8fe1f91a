import type { LanguageCalendar } from '../language.ts';
import { somali, tigrinya } from './african.ts';
import { hindi, thai, vietnamese } from './asian.ts';
import { german, polish, turkish, ukrainian } from './european.ts';
import { arabic, hebrew, persian } from './right-to-left.ts';

/**
 * The languages of libraries' readers in Denmark, beside Danish and English. All are written with the Gregorian calendar, Western digits, the day before the
 * month and the 24-hour clock: what stands on a poster must be found again on the library's clock, in its calendar and in a letter from the municipality.
 * `campaigns/LANGUAGES.md` shows them all.
 */
export const LANGUAGES: readonly LanguageCalendar[] = [
  german,
  polish,
  ukrainian,
  turkish,
  vietnamese,
  somali,
  arabic,
  persian,
  hebrew,
  hindi,
  thai,
  tigrinya,
];

import type { Day, Locale, Month } from 'date-fns';
import type { CalendarNames } from './language.ts';

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const satisfies readonly Month[];
/** Monday first. */
const DAYS = [1, 2, 3, 4, 5, 6, 0] as const satisfies readonly Day[];

type Width = 'wide' | 'abbreviated';
type Context = 'standalone' | 'formatting';

/** The names that date-fns has for a language. */
export function namesOfLocale({ localize }: Locale): CalendarNames {
  const months = (width: Width, context: Context): readonly string[] =>
    MONTHS.map((month) => localize.month(month, { width, context }));
  const days = (width: Width): readonly string[] => DAYS.map((day) => localize.day(day, { width }));
  return {
    months: months('wide', 'formatting'),
    monthsAlone: months('wide', 'standalone'),
    monthsShort: months('abbreviated', 'formatting'),
    weekdays: days('wide'),
    readMonths: [months('abbreviated', 'standalone'), months('abbreviated', 'formatting')],
    readWeekdays: days('abbreviated'),
  };
}

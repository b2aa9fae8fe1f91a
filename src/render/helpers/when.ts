import {
  DATE_FORMS,
  type DateForm,
  formatDate,
  formatDateRange,
  formatTime,
  formatTimes,
  formatWhen,
  isDate,
  type TimeOptions,
  timeOf,
} from '../../core/calendar/index.ts';
import { TEXT } from '../../core/model/index.ts';
import type { RenderEnv } from '../env.ts';
import { bare } from '../printable.ts';
import { giving, type Helper } from './types.ts';

const isForm = (value: unknown): value is DateForm => (DATE_FORMS as readonly unknown[]).includes(value);

const eventOf = (env: RenderEnv): Readonly<Record<string, unknown>> => (env.context.event ?? {}) as Record<string, unknown>;

/** A date and a time of day in one: when an embargo ends. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** An event, a session, or whatever else has a date and times. */
function occasion(given: unknown, env: RenderEnv): { date: string | null; start: string | undefined; end: string | undefined } {
  const value = bare(given);
  if (typeof value === 'string') {
    // Never the event's own date in place of another one.
    const [, date, start] = MOMENT.exec(value) ?? [null, value, undefined];
    return { date: isDate(date ?? '') ? (date ?? null) : null, start, end: undefined };
  }
  const of = (typeof value === 'object' && value !== null ? value : eventOf(env)) as Record<string, unknown>;
  const time = (key: string): string | undefined => {
    const text = of[key];
    return typeof text === 'string' && timeOf(text) ? text : undefined;
  };
  const date = of.date;
  return { date: typeof date === 'string' && isDate(date) ? date : null, start: time('start'), end: time('end') };
}

function options(named: Readonly<Record<string, unknown>>, env: RenderEnv): TimeOptions {
  const clock = named.clock === '12h' || named.clock === '24h' ? named.clock : env.format.clock;
  const minutes = named.minutes === 'always' ? 'always' : 'auto';
  return { clock, minutes, bare: named.bare === true };
}

function absent(env: RenderEnv, what: string, value: unknown): undefined {
  if (value !== undefined && value !== null) {
    env.pending.push({
      code: 'helper-arguments',
      message: `“${String(bare(value))}” is not ${what}.`,
      hint: 'What each helper takes stands in templates/CONTEXT.md.',
    });
  }
  return undefined;
}

const TIME_NAMED = ['bare', 'clock', 'minutes'] as const;

/** Dates and times in the job's language. Without a value they are the event's own: {{date}}, {{times}}. */
export const WHEN_HELPERS: Readonly<Record<string, Helper>> = {
  /** {{date event.date "long"}}, {{date "no-year"}}, {{date}} */
  date: {
    count: [0, 2],
    takes: ['date'],
    gives: giving(TEXT),
    run(args, _, env) {
      const given = args.map(bare);
      const only = isForm(given[0]);
      const value = given.length === 0 || only ? eventOf(env).date : given[0];
      const date = typeof value === 'string' ? (MOMENT.exec(value)?.[1] ?? value) : value;
      const form = only ? given[0] : given[1];
      if (form !== undefined && !isForm(form)) {
        return absent(env, `a form of dates: ${DATE_FORMS.join(', ')}`, form);
      }
      return typeof date === 'string' && isDate(date)
        ? formatDate(date, env.language, form ?? 'long')
        : absent(env, 'a date', date);
    },
  },
  /** {{dates event.period}}: "6.–9. december 2012" */
  dates: {
    count: [1, 1],
    named: ['year'],
    gives: giving(TEXT),
    run([value], named, env) {
      const { from, to } = (value ?? {}) as { from?: string; to?: string };
      if (!from || !to || !isDate(from) || !isDate(to)) return absent(env, 'a period', value);
      return formatDateRange(from, to, env.language, { year: named.year !== false });
    },
  },
  /** {{time event.start}}, {{time}} */
  time: {
    count: [0, 1],
    named: TIME_NAMED,
    takes: ['time'],
    gives: giving(TEXT),
    run(args, named, env) {
      const time = args.length === 0 ? eventOf(env).start : bare(args[0]);
      return typeof time === 'string' && timeOf(time)
        ? formatTime(time, env.language, options(named, env))
        : absent(env, 'a time', time);
    },
  },
  /** {{times event}}, {{times}}: "kl. 17.30–20.30" */
  times: {
    count: [0, 1],
    named: TIME_NAMED,
    gives: giving(TEXT),
    run([value], named, env) {
      const { start, end } = occasion(value, env);
      return start === undefined ? undefined : formatTimes(start, end, env.language, options(named, env));
    },
  },
  /** {{when event}}, {{when session form="no-year"}}: date and times. An instant (press.until) has its minutes always: kl. 6.00 */
  when: {
    count: [0, 1],
    named: [...TIME_NAMED, 'form'],
    gives: giving(TEXT),
    run([value], named, env) {
      const { date, start, end } = occasion(value, env);
      if (date === null) return undefined;
      const form = isForm(named.form) ? named.form : undefined;
      const minutes = typeof bare(value) === 'string' ? 'always' : options(named, env).minutes;
      return formatWhen({ date, start, end }, env.language, { ...options(named, env), minutes, form });
    },
  },
};

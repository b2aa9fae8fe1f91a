import { addDays, calendarOf, formatDate, hasCalendar } from '../../core/calendar/index.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { isPruned } from '../../core/written/check.ts';
import type { Path } from '../../core/written/node.ts';
import { entryOf } from '../../core/written/node.ts';
import { MAIN } from '../expand.ts';
import type { Whole } from '../merge.ts';
import type { Places } from '../sayings.ts';
import { spanIn } from '../sayings.ts';
import type { WrittenEvent, WrittenPress, WrittenSession } from '../schema/event.ts';

export interface Occasion {
  readonly event: Whole<WrittenEvent> | undefined;
  readonly press: Whole<WrittenPress> | undefined;
  readonly places: Places;
  readonly about: About | undefined;
  /** What could not be read, and so is not missing. */
  readonly pruned: ReadonlySet<string>;
}

/** After this an end that is earlier than its start is no longer the morning after. */
const LATEST_MORNING = '12:00';

/** Dates are said as the campaign's file says them. */
const day = (date: string): string => (hasCalendar('en') ? formatDate(date, calendarOf('en').tag, 'date') : date);

/** What dates and times of one event contradict each other. */
export function eventRules(occasion: Occasion): readonly Diagnostic[] {
  const { event, press } = occasion;
  const found: Diagnostic[] = [];
  const say = (make: typeof error, code: Parameters<typeof error>[0], path: Path, message: string, hint?: string): void => {
    const misread = code === 'embargo-without-until' ? 'press.until' : code === 'missing-key' ? path.join('.') : null;
    if (misread !== null && [...occasion.pruned].some((gone) => gone.startsWith(misread))) return;
    found.push(make(code, message, { span: spanIn(occasion.places, path), about: occasion.about, hint }));
  };
  const sessions = Object.entries(event?.sessions ?? {}).flatMap(([id, s]) => (s ? [[id, s] as const] : []));
  for (const [id, session] of sessions) sessionRules(id, session, say);
  const period = event?.period;
  if (period?.from !== undefined && period.to !== undefined) {
    if (period.to < period.from)
      say(
        error,
        'period-reversed',
        ['event', 'period', 'to'],
        `The period ends on ${day(period.to)}, before it begins.`,
        'Mend “from” or “to”.',
      );
    else {
      for (const [id, { date }] of sessions) {
        if (date === undefined || (date >= period.from && date <= period.to)) continue;
        const message = `${day(date)} lies outside the period from ${day(period.from)} to ${day(period.to)}.`;
        say(
          error,
          'session-outside-period',
          ['event', 'sessions', id, 'date'],
          message,
          'Mend the date, or make the period longer.',
        );
      }
    }
  } else if (period) {
    const lacks = period.from === undefined ? 'from' : 'to';
    say(error, 'missing-key', ['event', 'period'], `The period has no “${lacks}”.`, `Add the key “${lacks}”.`);
  }
  const last = lastDay(event);
  const booking = event?.booking;
  if (booking) {
    if (booking.mode === undefined) {
      say(
        error,
        'missing-key',
        ['event', 'booking'],
        'Sign-up is described, but not whether it is needed.',
        'Add mode: none, optional or required.',
      );
    }
    for (const key of ['opens', 'closes'] as const) {
      const date = booking[key];
      if (date === undefined || last === undefined || date <= last) continue;
      const message = `Sign-up ${key} on ${day(date)}, after the event on ${day(last)}.`;
      say(error, 'deadline-after-event', ['event', 'booking', key], message, 'Mend this date, or that of the event.');
    }
    if (booking.opens !== undefined && booking.closes !== undefined && booking.closes < booking.opens) {
      say(
        error,
        'booking-reversed',
        ['event', 'booking', 'closes'],
        `Sign-up closes on ${day(booking.closes)}, before it opens.`,
        'Mend “opens” or “closes”.',
      );
    }
    if (booking.mode === 'required' && !booking.url && !booking.phone && !booking.email) {
      say(
        warning,
        'booking-without-way',
        ['event', 'booking', 'mode'],
        'Sign-up is required, but nobody is told how.',
        'Add a url, a phone or an email to booking.',
      );
    }
  }
  if (event?.venue && event.venue.mode === undefined) {
    say(error, 'missing-key', ['event', 'venue'], 'The venue has no mode.', 'Add mode: onsite, online or hybrid.');
  }
  event?.price?.forEach((price, i) => {
    const misread = occasion.pruned.has(`event.price.${i}.currency`);
    if (price.currency === undefined && !misread && (price.amount ?? 0) > 0) {
      say(error, 'missing-key', ['event', 'price', i, 'amount'], 'A price has no currency.', 'Add currency: DKK.');
    }
  });
  pressRules(press, last, say);
  return found;
}

type Say = (make: typeof error, code: Parameters<typeof error>[0], path: Path, message: string, hint?: string) => void;

function sessionRules(id: string, { doors, start, end }: Whole<WrittenSession>, say: Say): void {
  const at = ['event', 'sessions', id];
  if (start !== undefined && end !== undefined) {
    if (end === start)
      say(
        error,
        'end-equals-start',
        [...at, 'end'],
        `The event ends at ${end}, when it starts.`,
        'Mend one of the two, or leave the end out.',
      );
    else if (end < start && end > LATEST_MORNING) {
      const hint = 'An end after midnight may be earlier than the start, up to noon.';
      say(error, 'end-before-start', [...at, 'end'], `The event ends at ${end}, before it starts at ${start}.`, hint);
    }
  }
  if (doors !== undefined && start !== undefined && doors > start && !(start <= LATEST_MORNING && doors > '18:00')) {
    say(
      error,
      'doors-after-start',
      [...at, 'doors'],
      `The doors open at ${doors}, after the start at ${start}.`,
      'Mend “doors” or “start”.',
    );
  }
}

function pressRules(press: Whole<WrittenPress> | undefined, last: string | undefined, say: Say): void {
  if (!press) return;
  if (press.release === 'embargo' && press.until === undefined) {
    say(
      error,
      'embargo-without-until',
      ['press', 'release'],
      'The press release is embargoed, but not until when.',
      'Add until: "2012-11-22T06:00".',
    );
  }
  if (press.release === 'immediate' && press.until !== undefined) {
    say(
      error,
      'until-without-embargo',
      ['press', 'until'],
      'An embargo has an end, but the release is immediate.',
      'Write release: embargo, or delete until.',
    );
  }
  if (last === undefined) return;
  if (press.until !== undefined && press.until.slice(0, 10) > last) {
    say(
      error,
      'embargo-after-event',
      ['press', 'until'],
      `The embargo ends on ${day(press.until.slice(0, 10))}, after the event on ${day(last)}.`,
      'Let it end before the event, or write release: immediate.',
    );
  }
  if (press.date !== undefined && press.date > last) {
    say(
      error,
      'deadline-after-event',
      ['press', 'date'],
      `The press release is dated ${day(press.date)}, after the event on ${day(last)}.`,
      'Mend this date, or that of the event.',
    );
  }
}

/** The last day on which anything happens. */
export function lastDay(event: Whole<WrittenEvent> | undefined): string | undefined {
  const days = Object.values(event?.sessions ?? {}).flatMap((s) => {
    if (s?.date === undefined) return [];
    const overnight = s.start !== undefined && s.end !== undefined && s.end < s.start;
    return [overnight ? (addDays(s.date, 1) ?? s.date) : s.date];
  });
  if (event?.period?.to !== undefined) days.push(event.period.to);
  return days.sort()[days.length - 1];
}

/** The campaign's own `event:`, where it has one: a date that every library lacks is missing there. */
function eventKey({ roots }: Places): Span | undefined {
  const nation = roots[roots.length - 1];
  return nation && entryOf(nation, 'event')?.key;
}

/** What a kit cannot do without. */
export function completeness({ event, places, about, pruned }: Occasion): readonly Diagnostic[] {
  if (isPruned(pruned, 'event')) return [];
  const sessions = Object.entries(event?.sessions ?? {});
  const hint = 'Write event: {date: 2012-12-06}, in the campaign or for this library.';
  if (sessions.length === 0 && event?.period === undefined) {
    return [error('missing-date', 'The event has no date.', { span: spanIn(places, ['event']), about, hint })];
  }
  return sessions.flatMap(([id, session]) => {
    if (!session || session.date !== undefined) return [];
    // The main session is mostly written as `event` itself.
    const whole = id === MAIN ? eventKey(places) : undefined;
    const message = id === MAIN ? 'The event has no date.' : `The session “${id}” has no date.`;
    return [error('missing-date', message, { span: whole ?? spanIn(places, ['event', 'sessions', id]), about, hint })];
  });
}

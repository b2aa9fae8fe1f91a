import {
  addDays,
  findMentions,
  formatDate,
  formatTime,
  isDate,
  type Mention,
  meansDate,
  type Weekday,
  weekdayOf,
} from '../../core/calendar/index.ts';
import type { CampaignEvent, Press, WrittenText } from '../../core/campaign.ts';
import type { About, Diagnostic } from '../../core/diagnostics.ts';
import { error } from '../../core/diagnostics.ts';
import { spanWithin } from '../../core/written/node.ts';
import { mask } from './mask.ts';

/** What dates and times a text may name: everything that is true of one library. */
export interface TrueDays {
  /** Those of the event itself: what a wrong one is compared with. */
  readonly event: readonly string[];
  readonly times: readonly string[];
  readonly dates: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<Weekday>;
  readonly allTimes: ReadonlySet<string>;
}

/** A season is longer than anybody lists day by day. */
const MAX_PERIOD_DAYS = 400;

export function trueDays(event: CampaignEvent, press: Press | undefined): TrueDays {
  const sessions = Object.values(event.sessions);
  const days = sessions.map((session) => session.date);
  const dates = new Set(days);
  const times = new Set<string>();
  for (const { date, doors, start, end } of sessions) {
    for (const time of [doors, start, end]) if (time !== undefined) times.add(time);
    const next = start !== undefined && end !== undefined && end < start ? addDays(date, 1) : null;
    if (next !== null) dates.add(next);
  }
  if (event.period) {
    const { from, to } = event.period;
    dates.add(from).add(to);
    // Without sessions any day of the season may be spoken of.
    if (sessions.length === 0) {
      let day: string | null = from;
      for (let i = 0; i < MAX_PERIOD_DAYS && day !== null && day <= to; i++) {
        dates.add(day);
        day = addDays(day, 1);
      }
    }
  }
  const eventTimes = [...times];
  for (const date of [event.booking?.opens, event.booking?.closes, press?.date]) if (date !== undefined) dates.add(date);
  if (press?.until !== undefined) {
    dates.add(press.until.slice(0, 10));
    times.add(press.until.slice(11, 16));
  }
  return {
    event: days.length > 0 ? days : event.period ? [event.period.from, event.period.to] : [],
    times: eventTimes,
    dates,
    weekdays: new Set([...dates].map(weekdayOf)),
    allTimes: times,
  };
}

/** A text is read once, however many libraries print it. */
export type MentionCache = Map<WrittenText, readonly Mention[]>;

export function mentionsOf(text: WrittenText, language: string, cache: MentionCache): readonly Mention[] {
  const known = cache.get(text);
  if (known) return known;
  const mentions = findMentions(mask(text.markdown), language);
  cache.set(text, mentions);
  return mentions;
}

export interface Reader {
  readonly language: string;
  readonly true: TrueDays;
  readonly about: About;
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The words of a text that are wrong for one library. */
export function contradictions(text: WrittenText, mentions: readonly Mention[], reader: Reader): readonly Diagnostic[] {
  return mentions.flatMap((mention): readonly Diagnostic[] => {
    const words = text.markdown.slice(mention.start, mention.end);
    const where = { span: spanWithin(text, mention.start, mention.end), about: { ...reader.about, language: reader.language } };
    if (mention.kind === 'date') {
      if ([...reader.true.dates].some((date) => meansDate(mention, date))) return [];
      const year = mention.year ?? Number(reader.true.event[0]?.slice(0, 4) ?? 2000);
      const other = `{{date "${iso(year, mention.month, mention.day)}" "${mention.year === undefined ? 'day-month' : 'date'}"}}`;
      const hint = [
        `Write {{date}} (or {{date "day-month"}}) where the event’s own day is meant.`,
        `If another day is meant, write ${other}.`,
      ];
      return [
        error(
          'text-date-mismatch',
          `The text says “${words}”, but the event is on ${all(reader.true.event.map((date) => formatDate(date, 'en', 'date')))}.`,
          { ...where, hint },
        ),
      ];
    }
    if (mention.kind === 'weekday') {
      const of = mention.of;
      const same = of && [...reader.true.dates].filter((date) => meansDate(of, date));
      if (of && same?.length === 0) {
        // The date is complained of already; its weekday only where it contradicts that very date.
        if (of.year === undefined) return [];
        const written = iso(of.year, of.month, of.day);
        if (!isDate(written) || weekdayOf(written) === mention.weekday) return [];
        return [mismatch(words, written, reader.language, where)];
      }
      if (same) {
        if (same.some((date) => weekdayOf(date) === mention.weekday)) return [];
        const [date = ''] = same;
        return [mismatch(words, date, reader.language, where)];
      }
      if (reader.true.weekdays.size === 0 || reader.true.weekdays.has(mention.weekday)) return [];
      const hint = 'Write {{date "weekday"}} where the event’s own weekday is meant.';
      const days = all([...new Set(reader.true.event.map((date) => `a ${weekdayIn(date, reader.language)}`))]);
      return [error('text-weekday-mismatch', `The text says “${words}”, but the event is on ${days}.`, { ...where, hint })];
    }
    if (reader.true.times.length === 0 || mention.times.some((time) => reader.true.allTimes.has(time))) return [];
    const own = reader.true.times.map((time) => clock(time, reader.language));
    const hint = [
      'Write {{time}} or {{times}} where the event’s own time is meant.',
      `If another time is meant, write {{time "${mention.times[mention.times.length - 1]}"}}.`,
    ];
    return [
      error(
        'text-time-mismatch',
        `The text says “${words}”, but ${own.length === 1 ? `the time is ${own[0]}` : `the times are ${all(own)}`}.`,
        { ...where, hint },
      ),
    ];
  });
}

function mismatch(words: string, date: string, language: string, where: Parameters<typeof error>[2]): Diagnostic {
  const message = `The text says “${words}”, but ${formatDate(date, 'en', 'date')} is a ${weekdayIn(date, language)}.`;
  return error('text-weekday-mismatch', message, { ...where, hint: 'Write {{date}}: it brings the right weekday along.' });
}

/** 'Thursday', 'Thursday (“torsdag”)': complaints are in English, the text need not be. */
function weekdayIn(date: string, language: string): string {
  const [name, own] = [formatDate(date, 'en', 'weekday'), formatDate(date, language, 'weekday')];
  return own === name ? name : `${name} (“${own}”)`;
}

/** '18.00' stands for an hour, too, where '18' would be read as a number. */
const clock = (time: string, language: string): string => {
  const words = formatTime(time, language, { bare: true });
  return /^\d+$/.test(words) ? `${words}.00` : words;
};

/** 'one, two and three' */
const all = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

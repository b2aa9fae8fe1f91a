import { describe, expect, it } from 'vitest';
import { outcome } from './support.ts';

const event = (inside: string): { event: string } => ({ event: `event: {date: 2031-10-03, start: "19:00", ${inside}}\n` });

const FAULTS: readonly (readonly [string, Parameters<typeof outcome>[0], readonly string[]])[] = [
  ['an end equal to its start', event('end: "19:00"'), ['end-equals-start «19:00»']],
  ['an end before its start', event('end: "18:30"'), ['end-before-start «18:30»']],
  ['doors after the start', event('doors: "19:30"'), ['doors-after-start «19:30»']],
  [
    'a deadline after the event',
    event('booking: {mode: required, url: "https://example.org", closes: 2031-10-04}'),
    ['deadline-after-event «2031-10-04»'],
  ],
  [
    'sign-up that closes before it opens',
    event('booking: {mode: required, url: "https://example.org", opens: 2031-09-02, closes: 2031-09-01}'),
    ['booking-reversed «2031-09-01»'],
  ],
  ['sign-up at nowhere', event('booking: {mode: required}'), ['booking-without-way «required» (warning)']],
  ['sign-up without a mode', event('booking: {url: "https://example.org"}'), ['missing-key «booking»']],
  ['a period that ends before it begins', event('period: {from: 2031-10-05, to: 2031-10-01}'), ['period-reversed «2031-10-01»']],
  ['a period without an end', event('period: {from: 2031-10-01}'), ['missing-key «period»']],
  ['a session outside its period', event('period: {from: 2031-10-05, to: 2031-10-09}'), ['session-outside-period «2031-10-03»']],
  ['a price in no currency', event('price: [{amount: 50}]'), ['missing-key «50»']],
  ['an embargo without an end', { more: 'press: {release: embargo}\n' }, ['embargo-without-until «embargo»']],
  [
    'an embargo after the event',
    { more: 'press: {release: embargo, until: "2031-10-04T06:00"}\n' },
    ['embargo-after-event «2031-10-04T06:00»'],
  ],
  [
    'an end of no embargo',
    { more: 'press: {release: immediate, until: "2031-09-04T06:00"}\n' },
    ['until-without-embargo «2031-09-04T06:00»'],
  ],
  ['a press release after the event', { more: 'press: {date: 2031-10-04}\n' }, ['deadline-after-event «2031-10-04»']],
  ['no date', { event: '' }, ['missing-date «id» @nord', 'missing-date «id» @syd']],
  [
    'a session without a date',
    { event: 'event: {sessions: {talk: {start: "19:00"}}}\n' },
    ['missing-date «talk» @nord', 'missing-date «talk» @syd'],
  ],
];

describe('facts that contradict each other', () => {
  it.each(FAULTS)('%s', (_, parts, expected) => {
    expect(outcome(parts).said).toEqual(expected);
  });

  it.each([
    ['past midnight', event('end: "01:30"')],
    ['a night in the library', event('end: "09:00"')],
    ['a season without sessions', { event: 'event: {period: {from: 2031-06-01, to: 2031-08-31}}\n' }],
    ['sign-up on the day', event('booking: {mode: optional, closes: 2031-10-03}')],
    ['an embargo until the day', { more: 'press: {release: embargo, until: "2031-10-03T06:00"}\n' }],
  ])('%s is fine', (_, parts) => {
    expect(outcome(parts).said).toEqual([]);
  });

  it('is judged with what the library changes', () => {
    const { said, campaign } = outcome({
      ...event('end: "23:30", booking: {mode: required, url: "https://example.org", closes: 2031-10-02}'),
      libraries:
        'libraries:\n  - {id: nord, name: N, event: {date: 2031-10-01}}\n  - {id: syd, name: S, event: {start: "23:30"}}\n  - {id: vest, name: V}\n',
    });
    expect(said).toEqual(['deadline-after-event «2031-10-02» @nord', 'end-equals-start «23:30» @syd']);
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['vest']);
    expect(campaign?.faulty).toEqual(['nord', 'syd']);
  });
});

describe('libraries', () => {
  it('of one id are both left out', () => {
    const { said, campaign, diagnostics } = outcome({
      libraries: 'libraries: [{id: a, name: A}, {id: b, name: B}, {id: a, name: C}]\n',
    });
    expect(said).toEqual(['duplicate-library «a» @a']);
    expect(diagnostics[0]?.span?.start).toBe((diagnostics[0]?.span?.source.text.lastIndexOf('id: a') ?? 0) + 4);
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['b']);
    expect(campaign?.faulty).toEqual(['a']);
  });

  it('that are withdrawn need not be right', () => {
    const { said, campaign } = outcome({
      event: 'event: {start: "19:00"}\n',
      libraries: 'libraries: [{id: a, name: A, state: withdrawn}]\n',
    });
    expect(said).toEqual([]);
    expect(campaign?.libraries[0]?.state).toBe('withdrawn');
  });

  it('may not speak of a session that there is not', () => {
    const { said } = outcome({
      event: 'event: {sessions: {talk: {date: 2031-10-03}}}\n',
      libraries: 'libraries: [{id: a, name: A, event: {start: "19:00"}}]\n',
    });
    expect(said).toContain('unknown-session «start» @a');
  });

  it('tell a heading that is no path once', () => {
    const { said } = outcome({ libraries: 'libraries: l.csv\n' }, { 'l.csv': 'id;name;sted\na;A;x\nb;B;y\n' });
    expect(said).toEqual(['unknown-key «sted»']);
  });

  it('keep their faults to themselves', () => {
    const { said, campaign } = outcome(
      { libraries: 'libraries: l.csv\n' },
      { 'l.csv': 'id;name;event.date;event.start\na;A;fredag 3-10-2031;18.30\nb;B;torsdag 3-10-2031;\nc;C;;25\n' },
    );
    expect(said).toEqual(['weekday-mismatch «torsdag» @b', 'time-invalid «25» @c']);
    expect(campaign?.libraries.map(({ event }) => event.sessions.main?.start)).toEqual(['18:30']);
  });
});

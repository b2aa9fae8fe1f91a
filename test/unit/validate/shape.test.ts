import { describe, expect, it } from 'vitest';
import { outcome, place } from './support.ts';

describe('a campaign in which nothing is wrong', () => {
  it('is whole', () => {
    const { campaign, said } = outcome({});
    expect(said).toEqual([]);
    expect(campaign).toMatchObject({ id: 'night', status: 'final', revision: 1, title: { da: 'Nat', en: 'Night' } });
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['nord', 'syd']);
  });
});

/** What is changed → what is said, and where. */
const FAULTS: readonly (readonly [string, Parameters<typeof outcome>[0], readonly string[]])[] = [
  ['a misspelt key', { more: 'libaries: x\n' }, ['unknown-key «libaries»']],
  ['a misspelt key of an event', { event: 'event: {date: 2031-10-03, strat: "19:00"}\n' }, ['unknown-key «strat»']],
  ['a misspelt key deep down', { more: 'organiser: {name: X, adress: Y}\n' }, ['unknown-key «adress»']],
  ['a missing key', { head: 'title: Nat\ntemplate: sets/plain\nlanguages: [da, en]\n' }, ['missing-key «title»']],
  ['a missing key of a picture', { more: 'images: {pic: {credit: Foto}}\n' }, ['missing-key «pic»']],
  ['a list where a map belongs', { event: 'event: [2031-10-03]\n' }, ['wrong-shape «event»']],
  ['a text where a map belongs', { event: 'event: 2031-10-03\n' }, ['wrong-shape «2031-10-03»']],
  ['a map where a date belongs', { event: 'event: {date: {day: 3}}\n' }, ['wrong-shape «date»']],
  ['a word that is none of the few', { more: 'status: finale\n' }, ['unknown-word «finale»']],
  ['no number', { more: 'revision: three\n' }, ['not-a-number «three»']],
  ['a revision below one', { more: 'revision: 0\n' }, ['not-a-number «0»']],
  [
    'an unsafe id',
    { head: 'id: Nørre Nat\ntitle: N\ntemplate: sets/plain\nlanguages: da\n', texts: 'texts: {da: {poster: {headline: Kom}}}\n' },
    ['id-unsafe «Nørre Nat»'],
  ],
  ['an id that Windows reserves', { libraries: 'libraries: [{id: con, name: X}]\n' }, ['id-unsafe «con» @con']],
  ['no day of the calendar', { event: 'event: {date: 2031-02-30}\n' }, ['date-invalid «2031-02-30»']],
  ['a spreadsheet’s day number', { event: 'event: {date: 41249}\n' }, ['date-invalid «41249»']],
  ['no time', { event: 'event: {date: 2031-10-03, start: "25:00"}\n' }, ['time-invalid «25:00»']],
  [
    'a weekday that contradicts its date',
    { event: 'event: {date: torsdag den 3. oktober 2031}\n' },
    ['weekday-mismatch «torsdag»'],
  ],
  ['an unsafe address', { more: 'organiser: {name: X, url: "javascript:alert(1)"}\n' }, ['url-unsafe «javascript:alert(1)»']],
  ['a file’s address', { more: 'organiser: {name: X, url: "file:///etc/passwd"}\n' }, ['url-unsafe «file:///etc/passwd»']],
  ['an address without its scheme', { more: 'organiser: {name: X, url: example.org/x}\n' }, ['url-invalid «example.org/x»']],
  [
    'an address with a password',
    { more: 'organiser: {name: X, url: "https://a:b@example.org"}\n' },
    ['url-invalid «https://a:b@example.org»'],
  ],
  ['no mail address', { more: 'contacts: {press: {email: presse.example.org}}\n' }, ['email-invalid «presse.example.org»']],
  ['no telephone number', { more: 'contacts: {press: {phone: ring}}\n' }, ['phone-invalid «ring»']],
  ['a private mail address', { more: 'contacts: {press: {email: ida@gmail.com}}\n' }, ['email-private «gmail.com» (warning)']],
  ['a key that no template can name', { more: 'contacts: {"1 x": {email: a@example.org}}\n' }, ['key-unsafe «1 x»']],
  [
    'a time zone',
    { more: '', head: 'id: n\ntitle: N\ntemplate: sets/plain\nlanguages: [da, en]\ntimezone: Europe/Kopenhagen\n' },
    ['timezone-unknown «Europe/Kopenhagen»'],
  ],
  [
    'a language without a calendar',
    { head: 'id: n\ntitle: N\ntemplate: sets/plain\nlanguages: [da, xx]\n' },
    ['unknown-language «xx»'],
  ],
  ['a language twice', { head: 'id: n\ntitle: N\ntemplate: sets/plain\nlanguages: [da, en, da]\n' }, ['unknown-language «da»']],
  ['no language', { head: 'id: n\ntitle: N\ntemplate: sets/plain\nlanguages: []\n' }, ['missing-key «languages»']],
  [
    'a library’s language that the campaign lacks',
    { libraries: 'libraries: [{id: a, name: A, languages: [da, de]}]\n' },
    ['unknown-language «de» @a'],
  ],
  ['texts in another language', { more: 'formats: {de: {clock: 24h}}\n' }, ['unused-language «de» (warning)']],
  ['a text in another language', { more: 'organiser: {name: {da: X, en: Y, de: Z}}\n' }, ['unused-language «de» (warning)']],
  ['a text by something that is no language', { more: 'organiser: {name: {dansk: X}}\n' }, ['unknown-key «dansk»']],
  ['a size', { pieces: 'pieces: {poster: {sizes: [A3, A33]}}\n' }, ['size-unknown «A33»']],
  ['an output that the piece does not have', { pieces: 'pieces: {poster: {outputs: [pdf, docx]}}\n' }, ['output-unknown «docx»']],
  ['a piece', { pieces: 'pieces: {poster: , postre: }\n' }, ['unknown-piece «postre»']],
  ['extra that the set does not know', { event: 'event: {date: 2031-10-03, extra: {table: 4}}\n' }, ['extra-unknown «table»']],
  ['extra of another type', { event: 'event: {date: 2031-10-03, extra: {tables: many}}\n' }, ['extra-unknown «many»']],
  [
    'a guest that is not there',
    { event: 'event: {date: 2031-10-03, guests: [ida]}\n', more: 'guests: {ide: {name: Ide}}\n' },
    ['unknown-guest «ida»'],
  ],
  ['a picture that is not there', { more: 'guests: {ida: {name: Ida, image: portrait}}\n' }, ['unknown-image «portrait»']],
  ['no libraries', { libraries: '' }, ['no-libraries «id»']],
];

describe('faults of shape, each at the words that are wrong', () => {
  it.each(FAULTS)('%s', (_, parts, expected) => {
    const { said, campaign, diagnostics } = outcome(parts);
    expect(said).toEqual(expected);
    const national = diagnostics.some((d) => d.severity === 'error' && d.about?.library === undefined);
    expect(campaign === undefined).toBe(national);
  });

  it('suggests what was meant', () => {
    const { diagnostics } = outcome({ more: 'libaries: x\nstatus: finale\n' });
    expect(diagnostics.map((d) => d.hints)).toEqual([['Did you mean “libraries”?'], ['Did you mean “final”?']]);
  });

  it('tells everything at once', () => {
    const { said } = outcome({
      event: 'event: {date: 2031-02-30, stort: "19:00", booking: {mode: maybe}}\n',
      libraries: 'libraries: [{id: a, nane: A}, {id: b, name: B, url: x}]\n',
    });
    expect(said).toEqual([
      'date-invalid «2031-02-30»',
      'unknown-key «stort»',
      'unknown-word «maybe»',
      'missing-key «id» @a',
      'unknown-key «nane» @a',
      'url-invalid «x» @b',
    ]);
  });

  it('gives line and column', () => {
    expect(outcome({ more: 'organiser:\n  name: X\n  adress: Y\n' }).diagnostics.map(place)).toEqual(['campaign.yaml:16:3']);
  });
});

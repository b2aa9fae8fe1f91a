import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcome, yaml } from './support.ts';

const CAMPAIGN = yaml({
  event:
    'event:\n  sessions:\n    main: {date: 2031-10-03, start: "19:00", room: {da: Sal, en: Hall}}\n  booking: {mode: required, email: a@example.org}\n  price: [{amount: 5, currency: DKK}]\n',
  more: 'press: {release: embargo, until: "2031-09-12T06:00"}\nguests: {ida: {name: Ida}}\nformats: {da: {quotes: "»«"}}\ncontacts: {press: {email: x@example.org}}\n',
});
const CSV =
  'id;name;name_en;event.date;event.start;texts.da.poster.headline\na;A;B;4. oktober 2031;18.30;"Kom ""nu"""\nb;C;D;;;null\n';
const BIT = fc.constantFrom(
  '',
  'x',
  ': ',
  '\n',
  '  ',
  '"',
  '[',
  '}',
  'null',
  '*',
  '&a ',
  '6. december',
  'kl. 7',
  '-',
  '{{',
  ';',
  '🎉',
  '\u0000',
  '\ufdd0',
  '31-02-2031',
  '<<: ',
);

/** Takes a stretch out and puts something in. */
const hurt = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(12), BIT), { minLength: 1, maxLength: 3 })
    .map((cuts) => cuts.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), text));

describe('whatever is typed', () => {
  it('is a campaign or a complaint, never a crash, and every complaint stands in its file', () => {
    fc.assert(
      fc.property(hurt(CAMPAIGN), hurt(CSV), fc.boolean(), (campaign, csv, useCsv) => {
        const text = useCsv ? campaign.replace(/libraries:\n(?: {2}- .*\n)+/, 'libraries: l.csv\n') : campaign;
        const { campaign: value, diagnostics } = outcome(text, { 'l.csv': csv });
        expect(value !== undefined || diagnostics.some((d) => d.severity === 'error')).toBe(true);
        for (const { span } of diagnostics) {
          if (span) expect(span.start >= 0 && span.start <= span.end && span.end <= span.source.text.length).toBe(true);
        }
        for (const library of value?.libraries ?? [])
          expect(diagnostics.some((d) => d.severity === 'error' && d.about?.library === library.id)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { outcome } from './support.ts';

const danish = (text: string): Parameters<typeof outcome>[0] => ({
  head: 'id: night\ntitle: N\ntemplate: sets/plain\nlanguages: [da]\n',
  texts: `texts:\n  da:\n    poster:\n      headline: ${JSON.stringify(text)}\n`,
  libraries: 'libraries: [{id: a, name: A}]\n',
});
const english = (text: string): Parameters<typeof outcome>[0] => ({
  ...(danish('') as object),
  head: 'id: night\ntitle: N\ntemplate: sets/plain\nlanguages: [en]\n',
  texts: `texts: {en: {poster: {headline: ${JSON.stringify(text)}}}}\n`,
});

/** The event: Friday 3 October 2031, 19.00–23.30. */
describe('dates, weekdays and times in texts', () => {
  it.each([
    ['Kom fredag den 3. oktober kl. 19.', []],
    ['Kom fredag den 3. oktober 2031 kl. 19.00–23.30.', []],
    ['Kom torsdag den 3. oktober.', ['text-weekday-mismatch «torsdag» @a']],
    ['Kom fredag den 4. oktober.', ['text-date-mismatch «4. oktober» @a']],
    ['Kom fredag den 4. oktober 2031.', ['text-weekday-mismatch «fredag» @a', 'text-date-mismatch «4. oktober 2031» @a']],
    ['Kom den 3. oktober 2030.', ['text-date-mismatch «3. oktober 2030» @a']],
    ['Kom 03-10-2031 kl. 19.30.', ['text-time-mismatch «kl. 19.30» @a']],
    ['Kom på lørdag!', ['text-weekday-mismatch «lørdag» @a']],
    ['Åbent kl. 19–23.', ['text-time-mismatch «23» @a']],
    ['Den {{date "2012-05-10"}} og {{time "18:30"}} er sagt med vilje, https://x.dk/10-05-2012 også.', []],
    ['Vi ses hver torsdag.', []],
  ])('%s', (text, expected) => {
    expect(outcome(danish(text)).said).toEqual(expected);
  });

  it.each([
    ['Friday 3 October, 7–11.30 pm', []],
    ['Come at 7 pm or 19:00', []],
    ['Thursday 3 October', ['text-weekday-mismatch «Thursday» @a']],
    ['October 4, 2031', ['text-date-mismatch «October 4, 2031» @a']],
    ['Doors open at 6.30 pm', ['text-time-mismatch «6.30 pm» @a']],
    ['until 11.30 am', ['text-time-mismatch «11.30 am» @a']],
  ])('%s', (text, expected) => {
    expect(outcome(english(text)).said).toEqual(expected);
  });

  it('may name every day and time that is the library’s own', () => {
    const { said } = outcome({
      ...(danish(
        'Fra kl. 18.30. Tilmelding senest mandag den 29. september. Pressen må skrive fra den 12. september kl. 6. Slut den 4. oktober kl. 1.',
      ) as object),
      event:
        'event: {date: 2031-10-03, doors: "18:30", start: "19:00", end: "01:00", booking: {mode: required, url: "https://example.org", closes: 2031-09-29}}\n',
      more: 'press: {release: embargo, until: "2031-09-12T06:00"}\n',
    });
    expect(said).toEqual([]);
  });

  it('are wrong for the libraries that differ', () => {
    const { said, campaign, diagnostics } = outcome(
      {
        texts: 'texts: {da: da.md, en: {poster: {headline: Come on 3 October}}}\n',
        libraries:
          'libraries:\n  - {id: nord, name: N}\n  - {id: syd, name: S, event: {date: 2031-10-04}}\n  - {id: vest, name: V, event: {date: 2031-10-04}, texts: {da: {poster: {headline: Kom lørdag}}, en: {poster: {headline: Come}}}}\n',
      },
      { 'da.md': '# poster\n## headline\nKom fredag den\n3. oktober\n' },
    );
    expect(said).toEqual(['text-date-mismatch «3. oktober» @syd', 'text-date-mismatch «3 October» @syd']);
    expect(diagnostics[0]?.hints[0]).toContain('{{date}}');
    expect(diagnostics[0]?.span?.source.path).toBe('da.md');
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['nord', 'vest']);
  });

  it('are looked for in notes and names of rooms too', () => {
    const { said } = outcome({
      event: 'event: {date: 2031-10-03, start: "19:00", food: {bring: {da: Kom med kage kl. 18, en: Bring cake}}}\n',
    });
    expect(said).toEqual(['text-time-mismatch «kl. 18» @nord', 'text-time-mismatch «kl. 18» @syd']);
  });

  it('may be any day of a season', () => {
    const season = { event: 'event: {period: {from: 2031-06-01, to: 2031-08-31}}\n' };
    expect(outcome({ ...(danish('Den 24. juni er der fest') as object), ...season }).said).toEqual([]);
    expect(outcome({ ...(danish('Den 24. september er der fest') as object), ...season }).said).toEqual([
      'text-date-mismatch «24. september» @a',
    ]);
  });
});

describe('texts that are not there', () => {
  it.each([
    [
      'in a language',
      { texts: 'texts: {da: {poster: {headline: Kom}}}\n' },
      ['missing-translation «Kom» @nord', 'missing-translation «Kom» @syd'],
    ],
    ['in any language', { texts: '' }, ['missing-text «pieces» @nord'].slice(1)],
  ])('%s', (_, parts, expected) => {
    const { said } = outcome(parts);
    if (expected.length > 0) expect(said).toEqual(expected);
    else expect(said.every((s) => s.startsWith('missing-text'))).toBe(true);
  });

  it('matter only for the languages of a library', () => {
    const { said, campaign } = outcome({
      texts: 'texts: {da: {poster: {headline: Kom}}}\n',
      libraries: 'libraries: [{id: a, name: A, languages: da}, {id: b, name: B}]\n',
    });
    expect(said).toEqual(['missing-translation «Kom» @b']);
    expect(campaign?.libraries.map(({ id }) => id)).toEqual(['a']);
  });

  it('are complained of as unused, not as untranslated, where no piece has them', () => {
    const { said } = outcome({
      texts: 'texts:\n  da: {poster: {headline: Kom}, social: {post: Hej}}\n  en: {poster: {headline: Come}}\n',
    });
    expect(said).toEqual(['unused-text «post» (warning)']);
  });

  it.each([
    ['of the nation', { more: 'organiser: {name: {da: Foreningen}}\n' }, ['missing-translation «Foreningen»']],
    [
      'of an event',
      { event: 'event: {date: 2031-10-03, room: {da: Sal}}\n' },
      ['missing-translation «Sal» @nord', 'missing-translation «Sal» @syd'],
    ],
    ['of a library', { libraries: 'libraries: [{id: a, name: {da: A}}, {id: b, name: B}]\n' }, ['missing-translation «A» @a']],
  ])('%s', (_, parts, expected) => {
    expect(outcome(parts).said).toEqual(expected);
  });

  it.each([
    ['poster: {headline: {short: K}}', ['text-unnamed-short «short»']],
    ['poster: {headline: {text: Kom, shrot: K}}', ['unknown-key «shrot»']],
    ['poster: {headline: Kom}, "Press": {lead: x}', ['key-unsafe «Press»']],
    ['poster: Kom', ['wrong-shape «poster»']],
  ])('nor can be: %s', (texts, expected) => {
    const { said } = outcome({ texts: `texts:\n  da: {${texts}}\n  en: {poster: {headline: Come}}\n` });
    expect(said.slice(0, expected.length)).toEqual(expected);
  });

  it('have a short form and a source', () => {
    const { campaign } = outcome({
      texts: 'texts:\n  da: {poster: {headline: {text: Lang, short: K}}}\n  en: {poster.headline: {text: Long, short: L}}\n',
    });
    expect(campaign?.national.texts.da?.get('poster.headline')).toMatchObject({ markdown: 'Lang', short: { markdown: 'K' } });
    expect(campaign?.national.texts.en?.get('poster.headline')).toMatchObject({ markdown: 'Long', short: { markdown: 'L' } });
  });
});

describe('paste damage', () => {
  it.each([
    ['Et samfundspro-blem', ['paste-hyphen «samfundspro-blem» (warning)']],
    ['Expat Dinner-konceptet, e-mail, dansk-engelsk, by- og landliv, ikke-ryger', []],
    ['Et sammen-\nskudsgilde', ['paste-hyphen «sammen-\\nskudsgilde» (warning)']],
    ['Den 3.oktober', ['paste-missing-space «.» (warning)']],
    ['Kom.Så er du med', ['paste-missing-space «.» (warning)']],
    ['Kom,så er du med', ['paste-missing-space «,» (warning)']],
    ['bl.a. og kl. 19.00, www.a.dk, a.b@example.org, 1,5 og 2.900', []],
    ['To  mellemrum', ['paste-doubled-space «  » (warning)']],
    ['Sagt "lige ud"', ['paste-straight-quote «\\"» (warning)']],
    ["Sagt 'lige ud', don't", ["paste-straight-quote «'» (warning)"]],
    ['»Sagt« {{date "weekday"}} `a  b`', []],
    ['For- og efternavn, ude- eller inde', []],
    ['Et sammen- skudsgilde', ['paste-hyphen «sammen- skudsgilde» (warning)']],
    ['Et fro-kost, en frokost', ['paste-hyphen «fro-kost» (warning)']],
    ['To\tord', ['paste-doubled-space «\\t» (warning)']],
    ['Et hus\u200bdyr', ['paste-invisible «\u200b» (warning)']],
    ['Tlf. \u202a12 34\u202c', ['paste-invisible «\u202a» (warning)', 'paste-invisible «\u202c» (warning)']],
    ['En ﬁn aften', ['paste-ligature «ﬁ» (warning)']],
    ['• Det første', ['paste-bullet «•» (warning)']],
    ['Se \uf0e0 her', ['paste-private-use «\uf0e0» (warning)']],
    ['En dаg', ['paste-lookalike «dаg» (warning)']],
    ['Лiдія', ['paste-lookalike «Лiдія» (warning)']],
    // Joiners of Persian and of emoji, a place to divide Thai, marks of direction in Arabic, alphabets side by side, a micrometre.
    ['می\u200cخواهم, 👩\u200d🍳, ภาษา\u200bไทย, \u200fمرحبا 12, Київ og Kyiv, 5 µm, α-test', []],
  ])('%j', (text, expected) => {
    expect(outcome(danish(text)).said).toEqual(expected);
  });
});

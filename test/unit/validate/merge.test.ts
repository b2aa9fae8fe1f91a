import { describe, expect, it } from 'vitest';
import { originOf } from '../../../src/core/campaign.ts';
import { outcome } from './support.ts';

const words = (library: Parameters<typeof originOf>[0] | undefined, path: string): string => {
  if (!library) throw new Error('no library');
  const { source, start, end } = originOf(library, path);
  return source.text.slice(start, end);
};

const EVENT = `event:
  date: 2031-10-03
  start: "19:00"
  end: "23:30"
  room: {da: Sal, en: Hall}
  audience: {who: {da: Alle, en: All}, children: welcome}
  booking: {mode: required, url: "https://example.org/n", note: {da: Skriv, en: Write}}
  extra: {tables: "12", motto: Spis, outdoor: yes}
`;

describe('what a library says goes before what the nation says', () => {
  const { campaign, said } = outcome(
    {
      event: EVENT,
      pieces: 'pieces: {poster: , press-release: {outputs: [pdf]}}\n',
      texts:
        'texts:\n  da: {poster: {headline: Kom}, press: {headline: P, facts: [a, b]}}\n  en: {poster: {headline: Come}, press: {headline: Q, facts: [a, b]}}\n',
      more: 'contacts: {press: {email: presse@example.org, phone: 33 12 34 56}}\n',
      libraries: 'libraries: [l.csv, more]\n',
    },
    {
      'l.csv':
        'id;name;name_en;street;postcode;town;event.date;event.start;event.room;event.booking.note;pieces.press-release;contacts.press.phone;texts.da.poster.headline;event.audience.who.en\n' +
        'a;Nørrebro Bibliotek;Nørrebro Library;Vej 1;0800;København N;;;;;;;;\n' +
        'b;Syd;;;;;4. oktober 2031;18.30;Kælder;null;null;33 00 00 00;Hej;Everyone\n',
      'more/c.yaml':
        'id: c\nname: {da: C, en: See}\nlanguages: [en]\nforms: {en: {at: by C}}\nevent: {sessions: {late: {date: 2031-10-04}}, booking: null}\ntexts: {en: {poster: {headline: null}}}\npieces: {poster: null}\nextra: {tables: 7}\n',
    },
  );
  const [a, b, c] = campaign?.libraries ?? [];

  it('without complaint', () => {
    expect(said).toEqual([]);
  });

  it('leaves the nation’s own objects where nothing changes', () => {
    expect(a?.event).toBe(campaign?.national.event);
    expect(a?.texts).toBe(campaign?.national.texts);
    expect(a?.contacts).toBe(campaign?.national.contacts);
    expect(a?.address).toEqual({ street: 'Vej 1', postcode: '0800', town: 'København N' });
  });

  it('changes single leaves', () => {
    expect(b?.event.sessions.main).toEqual({
      id: 'main',
      date: '2031-10-04',
      start: '18:30',
      end: '23:30',
      room: { da: 'Kælder', en: 'Kælder' },
      guests: [],
      state: 'scheduled',
    });
    expect(b?.event.audience).toEqual({ who: { da: 'Alle', en: 'Everyone' }, children: 'welcome' });
    expect(b?.contacts).toEqual({ press: { for: 'press', email: 'presse@example.org', phone: '33 00 00 00' } });
    expect(b?.texts.da?.get('poster.headline')).toMatchObject({ markdown: 'Hej' });
    expect(b?.texts.en?.get('poster.headline')).toMatchObject({ markdown: 'Come' });
  });

  it('removes by null', () => {
    expect(b?.event.booking).toEqual({ mode: 'required', url: 'https://example.org/n' });
    expect(Object.keys(b?.pieces ?? {})).toEqual(['poster']);
    expect(c?.event.booking).toBeUndefined();
    expect(Object.keys(c?.pieces ?? {})).toEqual(['press-release']);
    expect(c?.texts.en?.has('poster.headline')).toBe(false);
  });

  it('adds sessions, in the nation’s order', () => {
    expect(Object.keys(c?.event.sessions ?? {})).toEqual(['main', 'late']);
  });

  it('reads extra by the set’s types', () => {
    expect(campaign?.national.event.extra).toEqual({ tables: 12, motto: 'Spis', outdoor: true });
    expect(c?.extra).toEqual({ tables: 7 });
  });

  it('makes forms of the name', () => {
    expect(a?.forms).toEqual({
      da: { at: 'på Nørrebro Bibliotek', in: 'i København' },
      en: { at: 'at Nørrebro Library', in: 'in København' },
    });
    expect(c?.forms.en).toEqual({ at: 'by C', in: 'at See' });
    expect(c?.languages).toEqual(['en']);
  });

  it('knows where everything was written', () => {
    expect(words(a, 'event.sessions.main.date')).toBe('2031-10-03');
    expect(words(b, 'event.sessions.main.date')).toBe('4. oktober 2031');
    expect(words(b, 'event.sessions.main.room.da')).toBe('Kælder');
    expect(words(a, 'name.en')).toBe('Nørrebro Library');
    expect(words(b, 'name.da')).toBe('Syd');
    expect(words(a, 'event.audience.who.en')).toBe('All');
    expect(words(c, 'nothing.at.all')).toContain('id: c');
  });

  it('keeps what the template set asks of a piece', () => {
    expect(campaign?.national.pieces).toEqual({ poster: {}, 'press-release': { outputs: ['pdf'] } });
    expect(campaign?.national.texts.da?.get('press.facts')).toHaveLength(2);
  });
});

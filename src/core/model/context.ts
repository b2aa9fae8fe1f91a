import type { Campaign } from '../campaign.ts';
import type { TemplateSet } from '../template-set.ts';
import { extraType, textsType } from './texts.ts';
import { BOOLEAN, DATE, type Field, list, type ModelType, NUMBER, type ObjectType, object, TEXT, TIME } from './types.ts';

const ORGANISER = object('organiser', { name: TEXT, 'unit?': TEXT, 'about?': TEXT, 'url?': TEXT, 'address?': TEXT });
const PICTURE = object('image', {
  src: TEXT,
  alt: TEXT,
  'caption?': TEXT,
  'credit?': TEXT,
  'focus?': object('focus', { x: NUMBER, y: NUMBER }),
});
const CONTACT = object('contact', {
  for: TEXT,
  'role?': TEXT,
  'name?': TEXT,
  'phone?': TEXT,
  'email?': TEXT,
  'hours?': TEXT,
});
const GUEST = object('guest', { id: TEXT, name: TEXT, 'role?': TEXT, 'bio?': TEXT, 'image?': PICTURE, 'url?': TEXT });
const MARK = object('mark', {
  id: TEXT,
  kind: TEXT,
  src: TEXT,
  files: object('files', { 'colour?': TEXT, 'mono?': TEXT, 'reverse?': TEXT }),
  alt: TEXT,
  'statement?': TEXT,
  'min?': NUMBER,
});
const ADDRESS = object('address', {
  'street?': TEXT,
  'postcode?': TEXT,
  'town?': TEXT,
  'postal?': TEXT,
  'entrance?': TEXT,
  'transit?': TEXT,
});
const SESSION = {
  date: DATE,
  'doors?': TIME,
  'start?': TIME,
  'end?': TIME,
  'title?': TEXT,
  'room?': TEXT,
  guests: list(GUEST),
  state: TEXT,
};
const EVENT = {
  ...SESSION,
  sessions: list(object('session', { id: TEXT, ...SESSION })),
  'period?': object('period', { from: DATE, to: DATE }),
  'venue?': object('venue', { mode: TEXT, 'url?': TEXT }),
  'audience?': object('audience', { 'who?': TEXT, 'children?': TEXT }),
  'price?': list(object('price', { 'for?': TEXT, amount: NUMBER, currency: TEXT })),
  'booking?': object('booking', {
    mode: TEXT,
    'opens?': DATE,
    'closes?': DATE,
    'capacity?': NUMBER,
    'url?': TEXT,
    'phone?': TEXT,
    'email?': TEXT,
    'note?': TEXT,
  }),
  'access?': object('access', { step_free: TEXT, toilet: TEXT, loop: TEXT, 'note?': TEXT }),
  'food?': object('food', { 'serves?': TEXT, 'bring?': TEXT, 'diets?': TEXT }),
  'notices?': object('notices', { 'photography?': TEXT }),
};
const PRESS = object('press', { release: TEXT, 'until?': DATE, 'place?': TEXT, 'date?': DATE });
const PIECE = object('piece', { name: TEXT, label: TEXT, size: TEXT, width: NUMBER, height: NUMBER });

/** What validate has made sure of: where a value is one word, another value is there. */
export const IMPLIED: ReadonlyMap<string, readonly string[]> = new Map([['press.release=embargo', ['press.until']]]);

/** Keys that a nation has are there for every library, unless one removed it. Keys of single libraries may be absent. */
function record(
  name: string,
  type: ModelType,
  campaign: Campaign,
  of: 'contacts' | 'guests',
  known: readonly string[],
): ObjectType {
  const made = new Map<string, Field>();
  for (const key of known) made.set(key, { type, optional: true });
  for (const library of campaign.libraries) for (const key of Object.keys(library[of])) made.set(key, { type, optional: true });
  for (const key of Object.keys(campaign.national[of])) {
    made.set(key, { type, optional: campaign.libraries.some((library) => library[of][key] === undefined) });
  }
  return { kind: 'object', name, fields: made, open: { type, optional: true } };
}

/** The type of what a template sees, for one campaign and one template set. The table in templates/CONTEXT.md says the same to people. */
export function contextType(campaign: Campaign, set: TemplateSet): ObjectType {
  const images = new Map(Object.keys(campaign.images).map((key): [string, Field] => [key, { type: PICTURE, optional: false }]));
  return object('context', {
    campaign: object('campaign', {
      id: TEXT,
      title: TEXT,
      status: TEXT,
      revision: NUMBER,
      languages: list(TEXT),
      [campaign.organiser ? 'organiser' : 'organiser?']: ORGANISER,
    }),
    library: object('library', {
      id: TEXT,
      name: TEXT,
      state: TEXT,
      'address?': ADDRESS,
      'url?': TEXT,
      'municipality?': TEXT,
      at: TEXT,
      in: TEXT,
      forms: object('forms', {}, TEXT),
      extra: extraType(set, 'library.extra'),
    }),
    event: object('event', { ...EVENT, extra: extraType(set, 'event.extra') }),
    texts: textsType(set, campaign),
    contacts: record('contacts', CONTACT, campaign, 'contacts', ['press', 'public', 'access']),
    guests: record('guests', GUEST, campaign, 'guests', []),
    'press?': PRESS,
    images: { kind: 'object', name: 'images', fields: images, open: { type: PICTURE, optional: true } },
    marks: list(MARK),
    piece: PIECE,
    language: TEXT,
    direction: TEXT,
    profile: TEXT,
    monochrome: BOOLEAN,
    open: BOOLEAN,
    blank: BOOLEAN,
  });
}

import type { Campaign, CampaignEvent, Guest, Library, Localized, Picture, Session, WrittenText } from '../core/campaign.ts';
import { directionOf } from '../core/direction.ts';
import type { Job } from '../core/job.ts';
import type { TextUse } from '../core/model/index.ts';
import type { RenderEnv } from './env.ts';
import { contentOf, itemOf, type Reader } from './text/content.ts';

/** What building a context asks for; all of it the same for a whole build. */
export interface ContextParts {
  readonly campaign: Campaign;
  readonly uses: ReadonlyMap<string, TextUse>;
  readonly read: Reader;
  /** Finishes the typography of a value in the job's language. */
  readonly finish: (text: string) => string;
}

type Values = Record<string, unknown>;

/** Millimetres, to three digits: what templates measure drawings in. */
const millimetres = (pt: number): number => Math.round((pt / 72) * 25.4 * 1000) / 1000;

interface Making extends ContextParts {
  /** For one ink. */
  readonly mono: boolean;
  readonly lang: string;
  readonly library: Library;
}

const local = (value: Localized | undefined, on: Making): string | undefined => {
  const text = value?.[on.lang];
  return text === undefined ? undefined : on.finish(text);
};

/** Localised leaves in the job's language, everything else as it is. */
function locals(of: Readonly<Record<string, unknown>> | undefined, keys: readonly string[], on: Making): Values | undefined {
  if (!of) return undefined;
  const made: Values = { ...of };
  for (const key of keys) made[key] = local(of[key] as Localized | undefined, on);
  return made;
}

const NBSP = '\u00a0';

function libraryValues(on: Making): Values {
  const { library, lang } = on;
  const name = local(library.name, on) ?? library.id;
  const forms = Object.fromEntries(Object.entries(library.forms[lang] ?? {}).map(([key, form]) => [key, on.finish(form)]));
  const { address } = library;
  const postal = [address?.postcode, address?.town].filter(Boolean).join(NBSP);
  return {
    id: library.id,
    name,
    state: library.state,
    url: library.url,
    municipality: library.municipality,
    at: forms.at ?? name,
    in: forms.in ?? address?.town ?? library.municipality ?? name,
    forms,
    extra: library.extra,
    address: address && {
      street: address.street === undefined ? undefined : on.finish(address.street.replace(/ (?=\d+[A-Za-z]?$)/, NBSP)),
      postcode: address.postcode,
      town: address.town?.replace(/ (?=[A-ZÆØÅ]{1,2}$)/, NBSP),
      postal: postal || undefined,
      entrance: local(address.entrance, on),
      transit: local(address.transit, on),
    },
  };
}

const imageValues = (picture: Picture, on: Making): Values => ({
  src: `campaign:${picture.file}`,
  alt: local(picture.alt, on),
  caption: local(picture.caption, on),
  credit: picture.credit,
  focus: picture.focus && { x: picture.focus[0], y: picture.focus[1] },
});

function guestValues(id: string, guest: Guest, on: Making): Values {
  const picture = guest.image === undefined ? undefined : on.campaign.images[guest.image];
  const image = picture && imageValues(picture, on);
  return { id, name: guest.name, role: local(guest.role, on), bio: local(guest.bio, on), url: guest.url, image };
}

const sessionValues = (session: Session, guests: Values, on: Making): Values => ({
  ...locals(session as unknown as Values, ['title', 'room'], on),
  guests: session.guests.flatMap((id) => guests[id] ?? []),
});

function eventValues(event: CampaignEvent, guests: Values, on: Making): Values {
  const sessions = Object.values(event.sessions).map((session) => sessionValues(session, guests, on));
  return {
    guests: [],
    ...sessions[0],
    id: undefined,
    sessions,
    period: event.period,
    venue: event.venue,
    audience: locals(event.audience, ['who'], on),
    price: event.price?.map((price) => locals(price, ['for'], on)),
    booking: locals(event.booking, ['note'], on),
    access: locals(event.access, ['note'], on),
    food: locals(event.food, ['bring', 'diets'], on),
    notices: locals(event.notices, ['photography'], on),
    extra: event.extra ?? {},
  };
}

function markValues(on: Making): readonly Values[] {
  const path = (file: string | undefined) => (file === undefined ? undefined : `campaign:${file}`);
  return Object.entries(on.campaign.marks).map(([id, mark]) => {
    const files = { colour: path(mark.files.colour), mono: path(mark.files.mono), reverse: path(mark.files.reverse) };
    const alt = local(mark.alt, on);
    const statement = local(mark.statement, on);
    const src = (on.mono ? files.mono : undefined) ?? files.colour ?? files.mono ?? files.reverse;
    return { id, kind: mark.kind, src, files, alt, statement, min: mark.min };
  });
}

/** `texts.poster.headline`, as a tree of printable texts. */
function textValues(on: Making, env: RenderEnv): Values {
  const tree: Values = {};
  for (const [key, written] of on.library.texts[on.lang] ?? []) {
    const parts = key.split('.');
    const last = parts.pop() ?? key;
    let group = tree;
    for (const part of parts) {
      if (!Object.hasOwn(group, part)) group[part] = {};
      group = group[part] as Values;
    }
    group[last] = textValue(key, written, on, env);
  }
  return tree;
}

function textValue(key: string, written: WrittenText | readonly WrittenText[], on: Making, env: RenderEnv): unknown {
  const kind = on.uses.get(key)?.kind;
  const all = (Array.isArray(written) ? written : [written]) as readonly WrittenText[];
  if (kind === 'list' || (kind === undefined && Array.isArray(written))) return all.map((text) => itemOf(text, on.read, env));
  const [text] = all;
  if (!text) return undefined;
  return contentOf(text, kind ?? 'fitting', on.read, env);
}

/** Fills `into` (the context that `env` already names) with what a template sees for one job. */
export function fillContext(job: Job, parts: ContextParts, env: RenderEnv, into: Values): void {
  const on: Making = { ...parts, lang: job.language, library: job.library, mono: job.profile.mono === true };
  const { campaign, library, lang } = on;
  const guests: Values = {};
  for (const [id, guest] of Object.entries(library.guests)) guests[id] = guestValues(id, guest, on);
  const contacts: Values = {};
  for (const [id, contact] of Object.entries(library.contacts)) {
    contacts[id] = {
      ...locals(contact as unknown as Values, ['role', 'hours'], on),
      phone: contact.phone?.replaceAll(' ', NBSP),
    };
  }
  const images: Values = {};
  for (const [id, picture] of Object.entries(campaign.images)) images[id] = imageValues(picture, on);
  Object.assign(into, {
    campaign: {
      id: campaign.id,
      title: local(campaign.title, on),
      status: campaign.status,
      revision: campaign.revision,
      languages: campaign.languages,
      organiser: locals(campaign.organiser as Values | undefined, ['name', 'unit', 'about'], on),
    },
    library: libraryValues(on),
    event: eventValues(library.event, guests, on),
    contacts,
    guests,
    press: locals(library.press as Values | undefined, ['place'], on),
    images,
    marks: markValues(on),
    piece: {
      name: job.piece.name,
      label: job.piece.label[lang] ?? job.piece.name,
      size: job.size.name,
      width: millimetres(job.size.width),
      height: millimetres(job.size.height),
    },
    language: lang,
    direction: directionOf(lang),
    profile: job.profile.kind,
    monochrome: job.profile.mono === true,
    open: job.profile.fields !== undefined,
    blank: job.profile.fields === 'blank',
    texts: textValues(on, env),
  });
}

import type { CampaignEvent, Contact, Facts, Guest, PieceChoice, Press, Session } from '../core/campaign.ts';
import type { Whole } from './merge.ts';
import type { Listener } from './sayings.ts';
import { say } from './sayings.ts';
import type { WrittenContact, WrittenEvent, WrittenGuest, WrittenPress, WrittenSession } from './schema/event.ts';

/** Without keys that have no value: absent means unknown. */
function given<T extends object>(object: T): T {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) made[key] = value;
  return made as T;
}

const entries = <T>(record: Readonly<Record<string, T | undefined>> | undefined): readonly (readonly [string, T])[] =>
  Object.entries(record ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));

/** A session without a date is not yet one: a library may give it. */
function sessionOf(id: string, s: Whole<WrittenSession>, to: Listener): Session | null {
  if (s.date === undefined) return null;
  const at = ['event', 'sessions', id];
  return given({
    id,
    date: s.date,
    doors: s.doors,
    start: s.start,
    end: s.end,
    title: say(s.title, [...at, 'title'], to),
    room: say(s.room, [...at, 'room'], to),
    guests: s.guests ?? [],
    state: s.state ?? 'scheduled',
  });
}

export function eventOf(e: Whole<WrittenEvent> | undefined, to: Listener): CampaignEvent {
  if (!e) return { sessions: {} };
  const sessions: Record<string, Session> = {};
  for (const [id, written] of entries(e.sessions)) {
    const session = sessionOf(id, written, to);
    if (session) sessions[id] = session;
  }
  const { period, venue, audience, booking, access, food, notices } = e;
  return given<CampaignEvent>({
    sessions,
    period: period?.from !== undefined && period.to !== undefined ? { from: period.from, to: period.to } : undefined,
    venue: venue && given({ mode: venue.mode ?? 'onsite', url: venue.url }),
    audience: audience && given({ who: say(audience.who, ['event', 'audience', 'who'], to), children: audience.children }),
    price: e.price?.map((p, i) =>
      given({ for: say(p.for, ['event', 'price', i, 'for'], to), amount: p.amount ?? 0, currency: p.currency ?? 'DKK' }),
    ),
    booking:
      booking &&
      given({
        mode: booking.mode ?? 'optional',
        opens: booking.opens,
        closes: booking.closes,
        capacity: booking.capacity,
        url: booking.url,
        phone: booking.phone,
        email: booking.email,
        note: say(booking.note, ['event', 'booking', 'note'], to),
      }),
    access:
      access &&
      given({
        step_free: access.step_free ?? 'unknown',
        toilet: access.toilet ?? 'unknown',
        loop: access.loop ?? 'unknown',
        note: say(access.note, ['event', 'access', 'note'], to),
      }),
    food:
      food &&
      given({
        serves: food.serves,
        bring: say(food.bring, ['event', 'food', 'bring'], to),
        diets: say(food.diets, ['event', 'food', 'diets'], to),
      }),
    notices: notices && given({ photography: say(notices.photography, ['event', 'notices', 'photography'], to) }),
    extra: e.extra as Readonly<Record<string, unknown>> | undefined,
  });
}

const FOR = new Set(['press', 'public', 'access']);

export function contactsOf(
  written: Whole<Record<string, WrittenContact | null | undefined>> | undefined,
  to: Listener,
): Readonly<Record<string, Contact>> {
  const contacts: Record<string, Contact> = {};
  for (const [key, c] of entries(written)) {
    const at = ['contacts', key];
    contacts[key] = given({
      for: c.for ?? (FOR.has(key) ? (key as Contact['for']) : 'public'),
      role: say(c.role, [...at, 'role'], to),
      name: c.name,
      phone: c.phone,
      email: c.email,
      hours: say(c.hours, [...at, 'hours'], to),
    });
  }
  return contacts;
}

export function pressOf(p: Whole<WrittenPress> | undefined, to: Listener): Press | undefined {
  if (!p) return undefined;
  const release = p.release ?? (p.until === undefined ? 'immediate' : 'embargo');
  return given({ release, until: p.until, place: say(p.place, ['press', 'place'], to), date: p.date });
}

export function guestsOf(
  written: Whole<Record<string, WrittenGuest | null | undefined>> | undefined,
  to: Listener,
): Readonly<Record<string, Guest>> {
  const guests: Record<string, Guest> = {};
  for (const [key, g] of entries(written)) {
    if (g.name === undefined) continue;
    const at = ['guests', key];
    guests[key] = given({
      name: g.name,
      role: say(g.role, [...at, 'role'], to),
      bio: say(g.bio, [...at, 'bio'], to),
      image: g.image,
      url: g.url,
    });
  }
  return guests;
}

export function piecesOf(
  written:
    | Readonly<
        Record<string, Whole<{ sizes?: string[] | null; outputs?: string[] | null; profiles?: string[] | null }> | undefined>
      >
    | undefined,
): Readonly<Record<string, PieceChoice>> {
  return Object.fromEntries(
    entries(written).map(([name, choice]) => [
      name,
      given({ sizes: choice.sizes, outputs: choice.outputs, profiles: choice.profiles }),
    ]),
  );
}

export type { Facts };
export { entries, given };

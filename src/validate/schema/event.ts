import * as z from 'zod';
import {
  date,
  email,
  listOf,
  moment,
  number,
  oneOf,
  optional,
  phone,
  plainText,
  text,
  time,
  url,
} from '../../core/written/scalars.ts';
import { PRICE } from './price.ts';

const known = () =>
  oneOf(['yes', 'no', 'unknown'], { ja: 'yes', nej: 'no', true: 'yes', false: 'no', ved_ikke: 'unknown', '?': 'unknown' });

export const SESSION = z.strictObject({
  date: optional(date()),
  doors: optional(time()),
  start: optional(time()),
  end: optional(time()),
  title: optional(text()),
  room: optional(text()),
  guests: optional(listOf(plainText())),
  state: optional(oneOf(['scheduled', 'full', 'moved', 'postponed', 'cancelled'])),
});

/** Keys of a session that may stand right under `event`: they are the session `main`'s. */
export const SHORT_KEYS = Object.keys(SESSION.shape);

const REST = {
  period: optional(z.strictObject({ from: optional(date()), to: optional(date()) })),
  sessions: optional(z.record(z.string(), optional(SESSION))),
  venue: optional(z.strictObject({ mode: optional(oneOf(['onsite', 'online', 'hybrid'])), url: optional(url()) })),
  audience: optional(z.strictObject({ who: optional(text()), children: optional(oneOf(['welcome', 'only', 'no'])) })),
  price: optional(PRICE),
  booking: optional(
    z.strictObject({
      mode: optional(oneOf(['none', 'optional', 'required'])),
      opens: optional(date()),
      closes: optional(date()),
      capacity: optional(number({ min: 1, whole: true })),
      url: optional(url()),
      phone: optional(phone()),
      email: optional(email()),
      note: optional(text()),
    }),
  ),
  access: optional(
    z.strictObject({ step_free: optional(known()), toilet: optional(known()), loop: optional(known()), note: optional(text()) }),
  ),
  food: optional(z.strictObject({ serves: optional(plainText()), bring: optional(text()), diets: optional(text()) })),
  notices: optional(z.strictObject({ photography: optional(text()) })),
  extra: optional(z.record(z.string(), z.unknown())),
};

/** An event as it may be typed, short keys included. */
export const EVENT = z.strictObject({ ...SESSION.shape, ...REST });

/** An event as it is read: its short keys are written out. */
export const LONG_EVENT = z.strictObject(REST);

export const CONTACT = z.strictObject({
  for: optional(oneOf(['press', 'public', 'access'])),
  role: optional(text()),
  name: optional(plainText()),
  phone: optional(phone()),
  email: optional(email()),
  hours: optional(text()),
});

export const PRESS = z.strictObject({
  release: optional(oneOf(['immediate', 'embargo'])),
  until: optional(moment()),
  place: optional(text()),
  date: optional(date()),
});

export const GUEST = z.strictObject({
  name: optional(plainText()),
  role: optional(text()),
  bio: optional(text()),
  image: optional(plainText()),
  url: optional(url()),
});

export type WrittenEvent = z.output<typeof LONG_EVENT>;
export type WrittenSession = z.output<typeof SESSION>;
export type WrittenContact = z.output<typeof CONTACT>;
export type WrittenPress = z.output<typeof PRESS>;
export type WrittenGuest = z.output<typeof GUEST>;

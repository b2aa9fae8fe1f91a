import type { Facts } from '../core/campaign.ts';
import type { TemplateSet } from '../core/template-set.ts';
import type { WrittenMap } from '../core/written/node.ts';
import { nodeAt } from '../core/written/node.ts';
import { contactsOf, eventOf, guestsOf, piecesOf, pressOf } from './facts.ts';
import type { Whole } from './merge.ts';
import { merge } from './merge.ts';
import { readExtra } from './rules/references.ts';
import type { Listener, Places, Saying, Untranslated, Unused } from './sayings.ts';
import { listener } from './sayings.ts';
import type { WrittenContact, WrittenEvent, WrittenGuest, WrittenPress } from './schema/event.ts';

/** The parts of a campaign that a library may change, as typed. */
export interface Changeable {
  readonly event?: WrittenEvent | null | undefined;
  readonly press?: WrittenPress | null | undefined;
  readonly contacts?: Readonly<Record<string, WrittenContact | null | undefined>> | null | undefined;
  readonly guests?: Readonly<Record<string, WrittenGuest | null | undefined>> | null | undefined;
  readonly pieces?:
    | Readonly<
        Record<
          string,
          | { readonly sizes?: string[] | null; readonly outputs?: string[] | null; readonly profiles?: string[] | null }
          | null
          | undefined
        >
      >
    | null
    | undefined;
}

/** One part, with what was noticed while it was read. Libraries that change nothing in it share the nation's. */
export interface Section<T> {
  readonly value: T;
  readonly sayings: readonly Saying[];
  readonly untranslated: readonly Untranslated[];
  readonly unused: readonly Unused[];
}

export interface Sections {
  readonly event: Section<Facts['event']>;
  readonly press: Section<Facts['press']>;
  readonly contacts: Section<Facts['contacts']>;
  readonly guests: Section<Facts['guests']>;
  readonly pieces: Facts['pieces'];
  /** Event and press with all that was changed, before they were put into languages: what the rules look at. */
  readonly mergedEvent: Whole<WrittenEvent> | undefined;
  readonly mergedPress: Whole<WrittenPress> | undefined;
}

interface Making {
  readonly languages: readonly string[];
  readonly places: Places;
  readonly set: TemplateSet | undefined;
}

function section<T>({ languages, places }: Making, make: (to: Listener) => T): Section<T> {
  const to = listener(languages, places);
  const value = make(to);
  return { value, sayings: to.sayings, untranslated: to.untranslated, unused: to.unused };
}

/** `extra` by the types that the template set declares. */
function typedExtra(event: Whole<WrittenEvent> | undefined, making: Making): Whole<WrittenEvent> | undefined {
  if (!event?.extra) return event;
  return { ...event, extra: extraOf(['event', 'extra'], Object.keys(event.extra), making) };
}

export function extraOf(path: readonly string[], names: readonly string[], { places, set }: Making): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const name of names) {
    const node = places.roots.map((root: WrittenMap) => nodeAt(root, [...path, name])).find((n) => n !== undefined);
    const value = node && readExtra(node, set && Object.hasOwn(set.extra, name) ? set.extra[name] : undefined);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

type Pieces = Changeable['pieces'];

/** A piece that is only named is wanted as the template set makes it; who names none wants them all. */
function wanted(pieces: Pieces, { set }: Making): Pieces {
  const named = pieces ?? Object.fromEntries(Object.keys(set?.pieces ?? {}).map((name) => [name, {}]));
  return Object.fromEntries(Object.entries(named).map(([name, choice]) => [name, choice ?? {}]));
}

/** The nation's own parts. */
export function nationalSections(typed: Changeable, making: Making): Sections {
  const event = typedExtra(merge(undefined, typed.event) as Whole<WrittenEvent> | undefined, making);
  const press = merge(undefined, typed.press) as Whole<WrittenPress> | undefined;
  return {
    event: section(making, (to) => eventOf(event, to)),
    press: section(making, (to) => pressOf(press, to)),
    contacts: section(making, (to) => contactsOf(merge(undefined, typed.contacts), to)),
    guests: section(making, (to) => guestsOf(merge(undefined, typed.guests), to)),
    pieces: piecesOf(merge(undefined, wanted(typed.pieces, making))),
    mergedEvent: event,
    mergedPress: press,
  };
}

/** A library's: what it does not change is the nation's very object. */
export function librarySections(nation: Sections, national: Changeable, own: Changeable, making: Making): Sections {
  const event =
    own.event === undefined
      ? nation.mergedEvent
      : typedExtra(merge<unknown>(national.event, own.event) as Whole<WrittenEvent> | undefined, making);
  const press =
    own.press === undefined ? nation.mergedPress : (merge<unknown>(national.press, own.press) as Whole<WrittenPress> | undefined);
  return {
    event: own.event === undefined ? nation.event : section(making, (to) => eventOf(event, to)),
    press: own.press === undefined ? nation.press : section(making, (to) => pressOf(press, to)),
    contacts:
      own.contacts === undefined
        ? nation.contacts
        : section(making, (to) => contactsOf(merge(national.contacts, own.contacts), to)),
    guests: own.guests === undefined ? nation.guests : section(making, (to) => guestsOf(merge(national.guests, own.guests), to)),
    pieces: own.pieces === undefined ? nation.pieces : piecesOf(merge(wanted(national.pieces, making), own.pieces)),
    mergedEvent: event,
    mergedPress: press,
  };
}

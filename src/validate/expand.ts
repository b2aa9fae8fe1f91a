import type { WrittenEntry, WrittenMap } from '../core/written/node.ts';
import { entryOf } from '../core/written/node.ts';
import { SHORT_KEYS } from './schema/event.ts';

/** The session that short keys belong to. */
export const MAIN = 'main';

/** Writes `event: {date, start, room}` out as the session `main`. What is said of `main` itself stands against the short form. */
export function expandEvent(map: WrittenMap): WrittenMap {
  const event = entryOf(map, 'event');
  if (event?.value.kind !== 'map') return map;
  const short = SHORT_KEYS.flatMap((key): [string, WrittenEntry][] => {
    const entry = entryOf(event.value, key);
    return entry ? [[key, entry]] : [];
  });
  if (short.length === 0) return map;
  const entries = new Map(event.value.entries);
  for (const key of SHORT_KEYS) entries.delete(key);
  const sessions = entryOf(event.value, 'sessions');
  const main = sessions ? entryOf(sessions.value, MAIN) : undefined;
  const own = main?.value.kind === 'map' ? main.value.entries : new Map<string, WrittenEntry>();
  const made: WrittenMap = { kind: 'map', entries: new Map([...short, ...own]), span: event.value.span };
  const others = sessions?.value.kind === 'map' ? sessions.value.entries : new Map<string, WrittenEntry>();
  const all: WrittenMap = {
    kind: 'map',
    entries: new Map([[MAIN, { key: main?.key ?? event.key, value: made }], ...[...others].filter(([key]) => key !== MAIN)]),
    span: event.value.span,
  };
  // A value that is no map is complained of by the schema.
  if (!sessions || sessions.value.kind === 'map') entries.set('sessions', { key: sessions?.key ?? event.key, value: all });
  const whole = new Map(map.entries);
  whole.set('event', { key: event.key, value: { ...event.value, entries } });
  return { ...map, entries: whole };
}

/** Whether a library speaks of `main` by the short keys. */
export const speaksShort = (map: WrittenMap): boolean => {
  const event = entryOf(map, 'event')?.value;
  return SHORT_KEYS.some((key) => entryOf(event, key) !== undefined);
};

import type { About, Diagnostic } from '../../core/diagnostics.ts';
import type { WrittenMap, WrittenNode } from '../../core/written/node.ts';
import { strayCharacters } from '../texts/strays.ts';
import { NOT_PRINTED } from './leftovers.ts';

/** Characters in facts (a name, a room, an address) that came along from somewhere. */
export function characterRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  const look = (node: WrittenNode): readonly Diagnostic[] => {
    if (node.kind === 'list') return node.items.flatMap(look);
    if (node.kind === 'map') return [...node.entries.values()].flatMap(({ value }) => look(value));
    const { value, span, offsets } = node;
    return value === null ? [] : strayCharacters({ text: value, span, ...(offsets && { offsets }) }, about);
  };
  return [...map.entries].flatMap(([key, { value }]) => (NOT_PRINTED.has(key) ? [] : look(value)));
}

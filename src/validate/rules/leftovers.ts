import { type About, type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { findLeftovers } from '../../core/leftovers.ts';
import type { WrittenMap, WrittenNode } from '../../core/written/node.ts';
import { spanWithin } from '../../core/written/node.ts';

/** What is not printed as it stands, or is looked through elsewhere. */
export const NOT_PRINTED: ReadonlySet<string> = new Set([
  'id',
  'texts',
  'libraries',
  'columns',
  'template',
  'languages',
  'formats',
  'hyphenation',
  'timezone',
  'profiles',
  'pieces',
]);

/** Facts (a room, a name, an address) that somebody meant to fill in. */
export function leftoverRules(map: WrittenMap, about: About | undefined): readonly Diagnostic[] {
  const look = (node: WrittenNode): readonly Diagnostic[] => {
    if (node.kind === 'list') return node.items.flatMap(look);
    if (node.kind === 'map') return [...node.entries.values()].flatMap(({ value }) => look(value));
    const { value } = node;
    if (value === null) return [];
    return findLeftovers(value).map(({ start, end, sure }) => {
      const what = value.slice(start, end);
      const hint = what.includes('{{')
        ? 'Placeholders are for texts. A fact is written in words, for each library where it differs.'
        : 'Write what belongs here, or leave it out.';
      const make = sure ? error : warning;
      return make('leftover-placeholder', `“${what}” was meant to be replaced.`, {
        span: spanWithin(node, start, end),
        about,
        hint,
      });
    });
  };
  return [...map.entries].flatMap(([key, { value }]) => (NOT_PRINTED.has(key) ? [] : look(value)));
}

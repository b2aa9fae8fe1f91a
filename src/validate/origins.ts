import type { Span } from '../core/source.ts';
import type { WrittenMap, WrittenNode } from '../core/written/node.ts';
import { EVERY_LANGUAGE, headOf } from '../core/written/node.ts';

/** Parts of a campaign that belong to libraries too. */
const SHARED = ['event', 'press', 'contacts', 'guests', 'pieces'] as const;

/** Parts that only a campaign has, and that templates print. */
const NATIONAL = ['title', 'organiser', 'images'] as const;

const isShared = (key: string): boolean => (SHARED as readonly string[]).includes(key);

/** Path → where it was written. A text for every language has the path of its key. */
export function nationalOrigins(root: WrittenMap): ReadonlyMap<string, Span> {
  const origins = new Map<string, Span>();
  for (const key of [...SHARED, ...NATIONAL]) {
    const entry = root.entries.get(key);
    if (entry) gather(entry.value, key, origins);
  }
  return origins;
}

export function libraryOrigins(own: WrittenMap, nation: ReadonlyMap<string, Span>): ReadonlyMap<string, Span> {
  const origins = new Map(nation);
  for (const [key, entry] of own.entries) {
    if (key === 'texts') continue;
    const said = new Map<string, Span>();
    gather(entry.value, key, said);
    for (const [path, place] of said) {
      // One text for all languages takes the place of one by language.
      if (!nation.has(path) && isShared(key))
        for (const other of nation.keys()) if (other.startsWith(`${path}.`)) origins.delete(other);
      origins.set(path, place);
    }
  }
  return origins;
}

function gather(node: WrittenNode, path: string, into: Map<string, Span>): void {
  if (node.kind === 'scalar') into.set(path, node.span);
  else if (node.kind === 'list') {
    into.set(path, headOf(node));
    node.items.forEach((item, i) => {
      gather(item, `${path}.${i}`, into);
    });
  } else {
    for (const [key, { value }] of node.entries) gather(value, key === EVERY_LANGUAGE ? path : `${path}.${key}`, into);
  }
}

import type { Span } from '../core/source.ts';
import type { WrittenMap, WrittenNode } from '../core/written/node.ts';
import { EVERY_LANGUAGE, headOf } from '../core/written/node.ts';

/** Parts of a campaign that belong to libraries too. */
const SHARED = ['event', 'press', 'contacts', 'guests', 'pieces'] as const;

/** Path → where it was written. A text for every language has the path of its key. */
export function nationalOrigins(root: WrittenMap): ReadonlyMap<string, Span> {
  const origins = new Map<string, Span>();
  for (const key of SHARED) {
    const entry = root.entries.get(key);
    if (entry) gather(entry.value, key, origins);
  }
  return origins;
}

export function libraryOrigins(own: WrittenMap, nation: ReadonlyMap<string, Span>): ReadonlyMap<string, Span> {
  const origins = new Map(nation);
  for (const [key, entry] of own.entries) if (key !== 'texts') gather(entry.value, key, origins);
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

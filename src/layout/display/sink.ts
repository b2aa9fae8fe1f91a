import type { Group, Item } from '../../core/display.ts';
import { fits, itemsBounds } from './bounds.ts';
import { type Shape, shapePath } from './rounded.ts';

/** What an item is clipped by: the innermost shape, and what that is clipped by in turn. */
export interface Clip {
  readonly shape: Shape;
  readonly parent: Clip | null;
  readonly depth: number;
}

export const clipBy = (shape: Shape, parent: Clip | null): Clip => ({ shape, parent, depth: (parent?.depth ?? 0) + 1 });

/** Takes items in paint order, each with its clip, and makes as few groups of them as possible. */
export interface Sink {
  push(item: Item, clip: Clip | null): void;
  finish(): readonly Item[];
}

interface Entry {
  readonly item: Item;
  readonly clip: Clip | null;
}

export function openSink(): Sink {
  const entries: Entry[] = [];
  let clipped = false;
  return {
    push(item, clip) {
      if (clip) clipped = true;
      entries.push({ item, clip });
    },
    finish: () => (clipped ? nest(entries, 0, entries.length, 0) : entries.map((e) => e.item)),
  };
}

/** The link of a chain at one depth, from 1 for the outermost. */
function linkAt(clip: Clip | null, depth: number): Clip | null {
  let at = clip;
  while (at && at.depth > depth) at = at.parent;
  return at?.depth === depth ? at : null;
}

/** Neighbours with the same clip go into one group; a clip that cuts nothing off makes none. */
function nest(entries: readonly Entry[], from: number, to: number, depth: number): readonly Item[] {
  const items: Item[] = [];
  let i = from;
  while (i < to) {
    const entry = entries[i];
    if (!entry) break;
    const link = linkAt(entry.clip, depth + 1);
    if (!link) {
      items.push(entry.item);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && linkAt(entries[end]?.clip ?? null, depth + 1) === link) end++;
    const inner = nest(entries, i, end, depth + 1);
    if (fits(itemsBounds(inner), link.shape)) items.push(...inner);
    else items.push(clipGroup(link.shape, inner));
    i = end;
  }
  return items;
}

const clipGroup = (shape: Shape, items: readonly Item[]): Group => ({ kind: 'group', clip: shapePath(shape), items });

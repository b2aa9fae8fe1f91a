import type { Group, Item } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import type { ContentSlot } from '../../core/structure.ts';
import { intersection, pathBounds, strokeReach, transformed, union } from './paths.ts';

/** A rectangle that holds all that the items paint; null: nothing. Glyphs are taken to reach an em to every side. */
export function boundsOf(items: readonly Item[]): Rect | null {
  let all: Rect | null = null;
  for (const item of items) all = union(all, boundsOfItem(item));
  return all;
}

export function boundsOfItem(item: Item): Rect | null {
  switch (item.kind) {
    case 'group':
      return boundsOfGroup(item);
    case 'glyphs': {
      const { run, size, x, y } = item;
      let width = 0;
      for (let i = item.from; i < item.to; i++)
        width += (run.advances[i] ?? 0) * (size / run.face.unitsPerEm) + item.letterSpacing + Math.abs(item.wordSpacing);
      return { x: x - size, y: y - 2 * size, width: width + 2 * size, height: 3 * size };
    }
    case 'path':
      return pathBounds(item.path, item.stroke ? strokeReach(item.stroke) : 0);
    case 'image':
    case 'artwork':
      return item.box;
    default:
      return null;
  }
}

function boundsOfGroup(group: Group): Rect | null {
  let inner = boundsOf(group.items);
  if (inner && group.clip) {
    const clip = pathBounds(group.clip);
    inner = clip ? intersection(inner, clip) : null;
  }
  return inner && group.transform ? transformed(group.transform, inner) : inner;
}

/** The slots that items fill, null for artifacts among them; a group's own says it for all that it holds. */
export function contentsOf(items: readonly Item[], into: Set<ContentSlot | null> = new Set()): Set<ContentSlot | null> {
  for (const item of items) {
    if (item.kind === 'link') continue;
    if (item.kind !== 'group') into.add(item.content);
    else if (item.content !== undefined) into.add(item.content);
    else contentsOf(item.items, into);
  }
  return into;
}

/** Whether nothing of it fills a slot. */
export function allArtifacts(items: readonly Item[]): boolean {
  return items.every((item) => {
    if (item.kind === 'link') return true;
    if (item.kind !== 'group' || item.content !== undefined) return item.content === null;
    return allArtifacts(item.items);
  });
}

export function holdsGlyphs(items: readonly Item[]): boolean {
  return items.some((item) => item.kind === 'glyphs' || (item.kind === 'group' && holdsGlyphs(item.items)));
}

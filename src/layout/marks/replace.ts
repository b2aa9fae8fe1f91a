import type { Item } from '../../core/display.ts';

/** The same items, some of them others, wherever they stand. */
export function replaceItems(items: readonly Item[], others: ReadonlyMap<Item, Item>): readonly Item[] {
  let changed = false;
  const out = items.map((item): Item => {
    const other = others.get(item);
    if (other) {
      changed = true;
      return other;
    }
    if (item.kind !== 'group' || item.key !== undefined) return item;
    const inner = replaceItems(item.items, others);
    if (inner === item.items) return item;
    changed = true;
    return { ...item, items: inner };
  });
  return changed ? out : items;
}

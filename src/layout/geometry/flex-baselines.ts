import type { Pt } from '../../core/geometry.ts';
import type { Fragment } from '../types.ts';
import { baselinesOf } from './block.ts';
import type { Axes, Item } from './flex-items.ts';

/** Items of a line that share a baseline (CSS Align 3, 9.3): how much of them stands on either side of it. */
interface Shared {
  /** On the side of the line that the group stands at. */
  readonly toEdge: Pt;
  readonly beyond: Pt;
}

/** The groups of a line: one stands at its top (in a column, its left), one at its bottom (right). null: no item is of it. */
export interface Groups {
  readonly near: Shared | null;
  readonly far: Shared | null;
}

export const NO_GROUPS: Groups = { near: null, far: null };

/** Which group the item is of: first baselines stand at the line's cross start, which `wrap-reverse` makes its bottom; last ones at its end. */
export function groupOf({ align, auto }: Item, axes: Axes): keyof Groups | null {
  if (align !== 'baseline' && align !== 'last baseline') return null;
  if (axes.row ? auto.top || auto.bottom : auto.left || auto.right) return null;
  return (align === 'last baseline') === axes.flipCross ? 'near' : 'far';
}

/**
 * From the margin edge on the group's side to the baseline. A box without text has its bottom border edge (9.4, CSS Align 3, 9.1), and in a column
 * all have their left one: no line of theirs runs along the column.
 */
export function toBaseline({ align, margins: m, result }: Item, group: keyof Groups, { row }: Axes): Pt {
  const f = result?.fragment;
  if (!row) return group === 'near' ? m.left : m.right + (f?.width ?? 0);
  const height = f?.height ?? 0;
  const first = f?.baseline ?? height;
  const baseline = align === 'last baseline' ? (f?.lastBaseline ?? first) : first;
  return group === 'near' ? m.top + baseline : m.bottom + height - baseline;
}

/** The groups with one item more. @param size of its margin box */
export function joined(groups: Groups, group: keyof Groups, item: Item, size: Pt, axes: Axes): Groups {
  const edge = toBaseline(item, group, axes);
  const known = groups[group];
  const toEdge = known ? Math.max(known.toEdge, edge) : edge;
  const beyond = known ? Math.max(known.beyond, size - edge) : size - edge;
  return { ...groups, [group]: { toEdge, beyond } };
}

export const roomOf = (shared: Shared | null): Pt => (shared ? shared.toEdge + shared.beyond : 0);

interface PlacedLine {
  readonly items: readonly Item[];
  readonly groups: Groups;
  readonly cross: Pt;
  /** Top of a row's line, in the container's border box. */
  readonly top: Pt;
}

type Baselines = { baseline?: Pt; lastBaseline?: Pt };

/**
 * 8.5: of the uppermost line the baseline that items share, else its first item's; of the lowest, likewise, the last.
 * @param lines from the top, items from their start
 */
export function containerBaselines(
  lines: readonly PlacedLine[],
  children: ReadonlyMap<Item, Fragment>,
  { row }: Axes,
): Baselines {
  const [first] = lines;
  const last = lines.at(-1);
  const f = first?.items[0] && children.get(first.items[0]);
  const l = last && children.get(last.items.at(-1) as Item);
  if (!first || !last || !f || !l) return {};
  const shared = (line: PlacedLine, group: keyof Groups): Pt | null => {
    const found = row ? line.groups[group] : null;
    if (!found) return null;
    return group === 'near' ? line.top + found.toEdge : line.top + line.cross - found.toEdge;
  };
  return {
    baseline: shared(first, 'near') ?? shared(first, 'far') ?? baselinesOf([f]).baseline ?? f.y + f.height,
    lastBaseline: shared(last, 'far') ?? shared(last, 'near') ?? baselinesOf([l]).lastBaseline ?? l.y + l.height,
  };
}

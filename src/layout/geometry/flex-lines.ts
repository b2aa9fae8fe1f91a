import type { Pt } from '../../core/geometry.ts';
import { type Groups, NO_GROUPS } from './flex-baselines.ts';
import type { Axes, Item } from './flex-items.ts';

export interface Line {
  readonly items: Item[];
  cross: Pt;
  groups: Groups;
  /** From the container's cross start, content box. */
  at: Pt;
}

/** 9.3. Sizes with margins; a line holds at least one item. @param room main size that lines are filled to */
export function collectLines(items: readonly Item[], axes: Axes, room: Pt): Line[] {
  if (items.length === 0) return [];
  if (!axes.wraps) return [lineOf([...items])];
  const lines: Line[] = [];
  let line: Item[] = [];
  let used = 0;
  for (const item of items) {
    const size = item.main + item.mainMargins;
    if (line.length > 0 && used + axes.mainGap + size > room + 1e-6) {
      lines.push(lineOf(line));
      line = [];
      used = 0;
    }
    used += size + (line.length > 0 ? axes.mainGap : 0);
    line.push(item);
  }
  lines.push(lineOf(line));
  return lines;
}

const lineOf = (items: Item[]): Line => ({ items, cross: 0, groups: NO_GROUPS, at: 0 });

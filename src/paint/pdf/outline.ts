import { num, ref, textString } from './syntax.ts';
import type { Objects } from './writer.ts';

/** An outline entry with where it leads, in the file's terms. */
export interface Bookmark {
  readonly title: string;
  /** 1..6 */
  readonly level: number;
  /** The page's object. */
  readonly page: number;
  /** From the page's bottom. */
  readonly y: number;
}

interface Branch {
  readonly entry: Bookmark;
  readonly id: number;
  readonly children: Branch[];
}

/** Bookmarks (ISO 32000-1, 12.3.3), nested by level, all open; gives the root's number. A level that is skipped nests one deeper only. */
export function writeOutline(objects: Objects, entries: readonly Bookmark[]): number {
  const root = objects.reserve();
  const top: Branch[] = [];
  const path: Branch[] = [];
  for (const entry of entries) {
    while ((path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop();
    const branch: Branch = { entry, id: objects.reserve(), children: [] };
    (path.at(-1)?.children ?? top).push(branch);
    path.push(branch);
  }
  const level = (branches: readonly Branch[], parent: number): number => {
    let count = 0;
    branches.forEach(({ entry, id, children }, i) => {
      const below = level(children, id);
      const previous = branches[i - 1];
      const next = branches[i + 1];
      objects.fill(
        id,
        `<</Title${textString(entry.title)}/Parent ${ref(parent)}${previous ? `/Prev ${ref(previous.id)}` : ''}${next ? `/Next ${ref(next.id)}` : ''}` +
          `${ends(children)}${below ? `/Count ${below}` : ''}/Dest[${ref(entry.page)}/XYZ null ${num(entry.y)} null]>>`,
      );
      count += 1 + below;
    });
    return count;
  };
  const count = level(top, root);
  objects.fill(root, `<</Type/Outlines${ends(top)}/Count ${count}>>`);
  return root;
}

function ends(branches: readonly Branch[]): string {
  const first = branches[0];
  const last = branches.at(-1);
  return first && last ? `/First ${ref(first.id)}/Last ${ref(last.id)}` : '';
}

import type { ElementNode } from '../../types.ts';

/** What selectors see of an element. */
export interface Subject {
  readonly element: ElementNode;
  readonly tag: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly parent: Subject | null;
  /** Place among the parent's elements, from 0. */
  readonly index: number;
  /** The parent's elements; filled before any of them is matched. */
  readonly siblings: readonly Subject[];
}

const NONE: readonly string[] = [];

function subject(element: ElementNode, parent: Subject | null, index: number, siblings: readonly Subject[]): Subject {
  const classes = element.attributes.get('class')?.value;
  return {
    element,
    tag: element.tag,
    id: element.attributes.get('id')?.value,
    classes: classes ? classes.split(/\s+/).filter(Boolean) : NONE,
    parent,
    index,
    siblings,
  };
}

export function rootSubject(element: ElementNode): Subject {
  const siblings: Subject[] = [];
  const root = subject(element, null, 0, siblings);
  siblings.push(root);
  return root;
}

export function childSubjects(parent: Subject): readonly Subject[] {
  const siblings: Subject[] = [];
  for (const child of parent.element.children)
    if (child.kind === 'element') siblings.push(subject(child, parent, siblings.length, siblings));
  return siblings;
}

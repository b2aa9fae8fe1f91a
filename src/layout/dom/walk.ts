import type { DomNode, ElementNode } from '../types.ts';

export const attribute = (element: ElementNode, name: string): string | undefined => element.attributes.get(name)?.value;

export const isElement = (node: DomNode): node is ElementNode => node.kind === 'element';

/** All text in an element, in order, as it stands. */
export function textOf(node: DomNode): string {
  if (node.kind === 'text') return node.text;
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

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

/** What a heading or link says in one line: pictures by their alt text, without the alternative of a <short-form>. */
export function spokenText(element: ElementNode): string {
  const parts: string[] = [];
  const visit = (at: ElementNode): void => {
    for (const child of at.children) {
      if (child.kind === 'text') parts.push(child.text);
      else if (child.tag === 'img') parts.push(attribute(child, 'alt') ?? '');
      else if (child.tag === 'br') parts.push(' ');
      else if (child.tag !== 'short-form') visit(child);
    }
  };
  visit(element);
  return parts.join('').replaceAll('\u00AD', '').replace(/\s+/gu, ' ').trim();
}

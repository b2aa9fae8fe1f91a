import type { ElementNode } from '../../types.ts';
import { attributeName, elementName, MAX_DEPTH, type SvgAttribute, type SvgElement, type SvgWords } from './tree.ts';

/** An inline `<svg>` of the rendered HTML as the same tree that a file gives. null: nested too deeply. */
export function adaptSvg(element: ElementNode, depth = 0, inText = false): SvgElement | null {
  if (depth > MAX_DEPTH) return null;
  const attributes = new Map<string, SvgAttribute>();
  for (const [written, attribute] of element.attributes) {
    const name = attributeName(written);
    if (name !== null) attributes.set(name, attribute);
  }
  const children: SvgElement[] = [];
  const name = elementName(element.tag) ?? element.tag;
  const mixed: (SvgElement | SvgWords)[] | null = inText || name === 'text' ? [] : null;
  let text = '';
  let textSource = element.source;
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (text === '') textSource = child.origins[0]?.span ?? textSource;
      text += child.text;
      const source = child.origins[0]?.span ?? element.source;
      mixed?.push({ words: child.text, ...(source && { source }) });
    } else if (elementName(child.tag) !== null) {
      const adapted = adaptSvg(child, depth + 1, mixed !== null);
      if (adapted === null) return null;
      children.push(adapted);
      mixed?.push(adapted);
    }
  }
  const { source } = element;
  return {
    name,
    ...(mixed && { mixed }),
    attributes,
    children,
    text: element.tag === 'style' ? text : '',
    ...(textSource && { textSource }),
    ...(source && { source }),
  };
}

/** Separates what is joined; a noncharacter, which no file may hold. */
const SEPARATOR = '\uFDD2';

/** What distinguishes one drawing from another, as text: names, attributes, contents. Equal drawings are parsed once a process. */
export function fingerprint(element: ElementNode, depth = 0, inText = false): string {
  let out = SEPARATOR + element.tag;
  for (const [name, { value }] of element.attributes) out += SEPARATOR + name + SEPARATOR + value;
  out += SEPARATOR;
  const words = inText || element.tag === 'style' || element.tag === 'text';
  for (const child of element.children) {
    if (child.kind === 'text') out += words ? child.text : '';
    else if (depth <= MAX_DEPTH) out += fingerprint(child, depth + 1, inText || element.tag === 'text');
  }
  return out + SEPARATOR;
}

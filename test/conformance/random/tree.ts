/** A page drawn at random, as a value that can be made smaller. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: readonly (readonly [property: string, value: string])[];
  readonly children: readonly TreeNode[];
}

export type TreeNode = Element | string;

const VOID = new Set(['img', 'br', 'wbr', 'hr']);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param wraps whether text wraps here: the browser takes a `<wbr>` for a place to break all the same */
export function htmlOf(node: TreeNode, wraps = true): string {
  if (typeof node === 'string') return escaped(node);
  const { 'white-space': space } = Object.fromEntries(node.style);
  const inner = space === undefined ? wraps : space !== 'nowrap' && space !== 'pre';
  if (node.tag === 'wbr' && !wraps) return '';
  // A paragraph ends where a block begins: what holds one is no paragraph.
  const tag = node.tag === 'p' && node.children.some(holdsBlock) ? 'div' : node.tag;
  const style = node.style.map(([property, value]) => `${property}: ${value}`).join('; ');
  const attributes = Object.entries({ ...node.attributes, ...(style !== '' && { style }) })
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (VOID.has(node.tag)) return `<${node.tag}${attributes}>`;
  return `<${tag}${attributes}>${node.children.map((child) => htmlOf(child, inner)).join('')}</${tag}>`;
}

export const countOf = (node: TreeNode): number =>
  typeof node === 'string' ? 1 : node.children.reduce((sum, child) => sum + countOf(child), 1 + node.style.length);

const INLINE = new Set(['span', 'em', 'b', 'i', 'small', 'sub', 'sup', 'code', 'img', 'br', 'wbr']);
const holdsBlock = (node: TreeNode): boolean =>
  typeof node !== 'string' && (!INLINE.has(node.tag) || node.children.some(holdsBlock));

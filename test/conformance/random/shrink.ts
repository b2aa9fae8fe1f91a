import type { Element, TreeNode } from './tree.ts';

/** All trees that are one step simpler than this one, the boldest steps first. */
export function* simpler(root: Element): Generator<Element> {
  const sub = root.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
  if (root.children.length === 1) for (const child of sub) yield* hoists(root, child);
  yield* without(root);
}

function* hoists(root: Element, child: Element): Generator<Element> {
  if (FREE.has(child.tag)) yield { ...root, children: child.children };
}

const ROWS = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'ul',
  'ol',
  'li',
  'td',
  'th',
  'caption',
  'span',
  'sup',
  'sub',
  'b',
  'em',
  'i',
]);

const FREE = new Set(['div', 'section', 'p', 'span', 'b', 'em', 'i', 'blockquote', 'article']);

function* without(node: Element): Generator<Element> {
  const { children, style } = node;
  const replaced = (at: number, by: readonly TreeNode[]): Element => ({
    ...node,
    children: [...children.slice(0, at), ...by, ...children.slice(at + 1)],
  });
  const least = ROWS.has(node.tag) ? 1 : 0;
  for (let i = 0; i < children.length && children.length > least; i++) yield replaced(i, []);
  for (const [i, child] of children.entries()) {
    if (typeof child === 'string') {
      const words = child.split(/(?<=\s)/);
      if (words.length > 1) {
        yield replaced(i, [words.slice(0, Math.ceil(words.length / 2)).join('')]);
        yield replaced(i, [words.slice(Math.ceil(words.length / 2)).join('')]);
        yield replaced(i, [words.slice(0, -1).join('')]);
        yield replaced(i, [words.slice(1).join('')]);
      } else if (child.length > 2) {
        yield replaced(i, [child.slice(0, Math.ceil(child.length / 2))]);
        yield replaced(i, ['x']);
      }
    } else if (FREE.has(child.tag) && child.children.length > 0) yield replaced(i, child.children);
  }
  // What says how it is laid out stays: without it, another tree with other faults would be looked for.
  const kept = style.filter(
    ([property, value]) =>
      property === 'display' ||
      property.startsWith('list-style') ||
      (property === 'position' && value !== 'relative') ||
      (property === 'font-size' && node.tag.startsWith('su')),
  );
  if (style.length > kept.length + 1) yield { ...node, style: kept };
  for (let i = 0; i < style.length; i++)
    if (!kept.includes(style[i] as (typeof kept)[number])) yield { ...node, style: style.filter((_, at) => at !== i) };
  for (const name of Object.keys(node.attributes)) {
    if (name === 'src' || name === 'alt') continue;
    const { [name]: _, ...rest } = node.attributes;
    yield { ...node, attributes: rest };
  }
  for (const [i, child] of children.entries()) {
    if (typeof child !== 'string') for (const made of without(child)) yield replaced(i, [made]);
  }
}

import type { ContentSlot, StructureNode, StructureTag } from '../../core/structure.ts';
import type { FullStyle } from '../css/index.ts';
import { attribute } from '../dom/index.ts';
import type { ElementNode } from '../types.ts';

/** Elements that have a structure element of their own (ISO 32000-1, 14.8.4). All others only stand for what is in them. */
const TAGS: Readonly<Record<string, StructureTag>> = {
  section: 'Sect',
  article: 'Art',
  blockquote: 'BlockQuote',
  figure: 'Div',
  figcaption: 'Caption',
  p: 'P',
  pre: 'P',
  address: 'Div',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  dl: 'L',
  table: 'Table',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  em: 'Span',
  strong: 'Span',
  q: 'Quote',
  code: 'Code',
};

/** Tags whose content is text: it needs no P around it. */
const HOLDS_TEXT: ReadonlySet<StructureTag> = new Set<StructureTag>([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Lbl',
  'LBody',
  'TH',
  'TD',
  'Caption',
  'Span',
  'Quote',
  'Code',
  'Link',
]);
export const holdsText = (tag: StructureTag): boolean => HOLDS_TEXT.has(tag);
/** Tags of what is a part of a paragraph, not one of its own. */
export const isWithinText = (tag: StructureTag): boolean => tag === 'Span' || tag === 'Quote' || tag === 'Code' || tag === 'Link';

export function tagOf(element: ElementNode, langDiffers: boolean, inline: boolean): StructureTag | undefined {
  const role = attribute(element, 'role');
  if (role === 'presentation' || role === 'none') return undefined;
  if (element.tag === 'a') return element.attributes.has('href') ? 'Link' : undefined;
  return TAGS[element.tag] ?? (inline && langDiffers ? 'Span' : undefined);
}

export type NodeExtra = Omit<StructureNode, 'kind' | 'tag' | 'children'>;

/** Nodes that nobody wrote: P around loose text. Where such a P holds pictures only, it goes. */
const anonymous = new WeakSet<StructureNode>();

export function addNode(parent: StructureNode, tag: StructureTag, extra: NodeExtra = {}): StructureNode {
  const node: StructureNode = { kind: 'node', tag, children: [], ...extra };
  parent.children.push(node);
  return node;
}

export function addParagraph(parent: StructureNode, extra: NodeExtra): StructureNode {
  const node = addNode(parent, 'P', extra);
  anonymous.add(node);
  return node;
}

export function addSlot(parent: StructureNode): ContentSlot {
  const slot: ContentSlot = { kind: 'slot' };
  parent.children.push(slot);
  return slot;
}

const NUMBERING: Readonly<Record<string, NonNullable<StructureNode['listNumbering']>>> = {
  none: 'None',
  disc: 'Disc',
  circle: 'Circle',
  square: 'Square',
  decimal: 'Decimal',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
};
/** A marker of one's own is a bullet to a reader. */
export const numberingOf = (type: FullStyle['listStyleType']): NonNullable<StructureNode['listNumbering']> =>
  typeof type === 'object' ? 'Disc' : (NUMBERING[type] ?? 'None');

export function scopeOf(element: ElementNode): NonNullable<StructureNode['scope']> {
  const scope = attribute(element, 'scope')?.toLowerCase();
  if (scope === 'row' || scope === 'rowgroup') return 'Row';
  if (scope === 'col' || scope === 'colgroup') return 'Column';
  const row = element.parent;
  if (row?.parent?.tag === 'thead') return 'Column';
  const first = row?.children.find((child) => child.kind === 'element');
  return first === element ? 'Row' : 'Column';
}

/** Takes away slots that nothing fills and nodes that hold nothing; the cells of a table stay. */
export function prune(node: StructureNode, dead: ReadonlySet<ContentSlot>): boolean {
  const kept: (StructureNode | ContentSlot)[] = [];
  let filled = false;
  for (const child of node.children) {
    if (child.kind === 'slot') {
      if (dead.has(child)) continue;
      filled = true;
      kept.push(child);
    } else if (prune(child, dead)) {
      filled = true;
      if (anonymous.has(child) && child.children.every(isPicture)) kept.push(...child.children);
      else kept.push(child);
    } else if (child.tag === 'Form') {
      filled = true;
      kept.push(child);
    } else if (child.tag === 'TD' || child.tag === 'TH' || child.tag === 'TR') kept.push(child);
  }
  node.children.splice(0, node.children.length, ...kept);
  return filled;
}

const isPicture = (child: StructureNode | ContentSlot): boolean => child.kind === 'node' && child.tag === 'Figure';

import type { Rect } from '../../core/geometry.ts';
import type { StructureNode } from '../../core/structure.ts';
import { spokenText } from '../dom/index.ts';
import type { Box, ElementNode, LineFragment, LineItem } from '../types.ts';
import { onPage, type PageState, type Place, toPage } from './state.ts';

const isHeading = (tag: string): boolean => /^H[1-6]$/.test(tag);

function addLink(
  state: PageState,
  place: Place,
  rect: Rect,
  href: string,
  node: StructureNode | null,
  element: ElementNode | null,
): void {
  // A repeated header's links are decoration: the first of them is the real one.
  if (place.repeated || node?.tag !== 'Link') return;
  const box = onPage(place, rect);
  const label = (element && spokenText(element)) || node.alt || href;
  if (box) state.links.push({ kind: 'link', box, href, label, node });
}

/** What a block says about itself beside what it paints: a link over all of it, an entry of the outline. */
export function noteBlock(state: PageState, place: Place): void {
  const { fragment } = place;
  const { box } = fragment;
  const hidden = box.style.visibility === 'hidden';
  const rect = { x: place.x, y: place.y, width: fragment.width, height: fragment.height };
  if (box.kind === 'block' && box.element?.tag === 'a' && !hidden) {
    const href = box.element.attributes.get('href')?.value;
    if (href !== undefined) addLink(state, place, rect, href, box.node, box.element);
  }
  const { node } = box;
  if (!node || !isHeading(node.tag) || fragment.continued || place.repeated || hidden) return;
  const title = box.element ? spokenText(box.element) : textOf(box);
  const { y } = toPage(place, { x: place.x, y: place.y });
  if (title !== '') state.headings.push({ node, entry: { title, level: Number(node.tag.slice(1)), page: state.index, y } });
}

function textOf(box: Box): string {
  if (box.kind === 'block') return box.children.map(textOf).join(' ').trim();
  if (box.kind === 'replaced') return box.node?.alt ?? '';
  return box.items
    .map((i) => (i.kind === 'text' ? i.text : ''))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Links of one line: one area for each part of a link, pictures in it included. */
export function noteLine(state: PageState, place: Place, line: LineFragment): void {
  const boxes = line.items.filter((i): i is Extract<LineItem, { kind: 'box' }> => i.kind === 'box' && i.box.href !== undefined);
  for (const item of boxes) {
    const { box } = item;
    if (box.href === undefined || box.style.visibility === 'hidden') continue;
    let [left, top, right, bottom] = [item.x, item.y, item.x + item.width, item.y + item.height];
    for (const other of line.items) {
      if (other.kind !== 'atomic' || !other.within.includes(box)) continue;
      left = Math.min(left, other.x);
      top = Math.min(top, other.y);
      right = Math.max(right, other.x + other.fragment.width);
      bottom = Math.max(bottom, other.y + other.fragment.height);
    }
    const rect = { x: place.x + line.x + left, y: place.y + line.y + top, width: right - left, height: bottom - top };
    addLink(state, place, rect, box.href, box.node, box.element);
  }
}

import type { ContentSlot, StructureNode } from '../../../src/core/structure.ts';
import { buildBoxes } from '../../../src/layout/boxes/index.ts';
import type { PictureSource } from '../../../src/layout/pictures/types.ts';
import type { Box, InlineItem, Picture } from '../../../src/layout/types.ts';
import { marked, style } from '../css/support.ts';

const picture: Picture = { key: 'p', width: 30, height: 20, ratio: 1.5, body: { kind: 'missing' } };
const pictures: PictureSource = { get: () => picture, drawing: () => picture, qr: () => picture, diagnostics: [] };

export interface Built extends ReturnType<typeof buildBoxes> {
  /** The boxes in body, a line each, indented. */
  readonly boxes: string;
  /** The structure tree in the same way; a slot shows its text. */
  readonly tree: string;
  readonly told: readonly string[];
}

/** Boxes of a body. */
export function build(body: string, css = ''): Built {
  const page = style(`<html lang="da"><body>${body}</body></html>`, css);
  const built = buildBoxes(page.root, page.tree, pictures);
  const [bodyBox] = built.box.children;
  const inner = bodyBox?.kind === 'block' ? bodyBox.children : [];
  const texts = new Map<ContentSlot, string>();
  const boxes = inner.flatMap((box) => lines(box, 0, texts)).join('\n');
  return {
    ...built,
    boxes,
    tree: nodes(built.structure, 0, texts).join('\n'),
    told: marked([...page.diagnostics, ...built.diagnostics]),
  };
}

function lines(box: Box, depth: number, texts: Map<ContentSlot, string>): string[] {
  const pad = '  '.repeat(depth);
  if (box.kind === 'inline-root') {
    const inner = box.items.flatMap((item) =>
      item.kind === 'atomic' || item.kind === 'out-of-flow' ? lines(item.box, depth + 1, texts) : [],
    );
    return [`${pad}${box.items.map((item) => show(item, texts)).join(' ')}`, ...inner];
  }
  const name = box.element?.tag ?? 'anonymous';
  if (box.kind === 'replaced') {
    if (box.content) texts.set(box.content, `[${name}]`);
    return [`${pad}${name}: picture`];
  }
  return [
    `${pad}${name}: ${box.style.display}${box.colSpan ? ` colspan ${box.colSpan}` : ''}`,
    ...(box.marker ? [`${pad}  marker ${box.marker.items.map((item) => show(item, texts)).join(' ')}`] : []),
    ...box.children.flatMap((child) => lines(child, depth + 1, texts)),
    ...(box.short ? [`${pad}  short`, ...box.short.children.flatMap((child) => lines(child, depth + 2, texts))] : []),
  ];
}

/** Text in quotes, decoration in braces. */
function show(item: InlineItem, texts: Map<ContentSlot, string>): string {
  switch (item.kind) {
    case 'text':
      if (item.content) texts.set(item.content, item.text);
      return item.content ? JSON.stringify(item.text) : `{${item.text}}`;
    case 'open':
      return `<${item.box.element?.tag ?? '::'}${item.box.href ? ` ${item.box.href}` : ''}>`;
    case 'close':
      return `</${item.box.element?.tag ?? '::'}>`;
    default:
      return item.kind;
  }
}

function nodes(node: StructureNode | ContentSlot, depth: number, texts: Map<ContentSlot, string>): string[] {
  const pad = '  '.repeat(depth);
  if (node.kind === 'slot') return [`${pad}${JSON.stringify(texts.get(node) ?? '?')}`];
  const { tag, children, kind: _, source: __, ...rest } = node;
  const extra = Object.entries(rest).map(([key, value]) => ` ${key}=${value}`);
  return [`${pad}${tag}${extra.join('')}`, ...children.flatMap((child) => nodes(child, depth + 1, texts))];
}

/** A block of text without its common indent. */
export function text(block: string): string {
  const all = block.replace(/^\n|\n\s*$/g, '').split('\n');
  const indent = Math.min(...all.map((line) => line.search(/\S/)));
  return all.map((line) => line.slice(indent)).join('\n');
}

import type { Span } from '../../core/source.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import { spanOf } from '../geometry/overflow.ts';
import type { PaintedText } from './scene.ts';

/** All of one paragraph on one page: what a complaint is about. */
export interface Paragraph {
  readonly node: StructureNode | null;
  readonly texts: PaintedText[];
  /** Where some of its texts were written: the words, else the element. */
  readonly spanOf: (texts: readonly PaintedText[]) => Span | undefined;
}

const WITHIN: ReadonlySet<string> = new Set(['Span', 'Quote', 'Code', 'Link']);

/** Slot → the block that it is a part of: paragraph, heading, list item. */
export function blocksOf(root: StructureNode): ReadonlyMap<ContentSlot, StructureNode> {
  const blocks = new Map<ContentSlot, StructureNode>();
  const visit = (node: StructureNode, block: StructureNode): void => {
    const own = WITHIN.has(node.tag) ? block : node;
    for (const child of node.children) {
      if (child.kind === 'slot') blocks.set(child, own);
      else visit(child, own);
    }
  };
  visit(root, root);
  return blocks;
}

/** Texts by paragraph, in the order of their first words. Decoration, which nobody has to read, is none (WCAG 2.2, 1.4.3 "pure decoration"). */
export function paragraphsOf(
  texts: readonly PaintedText[],
  blocks: ReadonlyMap<ContentSlot, StructureNode>,
): readonly Paragraph[] {
  const found = new Map<StructureNode | ContentSlot, Paragraph>();
  for (const text of texts) {
    const { content } = text.glyphs;
    if (!content || text.bounds.maxX <= text.bounds.minX) continue;
    const node = blocks.get(content) ?? null;
    const known = found.get(node ?? content);
    if (known) known.texts.push(text);
    else found.set(node ?? content, { node, texts: [text], spanOf: (some) => spanIn(some, node) });
  }
  return [...found.values()];
}

/**
 * The words, where they stand in the template beside their element. Words that come from elsewhere say nothing of a fault of the design: then the
 * place is the element, one for all libraries.
 */
function spanIn(texts: readonly PaintedText[], node: StructureNode | null): Span | undefined {
  const place = node?.source;
  const written = texts.flatMap(({ glyphs: { source } }) => (source ? [{ source }] : []));
  if (!place) return spanOf(written);
  return written.every(({ source }) => source.source === place.source) ? (spanOf(written) ?? place) : place;
}

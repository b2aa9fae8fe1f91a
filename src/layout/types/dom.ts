import type { Span } from '../../core/source.ts';

/** An element of the rendered HTML, position marks stripped. */
export interface ElementNode {
  readonly kind: 'element';
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly source?: Span }>;
  readonly children: DomNode[];
  readonly parent: ElementNode | null;
  /** The start tag in the template. */
  readonly source?: Span;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly parent: ElementNode | null;
  /** Where UTF-16 offset `at` of `text` (and what follows it) comes from, in rising order. */
  readonly origins: readonly { readonly at: number; readonly span: Span; readonly literal: boolean }[];
}

export type DomNode = ElementNode | TextNode;

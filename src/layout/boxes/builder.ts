import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Profile } from '../../core/profile.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import type { StyleTree } from '../css/index.ts';
import type { PictureSource } from '../pictures/types.ts';
import type { Counters } from './counters.ts';
import type { QuoteDepth } from './generated.ts';

/** A heading, for the outline. */
export interface Heading {
  readonly node: StructureNode;
  /** 1..6 */
  readonly level: number;
  readonly text: string;
}

/** What grows while the boxes of one document are made. */
export interface Builder {
  readonly tree: StyleTree;
  readonly pictures: PictureSource;
  readonly report: (d: Diagnostic) => void;
  readonly headings: Heading[];
  /** Slots whose text collapsed to nothing. */
  readonly dead: Set<ContentSlot>;
  readonly counters: Counters;
  readonly quotes: QuoteDepth;
  /** Of an open edition: what becomes of elements with `data-field`. */
  readonly fields?: Profile['fields'];
}

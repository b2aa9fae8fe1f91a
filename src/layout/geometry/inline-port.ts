import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Fragment, InlineRoot, LayoutServices, LineFragment, ReplacedBox } from '../types.ts';

/** What geometry asks of the inline formatting context, and what it gives it. */
export interface InlinePort {
  layoutInline(root: InlineRoot, width: Pt, ctx: InlineContext): InlineLayout;
  inlineContentSizes(root: InlineRoot, ctx: InlineContext): { readonly min: Pt; readonly max: Pt };
}

export interface InlineContext extends LayoutServices {
  /** Factor on every font size, for fitted text. */
  readonly scale: number;
  /** Border box of an inline-block, inline-flex or picture; `available` is the width of the containing block. Margins are the caller's. */
  readonly layoutAtomic: (box: BlockBox | ReplacedBox, available: Pt) => Fragment;
  /** Its min-content and max-content contributions, margins included. */
  readonly atomicSizes: (box: BlockBox | ReplacedBox) => { readonly min: Pt; readonly max: Pt };
}

/** Static position of an absolute box: top left, or top right where `rtl`, relative to the root. */
export interface OutOfFlow {
  readonly box: BlockBox | ReplacedBox;
  readonly x: Pt;
  readonly y: Pt;
  readonly rtl: boolean;
  /** Beside no line: by how much `vertical-align` lowers the positioned inline box around it. */
  readonly lowered?: Pt;
}

export interface InlineLayout {
  readonly lines: readonly LineFragment[];
  readonly outOfFlow: readonly OutOfFlow[];
  readonly height: Pt;
}

import type { Pt } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import type { ElementNode, TextNode } from './dom.ts';
import type { Picture } from './pictures.ts';
import type { ComputedStyle } from './style.ts';

/** What box generation makes of DOM and styles; geometry reads it and never changes it. */
export type Box = BlockBox | InlineRoot | ReplacedBox;

interface BoxBase {
  readonly style: ComputedStyle;
  readonly element: ElementNode | null;
  /** Its structure element; null: none of its own. */
  readonly node: StructureNode | null;
  readonly source?: Span;
  /** BCP 47, inherited. */
  readonly lang: string;
}

/** Block container, flex container, table and its parts, list item: `style.display` says which. Children are all block-level (an InlineRoot is). */
export interface BlockBox extends BoxBase {
  readonly kind: 'block';
  readonly children: readonly Box[];
  /** List item: the marker's inline content, laid out beside or inside. */
  readonly marker?: InlineRoot;
  /** In a form: a place to type in. */
  readonly field?: FieldAsk & { readonly node: StructureNode };
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** A table: a flex container or a cell is among its containing blocks. */
  readonly packed?: true;
  /** The same element with a shorter text: of a fitted box, tried before its type is made smaller. */
  readonly short?: BlockBox;
}

/** What an element with `data-field` asks for. */
export interface FieldAsk {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
}

/** Anonymous block that holds inline content only: one inline formatting context. Its own style has inherited properties and initial others. */
export interface InlineRoot extends BoxBase {
  readonly kind: 'inline-root';
  readonly items: readonly InlineItem[];
}

/** White space is already collapsed over the whole of one inline root (CSS Text 3, 4.1.1–4.1.2 except at line ends). */
export type InlineItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: ComputedStyle;
      readonly lang: string /** null: decoration (an artifact) */;
      readonly content: ContentSlot | null;
      readonly origins: TextNode['origins'];
      /** Set by itself, whatever stands beside it: a marker. */
      readonly apart?: true;
    }
  | { readonly kind: 'open'; readonly box: InlineBox }
  | { readonly kind: 'close'; readonly box: InlineBox }
  | { readonly kind: 'atomic'; readonly box: BlockBox | ReplacedBox }
  | { readonly kind: 'out-of-flow'; readonly box: BlockBox | ReplacedBox }
  | { readonly kind: 'break' };

/** `<span>`, `<a>`, `<em>`: may lie on several lines. */
export interface InlineBox extends BoxBase {
  readonly kind: 'inline';
  readonly href?: string;
}

/** `<img>`, inline `<svg>`, `<qr-code>`. */
export interface ReplacedBox extends BoxBase {
  readonly kind: 'replaced';
  readonly picture: Picture;
  readonly content: ContentSlot | null;
  readonly href?: string;
  /** Of a logo: its other versions, and how small it may be printed. */
  readonly mark?: MarkVersions;
}

/** A logo's versions for other grounds than the one that `src` is made for. */
export interface MarkVersions {
  /** White or light, for dark grounds. */
  readonly reverse?: Picture;
  /** Of one colour. */
  readonly mono?: Picture;
  /** Smallest height, pt; 0: any. */
  readonly min: Pt;
}

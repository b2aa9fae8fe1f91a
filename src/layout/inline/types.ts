import type { Pt } from '../../core/geometry.ts';
import type { HyphenWords, MeasuredRun, MeasuredTextRun, MissingGlyph } from '../../core/text/index.ts';
import type {
  BlockBox,
  ComputedStyle,
  Fragment,
  InlineBox,
  InlineItem,
  InlineRoot,
  LayoutServices,
  LineFragment,
  ReplacedBox,
} from '../types.ts';

export interface InlineContext extends LayoutServices {
  /** Factor on every font size, letter and word spacing, line height and indent of the root: fitted text. Boxes' edges keep their size. */
  readonly scale: number;
  /** Border box of an inline-block, inline-flex or picture; `available`: width of the containing block, pt. */
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

export type TextItem = Extract<InlineItem, { kind: 'text' }>;

/** A piece of the root's content in logical order. `start` and `end`: UTF-16 offsets in the paragraph's text. */
export type Leaf = TextLeaf | Special;

export interface TextLeaf {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  readonly item: TextItem;
  /** Offset in the item's own text of each offset in the transformed text; null: the same. */
  readonly map: Int32Array | null;
  /** Where the item begins in the root's text before text-transform. */
  readonly origin: number;
  readonly within: readonly InlineBox[];
}

/** What has a place in the line but no glyphs. An atomic and a break stand for one character of the text, the others for none. */
export interface Special {
  readonly kind: 'open' | 'close' | 'atomic' | 'out-of-flow' | 'break';
  readonly start: number;
  readonly end: number;
  /** Boxes that it stands in, outermost first; an edge stands in its own box. */
  readonly within: readonly InlineBox[];
  readonly edgeOf?: InlineBox;
  readonly box?: BlockBox | ReplacedBox;
  /** How many specials come before it. */
  readonly index: number;
}

/** A place where a line may end. */
export interface Cut {
  /** The next line's text begins here. */
  readonly offset: number;
  /** The next line's glyphs begin here: behind collapsible white space at its start. */
  readonly skip: number;
  /** This line's glyphs end here: before the white space that hangs. */
  readonly trim: number;
  /** How many specials stand on lines before the cut. */
  readonly edge: number;
  readonly kind: 'soft' | 'hyphen' | 'forced' | 'end' | 'emergency';
  /** The hyphen that shows if the line ends here. */
  readonly hyphen: Hyphen | null;
}

export interface Hyphen {
  readonly run: MeasuredRun;
  /** Advance at scale 1, pt. */
  readonly width: Pt;
  /** Of the paragraph's `texts`, the one that it divides. */
  readonly of: number;
  /** Of the character that it follows. */
  readonly level: number;
}

/** A root made ready for lines of any width and scale. Lengths at scale 1, pt. */
export interface Paragraph extends Setting {
  readonly root: InlineRoot;
  readonly leaves: readonly Leaf[];
  readonly specials: readonly Special[];
  readonly texts: readonly TextLeaf[];
}

/** What of a paragraph depends on its texts and styles only, not on which root of which document it is. */
export interface Setting {
  readonly facesFor: LayoutServices['facesFor'];
  readonly hyphenation: HyphenWords | undefined;
  /** After text-transform; a picture or inline block is U+FFFC, a break \n. */
  readonly text: string;
  readonly runs: readonly MeasuredTextRun[];
  readonly levels: Uint8Array | null;
  /** Of `unicode-bidi: plaintext`: levels of the paragraphs themselves, by UTF-16 unit; null: the root's direction. */
  readonly bases: Uint8Array | null;
  /** `pen[i]`: advance of all text before offset i, letter and word spacing included. */
  readonly pen: Float64Array;
  /** Rising by offset; the first is the paragraph's start, the last its end. */
  readonly cuts: readonly Cut[];
  /** Text in one style of the root alone, on one baseline: all lines are equally high. */
  readonly plain: boolean;
  /** Boxes stand in it that are out of the flow. */
  readonly lifts: boolean;
  /** Letters and word spaces have spacing of their own somewhere. */
  readonly spaced: boolean;
  /** OpenType features are asked for somewhere. */
  readonly featured: boolean;
  readonly missing: readonly MissingGlyph[];
  /** By offset: what cutting there changes in the advance of the text before it and after it. Filled when first asked for. */
  readonly changes: { readonly end: Map<number, Pt>; readonly start: Map<number, Pt> };
  /** By width and scale: the lines, where they depend on nothing else. Filled when first asked for. */
  readonly lines: Map<string, readonly LineRange[]>;
}

/** One line: what lies between two cuts. */
export interface LineRange {
  readonly from: Cut;
  readonly to: Cut;
}

export const wraps = (style: ComputedStyle): boolean =>
  style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre' && style.textWrap !== 'nowrap';

/** White space at line starts is dropped; at line ends it is dropped or hangs (CSS Text 3, 4.1.2), but not in `pre`. */
export const collapses = (style: ComputedStyle): boolean => style.whiteSpace !== 'pre' && style.whiteSpace !== 'pre-wrap';

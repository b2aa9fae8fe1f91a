import type { Color, Fill } from '../core/color.ts';
import type { PathData, RasterImage } from '../core/display.ts';
import type { Matrix, Pt } from '../core/geometry.ts';
import type { Source, Span } from '../core/source.ts';
import type { ContentSlot, StructureNode } from '../core/structure.ts';
import type { Features, FontFace, ShapedRun } from '../core/text/types.ts';

// ---------------------------------------------------------------------------------------------------------------- DOM

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

// --------------------------------------------------------------------------------------------------------------- style

/** A length that may depend on the containing block: pt + percent/100 × base. `calc()` reduces to this. */
export interface LengthPercentage {
  readonly pt: Pt;
  readonly percent: number;
}
export type LengthOrAuto = LengthPercentage | 'auto';
/** `max-width: none` */
export type LengthOrNone = LengthPercentage | 'none';
export type ContentSize = LengthPercentage | 'auto' | 'min-content' | 'max-content' | 'fit-content';

export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

export interface BorderSide {
  readonly width: Pt;
  readonly style: 'none' | 'solid' | 'dashed' | 'dotted' | 'double';
  readonly color: Color;
}

export type BackgroundImage =
  | { readonly kind: 'url'; readonly url: string; readonly source?: Span }
  | {
      readonly kind: 'linear-gradient' /** degrees, CSS sense: 0 is to top, clockwise; corners already resolved per box by name */;
      readonly angle: number | { readonly toX: -1 | 0 | 1; readonly toY: -1 | 0 | 1 };
      readonly stops: readonly { readonly color: Color; readonly at?: LengthPercentage }[];
    };

export interface BackgroundLayer {
  readonly image: BackgroundImage;
  readonly size: 'auto' | 'cover' | 'contain' | { readonly width: LengthOrAuto; readonly height: LengthOrAuto };
  readonly position: { readonly x: LengthPercentage; readonly y: LengthPercentage };
  readonly repeat: { readonly x: boolean; readonly y: boolean };
}

/** All lengths computed to pt. Shared and frozen: equal styles may be the same object. */
export interface ComputedStyle {
  readonly display:
    | 'block'
    | 'inline'
    | 'inline-block'
    | 'flex'
    | 'inline-flex'
    | 'list-item'
    | 'table'
    | 'table-row-group'
    | 'table-header-group'
    | 'table-footer-group'
    | 'table-row'
    | 'table-cell'
    | 'table-caption'
    | 'none';
  readonly position: 'static' | 'relative' | 'absolute' | 'fixed';
  readonly inset: Sides<LengthOrAuto>;
  readonly zIndex: number | 'auto';
  readonly overflow: 'visible' | 'hidden';
  readonly visibility: 'visible' | 'hidden';
  readonly boxSizing: 'content-box' | 'border-box';
  readonly width: ContentSize;
  readonly height: ContentSize;
  readonly minWidth: ContentSize;
  readonly minHeight: ContentSize;
  readonly maxWidth: ContentSize | 'none';
  readonly maxHeight: ContentSize | 'none';
  readonly aspectRatio: number | 'auto';
  readonly margin: Sides<LengthOrAuto>;
  readonly padding: Sides<LengthPercentage>;
  readonly border: Sides<BorderSide>;
  readonly borderRadius: {
    readonly topLeft: LengthPercentage;
    readonly topRight: LengthPercentage;
    readonly bottomRight: LengthPercentage;
    readonly bottomLeft: LengthPercentage;
  };
  readonly color: Color;
  readonly backgroundColor: Color;
  readonly backgrounds: readonly BackgroundLayer[];
  readonly opacity: number;
  /** Functions in order, translate percentages of the border box. */
  readonly transform: readonly TransformFunction[];
  readonly transformOrigin: { readonly x: LengthPercentage; readonly y: LengthPercentage };

  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap' | 'wrap-reverse';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: ContentSize | 'content';
  readonly justifyContent: 'flex-start' | 'flex-end' | 'center' | 'space-between' | 'space-around' | 'space-evenly';
  readonly alignItems: Align;
  readonly alignSelf: Align | 'auto';
  readonly alignContent: 'stretch' | 'flex-start' | 'flex-end' | 'center' | 'space-between' | 'space-around' | 'space-evenly';
  readonly order: number;
  readonly rowGap: LengthPercentage;
  readonly columnGap: LengthPercentage;

  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  /** From font-feature-settings and font-variant-*; sorted. */
  readonly fontFeatures: Features;
  /** A factor of the font size, an absolute length, or the font's own. */
  readonly lineHeight:
    | { readonly kind: 'normal' }
    | { readonly kind: 'factor'; readonly factor: number }
    | { readonly kind: 'length'; readonly pt: Pt };
  readonly letterSpacing: Pt;
  readonly wordSpacing: Pt;
  readonly textAlign: 'start' | 'end' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: LengthPercentage;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textDecoration: { readonly underline: boolean; readonly lineThrough: boolean; readonly color: Color | 'currentcolor' };
  readonly textWrap: 'wrap' | 'nowrap' | 'balance' | 'pretty';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  readonly hyphens: 'none' | 'manual' | 'auto';
  readonly verticalAlign:
    | 'baseline'
    | 'top'
    | 'middle'
    | 'bottom'
    | 'sub'
    | 'super'
    | 'text-top'
    | 'text-bottom'
    | LengthPercentage;
  readonly direction: 'ltr' | 'rtl';

  readonly listStyleType:
    | 'none'
    | 'disc'
    | 'circle'
    | 'square'
    | 'decimal'
    | 'lower-alpha'
    | 'upper-alpha'
    | 'lower-roman'
    | 'upper-roman'
    | { readonly text: string };
  readonly listStylePosition: 'outside' | 'inside';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: { readonly x: Pt; readonly y: Pt };
  readonly tableLayout: 'auto' | 'fixed';
  readonly captionSide: 'top' | 'bottom';

  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
  readonly objectPosition: { readonly x: LengthPercentage; readonly y: LengthPercentage };

  readonly breakBefore: BreakValue;
  readonly breakAfter: BreakValue;
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
  /** Ours: `-kit-fit: 24pt 96pt`; the element's text is set between these sizes, as large as it fits its box. */
  readonly fit: { readonly min: Pt; readonly max: Pt } | null;
  /** Custom properties in force, for SVG's var(). */
  readonly custom: ReadonlyMap<string, string>;
}

export type Align = 'stretch' | 'flex-start' | 'flex-end' | 'center' | 'baseline' | 'start' | 'end';
export type BreakValue = 'auto' | 'avoid' | 'page' | 'left' | 'right';
export type TransformFunction =
  | { readonly kind: 'matrix'; readonly matrix: Matrix }
  | { readonly kind: 'translate'; readonly x: LengthPercentage; readonly y: LengthPercentage };

/** What `@page` says, computed for one page: lengths in pt. */
export interface PageStyle {
  readonly margin: Sides<Pt>;
  readonly bleed: Pt;
  readonly safe: Pt;
  readonly marks: { readonly crop: boolean; readonly cross: boolean };
  /** Name ('top-left-corner', 'bottom-center', …) → content and style of the margin boxes that have content. */
  readonly marginBoxes: ReadonlyMap<string, { readonly style: ComputedStyle; readonly content: readonly ContentPart[] }>;
}

export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: string };

// --------------------------------------------------------------------------------------------------------------- boxes

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
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** The same element with a shorter text: of a fitted box, tried before its type is made smaller. */
  readonly short?: BlockBox;
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
}

/** A picture opened and measured. Sizes in pt (1 px = 0.75 pt); null where the file says none. */
export interface Picture {
  readonly key: string;
  readonly width: Pt | null;
  readonly height: Pt | null;
  readonly ratio: number | null;
  readonly body:
    | { readonly kind: 'raster'; readonly image: RasterImage }
    | { readonly kind: 'vector'; readonly drawing: VectorDrawing }
    | { readonly kind: 'missing' };
}

/** SVG as our own vectors: shapes in the coordinates of `viewBox`. */
export interface VectorDrawing {
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly preserveAspectRatio: {
    readonly align: { readonly x: 0 | 0.5 | 1; readonly y: 0 | 0.5 | 1 } | 'none';
    readonly slice: boolean;
  };
  readonly shapes: readonly VectorShape[];
}

export type VectorShape =
  | {
      readonly kind: 'path';
      readonly path: PathData;
      readonly fill?: Fill;
      readonly stroke?: {
        readonly color: Color;
        readonly width: number;
        readonly dash?: readonly number[];
        readonly dashOffset?: number;
        readonly cap?: 'butt' | 'round' | 'square';
        readonly join?: 'miter' | 'round' | 'bevel';
        readonly miterLimit?: number;
      };
    }
  | {
      readonly kind: 'group';
      readonly transform?: Matrix;
      readonly clip?: PathData;
      readonly opacity?: number;
      /** Equal keys mean equal `shapes`: what `<use>` repeats. */
      readonly key?: string;
      readonly shapes: readonly VectorShape[];
    }
  | {
      readonly kind: 'image';
      readonly image: RasterImage;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

// ------------------------------------------------------------------------------------------------------------ geometry

/** A box, or the part of it on one page, placed. x and y: of the border box, relative to the parent fragment's border box. Immutable. */
export interface Fragment {
  readonly box: Box;
  readonly x: Pt;
  readonly y: Pt;
  /** Border box. */
  readonly width: Pt;
  readonly height: Pt;
  /** Used padding and border (percentages resolved). Border is cut at a page break (box-decoration-break: slice). */
  readonly padding: Sides<Pt>;
  readonly border: Sides<Pt>;
  /** Borders to paint where they are not the style's: cells and tables with collapsed borders have half of what won on each side. */
  readonly borderSides?: Sides<BorderSide>;
  readonly children: readonly Fragment[];
  /** Only of an InlineRoot. */
  readonly lines?: readonly LineFragment[];
  /** First baseline, from the border box's top; for alignment. */
  readonly baseline?: Pt;
  /** Last baseline. */
  readonly lastBaseline?: Pt;
  /** Not the first / not the last part of its box. */
  readonly continued?: boolean;
  readonly continues?: boolean;
  /** A repeated table header or a running element: painted as an artifact. */
  readonly repeated?: boolean;
  /** Style changes that fitting made: the factor that the font sizes in this subtree were set with is already in the runs. */
  readonly fittedSize?: Pt;
}

/** x and y relative to the InlineRoot's fragment. */
export interface LineFragment {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  /** From the line's top. */
  readonly baseline: Pt;
  readonly items: readonly LineItem[];
  /** UTF-16 range in the root's whole text (items concatenated, atomics as U+FFFC). */
  readonly start: number;
  readonly end: number;
}

/** x relative to the line's left, y of the baseline (text) or of the top (boxes) relative to the line's top. Visual order. */
export type LineItem =
  | {
      readonly kind: 'text';
      readonly run: ShapedRun;
      readonly from: number;
      readonly to: number;
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly size: Pt;
      readonly letterSpacing: Pt;
      readonly wordSpacing: Pt;
      readonly style: ComputedStyle;
      readonly content: ContentSlot | null;
      readonly actualText?: string;
      readonly source?: Span /** inline boxes that it stands in, outermost first */;
      readonly within: readonly InlineBox[];
    }
  | {
      readonly kind: 'atomic';
      readonly fragment: Fragment;
      readonly x: Pt;
      readonly y: Pt;
      readonly within: readonly InlineBox[];
    }
  /** The part of an inline box on this line: for its background, border, link area. x, y: its border box. */
  | {
      readonly kind: 'box';
      readonly box: InlineBox;
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly first: boolean;
      readonly last: boolean;
    };

/** What the stages of layout share for one document. */
export interface LayoutServices {
  /** Faces for a style; missing families are reported once by css. */
  readonly facesFor: (style: ComputedStyle) => readonly FontFace[];
  readonly report: (d: import('../core/diagnostics.ts').Diagnostic) => void;
}

/** A stylesheet with the folder that its urls are relative to. */
export interface StyleSource {
  readonly source: Source;
  readonly folder: string;
}

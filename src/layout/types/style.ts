import type { Color } from '../../core/color.ts';
import type { Matrix, Pt } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { Features } from '../../core/text/types.ts';
import type { Columns, FineSetting } from './typesetting.ts';

/**
 * A length that may depend on the containing block: pt + percent/100 × base, at most `most`, and then at least `least`. `calc()`, `min()`, `max()` and
 * `clamp()` reduce to this. One with bounds always has a percentage.
 */
export interface LengthPercentage {
  readonly pt: Pt;
  readonly percent: number;
  readonly least?: LengthPercentage;
  readonly most?: LengthPercentage;
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
  /** Lifted out of a line by its position: its static position is in the line, not under it (CSS 2.1, 10.3.7). */
  readonly wasInline?: true;
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
  /** From font-variation-settings: 'wdth=85'; sorted. */
  readonly fontVariations: readonly string[];
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
  readonly unicodeBidi: 'normal' | 'embed' | 'isolate' | 'bidi-override' | 'isolate-override' | 'plaintext';

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
  readonly breakInside: 'auto' | 'avoid' | 'avoid-page' | 'avoid-column';
  readonly orphans: number;
  readonly widows: number;
  /** Ours: `-kit-fit: 24pt 96pt`; the element's text is set between these sizes, as large as it fits its box. */
  readonly fit: { readonly min: Pt; readonly max: Pt } | null;
  /** Ours: `-kit-fit-group`; fitted texts of one name share a size. */
  readonly fitGroup: string | null;
  /** Ours: `-kit-mark-size: 16mm`; a logo gets the area of a square of this side. */
  readonly markSize?: Pt | null;
  readonly fine: FineSetting;
  /** null: not a multi-column container. */
  readonly columns: Columns | null;
  /** `column-span: all` */
  readonly spansColumns: boolean;
  /** Custom properties in force, for SVG's var(). */
  readonly custom: ReadonlyMap<string, string>;
}

export type Align =
  | 'stretch'
  | 'flex-start'
  | 'flex-end'
  | 'center'
  | 'baseline'
  | 'last baseline'
  | 'start'
  | 'end'
  | 'self-start'
  | 'self-end';
export type BreakValue = 'auto' | 'avoid' | 'avoid-page' | 'avoid-column' | 'column' | 'page' | 'left' | 'right';
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

import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Pt } from '../../core/geometry.ts';
import type { Source, Span } from '../../core/source.ts';
import type { ContentSlot } from '../../core/structure.ts';
import type { HyphenWords } from '../../core/text/hyphen-words/index.ts';
import type { FaceList, ShapedRun } from '../../core/text/types.ts';
import type { Box, InlineBox } from './boxes.ts';
import type { BorderSide, ComputedStyle, Sides } from './style.ts';

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
  readonly facesFor: (style: ComputedStyle) => FaceList;
  readonly report: (d: Diagnostic) => void;
  /** The template set's words with their places to be divided. */
  readonly hyphenation?: HyphenWords;
}

/** A stylesheet with the folder that its urls are relative to. */
export interface StyleSource {
  readonly source: Source;
  readonly folder: string;
}

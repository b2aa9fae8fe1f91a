import type { Document, Item, Page } from './display.ts';
import type { Matrix, Pt, Rect, Size } from './geometry.ts';

/** A printer's mark, drawn in the registration colour. */
export type Mark = {
  readonly kind: 'line';
  readonly x1: Pt;
  readonly y1: Pt;
  readonly x2: Pt;
  readonly y2: Pt;
  readonly width: Pt;
};

export interface Placement {
  readonly page: Page;
  /** Page coordinates → sheet coordinates (origin at the sheet's top left, y downwards). */
  readonly transform: Matrix;
  /** What of the page may show, in page coordinates. */
  readonly clip: Rect;
}

/** Paper as an office printer takes it. */
export interface Stock {
  /** As in names of files: 'a4'. */
  readonly name: string;
  /** Upright. */
  readonly size: Size;
  /** What the printer cannot reach, on every side. */
  readonly margin: Pt;
  /** About which edge of the sheet the printer turns it to print the back. */
  readonly duplex: 'none' | 'long-edge' | 'short-edge';
}

/** What goes through a printer. Boxes in sheet coordinates; trim and bleed only where the sheet is one page. */
export interface Sheet {
  readonly media: Size;
  readonly trim?: Rect;
  readonly bleed?: Rect;
  /** What a viewer shows and an office printer prints; absent: all of it. */
  readonly crop?: Rect;
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
  /** Small pictures of whole pages that help to put the sheets together. */
  readonly miniatures?: readonly Placement[];
  /** What else helps those who cut and glue: names of parts, a check bar. In sheet coordinates, over everything; never content. */
  readonly notes?: readonly Item[];
}

export interface Imposition {
  readonly document: Document;
  readonly sheets: readonly Sheet[];
  /** For an office printer: what a viewer's print dialog should start from. */
  readonly printing?: { readonly duplex: Stock['duplex'] };
}

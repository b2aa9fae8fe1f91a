import type { Document, Page } from './display.ts';
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

/** What goes through a printer. Boxes in sheet coordinates; trim and bleed only where the sheet is one page. */
export interface Sheet {
  readonly media: Size;
  readonly trim?: Rect;
  readonly bleed?: Rect;
  /** What a viewer shows and an office printer prints; absent: all of it. */
  readonly crop?: Rect;
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
}

export interface Imposition {
  readonly document: Document;
  readonly sheets: readonly Sheet[];
}

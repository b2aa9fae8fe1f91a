import type { Pt, Rect, Size } from './geometry.ts';
import { outset } from './geometry.ts';

/**
 * The boxes of one page (ISO 32000-1, 14.11.2), in the page's own coordinates: origin at the trim box's top left, y downwards.
 * safe ⊆ trim ⊆ bleed ⊆ media.
 */
export interface PageBoxes {
  readonly media: Rect;
  readonly bleed: Rect;
  readonly trim: Rect;
  readonly safe: Rect;
}

/** Which printer's marks stand outside the trim: CSS `marks` (css-page-3, 7.2). */
export interface PageMarks {
  readonly crop: boolean;
  readonly cross: boolean;
}

/** Room that crop marks need outside the bleed, in pt. */
export const MARK_ROOM: Pt = 21;

/**
 * @param trim size of the trimmed page
 * @param bleed how far artwork runs over the trim on each side
 * @param safe how far from the trim nothing important stands
 */
export function pageBoxes(trim: Size, bleed: Pt, safe: Pt, marks: PageMarks): PageBoxes {
  const t: Rect = { x: 0, y: 0, width: trim.width, height: trim.height };
  const b = outset(t, bleed);
  const room = marks.crop || marks.cross ? MARK_ROOM : 0;
  return { trim: t, bleed: b, media: outset(b, room), safe: outset(t, -Math.min(safe, trim.width / 2, trim.height / 2)) };
}

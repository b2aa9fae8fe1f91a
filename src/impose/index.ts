import type { Document, Page } from '../core/display.ts';
import type { Matrix, Rect } from '../core/geometry.ts';
import type { Profile, ProfileKind } from '../core/profile.ts';
import type { Imposition, Sheet } from '../core/sheet.ts';
import { printersMarks } from './marks.ts';

/** How a profile lays pages on sheets. */
type Scheme = (document: Document) => readonly Sheet[];

const SCHEMES: Readonly<Record<ProfileKind, Scheme>> = {
  screen: ({ pages }) => pages.map((page) => singleSheet(page)),
  press: ({ pages }) => pages.map((page) => singleSheet(page)),
  office: ({ pages }) => pages.map((page) => singleSheet(page)),
};

/** Pages → sheets, as a profile wants them printed. */
export function impose(document: Document, profile: Profile): Imposition {
  return { document, sheets: SCHEMES[profile.kind](document) };
}

/**
 * One page on one sheet of its media size. Bleed without marks stays in the file for a print shop, but outside what a viewer shows: on a screen
 * and an office printer the page is as large as its trim.
 */
function singleSheet(page: Page): Sheet {
  const { media, bleed, trim } = page.boxes;
  const toSheet = (rect: Rect): Rect => ({ x: rect.x - media.x, y: rect.y - media.y, width: rect.width, height: rect.height });
  const transform: Matrix = [1, 0, 0, 1, -media.x, -media.y];
  const marks = printersMarks(page.boxes, page.marks).map((mark) => ({
    ...mark,
    x1: mark.x1 - media.x,
    y1: mark.y1 - media.y,
    x2: mark.x2 - media.x,
    y2: mark.y2 - media.y,
  }));
  const bled = bleed.width > trim.width || bleed.height > trim.height;
  return {
    media: { width: media.width, height: media.height },
    trim: toSheet(trim),
    bleed: toSheet(bleed),
    ...(bled && marks.length === 0 && !page.slug && { crop: toSheet(trim) }),
    placements: [{ page, transform, clip: page.slug ? media : bleed }],
    marks,
  };
}

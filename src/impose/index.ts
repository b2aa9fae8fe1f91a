import type { Document, Page } from '../core/display.ts';
import type { Matrix, Rect } from '../core/geometry.ts';
import type { Profile } from '../core/profile.ts';
import type { Imposition, Sheet } from '../core/sheet.ts';
import type { FontFace } from '../core/text/types.ts';
import { printersMarks } from './marks.ts';
import { imposeForOffice } from './office/index.ts';

/** What a stage later than layout has of it: the notice of a draft, and fonts to say things on sheets with. */
export interface SheetWords {
  readonly notice?: string | undefined;
  readonly faces: readonly FontFace[];
}

/** Pages → sheets, as a profile wants them printed. */
export function impose(document: Document, { stock, kind }: Profile, { notice, faces }: SheetWords = { faces: [] }): Imposition {
  if (stock) return imposeForOffice(document, stock, notice, faces);
  return { document, sheets: document.pages.map((page) => singleSheet(page, kind === 'press')) };
}

/**
 * One page on one sheet of its media size. Bleed without marks stays in the file for a print shop, but outside what a viewer shows: on a screen
 * and an office printer the page is as large as its trim; a print shop sees it `whole`.
 */
function singleSheet(page: Page, whole: boolean): Sheet {
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
    ...(!whole && bled && marks.length === 0 && !page.slug && { crop: toSheet(trim) }),
    placements: [{ page, transform, clip: page.slug ? media : bleed }],
    marks,
  };
}

import type { Pt } from '../core/geometry.ts';
import { MARK_ROOM, type PageBoxes, type PageMarks } from '../core/page-boxes.ts';
import type { Mark } from '../core/sheet.ts';

/** A quarter point: what printers' marks are drawn with. */
const WIDTH: Pt = 0.25;
/** Marks keep clear of the bleed by so much. */
const GAP: Pt = 3;
/** Arm of a register mark's cross. */
const ARM: Pt = 7;

/** Crop marks at the corners of the trim, register crosses in the middle of the sides (css-page-3, 7.2), in page coordinates, outside the bleed. */
export function printersMarks(boxes: PageBoxes, marks: PageMarks): readonly Mark[] {
  return [...(marks.crop ? cropMarks(boxes) : []), ...(marks.cross ? crossMarks(boxes) : [])];
}

const line = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): Mark => ({ kind: 'line', x1, y1, x2, y2, width: WIDTH });

function cropMarks({ trim, bleed }: PageBoxes): Mark[] {
  const length = MARK_ROOM - GAP;
  const left = bleed.x - GAP;
  const right = bleed.x + bleed.width + GAP;
  const top = bleed.y - GAP;
  const bottom = bleed.y + bleed.height + GAP;
  const out: Mark[] = [];
  for (const y of [trim.y, trim.y + trim.height]) out.push(line(left - length, y, left, y), line(right, y, right + length, y));
  for (const x of [trim.x, trim.x + trim.width]) out.push(line(x, top - length, x, top), line(x, bottom, x, bottom + length));
  return out;
}

function crossMarks({ trim, bleed }: PageBoxes): Mark[] {
  const away = GAP + ARM;
  const middleX = trim.x + trim.width / 2;
  const middleY = trim.y + trim.height / 2;
  const centres = [
    [middleX, bleed.y - away],
    [middleX, bleed.y + bleed.height + away],
    [bleed.x - away, middleY],
    [bleed.x + bleed.width + away, middleY],
  ] as const;
  return centres.flatMap(([x, y]) => [line(x - ARM, y, x + ARM, y), line(x, y - ARM, x, y + ARM)]);
}

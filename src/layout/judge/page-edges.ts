import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import type { Rect } from '../../core/geometry.ts';
import type { PageBoxes } from '../../core/page-boxes.ts';
import { addBounds, type Bounds, emptyBounds, isEmpty, transformBounds } from '../pictures/paths.ts';
import { glyphBoxes } from './ink.ts';
import { millimetres } from './numbers.ts';
import type { Paragraph } from './paragraphs.ts';
import type { PaintedText } from './scene.ts';

/** What of a page's edge nobody sees. */
const SLACK = 0.5;

const reach = (b: Bounds, r: Rect): number =>
  Math.max(r.x - b.minX, r.y - b.minY, b.maxX - r.x - r.width, b.maxY - r.y - r.height);

/** The ink itself: a font's ascent and descent reach further than its letters. */
export function inkOf({ glyphs, matrix }: PaintedText): Bounds {
  const ink = emptyBounds();
  for (const box of glyphBoxes(glyphs)) addBounds(ink, matrix ? transformBounds(box, matrix) : box);
  return ink;
}

/** How far a text reaches out of a rectangle, pt; 0: not at all. */
export function reachOut(text: PaintedText, rect: Rect): number {
  if (reach(text.bounds, rect) <= SLACK) return 0;
  const ink = inkOf(text);
  return isEmpty(ink) ? 0 : Math.max(0, reach(ink, rect));
}

/**
 * Text that the knife may cut, or that a printer's margin swallows. What is off the page straight out is told by geometry; what a transform moved
 * there, here.
 */
export function judgeEdges(paragraph: Paragraph, { trim, safe }: PageBoxes): Diagnostic | null {
  let off = 0;
  let near = 0;
  const cut: PaintedText[] = [];
  const close: PaintedText[] = [];
  for (const text of paragraph.texts) {
    const out = reachOut(text, safe);
    if (out <= SLACK) continue;
    const lost = reachOut(text, trim);
    if (lost > SLACK) {
      if (text.matrix) {
        off = Math.max(off, lost);
        cut.push(text);
      }
      continue;
    }
    near = Math.max(near, out);
    close.push(text);
  }
  if (cut.length > 0) {
    return error('text-off-page', `A text stands ${millimetres(off)} outside the page and would be cut off.`, {
      span: paragraph.spanOf(cut),
      hint: 'Shorten the text, or make room for it in the stylesheet.',
    });
  }
  if (close.length === 0) return null;
  const zone = safe.x - trim.x;
  return warning('text-near-edge', `A text stands ${millimetres(zone - near)} from the edge of the page.`, {
    span: paragraph.spanOf(close),
    hint: `Leave ${millimetres(zone)}: paper is not cut that exactly. A page that may do with less says so: @page { -kit-safe: ${millimetres(zone - near).replace(' ', '')} }.`,
  });
}

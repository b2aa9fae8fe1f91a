import type { Color, Fill } from '../../core/color.ts';
import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import type { Document, Group, Item, Page, PathData } from '../../core/display.ts';
import { IDENTITY, type Matrix, multiply } from '../../core/geometry.ts';
import type { Profile } from '../../core/profile.ts';
import type { Span } from '../../core/source.ts';
import { type Bounds, boundsOfRect, intersectBounds, isEmpty, pathBounds, transformBounds } from '../pictures/paths.ts';

/** What a print shop would send back: art that ends at the cut, colours that are too wet. */
export function judgePress(document: Document, profile: Profile, report: (d: Diagnostic) => void): void {
  if (profile.kind !== 'press') return;
  const told = new Set<string>();
  const once = (d: Diagnostic): void => {
    const key = `${d.code} ${d.message} ${d.span?.source.path} ${d.span?.start}`;
    if (!told.has(key)) report(d);
    told.add(key);
  };
  for (const page of document.pages) {
    const walk: Walk = { page, profile, report: once };
    judgeItems(page.items, { matrix: IDENTITY, visible: boundsOfRect(page.boxes.media) }, walk);
  }
}

interface Walk {
  readonly page: Page;
  readonly profile: Profile;
  readonly report: (d: Diagnostic) => void;
}

interface Where {
  readonly matrix: Matrix;
  readonly visible: Bounds;
  readonly source?: Span;
}

function judgeItems(items: readonly Item[], where: Where, walk: Walk): void {
  for (const item of items) {
    const source = item.kind === 'link' ? undefined : (item.source ?? where.source);
    switch (item.kind) {
      case 'group':
        judgeItems(item.items, inside(item, where), walk);
        break;
      case 'path': {
        if (item.fill) for (const color of colorsOf(item.fill)) tooWet(color, source, walk);
        if (item.stroke) tooWet(item.stroke.color, source, walk);
        if (item.fill && isVisible(item.fill) && isRectangle(item.path, where.matrix))
          tooShort(transformBounds(pathBounds(item.path), where.matrix), where, source, walk);
        break;
      }
      case 'image':
        tooShort(transformBounds(boundsOfRect(item.box), where.matrix), where, source, walk);
        break;
      case 'glyphs':
        tooWet(item.color, source, walk);
        break;
      default:
    }
  }
}

function inside(group: Group, { matrix, visible, source }: Where): Where {
  const own = group.transform ? multiply(matrix, group.transform) : matrix;
  const clipped = group.clip ? intersectBounds(visible, transformBounds(pathBounds(group.clip), own)) : visible;
  const at = group.source ?? source;
  return { matrix: own, visible: clipped, ...(at && { source: at }) };
}

const colorsOf = (fill: Fill): readonly Color[] => (fill.kind === 'color' ? [fill.color] : fill.stops.map(({ color }) => color));
const isVisible = (fill: Fill): boolean => colorsOf(fill).some(({ a }) => a > 0);
/** Edges along the page's, no turn: what is round or slanted may end where it likes. */
function isRectangle({ segments }: PathData, [, b, c]: Matrix): boolean {
  if (b !== 0 || c !== 0 || segments.length < 4 || segments.length > 6) return false;
  let [x, y] = [0, 0];
  return segments.every((segment, i) => {
    if (segment[0] === 'Z') return true;
    if (segment[0] === 'C' || (segment[0] === 'M') !== (i === 0)) return false;
    const along = i === 0 || segment[1] === x || segment[2] === y;
    [x, y] = [segment[1], segment[2]];
    return along;
  });
}

/** What is written in inks is printed as written, so it is for its author to mend; all else is kept within the limit where colours are separated. */
function tooWet(color: Color, span: Span | undefined, { profile, report }: Walk): void {
  if (color.space !== 'cmyk') return;
  const sum = Math.round((color.c + color.m + color.y + color.k) * 100);
  if (sum <= profile.inkLimit) return;
  const hint = 'Take away from the colours, and leave the black: device-cmyk(0.6 0.5 0.4 1) is as deep.';
  report(
    error('ink-too-high', `This colour is ${sum} % of ink; the paper of “${profile.name}” takes ${profile.inkLimit} %.`, {
      span,
      hint,
    }),
  );
}

/** Nearer to the cut than this it is meant to reach it, pt. */
const NEAR = 0.5;
/** A shorter edge than this part of the page's side is a detail of a drawing. */
const LONG = 1 / 8;

/** A flat edge that ends at the cut or between the cut and the bleed: where the knife slips, paper shows. */
function tooShort(box: Bounds, { visible }: Where, span: Span | undefined, { page, profile, report }: Walk): void {
  const shown = intersectBounds(box, visible);
  if (isEmpty(shown)) return;
  const [trim, bleed] = [boundsOfRect(page.boxes.trim), boundsOfRect(page.boxes.bleed)];
  const upright = (shown.maxY - shown.minY) / (trim.maxY - trim.minY);
  const level = (shown.maxX - shown.minX) / (trim.maxX - trim.minX);
  const gaps: readonly (readonly [side: string, edge: number, beyondTrim: number, short: number])[] = [
    ['left', upright, trim.minX - shown.minX, shown.minX - bleed.minX],
    ['top', level, trim.minY - shown.minY, shown.minY - bleed.minY],
    ['right', upright, shown.maxX - trim.maxX, bleed.maxX - shown.maxX],
    ['bottom', level, shown.maxY - trim.maxY, bleed.maxY - shown.maxY],
  ];
  // Wholly in the bleed it is no part of the page.
  if (isEmpty(intersectBounds(shown, trim))) return;
  const sides = gaps.filter(([, edge, beyond, short]) => edge >= LONG && beyond >= -NEAR && short > 0.1);
  if (sides.length === 0) return;
  const mm = (pt: number): string => String(Math.round(((pt * 25.4) / 72) * 10) / 10);
  const missing = mm(Math.max(...sides.map(([, , , short]) => short)));
  const words = sides.map(([side]) => side).join(', ');
  const hint = `Let it reach ${mm(page.boxes.trim.x - page.boxes.bleed.x)} mm beyond the page (“${profile.name}”): left: -${mm(page.boxes.trim.x - page.boxes.bleed.x)}mm, or a background of html.`;
  report(
    warning('bleed-missing', `This ends at the cut and should go on: ${missing} mm are missing (${words}).`, { span, hint }),
  );
}

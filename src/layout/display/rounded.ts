import type { PathData, PathSegment } from '../../core/display.ts';
import type { Pt, Rect } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import { KAPPA, rectPath } from '../pictures/paths.ts';
import type { ComputedStyle, LengthPercentage, Sides } from '../types.ts';

/** Half axes of a corner's ellipse. */
export interface Radius {
  readonly x: Pt;
  readonly y: Pt;
}

export interface Radii {
  readonly topLeft: Radius;
  readonly topRight: Radius;
  readonly bottomRight: Radius;
  readonly bottomLeft: Radius;
}

/** A rectangle with or without round corners: a border box, padding box or content box. */
export interface Shape {
  readonly rect: Rect;
  /** null: all corners are square. */
  readonly radii: Radii | null;
}

export { resolve };

const SQUARE: Radius = { x: 0, y: 0 };
const isSquare = (r: Radius): boolean => !(r.x > 0 && r.y > 0);

/** Corners that are cut off by a page break, or by the end of a line, are square (box-decoration-break: slice). */
export interface Cut {
  readonly top?: boolean | undefined;
  readonly right?: boolean | undefined;
  readonly bottom?: boolean | undefined;
  readonly left?: boolean | undefined;
}

const NO_CUT: Cut = {};

/** Border box with its radii: percentages of its own sides, all scaled down where neighbours would overlap (css-backgrounds-3, 4.5). */
export function borderShape(rect: Rect, style: ComputedStyle, cut: Cut = NO_CUT): Shape {
  const { topLeft: tl, topRight: tr, bottomRight: br, bottomLeft: bl } = style.borderRadius;
  const none = (l: LengthPercentage) => l.pt === 0 && l.percent === 0;
  if (none(tl) && none(tr) && none(br) && none(bl)) return { rect, radii: null };
  const { width, height } = rect;
  const radius = (l: LengthPercentage, gone: boolean | undefined): Radius => {
    const r = { x: Math.max(0, resolve(l, width)), y: Math.max(0, resolve(l, height)) };
    return gone || isSquare(r) ? SQUARE : r;
  };
  const topLeft = radius(tl, cut.top || cut.left);
  const topRight = radius(tr, cut.top || cut.right);
  const bottomRight = radius(br, cut.bottom || cut.right);
  const bottomLeft = radius(bl, cut.bottom || cut.left);
  return normal(rect, { topLeft, topRight, bottomRight, bottomLeft });
}

/** All radii scaled down alike where two of them are longer than their side; null where none is left. */
function normal(rect: Rect, written: Radii): Shape {
  const { topLeft: tl, topRight: tr, bottomRight: br, bottomLeft: bl } = written;
  const squeeze = (length: Pt, sum: Pt) => (sum > length ? length / sum : 1);
  const f = Math.min(
    squeeze(rect.width, tl.x + tr.x),
    squeeze(rect.width, bl.x + br.x),
    squeeze(rect.height, tl.y + bl.y),
    squeeze(rect.height, tr.y + br.y),
  );
  const scaled = (r: Radius): Radius => (f === 1 ? r : { x: r.x * f, y: r.y * f });
  const radii =
    f === 1 ? written : { topLeft: scaled(tl), topRight: scaled(tr), bottomRight: scaled(br), bottomLeft: scaled(bl) };
  const square = isSquare(radii.topLeft) && isSquare(radii.topRight) && isSquare(radii.bottomRight) && isSquare(radii.bottomLeft);
  return { rect, radii: square ? null : radii };
}

/** The shape inside, where the sides are this much further in: the curve of a padding edge is the border's less its width (5.2). */
export function insetShape(shape: Shape, by: Sides<Pt>): Shape {
  const { x, y, width, height } = shape.rect;
  const rect: Rect = {
    x: x + by.left,
    y: y + by.top,
    width: Math.max(0, width - by.left - by.right),
    height: Math.max(0, height - by.top - by.bottom),
  };
  if (!shape.radii) return { rect, radii: null };
  const less = (r: Radius, dx: Pt, dy: Pt): Radius => {
    const inner = { x: r.x - dx, y: r.y - dy };
    return isSquare(inner) ? SQUARE : inner;
  };
  const { topLeft, topRight, bottomRight, bottomLeft } = shape.radii;
  return normal(rect, {
    topLeft: less(topLeft, by.left, by.top),
    topRight: less(topRight, by.right, by.top),
    bottomRight: less(bottomRight, by.right, by.bottom),
    bottomLeft: less(bottomLeft, by.left, by.bottom),
  });
}

/** Clockwise from the top left. */
export function shapePath(shape: Shape): PathData {
  const { rect, radii } = shape;
  if (!radii) return rectPath(rect);
  const { x, y, width, height } = rect;
  const r = x + width;
  const b = y + height;
  const { topLeft: tl, topRight: tr, bottomRight: br, bottomLeft: bl } = radii;
  const k = 1 - KAPPA;
  const segments: PathSegment[] = [['M', x + tl.x, y]];
  const line = (fromX: Pt, fromY: Pt, toX: Pt, toY: Pt) => {
    if (Math.abs(fromX - toX) > 1e-9 || Math.abs(fromY - toY) > 1e-9) segments.push(['L', toX, toY]);
  };
  line(x + tl.x, y, r - tr.x, y);
  if (!isSquare(tr)) segments.push(['C', r - tr.x * k, y, r, y + tr.y * k, r, y + tr.y]);
  line(r, y + tr.y, r, b - br.y);
  if (!isSquare(br)) segments.push(['C', r, b - br.y * k, r - br.x * k, b, r - br.x, b]);
  line(r - br.x, b, x + bl.x, b);
  if (!isSquare(bl)) segments.push(['C', x + bl.x * k, b, x, b - bl.y * k, x, b - bl.y]);
  // Without a curve at the start, closing the path draws the last line.
  if (!isSquare(tl)) {
    line(x, b - bl.y, x, y + tl.y);
    segments.push(['C', x, y + tl.y * k, x + tl.x * k, y, x + tl.x, y]);
  }
  segments.push(['Z']);
  return { segments };
}

/** What lies between two shapes, as one path. */
export const ringPath = (outer: Shape, inner: Shape): PathData => ({
  segments: [...shapePath(outer).segments, ...(inner.rect.width > 0 && inner.rect.height > 0 ? shapePath(inner).segments : [])],
  evenOdd: true,
});

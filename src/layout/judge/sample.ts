import type { Fill, GradientStop } from '../../core/color.ts';
import type { Group, Item, PathItem } from '../../core/display.ts';
import { apply, type Matrix } from '../../core/geometry.ts';
import { itemBounds, itemsBounds } from '../display/bounds.ts';
import { type Bounds, invert } from '../pictures/paths.ts';
import { inPath, onStroke } from './flat.ts';
import { faded, luminance, over, type Rgba, rgbaOf } from './light.ts';
import { photoAt } from './photo.ts';
import type { Cut, FadedLayer, Layer, Layers } from './scene.ts';

const NOTHING: Rgba = [0, 0, 0, 0];
/** From here on nothing shows through that an eye would see. */
const OPAQUE = 0.995;

const has = (b: Bounds, x: number, y: number): boolean => x >= b.minX && x <= b.maxX && y >= b.minY && y <= b.maxY;

const shows = (cuts: readonly Cut[], x: number, y: number): boolean =>
  cuts.every(({ path, inverse }) => {
    const p = inverse ? apply(inverse, { x, y }) : { x, y };
    return inPath(path, p.x, p.y);
  });

/** What `layers[from]` … `layers[to - 1]` show at a point of the page, from the top down until nothing more shows through. */
export function colorAt(layers: Layers, from: number, to: number, x: number, y: number): Rgba {
  let color = NOTHING;
  for (let i = to - 1; i >= from && color[3] < OPAQUE; i--) {
    const layer = layers[i];
    if (!layer || !has(layer.bounds, x, y)) continue;
    const own = layer.kind === 'faded' ? fadedAt(layer, x, y) : layerAt(layer, x, y);
    if (own[3] > 0) color = over(color, own);
  }
  return color;
}

const fadedAt = ({ scene, opacity }: FadedLayer, x: number, y: number): Rgba =>
  faded(colorAt(scene, 0, scene.length, x, y), opacity);

function layerAt({ item, inverse, cuts }: Layer, x: number, y: number): Rgba {
  if (cuts.length > 0 && !shows(cuts, x, y)) return NOTHING;
  const p = inverse ? apply(inverse, { x, y }) : { x, y };
  return item.kind === 'group' ? drawingAt(item, p.x, p.y) : itemAt(item, p.x, p.y);
}

/** A drawing in the small: the colours of cells of a grid, found when they are first asked for. */
interface SmallDrawing {
  readonly left: number;
  readonly top: number;
  /** Of a cell. */
  readonly side: number;
  readonly cells: Map<number, Rgba>;
}

/** Cells along the longer side. */
const CELLS = 320;

/** Drawings are shared by all documents, and stand under the same texts in all of them. */
const small = new WeakMap<readonly Item[], SmallDrawing>();

function drawingAt(group: Group, x: number, y: number): Rgba {
  const { items, transform } = group;
  let drawing = small.get(items);
  if (!drawing) {
    const { minX, minY, maxX, maxY } = itemsBounds(items);
    const side = Math.max(maxX - minX, maxY - minY) / CELLS;
    drawing = { left: minX, top: minY, side: side > 0 && Number.isFinite(side) ? side : 1, cells: new Map() };
    small.set(items, drawing);
  }
  const inverse = transform ? inverseOf(transform) : null;
  if (transform && !inverse) return NOTHING;
  const px = inverse ? inverse[0] * x + inverse[2] * y + inverse[4] : x;
  const py = inverse ? inverse[1] * x + inverse[3] * y + inverse[5] : y;
  const column = Math.floor((px - drawing.left) / drawing.side);
  const row = Math.floor((py - drawing.top) / drawing.side);
  if (column < 0 || row < 0 || column > CELLS || row > CELLS) return NOTHING;
  const key = row * (CELLS + 1) + column;
  let color = drawing.cells.get(key);
  if (!color) {
    const inside: Group = {
      kind: 'group',
      items,
      ...(group.clip && { clip: group.clip }),
      ...(group.mask && { mask: group.mask }),
    };
    color = groupAt(inside, drawing.left + (column + 0.5) * drawing.side, drawing.top + (row + 0.5) * drawing.side);
    drawing.cells.set(key, color);
  }
  return group.opacity === undefined ? color : faded(color, group.opacity);
}

function itemAt(item: Item, x: number, y: number): Rgba {
  switch (item.kind) {
    case 'path':
      return pathAt(item, x, y);
    case 'image': {
      const { box, image } = item;
      return photoAt(image, (x - box.x) / box.width, (y - box.y) / box.height) ?? NOTHING;
    }
    case 'artwork': {
      const { box, artwork } = item;
      return photoAt(artwork.preview, (x - box.x) / box.width, (y - box.y) / box.height) ?? NOTHING;
    }
    case 'group':
      return groupAt(item, x, y);
    default:
      return NOTHING;
  }
}

function pathAt({ path, fill, stroke }: PathItem, x: number, y: number): Rgba {
  let color = NOTHING;
  if (stroke && onStroke(path, stroke, x, y)) color = rgbaOf(stroke.color);
  if (fill && color[3] < OPAQUE && inPath(path, x, y)) color = over(color, fillAt(fill, x, y));
  return color;
}

/** Drawings are shared by all documents: the boxes of their items and the inverses of their groups are made once. */
const boxes = new WeakMap<Item, Bounds>();
const inverses = new WeakMap<Matrix, Matrix | null>();

function boxOf(item: Item): Bounds {
  let box = boxes.get(item);
  if (!box) {
    box = itemBounds(item);
    boxes.set(item, box);
  }
  return box;
}

function inverseOf(matrix: Matrix): Matrix | null {
  let inverse = inverses.get(matrix);
  if (inverse === undefined) {
    inverse = invert(matrix);
    inverses.set(matrix, inverse);
  }
  return inverse;
}

function groupAt({ items, transform, clip, opacity, mask }: Group, x: number, y: number): Rgba {
  let p = { x, y };
  if (transform) {
    const inverse = inverseOf(transform);
    if (!inverse) return NOTHING;
    p = apply(inverse, p);
  }
  if (clip && !inPath(clip, p.x, p.y)) return NOTHING;
  let color = itemsAt(items, p.x, p.y);
  if (mask && color[3] > 0) {
    const shown = itemsAt(mask.items, p.x, p.y);
    color = faded(color, mask.by === 'alpha' ? shown[3] : luminance(shown) * shown[3]);
  }
  return opacity === undefined ? color : faded(color, opacity);
}

function itemsAt(items: readonly Item[], x: number, y: number): Rgba {
  let color = NOTHING;
  for (let i = items.length - 1; i >= 0 && color[3] < OPAQUE; i--) {
    const item = items[i];
    if (!item || !has(boxOf(item), x, y)) continue;
    const own = itemAt(item, x, y);
    if (own[3] > 0) color = over(color, own);
  }
  return color;
}

function fillAt(fill: Fill, x: number, y: number): Rgba {
  if (fill.kind === 'color') return rgbaOf(fill.color);
  if (fill.kind === 'linear') {
    const [dx, dy] = [fill.x2 - fill.x1, fill.y2 - fill.y1];
    const length = dx * dx + dy * dy;
    return stopAt(fill.stops, length === 0 ? 1 : ((x - fill.x1) * dx + (y - fill.y1) * dy) / length);
  }
  const inverse = fill.transform ? inverseOf(fill.transform) : null;
  const p = inverse ? apply(inverse, { x, y }) : { x, y };
  return stopAt(fill.stops, radialPlace(fill, p.x, p.y));
}

/** The largest t whose circle between the focal and the outer one goes through a point (SVG 2, 14.2.3). */
function radialPlace(g: Extract<Fill, { kind: 'radial' }>, x: number, y: number): number {
  const [dx, dy, dr] = [g.cx - g.fx, g.cy - g.fy, g.r - g.fr];
  const [px, py] = [x - g.fx, y - g.fy];
  const a = dx * dx + dy * dy - dr * dr;
  const b = px * dx + py * dy + g.fr * dr;
  const c = px * px + py * py - g.fr * g.fr;
  if (Math.abs(a) < 1e-9) return b === 0 ? 1 : c / (2 * b);
  const root = b * b - a * c;
  if (root < 0) return 1;
  const s = Math.sqrt(root);
  const found = [(b + s) / a, (b - s) / a].filter((t) => g.fr + t * dr >= 0);
  return found.length === 0 ? 1 : Math.max(...found);
}

function stopAt(stops: readonly GradientStop[], t: number): Rgba {
  const [first] = stops;
  const last = stops.at(-1);
  if (!first || !last) return NOTHING;
  if (t <= first.offset) return rgbaOf(first.color);
  for (let i = 1; i < stops.length; i++) {
    const [a, b] = [stops[i - 1], stops[i]];
    if (!a || !b || t > b.offset) continue;
    const way = b.offset === a.offset ? 1 : (t - a.offset) / (b.offset - a.offset);
    const [from, to] = [rgbaOf(a.color), rgbaOf(b.color)];
    const mix = (k: 0 | 1 | 2 | 3) => from[k] + (to[k] - from[k]) * way;
    return [mix(0), mix(1), mix(2), mix(3)];
  }
  return rgbaOf(last.color);
}

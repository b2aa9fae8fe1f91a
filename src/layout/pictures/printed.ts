import type { Document, ImageItem, Item, Page, RasterImage } from '../../core/display.ts';
import { IDENTITY, type Matrix, mm, multiply, type Pt, type Rect } from '../../core/geometry.ts';
import type { Profile } from '../../core/profile.ts';
import type { Span } from '../../core/source.ts';
import { type Bounds, boundsOfRect, intersectBounds, isEmpty, pathBounds, transformBounds } from './paths.ts';
import type { Cut } from './reduce.ts';

/** What a page of up to A4 is read at, and a larger one, which is looked at from further away: dots an inch. */
const FINE = { full: 300, least: 150 };
const COARSE = { full: 150, least: 100 };
const A4 = mm(297) + 1;

/** One raster picture as it stands on a page. */
export interface PrintedImage {
  readonly item: ImageItem;
  /** Its own place, or its drawing's. */
  readonly source?: Span;
  /** The longer side on paper. */
  readonly side: Pt;
  /** Pixels of the picture on an inch of paper, where they are fewest. */
  readonly dpi: number;
  /** The most that the page's size asks for, and the fewest that look well. */
  readonly wanted: typeof FINE;
  /** How much smaller it may be made. */
  readonly factor: number;
  /** What of it shows; null: all. */
  readonly crop: Cut | null;
}

/** A print shop gets as many as its profile says, half of it on large pages, and fewer are told. */
function resolutionOf({ boxes: { trim } }: Page, profile: Pick<Profile, 'kind' | 'resolution'> | undefined): typeof FINE {
  const large = Math.max(trim.width, trim.height) > A4;
  if (profile?.kind !== 'press') return large ? COARSE : FINE;
  const full = large ? profile.resolution / 2 : profile.resolution;
  return { full, least: full };
}

/** Whether a drawing's items hold pictures of pixels: drawings are shared by documents, and few do. */
const holding = new WeakMap<readonly Item[], boolean>();

function holdsImages(items: readonly Item[]): boolean {
  const known = holding.get(items);
  if (known !== undefined) return known;
  const found = items.some((item) => item.kind === 'image' || (item.kind === 'group' && holdsImages(item.items)));
  holding.set(items, found);
  return found;
}

/** What the pictures in a drawing are: another picture makes another drawing. */
const imageKeys = (items: readonly Item[]): string =>
  items
    .map((item) => (item.kind === 'image' ? item.image.key : item.kind === 'group' ? imageKeys(item.items) : ''))
    .filter(Boolean)
    .join('+');

/** A crop is taken where it saves a quarter of the picture. It ends at a sixteenth: libraries whose boxes differ a little share it. */
const WORTH = 0.75;
const STEPS = 16;

function cropOf(image: RasterImage, box: Bounds, visible: Bounds): Cut | null {
  const shown = intersectBounds(box, visible);
  if (isEmpty(shown)) return null;
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const low = (at: number, from: number, size: number): number =>
    Math.max(0, Math.floor(((at - from) / size) * STEPS + 1e-6)) / STEPS;
  const high = (at: number, from: number, size: number): number =>
    Math.min(1, Math.ceil(((at - from) / size) * STEPS - 1e-6) / STEPS);
  const [x0, x1] = [low(shown.minX, box.minX, width), high(shown.maxX, box.minX, width)];
  const [y0, y1] = [low(shown.minY, box.minY, height), high(shown.maxY, box.minY, height)];
  if ((x1 - x0) * (y1 - y0) > WORTH) return null;
  const left = Math.floor(x0 * image.width);
  const top = Math.floor(y0 * image.height);
  const cut = { left, top, width: Math.ceil(x1 * image.width) - left, height: Math.ceil(y1 * image.height) - top };
  return cut.width > 0 && cut.height > 0 ? cut : null;
}

/** Calls `replace` for each picture of a document and puts what it gives in the picture's place. The document itself where nothing changes. */
export function mapImages(
  document: Document,
  replace: (printed: PrintedImage) => Item,
  profile?: Pick<Profile, 'kind' | 'resolution'>,
): Document {
  let changed = false;
  const pages = document.pages.map((page) => {
    const wanted = resolutionOf(page, profile);
    const items = walk(page.items, { matrix: IDENTITY, visible: boundsOfRect(page.boxes.media), wanted }, replace);
    if (items === page.items) return page;
    changed = true;
    return { ...page, items };
  });
  return changed ? { ...document, pages } : document;
}

interface Where {
  readonly matrix: Matrix;
  readonly visible: Bounds;
  readonly wanted: typeof FINE;
  /** Of the drawing that it stands in. */
  readonly source?: Span;
}

function walk(items: readonly Item[], where: Where, replace: (printed: PrintedImage) => Item): readonly Item[] {
  let out: Item[] | null = null;
  items.forEach((item, i) => {
    const next = item.kind === 'image' ? replace(measure(item, where)) : inGroup(item, where, replace);
    if (next === item && !out) return;
    out ??= items.slice(0, i);
    out.push(next);
  });
  return out ?? items;
}

function inGroup(item: Item, where: Where, replace: (printed: PrintedImage) => Item): Item {
  if (item.kind !== 'group' || (item.key !== undefined && !holdsImages(item.items))) return item;
  const matrix = item.transform ? multiply(where.matrix, item.transform) : where.matrix;
  const visible = item.clip ? intersectBounds(where.visible, transformBounds(pathBounds(item.clip), matrix)) : where.visible;
  const items = walk(item.items, { ...where, matrix, visible, ...(item.source && { source: item.source }) }, replace);
  if (items === item.items) return item;
  return item.key === undefined ? { ...item, items } : { ...item, items, key: `${item.key}@${imageKeys(items)}` };
}

function measure(item: ImageItem, { matrix, visible, wanted, source }: Where): PrintedImage {
  const { image, box } = item;
  const [a, b, c, d] = matrix;
  const across = box.width * Math.hypot(a, b);
  const down = box.height * Math.hypot(c, d);
  const [x, y] = [(image.width * 72) / across, (image.height * 72) / down];
  const upright = b === 0 && c === 0 && a > 0 && d > 0;
  const crop = upright ? cropOf(image, transformBounds(boundsOfRect(box), matrix), visible) : null;
  const at = item.source ?? source;
  return {
    item,
    side: Math.max(across, down),
    dpi: Math.min(x, y),
    wanted,
    factor: Math.max(wanted.full / x, wanted.full / y),
    crop,
    ...(at && { source: at }),
  };
}

/** The part of a box that a crop of its picture fills. */
export function cutBox(box: Rect, image: RasterImage, cut: Cut): Rect {
  const [sx, sy] = [box.width / image.width, box.height / image.height];
  return { x: box.x + cut.left * sx, y: box.y + cut.top * sy, width: cut.width * sx, height: cut.height * sy };
}

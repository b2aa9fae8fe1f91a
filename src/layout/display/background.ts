import { error } from '../../core/diagnostics.ts';
import type { Pt, Rect, Size } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import { boundsOfRect, intersectBounds, isEmpty, rectOfBounds, rectPath } from '../pictures/paths.ts';
import type { BackgroundLayer, ComputedStyle, LengthOrAuto, Picture, Sides } from '../types.ts';
import { within } from './bounds.ts';
import { drawingGroup } from './drawing.ts';
import { linearFill } from './gradient.ts';
import { insetShape, resolve, type Shape, shapePath } from './rounded.ts';
import { type Clip, clipBy, type Sink } from './sink.ts';
import type { PageState } from './state.ts';

/** More copies of a tile than this are a texture; that belongs into the picture. */
const MAX_TILES = 4000;

/** Where a background is painted, and what its size and position refer to. */
export interface BackgroundArea {
  /** Border box, or the canvas: the colour's. */
  readonly painted: Shape;
  /** The images': what of it opaque borders do not hide. */
  readonly images: Shape;
  /** Padding box, or what of the page stands for it. */
  readonly positioned: (layer: BackgroundLayer) => Rect;
  readonly clip: Clip | null;
  readonly box: { readonly source?: Span };
}

/** Colour first, then the images, the last layer lowest (css-backgrounds-3, 2.1). */
export function paintBackground(state: PageState, sink: Sink, style: ComputedStyle, area: BackgroundArea): void {
  const { rect } = area.painted;
  if (!(rect.width > 0 && rect.height > 0)) return;
  if (style.backgroundColor.a > 0)
    sink.push(
      {
        kind: 'path',
        content: null,
        path: shapePath(area.painted),
        fill: { kind: 'color', color: style.backgroundColor },
        ...(area.box.source && { source: area.box.source }),
      },
      area.clip,
    );
  for (const layer of style.backgrounds.toReversed()) paintLayer(state, sink, style, layer, area);
}

/** Under borders that hide it nothing is painted: an image that repeats would come out again there. */
export function imageShape(shape: Shape, widths: Sides<Pt>, style: ComputedStyle): Shape {
  const { border } = style;
  const opaque = [border.top, border.right, border.bottom, border.left].every((b) => b.style === 'solid' && b.color.a === 1);
  return opaque ? insetShape(shape, widths) : shape;
}

function paintLayer(state: PageState, sink: Sink, style: ComputedStyle, layer: BackgroundLayer, area: BackgroundArea): void {
  const { image } = layer;
  const picture = image.kind === 'url' ? state.pictures.get(image.url, image.source, style) : null;
  if (picture?.body.kind === 'missing') return;
  const positioned = area.positioned(layer);
  const size = tileSize(layer, positioned, picture);
  if (!(size.width > 0 && size.height > 0)) return;
  const origin = {
    x: positioned.x + resolve(layer.position.x, positioned.width - size.width),
    y: positioned.y + resolve(layer.position.y, positioned.height - size.height),
  };
  const { rect } = area.images;
  const xs = starts(origin.x, size.width, rect.x, rect.width, layer.repeat.x);
  const ys = starts(origin.y, size.height, rect.y, rect.height, layer.repeat.y);
  if (xs.length * ys.length > MAX_TILES) {
    const span = image.kind === 'url' ? image.source : area.box.source;
    state.report(
      error('background-too-fine', `A background image is repeated ${xs.length * ys.length} times.`, {
        span,
        hint: 'Make the tile larger.',
      }),
    );
    return;
  }
  const inside = clipBy(area.images, area.clip);
  for (const y of ys) for (const x of xs) paintTile(sink, layer, picture, { x, y, ...size }, area, inside);
}

function paintTile(
  sink: Sink,
  { image }: BackgroundLayer,
  picture: Picture | null,
  tile: Rect,
  area: BackgroundArea,
  inside: Clip,
): void {
  const { images: painted, clip } = area;
  if (image.kind === 'linear-gradient') {
    const fill = linearFill(image, tile);
    if (!fill) return;
    const covers = within(boundsOfRect(painted.rect), boundsOfRect(tile));
    const part = intersectBounds(boundsOfRect(painted.rect), boundsOfRect(tile));
    if (isEmpty(part)) return;
    const path = covers ? shapePath(painted) : rectPath(rectOfBounds(part));
    sink.push({ kind: 'path', content: null, path, fill }, covers || !painted.radii ? clip : inside);
    return;
  }
  if (picture?.body.kind === 'raster') {
    const source = (image.kind === 'url' ? image.source : undefined) ?? area.box.source;
    sink.push({ kind: 'image', content: null, image: picture.body.image, box: tile, ...(source && { source }) }, inside);
  }
  if (picture?.body.kind === 'artwork') {
    const source = (image.kind === 'url' ? image.source : undefined) ?? area.box.source;
    sink.push({ kind: 'artwork', content: null, artwork: picture.body.artwork, box: tile, ...(source && { source }) }, inside);
  }
  if (picture?.body.kind === 'vector') {
    const group = drawingGroup(picture.body.drawing, picture.key, tile, null, image.source);
    if (group) sink.push(group, clipBy({ rect: tile, radii: null }, inside));
  }
}

/** Left or top edges of the tiles that show. */
function starts(origin: Pt, tile: Pt, from: Pt, length: Pt, repeat: boolean): readonly Pt[] {
  if (!repeat) return origin < from + length && origin + tile > from ? [origin] : [];
  // A tile that would show less than a thousandth of itself is one of rounding.
  const edge = tile / 1000;
  const first = origin - Math.ceil((origin - from - edge) / tile) * tile;
  const count = Math.max(1, Math.ceil((from + length - first - edge) / tile));
  return Array.from({ length: Math.min(count, MAX_TILES + 1) }, (_, i) => first + i * tile);
}

/** Size of one tile (css-backgrounds-3, 3.9). Gradients have no size of their own. */
function tileSize({ size }: BackgroundLayer, area: Rect, picture: Picture | null): Size {
  const ratio = picture?.ratio ?? null;
  if (size === 'cover' || size === 'contain') {
    if (ratio === null) return area;
    const wide = area.width / area.height > ratio;
    return wide === (size === 'cover')
      ? { width: area.width, height: area.width / ratio }
      : { width: area.height * ratio, height: area.height };
  }
  const length = (l: LengthOrAuto, base: Pt): Pt | null => (l === 'auto' ? null : Math.max(0, resolve(l, base)));
  const width = size === 'auto' ? null : length(size.width, area.width);
  const height = size === 'auto' ? null : length(size.height, area.height);
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: ratio !== null ? width / ratio : (picture?.height ?? area.height) };
  if (height !== null) return { width: ratio !== null ? height * ratio : (picture?.width ?? area.width), height };
  const own = { width: picture?.width ?? null, height: picture?.height ?? null };
  if (own.width !== null && own.height !== null) return { width: own.width, height: own.height };
  if (ratio === null) return { width: own.width ?? area.width, height: own.height ?? area.height };
  if (own.width !== null) return { width: own.width, height: own.width / ratio };
  if (own.height !== null) return { width: own.height * ratio, height: own.height };
  const width2 = Math.min(area.width, area.height * ratio);
  return { width: width2, height: width2 / ratio };
}

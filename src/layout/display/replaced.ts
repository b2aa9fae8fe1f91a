import type { Item } from '../../core/display.ts';
import type { Rect, Size } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { ContentSlot } from '../../core/structure.ts';
import type { ComputedStyle, Picture, ReplacedBox } from '../types.ts';
import { drawingGroup } from './drawing.ts';
import { borderShape, insetShape, resolve } from './rounded.ts';
import { clipBy, type Sink } from './sink.ts';
import { type PageState, type Place, rectOf } from './state.ts';

/** Where a picture stands in its content box, by object-fit and object-position (css-images-3, 5.5 and 5.6). It may be larger than the box. */
export function fitPicture(picture: Picture, box: Rect, style: ComputedStyle): Rect {
  const size = objectSize(picture, box, style.objectFit);
  return {
    ...size,
    x: box.x + resolve(style.objectPosition.x, box.width - size.width),
    y: box.y + resolve(style.objectPosition.y, box.height - size.height),
  };
}

function objectSize(picture: Picture, box: Rect, fit: ComputedStyle['objectFit']): Size {
  const { ratio } = picture;
  const contain = (): Size => {
    if (ratio === null) return box;
    return box.width / box.height > ratio
      ? { width: box.height * ratio, height: box.height }
      : { width: box.width, height: box.width / ratio };
  };
  // The size the picture has of itself; what it does not say comes from its ratio, else from the box.
  const own = (): Size => {
    const { width, height } = picture;
    if (width !== null && height !== null) return { width, height };
    if (width !== null) return { width, height: ratio === null ? box.height : width / ratio };
    if (height !== null) return { width: ratio === null ? box.width : height * ratio, height };
    return contain();
  };
  switch (fit) {
    case 'fill':
      return box;
    case 'contain':
      return contain();
    case 'none':
      return own();
    case 'scale-down': {
      const [small, natural] = [contain(), own()];
      return natural.width < small.width ? natural : small;
    }
    default: {
      if (ratio === null) return box;
      return box.width / box.height > ratio
        ? { width: box.width, height: box.width / ratio }
        : { width: box.height * ratio, height: box.height };
    }
  }
}

/** The picture of a replaced element, clipped to its content box (css-overflow-3, 3.1: `overflow: visible` is for inline `<svg>` alone). */
export function paintReplaced(place: Place, box: ReplacedBox, sink: Sink, state: Pick<PageState, 'index' | 'marks'>): void {
  const { fragment, clip, repeated } = place;
  const { style, picture, element, source } = box;
  if (picture.body.kind === 'missing' || style.visibility === 'hidden') return;
  const { padding, border } = fragment;
  const inner = insetShape(borderShape(rectOf(place), style), {
    top: padding.top + border.top,
    right: padding.right + border.right,
    bottom: padding.bottom + border.bottom,
    left: padding.left + border.left,
  });
  if (!(inner.rect.width > 0 && inner.rect.height > 0)) return;
  const rect = fitPicture(picture, inner.rect, style);
  const content = repeated ? null : box.content;
  const item = pictureItem(picture, rect, content, source);
  if (!item) return;
  if (box.mark) {
    const { min, mono, reverse } = box.mark;
    // A version of another shape is set as large as fits.
    const other = (version: Picture) => () =>
      pictureItem(version, fitPicture(version, inner.rect, { ...style, objectFit: 'contain' }), content, source);
    const versions = { ...(mono && { mono: other(mono) }), ...(reverse && { reverse: other(reverse) }) };
    const name = element?.attributes.get('alt')?.value.trim() ?? '';
    state.marks.push({ page: state.index, item, name, height: rect.height, min, versions, ...(source && { source }) });
  }
  const open = element?.tag === 'svg' && style.overflow === 'visible';
  const framed = clipBy(inner, clip);
  sink.push(
    item,
    item.kind === 'image' || item.kind === 'artwork' ? framed : open ? clip : clipBy({ rect, radii: null }, framed),
  );
}

function pictureItem({ body, key }: Picture, rect: Rect, content: ContentSlot | null, source: Span | undefined): Item | null {
  if (body.kind === 'missing') return null;
  if (body.kind === 'raster') return { kind: 'image', content, image: body.image, box: rect, ...(source && { source }) };
  if (body.kind === 'artwork') return { kind: 'artwork', content, artwork: body.artwork, box: rect, ...(source && { source }) };
  return drawingGroup(body.drawing, key, rect, content, source);
}

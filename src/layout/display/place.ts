import type { Pt } from '../../core/geometry.ts';
import { type Bounds, boundsOfRect, intersectBounds, transformBounds } from '../pictures/paths.ts';
import type { Fragment } from '../types.ts';
import { borderShape, insetShape, type Shape } from './rounded.ts';
import { type Clip, clipBy } from './sink.ts';
import { type Decoration, type Place, rectOf, UNDECORATED } from './state.ts';
import { extendDecoration } from './text.ts';

/** Border box of a fragment; corners at a page break are square. */
export function shapeOf(place: Place): Shape {
  const { fragment } = place;
  const cut = { top: fragment.continued, bottom: fragment.continues };
  return borderShape(rectOf(place), fragment.box.style, cut);
}

/** The root's overflow, and the body's, is that of the page, which clips anyway (CSS 2.1, 11.1.1). */
function clips({ box }: Fragment): boolean {
  if (box.kind !== 'block' || box.style.overflow !== 'hidden') return false;
  return box.element?.tag !== 'html' && box.element?.tag !== 'body';
}

/** What a fragment hands on to the ones inside it. Made once for all of them, so that they share one clip. */
export interface Inside {
  readonly clip: Clip | null;
  readonly visible: Bounds | null;
  readonly decoration: Decoration;
}

export function enter(place: Place): Inside {
  const { fragment } = place;
  const { box } = fragment;
  const decoration = box.kind === 'block' ? extendDecoration(place.decoration, box.style) : place.decoration;
  if (!clips(fragment)) return { clip: place.clip, visible: place.visible, decoration };
  const shape = insetShape(shapeOf(place), fragment.border);
  const bounds = boundsOfRect(shape.rect);
  const onPage = place.matrix ? transformBounds(bounds, place.matrix) : bounds;
  return {
    clip: clipBy(shape, place.clip),
    visible: place.visible ? intersectBounds(place.visible, onPage) : onPage,
    decoration,
  };
}

/** A child's place. x and y: relative to the parent's border box. Lines under text do not go on into atomic or positioned boxes. */
export function childPlace(parent: Place, inside: Inside, child: Fragment, x: Pt, y: Pt, atomic = false): Place {
  const { position, display } = child.box.style;
  const apart = atomic || position === 'absolute' || position === 'fixed' || display.startsWith('inline-');
  return {
    fragment: child,
    x: parent.x + x,
    y: parent.y + y,
    clip: inside.clip,
    matrix: parent.matrix,
    visible: inside.visible,
    repeated: parent.repeated || child.repeated === true,
    decoration: apart && child.box.kind !== 'inline-root' ? UNDECORATED : inside.decoration,
  };
}

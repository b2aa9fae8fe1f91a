import type { Item } from '../../core/display.ts';
import {
  addBounds,
  type Bounds,
  boundsOfRect,
  emptyBounds,
  intersectBounds,
  isEmpty,
  pathBounds,
  transformBounds,
} from '../pictures/paths.ts';
import type { Radii, Shape } from './rounded.ts';

const outset = (b: Bounds, by: number): Bounds => ({
  minX: b.minX - by,
  minY: b.minY - by,
  maxX: b.maxX + by,
  maxY: b.maxY + by,
});

/** Where an item may leave ink. Of text, the font's ascent and descent: a swash may go beyond. */
export function itemBounds(item: Item): Bounds {
  switch (item.kind) {
    case 'path': {
      const box = pathBounds(item.path);
      if (!item.stroke) return box;
      const pointed = (item.stroke.join ?? 'miter') === 'miter' && item.path.segments.length > 2;
      return outset(box, (item.stroke.width / 2) * (pointed ? Math.SQRT2 : 1));
    }
    case 'image':
    case 'artwork':
    case 'link':
      return boundsOfRect(item.box);
    case 'glyphs': {
      const { run, from, to, size, x, y } = item;
      let width = 0;
      for (let i = from; i < to; i++) width += run.advances[i] ?? 0;
      const scale = size / run.face.unitsPerEm;
      const extra = (to - from) * (Math.abs(item.letterSpacing) + Math.abs(item.wordSpacing));
      return { minX: x, minY: y - run.face.ascent * scale, maxX: x + width * scale + extra, maxY: y + run.face.descent * scale };
    }
    default: {
      let box = item.key === undefined ? itemsBounds(item.items) : sharedBounds(item.items);
      if (item.clip) box = intersectBounds(box, pathBounds(item.clip));
      return item.transform ? transformBounds(box, item.transform) : box;
    }
  }
}

/** Of drawings, whose items are shared by many places and documents. */
const measured = new WeakMap<readonly Item[], Bounds>();

function sharedBounds(items: readonly Item[]): Bounds {
  const known = measured.get(items);
  if (known) return known;
  const bounds = itemsBounds(items);
  measured.set(items, bounds);
  return bounds;
}

export function itemsBounds(items: readonly Item[]): Bounds {
  const out = emptyBounds();
  for (const item of items) addBounds(out, itemBounds(item));
  return out;
}

/** A hundredth of a point shows nowhere. */
const SLACK = 0.01;

export const within = (inner: Bounds, outer: Bounds): boolean =>
  isEmpty(inner) ||
  (inner.minX >= outer.minX - SLACK &&
    inner.minY >= outer.minY - SLACK &&
    inner.maxX <= outer.maxX + SLACK &&
    inner.maxY <= outer.maxY + SLACK);

const widest = (r: Radii, axis: 'x' | 'y'): number =>
  Math.max(r.topLeft[axis], r.topRight[axis], r.bottomRight[axis], r.bottomLeft[axis]);

/** Whether a box lies in a shape wholly. Round corners are kept clear of: a box that comes near one counts as outside. */
export function fits(inner: Bounds, shape: Shape): boolean {
  const outer = boundsOfRect(shape.rect);
  if (!within(inner, outer)) return false;
  if (!shape.radii || isEmpty(inner)) return true;
  const dx = widest(shape.radii, 'x');
  const dy = widest(shape.radii, 'y');
  return (
    (inner.minX >= outer.minX + dx && inner.maxX <= outer.maxX - dx) ||
    (inner.minY >= outer.minY + dy && inner.maxY <= outer.maxY - dy)
  );
}

import type { ArtworkItem, GlyphRun, Group, ImageItem, Item, Page, PathData, PathItem } from '../../core/display.ts';
import { IDENTITY, type Matrix, multiply } from '../../core/geometry.ts';
import { itemBounds } from '../display/bounds.ts';
import {
  type Bounds,
  emptyBounds,
  intersectBounds,
  invert,
  isEmpty,
  pathBounds,
  scaleOf,
  transformBounds,
} from '../pictures/paths.ts';
import { isQrKey } from '../pictures/qr.ts';
import { isRect } from './flat.ts';
import { runBox } from './ink.ts';

/** A clip that is no upright rectangle: asked point by point. */
export interface Cut {
  readonly path: PathData;
  readonly inverse: Matrix | null;
}

/** Something painted, which may lie behind a text. */
export interface Layer {
  readonly kind: 'path' | 'image' | 'drawing';
  readonly item: PathItem | ImageItem | ArtworkItem | Group;
  /** What of the page it may cover, clips taken off. */
  readonly bounds: Bounds;
  /** Page coordinates → the item's. */
  readonly inverse: Matrix | null;
  /** Lengths of the item → pt of the page. */
  readonly scale: number;
  readonly cuts: readonly Cut[];
}

/** A group faded as one: its layers are put together first. */
export interface FadedLayer {
  readonly kind: 'faded';
  readonly opacity: number;
  readonly scene: Layers;
  readonly bounds: Bounds;
}

export type Layers = (Layer | FadedLayer)[];

/** A text as it is painted: its place in the order of painting is between layers. */
export interface PaintedText {
  readonly glyphs: GlyphRun;
  /** Coordinates of the run → the page's; null: the same. */
  readonly matrix: Matrix | null;
  readonly scale: number;
  /** Where it may leave ink, in page coordinates: the font's ascent and descent. */
  readonly bounds: Bounds;
  /** From the capitals' height to the baseline: what lies behind this lies behind the text. */
  readonly band: Bounds;
  /** Of the run, before its matrix. */
  readonly width: number;
  readonly cuts: readonly Cut[];
  /** From the page inwards: the faded groups that it stands in, each with how many layers were painted before it there. */
  readonly before: readonly { readonly layers: Layers; readonly count: number; readonly opacity: number }[];
}

export interface PaintedCode {
  readonly group: Group;
  readonly layers: Layers;
  /** Its own place in `layers`. */
  readonly at: number;
  /** Module coordinates → the page's. */
  readonly matrix: Matrix;
}

/** One page, read once: what is painted, in order, and the texts and codes in it. */
export interface Scene {
  readonly layers: Layers;
  readonly texts: readonly PaintedText[];
  readonly codes: readonly PaintedCode[];
}

interface Where {
  readonly layers: Layers;
  readonly matrix: Matrix | null;
  readonly visible: Bounds | null;
  readonly cuts: readonly Cut[];
  readonly outer: PaintedText['before'];
  readonly opacity: number;
}

const isUpright = (m: Matrix | null): boolean => m === null || (m[1] === 0 && m[2] === 0);

export function readScene(page: Page): Scene {
  const layers: Layers = [];
  const texts: PaintedText[] = [];
  const codes: PaintedCode[] = [];

  const layer = (kind: Layer['kind'], item: Layer['item'], where: Where): void => {
    let bounds = itemBounds(item);
    if (where.matrix) bounds = transformBounds(bounds, where.matrix);
    if (where.visible) bounds = intersectBounds(bounds, where.visible);
    if (isEmpty(bounds)) return;
    const inverse = where.matrix ? invert(where.matrix) : null;
    if (where.matrix && !inverse) return;
    if (kind === 'drawing' && item.kind === 'group' && item.key !== undefined && isQrKey(item.key)) {
      const matrix = multiply(where.matrix ?? IDENTITY, item.transform ?? IDENTITY);
      codes.push({ group: item, layers: where.layers, at: where.layers.length, matrix });
    }
    const scale = where.matrix ? scaleOf(where.matrix) : 1;
    where.layers.push({ kind, item, bounds, inverse, scale, cuts: where.cuts });
  };

  const enter = (group: Group, where: Where): void => {
    const matrix = group.transform ? (where.matrix ? multiply(where.matrix, group.transform) : group.transform) : where.matrix;
    let { visible, cuts } = where;
    if (group.clip) {
      let bounds = pathBounds(group.clip);
      if (matrix) bounds = transformBounds(bounds, matrix);
      visible = visible ? intersectBounds(visible, bounds) : bounds;
      if (!isRect(group.clip) || !isUpright(matrix)) cuts = [...cuts, { path: group.clip, inverse: matrix && invert(matrix) }];
    }
    const inner = { ...where, matrix, visible, cuts };
    if (group.opacity === undefined || group.opacity === 1) {
      walk(group.items, inner);
      return;
    }
    const own: Layers = [];
    const outer = [...where.outer, { layers: where.layers, count: where.layers.length, opacity: where.opacity }];
    walk(group.items, { ...inner, layers: own, outer, opacity: group.opacity });
    const bounds = emptyBounds();
    for (const one of own) {
      bounds.minX = Math.min(bounds.minX, one.bounds.minX);
      bounds.minY = Math.min(bounds.minY, one.bounds.minY);
      bounds.maxX = Math.max(bounds.maxX, one.bounds.maxX);
      bounds.maxY = Math.max(bounds.maxY, one.bounds.maxY);
    }
    if (own.length > 0) where.layers.push({ kind: 'faded', opacity: group.opacity, scene: own, bounds });
  };

  const walk = (items: readonly Item[], where: Where): void => {
    for (const item of items) {
      switch (item.kind) {
        case 'path':
        case 'image':
          layer(item.kind, item, where);
          break;
        case 'artwork':
          layer('image', item, where);
          break;
        case 'glyphs': {
          const box = runBox(item);
          const { matrix, cuts, outer, opacity } = where;
          const { capHeight, unitsPerEm } = item.run.face;
          const band = { ...box, minY: item.y - (capHeight / unitsPerEm) * item.size, maxY: item.y };
          texts.push({
            glyphs: item,
            matrix,
            scale: matrix ? scaleOf(matrix) : 1,
            bounds: matrix ? transformBounds(box, matrix) : box,
            band: matrix ? transformBounds(band, matrix) : band,
            width: box.maxX - box.minX,
            cuts,
            before: [...outer, { layers: where.layers, count: where.layers.length, opacity }],
          });
          break;
        }
        case 'group':
          if (item.key === undefined) enter(item, where);
          else layer('drawing', item, where);
          break;
        default:
      }
    }
  };

  walk(page.items, { layers, matrix: null, visible: null, cuts: [], outer: [], opacity: 1 });
  return { layers, texts, codes };
}

import { IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { addBounds, addPoint, type Bounds, emptyBounds, invert, isEmpty, pathBounds, transformPath } from '../paths.ts';

/**
 * The box of shapes in the user space that `ctm` maps to theirs, strokes and clips left out (SVG 2, 8.10): what `objectBoundingBox` means.
 */
export function boxOf(shapes: readonly VectorShape[], ctm: Matrix): Bounds {
  const back = invert(ctm);
  const out = emptyBounds();
  if (back) grow(out, shapes, back);
  return out;
}

function grow(out: Bounds, shapes: readonly VectorShape[], map: Matrix): void {
  for (const shape of shapes) {
    if (shape.kind === 'path') addBounds(out, pathBounds(transformPath(shape.path, map)));
    else if (shape.kind === 'group') grow(out, shape.shapes, shape.transform ? multiply(map, shape.transform) : map);
    else {
      const { x, y, width, height } = shape;
      for (const px of [x, x + width])
        for (const py of [y, y + height]) addPoint(out, map[0] * px + map[2] * py + map[4], map[1] * px + map[3] * py + map[5]);
    }
  }
}

/** Maps the unit square to a box. null: the box has no area, and so no coordinates. */
export function boxMatrix(box: Bounds): Matrix | null {
  if (isEmpty(box)) return null;
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  return width > 0 && height > 0 ? multiply(IDENTITY, [width, 0, 0, height, box.minX, box.minY]) : null;
}

import type { Fill } from '../../../core/color.ts';
import { IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { mapLinear } from '../linear.ts';
import {
  addBounds,
  type Bounds,
  boundsOfRect,
  emptyBounds,
  intersectBounds,
  isSimilarity,
  pathBounds,
  scaleOf,
  transformBounds,
  transformPath,
} from '../paths.ts';
import { withAlpha } from './color.ts';

/** How many shapes a list comes to, groups opened. */
export const weigh = (shapes: readonly VectorShape[]): number =>
  shapes.reduce((sum, s) => sum + (s.kind === 'group' ? weigh(s.shapes) : 1), 0);

function fadeFill(fill: Fill, opacity: number): Fill {
  if (fill.kind === 'color') return { kind: 'color', color: withAlpha(fill.color, opacity) };
  return { ...fill, stops: fill.stops.map((s) => ({ ...s, color: withAlpha(s.color, opacity) })) };
}

/** Shapes faded as one. A single paint is faded by its alpha, which is the same and needs no group. */
export function fade(shapes: readonly VectorShape[], opacity: number): readonly VectorShape[] {
  if (opacity === 1) return shapes;
  const [only] = shapes;
  if (shapes.length === 1 && only?.kind === 'path' && !(only.fill && only.stroke)) {
    const { fill, stroke } = only;
    return [
      {
        ...only,
        ...(fill && { fill: fadeFill(fill, opacity) }),
        ...(stroke && { stroke: { ...stroke, color: withAlpha(stroke.color, opacity) } }),
      },
    ];
  }
  if (shapes.length === 1 && only?.kind === 'group') return [{ ...only, opacity: (only.opacity ?? 1) * opacity }];
  return [{ kind: 'group', opacity, shapes }];
}

function mapFill(fill: Fill, m: Matrix): Fill | null {
  if (fill.kind === 'color') return fill;
  if (fill.kind === 'radial') return { ...fill, transform: multiply(m, fill.transform ?? IDENTITY) };
  const line = mapLinear(m, fill.x1, fill.y1, fill.x2, fill.y2);
  return line && { ...fill, ...line };
}

/** One path with a map worked into its coordinates. null: that cannot be done, for its stroke's or its gradient's sake. */
export function bake(shape: VectorShape, m: Matrix): VectorShape | null {
  if (shape.kind !== 'path') return null;
  const { path, fill, stroke } = shape;
  if (stroke && !isSimilarity(m)) return null;
  const mapped = fill && mapFill(fill, m);
  if (mapped === null) return null;
  const scale = scaleOf(m);
  return {
    kind: 'path',
    path: transformPath(path, m),
    ...(mapped && { fill: mapped }),
    ...(stroke && {
      stroke: {
        ...stroke,
        width: stroke.width * scale,
        ...(stroke.dash && { dash: stroke.dash.map((d) => d * scale) }),
        ...(stroke.dashOffset !== undefined && { dashOffset: stroke.dashOffset * scale }),
      },
    }),
  };
}

/** Box of what is drawn, strokes included; a little generous where strokes have corners. */
export function boundsOfShapes(shapes: readonly VectorShape[]): Bounds {
  const out = emptyBounds();
  for (const shape of shapes) {
    if (shape.kind === 'image') addBounds(out, boundsOfRect(shape));
    else if (shape.kind === 'path') {
      const box = pathBounds(shape.path);
      const half = shape.stroke ? (shape.stroke.width / 2) * (shape.stroke.join ? 1 : (shape.stroke.miterLimit ?? 10)) : 0;
      addBounds(out, { minX: box.minX - half, minY: box.minY - half, maxX: box.maxX + half, maxY: box.maxY + half });
    } else {
      let box = boundsOfShapes(shape.shapes);
      if (shape.clip) box = intersectBounds(box, pathBounds(shape.clip));
      addBounds(out, shape.transform ? transformBounds(box, shape.transform) : box);
    }
  }
  return out;
}

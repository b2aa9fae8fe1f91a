import type { Fill } from '../../../core/color.ts';
import type { PathData, Stroke } from '../../../core/display.ts';
import { IDENTITY } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import {
  type Bounds,
  growBounds,
  isEmpty,
  isSimilarity,
  pathBounds,
  rectOfBounds,
  rectPath,
  scaleOf,
  transformBounds,
  transformPath,
} from '../paths.ts';
import type { DrawContext } from './context.ts';
import { count, type SvgRun } from './environment.ts';
import type { Tiles } from './pattern.ts';
import { resolvePaint } from './servers.ts';
import { fade } from './shape-tools.ts';
import type { SvgElement } from './tree.ts';

type Paint = Fill | Tiles | null;

/** Nothing to see: no paint, or one without colour. */
const isVisible = (paint: Paint): paint is Fill | Tiles => paint !== null && !(paint.kind === 'color' && paint.color.a === 0);

/** Fills and strokes an outline of user space. Markers and clips are others' affairs. */
export function paintOutline(
  run: SvgRun,
  el: SvgElement,
  path: PathData,
  context: DrawContext,
  opacity: number,
): readonly VectorShape[] {
  const { style } = context;
  if (path.segments.length === 0 || !style.visible) return [];
  const strokes = style.stroke.kind !== 'none' && style.strokeWidth > 0;
  const fills = style.fill.kind !== 'none' && el.name !== 'line';
  // One paint only: its own alpha says the same as a group's opacity.
  const fold = fills && strokes ? 1 : opacity;
  // A stroke that an uneven map would make thicker one way than the other is drawn inside that map.
  const outside = strokes && !isSimilarity(context.ctm);
  const here: DrawContext = outside ? { ...context, ctm: IDENTITY } : context;
  const { ctm } = here;
  const box = pathBounds(path);
  const inked = transformBounds(growBounds(box, 0), ctm);
  const reach = (style.strokeWidth / 2) * (style.join === 'miter' ? Math.max(Math.SQRT2, style.miterLimit) : Math.SQRT2);
  const stroked = strokes ? transformBounds(growBounds(box, reach), ctm) : inked;
  const fill = fills ? resolvePaint(run, style.fill, style, style.fillOpacity * fold, path, inked, here) : null;
  const line = strokes ? resolvePaint(run, style.stroke, style, style.strokeOpacity * fold, path, stroked, here) : null;
  if (!isVisible(fill) && !isVisible(line)) return [];
  if (!count(run, 1, el.source)) return [];
  const scale = scaleOf(ctm);
  const placed = transformPath(style.evenOdd ? { ...path, evenOdd: true } : path, ctm);
  const pen = {
    width: style.strokeWidth * scale,
    ...(style.dash.length > 0 && { dash: style.dash.map((d) => d * scale), dashOffset: style.dashOffset * scale }),
    ...(style.cap !== 'butt' && { cap: style.cap }),
    ...(style.join !== 'miter' && { join: style.join }),
    miterLimit: style.miterLimit,
  };
  const plainFill = isVisible(fill) && fill.kind !== 'tiles' ? fill : null;
  const plainLine = isVisible(line) && line.kind === 'color' ? line.color : null;
  const together = !style.strokeFirst && (plainFill || !isVisible(fill)) && (plainLine || !isVisible(line));
  let shapes: readonly VectorShape[];
  if (together) {
    const stroke = plainLine && { color: plainLine, ...pen };
    shapes = [{ kind: 'path', path: placed, ...(plainFill && { fill: plainFill }), ...(stroke && { stroke }) }];
  } else {
    const below = isVisible(fill) ? [filled(placed, fill)] : [];
    const above = isVisible(line) ? [lined(placed, line, pen, stroked)] : [];
    shapes = style.strokeFirst ? [...above, ...below] : [...below, ...above];
  }
  if (outside) shapes = [{ kind: 'group', transform: context.ctm, shapes }];
  return fold === 1 && opacity < 1 ? fade(shapes, opacity) : shapes;
}

function filled(path: PathData, paint: Fill | Tiles): VectorShape {
  if (paint.kind === 'tiles') return { kind: 'group', clip: path, shapes: paint.shapes };
  return { kind: 'path', path, fill: paint };
}

/** A stroke of anything but one colour: that, seen through the stroke. */
function lined(path: PathData, paint: Fill | Tiles, pen: Omit<Stroke, 'color'>, area: Bounds): VectorShape {
  if (paint.kind === 'color') return { kind: 'path', path, stroke: { color: paint.color, ...pen } };
  const mask = {
    by: 'alpha',
    shapes: [
      {
        kind: 'path',
        path: path.evenOdd ? { segments: path.segments } : path,
        stroke: { color: { space: 'srgb', r: 1, g: 1, b: 1, a: 1 }, ...pen },
      },
    ],
  } as const;
  if (paint.kind === 'tiles') return { kind: 'group', mask, shapes: paint.shapes };
  const shapes: readonly VectorShape[] = isEmpty(area) ? [] : [{ kind: 'path', path: rectPath(rectOfBounds(area)), fill: paint }];
  return { kind: 'group', mask, shapes };
}

import type { PathData, PathSegment } from '../../../core/display.ts';
import { IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';
import { reversePath, signedArea, transformPath } from '../paths.ts';
import type { DrawContext } from './draw.ts';
import { invalid, type SvgRun, unsupported } from './environment.ts';
import { lengthOf, outlineOf, SHAPES } from './shapes.ts';
import { INITIAL, type SvgStyle, styleOf } from './style.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';

/**
 * The outline of a `clipPath` in the coordinates of the shapes that it clips: the union of what is in it. null: it cannot be used, which is
 * reported; no segments: it hides all.
 */
export function clipOf(run: SvgRun, id: string, at: SvgAttribute, context: DrawContext): PathData | null {
  const el = run.ids.get(id);
  if (el?.name !== 'clippath') {
    invalid(run, `There is no clipPath #${id} in this drawing.`, at.source);
    return null;
  }
  if (el.attributes.get('clippathunits')?.value === 'objectBoundingBox') {
    unsupported(run, 'clipPathUnits="objectBoundingBox" is not supported.', el.source, 'Use the units of the drawing.');
    return null;
  }
  const { style, own } = styleOf(run, el, INITIAL, context.view);
  if (own.clip) unsupported(run, 'A clipPath that is itself clipped is not supported.', own.clip.at.source);
  const paths = el.children.flatMap((child) => outlines(run, child, style, multiply(context.ctm, own.transform), context, 0));
  const [first] = paths;
  if (!first) return { segments: [] };
  if (paths.length === 1) return first;
  if (paths.some((p) => p.evenOdd)) {
    unsupported(
      run,
      'clip-rule: evenodd on one of several shapes is not supported.',
      el.source,
      'Join the shapes into one path.',
    );
    return null;
  }
  // Joined as one path with the nonzero rule, all the same way round, so that overlaps add up and do not cancel.
  const segments: PathSegment[] = [];
  for (const path of paths) segments.push(...(signedArea(path) < 0 ? reversePath(path) : path).segments);
  return { segments };
}

function outlines(
  run: SvgRun,
  el: SvgElement,
  parent: SvgStyle,
  ctm: Matrix,
  context: DrawContext,
  uses: number,
): readonly PathData[] {
  if (el.name === 'title' || el.name === 'desc') return [];
  const { style, own } = styleOf(run, el, parent, context.view);
  if (own.clip) unsupported(run, 'Clipping inside a clipPath is not supported.', own.clip.at.source);
  if (!own.displayed || !style.visible) return [];
  const map = own.transform === IDENTITY ? ctm : multiply(ctm, own.transform);
  if (SHAPES.has(el.name)) {
    const path = outlineOf(run, el, context.view);
    if (path.segments.length === 0) return [];
    return [transformPath(style.clipEvenOdd ? { ...path, evenOdd: true } : path, map)];
  }
  const target = el.name === 'use' ? run.ids.get(el.attributes.get('href')?.value.replace(/^#/, '') ?? '') : undefined;
  if (target && uses < 8) {
    const x = lengthOf(run, el, 'x', context.view.width, 0);
    const y = lengthOf(run, el, 'y', context.view.height, 0);
    return outlines(run, target, style, multiply(map, [1, 0, 0, 1, x, y]), context, uses + 1);
  }
  unsupported(run, `<${el.name}> is not supported in a clipPath.`, el.source, 'Put shapes into it: path, rect, circle, polygon.');
  return [];
}

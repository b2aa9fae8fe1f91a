import { BLACK } from '../../../core/color.ts';
import type { PathData, PathSegment } from '../../../core/display.ts';
import { IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { rectPath, reversePath, signedArea, transformPath } from '../paths.ts';
import { boxMatrix, boxOf } from './box.ts';
import type { DrawContext } from './context.ts';
import { invalid, type SvgRun, unsupported } from './environment.ts';
import { lengthOf } from './shapes.ts';
import { spelled } from './spelling.ts';
import { INITIAL, type Reference, type SvgStyle, styleOf } from './style.ts';
import type { SvgElement } from './tree.ts';
import { parseRatio } from './units.ts';

/** Refused inside itself; else what `use` gives. */
function entering<T>(
  run: SvgRun,
  ref: Reference,
  name: 'clipPath' | 'mask',
  context: DrawContext,
  use: (el: SvgElement, inner: DrawContext) => T,
): T | null {
  const el = run.ids.get(ref.id);
  if (el?.name !== name.toLowerCase()) {
    invalid(run, `There is no ${name} #${ref.id} in this drawing.`, ref.at.source);
    return null;
  }
  if (context.inside.includes(ref.id) || context.inside.length > 32) {
    invalid(run, `#${ref.id} is used inside itself.`, ref.at.source);
    return null;
  }
  return use(el, { ...context, inside: [...context.inside, ref.id], depth: context.depth + 1 });
}

/** Shapes clipped by a `clipPath` (css-masking-1, 5): by its outline, or seen through it where it is no single outline. */
export function clipped(
  run: SvgRun,
  ref: Reference,
  context: DrawContext,
  shapes: readonly VectorShape[],
): readonly VectorShape[] {
  return (
    entering(run, ref, 'clipPath', context, (el, within) => {
      const { style, own } = styleOf(run, el, INITIAL, within.view);
      let map = within.ctm;
      let { view } = within;
      if (el.attributes.get('clippathunits')?.value === 'objectBoundingBox') {
        const box = boxMatrix(boxOf(shapes, within.ctm));
        if (!box) return [];
        map = multiply(map, box);
        view = { width: 1, height: 1 };
      }
      const inner: DrawContext = { ...within, ctm: multiply(map, own.transform), view, style };
      const parts = el.children.flatMap((child) => partsOf(run, child, style, inner, 0));
      let out: readonly VectorShape[];
      const joined = joinedOf(parts);
      if (joined) out = joined.segments.length === 0 ? [] : [{ kind: 'group', clip: joined, shapes }];
      else out = [{ kind: 'group', mask: { by: 'alpha', shapes: parts }, shapes }];
      return own.clip ? clipped(run, own.clip, { ...within, ctm: map, view }, out) : out;
    }) ?? shapes
  );
}

/** All parts as one outline. null: their rules differ, or some are clipped themselves. */
function joinedOf(parts: readonly VectorShape[]): PathData | null {
  const paths = parts.flatMap((part) => (part.kind === 'path' ? [part.path] : []));
  const [first] = paths;
  if (paths.length < parts.length) return null;
  if (!first) return { segments: [] };
  if (paths.length === 1) return first;
  if (paths.some((p) => p.evenOdd)) return null;
  // Joined as one path with the nonzero rule, all the same way round, so that overlaps add up and do not cancel.
  const segments: PathSegment[] = [];
  for (const path of paths) segments.push(...(signedArea(path) < 0 ? reversePath(path) : path).segments);
  return { segments };
}

const MAY_CLIP = new Set(['title', 'desc', 'metadata', 'defs', 'style']);

function partsOf(run: SvgRun, el: SvgElement, parent: SvgStyle, context: DrawContext, uses: number): readonly VectorShape[] {
  if (MAY_CLIP.has(el.name)) return [];
  const { style, own } = styleOf(run, el, parent, context.view);
  if (!own.displayed || !style.visible) return [];
  const inner: DrawContext = {
    ...context,
    style,
    ctm: own.transform === IDENTITY ? context.ctm : multiply(context.ctm, own.transform),
  };
  const path = run.outlines(run, el, inner);
  if (path) {
    if (path.segments.length === 0) return [];
    const placed = transformPath(style.clipEvenOdd ? { ...path, evenOdd: true } : path, inner.ctm);
    const part: VectorShape = { kind: 'path', path: placed, fill: { kind: 'color', color: BLACK } };
    return own.clip ? clipped(run, own.clip, inner, [part]) : [part];
  }
  const target = el.name === 'use' ? run.ids.get(el.attributes.get('href')?.value.replace(/^#/, '') ?? '') : undefined;
  if (target && uses < 8) {
    const x = lengthOf(run, el, 'x', context.view.width, 0);
    const y = lengthOf(run, el, 'y', context.view.height, 0);
    const parts = partsOf(run, target, style, { ...inner, ctm: multiply(inner.ctm, [1, 0, 0, 1, x, y]) }, uses + 1);
    return own.clip ? clipped(run, own.clip, inner, parts) : parts;
  }
  unsupported(
    run,
    `<${spelled(el.name)}> is not supported in a clipPath.`,
    el.source,
    'Put shapes into it: path, rect, circle, polygon, text.',
  );
  return [];
}

/** Shapes seen through a `<mask>` (css-masking-1, 6). */
export function masked(
  run: SvgRun,
  ref: Reference,
  context: DrawContext,
  shapes: readonly VectorShape[],
): readonly VectorShape[] {
  return (
    entering(run, ref, 'mask', context, (el, within) => {
      const { style, own } = styleOf(run, el, { ...INITIAL, custom: context.style.custom }, within.view);
      const box = boxOf(shapes, within.ctm);
      const boxed = boxMatrix(box);
      const units = el.attributes.get('maskunits')?.value === 'userSpaceOnUse';
      const contentBox = el.attributes.get('maskcontentunits')?.value === 'objectBoundingBox';
      if ((!units || contentBox) && !boxed) return [];
      const map: Matrix = contentBox && boxed ? multiply(within.ctm, boxed) : within.ctm;
      const inner: DrawContext = { ...within, style, ctm: map, ...(contentBox && { view: { width: 1, height: 1 } }) };
      const drawn = run.drawChildren(run, el, inner);
      const { view } = within;
      const side = (name: string, base: number, fallback: number): number => {
        const written = el.attributes.get(name);
        if (units) return lengthOf(run, el, name, base, fallback * base);
        return (written && parseRatio(written.value)) ?? fallback;
      };
      const region = {
        x: side('x', view.width, -0.1),
        y: side('y', view.height, -0.1),
        width: side('width', view.width, 1.2),
        height: side('height', view.height, 1.2),
      };
      const place = units || !boxed ? within.ctm : multiply(within.ctm, boxed);
      const clip = transformPath(rectPath(region), place);
      const mask = { by: own.maskBy, shapes: drawn.length === 0 ? [] : ([{ kind: 'group', clip, shapes: drawn }] as const) };
      if (mask.shapes.length === 0) return [];
      const out: readonly VectorShape[] = [{ kind: 'group', mask, shapes }];
      const clippedMask = own.clip ? clipped(run, own.clip, within, out) : out;
      return own.mask ? masked(run, own.mask, within, clippedMask) : clippedMask;
    }) ?? shapes
  );
}

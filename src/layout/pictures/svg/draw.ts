import type { PathData } from '../../../core/display.ts';
import { IDENTITY, multiply, type Rect } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { boundsOfRect, rectPath, transformPath } from '../paths.ts';
import { clipped, masked } from './clip.ts';
import type { DrawContext } from './context.ts';
import { count, invalid, type SvgRun, unsupported } from './environment.ts';
import { drawImage } from './image.ts';
import { markersOf } from './markers.ts';
import { ATTRIBUTES, isPresentation, neutralAttribute } from './properties.ts';
import { bake, boundsOfShapes, fade, weigh } from './shape-tools.ts';
import { lengthOf, outlineOf, SHAPES } from './shapes.ts';
import { spelled } from './spelling.ts';
import { paintOutline } from './stroke-fill.ts';
import { type OwnStyle, styleOf } from './style.ts';
import { drawText, textOutline } from './text.ts';
import { MAX_DEPTH, type SvgElement } from './tree.ts';
import { parseAspect, parseViewBox, refuseReference, viewMatrix } from './view-box.ts';

/** Drawn where they are referred to, or not at all. */
const DEFINITIONS = new Set(
  'defs symbol clippath lineargradient radialgradient style title desc metadata filter mask pattern marker view'.split(' '),
);

const DRAWN = new Set(['g', 'a', 'svg', 'use', 'switch', 'text', 'image']);

const REFUSED: Readonly<Record<string, string>> = {
  foreignobject: 'Put the HTML beside the drawing.',
  script: 'Drawings run nothing.',
};

export function drawChildren(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  const shapes: VectorShape[] = [];
  for (const child of el.children) shapes.push(...draw(run, child, context));
  return shapes;
}

function checkAttributes(run: SvgRun, el: SvgElement): void {
  const known = ATTRIBUTES[el.name];
  for (const [name, attribute] of el.attributes) {
    if (known?.includes(name) || neutralAttribute(name) || isPresentation(name)) continue;
    const hint = name.startsWith('on') ? 'Drawings run nothing.' : undefined;
    unsupported(
      run,
      `The attribute ${spelled(name)} of <${spelled(el.name)}> is not supported.`,
      attribute.source ?? el.source,
      hint,
      'warning',
    );
  }
}

/** One element with all that is in it. */
export function draw(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  if (DEFINITIONS.has(el.name)) return [];
  const shape = SHAPES.has(el.name);
  if (!shape && !DRAWN.has(el.name)) {
    const animation = el.name.startsWith('animate') || el.name === 'set';
    unsupported(
      run,
      `<${spelled(el.name)}> is not supported in a drawing.`,
      el.source,
      animation ? 'Paper does not move.' : REFUSED[el.name],
    );
    return [];
  }
  if (context.depth > 2 * MAX_DEPTH) {
    invalid(run, 'The drawing is nested too deeply.', el.source);
    return [];
  }
  checkAttributes(run, el);
  const { style, own } = styleOf(run, el, context.style, context.view);
  if (!own.displayed || own.opacity === 0) return [];
  const ctm = own.transform === IDENTITY ? context.ctm : multiply(context.ctm, own.transform);
  const inner: DrawContext = { ...context, style, ctm, depth: context.depth + 1 };
  if (shape) return wrap(run, drawShape(run, el, inner, own.opacity), own, inner, 1);
  if (el.name === 'a')
    unsupported(run, 'A link inside a drawing leads nowhere.', el.source, 'Put the drawing into a link.', 'warning');
  return wrap(run, drawInside(run, el, inner, own), own, inner, own.opacity);
}

function drawInside(run: SvgRun, el: SvgElement, context: DrawContext, own: OwnStyle): readonly VectorShape[] {
  switch (el.name) {
    case 'use':
      return drawUse(run, el, context);
    case 'svg':
      return drawNested(run, el, context, own);
    case 'switch': {
      const chosen = el.children.find((child) => isChosen(run, child));
      return chosen ? draw(run, chosen, context) : [];
    }
    case 'text':
      return drawText(run, el, context);
    case 'image':
      return drawImage(run, el, context);
    default:
      return drawChildren(run, el, context);
  }
}

/** Of a `<switch>`: the first child that asks for nothing that is not so (SVG 2, 5.9). */
function isChosen(run: SvgRun, el: SvgElement): boolean {
  if (!SHAPES.has(el.name) && !DRAWN.has(el.name)) return false;
  if (el.attributes.has('requiredextensions')) return false;
  const languages = el.attributes.get('systemlanguage');
  if (!languages) return true;
  run.reads.add('lang');
  const { lang } = run.host;
  return languages.value
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .some(
      (one) => one === lang.toLowerCase() || lang.toLowerCase().startsWith(`${one}-`) || one.split('-')[0] === lang.toLowerCase(),
    );
}

function wrap(
  run: SvgRun,
  shapes: readonly VectorShape[],
  own: OwnStyle,
  context: DrawContext,
  opacity: number,
): readonly VectorShape[] {
  if (shapes.length === 0) return shapes;
  // Clip and mask refer to the box of what they act on, whatever has faded it.
  const faded = fade(shapes, opacity);
  const seen = own.mask ? masked(run, own.mask, context, faded) : faded;
  if (!own.clip || seen.length === 0) return seen;
  return clipped(run, own.clip, context, seen);
}

/** A shape or a text: its ink, then its markers, faded as one. */
function drawShape(run: SvgRun, el: SvgElement, context: DrawContext, opacity: number): readonly VectorShape[] {
  const path: PathData = outlineOf(run, el, context.view);
  if (path.segments.length === 0) return [];
  const { markerStart, markerMid, markerEnd } = context.style;
  if (!(markerStart || markerMid || markerEnd)) return paintOutline(run, el, path, context, opacity);
  const shapes = [...paintOutline(run, el, path, context, 1), ...markersOf(run, el, path, context)];
  return shapes.length === 0 ? [] : fade(shapes, opacity);
}

function drawUse(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  const href = el.attributes.get('href');
  const id = href?.value.startsWith('#') ? href.value.slice(1) : undefined;
  if (id === undefined) {
    unsupported(
      run,
      `<use> refers to “${href?.value ?? ''}”, which is not inside this drawing.`,
      href?.source ?? el.source,
      'Drawings read nothing but themselves.',
    );
    return [];
  }
  const target = run.ids.get(id);
  if (!target || context.inside.includes(id) || context.inside.length > 32) {
    invalid(run, target ? `#${id} is used inside itself.` : `There is no #${id} in this drawing.`, href?.source ?? el.source);
    return [];
  }
  const { view, style } = context;
  const x = lengthOf(run, el, 'x', view.width, 0);
  const y = lengthOf(run, el, 'y', view.height, 0);
  const sized = target.name === 'symbol' || target.name === 'svg';
  const width = sized ? lengthOf(run, el, 'width', view.width, Number.NaN) : 0;
  const height = sized ? lengthOf(run, el, 'height', view.height, Number.NaN) : 0;

  const styleId = run.styleIds.get(style) ?? run.styleIds.size;
  run.styleIds.set(style, styleId);
  const key = `${id} ${styleId} ${width} ${height} ${view.width} ${view.height}`;
  let repeated = run.repeated.get(key);
  if (repeated) {
    if (!count(run, repeated.weight, el.source)) return [];
  } else {
    const inner: DrawContext = { ...context, ctm: IDENTITY, inside: [...context.inside, id] };
    const shapes = sized ? drawSized(run, target, inner, width, height) : draw(run, target, inner);
    repeated = { shapes, weight: weigh(shapes), key: `use${run.repeated.size}` };
    run.repeated.set(key, repeated);
  }
  const transform = multiply(context.ctm, [1, 0, 0, 1, x, y]);
  const [only] = repeated.shapes;
  if (!only) return [];
  const baked = repeated.shapes.length === 1 ? bake(only, transform) : null;
  return baked ? [baked] : [{ kind: 'group', transform, key: repeated.key, shapes: repeated.shapes }];
}

/** A `<symbol>` or `<svg>` that is used: it takes its size from the `<use>`, else its own, else all there is. */
function drawSized(run: SvgRun, el: SvgElement, context: DrawContext, width: number, height: number): readonly VectorShape[] {
  checkAttributes(run, el);
  const { style, own } = styleOf(run, el, context.style, context.view);
  if (!own.displayed || own.opacity === 0) return [];
  const inner: DrawContext = { ...context, style, ctm: multiply(context.ctm, own.transform), depth: context.depth + 1 };
  return wrap(run, drawNested(run, el, inner, own, width, height), own, inner, own.opacity);
}

function drawNested(
  run: SvgRun,
  el: SvgElement,
  context: DrawContext,
  own: OwnStyle,
  usedWidth = Number.NaN,
  usedHeight = Number.NaN,
): readonly VectorShape[] {
  const { view, ctm } = context;
  const width = Number.isNaN(usedWidth) ? lengthOf(run, el, 'width', view.width, view.width) : usedWidth;
  const height = Number.isNaN(usedHeight) ? lengthOf(run, el, 'height', view.height, view.height) : usedHeight;
  if (!(width > 0 && height > 0)) return [];
  const symbol = el.name === 'symbol';
  const x = symbol ? 0 : lengthOf(run, el, 'x', view.width, 0);
  const y = symbol ? 0 : lengthOf(run, el, 'y', view.height, 0);
  const port: Rect = { x, y, width, height };
  const viewBox = parseViewBox(run, el);
  const map = viewBox ? viewMatrix(viewBox, port, parseAspect(run, el)) : ([1, 0, 0, 1, x, y] as const);
  refuseReference(run, el);
  const shapes = drawChildren(run, el, {
    ...context,
    ctm: multiply(ctm, map),
    view: viewBox ?? port,
  });
  if (own.overflowVisible || shapes.length === 0) return shapes;
  const inside = boundsOfShapes(shapes);
  const straight = ctm[1] === 0 && ctm[2] === 0;
  const clip = transformPath(rectPath(port), ctm);
  if (straight) {
    const box = boundsOfRect({ x: ctm[0] * x + ctm[4], y: ctm[3] * y + ctm[5], width: ctm[0] * width, height: ctm[3] * height });
    const fits = inside.minX >= box.minX && inside.minY >= box.minY && inside.maxX <= box.maxX && inside.maxY <= box.maxY;
    if (fits) return shapes;
  }
  return [{ kind: 'group', clip, shapes }];
}

/** Outlines of what may stand in a clipPath, in user space. null: no such thing. */
export function clipOutline(run: SvgRun, el: SvgElement, context: DrawContext): PathData | null {
  if (SHAPES.has(el.name)) return outlineOf(run, el, context.view);
  return el.name === 'text' ? textOutline(run, el, context) : null;
}

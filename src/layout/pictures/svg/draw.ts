import type { Fill } from '../../../core/color.ts';
import type { PathData } from '../../../core/display.ts';
import { IDENTITY, type Matrix, multiply, type Rect } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { boundsOfRect, isSimilarity, rectPath, scaleOf, transformPath } from '../paths.ts';
import { clipOf } from './clip.ts';
import { count, invalid, type SvgRun, unsupported, type Viewport } from './environment.ts';
import { ATTRIBUTES, isPresentation, neutralAttribute } from './properties.ts';
import { resolvePaint } from './servers.ts';
import { bake, boundsOfShapes, fade, weigh } from './shape-tools.ts';
import { lengthOf, outlineOf, SHAPES } from './shapes.ts';
import { type OwnStyle, type SvgStyle, styleOf } from './style.ts';
import { MAX_DEPTH, type SvgElement } from './tree.ts';
import { parseAspect, parseViewBox, refuseReference, viewMatrix } from './view-box.ts';

export interface DrawContext {
  readonly style: SvgStyle;
  /** User space → the drawing's coordinates, or those of the group that is being filled. Baked into the paths. */
  readonly ctm: Matrix;
  readonly view: Viewport;
  readonly depth: number;
  /** Ids of the `<use>` targets that we are inside of. */
  readonly inside: readonly string[];
}

/** Drawn where they are referred to, or not at all. */
const DEFINITIONS = new Set(
  'defs symbol clippath lineargradient radialgradient style title desc metadata filter mask pattern marker view'.split(' '),
);

const REFUSED: Readonly<Record<string, string>> = {
  text: 'Turn the text into outlines: a drawing has no fonts here.',
  image: 'Put the picture into the HTML with <img>, beside or below the drawing.',
  foreignobject: 'Put the HTML beside the drawing.',
  switch: 'Keep one of the alternatives.',
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
    unsupported(run, `The attribute ${name} of <${el.name}> is not supported.`, attribute.source ?? el.source, hint, 'warning');
  }
}

/** One element with all that is in it. */
export function draw(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  if (DEFINITIONS.has(el.name)) return [];
  const shape = SHAPES.has(el.name);
  if (!shape && !['g', 'a', 'svg', 'use'].includes(el.name)) {
    const animation = el.name.startsWith('animate') || el.name === 'set';
    unsupported(
      run,
      `<${el.name}> is not supported in a drawing.`,
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
  const shapes =
    el.name === 'use'
      ? drawUse(run, el, inner)
      : el.name === 'svg'
        ? drawNested(run, el, inner, own)
        : drawChildren(run, el, inner);
  return wrap(run, shapes, own, inner, own.opacity);
}

function wrap(
  run: SvgRun,
  shapes: readonly VectorShape[],
  own: OwnStyle,
  context: DrawContext,
  opacity: number,
): readonly VectorShape[] {
  if (shapes.length === 0) return shapes;
  const faded = fade(shapes, opacity);
  if (!own.clip) return faded;
  const clip = clipOf(run, own.clip.id, own.clip.at, context);
  if (clip === null) return faded;
  return clip.segments.length === 0 ? [] : [{ kind: 'group', clip, shapes: faded }];
}

/** What a stroke paints with; gradients have no meaning there for paint. */
function strokeColor(run: SvgRun, el: SvgElement, fill: Fill | null) {
  if (fill === null || fill.kind === 'color') return fill?.color;
  unsupported(
    run,
    'A gradient on a stroke is not supported.',
    el.source,
    'Turn the stroke into an outline, or give it one colour.',
  );
  return fill.stops[0]?.color;
}

function drawShape(run: SvgRun, el: SvgElement, context: DrawContext, opacity: number): readonly VectorShape[] {
  const { style, view } = context;
  const path: PathData = outlineOf(run, el, view);
  if (path.segments.length === 0 || !style.visible) return [];
  const strokes = style.stroke.kind !== 'none' && style.strokeWidth > 0;
  const fills = style.fill.kind !== 'none' && el.name !== 'line';
  // One paint only: its own alpha says the same as a group's opacity.
  const fold = fills && strokes ? 1 : opacity;
  // A stroke that an uneven map would make thicker one way than the other is drawn inside that map.
  const outside = strokes && !isSimilarity(context.ctm);
  const ctm = outside ? IDENTITY : context.ctm;
  const fill = fills ? resolvePaint(run, style.fill, style, style.fillOpacity * fold, path, ctm, view) : null;
  const color = strokes
    ? strokeColor(run, el, resolvePaint(run, style.stroke, style, style.strokeOpacity * fold, path, ctm, view))
    : undefined;
  const visibleFill = fill && !(fill.kind === 'color' && fill.color.a === 0) ? fill : null;
  const visibleStroke = color && color.a > 0;
  if (!visibleFill && !visibleStroke) return [];
  if (!count(run, 1, el.source)) return [];
  const scale = scaleOf(ctm);
  const placed = transformPath(style.evenOdd ? { ...path, evenOdd: true } : path, ctm);
  const drawn: VectorShape = {
    kind: 'path',
    path: placed,
    ...(visibleFill && { fill: visibleFill }),
    ...(visibleStroke && {
      stroke: {
        color,
        width: style.strokeWidth * scale,
        ...(style.dash.length > 0 && { dash: style.dash.map((d) => d * scale), dashOffset: style.dashOffset * scale }),
        ...(style.cap !== 'butt' && { cap: style.cap }),
        ...(style.join !== 'miter' && { join: style.join }),
        miterLimit: style.miterLimit,
      },
    }),
  };
  const shapes: readonly VectorShape[] = outside ? [{ kind: 'group', transform: context.ctm, shapes: [drawn] }] : [drawn];
  return fold === 1 && opacity < 1 ? fade(shapes, opacity) : shapes;
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
  refuseReference(run, el);
  const width = Number.isNaN(usedWidth) ? lengthOf(run, el, 'width', view.width, view.width) : usedWidth;
  const height = Number.isNaN(usedHeight) ? lengthOf(run, el, 'height', view.height, view.height) : usedHeight;
  if (!(width > 0 && height > 0)) return [];
  const symbol = el.name === 'symbol';
  const x = symbol ? 0 : lengthOf(run, el, 'x', view.width, 0);
  const y = symbol ? 0 : lengthOf(run, el, 'y', view.height, 0);
  const port: Rect = { x, y, width, height };
  const viewBox = parseViewBox(run, el);
  const map = viewBox ? viewMatrix(viewBox, port, parseAspect(run, el)) : ([1, 0, 0, 1, x, y] as const);
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

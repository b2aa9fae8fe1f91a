import type { PathData, PathSegment } from '../../../core/display.ts';
import { multiply, type Point } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { rectPath, transformPath } from '../paths.ts';
import type { DrawContext } from './context.ts';
import { count, invalid, type SvgRun } from './environment.ts';
import { fade, weigh } from './shape-tools.ts';
import { lengthOf } from './shapes.ts';
import { INITIAL, type Reference, styleOf } from './style.ts';
import type { SvgElement } from './tree.ts';
import { parseAspect, parseViewBox, viewMatrix } from './view-box.ts';

interface Vertex {
  readonly at: Point;
  /** Directions of the line that ends here and of the one that begins, radians; null: none. */
  readonly into: number | null;
  readonly out: number | null;
}

const MARKED = new Set(['path', 'line', 'polyline', 'polygon']);

/** `<marker>`s at the corners of a path (SVG 2, 13.7), in paint order. */
export function markersOf(run: SvgRun, el: SvgElement, path: PathData, context: DrawContext): readonly VectorShape[] {
  const { markerStart, markerMid, markerEnd, visible } = context.style;
  if (!(markerStart || markerMid || markerEnd) || !MARKED.has(el.name) || !visible) return [];
  const vertices = verticesOf(path.segments);
  const shapes: VectorShape[] = [];
  vertices.forEach((vertex, i) => {
    if (i === 0 && markerStart) shapes.push(...placed(run, markerStart, vertex, context, true));
    if (i > 0 && i < vertices.length - 1 && markerMid) shapes.push(...placed(run, markerMid, vertex, context, false));
    if (i > 0 && i === vertices.length - 1 && markerEnd) shapes.push(...placed(run, markerEnd, vertex, context, false));
  });
  return shapes;
}

function verticesOf(segments: readonly PathSegment[]): readonly Vertex[] {
  const found: { at: Point; into: number | null; out: number | null }[] = [];
  let start = 0;
  let at: Point = { x: 0, y: 0 };
  const angle = (from: Point, to: Point): number | null =>
    from.x === to.x && from.y === to.y ? null : Math.atan2(to.y - from.y, to.x - from.x);
  const go = (to: Point, out: number | null, into: number | null) => {
    const last = found.at(-1);
    if (last) last.out = out;
    found.push({ at: to, into, out: null });
    at = to;
  };
  for (const s of segments) {
    if (s[0] === 'M') {
      at = { x: s[1], y: s[2] };
      start = found.length;
      found.push({ at, into: null, out: null });
    } else if (s[0] === 'L') {
      const to = { x: s[1], y: s[2] };
      go(to, angle(at, to), angle(at, to));
    } else if (s[0] === 'C') {
      const [a, b, to] = [
        { x: s[1], y: s[2] },
        { x: s[3], y: s[4] },
        { x: s[5], y: s[6] },
      ];
      go(to, angle(at, a) ?? angle(at, b) ?? angle(at, to), angle(b, to) ?? angle(a, to) ?? angle(at, to));
    } else {
      const first = found[start];
      if (!first) continue;
      const back = angle(at, first.at);
      const out = first.out;
      if (back === null) {
        // The path has come back by itself: its end is its beginning.
        const last = found.at(-1);
        if (last && last !== first) {
          first.into = last.into;
          last.out = out;
        }
      } else {
        go(first.at, back, back);
        first.into = back;
        const last = found.at(-1);
        if (last) last.out = out;
      }
    }
  }
  return found;
}

/** The angle half way between two directions. */
function bisector({ into, out }: Vertex): number {
  if (into === null || out === null) return into ?? out ?? 0;
  return Math.atan2(Math.sin(into) + Math.sin(out), Math.cos(into) + Math.cos(out));
}

function placed(run: SvgRun, ref: Reference, vertex: Vertex, context: DrawContext, start: boolean): readonly VectorShape[] {
  const el = run.ids.get(ref.id);
  if (el?.name !== 'marker') {
    invalid(run, `There is no marker #${ref.id} in this drawing.`, ref.at.source);
    return [];
  }
  if (context.inside.includes(ref.id) || context.inside.length > 32) {
    invalid(run, `#${ref.id} is used inside itself.`, ref.at.source);
    return [];
  }
  const { style, own } = styleOf(run, el, { ...INITIAL, custom: context.style.custom }, context.view);
  const width = lengthOf(run, el, 'markerwidth', context.view.width, 3);
  const height = lengthOf(run, el, 'markerheight', context.view.height, 3);
  if (!own.displayed || !(width > 0 && height > 0)) return [];
  const viewBox = parseViewBox(run, el);
  const port = { x: 0, y: 0, width, height };
  const view = viewBox ?? port;
  const map = viewBox ? viewMatrix(viewBox, port, parseAspect(run, el)) : ([1, 0, 0, 1, 0, 0] as const);
  const refX = edge(run, el, 'refx', view.x, view.width);
  const refY = edge(run, el, 'refy', view.y, view.height);
  const orient = el.attributes.get('orient')?.value.trim() ?? '0';
  const turned = /^auto/.test(orient)
    ? bisector(vertex) + (orient === 'auto-start-reverse' && start ? Math.PI : 0)
    : (Number.parseFloat(orient) || 0) * (/rad$/.test(orient) ? 1 : /turn$/.test(orient) ? 2 * Math.PI : Math.PI / 180);
  const unit = el.attributes.get('markerunits')?.value === 'userSpaceOnUse' ? 1 : context.style.strokeWidth;
  const [cos, sin] = [Math.cos(turned) * unit, Math.sin(turned) * unit];
  const here = multiply(context.ctm, [cos, sin, -sin, cos, vertex.at.x, vertex.at.y]);
  const ax = map[0] * refX + map[4];
  const ay = map[3] * refY + map[5];
  const ctm = multiply(here, [1, 0, 0, 1, -ax, -ay]);
  const shapes = run.drawChildren(run, el, {
    style,
    ctm: multiply(ctm, map),
    view,
    depth: context.depth + 1,
    inside: [...context.inside, ref.id],
  });
  if (shapes.length === 0 || !count(run, weigh(shapes), ref.at.source)) return [];
  const faded = fade(shapes, own.opacity);
  return own.overflowVisible ? faded : [{ kind: 'group', clip: transformPath(rectPath(port), ctm), shapes: faded }];
}

/** refX and refY: a length, or left, center, right, top, bottom. */
function edge(run: SvgRun, el: SvgElement, name: string, from: number, size: number): number {
  const word = el.attributes.get(name)?.value.trim();
  if (word === 'left' || word === 'top') return from;
  if (word === 'center') return from + size / 2;
  if (word === 'right' || word === 'bottom') return from + size;
  return lengthOf(run, el, name, size, 0);
}

import type { PathData, PathSegment } from '../../../core/display.ts';
import { ellipseSegments, KAPPA } from '../paths.ts';
import { invalid, type SvgRun, type Viewport } from './environment.ts';
import { parsePathData } from './path-data.ts';
import { parseNumbers } from './style.ts';
import type { SvgElement } from './tree.ts';
import { parseLength } from './units.ts';

export const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);

/** One length of an element; `fallback` where the attribute is absent, or cannot be read, which is reported. */
export function lengthOf(run: SvgRun, el: SvgElement, name: string, base: number, fallback: number): number {
  const attribute = el.attributes.get(name);
  if (!attribute || attribute.value.trim() === 'auto') return fallback;
  const length = parseLength(attribute.value, base);
  if (length !== null) return length;
  invalid(
    run,
    `“${attribute.value}” is no length that SVG can have here.`,
    attribute.source ?? el.source,
    'Use a number, or px, mm, cm, in, pt or %.',
  );
  return fallback;
}

function rectangle(run: SvgRun, el: SvgElement, view: Viewport): readonly PathSegment[] {
  const x = lengthOf(run, el, 'x', view.width, 0);
  const y = lengthOf(run, el, 'y', view.height, 0);
  const w = lengthOf(run, el, 'width', view.width, 0);
  const h = lengthOf(run, el, 'height', view.height, 0);
  if (!(w > 0 && h > 0)) return [];
  const rx0 = lengthOf(run, el, 'rx', view.width, Number.NaN);
  const ry0 = lengthOf(run, el, 'ry', view.height, Number.NaN);
  const rx = Math.min(w / 2, Number.isNaN(rx0) ? (Number.isNaN(ry0) ? 0 : ry0) : rx0);
  const ry = Math.min(h / 2, Number.isNaN(ry0) ? (Number.isNaN(rx0) ? 0 : rx0) : ry0);
  if (!(rx > 0 && ry > 0)) return [['M', x, y], ['L', x + w, y], ['L', x + w, y + h], ['L', x, y + h], ['Z']];
  const kx = rx * (1 - KAPPA);
  const ky = ry * (1 - KAPPA);
  return [
    ['M', x + rx, y],
    ['L', x + w - rx, y],
    ['C', x + w - kx, y, x + w, y + ky, x + w, y + ry],
    ['L', x + w, y + h - ry],
    ['C', x + w, y + h - ky, x + w - kx, y + h, x + w - rx, y + h],
    ['L', x + rx, y + h],
    ['C', x + kx, y + h, x, y + h - ky, x, y + h - ry],
    ['L', x, y + ry],
    ['C', x, y + ky, x + kx, y, x + rx, y],
    ['Z'],
  ];
}

function polygon(run: SvgRun, el: SvgElement, close: boolean): readonly PathSegment[] {
  const attribute = el.attributes.get('points');
  const numbers = parseNumbers(attribute?.value ?? '');
  if (numbers === null || numbers.length % 2 === 1)
    invalid(run, 'The points cannot be read as pairs of numbers.', attribute?.source ?? el.source);
  if (numbers === null) return [];
  const segments: PathSegment[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) segments.push([i === 0 ? 'M' : 'L', numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return close && segments.length > 0 ? [...segments, ['Z']] : segments;
}

/** The outline of a basic shape or path in its own user space; no segments: it draws nothing. */
export function outlineOf(run: SvgRun, el: SvgElement, view: Viewport): PathData {
  const length = (name: string, base: number, fallback = 0) => lengthOf(run, el, name, base, fallback);
  switch (el.name) {
    case 'path': {
      const d = el.attributes.get('d');
      if (!d) return { segments: [] };
      const { segments, errorAt } = parsePathData(d.value);
      if (errorAt !== undefined) {
        const { source } = d;
        const exact = source && source.end - source.start === d.value.length;
        const span = exact
          ? { ...source, start: source.start + errorAt, end: Math.min(source.end, source.start + errorAt + 1) }
          : (source ?? el.source);
        invalid(
          run,
          `The path data cannot be read from “${d.value.slice(errorAt, errorAt + 12)}” on.`,
          span,
          'Export the drawing anew, as plain SVG.',
        );
      }
      return { segments };
    }
    case 'rect':
      return { segments: rectangle(run, el, view) };
    case 'circle': {
      const r = length('r', Math.sqrt((view.width ** 2 + view.height ** 2) / 2));
      return { segments: r > 0 ? ellipseSegments(length('cx', view.width), length('cy', view.height), r, r) : [] };
    }
    case 'ellipse': {
      const rx0 = length('rx', view.width, Number.NaN);
      const ry0 = length('ry', view.height, Number.NaN);
      const rx = Number.isNaN(rx0) ? ry0 : rx0;
      const ry = Number.isNaN(ry0) ? rx0 : ry0;
      return { segments: rx > 0 && ry > 0 ? ellipseSegments(length('cx', view.width), length('cy', view.height), rx, ry) : [] };
    }
    case 'line':
      return {
        segments: [
          ['M', length('x1', view.width), length('y1', view.height)],
          ['L', length('x2', view.width), length('y2', view.height)],
        ],
      };
    default:
      return { segments: polygon(run, el, el.name === 'polygon') };
  }
}

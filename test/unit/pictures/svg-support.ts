import type { Color } from '../../../src/core/color.ts';
import type { PathSegment } from '../../../src/core/display.ts';
import { NO_HOST, type SvgHost } from '../../../src/layout/pictures/svg/environment.ts';
import { type DrawnSvg, drawSvg } from '../../../src/layout/pictures/svg/index.ts';
import { readSvg } from '../../../src/layout/pictures/svg/read.ts';
import type { VectorShape } from '../../../src/layout/types.ts';

export const rgb = (r: number, g: number, b: number, a = 1): Color => ({ space: 'srgb', r, g, b, a });
export const RED = rgb(1, 0, 0);
export const BLUE = rgb(0, 0, 1);

/** A whole SVG file. */
export function drawFile(text: string, host: SvgHost = NO_HOST): DrawnSvg {
  const { root, diagnostics } = readSvg({ path: 'a.svg', text });
  if (!root) throw new Error(`no root: ${diagnostics.map((d) => d.message).join('; ')}`);
  return drawSvg(root, host, false);
}

/** What stands in an `<svg viewBox="0 0 100 100">`. */
export const drawInside = (inside: string, host?: SvgHost): DrawnSvg =>
  drawFile(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${inside}</svg>`, host);

export const shapesOf = (inside: string): readonly VectorShape[] => drawInside(inside).drawing.shapes;

export function onlyPath(shapes: readonly VectorShape[]): Extract<VectorShape, { kind: 'path' }> {
  const [only] = shapes;
  if (shapes.length !== 1 || only?.kind !== 'path') throw new Error(`not one path: ${JSON.stringify(shapes)}`);
  return only;
}

export function onlyGroup(shapes: readonly VectorShape[]): Extract<VectorShape, { kind: 'group' }> {
  const [only] = shapes;
  if (shapes.length !== 1 || only?.kind !== 'group') throw new Error(`not one group: ${JSON.stringify(shapes)}`);
  return only;
}

/** Segments as one string, numbers to two places: 'M 0 0 L 1 0 Z'. */
export const written = (segments: readonly PathSegment[]): string =>
  segments.map((s) => s.map((v) => (typeof v === 'number' ? String(Math.round(v * 100) / 100 + 0) : v)).join(' ')).join(' ');

/** The words that a diagnostic's span covers. */
export const marked = (drawn: DrawnSvg): readonly string[] =>
  drawn.diagnostics.map((d) => `${d.code}: ${d.span ? d.span.source.text.slice(d.span.start, d.span.end) : '-'}`);

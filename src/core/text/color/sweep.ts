import type { Color, GradientStop } from '../../color.ts';
import type { Item, PathSegment } from '../../display.ts';
import { apply, type Matrix } from '../../geometry.ts';
import type { PaintFill } from './paint.ts';

/** Wedges of a full turn: finer than the eye sees at the size of a letter. */
const WEDGES = 120;
/** Longer than any glyph, font units. */
const FAR = 32768;

/** A gradient around a point, which PDF does not have: as wedges of one colour each, over everything. */
export function sweepFills({ x, y, from, to, stops }: Extract<PaintFill, { kind: 'sweep' }>, matrix: Matrix): readonly Item[] {
  const place = (px: number, py: number): readonly [number, number] => {
    const at = apply(matrix, { x: px, y: py });
    return [at.x, at.y];
  };
  const step = (2 * Math.PI) / WEDGES;
  const span = to - from || 1;
  return Array.from({ length: WEDGES }, (_, i): Item => {
    const angle = i * step;
    const color = colorAt(stops, (angle + step / 2 - from) / span);
    const rim = (at: number): readonly [number, number] => place(x + FAR * Math.cos(at), y + FAR * Math.sin(at));
    // A little into the next wedge, so that no line shows between them.
    const segments: PathSegment[] = [['M', ...place(x, y)], ['L', ...rim(angle)], ['L', ...rim(angle + step * 1.2)], ['Z']];
    return { kind: 'path', content: null, path: { segments }, fill: { kind: 'color', color } };
  });
}

function colorAt(stops: readonly GradientStop[], offset: number): Color {
  const after = stops.findIndex((stop) => stop.offset >= offset);
  const next = stops[after];
  const last = stops[after - 1];
  if (!next) return (stops.at(-1) ?? { color: CLEAR }).color;
  if (!last || next.color.space !== 'srgb' || last.color.space !== 'srgb') return next.color;
  const part = (offset - last.offset) / (next.offset - last.offset || 1);
  const mix = (from: number, to: number): number => from + (to - from) * part;
  const [p, q] = [last.color, next.color];
  return { space: 'srgb', r: mix(p.r, q.r), g: mix(p.g, q.g), b: mix(p.b, q.b), a: mix(p.a, q.a) };
}

const CLEAR: Color = { space: 'srgb', r: 0, g: 0, b: 0, a: 0 };

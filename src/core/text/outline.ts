import type { PathSegment } from '../display.ts';
import { addCallbacks } from './callbacks.ts';
import { fontPointer } from './face.ts';
import type { FontFace } from './types.ts';
import { type HarfBuzz, harfbuzz } from './wasm.ts';

/** What HarfBuzz exports for outlines, beside what shaping needs. */
interface Drawing {
  readonly __indirect_function_table: { grow(by: number): number; set(index: number, value: unknown): void };
  hb_draw_funcs_create(): number;
  hb_draw_funcs_set_move_to_func(funcs: number, func: number, user: number, destroy: number): void;
  hb_draw_funcs_set_line_to_func(funcs: number, func: number, user: number, destroy: number): void;
  hb_draw_funcs_set_quadratic_to_func(funcs: number, func: number, user: number, destroy: number): void;
  hb_draw_funcs_set_cubic_to_func(funcs: number, func: number, user: number, destroy: number): void;
  hb_draw_funcs_set_close_path_func(funcs: number, func: number, user: number, destroy: number): void;
  hb_font_draw_glyph(font: number, glyph: number, funcs: number, data: number): void;
}

/** A pen for one HarfBuzz: its functions call back into `segments`. */
interface Pen {
  readonly funcs: number;
  segments: PathSegment[];
  x: number;
  y: number;
}

const pens = new WeakMap<HarfBuzz, Pen>();
const known = new WeakMap<FontFace, Map<number, readonly PathSegment[]>>();

/** Outline of one glyph, in font units, y downwards from the baseline. Made once a process. */
export function glyphOutline(face: FontFace, glyph: number): readonly PathSegment[] {
  const glyphs = known.get(face) ?? new Map<number, readonly PathSegment[]>();
  known.set(face, glyphs);
  let outline = glyphs.get(glyph);
  if (!outline) {
    const hb = harfbuzz();
    const pen = pens.get(hb) ?? openPen(hb);
    pens.set(hb, pen);
    pen.segments = [];
    (hb as unknown as Drawing).hb_font_draw_glyph(fontPointer(face), glyph, pen.funcs, 0);
    outline = pen.segments;
    glyphs.set(glyph, outline);
  }
  return outline;
}

function openPen(hb: HarfBuzz): Pen {
  const draw = hb as unknown as Drawing;
  const pen: Pen = { funcs: draw.hb_draw_funcs_create(), segments: [], x: 0, y: 0 };
  const to = (x: number, y: number): readonly [number, number] => {
    pen.x = x;
    pen.y = y;
    return [x, -y];
  };
  // Coordinates stand between three pointers and one (hb-draw.h).
  const [move = 0, line = 0, quadratic = 0, cubic = 0, close = 0] = addCallbacks(draw.__indirect_function_table, [
    ['iiiffi', (_a, _b, _c, x = 0, y = 0) => void pen.segments.push(['M', ...to(x, y)])],
    ['iiiffi', (_a, _b, _c, x = 0, y = 0) => void pen.segments.push(['L', ...to(x, y)])],
    [
      'iiiffffi',
      (_a, _b, _c, cx = 0, cy = 0, x = 0, y = 0) => {
        const [ax, ay] = [pen.x + (2 / 3) * (cx - pen.x), pen.y + (2 / 3) * (cy - pen.y)];
        pen.segments.push(['C', ax, -ay, x + (2 / 3) * (cx - x), -(y + (2 / 3) * (cy - y)), ...to(x, y)]);
      },
    ],
    [
      'iiiffffffi',
      (_a, _b, _c, ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0) => void pen.segments.push(['C', ax, -ay, bx, -by, ...to(x, y)]),
    ],
    ['iiii', () => void pen.segments.push(['Z'])],
  ]);
  draw.hb_draw_funcs_set_move_to_func(pen.funcs, move, 0, 0);
  draw.hb_draw_funcs_set_line_to_func(pen.funcs, line, 0, 0);
  draw.hb_draw_funcs_set_quadratic_to_func(pen.funcs, quadratic, 0, 0);
  draw.hb_draw_funcs_set_cubic_to_func(pen.funcs, cubic, 0, 0);
  draw.hb_draw_funcs_set_close_path_func(pen.funcs, close, 0, 0);
  return pen;
}

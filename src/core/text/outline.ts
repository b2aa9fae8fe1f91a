import type { PathSegment } from '../display.ts';
import { wasm } from '../engine-file.ts';
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
  const functions = callable({
    move: (_a: number, _b: number, _c: number, x: number, y: number) => void pen.segments.push(['M', ...to(x, y)]),
    line: (_a: number, _b: number, _c: number, x: number, y: number) => void pen.segments.push(['L', ...to(x, y)]),
    quadratic: (_a: number, _b: number, _c: number, cx: number, cy: number, x: number, y: number) => {
      const [ax, ay] = [pen.x + (2 / 3) * (cx - pen.x), pen.y + (2 / 3) * (cy - pen.y)];
      pen.segments.push(['C', ax, -ay, x + (2 / 3) * (cx - x), -(y + (2 / 3) * (cy - y)), ...to(x, y)]);
    },
    cubic: (_a: number, _b: number, _c: number, ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
      void pen.segments.push(['C', ax, -ay, bx, -by, ...to(x, y)]),
    close: () => void pen.segments.push(['Z']),
  });
  const table = draw.__indirect_function_table;
  const first = table.grow(functions.length);
  functions.forEach((f, i) => {
    table.set(first + i, f);
  });
  draw.hb_draw_funcs_set_move_to_func(pen.funcs, first, 0, 0);
  draw.hb_draw_funcs_set_line_to_func(pen.funcs, first + 1, 0, 0);
  draw.hb_draw_funcs_set_quadratic_to_func(pen.funcs, first + 2, 0, 0);
  draw.hb_draw_funcs_set_cubic_to_func(pen.funcs, first + 3, 0, 0);
  draw.hb_draw_funcs_set_close_path_func(pen.funcs, first + 4, 0, 0);
  return pen;
}

const I32 = 0x7f;
const F32 = 0x7d;

/** How many coordinates each function takes, between three pointers and one (hb-draw.h). */
const COORDINATES = { move: 2, line: 2, quadratic: 4, cubic: 6, close: 0 } as const;
type Name = keyof typeof COORDINATES;

/**
 * A table of WebAssembly takes functions of WebAssembly only: these pass through a module that imports and exports them, and does nothing else
 * (WebAssembly Core 1, 5.5).
 */
function callable(functions: Readonly<Record<Name, (...args: number[]) => void>>): readonly unknown[] {
  const names = Object.keys(COORDINATES) as Name[];
  const text = (s: string): number[] => [s.length, ...Buffer.from(s, 'latin1')];
  const section = (id: number, items: readonly (readonly number[])[]): number[] => {
    const body = [items.length, ...items.flat()];
    return [id, body.length, ...body];
  };
  const types = names.map((name) => {
    const parameters = [I32, I32, I32, ...new Array<number>(COORDINATES[name]).fill(F32), I32];
    return [0x60, parameters.length, ...parameters, 0];
  });
  const bytes = Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(
      2,
      names.map((name, i) => [...text('f'), ...text(name), 0, i]),
    ),
    ...section(
      7,
      names.map((name, i) => [...text(name), 0, i]),
    ),
  ]);
  const { exports } = new wasm.Instance(new wasm.Module(bytes), { f: functions });
  return names.map((name) => (exports as Readonly<Record<string, unknown>>)[name]);
}

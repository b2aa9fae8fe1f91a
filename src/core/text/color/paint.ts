import type { Fill, GradientStop } from '../../color.ts';
import { addCallbacks } from '../callbacks.ts';
import { fontPointer } from '../face.ts';
import type { FontFace } from '../types.ts';
import { type HarfBuzz, harfbuzz, views } from '../wasm.ts';

/** What a colour glyph is painted with, in the order of the font's paint graph (COLR, ISO/IEC 14496-22, 5.7.11). Font units, y upwards. */
export interface PaintSteps {
  push(transform: readonly [number, number, number, number, number, number]): void;
  clipGlyph(glyph: number): void;
  clipBox(xMin: number, yMin: number, xMax: number, yMax: number): void;
  /** Ends what the last `push` or clip began. */
  pop(): void;
  fill(fill: PaintFill): void;
  group(): void;
  /** @param mode hb_paint_composite_mode_t */
  endGroup(mode: number): void;
}

export type PaintFill =
  | Extract<Fill, { kind: 'color' | 'radial' }>
  /** Colours change along p0 → p1, and stay the same along p0 → p2. */
  | {
      readonly kind: 'line';
      readonly points: readonly [number, number, number, number, number, number];
      readonly stops: readonly GradientStop[];
    }
  /** Around a point, counter-clockwise from one angle to another, radians. */
  | {
      readonly kind: 'sweep';
      readonly x: number;
      readonly y: number;
      readonly from: number;
      readonly to: number;
      readonly stops: readonly GradientStop[];
    };

interface Painting {
  readonly __indirect_function_table: { grow(by: number): number; set(index: number, value: unknown): void };
  hb_paint_funcs_create(): number;
  hb_font_paint_glyph(font: number, glyph: number, funcs: number, data: number, palette: number, foreground: number): void;
  hb_color_line_get_color_stops(line: number, start: number, count: number, stops: number): number;
  [setter: `hb_paint_funcs_set_${string}_func`]: (funcs: number, func: number, user: number, destroy: number) => void;
}

interface Brush {
  readonly funcs: number;
  steps: PaintSteps;
}

const brushes = new WeakMap<HarfBuzz, Brush>();

/** Paints one glyph of a colour font. What takes the text's colour is painted with `foreground`, 0xBBGGRRAA. */
export function paintColorGlyph(face: FontFace, glyph: number, foreground: number, steps: PaintSteps): void {
  const hb = harfbuzz();
  const brush = brushes.get(hb) ?? openBrush(hb, steps);
  brushes.set(hb, brush);
  brush.steps = steps;
  (hb as unknown as Painting).hb_font_paint_glyph(fontPointer(face), glyph, brush.funcs, 0, 0, foreground);
}

function openBrush(hb: HarfBuzz, steps: PaintSteps): Brush {
  const painting = hb as unknown as Painting;
  const brush: Brush = { funcs: painting.hb_paint_funcs_create(), steps };
  type Numbers = number[];
  const functions: Readonly<Record<string, readonly [string, (...args: Numbers) => void]>> = {
    push_transform: [
      'iiffffffi',
      (_f, _d, xx = 1, yx = 0, xy = 0, yy = 1, dx = 0, dy = 0) => brush.steps.push([xx, yx, xy, yy, dx, dy]),
    ],
    pop_transform: ['iii', () => brush.steps.pop()],
    push_clip_glyph: ['iiiii', (_f, _d, glyph = 0) => brush.steps.clipGlyph(glyph)],
    push_clip_rectangle: ['iiffffi', (_f, _d, x = 0, y = 0, right = 0, top = 0) => brush.steps.clipBox(x, y, right, top)],
    pop_clip: ['iii', () => brush.steps.pop()],
    color: ['iiiii', (_f, _d, _own, color = 0) => brush.steps.fill({ kind: 'color', color: colorOf(color) })],
    linear_gradient: [
      'iiiffffffi',
      (_f, _d, line = 0, x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0) =>
        brush.steps.fill({ kind: 'line', points: [x0, y0, x1, y1, x2, y2], stops: stopsOf(painting, line) }),
    ],
    radial_gradient: [
      'iiiffffffi',
      (_f, _d, line = 0, fx = 0, fy = 0, fr = 0, cx = 0, cy = 0, r = 0) =>
        brush.steps.fill({ kind: 'radial', fx, fy, fr, cx, cy, r, stops: stopsOf(painting, line) }),
    ],
    sweep_gradient: [
      'iiiffffi',
      (_f, _d, line = 0, x = 0, y = 0, from = 0, to = 0) =>
        brush.steps.fill({ kind: 'sweep', x, y, from, to, stops: stopsOf(painting, line) }),
    ],
    push_group: ['iii', () => brush.steps.group()],
    pop_group: ['iiii', (_f, _d, mode = 3) => brush.steps.endGroup(mode)],
  };
  const names = Object.keys(functions);
  const places = addCallbacks(painting.__indirect_function_table, Object.values(functions));
  names.forEach((name, i) => {
    painting[`hb_paint_funcs_set_${name}_func`]?.(brush.funcs, places[i] ?? 0, 0, 0);
  });
  return brush;
}

/** hb_color_t: blue in the highest byte, alpha in the lowest. */
const colorOf = (value: number): GradientStop['color'] => ({
  space: 'srgb',
  r: ((value >>> 8) & 0xff) / 255,
  g: ((value >>> 16) & 0xff) / 255,
  b: ((value >>> 24) & 0xff) / 255,
  a: (value & 0xff) / 255,
});

/** More stops than any font has. */
const MOST_STOPS = 64;

function stopsOf(painting: Painting, line: number): readonly GradientStop[] {
  const hb = harfbuzz();
  const memory = hb.malloc(4 + MOST_STOPS * 12);
  views().u32[memory >> 2] = MOST_STOPS;
  painting.hb_color_line_get_color_stops(line, 0, memory, memory + 4);
  const { u32, u8 } = views();
  const floats = new Float32Array(u8.buffer);
  const stops = Array.from({ length: u32[memory >> 2] ?? 0 }, (_, i): GradientStop => {
    const at = (memory >> 2) + 1 + i * 3;
    return { offset: floats[at] ?? 0, color: colorOf(u32[at + 2] ?? 0) };
  });
  hb.free(memory);
  return stops.sort((a, b) => a.offset - b.offset);
}

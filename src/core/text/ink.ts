import { fontPointer } from './face.ts';
import type { FontFace } from './types.ts';
import { harfbuzz, views } from './wasm.ts';

/** Box of a glyph's outline about its origin, in font units: left, top (positive upwards), right, bottom. All 0: it leaves no ink. */
export type GlyphBox = readonly [left: number, top: number, right: number, bottom: number];

/** Outlines do not change: each is measured once a process. */
const measured = new WeakMap<FontFace, Map<number, GlyphBox>>();
const BLANK: GlyphBox = [0, 0, 0, 0];
let extents = 0;

/** The ink of one glyph, as HarfBuzz reads it from the outline. */
export function glyphBox(face: FontFace, glyph: number): GlyphBox {
  let known = measured.get(face);
  if (!known) {
    known = new Map();
    measured.set(face, known);
  }
  let box = known.get(glyph);
  if (!box) {
    box = measure(face, glyph);
    known.set(glyph, box);
  }
  return box;
}

function measure(face: FontFace, glyph: number): GlyphBox {
  const hb = harfbuzz();
  if (extents === 0) extents = hb.malloc(16);
  if (!hb.hb_font_get_glyph_extents(fontPointer(face), glyph, extents)) return BLANK;
  const { i32 } = views();
  const at = extents >> 2;
  const [x = 0, y = 0, width = 0, height = 0] = [i32[at], i32[at + 1], i32[at + 2], i32[at + 3]];
  // HarfBuzz's height goes downwards, so it is negative.
  return width === 0 || height === 0 ? BLANK : [x, y, x + width, y + height];
}

import { fontPointer } from './face.ts';
import type { Features, FontFace, ShapedRun } from './types.ts';
import { harfbuzz, views, withAscii } from './wasm.ts';

/** A shaped run that can be measured and cut: what line breaking needs beside the glyphs. */
export interface MeasuredRun extends ShapedRun {
  /** ISO 15924: 'Latn'. */
  readonly script: string;
  /** BCP 47 */
  readonly lang: string;
  /** `pen[i]`: sum of the advances of the clusters that begin before UTF-16 offset i, in logical order, font units. One longer than the text. */
  readonly pen: Int32Array;
  /** `unsafe[i]` is 1 where text cut at offset i would be shaped otherwise (kerning, a ligature, joining): cut there, both sides are shaped anew. */
  readonly unsafe: Uint8Array;
}

/** All of one face, script, language, direction and feature set: the texts that were shaped so. */
export interface ShapingContext {
  readonly face: FontFace;
  readonly script: string;
  readonly lang: string;
  readonly rtl: boolean;
  readonly features: Features;
  readonly runs: Map<string, MeasuredRun>;
  readonly settings: Settings;
}

interface Settings {
  readonly font: number;
  readonly script: number;
  readonly language: number;
  readonly features: number;
  readonly featureCount: number;
}

/** Caches of the process: faces live as long as it does, and what a text is shaped to never changes. */
const contexts = new WeakMap<FontFace, Map<string, ShapingContext>>();
const all = new Set<ShapingContext>();
/** UTF-16 units held in the caches. Past the limit all are emptied: about 25 bytes a unit. */
const LIMIT = 2_000_000;
let held = 0;

export function shapingContext(face: FontFace, script: string, lang: string, rtl: boolean, features: Features): ShapingContext {
  let ofFace = contexts.get(face);
  if (!ofFace) {
    ofFace = new Map();
    contexts.set(face, ofFace);
  }
  const key = `${script} ${lang} ${rtl ? 'r' : 'l'} ${features.join(' ')}`;
  const known = ofFace.get(key);
  if (known) return known;
  const made: ShapingContext = {
    face,
    script,
    lang,
    rtl,
    features,
    runs: new Map(),
    settings: settingsOf(face, script, lang, features),
  };
  ofFace.set(key, made);
  all.add(made);
  return made;
}

/** The run of `text`, from the cache or from HarfBuzz. */
export function shape(context: ShapingContext, text: string): MeasuredRun {
  const known = context.runs.get(text);
  if (known) return known;
  const made = shapeNow(context, text);
  held += text.length;
  if (held > LIMIT) {
    for (const { runs } of all) runs.clear();
    held = text.length;
  }
  context.runs.set(text, made);
  return made;
}

const LTR = 4;
const RTL = 5;
/** HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES: a soft hyphen has no glyph. */
const REMOVE_IGNORABLES = 0x8;
const UNSAFE_TO_BREAK = 1;

let buffer = 0;
let scratch = 0;
let scratchSize = 0;

function shapeNow(context: ShapingContext, text: string): MeasuredRun {
  const hb = harfbuzz();
  const { font, script, language, features, featureCount } = context.settings;
  const { length } = text;
  if (buffer === 0) buffer = hb.hb_buffer_create();
  if (length * 2 > scratchSize) {
    if (scratch) hb.free(scratch);
    scratchSize = Math.max(4096, length * 4);
    scratch = hb.malloc(scratchSize);
  }
  const { u16 } = views();
  const at = scratch >> 1;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    // Control characters have no glyphs; where one comes this far it is white space.
    u16[at + i] = Math.max(unit, 0x20);
  }
  hb.hb_buffer_clear_contents(buffer);
  hb.hb_buffer_set_flags(buffer, REMOVE_IGNORABLES);
  hb.hb_buffer_set_direction(buffer, context.rtl ? RTL : LTR);
  hb.hb_buffer_set_script(buffer, script);
  hb.hb_buffer_set_language(buffer, language);
  hb.hb_buffer_add_utf16(buffer, scratch, length, 0, length);
  hb.hb_shape(font, buffer, features, featureCount);
  return readBuffer(context, text);
}

function readBuffer(context: ShapingContext, text: string): MeasuredRun {
  const hb = harfbuzz();
  const count = hb.hb_buffer_get_length(buffer);
  const infos = hb.hb_buffer_get_glyph_infos(buffer, 0) >> 2;
  const positions = hb.hb_buffer_get_glyph_positions(buffer, 0) >> 2;
  const { u32, i32 } = views();
  const { length } = text;
  const glyphs = new Uint16Array(count);
  const advances = new Int32Array(count);
  const dx = new Int32Array(count);
  const dy = new Int32Array(count);
  const clusters = new Uint32Array(count);
  const pen = new Int32Array(length + 1);
  const unsafe = new Uint8Array(length + 1).fill(1);
  let width = 0;
  for (let i = 0; i < count; i++) {
    const info = infos + i * 5;
    const position = positions + i * 5;
    const cluster = u32[info + 2] ?? 0;
    const advance = i32[position] ?? 0;
    glyphs[i] = u32[info] ?? 0;
    clusters[i] = cluster;
    advances[i] = advance;
    dx[i] = i32[position + 2] ?? 0;
    dy[i] = i32[position + 3] ?? 0;
    width += advance;
    // For now the advance of each cluster, at its end; summed up below.
    pen[cluster + 1] = (pen[cluster + 1] ?? 0) + advance;
    unsafe[cluster] = (u32[info + 1] ?? 0) & UNSAFE_TO_BREAK;
  }
  for (let i = 1; i <= length; i++) pen[i] = (pen[i] ?? 0) + (pen[i - 1] ?? 0);
  unsafe[0] = 0;
  unsafe[length] = 0;
  const { face, script, lang, rtl, features } = context;
  return { face, text, rtl, features, glyphs, advances, dx, dy, clusters, width, script, lang, pen, unsafe };
}

function settingsOf(face: FontFace, script: string, lang: string, features: Features): Settings {
  const hb = harfbuzz();
  const list = features.flatMap((feature) => parseFeature(feature) ?? []);
  const pointer = list.length > 0 ? hb.malloc(list.length * 16) : 0;
  const { u32 } = views();
  list.forEach(({ tag, value }, i) => {
    u32.set([tag, value, 0, 0xffffffff], (pointer >> 2) + i * 4);
  });
  return {
    font: fontPointer(face),
    script: withAscii(script, (text, length) => hb.hb_script_from_string(text, length)),
    language: withAscii(lang, (text, length) => hb.hb_language_from_string(text, length)),
    features: pointer,
    featureCount: list.length,
  };
}

/** 'lnum', '-liga', 'ss01=2'. */
function parseFeature(feature: string): { tag: number; value: number } | null {
  const match = /^([+-]?)([\x20-\x7e]{4})(?:=(\d+))?$/.exec(feature);
  if (!match) return null;
  const [, sign, name = '', value] = match;
  const tag = ((name.charCodeAt(0) << 24) | (name.charCodeAt(1) << 16) | (name.charCodeAt(2) << 8) | name.charCodeAt(3)) >>> 0;
  return { tag, value: value !== undefined ? Number(value) : sign === '-' ? 0 : 1 };
}

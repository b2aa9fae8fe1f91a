import { engineFile, wasm } from '../engine-file.ts';
import type { FontFace } from './types.ts';

/** HarfBuzz's subsetter: a build of its own beside the shaper's (hb-subset.h). Pointers are byte offsets into `memory`. */
interface Subsetter {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_get_empty(): number;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** HB_SUBSET_FLAGS_… of hb-subset.h. */
const NO_HINTING = 0x1;
const RETAIN_GIDS = 0x2;
const NO_LAYOUT_CLOSURE = 0x200;
/** HB_SUBSET_SETS_DROP_TABLE_TAG */
const DROP_TABLES = 3;
/** What a PDF does not read: ISO 32000-1, 9.9 names the tables that it does. */
const UNREAD = [
  'GSUB',
  'GPOS',
  'GDEF',
  'BASE',
  'JSTF',
  'MATH',
  'cmap',
  'name',
  'OS/2',
  'post',
  'STAT',
  'DSIG',
  'gasp',
  'meta',
  'kern',
  'hdmx',
  'VDMX',
  'LTSH',
  'PCLT',
  'vhea',
  'vmtx',
  'VORG',
  'COLR',
  'CPAL',
  'SVG ',
];

let subsetter: Subsetter | undefined;
let loading: Promise<void> | undefined;
/** Font key → HarfBuzz's face over the whole font. Kept as long as the process, like the fonts themselves. */
const sources = new Map<string, number>();

/** Compiles the subsetter, once a process; `subsetFont` needs it done. */
export function loadSubsetter(): Promise<void> {
  loading ??= instantiate().then((made) => {
    subsetter = made;
  });
  return loading;
}

async function instantiate(): Promise<Subsetter> {
  const bytes = await engineFile('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { exports } = await wasm.instantiate(await wasm.compile(bytes), {});
  const made = exports as Subsetter;
  made._initialize();
  return made;
}

/**
 * The font with no outlines but those of the glyphs named (and of what these are composed of). Glyph ids stay what they were, so that text
 * painted with the whole font's ids is right with any subset of it. Only tables that PDF reads; no hinting.
 */
export function subsetFont(face: FontFace, glyphIds: Iterable<number>): Uint8Array {
  const hb = subsetter;
  if (!hb) throw new Error('loadSubsetter() must be awaited before fonts are embedded');
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_HINTING | RETAIN_GIDS | NO_LAYOUT_CLOSURE);
  const glyphs = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphIds) hb.hb_set_add(glyphs, glyph);
  const dropped = hb.hb_subset_input_set(input, DROP_TABLES);
  for (const table of UNREAD) hb.hb_set_add(dropped, tagOf(table));
  return cut(hb, sourceFace(hb, face.key, face.bytes), input, face.name);
}

/**
 * A variable font with its axes pinned (OpenType's "instancing"): a static font with all its glyphs and tables.
 * @param key of the font's bytes
 * @param location axis → where on it; axes that are not named stay at their default
 */
export function instanceFont(key: string, bytes: Uint8Array, location: ReadonlyMap<string, number>, name: string): Uint8Array {
  const hb = subsetter;
  if (!hb) throw new Error('loadSubsetter() must be awaited before variable fonts are opened');
  const face = sourceFace(hb, key, bytes);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  hb.hb_subset_input_pin_all_axes_to_default(input, face);
  for (const [axis, value] of location) hb.hb_subset_input_pin_axis_location(input, face, tagOf(axis), value);
  return cut(hb, face, input, name);
}

function cut(hb: Subsetter, face: number, input: number, name: string): Uint8Array {
  const made = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  if (made === 0) throw new Error(`the font ${name} could not be cut down to a subset`);
  const blob = hb.hb_face_reference_blob(made);
  const length = hb.hb_blob_get_length(blob);
  const data = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(data, data + length);
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(made);
  if (length === 0) throw new Error(`the font ${name} could not be cut down to a subset`);
  return bytes;
}

function sourceFace(hb: Subsetter, key: string, font: Uint8Array): number {
  const known = sources.get(key);
  if (known !== undefined) return known;
  const data = hb.malloc(font.byteLength);
  if (data === 0) throw new Error('no memory left for a font');
  new Uint8Array(hb.memory.buffer).set(font, data);
  const readOnly = 1;
  const blob = hb.hb_blob_create(data, font.byteLength, readOnly, 0, 0);
  const made = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  sources.set(key, made);
  return made;
}

const tagOf = (tag: string): number =>
  ((tag.charCodeAt(0) << 24) | (tag.charCodeAt(1) << 16) | (tag.charCodeAt(2) << 8) | tag.charCodeAt(3)) >>> 0;

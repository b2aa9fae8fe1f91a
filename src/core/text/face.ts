import { createHash } from 'node:crypto';
import { type Diagnostic, error } from '../diagnostics.ts';
import { type FontAxis, type FontFacts, readFont } from './sfnt.ts';
import { instanceFont } from './subset.ts';
import type { FontDeclaration, FontFace } from './types.ts';
import { harfbuzz, views } from './wasm.ts';
import { leanFont, unpackFont } from './woff/index.ts';

/** HarfBuzz's own memory for a face: bytes, cmap as a set and the font that shapes. Made once a process and kept to its end. */
interface OpenFont {
  readonly font: number;
  /** One bit a code point of the basic plane. */
  readonly basic: Uint32Array;
  readonly beyond: ReadonlySet<number>;
}

/** Bytes' hash → HarfBuzz font. Process-wide, as HarfBuzz's memory is. */
const opened = new Map<string, OpenFont>();
/** Declaration's identity → face, so that opening a template set twice gives the same faces, and with them the same shaped runs. */
const faces = new Map<string, FontFace>();
const fontOf = new WeakMap<FontFace, OpenFont>();

/** What each file holds, unpacked and read once. */
const files = new Map<string, { readonly sfnt: Uint8Array; readonly facts: FontFacts } | string>();

function readFile(key: string, bytes: Uint8Array): { readonly sfnt: Uint8Array; readonly facts: FontFacts } | string {
  const known = files.get(key);
  if (known !== undefined) return known;
  const sfnt = leanFont(unpackFont(bytes));
  const facts = typeof sfnt === 'string' ? sfnt : readFont(sfnt);
  const made = typeof sfnt === 'string' ? sfnt : typeof facts === 'string' ? facts : { sfnt, facts };
  files.set(key, made);
  return made;
}

const hashes = new WeakMap<Uint8Array, string>();

function hashOf(bytes: Uint8Array): string {
  let key = hashes.get(bytes);
  if (key === undefined) {
    key = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    hashes.set(bytes, key);
  }
  return key;
}

/** Whether opening it needs the subsetter: a variable font is pinned by it. */
export function isVariable({ bytes }: FontDeclaration): boolean {
  const read = readFile(hashOf(bytes), bytes);
  return typeof read !== 'string' && read.facts.axes.length > 0;
}

/**
 * Opens one declared font, or says what is wrong with its file.
 * @param variations axes of a variable font, beyond weight and style ('wdth=85')
 */
export function openFace(declaration: FontDeclaration, variations: readonly string[] = []): FontFace | Diagnostic {
  const { bytes, family, weight, style, unicodeRange } = declaration;
  const hash = hashOf(bytes);
  const read = readFile(hash, bytes);
  if (typeof read === 'string') return broken(declaration, read);
  const location = locationOf(read.facts.axes, declaration, variations);
  const place = [...location].map(([axis, value]) => `${axis}=${value}`).join(' ');
  const key = place === '' ? hash : hashOf(Buffer.from(`${hash} ${place}`));
  const identity = JSON.stringify([key, family, weight, style, unicodeRange ?? null]);
  const known = faces.get(identity);
  if (known) return known;
  const font = place === '' ? read : readFile(key, instanceFont(hash, read.sfnt, location, read.facts.name));
  if (typeof font === 'string') return broken(declaration, font);
  const { sfnt, facts } = font;
  const open = opened.get(key) ?? openBytes(sfnt, facts.unitsPerEm);
  if (open.basic.every((word) => word === 0) && open.beyond.size === 0)
    return broken(declaration, 'no character leads to a glyph');
  opened.set(key, open);
  const inFont = (codePoint: number): boolean =>
    codePoint < 0x10000 ? ((open.basic[codePoint >> 5] ?? 0) & (1 << (codePoint & 31))) !== 0 : open.beyond.has(codePoint);
  const inRange = (codePoint: number): boolean =>
    unicodeRange?.some(([from, to]) => codePoint >= from && codePoint <= to) ?? true;
  const named = facts.name || `${family.replace(/[^A-Za-z0-9]/g, '') || 'Font'}-${weight}${style === 'italic' ? 'Italic' : ''}`;
  const face: FontFace = {
    ...facts,
    key,
    name: place === '' ? named : `${named}-${place.replace(/[^A-Za-z0-9.-]/g, '_')}`.slice(0, 63),
    family,
    weight,
    style,
    xHeight: facts.xHeight || heightOf(open, 0x78),
    capHeight: facts.capHeight || heightOf(open, 0x48) || facts.ascent,
    bytes: sfnt,
    has: unicodeRange ? (codePoint) => inFont(codePoint) && inRange(codePoint) : inFont,
  };
  faces.set(identity, face);
  fontOf.set(face, open);
  return face;
}

/** Where on its axes a variable font is pinned: CSS Fonts 4, 5.3 says how weight and style become axes. All axes are named. */
function locationOf(
  axes: readonly FontAxis[],
  { weight, style }: FontDeclaration,
  variations: readonly string[],
): ReadonlyMap<string, number> {
  const settings = new Map(variations.map((each) => [each.slice(0, 4), Number(each.slice(5))]));
  const asked = (axis: FontAxis): number => {
    if (axis.tag === 'wght') return weight;
    if (style === 'italic' && axis.tag === 'ital') return 1;
    if (style === 'italic' && axis.tag === 'slnt') return -14;
    return axis.normal;
  };
  return new Map(
    axes.map((axis) => [axis.tag, Math.min(axis.most, Math.max(axis.least, settings.get(axis.tag) ?? asked(axis)))]),
  );
}

/** HarfBuzz's font of a face that `openFace` made. */
export function fontPointer(face: FontFace): number {
  const open = fontOf.get(face);
  if (!open) throw new Error(`the font ${face.name} was not opened by openFonts()`);
  return open.font;
}

/** The glyph of one code point, 0 where the font has none. */
export function glyphOf(face: FontFace, codePoint: number): number {
  return nominalGlyph(fontPointer(face), codePoint);
}

function broken(declaration: FontDeclaration, why: string): Diagnostic {
  return error('font-broken', `The font file “${declaration.file}” cannot be used: ${why}.`, {
    span: declaration.span,
    hint: 'Put a sound font in its place that may be embedded: TrueType (.ttf), OpenType (.otf) or a web font (.woff2, .woff).',
  });
}

function openBytes(bytes: Uint8Array, unitsPerEm: number): OpenFont {
  const hb = harfbuzz();
  const data = hb.malloc(bytes.byteLength);
  views().u8.set(bytes, data);
  const writable = 2;
  const blob = hb.hb_blob_create(data, bytes.byteLength, writable, data, 0);
  const face = hb.hb_face_create(blob, 0);
  const font = hb.hb_font_create(face);
  hb.hb_font_set_scale(font, unitsPerEm, unitsPerEm);
  const set = hb.hb_set_create();
  hb.hb_face_collect_unicodes(face, set);
  const count = hb.hb_set_get_population(set);
  const list = hb.malloc(count * 4 + 4);
  const filled = hb.hb_set_next_many(set, -1, list, count);
  const basic = new Uint32Array(2048);
  const beyond = new Set<number>();
  const codePoints = views().u32.subarray(list >> 2, (list >> 2) + filled);
  for (const codePoint of codePoints) {
    if (codePoint < 0x10000) basic[codePoint >> 5] = (basic[codePoint >> 5] ?? 0) | (1 << (codePoint & 31));
    else beyond.add(codePoint);
  }
  hb.free(list);
  hb.hb_set_destroy(set);
  return { font, basic, beyond };
}

function nominalGlyph(font: number, codePoint: number): number {
  const hb = harfbuzz();
  const out = hb.malloc(4);
  const glyph = hb.hb_font_get_nominal_glyph(font, codePoint, out) ? (views().u32[out >> 2] ?? 0) : 0;
  hb.free(out);
  return glyph;
}

/** Height of a letter's outline over the baseline: what stands in for a height that OS/2 does not give. */
function heightOf(open: OpenFont, codePoint: number): number {
  const glyph = nominalGlyph(open.font, codePoint);
  if (glyph === 0) return 0;
  const hb = harfbuzz();
  const extents = hb.malloc(16);
  const yBearing = hb.hb_font_get_glyph_extents(open.font, glyph, extents) ? (views().i32[(extents >> 2) + 1] ?? 0) : 0;
  hb.free(extents);
  return Math.max(0, yBearing);
}

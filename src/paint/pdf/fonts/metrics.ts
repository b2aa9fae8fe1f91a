import type { FontFace } from '../../../core/text/types.ts';

/** What PDF wants to know of a font (ISO 32000-1, 9.8), in thousandths of an em. */
export interface FontMetrics {
  /** By glyph id. */
  readonly widths: Float64Array;
  readonly bbox: readonly [number, number, number, number];
  readonly flags: number;
  /** Outlines in a CFF table; else TrueType. */
  readonly cff: boolean;
}

/** Process-wide, as the faces are. */
const known = new WeakMap<FontFace, FontMetrics>();

export function metricsOf(face: FontFace): FontMetrics {
  const ready = known.get(face);
  if (ready) return ready;
  const made = read(face);
  known.set(face, made);
  return made;
}

const FIXED_PITCH = 1;
const SERIF = 2;
/** Letters outside the standard Latin set: true of every subset that we make. */
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

function read(face: FontFace): FontMetrics {
  const tables = tablesOf(face.bytes);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font ${face.name} has no table ${tag}`);
    return found;
  };
  const head = table('head');
  const scale = 1000 / head.getUint16(18);
  const hmtx = table('hmtx');
  const count = table('hhea').getUint16(34);
  const widths = new Float64Array(table('maxp').getUint16(4));
  // Glyphs past the last full record have its width (hmtx).
  for (let glyph = 0; glyph < widths.length; glyph++) {
    widths[glyph] = Math.round(hmtx.getUint16(Math.min(glyph, count - 1) * 4) * scale * 1000) / 1000;
  }
  const box = (at: number): number => Math.round(head.getInt16(at) * scale);
  const familyClass = (tables.get('OS/2')?.getInt16(30) ?? 0) >> 8;
  const fixed = (tables.get('post')?.getUint32(12) ?? 0) !== 0;
  let flags = SYMBOLIC;
  if (fixed) flags |= FIXED_PITCH;
  if ((familyClass >= 1 && familyClass <= 5) || familyClass === 7) flags |= SERIF;
  if (familyClass === 10) flags |= SCRIPT;
  if (face.style === 'italic' || face.italicAngle !== 0) flags |= ITALIC;
  return { widths, bbox: [box(36), box(38), box(40), box(42)], flags, cff: tables.has('CFF ') };
}

/** The table directory of an sfnt (ISO/IEC 14496-22, 4.5.1). */
export function tablesOf(bytes: Uint8Array): Map<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12)));
  }
  return tables;
}

/** What a font file says of itself, read from its tables (ISO/IEC 14496-22). Lengths in font units, descent and offsets below the baseline positive. */
export interface FontFacts {
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  /** 0: the font does not say. */
  readonly capHeight: number;
  readonly xHeight: number;
  readonly underlineOffset: number;
  readonly underlineThickness: number;
  readonly strikeOffset: number;
  readonly italicAngle: number;
  readonly serif: boolean;
  readonly colored: boolean;
  /** Of a variable font; empty: it is static. */
  readonly axes: readonly FontAxis[];
}

/** ISO/IEC 14496-22, 7.3.3 */
export interface FontAxis {
  readonly tag: string;
  readonly least: number;
  readonly normal: number;
  readonly most: number;
}

/** Reads the tables that layout needs, or says in half a sentence why the file is no font that can be used. */
export function readFont(bytes: Uint8Array): FontFacts | string {
  const tables = directory(bytes);
  if (typeof tables === 'string') return tables;
  const head = tables.get('head');
  const hhea = tables.get('hhea');
  const maxp = tables.get('maxp');
  if (!head || head.byteLength < 54) return 'its table "head" is missing or cut short';
  if (!hhea || hhea.byteLength < 36) return 'its table "hhea" is missing or cut short';
  if (!maxp || maxp.byteLength < 6 || maxp.getUint16(4) === 0) return 'it holds no glyphs';
  if (!tables.has('cmap')) return 'its table "cmap" is missing: no character leads to a glyph';
  if (!tables.has('hmtx')) return 'its table "hmtx" is missing: glyphs have no widths';
  if (tables.has('CFF2')) return 'its outlines are of the kind CFF2, which no PDF takes';
  if (!tables.has('glyf') && !tables.has('CFF ')) return 'it holds no outlines';
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) return `its unitsPerEm is ${unitsPerEm}, outside 16 to 16384`;

  const os2 = tables.get('OS/2');
  const forbidden = os2 && os2.byteLength >= 10 ? embeddingForbidden(os2.getUint16(8)) : null;
  if (forbidden) return forbidden;
  const os2Version = os2 && os2.byteLength >= 78 ? os2.getUint16(0) : -1;
  const post = tables.get('post');
  let ascent = hhea.getInt16(4);
  let descent = -hhea.getInt16(6);
  let lineGap = hhea.getInt16(8);
  // USE_TYPO_METRICS (fsSelection bit 7), else hhea, else OS/2: as FreeType and Skia choose on Linux.
  const hasTypo = os2 !== undefined && os2Version >= 0;
  if (hasTypo && ((os2.getUint16(62) & 0x80) !== 0 || (ascent === 0 && descent === 0))) {
    ascent = os2.getInt16(68);
    descent = -os2.getInt16(70);
    lineGap = os2.getInt16(72);
    if (ascent === 0 && descent === 0) {
      ascent = os2.getUint16(74);
      descent = os2.getUint16(76);
      lineGap = 0;
    }
  }
  const heights = os2 !== undefined && os2Version >= 2 && os2.byteLength >= 90;
  const underline = post !== undefined && post.byteLength >= 12;
  const thickness = underline ? post.getInt16(10) : 0;
  const underlineThickness = thickness > 0 ? thickness : Math.round(unitsPerEm / 20);
  const strikeSize = hasTypo ? os2.getInt16(26) : 0;
  const strike = hasTypo ? os2.getInt16(28) : 0;
  const xHeight = heights ? Math.max(0, os2.getInt16(86)) : 0;
  return {
    name: postScriptName(tables.get('name')),
    unitsPerEm,
    ascent,
    descent,
    lineGap,
    capHeight: heights ? Math.max(0, os2.getInt16(88)) : 0,
    xHeight,
    // OpenType 'post': underlinePosition is the top of the stroke in name, its middle in most fonts and in every renderer.
    underlineOffset: underline && post.getInt16(8) !== 0 ? -post.getInt16(8) : Math.round(unitsPerEm / 10),
    underlineThickness,
    // OS/2 gives the top of the stroke, above the baseline; ours is its middle, and positive downwards.
    strikeOffset: strike !== 0 ? -(strike - strikeSize / 2) : -(xHeight || unitsPerEm / 2) / 2,
    italicAngle: post !== undefined && post.byteLength >= 8 ? post.getInt32(4) / 65536 : 0,
    serif: hasTypo && hasSerifs(os2),
    colored: tables.has('COLR') && tables.has('CPAL'),
    axes: axesOf(tables.get('fvar')),
  };
}

/** fsType (ISO/IEC 14496-22, 5.2.7.10): the least restrictive of the four low bits counts. */
function embeddingForbidden(type: number): string | null {
  if ((type & 0x2) !== 0 && (type & 0xc) === 0) return 'its licence forbids to embed it (OS/2 fsType)';
  if ((type & 0x200) !== 0) return 'its licence allows to embed bitmaps only (OS/2 fsType)';
  return (type & 0x100) !== 0 ? 'its licence forbids to embed a part of it (OS/2 fsType)' : null;
}

/** By PANOSE (a Latin text face with a serif style of 2 to 10), else by the IBM family class (ISO/IEC 14496-22, 5.2.7). */
function hasSerifs(os2: DataView): boolean {
  const [kind, style] = [os2.getUint8(32), os2.getUint8(33)];
  if (kind === 2 && style >= 2) return style <= 10;
  const family = os2.getUint8(30);
  return family >= 1 && family <= 7 && family !== 6;
}

function directory(bytes: Uint8Array): Map<string, DataView> | string {
  if (bytes.byteLength < 12) return 'it is empty or cut short';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = tag(view, 0);
  if (kind === 'ttcf') return 'it is a collection of fonts; one font a file works';
  if (kind !== 'OTTO' && kind !== 'true' && view.getUint32(0) !== 0x00010000)
    return 'it does not begin as a TrueType or OpenType font does';
  const count = view.getUint16(4);
  if (bytes.byteLength < 12 + count * 16) return 'its table of contents is cut short';
  const tables = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > bytes.byteLength) return `it is cut short: the table "${tag(view, at)}" ends outside the file`;
    tables.set(tag(view, at), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

function axesOf(fvar: DataView | undefined): readonly FontAxis[] {
  if (!fvar || fvar.byteLength < 16) return [];
  const [start, count, size] = [fvar.getUint16(4), fvar.getUint16(8), fvar.getUint16(10)];
  if (size < 20 || fvar.byteLength < start + count * size) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    const fixed = (from: number): number => fvar.getInt32(at + from) / 65536;
    return { tag: tag(fvar, at), least: fixed(4), normal: fixed(8), most: fixed(12) };
  });
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** Name 6, with what PostScript does not allow in a name taken out (Adobe TN 5902). */
function postScriptName(table: DataView | undefined): string {
  if (!table || table.byteLength < 6) return '';
  const count = table.getUint16(2);
  const storage = table.getUint16(4);
  for (let i = 0; i < count && 6 + i * 12 + 12 <= table.byteLength; i++) {
    const at = 6 + i * 12;
    if (table.getUint16(at + 6) !== 6) continue;
    const wide = table.getUint16(at) !== 1;
    const length = table.getUint16(at + 8);
    const start = storage + table.getUint16(at + 10);
    if (start + length > table.byteLength) continue;
    let name = '';
    for (let k = 0; k + (wide ? 1 : 0) < length; k += wide ? 2 : 1) {
      name += String.fromCharCode(wide ? table.getUint16(start + k) : table.getUint8(start + k));
    }
    const clean = name.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, 63);
    if (clean) return clean;
  }
  return '';
}

import { createHash } from 'node:crypto';
import { subsetFont } from '../../../core/text/subset.ts';
import type { FontFace } from '../../../core/text/types.ts';
import { num, ref } from '../syntax.ts';
import { deflateOnce, FLATE, type Objects } from '../writer.ts';
import { metricsOf, tablesOf } from './metrics.ts';
import { toUnicodeMap } from './tounicode.ts';

/** A subset with everything computed that does not depend on the file it goes into: strings and deflated streams. */
export interface PreparedFont {
  /** Writes the font's five objects, the Type 0 font under `id` where one was reserved; gives its number. */
  emit(objects: Objects, id?: number): number;
}

/**
 * A composite font of the glyphs named (ISO 32000-1, 9.7): code = CID = glyph id.
 * @param meanings glyph id → text that it stands for, never empty
 */
export function prepareFont(face: FontFace, meanings: ReadonlyMap<number, string>): PreparedFont {
  const glyphs = [...meanings.keys()].sort((a, b) => a - b);
  const { cff, bbox, flags, widths } = metricsOf(face);
  const subset = subsetFont(face, glyphs);
  const program = deflateOnce(cff ? bareCff(face, subset) : subset);
  const programEntries = cff ? `/Subtype/CIDFontType0C${FLATE}` : `/Length1 ${subset.byteLength}${FLATE}`;
  const unicode = deflateOnce(Buffer.from(toUnicodeMap(meanings), 'latin1'));
  const fontName = `/${tagOf(face, glyphs)}+${face.name}`;
  const scale = 1000 / face.unitsPerEm;
  // No table of fonts gives the stem's width; the weight tells it about right.
  const stem = Math.round(50 + (face.weight / 65) ** 2);
  const descriptor =
    `<</Type/FontDescriptor/FontName${fontName}/Flags ${flags}/FontBBox[${bbox.join(' ')}]/ItalicAngle ${num(face.italicAngle)}` +
    `/Ascent ${num(face.ascent * scale)}/Descent ${num(-face.descent * scale)}/CapHeight ${num(face.capHeight * scale)}` +
    `/XHeight ${num(face.xHeight * scale)}/StemV ${stem}`;
  const descendant =
    `<</Type/Font/Subtype/${cff ? 'CIDFontType0' : 'CIDFontType2/CIDToGIDMap/Identity'}/BaseFont${fontName}` +
    `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[${widthArray(glyphs, widths)}]`;
  return {
    emit(objects, id) {
      const file = objects.add(`<<${programEntries}>>`, program);
      const described = objects.add(`${descriptor}/FontFile${cff ? 3 : 2} ${ref(file)}>>`);
      const cidFont = objects.add(`${descendant}/FontDescriptor ${ref(described)}>>`);
      const map = objects.add(`<<${FLATE}>>`, unicode);
      const body =
        `<</Type/Font/Subtype/Type0/BaseFont${fontName}${cff ? '-Identity-H' : ''}/Encoding/Identity-H` +
        `/DescendantFonts[${ref(cidFont)}]/ToUnicode ${ref(map)}>>`;
      if (id === undefined) return objects.add(body);
      objects.fill(id, body);
      return id;
    },
  };
}

/** Six letters that tell subsets of one font apart (9.6.4); equal subsets, equal letters. */
function tagOf(face: FontFace, glyphs: readonly number[]): string {
  const hash = createHash('sha256')
    .update(`${face.key} ${glyphs.join(' ')}`)
    .digest();
  let tag = '';
  for (let i = 0; i < 6; i++) tag += String.fromCharCode(65 + ((hash[i] ?? 0) % 26));
  return tag;
}

/** `c [w w w]` for glyphs in a row (9.7.4.3). */
function widthArray(glyphs: readonly number[], widths: Float64Array): string {
  let out = '';
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i] ?? 0;
    const row: string[] = [];
    while (glyphs[i] === first + row.length) {
      row.push(num(widths[first + row.length] ?? 0));
      i++;
    }
    out += `${first}[${row.join(' ')}]`;
  }
  return out;
}

/** The CFF table alone: that is what a CIDFontType0C font file is. */
function bareCff(face: FontFace, sfnt: Uint8Array): Uint8Array {
  const table = tablesOf(sfnt).get('CFF ');
  if (!table) throw new Error(`the font ${face.name} lost its outlines in the subset`);
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

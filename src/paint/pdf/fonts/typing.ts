import { itemize } from '../../../core/text/index.ts';
import { subsetFont } from '../../../core/text/subset.ts';
import { TYPED } from '../../../core/text/typed.ts';
import type { FontFace } from '../../../core/text/types.ts';
import { sfntOf } from '../../../core/text/woff/sfnt-file.ts';
import { num, ref } from '../syntax.ts';
import { deflateOnce, FLATE, type Resource } from '../writer.ts';
import { metricsOf, tablesOf } from './metrics.ts';
import { toUnicodeMap } from './tounicode.ts';

/** A font to type in: every letter that Western Europe types, by code, so that any program can set new text in it (ISO 32000-1, 9.6.3). */
export interface TypingFont {
  readonly resource: Resource;
  /** What DA calls it. */
  readonly name: string;
  /** Of a code, in thousandths of an em. */
  width(code: number): number;
}

const known = new WeakMap<FontFace, TypingFont>();

export function typingFont(face: FontFace): TypingFont {
  const ready = known.get(face);
  if (ready) return ready;
  const made = prepare(face);
  known.set(face, made);
  return made;
}

const NONSYMBOLIC = 32;
const SYMBOLIC = 4;

function prepare(face: FontFace): TypingFont {
  const { widths, bbox, flags } = metricsOf(face);
  const glyphs = new Map<number, number>();
  for (const [code, character] of TYPED) {
    if (!face.has(character.codePointAt(0) ?? 0)) continue;
    const { runs } = itemize(character, { faces: [face], features: [], lang: 'und', size: 1, direction: 'ltr' });
    const glyph = runs[0]?.run.glyphs[0];
    if (glyph) glyphs.set(code, glyph);
  }
  const width = (code: number): number => widths[glyphs.get(code) ?? 0] ?? 0;
  const codes = Array.from({ length: 224 }, (_, i) => i + 32);
  let font: { readonly program: Uint8Array; readonly length: number; readonly unicode: Uint8Array } | undefined;
  const build = () => {
    const tables = new Map<string, Uint8Array>();
    for (const [tag, view] of tablesOf(subsetFont(face, glyphs.values())))
      tables.set(tag, new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    tables.set('cmap', cmapOf(new Map([...glyphs].map(([code, glyph]) => [TYPED.get(code)?.codePointAt(0) ?? 0, glyph]))));
    const sfnt = sfntOf(0x00010000, tables);
    const unicode = deflateOnce(Buffer.from(toUnicodeMap(TYPED, 1), 'latin1'));
    return { program: deflateOnce(sfnt), length: sfnt.byteLength, unicode };
  };
  const scale = 1000 / face.unitsPerEm;
  const name = `/KITTYP+${face.name}`;
  const resource: Resource = {
    category: 'Font',
    emit(objects) {
      font ??= build();
      const file = objects.add(`<</Length1 ${font.length}${FLATE}>>`, font.program);
      const descriptor = objects.add(
        `<</Type/FontDescriptor/FontName${name}/Flags ${(flags & ~SYMBOLIC) | NONSYMBOLIC}/FontBBox[${bbox.join(' ')}]` +
          `/ItalicAngle ${num(face.italicAngle)}/Ascent ${num(face.ascent * scale)}/Descent ${num(-face.descent * scale)}` +
          `/CapHeight ${num(face.capHeight * scale)}/XHeight ${num(face.xHeight * scale)}/StemV ${Math.round(50 + (face.weight / 65) ** 2)}/FontFile2 ${ref(file)}>>`,
      );
      const unicode = objects.add(`<<${FLATE}>>`, font.unicode);
      return objects.add(
        `<</Type/Font/Subtype/TrueType/BaseFont${name}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255` +
          `/Widths[${codes.map((code) => num(width(code))).join(' ')}]/FontDescriptor ${ref(descriptor)}/ToUnicode ${ref(unicode)}>>`,
      );
    },
  };
  return { resource, name: `F${face.name.replace(/[^A-Za-z0-9]/g, '')}`, width };
}

/** Windows, Unicode (3, 1), format 4: a segment a character (ISO/IEC 14496-22, 5.2.1.3.3). */
function cmapOf(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const codes = [...glyphs.keys()].sort((a, b) => a - b);
  const segments = codes.length + 1;
  const length = 16 + segments * 8;
  const view = new DataView(new ArrayBuffer(12 + length));
  let at = 0;
  const put = (...values: number[]): void => {
    for (const value of values) {
      view.setUint16(at, value & 0xffff);
      at += 2;
    }
  };
  put(0, 1, 3, 1, 0, 12, 4, length, 0, segments * 2);
  const power = Math.floor(Math.log2(segments));
  put(2 * 2 ** power, power, segments * 2 - 2 * 2 ** power);
  put(...codes, 0xffff, 0, ...codes, 0xffff);
  put(...codes.map((code) => (glyphs.get(code) ?? 0) - code), 1);
  put(...new Array<number>(segments).fill(0));
  return new Uint8Array(view.buffer);
}

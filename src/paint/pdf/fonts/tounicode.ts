import { hex4, hex16 } from '../syntax.ts';

/**
 * A CMap from glyph ids to text (ISO 32000-1, 9.10.3). Runs of glyphs whose characters run as well become ranges.
 * @param bytes of a code; 1: of a simple font
 */
export function toUnicodeMap(meanings: ReadonlyMap<number, string>, bytes: 1 | 2 = 2): string {
  const code = (glyph: number): string => (bytes === 1 ? hex4(glyph).slice(2) : hex4(glyph));
  const glyphs = [...meanings.keys()].sort((a, b) => a - b);
  const ranges: string[] = [];
  const single: string[] = [];
  for (let i = 0; i < glyphs.length; ) {
    const first = glyphs[i] ?? 0;
    const text = meanings.get(first) ?? '';
    let length = 1;
    if (text.length === 1) {
      // A range stays inside one value of the code's high byte, and of the text's.
      const character = text.charCodeAt(0);
      while (
        glyphs[i + length] === first + length &&
        (first + length) % 256 !== 0 &&
        (character + length) % 256 !== 0 &&
        meanings.get(first + length) === String.fromCharCode(character + length)
      ) {
        length++;
      }
    }
    if (length > 1) ranges.push(`<${code(first)}><${code(first + length - 1)}><${hex16(text)}>`);
    else single.push(`<${code(first)}><${hex16(text)}>`);
    i += length;
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    bytes === 1 ? '<00><FF>' : '<0000><FFFF>',
    'endcodespacerange',
    ...blocks('range', ranges),
    ...blocks('char', single),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

/** At most 100 entries stand in one block. */
function blocks(kind: 'range' | 'char', entries: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < entries.length; i += 100) {
    const part = entries.slice(i, i + 100);
    out.push(`${part.length} beginbf${kind}`, ...part, `endbf${kind}`);
  }
  return out;
}

import { outlinesOf } from './outlines.ts';
import { Malformed, readerOf } from './reader.ts';
import { padded } from './sfnt-file.ts';

/** Puts 'glyf', 'loca' and 'hmtx' together again, of which those in `taken` are apart (WOFF 2, 5.1, 5.3 and 5.4). */
export function rebuildGlyphs(tables: Map<string, Uint8Array>, taken: ReadonlySet<string>): void {
  if (!taken.has('glyf')) throw new Malformed('its side bearings are packed, its outlines are not');
  const glyf = tables.get('glyf');
  const head = tables.get('head');
  if (!glyf || !head || head.byteLength < 54) throw new Malformed('its table "head" or "glyf" is missing');
  const glyphs = outlinesOf(glyf);
  const size = glyphs.reduce((sum, { bytes }) => sum + padded(bytes.byteLength), 0);
  const rebuilt = new Uint8Array(size);
  // Long offsets, whatever the font had: our flags are not run-length coded, so the outlines may have grown.
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  let at = 0;
  glyphs.forEach(({ bytes }, i) => {
    loca.setUint32(i * 4, at);
    rebuilt.set(bytes, at);
    at += padded(bytes.byteLength);
  });
  loca.setUint32(glyphs.length * 4, at);
  const own = head.slice();
  new DataView(own.buffer).setInt16(50, 1);
  tables.set('head', own);
  tables.set('glyf', rebuilt);
  tables.set('loca', new Uint8Array(loca.buffer));
  if (taken.has('hmtx'))
    tables.set(
      'hmtx',
      sideBearings(
        tables,
        glyphs.map(({ xMin }) => xMin),
      ),
    );
}

/** Left side bearings that are the outline's own left edge are left out. */
function sideBearings(tables: ReadonlyMap<string, Uint8Array>, edges: readonly number[]): Uint8Array {
  const hhea = tables.get('hhea');
  const packed = tables.get('hmtx');
  if (!hhea || !packed) throw new Malformed('its table "hhea" is missing');
  const metrics = readerOf(hhea, 34).u16();
  const data = readerOf(packed);
  const flags = data.u8();
  const advances = Array.from({ length: metrics }, () => data.u16());
  const bearings = edges.map((edge, i) => ((flags & (i < metrics ? 1 : 2)) !== 0 ? edge : data.i16()));
  const made = new DataView(new ArrayBuffer(metrics * 4 + Math.max(0, edges.length - metrics) * 2));
  bearings.forEach((bearing, i) => {
    if (i < metrics) {
      made.setUint16(i * 4, advances[i] ?? 0);
      made.setInt16(i * 4 + 2, bearing);
    } else made.setInt16(metrics * 4 + (i - metrics) * 2, bearing);
  });
  return new Uint8Array(made.buffer);
}

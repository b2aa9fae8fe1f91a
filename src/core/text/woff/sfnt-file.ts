/** A font file of tables (ISO/IEC 14496-22, 4.5). Checksums stay 0: nobody here reads them, and the subsetter writes its own. */
export function sfntOf(flavor: number, tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  let offset = 12 + sorted.length * 16;
  const total = sorted.reduce((sum, [, { byteLength }]) => sum + padded(byteLength), offset);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  view.setUint32(0, flavor);
  view.setUint16(4, sorted.length);
  const power = Math.floor(Math.log2(Math.max(1, sorted.length)));
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, sorted.length * 16 - 16 * 2 ** power);
  sorted.forEach(([tag, bytes], i) => {
    const entry = 12 + i * 16;
    for (let k = 0; k < 4; k++) view.setUint8(entry + k, tag.charCodeAt(k));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, bytes.byteLength);
    file.set(bytes, offset);
    offset += padded(bytes.byteLength);
  });
  return file;
}

export const padded = (length: number): number => (length + 3) & ~3;

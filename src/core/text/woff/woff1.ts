import { inflateSync } from 'node:zlib';
import { Malformed, readerOf } from './reader.ts';
import { sfntOf } from './sfnt-file.ts';

/** WOFF 1.0 → the font in it: each table may be deflated (section 5). */
export function fromWoff1(file: Uint8Array, most: number): Uint8Array {
  const head = readerOf(file, 4);
  const flavor = head.u32();
  head.u32();
  const count = head.u16();
  const directory = readerOf(file, 44);
  const tables = new Map<string, Uint8Array>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const tag = directory.tag();
    const [offset, packed, length] = [directory.u32(), directory.u32(), directory.u32()];
    directory.u32();
    total += length;
    if (total > most) throw new Malformed('it is too large when it is unpacked');
    const data = readerOf(file, offset).bytes(packed);
    const table = packed < length ? new Uint8Array(inflateSync(data, { maxOutputLength: length })) : data;
    if (table.byteLength !== length) throw new Malformed(`its table "${tag}" is cut short`);
    tables.set(tag, table);
  }
  return sfntOf(flavor, tables);
}

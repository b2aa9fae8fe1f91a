import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Inside the archive, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Formats that are compressed already are stored: to deflate them again takes longer than to make them, and saves a few parts in a hundred. */
const STORED = /\.(?:docx|jpe?g|pdf|png|webp|zip)$/iu;

/** 1 January 1980, midnight, as DOS writes it (APPNOTE 4.4.6): the same in every time zone. */
const NO_TIME = 0;
const NO_DATE = (1 << 5) | 1;
/** Names are UTF-8 (4.4.4, bit 11). */
const UTF8 = 1 << 11;
/** 2.0: folders and deflate (4.4.3.2). */
const VERSION = 20;
/** Made on Unix, so that the file mode below counts (4.4.2). */
const MADE_BY = (3 << 8) | VERSION;
/** A plain file that all may read: -rw-r--r-- (4.4.15). */
const MODE = (0o100644 << 16) >>> 0;
/** Without ZIP64, which not every program of a library's computer opens, sizes and places have 32 bits and the number of entries 16. */
const MAX_SIZE = 0xffff_ffff;
const MAX_ENTRIES = 0xffff;

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;

interface Packed {
  readonly name: Uint8Array;
  /** As stored. */
  readonly data: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  /** Before compression. */
  readonly size: number;
  /** Of its local header in the archive. */
  readonly at: number;
}

/** What the local and the central header say alike, from "version needed" to "file name length" (4.3.7, 4.3.12). */
function describe(view: DataView, at: number, { name, data, method, crc, size }: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 6, NO_TIME, true);
  view.setUint16(at + 8, NO_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

/**
 * One archive, entries in the order given. Checksums by zlib: those of the zip packages are made in JavaScript and took a tenth of a build. Throws where
 * entries are too many or too large for one archive.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  let at = 0;
  let directory = 0;
  const packed = entries.map(({ path, bytes }): Packed => {
    const stored = STORED.test(path);
    const name = new TextEncoder().encode(path);
    const data = stored ? bytes : deflateRawSync(bytes);
    const entry: Packed = { name, data, method: stored ? 0 : 8, crc: crc32(bytes), size: bytes.length, at };
    at += LOCAL + name.length + data.length;
    directory += CENTRAL + name.length;
    return entry;
  });
  if (at + directory + END > MAX_SIZE || entries.length > MAX_ENTRIES) throw new Error('a kit is too large for one zip archive');

  const archive = new Uint8Array(at + directory + END);
  const view = new DataView(archive.buffer);
  for (const entry of packed) {
    view.setUint32(entry.at, 0x0403_4b50, true);
    describe(view, entry.at + 4, entry);
    archive.set(entry.name, entry.at + LOCAL);
    archive.set(entry.data, entry.at + LOCAL + entry.name.length);
  }
  let end = at;
  for (const entry of packed) {
    view.setUint32(end, 0x0201_4b50, true);
    view.setUint16(end + 4, MADE_BY, true);
    describe(view, end + 6, entry);
    view.setUint32(end + 38, MODE, true);
    view.setUint32(end + 42, entry.at, true);
    archive.set(entry.name, end + CENTRAL);
    end += CENTRAL + entry.name.length;
  }
  view.setUint32(end, 0x0605_4b50, true);
  view.setUint16(end + 8, packed.length, true);
  view.setUint16(end + 10, packed.length, true);
  view.setUint32(end + 12, directory, true);
  view.setUint32(end + 16, at, true);
  return archive;
}

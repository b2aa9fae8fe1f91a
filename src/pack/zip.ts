import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** Inside the archive, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Zip keeps local time (APPNOTE 4.4.6): a fixed local date gives the same bytes in every zone. */
const noDate = (): Date => new Date(1980, 0, 1);

/** A plain file that all may read: -rw-r--r-- (4.4.15). */
const MODE = 0o100644;

/** Formats that are compressed already are stored: to deflate them again takes longer than to make them, and saves a few parts in a hundred. */
const STORED = /\.(?:docx|jpe?g|pdf|png|webp|zip)$/iu;

/** One archive, entries in the order given. The same entries, the same bytes. */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const { path, bytes } of entries) {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    archive.addBuffer(data, path, { mtime: noDate(), mode: MODE, compress: !STORED.test(path), forceDosTimestamp: true });
  }
  archive.end();
  return buffer(archive.outputStream);
}

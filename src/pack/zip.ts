import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** Inside the archive, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** DOS time knows no zone: a fixed local date gives the same bytes everywhere. */
const NO_DATE = new Date(1980, 0, 1);

/** Formats that are compressed already are stored: deflating them again costs time and saves nothing. */
const STORED = /\.(?:docx|jpe?g|png|webp|zip)$/iu;

/** One archive, entries in the order given. */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const archive = new ZipFile();
  for (const { path, bytes } of entries) {
    archive.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, {
      mtime: NO_DATE,
      mode: 0o100644,
      compress: !STORED.test(path),
      forceDosTimestamp: true,
    });
  }
  archive.end();
  return await buffer(archive.outputStream);
}

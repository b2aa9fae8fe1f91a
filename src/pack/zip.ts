import { type Zippable, zipSync } from 'fflate';

export interface ZipEntry {
  /** Inside the archive, forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Zip keeps local time (APPNOTE 4.4.6): a fixed local date gives the same bytes in every zone. */
const noDate = (): Date => new Date(1980, 0, 1);

/** Made on Unix, so that the mode counts (4.4.2): a plain file that all may read, -rw-r--r-- (4.4.15). */
const UNIX = 3;
const MODE = (0o100644 << 16) >>> 0;

/** Compressed inside already: deflating a PDF again costs time and saves a twentieth. */
const STORED = /\.(?:pdf|docx|jpe?g|png|webp|zip)$/iu;

/** One archive, entries in the order given. The same entries, the same bytes. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, bytes } of entries)
    files[path] = [bytes, { level: STORED.test(path) ? 0 : 6, mtime: noDate(), os: UNIX, attrs: MODE }];
  return zipSync(files);
}

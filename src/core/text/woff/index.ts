import { Malformed } from './reader.ts';
import { fromWoff1 } from './woff1.ts';
import { fromWoff2 } from './woff2.ts';

/** As large as a file may be that is no web font. */
const MOST = 64 * 1024 * 1024;

/** A web font unpacked; other bytes as they are. A half sentence where it cannot be unpacked. */
export function unpackFont(bytes: Uint8Array): Uint8Array | string {
  const kind = String.fromCharCode(...bytes.subarray(0, 4));
  if (kind !== 'wOFF' && kind !== 'wOF2') return bytes;
  try {
    return kind === 'wOFF' ? fromWoff1(bytes, MOST) : fromWoff2(bytes, MOST);
  } catch (cause) {
    if (cause instanceof Malformed) return cause.message;
    // What zlib says of a stream that is none, or that is longer than the font says.
    if (cause instanceof Error && 'code' in cause) return 'what is packed in it is damaged';
    throw cause;
  }
}

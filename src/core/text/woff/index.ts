import { Malformed } from './reader.ts';
import { sfntOf } from './sfnt-file.ts';
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

/** A font in colour without the same pictures in other formats, which are most of its bytes: COLR is what is painted. */
export function leanFont(font: Uint8Array | string): Uint8Array | string {
  if (typeof font === 'string' || font.byteLength < 12) return font;
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = view.getUint16(4);
  if (font.byteLength < 12 + count * 16) return font;
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > font.byteLength) return font;
    tables.set(String.fromCharCode(...font.subarray(at, at + 4)), font.subarray(offset, offset + length));
  }
  if (!tables.has('COLR') || !OTHER_PICTURES.some((tag) => tables.has(tag))) return font;
  for (const tag of OTHER_PICTURES) tables.delete(tag);
  return sfntOf(view.getUint32(0), tables);
}

const OTHER_PICTURES = ['SVG ', 'CBDT', 'CBLC', 'sbix'];

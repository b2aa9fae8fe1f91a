/** Text of bytes, and how it was found. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * A byte order mark decides (and is taken away); else what is valid UTF-8 is UTF-8; the rest is Windows-1252, which is what Excel in Denmark
 * saves. Text in Windows-1252 with any æ, ø or å is never valid UTF-8 by chance: a lone high byte is none.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: windows(bytes), encoding: 'windows-1252' };
  }
}

/**
 * Letters whose accents came as characters of their own (Mac file names, some PDFs: “a” and a ring instead of “å”) are put together: so they are
 * found, compared and set as everybody else's.
 */
export const composed = (text: string): string =>
  /[\u0300-\u036f]/.test(text) ? text.replace(/\p{L}[\u0300-\u036f]+/gu, (letter) => letter.normalize('NFC')) : text;

/** Bytes 0x80 to 0x9f (WHATWG Encoding, index windows-1252). Node's own decoder of this name reads them as control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80] ?? c);
}

/** Thrown where a file ends too early or says what cannot be; caught where the file is opened. */
export class Malformed extends Error {}

/** Reads one stream of big-endian numbers to its end. */
export interface Reader {
  u8(): number;
  u16(): number;
  i16(): number;
  u32(): number;
  /** WOFF 2, 4.1: seven bits a byte, at most five bytes, no leading zeros. */
  base128(): number;
  /** WOFF 2, 6.1.1: 255UInt16. */
  packed(): number;
  bytes(length: number): Uint8Array;
  tag(): string;
  readonly at: number;
}

export function readerOf(data: Uint8Array, start = 0, end = data.byteLength): Reader {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = start;
  const step = (length: number): number => {
    const from = at;
    at += length;
    if (at > end || length < 0) throw new Malformed('it is cut short');
    return from;
  };
  const u8 = (): number => view.getUint8(step(1));
  const u16 = (): number => view.getUint16(step(2));
  return {
    u8,
    u16,
    i16: () => view.getInt16(step(2)),
    u32: () => view.getUint32(step(4)),
    base128() {
      let value = 0;
      for (let i = 0; i < 5; i++) {
        const byte = u8();
        if (i === 0 && byte === 0x80) break;
        value = value * 128 + (byte & 0x7f);
        if (value > 0xffffffff) break;
        if ((byte & 0x80) === 0) return value;
      }
      throw new Malformed('a number in it is written wrongly');
    },
    packed() {
      const code = u8();
      if (code === 253) return u16();
      if (code === 255) return u8() + 253;
      if (code === 254) return u8() + 506;
      return code;
    },
    bytes(length) {
      const from = step(length);
      return data.subarray(from, from + length);
    },
    tag() {
      const from = step(4);
      return String.fromCharCode(...data.subarray(from, from + 4));
    },
    get at() {
      return at;
    },
  };
}

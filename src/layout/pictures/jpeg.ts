/** What the frame header of a JPEG says (ITU-T T.81, B.2.2). */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly bits: number;
  /** Baseline, extended or progressive with Huffman coding: what PDF readers decode. */
  readonly plain: boolean;
  /** EXIF orientation, 1 to 8; 1 is upright. */
  readonly orientation: number;
  readonly hasProfile: boolean;
  /** Adobe marker: 0 none or CMYK/RGB, 1 YCbCr, 2 YCCK; null: no marker. */
  readonly adobe: number | null;
  /** Component ids are 'R', 'G', 'B': the samples are RGB without a marker saying so. */
  readonly rgbIds: boolean;
}

/** Orientation in an Exif block (TIFF 6.0, tag 274); 1 where it says nothing. */
function exifOrientation(data: DataView, start: number, end: number): number {
  if (end - start < 14 || data.getUint32(start) !== 0x45786966) return 1;
  const tiff = start + 6;
  const little = data.getUint16(tiff) === 0x4949;
  const directory = tiff + data.getUint32(tiff + 4, little);
  if (directory + 2 > end) return 1;
  const entries = data.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (entry + 12 > end) return 1;
    if (data.getUint16(entry, little) === 0x0112) {
      const value = data.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

const ICC = 'ICC_PROFILE\0';

/** null: this is no JPEG, or its headers are broken. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let hasProfile = false;
  let adobe: number | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (data.getUint8(at) !== 0xff) return null;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const length = data.getUint16(at + 2);
    const start = at + 4;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (marker === 0xe1) orientation = Math.max(orientation, exifOrientation(data, start, end));
    if (marker === 0xe2 && end - start > 12 && [...ICC].every((c, i) => data.getUint8(start + i) === c.charCodeAt(0)))
      hasProfile = true;
    if (marker === 0xee && end - start >= 12 && data.getUint32(start) === 0x41646f62) adobe = data.getUint8(start + 11);
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) {
      if (end - start < 6) return null;
      const components = data.getUint8(start + 5);
      const ids =
        end - start >= 6 + 3 * components ? [...Array(components).keys()].map((i) => data.getUint8(start + 6 + 3 * i)) : [];
      return {
        width: data.getUint16(start + 3),
        height: data.getUint16(start + 1),
        components,
        bits: data.getUint8(start),
        plain: marker === 0xc0 || marker === 0xc1 || marker === 0xc2,
        orientation,
        hasProfile,
        adobe,
        rgbIds: String.fromCharCode(...ids) === 'RGB',
      };
    }
    if (marker === 0xda) return null;
    at = end;
  }
  return null;
}

/** Whether the file may go into a PDF as it is: sRGB or grey, upright, 8 bits, in the usual coding. */
export function passesThrough(header: JpegHeader, profileIsSrgb: boolean): boolean {
  const usual = header.components === 1 || (header.components === 3 && header.adobe !== 0 && !header.rgbIds);
  return header.plain && header.bits === 8 && usual && header.orientation === 1 && (!header.hasProfile || profileIsSrgb);
}

/** How PDF writes values (ISO 32000-1, 7.3). */

/** A length: thousandths of a point. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : plain(rounded);
}

/** A factor: millionths. */
export function factor(value: number): string {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? '0' : plain(rounded);
}

/** No exponents: PDF has none. */
function plain(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a number in the display list is ${value}`);
  const text = String(value);
  return text.includes('e') ? value.toFixed(6) : text;
}

const ASCII = /^[\x20-\x7e]*$/;

/** A text string (7.9.2.2): ASCII as it is, else UTF-16 with its mark. */
export function textString(text: string): string {
  if (ASCII.test(text)) return byteString(text);
  return `<FEFF${hex16(text)}>`;
}

/** A string of ASCII bytes. */
export function byteString(text: string): string {
  return `(${text
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')})`;
}

/** UTF-16BE in hexadecimal digits. */
export function hex16(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i));
  return out;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0').toUpperCase());

/** One 16-bit code in four hexadecimal digits. */
export const hex4 = (code: number): string => `${HEX[(code >> 8) & 255]}${HEX[code & 255]}`;

/** A name: what is not a regular character is written #xx (7.3.5). */
export function name(text: string): string {
  let out = '/';
  for (const byte of new TextEncoder().encode(text)) {
    const regular = byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte));
    out += regular ? String.fromCharCode(byte) : `#${HEX[byte]}`;
  }
  return out;
}

export const ref = (id: number): string => `${id} 0 R`;

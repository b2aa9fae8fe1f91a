import type { FontFace } from './types.ts';

/** Default ignorables and variation selectors need no glyph; HarfBuzz makes spaces of other widths and the no-break ones from their plain likes. */
export function standsIn(face: FontFace, codePoint: number): boolean {
  if (codePoint < 0x20 || codePoint === 0xad || codePoint === 0x34f || codePoint === 0xfeff || codePoint === 0xfffc) return true;
  if (codePoint === 0xa0 || codePoint === 0x3000) return face.has(0x20);
  if (codePoint === 0x2011) return face.has(0x2010) || face.has(0x2d);
  if (codePoint >= 0x2000 && codePoint <= 0x206f) {
    if (codePoint <= 0x200a || codePoint === 0x202f || codePoint === 0x205f) return face.has(0x20);
    return codePoint <= 0x200f || (codePoint >= 0x2028 && codePoint <= 0x202e) || codePoint >= 0x2060;
  }
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
}

/** Whether a face can show a character, by a glyph of its own or one that HarfBuzz puts together. */
export function covers(face: FontFace, codePoint: number): boolean {
  if (face.has(codePoint) || standsIn(face, codePoint)) return true;
  // HarfBuzz takes a letter apart where the font has only its parts.
  const parts = String.fromCodePoint(codePoint).normalize('NFD');
  return parts.length > 1 && codePoint < 0xac00 && [...parts].every((part) => face.has(part.codePointAt(0) ?? 0));
}

/** The same for every character of a text that needs no composing. */
export function coversAll(face: FontFace, text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!face.has(unit) && !standsIn(face, unit)) return false;
  }
  return true;
}

/** What WinAnsiEncoding (ISO 32000-1, annex D.2) has from 128 to 159; the rest is Latin-1. */
const ABOVE = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

/** The code of a character that may be typed into a field; undefined: it has none. */
export function typed(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 32 && code < 127) || (code >= 160 && code <= 255)) return code;
  const at = code === 0 ? -1 : ABOVE.indexOf(character);
  return at < 0 ? undefined : 128 + at;
}

/** Character of each code, where it has one. */
export const TYPED: ReadonlyMap<number, string> = new Map(
  Array.from({ length: 224 }, (_, i) => i + 32).flatMap((code): [number, string][] => {
    const character = code >= 128 && code < 160 ? (ABOVE[code - 128] ?? '\0') : String.fromCharCode(code);
    return code === 127 || character === '\0' ? [] : [[code, character]];
  }),
);

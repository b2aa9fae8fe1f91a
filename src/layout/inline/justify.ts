import { isWordSpace } from '../../core/text/index.ts';
import type { Measure } from './measure.ts';
import type { Piece, TextPiece } from './pieces.ts';
import { partOf } from './segments.ts';
import type { LineRange } from './types.ts';

/** Characters that are set without word spaces, and the punctuation between them: a justified line is spread between them, too. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\u31c0-\u31ef\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;

const MARK = /\p{M}/u;

export const isWide = (character: string): boolean => WIDE.test(character);

/** Whether a justified line has places to widen beside its word spaces. */
export const hasWide = ({ p }: Measure, { from, to }: LineRange): boolean => WIDE.test(p.text.slice(from.skip, to.trim));

/**
 * The pieces of a line that is to be justified, parted so that each is of wide characters or of others (CSS Text 3, 6.4, `text-justify: auto`): there is
 * a place to widen before and after each wide character, one where two of them meet, and none at the ends of the line.
 */
export function widenable({ p }: Measure, pieces: readonly Piece[]): Piece[] {
  const parted = pieces.flatMap((piece): Piece[] => (piece.kind === 'text' && isPlain(piece) ? partsOf(piece, p) : [piece]));
  const made: Piece[] = [];
  let after = true;
  let lastWide = -1;
  for (const piece of parted) {
    if (piece.kind === 'text' && piece.wide) {
      const lead = after ? 0 : 1;
      lastWide = made.push({ ...piece, wide: { lead }, spaces: piece.spaces + lead }) - 1;
      after = true;
      continue;
    }
    made.push(piece);
    // Edges of inline boxes stand between characters without parting them; white space that hangs is at the line's end.
    if (piece.kind === 'special' && piece.special.kind !== 'atomic') continue;
    if (piece.kind === 'text' && piece.hangs) continue;
    after = piece.kind === 'text' && isPlain(piece) && isWordSpace(p.text.charCodeAt(piece.segment.end - 1));
    lastWide = -1;
  }
  const last = made[lastWide];
  if (last?.kind === 'text') made[lastWide] = { ...last, spaces: last.spaces - 1 };
  return made;
}

const isPlain = ({ hangs, actualText }: TextPiece): boolean => !hangs && actualText === undefined;

function partsOf(piece: TextPiece, { text, pen }: Measure['p']): TextPiece[] {
  const { segment } = piece;
  const full = (pen[segment.end] ?? 0) - (pen[segment.start] ?? 0) + segment.change;
  const scale = full === 0 ? 1 : piece.width / full;
  const parts: TextPiece[] = [];
  const add = (start: number, end: number, wide: boolean): void => {
    if (end <= start) return;
    const part = partOf(segment, start, end);
    const width = ((pen[end] ?? 0) - (pen[start] ?? 0) + part.change) * scale;
    let spaces = 0;
    if (wide) spaces = new Set(part.run.clusters.slice(part.from, part.to)).size;
    else for (let i = start; i < end; i++) if (isWordSpace(text.charCodeAt(i))) spaces++;
    parts.push({ ...piece, segment: part, width, spaces, ...(wide && { wide: { lead: 0 } }) });
  };
  let start = segment.start;
  let wide: boolean | null = null;
  let at = start;
  for (const character of text.slice(segment.start, segment.end)) {
    const own: boolean = wide !== null && MARK.test(character) ? wide : isWide(character);
    if (wide !== null && own !== wide) {
      add(start, at, wide);
      start = at;
    }
    wide = own;
    at += character.length;
  }
  add(start, segment.end, wide ?? false);
  return parts;
}

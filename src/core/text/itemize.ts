import type { Pt } from '../geometry.ts';
import { bidiLevels } from './bidi.ts';
import { covers, coversAll } from './covers.ts';
import { isEmoji, MAY_BE_EMOJI } from './emoji.ts';
import { scriptOf } from './script.ts';
import { type MeasuredRun, shape, shapingContext } from './shape.ts';
import type { FaceList, Features, FontFace, TextRun } from './types.ts';

/** A stretch of a paragraph in one style. Stretches stand in order and do not overlap; what lies between them (a tab, a picture) has no glyphs. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** In order of preference; empty: nothing can be set. */
  readonly faces: FaceList;
  readonly features: Features;
  readonly lang: string;
  readonly size: Pt;
}

export interface MeasuredTextRun extends TextRun {
  readonly run: MeasuredRun;
}

export interface MissingGlyph {
  readonly offset: number;
  readonly codePoint: number;
  /** The package that has it. */
  readonly install?: string;
}

export interface Itemized {
  /** Logical order. */
  readonly runs: readonly MeasuredTextRun[];
  readonly missing: readonly MissingGlyph[];
}

/** Cuts text of one style into runs of one font, script and direction, and shapes them. */
export function itemize(
  text: string,
  style: { faces: FaceList; features: Features; lang: string; size: Pt; direction: 'ltr' | 'rtl' },
): Itemized {
  return itemizeSpans(text, [{ start: 0, end: text.length, ...style }], bidiLevels(text, style.direction));
}

/** Only Latin letters and characters of all scripts: one script run whatever its order. */
const LATIN = /^(?:[\0-\u02e9\u2000-\u206f\u20a0-\u20bf\u2190-\u22ff\ufffc]|[\u0300-\u036f])*$/;
const LETTER = /[A-Za-z\u00aa\u00ba\u00c0-\u02af]/;

/** The same for a paragraph of several styles. `levels` are its bidi levels (null: all 0). */
export function itemizeSpans(text: string, spans: readonly TextSpan[], levels: Uint8Array | null): Itemized {
  const runs: MeasuredTextRun[] = [];
  const missing: MissingGlyph[] = [];
  const latin = LATIN.test(text);
  const scripts = latin ? (LETTER.test(text) ? 'Latn' : 'Zyyy') : resolveScripts(text);
  for (const span of spans) {
    const [primary] = span.faces;
    if (!primary || span.end <= span.start) continue;
    const faces =
      latin && coversAll(primary, text, span.start, span.end) ? primary : assignFaces(text, span, primary, scripts, missing);
    let start = span.start;
    while (start < span.end) {
      const face = Array.isArray(faces) ? (faces[start - span.start] ?? primary) : faces;
      const script = typeof scripts === 'string' ? scripts : (scripts[start] ?? 'Zyyy');
      const level = levels?.[start] ?? 0;
      let end = start + 1;
      if (Array.isArray(faces) || typeof scripts !== 'string' || levels) {
        while (
          end < span.end &&
          (levels?.[end] ?? 0) === level &&
          (typeof scripts === 'string' || scripts[end] === script) &&
          (!Array.isArray(faces) || faces[end - span.start] === face)
        )
          end++;
      } else end = span.end;
      const context = shapingContext(face, script, span.lang, (level & 1) === 1, span.features);
      runs.push({ run: shape(context, text.slice(start, end)), start, level, size: span.size });
      start = end;
    }
  }
  return { runs, missing };
}

/** Common and Inherited take the script before them, at the beginning the first that comes (UAX 24, 5.1). One entry a UTF-16 unit. */
function resolveScripts(text: string): string[] {
  const scripts: string[] = new Array(text.length);
  let current = '';
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    const script = scriptOf(codePoint);
    if (script !== '' && current === '') {
      current = script;
      scripts.fill(current, 0, i);
    }
    if (script !== '') current = script;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    scripts.fill(current, i, next);
    i = next;
  }
  if (current === '') scripts.fill('Zyyy');
  return scripts;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A face for each UTF-16 unit, one for all of a grapheme cluster: the first that has all its characters, then one of the optional packages, else the
 * first that has its base. An emoji is looked for in fonts in colour first.
 */
function assignFaces(
  text: string,
  span: TextSpan,
  primary: FontFace,
  scripts: string | readonly string[],
  missing: MissingGlyph[],
): FontFace[] {
  const faces: FontFace[] = [];
  const part = text.slice(span.start, span.end);
  const pictures = MAY_BE_EMOJI.test(part);
  for (const { segment, index } of graphemes.segment(part)) {
    const codePoints = Array.from(segment, (character) => character.codePointAt(0) ?? 0);
    const emoji = pictures && isEmoji(segment, codePoints);
    const has = (face: FontFace): boolean => codePoints.every((codePoint) => covers(face, codePoint));
    const own = (emoji ? span.faces.find((face) => face.colored && has(face)) : undefined) ?? span.faces.find(has);
    let face = own;
    let install: string | undefined;
    if (!own || (emoji && !own.colored)) {
      const script = typeof scripts === 'string' ? scripts : (scripts[span.start + index] ?? 'Zyyy');
      const found = span.faces.fallback?.find({ codePoints, script, lang: span.lang, emoji });
      if (found && 'install' in found) install = found.install;
      else if (found) face = found;
    }
    if (!face) {
      face = span.faces.find((candidate) => covers(candidate, codePoints[0] ?? 0)) ?? primary;
      let offset = span.start + index;
      for (const codePoint of codePoints) {
        if (!covers(face, codePoint)) missing.push({ offset, codePoint, ...(install && { install }) });
        offset += codePoint > 0xffff ? 2 : 1;
      }
    }
    for (let i = 0; i < segment.length; i++) faces.push(face);
  }
  return faces;
}

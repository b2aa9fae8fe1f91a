import { error } from '../../../core/diagnostics.ts';
import type { PathData, PathSegment } from '../../../core/display.ts';
import type { Matrix } from '../../../core/geometry.ts';
import { glyphOutline, itemize, leftToRight } from '../../../core/text/index.ts';
import type { FontFace } from '../../../core/text/types.ts';
import type { VectorShape } from '../../types.ts';
import { rectPath, scaleOf, transformPath } from '../paths.ts';
import type { DrawContext } from './context.ts';
import { invalid, type SvgRun, unsupported } from './environment.ts';
import { outlineOf, SHAPES } from './shapes.ts';
import { paintOutline } from './stroke-fill.ts';
import { type SvgStyle, styleOf } from './style.ts';
import { type Char, charsOf } from './text-chars.ts';
import { measurePath } from './text-path.ts';
import type { SvgElement } from './tree.ts';
import { parseLength } from './units.ts';

/** Outlines of one style, in user space. */
interface Ink {
  readonly style: SvgStyle;
  readonly segments: PathSegment[];
}

/** A `<text>` as outlines (SVG 2, 11), in the fonts of the template set: no font of the machine has a say. */
export function drawText(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  return inkOf(run, el, context).flatMap(({ style, segments }) =>
    typed(paintOutline(run, el, { segments }, { ...context, style }, 1), style.font.size * scaleOf(context.ctm)),
  );
}

/** Letters that know how large they are, for who judges whether they can be read. */
const typed = (shapes: readonly VectorShape[], size: number): readonly VectorShape[] =>
  shapes.map((shape) => {
    if (shape.kind === 'path') return { ...shape, type: size };
    if (shape.kind !== 'group') return shape;
    return { ...shape, shapes: typed(shape.shapes, shape.transform ? size / scaleOf(shape.transform) : size) };
  });

/** All of a text as one outline, for clips. */
export const textOutline = (run: SvgRun, el: SvgElement, context: DrawContext): PathData => ({
  segments: inkOf(run, el, context).flatMap(({ segments }) => segments),
});

/** One glyph to be placed, from the chunk's beginning. */
interface Glyph {
  readonly face: FontFace;
  readonly id: number;
  readonly style: SvgStyle;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly rotate: number;
}

interface Line {
  readonly style: SvgStyle;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function inkOf(run: SvgRun, el: SvgElement, context: DrawContext): readonly Ink[] {
  const chars = charsOf(run, el, context.style, context.view);
  const inks: Ink[] = [];
  // Apart from the glyphs: where two outlines overlap that go round different ways, one path of both would have a hole.
  const lines: Ink[] = [];
  const draw = (style: SvgStyle, segments: readonly PathSegment[], map: Matrix): void => {
    const last = inks.at(-1);
    const placed = transformPath({ segments }, map).segments;
    if (last && last.style === style) for (const s of placed) last.segments.push(s);
    else inks.push({ style, segments: [...placed] });
  };
  let pen = { x: 0, y: 0 };
  for (const chunk of chunksOf(chars)) {
    const [first] = chunk;
    if (!first) continue;
    const set = setChunk(run, chunk);
    const { font } = first.style;
    const anchor = font.anchor === 'middle' ? 0.5 : (font.anchor === 'end') !== (font.direction === 'rtl') ? 1 : 0;
    const path = first.along && pathOf(run, first.along, context);
    if (first.along && !path) continue;
    if (path) {
      const begin = path.start - anchor * set.width;
      for (const g of set.glyphs) {
        const place = path.at(begin + g.x + g.advance / 2);
        if (!place) continue;
        const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
        const half = g.advance / 2;
        draw(
          g.style,
          glyphOutline(g.face, g.id),
          scaled([cos, sin, -sin, cos, place.x - cos * half - sin * g.y, place.y - sin * half + cos * g.y], g),
        );
      }
      continue;
    }
    const x = (first.x ?? pen.x) - anchor * set.width;
    const y = first.y ?? pen.y;
    for (const line of set.lines)
      lines.push({ style: line.style, segments: [...rectPath({ ...line, x: x + line.x, y: y + line.y }).segments] });
    for (const g of set.glyphs) {
      const turn = (g.rotate * Math.PI) / 180;
      draw(
        g.style,
        glyphOutline(g.face, g.id),
        scaled([Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), x + g.x, y + g.y], g),
      );
    }
    pen = { x: x + set.width, y: y + set.drop };
  }
  return [...inks, ...lines].filter((ink) => ink.segments.length > 0);
}

function scaled([a, b, c, d, e, f]: Matrix, { face, style }: Glyph): Matrix {
  const s = style.font.size / face.unitsPerEm;
  return [a * s, b * s, c * s, d * s, e, f];
}

/** Text is anchored anew wherever a character has a place of its own, and along each path. */
function chunksOf(chars: readonly Char[]): readonly (readonly Char[])[] {
  const chunks: Char[][] = [];
  let last: Char | undefined;
  for (const char of chars) {
    if (!last || char.x !== undefined || char.y !== undefined || char.along !== last.along) chunks.push([]);
    chunks.at(-1)?.push(char);
    last = char;
  }
  return chunks;
}

/** Characters of one style without a shift of their own between them: they are shaped together. */
function piecesOf(chunk: readonly Char[]): readonly (readonly Char[])[] {
  const pieces: Char[][] = [];
  let last: Char | undefined;
  for (const char of chunk) {
    const together =
      last && last.style === char.style && char.dx === 0 && char.dy === 0 && char.rotate === 0 && last.rotate === 0;
    if (!together) pieces.push([]);
    pieces.at(-1)?.push(char);
    last = char;
  }
  return pieces;
}

interface SetChunk {
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly drop: number;
}

function setChunk(run: SvgRun, chunk: readonly Char[]): SetChunk {
  const glyphs: Glyph[] = [];
  const lines: Line[] = [];
  let x = 0;
  let drop = 0;
  for (const piece of piecesOf(chunk)) {
    const [first] = piece;
    if (!first) continue;
    const { style } = first;
    const { font } = style;
    x += first.dx;
    drop += first.dy;
    const faces = facesOf(run, style, first);
    const [main] = faces;
    if (!main) continue;
    const em = font.size / main.unitsPerEm;
    const y = drop + raised(font.baseline, main) * em - font.shift;
    const features = font.letterSpacing === 0 ? [] : ['-clig', '-liga'];
    const text = piece.map((c) => c.char).join('');
    const { runs, missing } = itemize(text, { faces, features, lang: run.host.lang, size: font.size, direction: font.direction });
    const [lacking] = missing;
    if (lacking) {
      const name = String.fromCodePoint(lacking.codePoint);
      const code = lacking.codePoint.toString(16).toUpperCase().padStart(4, '0');
      complain(run, 'missing-glyph', `No font has “${name}” (U+${code}), which the drawing’s text needs.`, first);
    }
    const from = x;
    for (const { run: shaped } of leftToRight(runs)) {
      const scale = font.size / shaped.face.unitsPerEm;
      for (let i = 0; i < shaped.glyphs.length; i++) {
        const cluster = shaped.clusters[i];
        const ends = shaped.clusters[i + 1] !== cluster;
        const space = ends && shaped.text[cluster ?? 0] === ' ' ? font.wordSpacing : 0;
        const advance = (shaped.advances[i] ?? 0) * scale;
        glyphs.push({
          face: shaped.face,
          id: shaped.glyphs[i] ?? 0,
          style,
          x: x + (shaped.dx[i] ?? 0) * scale,
          y: y - (shaped.dy[i] ?? 0) * scale,
          advance,
          rotate: first.rotate,
        });
        x += advance + (ends ? font.letterSpacing : 0) + space;
      }
    }
    const stroke = (middle: number): void => {
      const height = main.underlineThickness * em;
      lines.push({ style, x: from, y: drop - font.shift + middle * em - height / 2, width: x - from, height });
    };
    if (font.underline) stroke(main.underlineOffset);
    if (font.lineThrough) stroke(main.strikeOffset);
  }
  return { glyphs, lines, width: x, drop };
}

/** How far below the given place the alphabetic baseline lies, in font units (css-inline-3, 4.1). */
function raised(baseline: SvgStyle['font']['baseline'], face: FontFace): number {
  switch (baseline) {
    case 'middle':
      return face.xHeight / 2;
    case 'central':
      return (face.ascent - face.descent) / 2;
    case 'hanging':
      return face.ascent * 0.8;
    case 'top':
      return face.ascent;
    case 'bottom':
      return -face.descent;
    default:
      return 0;
  }
}

function facesOf(run: SvgRun, { font }: SvgStyle, at: Char): readonly FontFace[] {
  const { fonts } = run.means;
  run.reads.add('fonts');
  if (font.families.length === 0) {
    run.reads.add('families');
    run.reads.add('lang');
  }
  if (!fonts || fonts.faces.length === 0) {
    complain(run, 'svg-unsupported', 'There is no font to set the drawing’s text in.', at);
    return [];
  }
  const generic = font.families.every((name) => GENERIC.has(name.toLowerCase()));
  const families = generic ? run.host.families : font.families;
  const faces = fonts.match({ families, weight: font.weight, style: font.slant });
  const declared =
    generic || families.some((name) => fonts.faces.some((face) => face.family.toLowerCase() === name.toLowerCase()));
  if (!declared) {
    const names = families.map((name) => `“${name}”`).join(', ');
    complain(run, 'font-family-undeclared', `The drawing’s text is set in ${names}, which no @font-face declares.`, at);
  }
  return faces.length > 0 ? faces : fonts.match({ families: [], weight: font.weight, style: font.slant });
}

const GENERIC = new Set(['serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui', 'inherit', 'initial']);

function complain(
  run: SvgRun,
  code: 'missing-glyph' | 'font-family-undeclared' | 'svg-unsupported',
  message: string,
  at: Char,
): void {
  const hint = 'Declare the font by @font-face in the template set’s stylesheet, or turn the text into outlines.';
  const span = at.words.source;
  const known = run.diagnostics.some((d) => d.code === code && d.message === message && d.span?.start === span?.start);
  if (!known) run.diagnostics.push(error(code, message, { span, hint }));
}

/** The path of a `<textPath>`, and where on it the text begins. null: there is none. */
function pathOf(run: SvgRun, el: SvgElement, context: DrawContext) {
  const href = el.attributes.get('href');
  const target = href?.value.startsWith('#') ? run.ids.get(href.value.slice(1)) : undefined;
  if (!target || !SHAPES.has(target.name)) {
    if (href && !href.value.startsWith('#'))
      unsupported(run, '<textPath> refers to another file.', href.source ?? el.source, 'Drawings read nothing but themselves.');
    else invalid(run, `There is no path ${href?.value ?? ''} for the text to run along.`, href?.source ?? el.source);
    return null;
  }
  const { own } = styleOf(run, target, context.style, context.view);
  const measured = measurePath(transformPath(outlineOf(run, target, context.view), own.transform));
  const offset = el.attributes.get('startoffset');
  const start = offset ? parseLength(offset.value, measured.length) : 0;
  if (start === null) invalid(run, `“${offset?.value}” is no startOffset.`, offset?.source ?? el.source);
  return { start: start ?? 0, at: measured.at };
}

import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { apply } from '../../core/geometry.ts';
import { type Bounds, transformBounds } from '../pictures/paths.ts';
import { layersBehind, meets } from './ground.ts';
import { glyphBoxes } from './ink.ts';
import type { Paragraph } from './paragraphs.ts';
import { colorAt } from './sample.ts';
import type { Layers, PaintedText } from './scene.ts';

/** Parts of the smaller type's size: letters that come nearer than this to each other only touch. */
const TOUCH = 0.12;
/** Rows of lines whose heights meet by less cannot have letters that overlap. */
const ROWS = 0.2;
/** A part of the letters hidden: more than this is told, more than half is an error. */
const HIDDEN = 0.15;

const boxesOf = ({ glyphs, matrix }: PaintedText): readonly Bounds[] =>
  glyphBoxes(glyphs).map((box) => (matrix ? transformBounds(box, matrix) : box));

const area = (b: Bounds): number => (b.maxX - b.minX) * (b.maxY - b.minY);

/** What of the ink of the smaller of two texts lies under or over the other's, 0..1; 0 where they only touch. */
function overlap(a: PaintedText, b: PaintedText): number {
  const size = Math.min(a.glyphs.size * a.scale, b.glyphs.size * b.scale);
  const inA = boxesOf(a).filter((box) => meets(box, b.bounds));
  if (inA.length === 0) return 0;
  const all = boxesOf(b);
  const inB = all.filter((box) => meets(box, a.bounds));
  let shared = 0;
  let touches = true;
  for (const p of inA) {
    for (const q of inB) {
      const width = Math.min(p.maxX, q.maxX) - Math.max(p.minX, q.minX);
      const height = Math.min(p.maxY, q.maxY) - Math.max(p.minY, q.minY);
      if (width <= 0 || height <= 0) continue;
      shared += width * height;
      if (width > TOUCH * size && height > TOUCH * size) touches = false;
    }
  }
  if (touches) return 0;
  const sum = (boxes: readonly Bounds[]) => boxes.reduce((total, box) => total + area(box), 0);
  return shared / Math.min(sum(boxesOf(a)), sum(all));
}

/** Paragraphs whose letters stand on each other. Told once for each paragraph that comes second. */
export function judgeOverlaps(paragraphs: readonly Paragraph[]): readonly Diagnostic[] {
  const all = paragraphs
    .flatMap((paragraph) => paragraph.texts.map((text) => ({ paragraph, text })))
    .sort((a, b) => a.text.bounds.minY - b.text.bounds.minY);
  const found = new Map<Paragraph, { texts: PaintedText[]; part: number }>();
  all.forEach(({ paragraph, text }, i) => {
    for (let k = i + 1; k < all.length; k++) {
      const other = all[k];
      if (!other || other.text.bounds.minY >= text.bounds.maxY) break;
      if (other.paragraph === paragraph || !meets(text.bounds, other.text.bounds)) continue;
      const size = Math.min(text.glyphs.size * text.scale, other.text.glyphs.size * other.text.scale);
      const rows = Math.min(text.bounds.maxY, other.text.bounds.maxY) - other.text.bounds.minY;
      if (rows < ROWS * size) continue;
      const part = overlap(text, other.text);
      if (part === 0) continue;
      const [later, own] =
        paragraphs.indexOf(paragraph) > paragraphs.indexOf(other.paragraph) ? [paragraph, text] : [other.paragraph, other.text];
      const known = found.get(later);
      if (known) {
        if (!known.texts.includes(own)) known.texts.push(own);
        known.part = Math.max(known.part, part);
      } else found.set(later, { texts: [own], part });
    }
  });
  return [...found].map(([paragraph, { texts, part }]) =>
    (part > 0.5 ? error : warning)('text-over-text', 'This text stands on another text.', {
      span: paragraph.spanOf(texts),
      hint: 'Make room for both in the stylesheet, or shorten one of them.',
    }),
  );
}

/** What is painted after a text, on each level. */
function layersAbove(text: PaintedText): Layers {
  return text.before.flatMap(({ layers, count }, level) => {
    // The faded group itself that the text stands in comes next on the level outside it.
    const from = level < text.before.length - 1 ? count + 1 : count;
    if (from >= layers.length) return [];
    return layersBehind(layers.slice(from), layers.length - from, text.band).filter(({ bounds }) => {
      const thin = bounds.maxY - bounds.minY < 0.15 * text.glyphs.size * text.scale;
      return !thin;
    });
  });
}

const COLUMNS = 24;
const ROWS_SAMPLED = [0.15, 0.5, 0.85];

/** The part of a text that something painted later hides, 0..1. */
function hidden(text: PaintedText): number {
  const above = layersAbove(text);
  if (above.length === 0) return 0;
  const { glyphs, matrix, width } = text;
  const cap = (glyphs.run.face.capHeight / glyphs.run.face.unitsPerEm) * glyphs.size;
  let count = 0;
  for (let c = 0; c < COLUMNS; c++) {
    for (const row of ROWS_SAMPLED) {
      const local = { x: glyphs.x + (width * (c + 0.5)) / COLUMNS, y: glyphs.y - cap * row };
      const p = matrix ? apply(matrix, local) : local;
      if (colorAt(above, 0, above.length, p.x, p.y)[3] > 0.5) count++;
    }
  }
  return count / (COLUMNS * ROWS_SAMPLED.length);
}

/** Texts that a box or a picture painted after them hides. */
export function judgeCovered(paragraph: Paragraph): Diagnostic | null {
  const covered: PaintedText[] = [];
  let most = 0;
  for (const text of paragraph.texts) {
    const part = hidden(text);
    if (part <= HIDDEN) continue;
    covered.push(text);
    most = Math.max(most, part);
  }
  if (covered.length === 0) return null;
  const make = most > 0.5 ? error : warning;
  return make('text-covered', `Something stands on this text and hides ${Math.round(most * 100)} % of it.`, {
    span: paragraph.spanOf(covered),
    hint: 'Move one of the two, or let the text be painted later: position: relative and a larger z-index.',
  });
}

import type { GlyphRun } from '../../core/display.ts';
import { glyphOf } from '../../core/text/index.ts';
import type { ShapedRun } from '../../core/text/types.ts';
import type { Canvas } from './canvas.ts';
import type { BaseFont } from './fonts/base.ts';
import { type Cluster, clustersOf, readable } from './fonts/clusters.ts';
import { firstOf, giveMeanings, SILENT } from './fonts/meanings.ts';
import { metricsOf } from './fonts/metrics.ts';
import { hex4 } from './syntax.ts';
import type { Resource } from './writer.ts';

/** A stretch of a run as the insides of TJ arrays, one a font, where nothing about it depends on the document, the size or spacing: every cluster is one glyph. */
interface PlainStretch {
  readonly parts: readonly { readonly font: Resource; readonly array: string }[];
  /** The pen after it, thousandths of an em. */
  readonly pen: number;
  /** A space stands before other glyphs: word spacing would move these. */
  readonly spaced: boolean;
}

/** Base font → run → from and to → its arrays; null: the stretch is not that plain. Runs are cached by whoever shapes, so texts that many documents share are met again. */
const plainStretches = new WeakMap<BaseFont, WeakMap<ShapedRun, Map<number, PlainStretch | null>>>();

const SPACE = 0x20;
/** Thousandths of an em between characters that are whispered before a letter: too little for a reader to see a gap. */
const WHISPERED = 20;

/**
 * Readers take what stands in a line from right to left for letters in the order that they stand in, and turn all of it around, what an ActualText says too.
 * So there one glyph says one character: what comes after the first one (vowel signs, joiners, the second letter of a ligature) is said left of it.
 */
function saidApart(run: ShapedRun, { text }: Cluster): readonly string[] {
  if (!run.rtl || text.length < 2) return [];
  return [...text].slice(1).reverse();
}

/** Draws one stretch of glyphs: show-text operators (ISO 32000-1, 9.4.3) with what HarfBuzz says beyond the glyphs' own widths. */
export function paintGlyphs(canvas: Canvas, item: GlyphRun): void {
  const { run, from, to, size } = item;
  if (from >= to || size <= 0) return;
  const base = canvas.fonts.base(run);
  const { text } = canvas;
  text.begin(item.color);
  if (item.actualText !== undefined) text.openSpan(item.actualText);
  const plain = plainStretch(base, item);
  if (plain && (item.wordSpacing === 0 || !plain.spaced)) {
    plain.parts.forEach(({ font, array }, i) => {
      text.font(font, size);
      if (i === 0) {
        text.spacing(item.letterSpacing);
        text.rise(0);
        text.moveTo(item.x, item.y, size);
      }
      text.array(array);
    });
    text.advance((plain.pen * size) / 1000 + item.letterSpacing * (to - from));
  } else {
    paintSlowly(canvas, base, item);
  }
  if (item.actualText !== undefined) text.closeSpan();
}

function paintSlowly(canvas: Canvas, base: BaseFont, item: GlyphRun): void {
  const { run, size } = item;
  const { text } = canvas;
  const { widths } = metricsOf(run.face);
  const scale = 1000 / run.face.unitsPerEm;
  const letter = (item.letterSpacing * 1000) / size;
  const word = (item.wordSpacing * 1000) / size;
  const fontOf = (glyph: number): Resource =>
    base.meanings.has(glyph) ? base.resourceOf(glyph) : canvas.fonts.extra(run.face).resource;
  // Glyph 0 is the box that fonts draw for what they lack: the layout has reported it.
  const first = run.glyphs.subarray(item.from, item.to).find((glyph) => glyph !== 0);
  if (first === undefined) return;
  text.font(fontOf(first), size);
  text.spacing(item.letterSpacing);
  text.moveTo(item.x, item.y, size);
  // Both in thousandths of an em from the run's start: where a viewer's pen is, and where the next glyph's origin belongs.
  let pen = 0;
  let origin = 0;
  const show = (i: number, at: number): void => {
    const glyph = run.glyphs[i] ?? 0;
    text.rise(((run.dy[i] ?? 0) * scale * size) / 1000);
    text.font(fontOf(glyph), size);
    pen -= text.adjust(pen - at);
    text.code(glyph);
    pen += (widths[glyph] ?? 0) + letter;
  };
  const space = glyphOf(run.face, SPACE);
  /** Says a character where it belongs in the line, for what shows it stands in another glyph, or elsewhere. */
  const whisper = (character: string, at: number): void => {
    if (space === 0) return;
    if (!base.meanings.has(space)) giveMeanings(canvas.fonts.extra(run.face).meanings, run.face, [space], ' ', true);
    text.rise(0);
    text.font(fontOf(space), size);
    pen -= text.adjust(pen - at);
    text.openSpan(character);
    text.code(space);
    text.closeSpan();
    pen += (widths[space] ?? 0) + letter;
  };
  const marks: { readonly glyph: number; readonly at: number }[] = [];
  for (const cluster of clustersOf(run)) {
    if (cluster.to <= item.from || cluster.from >= item.to) continue;
    const hasBase =
      cluster.to - cluster.from > 1 && run.advances.subarray(cluster.from, cluster.to).some((advance) => advance > 0);
    const isMark = (i: number): boolean => hasBase && (run.advances[i] ?? 0) <= 0;
    const apart = item.actualText === undefined ? saidApart(run, cluster) : [];
    if (apart.length > 0) {
      let left = origin;
      for (let i = cluster.from, x = origin; i < cluster.to; i++) {
        if (!isMark(i)) left = Math.min(left, x + (run.dx[i] ?? 0) * scale);
        x += (run.advances[i] ?? 0) * scale;
      }
      apart.forEach((character, k) => {
        whisper(character, left - WHISPERED * (apart.length - k));
      });
    }
    const said = run.rtl ? firstOf(cluster.text) : cluster.text;
    const actual = meaningDiffers(canvas, base, run, cluster, said, isMark);
    if (actual && item.actualText === undefined) text.openSpan(said);
    for (let i = cluster.from; i < cluster.to; i++) {
      const at = origin + (run.dx[i] ?? 0) * scale;
      if (run.glyphs[i] !== 0) {
        if (isMark(i)) marks.push({ glyph: i, at });
        else show(i, at);
      }
      origin += (run.advances[i] ?? 0) * scale;
    }
    origin += letter + (cluster.space ? word : 0);
    if (actual && item.actualText === undefined) text.closeSpan();
  }
  // Readers find words by where glyphs begin and end, so marks among the letters would tear these apart: they come after, and say nothing.
  if (marks.length > 0) {
    if (item.actualText === undefined) text.openSpan('');
    for (const { glyph, at } of marks) show(glyph, at);
    if (item.actualText === undefined) text.closeSpan();
  }
  text.rise(0);
  text.advance((pen * size) / 1000);
}

/**
 * Whether the meanings of the glyphs that stand in the line, one after another, fail to give the text that they are to be read as. Gives meanings to glyphs that have
 * none yet.
 */
function meaningDiffers(
  canvas: Canvas,
  base: BaseFont,
  run: ShapedRun,
  cluster: Cluster,
  text: string,
  isMark: (glyph: number) => boolean,
): boolean {
  const indices: number[] = [];
  for (let i = cluster.from; i < cluster.to; i++) if (run.glyphs[i] !== 0) indices.push(i);
  if (indices.length === 0) return false;
  if (run.rtl) indices.reverse();
  const glyphs = indices.map((i) => run.glyphs[i] ?? 0);
  let said = '';
  for (const i of indices) {
    const glyph = run.glyphs[i] ?? 0;
    let meaning = base.meanings.get(glyph);
    if (meaning === undefined) {
      const extra = canvas.fonts.extra(run.face);
      giveMeanings(extra.meanings, run.face, glyphs, cluster.text, run.rtl);
      meaning = extra.meanings.get(glyph) ?? '';
    }
    if (!isMark(i)) said += meaning;
  }
  // A silent glyph's meaning would be read as a character: then the cluster speaks for itself.
  return said.includes(SILENT) || readable(said) !== text;
}

function plainStretch(base: BaseFont, { run, from, to }: GlyphRun): PlainStretch | null {
  let ofBase = plainStretches.get(base);
  if (!ofBase) {
    ofBase = new WeakMap();
    plainStretches.set(base, ofBase);
  }
  let ofRun = ofBase.get(run);
  if (!ofRun) {
    ofRun = new Map();
    ofBase.set(run, ofRun);
  }
  const key = from * 0x10000 + to;
  const known = ofRun.get(key);
  if (known !== undefined) return known;
  const made = makeStretch(base, run, from, to);
  ofRun.set(key, made);
  return made;
}

function makeStretch(base: BaseFont, run: ShapedRun, from: number, to: number): PlainStretch | null {
  const { glyphs, advances, dx, dy } = run;
  const clusters = clustersOf(run).filter((cluster) => cluster.from < to && cluster.to > from);
  for (const { from: at, to: end, text } of clusters) {
    const glyph = glyphs[at] ?? 0;
    if (end - at !== 1 || dy[at] !== 0 || readable(base.meanings.get(glyph) ?? '\0') !== text) return null;
  }
  const { widths } = metricsOf(run.face);
  const scale = 1000 / run.face.unitsPerEm;
  const parts: { font: Resource; array: string }[] = [];
  let part = { font: base.resourceOf(glyphs[from] ?? 0), array: '' };
  let pen = 0;
  let origin = 0;
  let open = false;
  const close = (): void => {
    if (open) part.array += '>';
    open = false;
  };
  for (let i = from; i < to; i++) {
    const glyph = glyphs[i] ?? 0;
    const by = Math.round((pen - (origin + (dx[i] ?? 0) * scale)) * 10) / 10;
    if (by !== 0) {
      close();
      part.array += String(by);
      pen -= by;
    }
    const font = base.resourceOf(glyph);
    if (font !== part.font) {
      close();
      if (part.array) parts.push(part);
      part = { font, array: '' };
    }
    part.array += open ? hex4(glyph) : `<${hex4(glyph)}`;
    open = true;
    pen += widths[glyph] ?? 0;
    origin += (advances[i] ?? 0) * scale;
  }
  close();
  if (part.array) parts.push(part);
  let last = clusters.length - 1;
  while (last >= 0 && clusters[last]?.space) last--;
  return { parts, pen, spaced: clusters.slice(0, Math.max(0, last)).some(({ space }) => space) };
}

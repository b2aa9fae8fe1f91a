import type { GlyphRun } from '../../core/display.ts';
import { glyphBox } from '../../core/text/ink.ts';
import type { Bounds } from '../pictures/paths.ts';

/** Space, no-break space and the like leave no ink. */
const isBlank = ({ run }: GlyphRun, i: number): boolean => {
  const unit = run.text.charCodeAt(run.clusters[i] ?? 0);
  return unit === 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x202f || unit === 0x3000;
};

/** What letter and word spacing add after a glyph, pt. */
function extra(item: GlyphRun, i: number): number {
  const { letterSpacing, wordSpacing, run } = item;
  if (letterSpacing === 0 && wordSpacing === 0) return 0;
  const ends = run.clusters[i] !== run.clusters[i + 1];
  return (ends ? letterSpacing : 0) + (isBlank(item, i) ? wordSpacing : 0);
}

/** Where a run may leave ink, without its blank ends: as high as the font's ascent, as low as its descent. Quick. */
export function runBox(item: GlyphRun): Bounds {
  const { run, size, y } = item;
  const scale = size / run.face.unitsPerEm;
  let [from, to] = [item.from, item.to];
  while (from < to && isBlank(item, from)) from++;
  while (to > from && isBlank(item, to - 1)) to--;
  let x = item.x;
  for (let i = item.from; i < from; i++) x += (run.advances[i] ?? 0) * scale + extra(item, i);
  let width = 0;
  if (item.letterSpacing === 0 && item.wordSpacing === 0) {
    let units = 0;
    for (let i = from; i < to; i++) units += run.advances[i] ?? 0;
    width = units * scale;
  } else for (let i = from; i < to; i++) width += (run.advances[i] ?? 0) * scale + extra(item, i);
  return { minX: x, minY: y - run.face.ascent * scale, maxX: x + width, maxY: y + run.face.descent * scale };
}

/** The ink of each glyph that leaves some, from its outline. */
export function glyphBoxes(item: GlyphRun): readonly Bounds[] {
  const { run, size, y } = item;
  const scale = size / run.face.unitsPerEm;
  const boxes: Bounds[] = [];
  let pen = item.x;
  for (let i = item.from; i < item.to; i++) {
    const [left, top, right, bottom] = glyphBox(run.face, run.glyphs[i] ?? 0);
    if (right > left) {
      const x = pen + (run.dx[i] ?? 0) * scale;
      const base = y - (run.dy[i] ?? 0) * scale;
      boxes.push({ minX: x + left * scale, minY: base - top * scale, maxX: x + right * scale, maxY: base - bottom * scale });
    }
    pen += (run.advances[i] ?? 0) * scale + extra(item, i);
  }
  return boxes;
}

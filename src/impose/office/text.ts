import { BLACK } from '../../core/color.ts';
import type { Item } from '../../core/display.ts';
import type { Point, Pt } from '../../core/geometry.ts';
import { itemize } from '../../core/text/index.ts';
import type { FontFace } from '../../core/text/types.ts';

/** A line on a sheet, from the baseline's start: for those who cut and glue, never content. */
export function lineOfText(text: string, { x, y }: Point, size: Pt, faces: readonly FontFace[]): readonly Item[] {
  const { runs } = itemize(text, { faces, features: [], lang: 'und', size, direction: 'ltr' });
  let pen = x;
  return runs.map(({ run }): Item => {
    const at = pen;
    pen += (run.width / run.face.unitsPerEm) * size;
    const flat = { letterSpacing: 0, wordSpacing: 0, color: BLACK, content: null };
    return { kind: 'glyphs', run, from: 0, to: run.glyphs.length, x: at, y, size, ...flat };
  });
}

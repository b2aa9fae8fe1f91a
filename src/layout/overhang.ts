import type { Pt } from '../core/geometry.ts';
import type { Fragment, LineFragment } from './types.ts';

/** By how much a line stands out of its column to either side; a hanging indent is meant to. */
export function overhang(line: LineFragment, { box, width, lines }: Fragment): Pt {
  const hangs = line === lines?.[0] && box.style.textIndent.pt + box.style.textIndent.percent < 0;
  const hang = hangs ? Math.max(0, -line.x) : 0;
  return Math.max(line.width - hang - width, line.x + line.width - width, -line.x - hang);
}

import type { Pt } from '../core/geometry.ts';
import type { Fragment, LineFragment } from './types.ts';

/** Lines may be this much wider than their room and still fit: 1/64 px, in which Chromium counts; it allows its lines one more. */
export const LINE_EPSILON: Pt = 0.75 / 64;

/** By how much a line stands out of its column to either side; a hanging indent is meant to. */
export function overhang(line: LineFragment, { box, width, lines }: Fragment): Pt {
  const hangs = line === lines?.[0] && box.style.textIndent.pt + box.style.textIndent.percent < 0;
  const hang = hangs ? Math.max(0, -line.x) : 0;
  return Math.max(line.width - hang - width, line.x + line.width - width, -line.x - hang);
}

import type { GradientStop } from '../../../core/color.ts';

/** A gradient repeated more often than this over what it fills is a texture that nobody sees. */
const MOST_REPEATS = 256;

/**
 * The stops of a gradient that is repeated or reflected (SVG 2, 14.2.2) from `from` to `to`, in lengths of the gradient: offsets 0 to 1 over that
 * stretch. PDF knows only padding.
 */
export function spreadStops(
  stops: readonly GradientStop[],
  reflect: boolean,
  from: number,
  to: number,
): { readonly stops: readonly GradientStop[]; readonly from: number; readonly to: number } {
  const first = Math.max(Math.floor(from), -MOST_REPEATS / 2);
  const last = Math.max(first + 1, Math.min(Math.ceil(to), MOST_REPEATS / 2));
  const padded = [...stops];
  const [start] = stops;
  const end = stops.at(-1);
  if (start && start.offset > 0) padded.unshift({ ...start, offset: 0 });
  if (end && end.offset < 1) padded.push({ ...end, offset: 1 });
  const out: GradientStop[] = [];
  for (let i = first; i < last; i++) {
    const turned = reflect && i % 2 !== 0;
    const one = turned ? padded.map(({ offset, color }) => ({ offset: 1 - offset, color })).reverse() : padded;
    for (const { offset, color } of one) out.push({ offset: (i + offset - first) / (last - first), color });
  }
  return { stops: out, from: first, to: last };
}

/** Where a linear gradient's line stands at the corners of a box: the smallest and the largest parameter. */
export function linearReach(
  line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number },
  corners: readonly { readonly x: number; readonly y: number }[],
): readonly [number, number] {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const length = dx * dx + dy * dy;
  const at = corners.map(({ x, y }) => ((x - line.x1) * dx + (y - line.y1) * dy) / length);
  return [Math.min(0, ...at), Math.max(1, ...at)];
}

/** The largest parameter that circles from focus to rim need to reach all corners. */
export function radialReach(
  c: {
    readonly fx: number;
    readonly fy: number;
    readonly fr: number;
    readonly cx: number;
    readonly cy: number;
    readonly r: number;
  },
  corners: readonly { readonly x: number; readonly y: number }[],
): number {
  let most = 1;
  const dx = c.cx - c.fx;
  const dy = c.cy - c.fy;
  const dr = c.r - c.fr;
  for (const { x, y } of corners) {
    // The largest t with |p − f − t·d| = fr + t·dr.
    const px = x - c.fx;
    const py = y - c.fy;
    const a = dx * dx + dy * dy - dr * dr;
    const b = px * dx + py * dy + c.fr * dr;
    const e = px * px + py * py - c.fr * c.fr;
    if (Math.abs(a) < 1e-9) {
      if (b !== 0) most = Math.max(most, e / (2 * b));
      continue;
    }
    const root = b * b - a * e;
    if (root >= 0) most = Math.max(most, (b + Math.sqrt(root)) / a, (b - Math.sqrt(root)) / a);
  }
  return Number.isFinite(most) ? most : 1;
}

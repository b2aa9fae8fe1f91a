import { apply, type Matrix } from '../../core/geometry.ts';
import { invert } from './paths.ts';

/** A linear gradient seen through an affine map is one again: its colour is a linear function of the place, whatever becomes of right angles. */
export function mapLinear(
  m: Matrix,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): { x1: number; y1: number; x2: number; y2: number } | null {
  const back = invert(m);
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  if (!back || length === 0) return null;
  // t(p) = g·p + constant in the new coordinates.
  const gx = (dx * back[0] + dy * back[1]) / length;
  const gy = (dx * back[2] + dy * back[3]) / length;
  const size = gx * gx + gy * gy;
  const start = apply(m, { x: x1, y: y1 });
  return { x1: start.x, y1: start.y, x2: start.x + gx / size, y2: start.y + gy / size };
}

import type { Point } from '../../../core/geometry.ts';

type Curve = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/**
 * An elliptical arc as cubic curves of at most a quarter turn each (SVG 2, B.2: endpoint to centre form, radii enlarged where too small).
 * @param rotation of the ellipse's x axis, degrees
 */
export function arcToCurves(
  from: Point,
  to: Point,
  rx0: number,
  ry0: number,
  rotation: number,
  large: boolean,
  sweep: boolean,
): 'line' | readonly Curve[] {
  if (from.x === to.x && from.y === to.y) return [];
  if (rx0 === 0 || ry0 === 0) return 'line';
  const phi = (rotation * Math.PI) / 180;
  const cos = Math.cos(phi);
  const sin = Math.sin(phi);
  const dx = (from.x - to.x) / 2;
  const dy = (from.y - to.y) / 2;
  const px = cos * dx + sin * dy;
  const py = -sin * dx + cos * dy;
  const lambda = (px * px) / (rx0 * rx0) + (py * py) / (ry0 * ry0);
  const grow = lambda > 1 ? Math.sqrt(lambda) : 1;
  const rx = rx0 * grow;
  const ry = ry0 * grow;
  const numerator = rx * rx * ry * ry - rx * rx * py * py - ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, numerator / (rx * rx * py * py + ry * ry * px * px)));
  const factor = large === sweep ? -root : root;
  const ccx = (factor * rx * py) / ry;
  const ccy = (-factor * ry * px) / rx;
  const cx = cos * ccx - sin * ccy + (from.x + to.x) / 2;
  const cy = sin * ccx + cos * ccy + (from.y + to.y) / 2;
  const start = Math.atan2((py - ccy) / ry, (px - ccx) / rx);
  let turn = Math.atan2((-py - ccy) / ry, (-px - ccx) / rx) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  if (![cx, cy, start, turn].every(Number.isFinite)) return 'line';

  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / parts;
  const arm = (4 / 3) * Math.tan(step / 4);
  const at = (angle: number) => {
    const ex = rx * Math.cos(angle);
    const ey = ry * Math.sin(angle);
    return { x: cx + cos * ex - sin * ey, y: cy + sin * ex + cos * ey };
  };
  const slope = (angle: number) => {
    const ex = -rx * Math.sin(angle);
    const ey = ry * Math.cos(angle);
    return { x: cos * ex - sin * ey, y: sin * ex + cos * ey };
  };
  const curves: Curve[] = [];
  for (let i = 0; i < parts; i++) {
    const a = start + i * step;
    const b = a + step;
    const p = i === 0 ? from : at(a);
    const q = i === parts - 1 ? to : at(b);
    const dp = slope(a);
    const dq = slope(b);
    curves.push([p.x + arm * dp.x, p.y + arm * dp.y, q.x - arm * dq.x, q.y - arm * dq.y, q.x, q.y]);
  }
  return curves;
}

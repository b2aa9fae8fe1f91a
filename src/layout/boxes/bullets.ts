import type { Color } from '../../core/color.ts';
import type { PathSegment } from '../../core/display.ts';
import type { Picture, VectorShape } from '../types.ts';

/** Bullets that few fonts have are drawn; a disc is a character that all have. */
export type Bullet = 'circle' | 'square';

/** The shape stands in the upper 7 of 10 parts: at half the height of capitals, as browsers have it. */
const BOX = { x: 0, y: 0, width: 7, height: 10 };
/** Control points of a quarter circle. */
const K = 0.5523;

function circle(center: number, r: number): readonly PathSegment[] {
  const [a, b, k] = [center - r, center + r, K * r];
  return [
    ['M', b, center],
    ['C', b, center + k, center + k, b, center, b],
    ['C', center - k, b, a, center + k, a, center],
    ['C', a, center - k, center - k, a, center, a],
    ['C', center + k, a, b, center - k, b, center],
    ['Z'],
  ];
}

function shapeOf(bullet: Bullet, color: Color): VectorShape {
  if (bullet === 'circle') return { kind: 'path', path: { segments: circle(3.5, 2.9) }, stroke: { color, width: 0.9 } };
  const segments: readonly PathSegment[] = [['M', 0.5, 0.5], ['L', 6.5, 0.5], ['L', 6.5, 6.5], ['L', 0.5, 6.5], ['Z']];
  return { kind: 'path', path: { segments }, fill: { kind: 'color', color } };
}

/** A bullet for text of a size (pt): its foot on the baseline. */
export function bulletPicture(bullet: Bullet, color: Color, size: number): Picture {
  const [width, height] = [0.35 * size, 0.5 * size];
  const drawing = {
    viewBox: BOX,
    preserveAspectRatio: { align: { x: 0.5, y: 0.5 } as const, slice: false },
    shapes: [shapeOf(bullet, color)],
  };
  return {
    key: `bullet-${bullet}-${JSON.stringify(color)}`,
    width,
    height,
    ratio: width / height,
    body: { kind: 'vector', drawing },
  };
}

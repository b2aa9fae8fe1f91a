import type { Color, Fill } from '../../color.ts';
import type { Group, Item, PathData, PathSegment } from '../../display.ts';
import { apply, IDENTITY, type Matrix, multiply } from '../../geometry.ts';
import { glyphOutline } from '../outline.ts';
import type { FontFace } from '../types.ts';
import { type PaintFill, paintColorGlyph } from './paint.ts';
import { sweepFills } from './sweep.ts';

/** One glyph of a colour font as a drawing in font units, y upwards, its origin at (0, 0). */
export interface ColorGlyph {
  readonly items: readonly Item[];
  /** Equal keys, equal drawings. */
  readonly key: string;
}

const known = new WeakMap<FontFace, Map<string, ColorGlyph>>();

/** Made once a process for each glyph and text colour. */
export function colorGlyph(face: FontFace, glyph: number, text: Color): ColorGlyph {
  const ofFace = known.get(face) ?? new Map<string, ColorGlyph>();
  known.set(face, ofFace);
  const foreground = packed(text);
  const key = `${face.key} ${glyph} ${foreground}`;
  let made = ofFace.get(key);
  if (!made) {
    made = { key, items: draw(face, glyph, foreground) };
    ofFace.set(key, made);
  }
  return made;
}

/** hb_color_t, opaque: how much a text is faded is said of the whole drawing. */
function packed(color: Color): number {
  const { r, g, b } = color.space === 'srgb' ? color : { r: 1 - color.k, g: 1 - color.k, b: 1 - color.k };
  const byte = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 255);
  return ((byte(b) << 24) | (byte(g) << 16) | (byte(r) << 8) | 255) >>> 0;
}

const SOURCE_IN = 5;

/** What was begun and not yet ended: a transform, a clip or a group. */
interface Frame {
  readonly kind: 'transform' | 'clip' | 'group';
  readonly transform?: Matrix;
  readonly clip?: PathData;
  readonly items: Item[];
}

function draw(face: FontFace, glyph: number, foreground: number): readonly Item[] {
  const root: Frame = { kind: 'group', items: [] };
  const stack: Frame[] = [root];
  const top = (): Frame => stack[stack.length - 1] ?? root;
  const path = (segments: readonly PathSegment[]): PathData => ({ segments: segments.map(upwards) });
  const everywhere = path(boxOf(-face.unitsPerEm, -face.unitsPerEm, 3 * face.unitsPerEm, 3 * face.unitsPerEm));
  paintColorGlyph(face, glyph, foreground, {
    push: (transform) => void stack.push({ kind: 'transform', transform, items: [] }),
    clipGlyph: (clip) => void stack.push({ kind: 'clip', clip: path(glyphOutline(face, clip)), items: [] }),
    clipBox: (xMin, yMin, xMax, yMax) =>
      void stack.push({ kind: 'clip', clip: path(boxOf(xMin, -yMax, xMax, -yMin)), items: [] }),
    pop() {
      const frame = stack.pop();
      if (frame) top().items.push(...closed(frame));
    },
    fill(fill) {
      // Back through transforms, which move the gradient, to the clip, which is what is filled.
      let at = stack.length - 1;
      let matrix = IDENTITY;
      while (stack[at]?.kind === 'transform') {
        matrix = multiply(stack[at]?.transform ?? IDENTITY, matrix);
        at--;
      }
      const clip = stack[at];
      const shape = clip?.kind === 'clip' ? clip.clip : undefined;
      (shape ? clip : top())?.items.push(...filled(shape ?? everywhere, fill, shape ? matrix : IDENTITY));
    },
    group: () => void stack.push({ kind: 'group', items: [] }),
    endGroup(mode) {
      const frame = stack.pop();
      if (!frame) return;
      const below = top();
      if (mode !== SOURCE_IN) {
        below.items.push(...frame.items);
        return;
      }
      // What shows of the source is what the backdrop covers: that is how fonts fade and cut a group.
      const backdrop = below.items.splice(0);
      if (frame.items.length === 0 || backdrop.length === 0) return;
      const alpha = flatAlpha(backdrop, everywhere);
      below.items.push({
        kind: 'group',
        ...(alpha === null ? { mask: { by: 'alpha', items: backdrop } } : { opacity: alpha }),
        items: frame.items,
      });
    },
  });
  return root.items;
}

/** A clip whose fill is its own shape needs no clipping. */
function closed({ kind, transform, clip, items }: Frame): readonly Item[] {
  if (items.length === 0) return [];
  if (kind === 'transform') return transform && !same(transform, IDENTITY) ? [{ kind: 'group', transform, items }] : items;
  if (kind === 'group' || !clip || items.every((item) => item.kind === 'path' && item.path === clip)) return items;
  const group: Group = { kind: 'group', clip, items };
  return [group];
}

function filled(path: PathData, fill: PaintFill, matrix: Matrix): readonly Item[] {
  if (fill.kind === 'sweep') return [{ kind: 'group', clip: path, items: sweepFills(fill, matrix) }];
  return [{ kind: 'path', content: null, path, fill: fillOf(fill, matrix) }];
}

function fillOf(fill: Exclude<PaintFill, { kind: 'sweep' }>, matrix: Matrix): Fill {
  switch (fill.kind) {
    case 'color':
      return fill;
    case 'radial':
      return same(matrix, IDENTITY) ? fill : { ...fill, transform: matrix };
    default:
      return lineFill(fill, matrix);
  }
}

/** The part of p0 → p1 at right angles to p0 → p2, which is where PDF's axis goes. */
function lineFill({ points, stops }: Extract<PaintFill, { kind: 'line' }>, matrix: Matrix): Fill {
  const { x: x0, y: y0 } = apply(matrix, { x: points[0], y: points[1] });
  const { x: x1, y: y1 } = apply(matrix, { x: points[2], y: points[3] });
  const { x: x2, y: y2 } = apply(matrix, { x: points[4], y: points[5] });
  const [px, py] = [y2 - y0, x0 - x2];
  const length = px * px + py * py;
  const part = length === 0 ? 0 : ((x1 - x0) * px + (y1 - y0) * py) / length;
  return length === 0
    ? { kind: 'linear', x1: x0, y1: y0, x2: x1, y2: y1, stops }
    : { kind: 'linear', x1: x0, y1: y0, x2: x0 + part * px, y2: y0 + part * py, stops };
}

/** The alpha of one flat colour over everything; null: it is not that plain. */
function flatAlpha(items: readonly Item[], everywhere: PathData): number | null {
  const [item] = items;
  if (items.length !== 1 || item?.kind !== 'path' || item.path !== everywhere || item.fill?.kind !== 'color') return null;
  return item.fill.color.a;
}

const upwards = (segment: PathSegment): PathSegment => {
  switch (segment[0]) {
    case 'C':
      return ['C', segment[1], -segment[2], segment[3], -segment[4], segment[5], -segment[6]];
    case 'Z':
      return segment;
    default:
      return [segment[0], segment[1], -segment[2]];
  }
};

const boxOf = (left: number, top: number, right: number, bottom: number): readonly PathSegment[] => [
  ['M', left, top],
  ['L', right, top],
  ['L', right, bottom],
  ['L', left, bottom],
  ['Z'],
];

const same = (a: Matrix, b: Matrix): boolean => a.every((value, i) => value === b[i]);

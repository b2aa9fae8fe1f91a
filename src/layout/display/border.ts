import type { Color } from '../../core/color.ts';
import type { Group, PathData, PathItem, PathSegment, Stroke } from '../../core/display.ts';
import type { Point, Pt } from '../../core/geometry.ts';
import type { BorderSide, Sides } from '../types.ts';
import { dashes, dots } from './dashes.ts';
import { insetShape, type Radii, ringPath, type Shape, shapePath } from './rounded.ts';

const NAMES = ['top', 'right', 'bottom', 'left'] as const;
type Name = (typeof NAMES)[number];

/** One side that shows. */
interface Side {
  readonly name: Name;
  readonly width: Pt;
  readonly style: Exclude<BorderSide['style'], 'none'>;
  readonly color: Color;
}

const all = (width: Pt): Sides<Pt> => ({ top: width, right: width, bottom: width, left: width });
const colorKey = (c: Color): string =>
  c.space === 'srgb' ? `${c.r} ${c.g} ${c.b} ${c.a}` : `k ${c.c} ${c.m} ${c.y} ${c.k} ${c.a}`;
const sameColor = (a: Color, b: Color): boolean =>
  a === b ||
  (a.space === 'srgb' && b.space === 'srgb'
    ? a.r === b.r && a.g === b.g && a.b === b.b && a.a === b.a
    : a.space === b.space && colorKey(a) === colorKey(b));
const artifact = (path: PathData, paint: Pick<PathItem, 'fill' | 'stroke'>): PathItem => ({
  kind: 'path',
  content: null,
  path,
  ...paint,
});
const filled = (path: PathData, color: Color): PathItem => artifact(path, { fill: { kind: 'color', color } });

/**
 * The borders of a box.
 * @param shape border box
 * @param widths used ones: 0 where a page break or the end of a line cuts the box
 */
export function borderItems(shape: Shape, widths: Sides<Pt>, written: Sides<BorderSide>): readonly (PathItem | Group)[] {
  const sides: Side[] = [];
  for (const name of NAMES) {
    const { style, color } = written[name];
    if (style !== 'none' && widths[name] > 0 && color.a > 0) sides.push({ name, width: widths[name], style, color });
  }
  const [first] = sides;
  if (!first) return [];
  const alike = sides.every((s) => s.style === first.style && sameColor(s.color, first.color));
  if (alike && sides.length === 4 && sides.every((s) => s.width === first.width)) return uniform(shape, first);
  if (alike && first.style === 'solid' && shape.radii) return [filled(ringPath(shape, insetShape(shape, widths)), first.color)];
  return byColor(sides).flatMap((same) => (shape.radii ? rounded(shape, widths, same) : straight(shape, widths, same)));
}

/** Sides that one path can paint: solid or double ones of one colour; dashed and dotted ones each alone. */
function byColor(sides: readonly Side[]): readonly (readonly Side[])[] {
  const groups = new Map<string, Side[]>();
  for (const side of sides) {
    const stroked = side.style === 'dashed' || side.style === 'dotted';
    const key = stroked ? side.name : `${side.style} ${colorKey(side.color)}`;
    const group = groups.get(key);
    if (group) group.push(side);
    else groups.set(key, [side]);
  }
  return [...groups.values()];
}

/** Four equal sides: a stroke along the middle, where that gives the same edges. */
function uniform(shape: Shape, side: Side): readonly PathItem[] {
  const { width, color } = side;
  const middle = insetShape(shape, all(width / 2));
  if (side.style === 'double') {
    const third = width / 3;
    return [
      filled(ringPath(shape, insetShape(shape, all(third))), color),
      filled(ringPath(insetShape(shape, all(2 * third)), insetShape(shape, all(width))), color),
    ];
  }
  if (side.style === 'solid') {
    const { width: w, height: h } = shape.rect;
    const room = w > width && h > width;
    if (room && strokable(shape.radii, width)) return [artifact(shapePath(middle), { stroke: { color, width } })];
    return [filled(ringPath(shape, insetShape(shape, all(width))), color)];
  }
  if (shape.radii) {
    const path = shapePath(middle);
    const stroke = side.style === 'dotted' ? dots(path, width, color) : dashes(path, width, color);
    return [artifact(path, { stroke })];
  }
  return NAMES.map((name) => sideStroke(shape, all(width), { ...side, name }));
}

/** The parallel of an ellipse is none; that of a circle is one, while it has a radius left. */
function strokable(radii: Radii | null, width: Pt): boolean {
  if (!radii) return true;
  return [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft].every(
    (r) => (r.x === 0 && r.y === 0) || (Math.abs(r.x - r.y) < 1e-6 && r.x > width / 2),
  );
}

/** Corner points of the border box and, `t` of the way, of the padding box. */
function corners({ rect }: Shape, widths: Sides<Pt>, t: number): readonly [Point, Point, Point, Point] {
  const left = rect.x + widths.left * t;
  const right = rect.x + rect.width - widths.right * t;
  const top = rect.y + widths.top * t;
  const bottom = rect.y + rect.height - widths.bottom * t;
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** One side between two depths of the border, 0 outside and 1 inside, mitred at its corners. */
function band(shape: Shape, widths: Sides<Pt>, name: Name, from: number, to: number): readonly PathSegment[] {
  const i = NAMES.indexOf(name);
  const outer = corners(shape, widths, from);
  const inner = corners(shape, widths, to);
  const points = [outer[i], outer[(i + 1) % 4], inner[(i + 1) % 4], inner[i]].filter((p) => p !== undefined);
  return [...points.map((p, n): PathSegment => [n === 0 ? 'M' : 'L', p.x, p.y]), ['Z']];
}

function straight(shape: Shape, widths: Sides<Pt>, sides: readonly Side[]): readonly PathItem[] {
  const [first] = sides;
  if (!first) return [];
  if (first.style === 'dashed' || first.style === 'dotted') return [sideStroke(shape, widths, first)];
  const bands =
    first.style === 'double'
      ? ([
          [0, 1 / 3],
          [2 / 3, 1],
        ] as const)
      : ([[0, 1]] as const);
  const segments = sides.flatMap((s) => bands.flatMap(([from, to]) => band(shape, widths, s.name, from, to)));
  return [filled({ segments }, first.color)];
}

/** A dashed or dotted side as a stroke along its middle. */
function sideStroke(shape: Shape, widths: Sides<Pt>, side: Side): PathItem {
  const [tl, tr, br, bl] = corners(shape, widths, 0.5);
  const { x, y, width, height } = shape.rect;
  const dotted = side.style === 'dotted';
  // Dots have their middles on the corners' middles; dashes reach to the corners.
  const ends: Readonly<Record<Name, readonly [Point, Point]>> = {
    top: dotted
      ? [tl, tr]
      : [
          { x, y: tl.y },
          { x: x + width, y: tl.y },
        ],
    right: dotted
      ? [tr, br]
      : [
          { x: tr.x, y },
          { x: tr.x, y: y + height },
        ],
    bottom: dotted
      ? [br, bl]
      : [
          { x: x + width, y: bl.y },
          { x, y: bl.y },
        ],
    left: dotted
      ? [bl, tl]
      : [
          { x: bl.x, y: y + height },
          { x: bl.x, y },
        ],
  };
  const [from, to] = ends[side.name];
  const path: PathData = {
    segments: [
      ['M', from.x, from.y],
      ['L', to.x, to.y],
    ],
  };
  const stroke: Stroke = dotted ? dots(path, side.width, side.color) : dashes(path, side.width, side.color);
  return artifact(path, { stroke });
}

/** Sides of one colour around round corners: the ring, clipped to the sides. */
function rounded(shape: Shape, widths: Sides<Pt>, sides: readonly Side[]): readonly (PathItem | Group)[] {
  const [first] = sides;
  if (!first) return [];
  const segments = sides.flatMap((s) => sector(shape, widths, s.name));
  const part = (from: number, to: number): PathItem =>
    filled(ringPath(insetShape(shape, scaled(widths, from)), insetShape(shape, scaled(widths, to))), first.color);
  const middle = shapePath(insetShape(shape, scaled(widths, 0.5)));
  const items =
    first.style === 'solid'
      ? [part(0, 1)]
      : first.style === 'double'
        ? [part(0, 1 / 3), part(2 / 3, 1)]
        : [artifact(middle, { stroke: (first.style === 'dotted' ? dots : dashes)(middle, first.width, first.color) })];
  return [{ kind: 'group', clip: { segments }, items }];
}

const scaled = (s: Sides<Pt>, t: number): Sides<Pt> => ({
  top: s.top * t,
  right: s.right * t,
  bottom: s.bottom * t,
  left: s.left * t,
});

/** The part of the box that belongs to one side: its mitres drawn on past the inner curve. */
function sector(shape: Shape, widths: Sides<Pt>, name: Name): readonly PathSegment[] {
  const { radii } = shape;
  const reach = radii
    ? Math.max(...[radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft].flatMap((r) => [r.x, r.y]))
    : 0;
  const least = Math.min(...NAMES.map((n) => widths[n]).filter((w) => w > 0));
  const across = widths.left + widths.right;
  const down = widths.top + widths.bottom;
  // Further than the middle of the box the mitres would cross.
  const most = Math.min(across > 0 ? shape.rect.width / across : Infinity, down > 0 ? shape.rect.height / down : Infinity);
  return band(shape, widths, name, 0, Math.min(Math.max(1, reach / least), most));
}

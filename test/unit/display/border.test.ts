import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/display.ts';
import { borderShape, insetShape, shapePath } from '../../../src/layout/display/rounded.ts';
import { pathBounds, signedArea } from '../../../src/layout/pictures/paths.ts';
import type { BorderSide, ComputedStyle, Fragment, Sides } from '../../../src/layout/types.ts';
import { corners, percent, pt, sides, style } from './style.ts';
import { BLUE, block, GREEN, path, RECT, RED, rgb, show, written } from './support.ts';

const NONE: BorderSide = { width: 0, style: 'none', color: RED };
const side = (width: number, color = RED, s: BorderSide['style'] = 'solid'): BorderSide => ({ width, style: s, color });

const shown = (
  border: Partial<Sides<BorderSide>>,
  changes: Partial<ComputedStyle> = {},
  more: Partial<Fragment> = {},
): readonly Item[] => show([block({ border: { ...sides(NONE), ...border }, ...changes }, [10, 10, 40, 20], [], more)]).items;

describe('straight borders', () => {
  it('strokes four equal sides along their middle', () => {
    const [item, ...rest] = shown(sides(side(2)));
    expect(rest).toEqual([]);
    expect(written(path(item).path)).toBe(RECT(11, 11, 38, 18));
    expect(path(item).stroke).toEqual({ color: RED, width: 2 });
    expect(path(item).content).toBeNull();
  });

  it('fills one side as a rectangle', () => {
    const [item] = shown({ bottom: side(3) });
    expect(written(path(item).path)).toBe(
      'M 10 27 L 50 27 L 50 30 L 10 30 Z'.replace('M 10 27 L 50 27 L 50 30 L 10 30', 'M 50 30 L 10 30 L 10 27 L 50 27'),
    );
  });

  it('mitres sides that meet, one path a colour', () => {
    const items = shown({ top: side(2, RED), right: side(4, BLUE), bottom: side(2, RED), left: side(4, RED) });
    expect(items).toHaveLength(2);
    expect(written(path(items[0]).path)).toBe(
      'M 10 10 L 50 10 L 46 12 L 14 12 Z M 50 30 L 10 30 L 14 28 L 46 28 Z M 10 30 L 10 10 L 14 12 L 14 28 Z',
    );
    expect(written(path(items[1]).path)).toBe('M 50 10 L 50 30 L 46 28 L 46 12 Z');
    expect(path(items[1]).fill).toEqual({ kind: 'color', color: BLUE });
  });

  it('shows no side without width, style or colour', () => {
    expect(shown({ top: side(0), right: side(2, RED, 'none'), left: side(2, rgb(0, 0, 0, 0)) })).toEqual([]);
  });

  it('paints what collapsed borders say instead of the style', () => {
    const items = shown(sides(side(2)), {}, { borderSides: { ...sides(NONE), top: side(2, GREEN) } });
    expect(items).toHaveLength(1);
    expect(path(items[0]).fill).toEqual({ kind: 'color', color: GREEN });
  });

  it('makes a double border of two thin ones', () => {
    const [outer, inner] = shown(sides(side(3, RED, 'double')));
    expect(written(path(outer).path)).toBe(`${RECT(10, 10, 40, 20)} ${RECT(11, 11, 38, 18)}`);
    expect(written(path(inner).path)).toBe(`${RECT(12, 12, 36, 16)} ${RECT(13, 13, 34, 14)}`);
    const [single] = shown({ top: side(3, RED, 'double') });
    expect(written(path(single).path)).toBe(`${RECT(10, 10, 40, 1)} ${RECT(10, 12, 40, 1)}`);
  });

  it('begins and ends dashes at the corners', () => {
    const [item] = shown({ top: side(2, RED, 'dashed') });
    expect(written(path(item).path)).toBe('M 10 11 L 50 11');
    const [dash = 0, gap = 0] = path(item).stroke?.dash ?? [];
    expect(dash).toBe(4);
    // A whole number of dashes, one more than gaps.
    const count = (40 + gap) / (dash + gap);
    expect(count).toBeCloseTo(Math.round(count), 9);
  });

  it('puts round dots on the corners', () => {
    const items = shown(sides(side(2, RED, 'dotted')));
    expect(items).toHaveLength(4);
    expect(written(path(items[0]).path)).toBe('M 11 11 L 49 11');
    const { dash, cap } = path(items[0]).stroke ?? {};
    expect(cap).toBe('round');
    expect(38 / (dash?.[1] ?? 0)).toBeCloseTo(Math.round(38 / (dash?.[1] ?? 1)), 9);
  });
});

describe('round corners', () => {
  it('strokes a circle’s arc while its middle has a radius', () => {
    const [item] = shown(sides(side(2)), { borderRadius: corners(pt(5)) });
    expect(path(item).stroke?.width).toBe(2);
    expect(pathBounds(path(item).path)).toEqual({ minX: 11, minY: 11, maxX: 49, maxY: 29 });
    expect(written(path(item).path)).toContain('C 47.21 11 49 12.79 49 15');
  });

  it('fills a ring where a stroke would not have the same edges', () => {
    for (const borderRadius of [corners(percent(20)), corners(pt(1))]) {
      const [item] = shown(sides(side(2)), { borderRadius });
      expect(path(item).path.evenOdd).toBe(true);
      expect(path(item).stroke).toBeUndefined();
    }
    const uneven = shown({ ...sides(side(2)), left: side(6) }, { borderRadius: corners(pt(5)) });
    expect(uneven).toHaveLength(1);
    expect(path(uneven[0]).path.evenOdd).toBe(true);
  });

  it('clips the ring to its sides where they differ', () => {
    const items = shown({ ...sides(side(2)), left: side(2, BLUE) }, { borderRadius: corners(pt(5)) });
    expect(items.map((i) => i.kind)).toEqual(['group', 'group']);
    const [red, blue] = items;
    if (red?.kind !== 'group' || blue?.kind !== 'group') throw new Error('no groups');
    expect(red.clip?.segments.filter((s) => s[0] === 'M')).toHaveLength(3);
    expect(written(blue.clip ?? { segments: [] })).toBe('M 10 30 L 10 10 L 15 15 L 15 25 Z');
  });

  it('scales radii down together where they do not fit (css-backgrounds-3, 4.5)', () => {
    const rect = { x: 0, y: 0, width: 40, height: 20 };
    const shape = borderShape(
      rect,
      style({ borderRadius: { topLeft: pt(30), topRight: pt(10), bottomRight: pt(10), bottomLeft: pt(10) } }),
    );
    // 30 + 10 down the left side are twice its 20.
    expect(shape.radii).toMatchObject({ topLeft: { x: 15, y: 15 }, topRight: { x: 5, y: 5 } });
  });

  it('makes an ellipse of 50%', () => {
    const rect = { x: 0, y: 0, width: 40, height: 20 };
    expect(borderShape(rect, style({ borderRadius: corners(percent(50)) })).radii?.topLeft).toEqual({ x: 20, y: 10 });
  });

  it('is square where a page break cuts', () => {
    const items = shown({}, { backgroundColor: RED, borderRadius: corners(pt(5)) }, { continues: true });
    expect(written(path(items[0]).path)).toContain('L 50 30 L 10 30');
    expect(path(items[0]).path.segments.filter((s) => s[0] === 'C')).toHaveLength(2);
  });

  it('keeps the inside inside', () => {
    const length = fc.oneof(fc.integer({ min: 0, max: 60 }).map(pt), fc.integer({ min: 0, max: 100 }).map(percent));
    const width = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.tuple(length, length, length, length),
        fc.tuple(width, width, width, width),
        ([a, b, c, d], [t, r, bo, l]) => {
          const rect = { x: 5, y: 5, width: 50, height: 30 };
          const outer = borderShape(rect, style({ borderRadius: { topLeft: a, topRight: b, bottomRight: c, bottomLeft: d } }));
          const inner = insetShape(outer, { top: t, right: r, bottom: bo, left: l });
          const box = pathBounds(shapePath(outer));
          expect(box.minX).toBeGreaterThan(4.99);
          expect(box.maxX).toBeLessThan(55.01);
          expect(signedArea(shapePath(inner))).toBeLessThanOrEqual(signedArea(shapePath(outer)) + 1e-6);
          expect(signedArea(shapePath(inner))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

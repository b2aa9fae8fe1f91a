import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/display.ts';
import { linearFill } from '../../../src/layout/display/gradient.ts';
import { pathBounds } from '../../../src/layout/pictures/paths.ts';
import type { BackgroundImage, BackgroundLayer, ComputedStyle } from '../../../src/layout/types.ts';
import { corners, percent, pt, sides } from './style.ts';
import { BLUE, block, element, GREEN, path, RECT, RED, raster, rgb, show, vector, written } from './support.ts';

const layer = (changes: Partial<BackgroundLayer> = {}): BackgroundLayer => ({
  image: { kind: 'url', url: 'a' },
  size: 'auto',
  position: { x: pt(0), y: pt(0) },
  repeat: { x: false, y: false },
  ...changes,
});

const gradient = (angle: Extract<BackgroundImage, { kind: 'linear-gradient' }>['angle'], ...stops: [typeof RED, number?][]) =>
  ({
    kind: 'linear-gradient',
    angle,
    stops: stops.map(([color, at]) => (at === undefined ? { color } : { color, at: percent(at) })),
  }) as const;

const shown = (changes: Partial<ComputedStyle>, known = { a: raster(20, 10), v: vector() }): readonly Item[] =>
  show([block(changes, [10, 20, 100, 40])], { known }).items;

const boxes = (items: readonly Item[]): unknown => items.map((i) => (i.kind === 'image' ? Object.values(i.box) : i.kind));

describe('linear gradients', () => {
  const box = { x: 0, y: 0, width: 100, height: 50 };
  const line = (angle: Parameters<typeof gradient>[0], b = box) => {
    const fill = linearFill(gradient(angle, [RED], [BLUE]), b);
    if (fill?.kind !== 'linear') throw new Error('no gradient');
    return [fill.x1, fill.y1, fill.x2, fill.y2].map((n) => Math.round(n * 100) / 100 + 0);
  };

  it.each([
    [0, [50, 50, 50, 0]],
    [90, [0, 25, 100, 25]],
    [180, [50, 0, 50, 50]],
    [-90, [100, 25, 0, 25]],
    [45, [12.5, 62.5, 87.5, -12.5]],
    [{ toX: 1, toY: 0 } as const, [0, 25, 100, 25]],
    [{ toX: 0, toY: -1 } as const, [50, 50, 50, 0]],
    [{ toX: 1, toY: 1 } as const, [30, -15, 70, 65]],
  ])('%o', (angle, expected) => {
    expect(line(angle)).toEqual(expected);
  });

  it('has the middle colour in the corners beside the one that it goes to', () => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line({ toX: -1, toY: 1 });
    const t = (x: number, y: number) => ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
    expect([t(100, 0), t(0, 0), t(100, 50), t(0, 50)].map((n) => n.toFixed(3))).toEqual(['0.000', '0.500', '0.500', '1.000']);
  });

  const stops = (...list: [typeof RED, number?][]) => {
    const fill = linearFill(gradient(90, ...list), box);
    return fill?.kind === 'linear' ? fill : null;
  };
  const offsets = (...list: [typeof RED, number?][]) => stops(...list)?.stops.map((s) => s.offset);

  it('fixes up the places of the stops', () => {
    expect(offsets([RED], [GREEN], [BLUE])).toEqual([0, 0.5, 1]);
    expect(offsets([RED], [GREEN, 50], [BLUE, 20], [RED])).toEqual([0, 0.5, 0.5, 1]);
    expect(offsets([RED, 20], [GREEN], [GREEN], [BLUE, 80])).toEqual([0.2, 0.4, expect.closeTo(0.6), 0.8]);
    expect(offsets([RED, 50], [BLUE, 50])).toEqual([0.5, 0.5]);
  });

  it('lengthens the line for stops beyond its ends', () => {
    const fill = stops([RED, -50], [BLUE, 150]);
    expect(fill?.stops.map((s) => s.offset)).toEqual([0, 1]);
    expect([fill?.x1, fill?.x2]).toEqual([-50, 150]);
  });

  it('keeps colours clean towards transparent', () => {
    const clear = rgb(0, 0, 0, 0);
    expect(stops([RED], [clear])?.stops.map((s) => s.color)).toEqual([RED, { ...RED, a: 0 }]);
    expect(stops([RED], [clear], [BLUE])?.stops).toEqual([
      { offset: 0, color: RED },
      { offset: 0.5, color: { ...RED, a: 0 } },
      { offset: 0.5, color: { ...BLUE, a: 0 } },
      { offset: 1, color: BLUE },
    ]);
  });

  it('fills the box in one path', () => {
    const items = shown({
      backgrounds: [layer({ image: gradient(90, [RED], [BLUE]), repeat: { x: true, y: true } })],
      borderRadius: corners(pt(5)),
    });
    expect(items).toHaveLength(1);
    expect(path(items[0]).fill).toMatchObject({ kind: 'linear', x1: 10, x2: 110 });
    expect(path(items[0]).path.segments.some((s) => s[0] === 'C')).toBe(true);
  });
});

describe('background images', () => {
  it('paints the colour, then the last layer, then the first', () => {
    const items = shown({
      backgroundColor: RED,
      backgrounds: [layer({ size: 'cover' }), layer({ image: gradient(0, [GREEN]), repeat: { x: true, y: true } })],
    });
    expect(items.map((i) => i.kind)).toEqual(['path', 'path', 'group']);
    expect(path(items[1]).fill).toEqual({ kind: 'color', color: GREEN });
  });

  it.each<[BackgroundLayer['size'], number[]]>([
    ['auto', [10, 20, 20, 10]],
    ['contain', [10, 20, 80, 40]],
    [{ width: pt(30), height: 'auto' }, [10, 20, 30, 15]],
    [{ width: 'auto', height: percent(50) }, [10, 20, 40, 20]],
    [{ width: percent(100), height: pt(7) }, [10, 20, 100, 7]],
  ])('size %o', (size, expected) => {
    expect(boxes(shown({ backgrounds: [layer({ size })] }))).toEqual([expected]);
  });

  it('covers by more than the box, clipped', () => {
    const [group] = shown({ backgrounds: [layer({ size: 'cover', position: { x: percent(50), y: percent(50) } })] });
    if (group?.kind !== 'group') throw new Error('no group');
    expect(written(group.clip ?? { segments: [] })).toBe(RECT(10, 20, 100, 40));
    expect(boxes(group.items)).toEqual([[10, 15, 100, 50]]);
  });

  it('places by the room that is left', () => {
    const at = (x: ReturnType<typeof pt>, y: ReturnType<typeof pt>) =>
      boxes(shown({ backgrounds: [layer({ position: { x, y } })] }));
    expect(at(percent(100), percent(50))).toEqual([[90, 35, 20, 10]]);
    expect(at({ pt: -5, percent: 100 }, pt(3))).toEqual([[85, 23, 20, 10]]);
  });

  it('repeats from where it is placed, both ways, without a tile too many', () => {
    expect(shown({ backgrounds: [layer({ repeat: { x: true, y: true } })] })).toHaveLength(5 * 4);
    const [group] = shown({ backgrounds: [layer({ position: { x: pt(7), y: pt(0) }, repeat: { x: true, y: false } })] });
    expect(group?.kind === 'group' && boxes(group.items)).toEqual([-3, 17, 37, 57, 77, 97].map((x) => [x, 20, 20, 10]));
  });

  it('counts from the padding box, and goes on under the border', () => {
    const side = { width: 5, style: 'dashed', color: BLUE } as const;
    const dashed = shown({ backgrounds: [layer({ repeat: { x: true, y: false } })], border: sides(side) });
    expect(dashed[0]?.kind === 'group' && dashed[0].items[0]).toMatchObject({ box: { x: -5, y: 25 } });
    // Hidden there by what is opaque: not painted.
    const solid = shown({ backgrounds: [layer({ repeat: { x: true, y: false } })], border: sides({ ...side, style: 'solid' }) });
    expect(solid[0]?.kind === 'group' ? solid[0].items[0] : solid[0]).toMatchObject({ box: { x: 15, y: 25 } });
  });

  it('draws vectors as vectors, with one key', () => {
    const items = shown({
      backgrounds: [
        layer({ image: { kind: 'url', url: 'v' }, size: { width: pt(50), height: pt(40) }, repeat: { x: true, y: false } }),
      ],
    });
    expect(items).toMatchObject([
      { kind: 'group', key: 'v10', content: null, transform: [4, 0, 0, 4, 15, 20] },
      { kind: 'group', key: 'v10', transform: [4, 0, 0, 4, 65, 20] },
    ]);
  });

  it('refuses a tile too small to be counted', () => {
    const { items, diagnostics } = show(
      [
        block(
          { backgrounds: [layer({ size: { width: pt(0.5), height: pt(0.5) }, repeat: { x: true, y: true } })] },
          [0, 0, 100, 100],
        ),
      ],
      { known: { a: raster(1, 1) } },
    );
    expect(items).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['background-too-fine']);
  });

  it('leaves a missing picture out: it is reported already', () => {
    expect(shown({ backgrounds: [layer({ image: { kind: 'url', url: 'none' } })] })).toEqual([]);
  });
});

describe('the canvas', () => {
  const bleed = { page: { bleed: 9 } };

  it('takes the root’s background out to the bleed', () => {
    const { items, document } = show([], { ...bleed, root: { backgroundColor: RED } });
    expect(items).toHaveLength(1);
    expect(written(path(items[0]).path)).toBe(RECT(-9, -9, 218, 118));
    expect(document.pages[0]?.boxes).toMatchObject({ trim: { x: 0, y: 0, width: 200, height: 100 }, bleed: { x: -9 } });
  });

  it('takes the body’s where the root has none, and paints it once', () => {
    const body = block(
      { backgroundColor: GREEN, border: sides({ width: 1, style: 'solid', color: RED }) },
      [10, 10, 50, 50],
      [],
      { element: element('body') },
    );
    const { items } = show([body], bleed);
    expect(items).toHaveLength(2);
    expect(written(path(items[0]).path)).toBe(RECT(-9, -9, 218, 118));
    expect(path(items[1]).stroke).toBeDefined();
    expect(show([body], { root: { backgroundColor: RED } }).items).toHaveLength(3);
  });

  it('sizes by the bleed what is sized by the page, and places the rest on the trimmed page', () => {
    const cover = show([], { ...bleed, known: { a: raster(218, 118) }, root: { backgrounds: [layer({ size: 'cover' })] } }).items;
    expect(boxes(cover)).toEqual([[-9, -9, 218, 118]]);
    const tiles = show([], {
      ...bleed,
      known: { a: raster(100, 50) },
      root: { backgrounds: [layer({ repeat: { x: true, y: true } })] },
    }).items;
    expect(tiles[0]?.kind === 'group' && boxes(tiles[0].items.slice(0, 2))).toEqual([
      [-100, -50, 100, 50],
      [0, -50, 100, 50],
    ]);
    const slope = show([], {
      ...bleed,
      root: { backgrounds: [layer({ image: gradient(180, [RED], [BLUE]), repeat: { x: true, y: true } })] },
    }).items;
    expect(slope).toHaveLength(1);
    expect(pathBounds(path(slope[0]).path).minY).toBe(-9);
    expect(path(slope[0]).fill).toMatchObject({ y1: expect.closeTo(-9), y2: expect.closeTo(109) });
  });
});

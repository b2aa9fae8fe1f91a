import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/display.ts';
import type { ComputedStyle } from '../../../src/layout/types.ts';
import { corners, percent, pt } from './style.ts';
import { element, RECT, raster, replaced, show, slot, vector, written, xywh } from './support.ts';

const image = (changes: Partial<ComputedStyle>, natural = raster(20, 10)): Item | undefined =>
  show([replaced(natural, changes, [10, 10, 60, 60])]).items[0];

/** The picture's box, and the clip around it. */
const placed = (item: Item | undefined): unknown => {
  if (item?.kind === 'image') return { box: xywh(item.box) };
  if (item?.kind !== 'group') return item?.kind;
  const [inner] = item.items;
  return { box: inner?.kind === 'image' ? xywh(inner.box) : inner?.kind, clip: written(item.clip ?? { segments: [] }) };
};

describe('object-fit', () => {
  const clip = RECT(10, 10, 60, 60);
  it.each([
    ['fill', { box: [10, 10, 60, 60] }],
    ['contain', { box: [10, 25, 60, 30] }],
    ['cover', { box: [-20, 10, 120, 60], clip }],
    ['none', { box: [30, 35, 20, 10] }],
    ['scale-down', { box: [30, 35, 20, 10] }],
  ] as const)('%s', (objectFit, expected) => {
    expect(placed(image({ objectFit }))).toEqual(expected);
  });

  it('scales down what is larger than its box', () => {
    expect(placed(image({ objectFit: 'scale-down' }, raster(200, 100)))).toEqual({ box: [10, 25, 60, 30] });
  });

  it('is placed by object-position', () => {
    expect(placed(image({ objectFit: 'contain', objectPosition: { x: pt(0), y: percent(100) } }))).toEqual({
      box: [10, 40, 60, 30],
    });
    expect(placed(image({ objectFit: 'cover', objectPosition: { x: percent(0), y: pt(0) } }))).toMatchObject({
      box: [10, 10, 120, 60],
    });
  });

  it('is clipped by round corners', () => {
    expect(image({ borderRadius: corners(percent(50)) })).toMatchObject({ kind: 'group', items: [{ kind: 'image' }] });
  });
});

describe('drawings', () => {
  const content = slot();
  const drawn = (picture: ReturnType<typeof vector>, changes: Partial<ComputedStyle> = {}, tag = 'svg') =>
    show([replaced(picture, changes, [10, 10, 60, 30], { content, element: element(tag) })]).items;

  it('fits the view box into the box, as one group of one slot', () => {
    const [group] = drawn(vector());
    expect(group).toMatchObject({ kind: 'group', transform: [3, 0, 0, 3, 25, 10], key: 'v10' });
    expect(group?.kind === 'group' && group.content).toBe(content);
  });

  it('shares its items between places and documents', () => {
    const picture = vector();
    const [a] = drawn(picture);
    const [b] = drawn(picture, { objectFit: 'cover' });
    const inner = b?.kind === 'group' && b.key === undefined ? b.items[0] : b;
    expect(a?.kind === 'group' && inner?.kind === 'group' && a.items === inner.items).toBe(true);
  });

  it('is cut off at its box, unless an inline one says otherwise', () => {
    const [cut] = drawn(vector(50), {}, 'img');
    expect(cut?.kind === 'group' && written(cut.clip ?? { segments: [] })).toBe(RECT(10, 10, 60, 30));
    expect(drawn(vector(50), { overflow: 'visible' }, 'svg')).toMatchObject([{ key: 'v50' }]);
    expect(drawn(vector(50), { overflow: 'hidden' }, 'svg')[0]).toHaveProperty('clip');
  });

  it('shows nothing of a missing or hidden picture', () => {
    const missing = { key: 'missing', width: null, height: null, ratio: null, body: { kind: 'missing' } } as const;
    expect(drawn(missing)).toEqual([]);
    expect(drawn(vector(), { visibility: 'hidden' })).toEqual([]);
  });
});

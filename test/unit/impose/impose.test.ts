import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/core/display.ts';
import { mm } from '../../../src/core/geometry.ts';
import { MARK_ROOM, pageBoxes } from '../../../src/core/page-boxes.ts';
import { SCREEN } from '../../../src/core/profile.ts';
import { impose } from '../../../src/impose/index.ts';

function documentOf(bleed: number, marks = { crop: false, cross: false }): Document {
  const boxes = pageBoxes({ width: mm(148), height: mm(210) }, bleed, mm(4), marks);
  return {
    title: 't',
    lang: 'da',
    pages: [{ boxes, marks, items: [] }],
    structure: { kind: 'node', tag: 'Document', children: [] },
    outline: [],
  };
}

describe('impose', () => {
  it('lays a page without bleed on a sheet of its own size', () => {
    const [sheet] = impose(documentOf(0), SCREEN).sheets;
    expect(sheet).toMatchObject({ media: { width: mm(148), height: mm(210) }, marks: [] });
    expect(sheet?.crop).toBeUndefined();
  });

  it('keeps bleed in the file and out of sight', () => {
    const [sheet] = impose(documentOf(mm(3)), SCREEN).sheets;
    expect(sheet?.media.width).toBeCloseTo(mm(154));
    expect(sheet?.trim).toMatchObject({ x: mm(3), y: mm(3) });
    expect(sheet?.crop).toEqual(sheet?.trim);
    expect(sheet?.placements[0]?.transform).toEqual([1, 0, 0, 1, mm(3), mm(3)]);
  });

  it('sets crop marks on the trim, outside the bleed, inside the media', () => {
    const bleed = mm(3);
    const [sheet] = impose(documentOf(bleed, { crop: true, cross: true }), SCREEN).sheets;
    if (!sheet?.trim || !sheet.bleed) throw new Error('no boxes');
    expect(sheet.crop).toBeUndefined();
    expect(sheet.marks).toHaveLength(8 + 8);
    const { trim, media, bleed: b } = sheet;
    expect(trim.x).toBeCloseTo(bleed + MARK_ROOM);
    for (const { x1, y1, x2, y2 } of sheet.marks) {
      for (const [x, y] of [
        [x1, y1],
        [x2, y2],
      ] as const) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(media.width);
        expect(y).toBeLessThanOrEqual(media.height);
        expect(x < b.x || y < b.y || x > b.x + b.width || y > b.y + b.height).toBe(true);
      }
    }
    // Two of the crop marks lie on the trim's left edge.
    expect(sheet.marks.filter(({ x1, x2 }) => Math.abs(x1 - trim.x) < 1e-9 && Math.abs(x2 - trim.x) < 1e-9)).toHaveLength(2);
  });
});

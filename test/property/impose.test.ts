import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Page } from '../../src/core/display.ts';
import { apply, mm, type Rect } from '../../src/core/geometry.ts';
import { pageBoxes } from '../../src/core/page-boxes.ts';
import type { Placement, Sheet, Stock } from '../../src/core/sheet.ts';
import { GUTTER, gridOf, LEAST_SCALE, printable } from '../../src/core/sheets/grid.ts';
import { OVERLAP, tilingOf } from '../../src/core/sheets/tiling.ts';
import { wayOf } from '../../src/core/sheets/way.ts';
import { imposeForOffice } from '../../src/impose/office/index.ts';

const RUNS = process.env.KIT_FULL ? 1000 : 60;
const SLACK = 1e-6;
const MARKS = { crop: false, cross: false };

const side = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const stocks: fc.Arbitrary<Stock> = fc.record({
  name: fc.constant('any'),
  size: fc.oneof(
    fc.constantFrom(
      ...[
        [210, 297],
        [297, 420],
        [215.9, 279.4],
        [279.4, 431.8],
      ].map(([w = 0, h = 0]) => ({ width: mm(w), height: mm(h) })),
    ),
    fc.tuple(side(mm(100), mm(500)), side(mm(100), mm(500))).map(([width, height]) => ({ width, height })),
  ),
  margin: fc.oneof(fc.constant(mm(4.2)), side(0, mm(12))),
  duplex: fc.constantFrom('none', 'long-edge', 'short-edge'),
});
const pages = (largest: number) =>
  fc
    .record({
      width: side(mm(48), mm(largest)),
      height: side(mm(48), mm(largest)),
      bleed: fc.constantFrom(0, mm(3)),
      count: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ width, height, bleed, count }): Document => {
      const boxes = pageBoxes({ width, height }, bleed, 0, MARKS);
      return {
        title: 't',
        lang: 'da',
        pages: Array.from({ length: count }, (): Page => ({ boxes, marks: MARKS, items: [] })),
        structure: { kind: 'node', tag: 'Document', children: [] },
        outline: [],
      };
    });

/** Where something of a page lies on its sheet. */
function onSheet({ transform, clip }: Pick<Placement, 'transform' | 'clip'>): Rect {
  const a = apply(transform, { x: clip.x, y: clip.y });
  const b = apply(transform, { x: clip.x + clip.width, y: clip.y + clip.height });
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}
const trimOf = (placement: Placement): Rect => onSheet({ transform: placement.transform, clip: placement.page.boxes.trim });
const inside = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x - SLACK &&
  inner.y >= outer.y - SLACK &&
  inner.x + inner.width <= outer.x + outer.width + SLACK &&
  inner.y + inner.height <= outer.y + outer.height + SLACK;
const apart = (a: Rect, b: Rect): boolean =>
  a.x + a.width <= b.x + SLACK || b.x + b.width <= a.x + SLACK || a.y + a.height <= b.y + SLACK || b.y + b.height <= a.y + SLACK;
const markBoxes = (sheet: Sheet): Rect[] =>
  sheet.marks.map(({ x1, y1, x2, y2 }) => ({
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x1 - x2),
    height: Math.abs(y1 - y2),
  }));
const first = (document: Document): Page => {
  const [page] = document.pages;
  if (!page) throw new Error('no page');
  return page;
};

describe('pages side by side', () => {
  const cases = fc.tuple(pages(300), stocks).filter(([document, stock]) => gridOf(first(document).boxes.trim, stock) !== null);

  test('each as often as the sheet takes it, none over another, all where the printer reaches', () => {
    fc.assert(
      fc.property(cases, ([document, stock]) => {
        const { sheets } = imposeForOffice(document, stock, undefined, []);
        const way = wayOf(first(document).boxes.trim, stock);
        expect(sheets).toHaveLength(document.pages.length);
        sheets.forEach(({ media, placements }, i) => {
          expect(placements).toHaveLength(way?.count ?? 0);
          expect([...new Set(placements.map(({ page }) => page))]).toEqual([document.pages[i]]);
          expect([media.width, media.height].sort()).toEqual([stock.size.width, stock.size.height].sort());
          const area = printable(media, stock.margin);
          const shown = placements.map(onSheet);
          for (const rect of shown) expect(inside(rect, area)).toBe(true);
          shown.forEach((a, k) => {
            for (const b of shown.slice(k + 1)) expect(apart(a, b)).toBe(true);
          });
          for (const placement of placements) {
            const { width, height } = trimOf(placement);
            const { trim } = placement.page.boxes;
            expect(width / trim.width).toBeLessThanOrEqual(1 + SLACK);
            expect(width / trim.width).toBeGreaterThanOrEqual(LEAST_SCALE - SLACK);
            expect(height / trim.height).toBeCloseTo(width / trim.width, 9);
          }
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('cut marks stand in the gutters and on the rim, on the lines of the trim, and on no artwork', () => {
    fc.assert(
      fc.property(cases, ([document, stock]) => {
        const grid = gridOf(first(document).boxes.trim, stock);
        for (const sheet of imposeForOffice(document, stock, undefined, []).sheets) {
          const trims = sheet.placements.map(trimOf);
          const area = printable(sheet.media, stock.margin);
          const marks = markBoxes(sheet);
          expect(marks.length > 0).toBe(!grid?.whole);
          for (const mark of marks) {
            expect(inside(mark, area)).toBe(true);
            expect(mark.width + mark.height).toBeGreaterThan(mm(1.5));
            const upright = mark.width === 0;
            const lines = trims.flatMap((t) => (upright ? [t.x, t.x + t.width] : [t.y, t.y + t.height]));
            expect(lines.some((line) => Math.abs(line - (upright ? mark.x : mark.y)) < SLACK)).toBe(true);
            for (const { transform, clip } of sheet.placements) expect(apart(onSheet({ transform, clip }), mark)).toBe(true);
          }
          if (!grid || grid.whole) continue;
          // Every cut line of every page is marked at both of its ends.
          for (const t of trims)
            for (const [x, y] of [
              [t.x, t.y],
              [t.x + t.width, t.y],
              [t.x, t.y + t.height],
              [t.x + t.width, t.y + t.height],
            ] as const) {
              const near = marks.filter((m) => Math.hypot(m.x + m.width / 2 - x, m.y + m.height / 2 - y) <= GUTTER);
              expect(near.some((m) => m.width === 0)).toBe(true);
              expect(near.some((m) => m.height === 0)).toBe(true);
            }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('front and back are one leaf, whichever edge the sheet is turned about', () => {
    fc.assert(
      fc.property(cases, fc.tuple(side(0, 1), side(0, 1)), ([document, stock], [u, v]) => {
        fc.pre(stock.duplex !== 'none');
        const { sheets } = imposeForOffice(document, stock, undefined, []);
        for (let i = 0; i + 1 < sheets.length; i += 2) {
          const [front, back] = [sheets[i], sheets[i + 1]];
          if (!front || !back) continue;
          const { width, height } = front.media;
          // The axis runs along an edge of the sheet: what lies at x, or at y, comes to lie as far from the other end.
          const longIsUpright = height >= width;
          const aboutUpright = longIsUpright === (stock.duplex === 'long-edge');
          front.placements.forEach((placement, k) => {
            const behind = back.placements[k];
            if (!behind) throw new Error('no back');
            const { trim } = placement.page.boxes;
            const at = apply(placement.transform, { x: u * trim.width, y: v * trim.height });
            const seen = apply(behind.transform, { x: (1 - u) * trim.width, y: v * trim.height });
            expect(seen.x).toBeCloseTo(aboutUpright ? width - at.x : at.x, 6);
            expect(seen.y).toBeCloseTo(aboutUpright ? at.y : height - at.y, 6);
            const [a, b, c, d] = behind.transform;
            expect(a * d - b * c).toBeGreaterThan(0);
          });
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('pages in parts', () => {
  const cases = fc
    .tuple(pages(900), stocks)
    .filter(([document, stock]) => wayOf(first(document).boxes.trim, stock)?.kind === 'tiled');

  test('together show every point, neighbours as much twice as there is to glue, all in natural size where the printer reaches', () => {
    fc.assert(
      fc.property(cases, ([document, stock]) => {
        const { trim } = first(document).boxes;
        const tiling = tilingOf(trim, stock);
        if (!tiling) throw new Error('no tiling');
        const { columns, rows, tiles } = tiling;
        const { sheets } = imposeForOffice(document, stock, undefined, []);
        expect(sheets).toHaveLength(document.pages.length * columns * rows);
        sheets.forEach((sheet, i) => {
          const [placement, ...more] = sheet.placements;
          expect(more).toEqual([]);
          if (!placement) return;
          expect(placement.page).toBe(document.pages[Math.floor(i / tiles.length)]);
          expect(placement.transform.slice(0, 4)).toEqual([1, 0, 0, 1]);
          const area = printable(sheet.media, stock.margin);
          const shown = onSheet(placement);
          for (const rect of [shown, ...markBoxes(sheet), ...(sheet.miniatures ?? []).map(onSheet)])
            expect(inside(rect, area)).toBe(true);
          for (const rect of [...markBoxes(sheet), ...(sheet.miniatures ?? []).map(onSheet)])
            expect(apart(rect, shown)).toBe(true);
        });
        for (const { part, column, row } of tiles) {
          expect(inside(part, { x: 0, y: 0, width: trim.width, height: trim.height })).toBe(true);
          const right = tiles.find((t) => t.row === row && t.column === column + 1);
          const below = tiles.find((t) => t.column === column && t.row === row + 1);
          expect(part.x + part.width).toBeCloseTo(right ? right.part.x + OVERLAP : trim.width, 6);
          expect(part.y + part.height).toBeCloseTo(below ? below.part.y + OVERLAP : trim.height, 6);
          if (column === 0) expect(part.x).toBe(0);
          if (row === 0) expect(part.y).toBe(0);
        }
        expect(new Set(tiles.map(({ label }) => label)).size).toBe(tiles.length);
      }),
      { numRuns: RUNS },
    );
  });
});

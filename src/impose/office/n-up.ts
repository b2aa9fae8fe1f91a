import type { Document, Page } from '../../core/display.ts';
import { type Matrix, mm, multiply, type Pt, type Rect, type Size } from '../../core/geometry.ts';
import type { Mark, Placement, Sheet, Stock } from '../../core/sheet.ts';
import { type Grid, RIM } from '../../core/sheets/grid.ts';

/** Artwork goes on so far over a cut, where the page has it: a knife that is not exact leaves no white. */
const SPILL: Pt = mm(1);
/** Cut marks keep clear of the pages by so much. */
const GAP: Pt = mm(1.5);
const WIDTH: Pt = 0.25;

/**
 * Every page as often as the grid has cells, so that each cut piece is one whole. Two pages that follow each other are front and back of one
 * leaf, where the stock is printed on both sides.
 */
export function nUp({ pages }: Document, grid: Grid, { duplex }: Stock): readonly Sheet[] {
  const marks = grid.whole ? [] : cutMarks(grid);
  return pages.map((page, i): Sheet => {
    const back = duplex !== 'none' && i % 2 === 1;
    const placements = grid.cells.map((cell): Placement => {
      const front = onto(cell, grid.scale);
      const transform = back ? behind(front, page.boxes.trim.width, grid.sheet, duplex) : front;
      return { page, transform, clip: grid.whole ? page.boxes.trim : spilled(page, grid.scale) };
    });
    return { media: grid.sheet, placements, marks };
  });
}

const onto = ({ x, y }: Rect, scale: number): Matrix => [scale, 0, 0, scale, x, y];

/**
 * Where the back of a page lies that lies at `front`: a leaf is turned like the page of a book, the sheet about its long or its short edge.
 * Both mirror; what is mirrored twice is readable.
 */
export function behind(front: Matrix, width: Pt, sheet: Size, edge: 'long-edge' | 'short-edge'): Matrix {
  const upright = sheet.height >= sheet.width;
  const sideways = upright === (edge === 'long-edge');
  const turned: Matrix = sideways ? [-1, 0, 0, 1, sheet.width, 0] : [1, 0, 0, -1, 0, sheet.height];
  return multiply(turned, multiply(front, [-1, 0, 0, 1, width, 0]));
}

function spilled({ boxes: { trim, bleed } }: Page, scale: number): Rect {
  const most = SPILL / scale;
  const left = Math.min(most, trim.x - bleed.x);
  const top = Math.min(most, trim.y - bleed.y);
  const right = Math.min(most, bleed.x + bleed.width - trim.x - trim.width);
  const bottom = Math.min(most, bleed.y + bleed.height - trim.y - trim.height);
  return { x: trim.x - left, y: trim.y - top, width: trim.width + left + right, height: trim.height + top + bottom };
}

/** A mark on every cut line in every gutter and on the rim; none on a page. */
export function cutMarks({ cells, sheet }: Grid): readonly Mark[] {
  const edges = (from: (cell: Rect) => Pt, size: (cell: Rect) => Pt): readonly (readonly [Pt, Pt])[] => [
    ...new Map(cells.map((cell) => [Math.round(from(cell) * 1000), [from(cell), from(cell) + size(cell)] as const])).values(),
  ];
  const across = edges(
    ({ x }) => x,
    ({ width }) => width,
  );
  const down = edges(
    ({ y }) => y,
    ({ height }) => height,
  );
  const out: Mark[] = [];
  for (const x of across.flat())
    for (const [from, to] of gapsOf(down, sheet.height)) out.push({ kind: 'line', x1: x, y1: from, x2: x, y2: to, width: WIDTH });
  for (const y of down.flat())
    for (const [from, to] of gapsOf(across, sheet.width))
      out.push({ kind: 'line', x1: from, y1: y, x2: to, y2: y, width: WIDTH });
  return out;
}

/** Where marks may stand along one direction: between the pages, and on the rim before the first and after the last. */
function gapsOf(stretches: readonly (readonly [Pt, Pt])[], room: Pt): readonly (readonly [Pt, Pt])[] {
  const gaps: (readonly [Pt, Pt])[] = [];
  let from = Math.max(0, (stretches[0]?.[0] ?? 0) - RIM);
  for (const [start, end] of stretches) {
    gaps.push([from, start - GAP]);
    from = end + GAP;
  }
  gaps.push([from, Math.min(room, from - GAP + RIM)]);
  return gaps;
}

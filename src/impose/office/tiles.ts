import { BLACK, type Color, WHITE } from '../../core/color.ts';
import type { Document, Item, Page, PathSegment } from '../../core/display.ts';
import type { Pt, Rect } from '../../core/geometry.ts';
import { mm } from '../../core/geometry.ts';
import type { Mark, Placement, Sheet } from '../../core/sheet.ts';
import { OVERLAP, type Tile, type Tiling } from '../../core/sheets/tiling.ts';
import type { FontFace } from '../../core/text/types.ts';
import { lineOfText } from './text.ts';

const GREY: Color = { space: 'srgb', r: 0.5, g: 0.5, b: 0.5, a: 1 };
const HAIR: Pt = 0.25;
/** Marks keep clear of the part by so much, and are so long. */
const GAP: Pt = mm(1);
const LENGTH: Pt = mm(2.5);
/** Between the strokes of the hatching on a glue edge, and how far it keeps from where the neighbour begins. */
const HATCH: Pt = mm(3);
const CLEAR: Pt = mm(1);
/** The check bar: whoever holds a ruler to it knows whether the printer kept the size. */
const BAR: Pt = mm(50);
/** The picture of the whole, at most. */
const MINI = { width: mm(60), height: mm(13) };

/** Each page in parts, one a sheet. The upper and the left edge of a part are cut; the lower and the right one lie under the neighbours, and take the glue. */
export function tile({ pages }: Document, tiling: Tiling, faces: readonly FontFace[]): readonly Sheet[] {
  return pages.flatMap((page, i) =>
    tiling.tiles.map((part) => sheetOf(page, part, tiling, faces, pages.length > 1 ? i + 1 : null)),
  );
}

function sheetOf(page: Page, one: Tile, tiling: Tiling, faces: readonly FontFace[], number: number | null): Sheet {
  const { trim } = page.boxes;
  const { area, part, foot } = one;
  const clip = { ...part, x: part.x + trim.x, y: part.y + trim.y };
  const whole: Rect = { x: 0, y: 0, width: trim.width, height: trim.height };
  const scale = Math.min(MINI.width / trim.width, MINI.height / trim.height);
  const corner = { x: foot.x + foot.width - trim.width * scale, y: foot.y + foot.height - trim.height * scale };
  const miniature: Placement = {
    page,
    transform: [scale, 0, 0, scale, corner.x - trim.x * scale, corner.y - trim.y * scale],
    clip: trim,
  };
  const onMini = (r: Rect): Rect => ({
    x: corner.x + r.x * scale,
    y: corner.y + r.y * scale,
    width: r.width * scale,
    height: r.height * scale,
  });
  const label = `${number === null ? '' : `${number} · `}${one.label}`;
  const line = foot.y + mm(11);
  return {
    media: tiling.sheet,
    placements: [{ page, transform: [1, 0, 0, 1, area.x - clip.x, area.y - clip.y], clip }],
    marks: marksOf(one, tiling),
    miniatures: [miniature],
    notes: [
      ...glueEdges(one, tiling),
      ...lineOfText(label, { x: foot.x, y: line }, 16, faces),
      ...checkBar(foot.x + mm(28), line, faces),
      ...assembly(one, tiling, onMini, onMini(whole)),
    ],
  };
}

/** Where to cut: at the corners of the part, outside of it. Where the neighbours' edges come to lie: on the glue edges' ends. */
function marksOf({ area, column, row }: Tile, { columns, rows }: Tiling): readonly Mark[] {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const xs = [area.x, column < columns - 1 ? right - OVERLAP : right];
  const ys = [area.y, row < rows - 1 ? bottom - OVERLAP : bottom];
  const mark = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): Mark => ({ kind: 'line', x1, y1, x2, y2, width: HAIR });
  return [
    ...xs.flatMap((x) => [mark(x, area.y - GAP - LENGTH, x, area.y - GAP), mark(x, bottom + GAP, x, bottom + GAP + LENGTH)]),
    ...ys.flatMap((y) => [mark(area.x - GAP - LENGTH, y, area.x - GAP, y), mark(right + GAP, y, right + GAP + LENGTH, y)]),
  ];
}

/** Hatching on what the neighbours to the right and below will cover. */
function glueEdges({ area, column, row }: Tile, { columns, rows }: Tiling): readonly Item[] {
  const strips: Rect[] = [];
  if (column < columns - 1) strips.push({ ...area, x: area.x + area.width - OVERLAP + CLEAR, width: OVERLAP - CLEAR });
  if (row < rows - 1) strips.push({ ...area, y: area.y + area.height - OVERLAP + CLEAR, height: OVERLAP - CLEAR });
  return strips.map(
    (strip): Item => ({ kind: 'path', content: null, path: { segments: hatching(strip) }, stroke: { color: GREY, width: HAIR } }),
  );
}

function hatching({ x, y, width, height }: Rect): readonly PathSegment[] {
  const segments: PathSegment[] = [];
  for (let at = HATCH; at < width + height; at += HATCH) {
    const [x1, y1] = at < height ? [x, y + at] : [x + at - height, y + height];
    const [x2, y2] = at < width ? [x + at, y] : [x + width, y + at - width];
    segments.push(['M', x1, y1], ['L', x2, y2]);
  }
  return segments;
}

function checkBar(x: Pt, y: Pt, faces: readonly FontFace[]): readonly Item[] {
  const segments: PathSegment[] = [
    ['M', x, y],
    ['L', x + BAR, y],
  ];
  for (let i = 0; i <= 5; i++) {
    const tall = i === 0 || i === 5 ? mm(2.5) : mm(1.2);
    segments.push(['M', x + (BAR * i) / 5, y], ['L', x + (BAR * i) / 5, y - tall]);
  }
  return [
    { kind: 'path', content: null, path: { segments }, stroke: { color: BLACK, width: 0.5 } },
    ...lineOfText('50 mm', { x: x + BAR / 2 - mm(4), y: y - mm(3) }, 8, faces),
  ];
}

/** Lines over the picture of the whole where the parts meet, and this part framed. */
function assembly({ part }: Tile, { tiles }: Tiling, onMini: (r: Rect) => Rect, frame: Rect): readonly Item[] {
  const lines: PathSegment[] = [];
  for (const { part: other, column, row } of tiles) {
    const { x, y } = onMini(other);
    if (row === 0 && column > 0) lines.push(['M', x, frame.y], ['L', x, frame.y + frame.height]);
    if (column === 0 && row > 0) lines.push(['M', frame.x, y], ['L', frame.x + frame.width, y]);
  }
  const box = (rect: Rect, color: Color, width: Pt): Item => ({
    kind: 'path',
    content: null,
    path: { segments: outline(rect) },
    stroke: { color, width },
  });
  const joints: readonly Item[] =
    lines.length === 0 ? [] : [{ kind: 'path', content: null, path: { segments: lines }, stroke: { color: GREY, width: 0.5 } }];
  const own = onMini(part);
  return [box(frame, GREY, 0.5), ...joints, box(own, WHITE, 2.5), box(own, BLACK, 1.25)];
}

const outline = ({ x, y, width, height }: Rect): readonly PathSegment[] => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Sides } from '../types.ts';
import type { Ctx } from './context.ts';
import { type Edges, heightLimits, marginsOf } from './lengths.ts';
import { flowSpace, type Result, type Space } from './space.ts';
import { edgesWith } from './table-borders.ts';
import { cellWidth } from './table-cells.ts';
import { partsOf, type TableParts } from './table-columns.ts';
import { type Cell, isFixed } from './table-grid.ts';
import { type RowSizes, rowSizes } from './table-rows.ts';
import { columnWidths, fixedWidths } from './table-widths.ts';
import { crossPosition, planHeight, usedWidth } from './used-size.ts';

/** A table measured: all that stacking its rows needs, in one piece or by pages. */
export interface TablePlan {
  readonly box: BlockBox;
  readonly parts: TableParts;
  readonly edges: Edges;
  readonly margins: Sides<Pt>;
  readonly width: Pt;
  readonly widths: readonly Pt[];
  /** Left edges of the columns, from the left edge of the rows; one more for the end. */
  readonly lefts: readonly Pt[];
  readonly rowWidth: Pt;
  /** What percentages of padding in cells refer to while their heights are measured. */
  readonly base: Pt;
  readonly heights: readonly Pt[];
  readonly baselines: RowSizes['baselines'];
  /** Border-box height of grid and edges. */
  readonly height: Pt;
  /** Type scale. */
  readonly scale: number;
}

export function planTable(box: BlockBox, space: Space, ctx: Ctx): TablePlan {
  const parts = partsOf(box, ctx);
  const { style } = box;
  const edges = edgesWith(box, parts.borders?.table ?? null, space.width);
  const margins = marginsOf(style, space.width);
  const width = tableWidth(box, space, edges, margins, ctx);
  const { x, y } = parts.spacing;
  const n = parts.columns.length;
  const room = Math.max(0, width - edges.x - (n > 0 ? x * (n + 1) : 0));
  const widths = isFixed(style) ? fixedWidths(parts.columns, room) : columnWidths(parts.columns, room);
  const lefts = [0];
  for (const w of widths) lefts.push((lefts[lefts.length - 1] ?? 0) + w + x);
  const rowWidth = Math.max(0, (lefts[lefts.length - 1] ?? 0) - x);
  const written = planHeight(style, belowCaptions(box, space, parts, width, ctx), edges, width).height;
  // What is imposed heeds the limits already.
  const least = space.fixedHeight === null ? heightLimits(style, space.height, edges.y).min : edges.y;
  const base = rowWidth + (n > 0 ? 2 * x : 0);
  const { heights, baselines } = rowSizes(parts, widths, base, Math.max(0, Math.max(written ?? 0, least) - edges.y), ctx);
  const rows = heights.reduce((a, h) => a + h + y, heights.length > 0 ? y : 0);
  return {
    box,
    parts,
    edges,
    margins,
    width,
    widths,
    lefts,
    rowWidth,
    base,
    heights,
    baselines,
    height: Math.max(rows + edges.y, written ?? 0, least),
    scale: ctx.scale,
  };
}

/** A height that is imposed is the wrapper's: captions have their part of it (CSS Tables 3, 3.1). A written one is the grid's. */
function belowCaptions(box: BlockBox, space: Space, { grid }: TableParts, width: Pt, ctx: Ctx): Space {
  if (space.fixedHeight === null || grid.captions.length === 0) return space;
  const heights = grid.captions.map((caption) => {
    const { result, margins } = captionResult(box, caption, width, ctx);
    return margins.top + result.fragment.height + margins.bottom;
  });
  return { ...space, fixedHeight: heights.reduce((a, h) => a - h, space.fixedHeight) };
}

/** A caption and where it stands across its table, whose border box contains it. */
export function captionResult(
  table: BlockBox,
  caption: BlockBox,
  width: Pt,
  ctx: Ctx,
): { readonly result: Result; readonly margins: Sides<Pt>; readonly x: Pt } {
  const margins = marginsOf(caption.style, width);
  const result = ctx.layout(caption, { ...flowSpace(width, null), independent: true });
  const x = crossPosition(caption.style, margins, result.fragment.width, width, table.style.direction === 'rtl');
  return { result, margins, x };
}

/** Border-box width (CSS 2.1, 17.5.2): never under the columns' min-content; `auto` shrinks to fit. */
function tableWidth(box: BlockBox, space: Space, edges: Edges, margins: Sides<Pt>, ctx: Ctx): Pt {
  // The content sizes of a table know of the difference that collapsing makes to its border (tableSizes).
  const own = edgesWith(box, null, box.style.borderCollapse === 'collapse' ? 0 : space.width);
  const content = ctx.tableSizes(box, true);
  const sizes = { min: content.min + own.x - edges.x, max: content.max + own.x - edges.x };
  const wanted = usedWidth(box, { ...space, shrink: true }, edges, margins, ctx, () => sizes);
  return Math.max(wanted, sizes.min + edges.x);
}

/** Left edge of a cell, from the left edge of the rows: from right to left, the first column is the rightmost. */
export function cellLeft({ box, lefts, widths, parts }: TablePlan, cell: Cell): Pt {
  const left = lefts[cell.column] ?? 0;
  if (box.style.direction !== 'rtl') return left;
  const end = (lefts[lefts.length - 1] ?? 0) - parts.spacing.x;
  return end - left - cellWidth(cell, widths, parts.spacing.x);
}

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, BorderSide, Fragment, Sides } from '../types.ts';
import { baselinesOf } from './block.ts';
import type { Ctx } from './context.ts';
import { staticPending } from './inline-root.ts';
import { type Edges, heightLimits, marginsOf, NO_EDGES } from './lengths.ts';
import { contentSizes } from './sizes.ts';
import { type Pending, placed, type Result, type Space } from './space.ts';
import { strutOf } from './strut.ts';
import { edgesWith } from './table-borders.ts';
import { cellBaseline, cellBox, cellSpace, cellWidth } from './table-cells.ts';
import { columnWidths, fixedWidths, partsOf, type TableParts } from './table-columns.ts';
import { type Cell, isFixed } from './table-grid.ts';
import { rowHeights } from './table-rows.ts';
import { planHeight, usedWidth } from './used-size.ts';

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
  readonly heights: readonly Pt[];
  readonly baselines: readonly Pt[];
  /** Border-box height of grid and edges. */
  readonly height: Pt;
  /** Type scale. */
  readonly scale: number;
}

export function layoutTable(box: BlockBox, space: Space, ctx: Ctx): Result {
  const plan = planTable(box, space, ctx);
  const { edges, parts, margins } = plan;
  const made = rowFragments(plan, 0, parts.grid.rows.length, edges.top + parts.spacing.y, ctx);
  const fragment = tableFragment(plan, made.children, plan.height, true, true);
  const result: Result = {
    fragment,
    top: strutOf(margins.top),
    bottom: strutOf(margins.bottom),
    through: false,
    pending: [...made.pending, ...straysOf(plan, parts.grid.strays, edges.top, 0)],
  };
  return parts.grid.captions.length === 0 ? result : withCaptions(plan, result, ctx);
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
  const widths = isFixed(style) ? fixedWidths(parts, room) : columnWidths(parts.columns, room);
  const lefts = [0];
  for (const w of widths) lefts.push((lefts[lefts.length - 1] ?? 0) + w + x);
  const rowWidth = Math.max(0, (lefts[lefts.length - 1] ?? 0) - x);
  const written = planHeight(style, belowCaptions(space, parts, width, ctx), edges, width).height;
  // What is imposed heeds the limits already.
  const least = space.fixedHeight === null ? heightLimits(style, space.height, edges.y).min : edges.y;
  const rowsRoom = Math.max(written ?? 0, least) - edges.y - (parts.grid.rows.length > 0 ? y * (parts.grid.rows.length + 1) : 0);
  const { heights, baselines } = rowHeights(parts, widths, rowWidth + (n > 0 ? 2 * x : 0), Math.max(0, rowsRoom), ctx);
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
    heights,
    baselines,
    height: Math.max(rows + edges.y, written ?? 0, least),
    scale: ctx.scale,
  };
}

/** A height that is imposed is the wrapper's: captions have their part of it (CSS Tables 3, 3.1). A written one is the grid's. */
function belowCaptions(space: Space, { grid }: TableParts, width: Pt, ctx: Ctx): Space {
  if (space.fixedHeight === null || grid.captions.length === 0) return space;
  const heights = grid.captions.map((caption) => {
    const { result, margins } = captionResult(caption, width, ctx);
    return margins.top + result.fragment.height + margins.bottom;
  });
  return { ...space, fixedHeight: heights.reduce((a, h) => a - h, space.fixedHeight) };
}

function captionResult(caption: BlockBox, width: Pt, ctx: Ctx): { readonly result: Result; readonly margins: Sides<Pt> } {
  const margins = marginsOf(caption.style, width);
  const own = Math.max(0, width - margins.left - margins.right);
  return { result: ctx.layout(caption, cellSpace(width, own, null)), margins };
}

/** Border-box width (CSS 2.1, 17.5.2): never under the columns' min-content; `auto` shrinks to fit. */
function tableWidth(box: BlockBox, space: Space, edges: Edges, margins: Sides<Pt>, ctx: Ctx): Pt {
  // The content sizes of a table know of the difference that collapsing makes to its border (tableSizes).
  const own = edgesWith(box, null, box.style.borderCollapse === 'collapse' ? 0 : space.width);
  const wanted = usedWidth(box, { ...space, shrink: true }, typeof box.style.width === 'object' ? edges : own, margins, ctx);
  return Math.max(wanted, contentSizes(box, null, ctx).min + own.x);
}

/** Left edge of a cell, from the left edge of the rows: from right to left, the first column is the rightmost. */
export function cellLeft({ box, lefts, widths, parts }: TablePlan, cell: Cell): Pt {
  const left = lefts[cell.column] ?? 0;
  if (box.style.direction !== 'rtl') return left;
  const end = (lefts[lefts.length - 1] ?? 0) - parts.spacing.x;
  return end - left - cellWidth(cell, widths, parts.spacing.x);
}

/** Absolute boxes that are no cells', at the start of a row whose top is at y. */
export function straysOf(plan: TablePlan, strays: readonly Pending['box'][], y: Pt, slot: number): Pending[] {
  const rtl = plan.box.style.direction === 'rtl';
  const { edges, scale, width } = plan;
  const x = rtl ? width - (edges.x - edges.left) : edges.left;
  return strays.map((box) => staticPending(box, x, y, rtl, scale, slot));
}

/** Rows `from`..`to` as fragments of groups and rows, the first row's top at `top` of the table's border box. */
export function rowFragments(
  plan: TablePlan,
  from: number,
  to: number,
  top: Pt,
  ctx: Ctx,
): { children: Fragment[]; pending: Pending[]; bottom: Pt } {
  const { parts, edges, heights } = plan;
  const { x: gapX, y: gapY } = parts.spacing;
  const left = edges.left + (parts.columns.length > 0 ? gapX : 0);
  const width = plan.rowWidth;
  const children: Fragment[] = [];
  const pending: Pending[] = [];
  let y = top;
  let group: { box: BlockBox; top: Pt; rows: Fragment[] } | null = null;
  const close = () => {
    if (!group) return;
    const last = group.rows[group.rows.length - 1];
    children.push(bare(group.box, left, group.top, width, last ? last.y + last.height : 0, group.rows));
    group = null;
  };
  for (let r = from; r < to; r++) {
    const row = parts.grid.rows[r];
    if (!row) continue;
    const height = heights[r] ?? 0;
    const cells: Fragment[] = [];
    pending.push(...straysOf(plan, row.strays, y, children.length + 1));
    for (const cell of row.cells) {
      const result = cellFragment(plan, cell, ctx);
      const cx = cellLeft(plan, cell);
      cells.push(placed(result.fragment, cx, 0));
      for (const p of result.pending) pending.push({ ...p, x: p.x + left + cx, y: p.y + y, slot: children.length + 1 });
    }
    const current: { box: BlockBox; top: Pt; rows: Fragment[] } | null = group;
    if (row.group !== (current as { box: BlockBox } | null)?.box) {
      close();
      if (row.group) group = { box: row.group, top: y, rows: [] };
    }
    const open = group as { box: BlockBox; top: Pt; rows: Fragment[] } | null;
    if (open) {
      const at = y - open.top;
      open.rows.push(...(row.box ? [rowBox(plan, r, 0, at, cells)] : cells.map((c) => placed(c, c.x, at))));
    } else children.push(...(row.box ? [rowBox(plan, r, left, y, cells)] : cells.map((c) => placed(c, left + c.x, y))));
    y += height + gapY;
  }
  close();
  return { children, pending, bottom: y };
}

/** A row stands on the baseline of its cells that are aligned to it; without any, on the lowest content edge (CSS 2.1, 17.5.3). */
function rowBox(plan: TablePlan, r: number, x: Pt, y: Pt, cells: readonly Fragment[]): Fragment {
  const row = plan.parts.grid.rows[r];
  const height = plan.heights[r] ?? 0;
  const made = bare(row?.box as BlockBox, x, y, plan.rowWidth, height, cells);
  if (cells.length === 0) return made;
  const aligned = row?.cells.some(({ box }) => !['top', 'middle', 'bottom'].includes(String(box.style.verticalAlign)));
  const below = Math.min(...cells.map((f) => f.padding.bottom + f.border.bottom));
  const baseline = aligned ? (plan.baselines[r] ?? 0) : height - below;
  return { ...made, baseline, lastBaseline: baseline };
}

/** Rows and groups have neither padding nor border of their own (CSS 2.1, 17.5.1, 17.6.1). */
function bare(box: BlockBox, x: Pt, y: Pt, width: Pt, height: Pt, children: readonly Fragment[]): Fragment {
  const { padding, border } = NO_EDGES;
  return { box, x, y, width, height, padding, border, children, ...baselinesOf(children) };
}

function cellFragment(plan: TablePlan, cell: Cell, ctx: Ctx): Result {
  const { parts, widths, heights } = plan;
  const width = cellWidth(cell, widths, parts.spacing.x);
  const height = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((a, h) => a + h, parts.spacing.y * (cell.rowSpan - 1));
  const box = cellBox(cell, parts);
  const natural = ctx.layout(box, cellSpace(plan.rowWidth, width, null)).fragment;
  const result = ctx.layout(box, cellSpace(plan.rowWidth, width, height));
  const room = height - natural.height;
  const align = box.style.verticalAlign;
  const shift =
    align === 'middle'
      ? room / 2
      : align === 'bottom'
        ? room
        : align === 'top'
          ? 0
          : (plan.baselines[cell.row] ?? 0) - cellBaseline(natural);
  const sides = parts.borders?.cell(cell);
  const by = Math.max(0, Math.min(shift, Math.max(0, room)));
  return {
    ...result,
    pending: by === 0 ? result.pending : result.pending.map((p) => ({ ...p, y: p.y + by })),
    fragment: dressed(shifted(result.fragment, by), cell.box, sides),
  };
}

function shifted(f: Fragment, by: Pt): Fragment {
  if (by === 0) return f;
  const move = (c: Fragment) =>
    c.box.kind !== 'inline-root' && c.box.style.position === 'absolute' ? c : placed(c, c.x, c.y + by);
  return {
    ...f,
    children: f.children.map(move),
    ...(f.baseline !== undefined && { baseline: f.baseline + by }),
    ...(f.lastBaseline !== undefined && { lastBaseline: f.lastBaseline + by }),
  };
}

const dressed = (f: Fragment, box: BlockBox, sides: Sides<BorderSide> | undefined): Fragment =>
  sides ? { ...f, box, borderSides: sides } : f;

/** The table's own fragment around its rows. `first`, `last`: whether its top and bottom edges are here. */
export function tableFragment(
  plan: TablePlan,
  children: readonly Fragment[],
  height: Pt,
  first: boolean,
  last: boolean,
): Fragment {
  const { box, edges, parts, width } = plan;
  const cut = (s: Sides<Pt>): Sides<Pt> => ({ ...s, top: first ? s.top : 0, bottom: last ? s.bottom : 0 });
  return {
    box,
    x: 0,
    y: 0,
    width,
    height,
    padding: cut(edges.padding),
    border: cut(edges.border),
    children,
    ...baselinesOf(children),
    ...(parts.borders && { borderSides: parts.borders.table }),
    ...(!first && { continued: true }),
    ...(!last && { continues: true }),
  };
}

const wrappers = new WeakMap<BlockBox, BlockBox>();

/** The table wrapper box (CSS 2.1, 17.4): holds grid and captions, paints nothing. */
export function wrapperOf(table: BlockBox): BlockBox {
  const known = wrappers.get(table);
  if (known) return known;
  const { style } = table;
  const none = { ...style.border.top, width: 0, style: 'none' as const };
  const made: BlockBox = {
    kind: 'block',
    element: null,
    node: null,
    lang: table.lang,
    ...(table.source && { source: table.source }),
    children: table.children,
    style: {
      ...style,
      display: 'block',
      backgroundColor: { space: 'srgb', r: 0, g: 0, b: 0, a: 0 },
      backgrounds: [],
      border: { top: none, right: none, bottom: none, left: none },
      opacity: 1,
      transform: [],
    },
  };
  wrappers.set(table, made);
  return made;
}

function withCaptions(plan: TablePlan, table: Result, ctx: Ctx): Result {
  const children: Fragment[] = [];
  const pending: Pending[] = [];
  let y = 0;
  const put = (r: Result, x: Pt) => {
    children.push(placed(r.fragment, x, y));
    for (const p of r.pending) pending.push({ ...p, x: p.x + x, y: p.y + y, slot: children.length });
    y += r.fragment.height;
  };
  const captions = (side: 'top' | 'bottom') => {
    for (const caption of plan.parts.grid.captions) {
      if (caption.style.captionSide !== side) continue;
      const { result, margins } = captionResult(caption, plan.width, ctx);
      y += margins.top;
      put(result, margins.left);
      y += margins.bottom;
    }
  };
  captions('top');
  put(table, 0);
  captions('bottom');
  const { padding, border } = NO_EDGES;
  const fragment: Fragment = {
    box: wrapperOf(plan.box),
    x: 0,
    y: 0,
    width: plan.width,
    height: y,
    padding,
    border,
    children,
    ...baselinesOf(children),
  };
  return { ...table, fragment, pending };
}

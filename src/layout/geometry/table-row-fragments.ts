import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, BorderSide, Fragment, Sides } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import { baselinesOf, moved } from './block.ts';
import type { Ctx } from './context.ts';
import { staticPending } from './inline-root.ts';
import { isLength, NO_EDGES } from './lengths.ts';
import { type Pending, placed, type Result } from './space.ts';
import { NO_STRUT } from './strut.ts';
import { cellBaseline, cellBox, cellSpace, cellWidth, isOnBaseline, standsOnBaseline } from './table-cells.ts';
import type { Cell } from './table-grid.ts';
import { cellLeft, type TablePlan } from './table-plan.ts';
import { relativeOffset } from './used-size.ts';

/** Absolute boxes that are no cells', at the start of a row whose top is at y. */
export function straysOf(plan: TablePlan, strays: readonly Pending['box'][], y: Pt, slot: number): Pending[] {
  const rtl = plan.box.style.direction === 'rtl';
  const { edges, scale, width } = plan;
  const x = rtl ? width - (edges.x - edges.left) : edges.left;
  return strays.map((box) => staticPending(box, x, y, rtl, scale, slot));
}

/** A fragment, and the absolute boxes that it hands up, in its coordinates. */
interface Part {
  readonly fragment: Fragment;
  readonly pending: readonly Pending[];
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
  const all: Gathered = { children: [], pending: [] };
  let y = top;
  let group: { readonly box: BlockBox; readonly top: Pt; readonly rows: Gathered } | null = null;
  const close = () => {
    if (!group) return;
    const { children, pending } = group.rows;
    const fragment = bare(group.box, plan.rowWidth, y - gapY - group.top, children);
    gather(all, plan, { fragment, pending }, left, group.top, ctx);
    group = null;
  };
  for (let r = from; r < to; r++) {
    const row = parts.grid.rows[r];
    if (!row) continue;
    const current: { readonly box: BlockBox } | null = group;
    if (row.group !== (current as { box: BlockBox } | null)?.box) {
      close();
      if (row.group) group = { box: row.group, top: y, rows: { children: [], pending: [] } };
    }
    const open = group as { readonly top: Pt; readonly rows: Gathered } | null;
    if (open) gatherRow(open.rows, plan, r, 0, y - open.top, ctx);
    else gatherRow(all, plan, r, left, y, ctx);
    y += (heights[r] ?? 0) + gapY;
  }
  close();
  return { ...all, bottom: y };
}

interface Gathered {
  readonly children: Fragment[];
  readonly pending: Pending[];
}

/** Puts a part of the table where it belongs: absolute boxes that refer to it become its own, and it is moved if it is relative (CSS Positioned 3, 2.1). */
function gather(to: Gathered, plan: TablePlan, part: Part, x: Pt, y: Pt, ctx: Ctx): void {
  const { box } = part.fragment;
  let { fragment, pending } = part;
  let at = { x, y };
  if (box.kind === 'block' && box.style.position === 'relative') {
    const result = { ...part, top: NO_STRUT, bottom: NO_STRUT, through: false };
    if (box.style.display !== 'table-cell') ({ fragment, pending } = positionAbsolutes(box, result, ctx));
    const by = relativeOffset(box.style, { width: plan.rowWidth, height: null }, plan.box.style.direction === 'rtl');
    at = { x: x + by.x, y: y + by.y };
    to.children.push(moved(fragment, at.x, at.y, by.y));
  } else to.children.push(placed(fragment, x, y));
  for (const p of pending) to.pending.push({ ...p, x: p.x + at.x, y: p.y + at.y, slot: to.children.length });
}

/** A row, or its cells where there is no box for it. */
function gatherRow(to: Gathered, plan: TablePlan, r: number, x: Pt, y: Pt, ctx: Ctx): void {
  const { box = null, strays = [] } = plan.parts.grid.rows[r] ?? {};
  const { parts, baseline } = rowCells(plan, r, ctx);
  const left = plan.edges.left + (plan.parts.columns.length > 0 ? plan.parts.spacing.x : 0);
  const own: Gathered = { children: [], pending: straysOf(plan, strays, 0, 0).map((p) => ({ ...p, x: p.x - left })) };
  for (const part of parts) gather(own, plan, part, part.x, 0, ctx);
  if (box) gather(to, plan, { fragment: rowBox(plan, r, box, own.children, baseline), pending: own.pending }, x, y, ctx);
  else {
    for (const p of own.pending) to.pending.push({ ...p, x: p.x + x, y: p.y + y, slot: to.children.length });
    for (const child of own.children) to.children.push(placed(child, child.x + x, child.y + y));
  }
}

/** A row stands on the baseline of its cells that are aligned to it; without any, on the lowest content edge (CSS 2.1, 17.5.3). */
function rowBox(plan: TablePlan, r: number, box: BlockBox, cells: readonly Fragment[], aligned: Pt | null): Fragment {
  const height = plan.heights[r] ?? 0;
  const made = bare(box, plan.rowWidth, height, cells);
  const below = Math.min(height, ...cells.map((f) => f.padding.bottom + f.border.bottom));
  const baseline = aligned ?? (cells.length === 0 ? 0 : height - below);
  return { ...made, baseline, lastBaseline: baseline };
}

/** Rows and groups have neither padding nor border of their own (CSS 2.1, 17.5.1, 17.6.1). */
function bare(box: BlockBox, width: Pt, height: Pt, children: readonly Fragment[]): Fragment {
  const { padding, border } = NO_EDGES;
  return { box, x: 0, y: 0, width, height, padding, border, children, ...baselinesOf(children) };
}

interface CellLayout {
  readonly cell: Cell;
  readonly result: Result;
  /** Height that its content makes. */
  readonly natural: Pt;
  /** What is in it may refer to its height. */
  readonly definite: boolean;
}

interface Cells {
  /** x: from the left edge of the rows. */
  readonly parts: readonly (Part & { readonly x: Pt })[];
  /** null: no cell stands on one. */
  readonly baseline: Pt | null;
}

function rowCells(plan: TablePlan, r: number, ctx: Ctx): Cells {
  const laid = (plan.parts.grid.rows[r]?.cells ?? []).map((cell) => layoutCell(plan, cell, ctx));
  const baseline = laid.some((l) => l.definite) ? baselineOf(laid) : (plan.baselines[r] ?? null);
  return { parts: laid.map((l) => finishedCell(plan, l, baseline)), baseline };
}

function finishedCell(plan: TablePlan, laid: CellLayout, baseline: Pt | null): Part & { readonly x: Pt } {
  const { fragment, pending } = laid.result;
  const by = shiftOf(laid, baseline);
  return {
    x: cellLeft(plan, laid.cell),
    fragment: dressed(shifted(fragment, by), laid.cell.box, plan.parts.borders?.cell(laid.cell)),
    pending: by === 0 ? pending : pending.map((p) => ({ ...p, y: p.y + by })),
  };
}

/** One cell of a row; x: from the left edge of the rows. */
export function cellPart(plan: TablePlan, cell: Cell, ctx: Ctx): Part & { readonly x: Pt } {
  const laid = layoutCell(plan, cell, ctx);
  const baseline = laid.definite ? rowCells(plan, cell.row, ctx).baseline : (plan.baselines[cell.row] ?? null);
  return finishedCell(plan, laid, baseline);
}

/** A cell as high as its rows. Percentages in it refer to that where it has a height of its own, or the table gave it more than it needs (CSS Tables 3, 3.10.3). */
function layoutCell(plan: TablePlan, cell: Cell, ctx: Ctx): CellLayout {
  const { parts, widths, heights, rowWidth, base } = plan;
  const width = cellWidth(cell, widths, parts.spacing.x);
  const height = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((a, h) => a + h, parts.spacing.y * (cell.rowSpan - 1));
  const box = cellBox(cell, parts);
  const own = box.style.height;
  const grown = () => height > ctx.layout(box, cellSpace(base, width, null)).fragment.height + 1e-6;
  const definite = (isLength(own) && own.percent === 0) || (plan.box.style.height !== 'auto' && grown());
  const result = ctx.layout(box, cellSpace(rowWidth, width, height, definite));
  const natural = result.natural ?? ctx.layout(box, cellSpace(rowWidth, width, null)).fragment.height;
  return { cell, result, natural, definite };
}

const ownBaseline = ({ result: { fragment }, natural }: CellLayout): Pt => cellBaseline({ ...fragment, height: natural });

/** Once percentages of heights are known, content may stand elsewhere than when rows were measured. */
function baselineOf(laid: readonly CellLayout[]): Pt | null {
  const aligned = laid.filter((l) => standsOnBaseline(l.cell, l.result)).map(ownBaseline);
  return aligned.length > 0 ? Math.max(...aligned) : null;
}

/** By how much the content of a cell stands lower for its `vertical-align` (CSS 2.1, 17.5.3). */
function shiftOf(laid: CellLayout, baseline: Pt | null): Pt {
  const { fragment } = laid.result;
  const { style } = laid.cell.box;
  const room = Math.max(0, fragment.height - laid.natural);
  if (isOnBaseline(style)) return baseline === null || fragment.children.length === 0 ? 0 : baseline - ownBaseline(laid);
  return style.verticalAlign === 'middle' ? room / 2 : style.verticalAlign === 'bottom' ? room : 0;
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

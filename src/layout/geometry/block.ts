import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment, Sides } from '../types.ts';
import type { Ctx } from './context.ts';
import { type Grid, gridOf, onBaseline } from './grid.ts';
import { reportIdle } from './idle.ts';
import { staticPending } from './inline-root.ts';
import { type Edges, edgesOf, marginsOf, writtenCellHeight } from './lengths.ts';
import { placeMarker } from './marker.ts';
import { flowSpace, isOutOfFlow, type Pending, placed, type Result, type Space } from './space.ts';
import { join, NO_STRUT, type Strut, strutOf, sum } from './strut.ts';
import { crossPosition, finalHeight, type HeightPlan, planHeight, relativeOffset, usedWidth } from './used-size.ts';

/** What is known of a block container before its children are laid out. */
export interface Frame {
  readonly edges: Edges;
  readonly margins: Sides<Pt>;
  readonly width: Pt;
  readonly plan: HeightPlan;
  /** The space of its in-flow children. */
  readonly inner: Space;
  /** Margins inside do not collapse with those outside (CSS 2.1, 9.4.1; CSS Display 3, block formatting context). */
  readonly root: boolean;
  readonly rtl: boolean;
  /** Type scale. */
  readonly scale: number;
  readonly grid: Grid | null;
}

export function frameOf(box: BlockBox, space: Space, ctx: Ctx): Frame {
  const { style } = box;
  const edges = edgesOf(style, space.width);
  const margins = marginsOf(style, space.width);
  const width = usedWidth(box, space, edges, margins, ctx);
  const plan = planHeight(style, space, edges, width);
  const flow = flowSpace(Math.max(0, width - edges.x), plan.base);
  const pictures = style.display === 'table-cell' ? writtenCellHeight(style, edges.y) : null;
  const inner = pictures === null ? flow : { ...flow, pictures };
  const root = isRoot(box, space);
  return { edges, margins, width, plan, inner, root, rtl: style.direction === 'rtl', scale: ctx.scale, grid: gridOf(box, ctx) };
}

function isRoot(box: BlockBox, space: Space): boolean {
  if (space.independent || box.style.overflow !== 'visible' || box.style.columns) return true;
  return box.style.display !== 'block' && box.style.display !== 'list-item';
}

/** One block container with its block-level children, in one piece. */
export function layoutBlock(box: BlockBox, space: Space, ctx: Ctx): Result {
  const frame = frameOf(box, space, ctx);
  const { edges, margins, plan } = frame;
  const stack = openStack(frame, true);
  for (let i = 0; i < box.children.length; i++) {
    const child = box.children[i] as Box;
    reportIdle(child, ctx.services);
    if (isOutOfFlow(child)) addOutOfFlow(stack, child, frame);
    else {
      const result = ctx.layout(child, frame.inner);
      addChild(stack, child, result, frame, onGrid(stack, child, result, frame, nextY(stack, result.edge ?? result.top)));
    }
  }
  const closesBottom = frame.root || edges.bottom > 0;
  const content = Math.max(0, stack.cursor - edges.top + (closesBottom && stack.started ? sum(stack.strut) : 0));
  const marker = box.marker ? placeMarker(box, stack.children, frame, ctx) : null;
  const push = marker?.push ?? 0;
  const natural = marker ? Math.max(content + push, marker.bottom - edges.top) : content;
  const height = finalHeight(plan, natural, box.style, space, edges);
  const pending = push === 0 ? stack.pending : stack.pending.map((p) => ({ ...p, y: p.y + push }));

  const own = strutOf(margins.top);
  if (!stack.started && !frame.root && height === 0 && edges.y === 0 && !marker) {
    const edge = join(own, join(stack.top, stack.strut));
    const all = join(edge, strutOf(margins.bottom));
    return { fragment: fragmentOf(box, frame, height, stack.children), top: all, bottom: NO_STRUT, through: true, edge, pending };
  }
  // The last margin leaves the box only if nothing but the content made its height (CSS 2.1, 8.3.1).
  const leaves = !closesBottom && plan.height === null && Math.abs(height - content - push - edges.y) < 1e-6;
  const top = frame.root || edges.top > 0 ? own : join(own, stack.top);
  const bottom = leaves ? join(stack.strut, strutOf(margins.bottom)) : strutOf(margins.bottom);
  const below = push === 0 ? stack.children : stack.children.map((f) => placed(f, f.x, f.y + push));
  const children = marker ? [marker.fragment, ...below] : stack.children;
  const result = { fragment: fragmentOf(box, frame, height, children), top, bottom, through: false, pending };
  return box.style.display === 'table-cell' ? { ...result, natural: natural + edges.y } : result;
}

/** Children stacked so far. Mutable: it lives within one layout function. */
export interface Stack {
  /** Border-box y at which the next child's margins begin. */
  cursor: Pt;
  /** Margins after the last child that are still open. */
  strut: Strut;
  /** Margins that leave through the top. */
  top: Strut;
  /** Something with height, or a boundary, stands above: margins no longer leave through the top. */
  started: boolean;
  /** A baseline of the grid, border-box y; null: the first text in the box says where the grid lies. */
  baseline: Pt | null;
  readonly children: Fragment[];
  readonly pending: Pending[];
}

export function openStack(frame: Frame, first: boolean): Stack {
  const edge = first ? frame.edges.top : 0;
  return {
    cursor: edge,
    strut: NO_STRUT,
    top: NO_STRUT,
    started: frame.root || edge > 0,
    baseline: frame.grid && (frame.root || !first) ? edge + frame.grid.first : null,
    children: [],
    pending: [],
  };
}

/** Border-box y at which a child with these top margins stands. */
export function nextY(stack: Stack, top: Strut): Pt {
  return stack.started ? stack.cursor + sum(join(stack.strut, top)) : stack.cursor;
}

/** The same, lowered so that the child's first line stands on the baseline grid (`-kit-baseline-grid`), if it takes part in it. */
export function onGrid(stack: Stack, child: Box, { fragment }: Result, { grid }: Frame, y: Pt): Pt {
  if (!grid || stack.baseline === null || fragment.baseline === undefined) return y;
  if (child.style.fine.baselineGrid === null) return y;
  return onBaseline(y + fragment.baseline, stack.baseline, grid.step) - fragment.baseline;
}

export function addChild(stack: Stack, child: Box, result: Result, frame: Frame, at: Pt): void {
  const { fragment } = result;
  if (frame.grid && fragment.baseline !== undefined && child.style.fine.baselineGrid !== null)
    stack.baseline ??= at + fragment.baseline;
  const x = child.kind === 'inline-root' ? 0 : crossOf(child, fragment.width, frame);
  if (result.through) {
    if (stack.started) stack.strut = join(stack.strut, result.top);
    else stack.top = join(stack.top, result.top);
  } else {
    if (!stack.started) stack.top = join(stack.top, result.top);
    stack.started = true;
    stack.cursor = at + fragment.height;
    stack.strut = result.bottom;
  }
  putChild(stack, child, result, frame.edges.left + x, at, frame);
}

function putChild(stack: Stack, child: Box, result: Result, x: Pt, y: Pt, frame: Frame): void {
  const offset =
    child.kind !== 'inline-root' && child.style.position === 'relative'
      ? relativeOffset(child.style, frame.inner, frame.rtl)
      : ORIGIN;
  const fx = x + offset.x;
  const fy = y + offset.y;
  stack.children.push(moved(result.fragment, fx, fy, offset.y));
  for (const p of result.pending) stack.pending.push({ ...p, x: p.x + fx, y: p.y + fy, slot: stack.children.length });
}

/** Placed with a relative offset, which nothing around it knows of: its baselines stay where they were (CSS 2.1, 9.4.3). */
export function moved(fragment: Fragment, x: Pt, y: Pt, by: Pt): Fragment {
  const made = placed(fragment, x, y);
  if (by === 0 || made.baseline === undefined) return made;
  return { ...made, baseline: made.baseline - by, lastBaseline: (made.lastBaseline ?? made.baseline) - by };
}

const ORIGIN = { x: 0, y: 0 };

function crossOf(child: Exclude<Box, { kind: 'inline-root' }>, width: Pt, frame: Frame): Pt {
  return crossPosition(child.style, marginsOf(child.style, frame.inner.width), width, frame.inner.width, frame.rtl);
}

/** Its static position: where its margin edge would stand as a block without height (CSS 2.1, 10.6.4). */
export function addOutOfFlow(stack: Stack, child: Pending['box'], frame: Frame): void {
  const y = stack.started ? stack.cursor + sum(stack.strut) : stack.cursor;
  const x = frame.rtl ? frame.edges.left + frame.inner.width : frame.edges.left;
  stack.pending.push(staticPending(child, x, y, frame.rtl, frame.scale, stack.children.length));
}

export function fragmentOf(
  box: BlockBox,
  frame: Frame,
  height: Pt,
  children: readonly Fragment[],
  baselines: Baselines = baselinesOf(children),
): Fragment {
  return {
    box,
    x: 0,
    y: 0,
    width: frame.width,
    height,
    padding: frame.edges.padding,
    border: frame.edges.border,
    children,
    ...(box.style.overflow === 'hidden' ? within(baselines, height) : baselines),
  };
}

/** Of a box that clips, no baseline lies outside it (CSS Align 3, 9.1). */
function within({ baseline, lastBaseline }: Baselines, height: Pt): Baselines {
  if (baseline === undefined) return {};
  const bound = (v: Pt): Pt => Math.max(0, Math.min(v, height));
  return { baseline: bound(baseline), lastBaseline: bound(lastBaseline ?? baseline) };
}

type Baselines = Pick<Fragment, 'baseline' | 'lastBaseline'>;

/** First and last baseline among in-flow children, from the border box's top. */
export function baselinesOf(children: readonly Fragment[]): { baseline?: Pt; lastBaseline?: Pt } {
  const first = children.find((c) => c.baseline !== undefined);
  if (first?.baseline === undefined) return {};
  const last = children.findLast((c) => c.lastBaseline !== undefined) ?? first;
  return { baseline: first.y + first.baseline, lastBaseline: last.y + (last.lastBaseline ?? first.baseline) };
}

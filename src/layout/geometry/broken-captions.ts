import type { Pt } from '../../core/geometry.ts';
import type { Fragment } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import { baselinesOf } from './block.ts';
import type { Outcome, Token } from './breaks.ts';
import type { Ctx } from './context.ts';
import { NO_EDGES } from './lengths.ts';
import { type Pending, placed } from './space.ts';
import { NO_STRUT, strutOf } from './strut.ts';
import { tableFragment, wrapperOf } from './table.ts';
import { captionResult, type TablePlan } from './table-plan.ts';

export interface Captions {
  readonly fragments: readonly Fragment[];
  readonly pending: readonly Pending[];
  readonly height: Pt;
}

export function captionFragments(plan: TablePlan, side: 'top' | 'bottom' | 'none', ctx: Ctx): Captions {
  const fragments: Fragment[] = [];
  const pending: Pending[] = [];
  let y = 0;
  for (const caption of plan.parts.grid.captions) {
    if (caption.style.captionSide !== side) continue;
    const { result, margins, x } = captionResult(plan.box, caption, plan.width, ctx);
    y += margins.top;
    fragments.push(placed(result.fragment, x, y));
    for (const p of result.pending) pending.push({ ...p, x: p.x + x, y: p.y + y });
    y += result.fragment.height + margins.bottom;
  }
  return { fragments, pending, height: y };
}

/** What of a table stands on a page. */
export interface TablePart {
  readonly plan: TablePlan;
  readonly children: readonly Fragment[];
  readonly pending: readonly Pending[];
  readonly captions: Captions;
  /** Where the rows end; null: they have ended on a page before, and captions are all that is left. */
  readonly bottom: Pt | null;
  readonly first: boolean;
  /** Room below the captions at the top. */
  readonly left: Pt;
  readonly more: Token | null;
}

/** The table's part around its rows, with the captions that stand on this page. */
export function tablePart(part: TablePart, ctx: Ctx): Outcome {
  const { plan, captions: top, bottom, first, left } = part;
  const { edges, parts, margins } = plan;
  const rowsEnd = part.more === null;
  let height = bottom ?? 0;
  if (rowsEnd && bottom !== null) {
    // The room below the last row gives way to the page's end.
    height = bottom + Math.max(0, Math.min(parts.spacing.y, left - bottom - edges.bottom)) + edges.bottom;
    if (first) height = Math.max(height, plan.height);
  }
  const after = captionFragments(plan, rowsEnd ? 'bottom' : 'none', ctx);
  const late = after.height > 0 && bottom !== null && height + after.height > left + 1e-6;
  const more: Token | null = late
    ? { kind: 'table', row: parts.grid.rows.length, cells: null, done: 0, spans: [], forced: null }
    : part.more;
  const last = more === null;
  let { children, pending } = part;
  let fragment = tableFragment(plan, children, Math.max(0, height), first, rowsEnd);
  const own = positionAbsolutes(plan.box, { fragment, top: NO_STRUT, bottom: NO_STRUT, through: false, pending }, ctx);
  ({ fragment, pending } = own);
  if (parts.grid.captions.length > 0) {
    const down = top.height + height;
    children = [
      ...top.fragments,
      ...(bottom === null ? [] : [placed(fragment, 0, top.height)]),
      ...(late ? [] : after.fragments.map((f) => placed(f, f.x, f.y + down))),
    ];
    pending = [
      ...top.pending,
      ...pending.map((p) => ({ ...p, y: p.y + top.height })),
      ...(late ? [] : after.pending.map((p) => ({ ...p, y: p.y + down }))),
    ];
    fragment = {
      box: wrapperOf(plan.box),
      x: 0,
      y: 0,
      width: plan.width,
      height: down + (late ? 0 : after.height),
      padding: NO_EDGES.padding,
      border: NO_EDGES.border,
      children,
      // A caption gives its table no baseline.
      ...baselinesOf(children.filter((child) => child.box === plan.box)),
      ...(!first && { continued: true }),
      ...(!last && { continues: true }),
    };
  }
  return {
    kind: 'part',
    result: {
      fragment,
      top: first ? strutOf(margins.top) : NO_STRUT,
      bottom: last ? strutOf(margins.bottom) : NO_STRUT,
      through: false,
      pending,
    },
    token: more,
  };
}

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Fragment, Sides } from '../types.ts';
import { baselinesOf } from './block.ts';
import type { Ctx } from './context.ts';
import { NO_EDGES } from './lengths.ts';
import { type Pending, placed, type Result, type Space } from './space.ts';
import { strutOf } from './strut.ts';
import { captionResult, planTable, type TablePlan } from './table-plan.ts';
import { rowFragments, straysOf } from './table-row-fragments.ts';

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
      const { result, margins, x } = captionResult(plan.box, caption, plan.width, ctx);
      y += margins.top;
      put(result, x);
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
    // Captions lend it none.
    ...baselinesOf(children.filter((child) => child.box === plan.box)),
  };
  return { ...table, fragment, pending };
}

import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment } from '../types.ts';
import { type Forced, forcedOf, type Outcome, PERFECT, type Token } from './breaks.ts';
import type { ColumnPlan } from './columns-parts.ts';
import type { Ctx } from './context.ts';
import { flowSpace, type Result } from './space.ts';

/** Contents for a row of columns. */
interface Order {
  readonly flow: BlockBox;
  readonly plan: ColumnPlan;
  /** What percentages of heights refer to. */
  readonly base: Pt | null;
  /** Where they begin. */
  readonly token: Token | null;
  /** They go on after an unforced break. */
  readonly truncate?: boolean;
  readonly tooTall: (box: Box) => void;
}

/** A row of columns, filled. */
export interface Filled {
  readonly columns: readonly Result[];
  readonly height: Pt;
  /** Where the rest begins. */
  readonly token: Token | null;
  /** A break rule had to give. */
  readonly strict: boolean;
  /** Something is higher than its column. */
  readonly overflows: boolean;
}

const EPSILON = 0.01;
/** More columns than anyone has: a guard. */
const GUARD = 1000;
const nothing = (): void => {};

/** Fills columns of one height, at most `most`. `paged`: a forced break of pages ends the row. */
export function fillColumns(order: Order & { height: Pt; most: number; paged?: boolean }, ctx: Ctx): Filled {
  const { flow, plan, base, height, most } = order;
  const space = { ...flowSpace(plan.width, base), independent: true };
  const columns: Result[] = [];
  let { token } = order;
  let forced: Forced | null = token ? forcedOf(token) : null;
  let strict = true;
  let overflows = false;
  let used = 0;
  do {
    const truncate = token !== null && forced === null && (columns.length > 0 || order.truncate === true);
    let outcome: Outcome | null = null;
    for (let level = PERFECT; level >= 0 && outcome?.kind !== 'part'; level--) {
      const { tooTall } = order;
      outcome = ctx.layoutBroken(
        flow,
        space,
        { left: height, page: height, atTop: true, truncate, level, columns: true, tooTall },
        token,
      );
      if (outcome.kind !== 'part') strict = false;
    }
    // Unreachable, as with pages; the whole in one column is the safe answer.
    if (outcome?.kind !== 'part') outcome = { kind: 'part', result: ctx.layout(flow, space), token: null };
    columns.push(outcome.result);
    token = outcome.token;
    const extent = token ? extentOf(outcome.result.fragment) : outcome.result.fragment.height;
    used = Math.max(used, extent);
    overflows ||= contentEnd(outcome.result.fragment) > height + EPSILON;
    forced = token ? forcedOf(token) : null;
    if (order.paged && forced && forced !== 'column') break;
  } while (token && columns.length < Math.min(most, GUARD));
  return { columns, height: token || columns.length > 1 ? height : Math.min(height, used), token, strict, overflows };
}

/** Where the contents of a part end; the part itself may reach to the column's end. */
export function extentOf(fragment: Fragment): Pt {
  if (!fragment.continues || fragment.lines) return fragment.height;
  let end = 0;
  for (const child of fragment.children) end = Math.max(end, child.y + extentOf(child));
  return end;
}

/** The same without the margin after the last child, which is cut off at the column's end. */
const contentEnd = (fragment: Fragment): Pt =>
  fragment.continues ? extentOf(fragment) : fragment.children.reduce((end, child) => Math.max(end, child.y + child.height), 0);

/** Of all in one column. */
export const singleHeight = ({ flow, plan, base }: Order, ctx: Ctx): Pt =>
  ctx.layout(flow, { ...flowSpace(plan.width, base), independent: true }).fragment.height;

/** The heights of what is to be balanced, as if in one column: one more for each forced break. */
function runsOf({ flow, plan, base, token, truncate, tooTall }: Order, ctx: Ctx): Pt[] {
  const space = { ...flowSpace(plan.width, base), independent: true };
  const endless = Number.MAX_SAFE_INTEGER;
  const runs: Pt[] = [];
  let next = token;
  do {
    const cut = next !== null && forcedOf(next) === null && truncate === true;
    const room = { left: endless, page: endless, atTop: true, truncate: cut, level: PERFECT, columns: true, tooTall };
    const outcome = ctx.layoutBroken(flow, space, room, next);
    if (outcome.kind !== 'part') return [];
    next = outcome.token;
    runs.push(next ? extentOf(outcome.result.fragment) : outcome.result.fragment.height);
  } while (next && runs.length < GUARD);
  return runs;
}

/** Columns are not balanced lower than the runs shared out among them, the highest first, as Chromium has it; the standard leaves it open. */
function leastHeight(order: Order, ctx: Ctx): Pt {
  const runs = runsOf(order, ctx).map((height) => ({ height, columns: 1 }));
  const highest = () => runs.reduce((a, b) => (b.height / b.columns > a.height / a.columns ? b : a), { height: 0, columns: 1 });
  for (let spare = order.plan.count - runs.length; spare > 0; spare--) highest().columns++;
  return highest().height / highest().columns;
}

/** The lowest columns that hold all, by halving; null: within the limit they hold not all. */
export function balanceColumns(order: Order & { limit: Pt }, ctx: Ctx): Filled | null {
  const { plan, limit } = order;
  const top = Math.min(limit, singleHeight(order, ctx));
  if (top < 0) return null;
  const at = (height: Pt): Filled => ({
    ...fillColumns({ ...order, height, most: plan.count, paged: true, tooTall: nothing }, ctx),
    height,
  });
  const holds = (f: Filled): boolean => f.token === null && !f.overflows;
  let best = at(top);
  if (!holds(best)) return null;
  // Where rules of breaking must give even so, they need not hold below.
  const { strict } = best;
  const good = (f: Filled): boolean => holds(f) && (f.strict || !strict);
  let low = Math.min(top, leastHeight({ ...order, tooTall: nothing }, ctx));
  const least = at(low);
  if (good(least)) return least;
  let high = top;
  while (high - low > EPSILON) {
    const middle = (low + high) / 2;
    const tried = at(middle);
    if (good(tried)) {
      best = tried;
      high = middle;
    } else low = middle;
  }
  // As high as the contents of the highest column, to the last digit.
  const exact = Math.max(...best.columns.map(({ fragment }) => contentEnd(fragment)), 0);
  const last = exact < high ? at(exact) : best;
  return good(last) ? last : best;
}

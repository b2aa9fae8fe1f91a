import type { Box } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import { layoutBlock } from './block.ts';
import { layoutColumns } from './columns.ts';
import type { Ctx } from './context.ts';
import { layoutFitted } from './fit.ts';
import { fitScales } from './fit-scales.ts';
import { layoutFlex } from './flex-ratio.ts';
import { heedsHeight } from './heeds-height.ts';
import { layoutInlineRoot } from './inline-root.ts';
import { layoutReplaced } from './replaced.ts';
import { type Result, type Space, sameSpace } from './space.ts';
import { layoutTable } from './table.ts';

/** Lays a box out in one piece. Same box, space and type scale: same result. */
export function layout(box: Box, space: Space, ctx: Ctx): Result {
  const known = ctx.results.get(box);
  const hit = known?.find((k) =>
    box.kind === 'inline-root' && !heedsHeight(box) ? sameWidth(k.space, space) : sameSpace(k.space, space),
  );
  if (hit) return hit.result;
  const result = compute(box, space, ctx);
  if (known) known.push({ space, result });
  else ctx.results.set(box, [{ space, result }]);
  return result;
}

/** Of a space, lines depend on nothing but the width; while sizes are sought, heights change most. */
const sameWidth = (a: Space, b: Space): boolean => (a.fixedWidth ?? a.width) === (b.fixedWidth ?? b.width);

function compute(box: Box, space: Space, ctx: Ctx): Result {
  if (box.kind === 'inline-root') return layoutInlineRoot(box, space, ctx);
  if (box.kind === 'replaced') return layoutReplaced(box, space);
  return fitScales(box) ? layoutFitted(box, space, ctx) : layoutInside(box, space, ctx);
}

/** The same without fitting: by the formatting context that the box establishes or takes part in. */
export function layoutInside(box: Extract<Box, { kind: 'block' }>, space: Space, ctx: Ctx): Result {
  return positionAbsolutes(box, layoutFlow(box, space, ctx), ctx);
}

function layoutFlow(box: Extract<Box, { kind: 'block' }>, space: Space, ctx: Ctx): Result {
  switch (box.style.display) {
    case 'flex':
    case 'inline-flex':
      return layoutFlex(box, space, ctx);
    case 'table':
      return layoutTable(box, space, ctx);
    default:
      return box.style.columns ? layoutColumns(box, box.style.columns, space, ctx) : layoutBlock(box, space, ctx);
  }
}

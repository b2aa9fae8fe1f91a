import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment, Sides } from '../types.ts';
import { positionAbsolutes } from './absolute.ts';
import {
  addChild,
  addOutOfFlow,
  baselinesOf,
  type Frame,
  frameOf,
  layoutBlock,
  nextY,
  onGrid,
  openStack,
  type Stack,
} from './block.ts';
import {
  avoidedBetween,
  avoids,
  BEFORE,
  type Forced,
  forcedBetween,
  hasForcedBreak,
  LOOSE_AVOID,
  type Outcome,
  type Room,
  type Token,
} from './breaks.ts';
import type { Ctx } from './context.ts';
import { heightLimits } from './lengths.ts';
import { placeMarker } from './marker.ts';
import { containsAbsolute, isOutOfFlow, type Pending, type Result, type Space } from './space.ts';
import { join, NO_STRUT, strutOf, sum } from './strut.ts';
import { finalHeight } from './used-size.ts';

type BlockToken = Extract<Token, { kind: 'block' }>;

/** A child that stands on this page in one piece, or its last piece; the stack as it was before it. */
interface Entry {
  readonly index: number;
  readonly y: Pt;
  readonly height: Pt;
  readonly token: Token | null;
  readonly before: Stack;
}

interface Work {
  readonly box: BlockBox;
  readonly space: Space;
  readonly room: Room;
  readonly token: BlockToken | null;
  readonly frame: Frame;
  readonly ctx: Ctx;
}

/**
 * One block container over pages. A child that fits is laid out in one piece, as it would be without pages; only what straddles the page's end is
 * taken apart. Where the best break lies higher up, the children are gone back through, latest first.
 */
export function breakBlock(box: BlockBox, space: Space, room: Room, token: BlockToken | null, ctx: Ctx): Outcome {
  if (avoids(box.style.breakInside, room.columns) && room.level > LOOSE_AVOID && !hasForcedBreak(box, room.columns)) {
    if (token)
      return breakInside({ box, space, room: { ...room, level: LOOSE_AVOID }, token, frame: frameOf(box, space, ctx), ctx });
    const whole = ctx.layout(box, space);
    return whole.fragment.height <= room.left + 1e-6 ? { kind: 'part', result: whole, token: null } : BEFORE;
  }
  return breakInside({ box, space, room, token, frame: frameOf(box, space, ctx), ctx });
}

function breakInside(work: Work): Outcome {
  const { box, room, token, frame, ctx } = work;
  const start = token?.index ?? 0;
  const lastInFlow = box.children.findLastIndex((c) => !isOutOfFlow(c));
  const stack = openStack(frame, token === null);
  if (token) stack.started = true;
  const log: Entry[] = [];
  for (let i = start; i < box.children.length; i++) {
    const child = box.children[i] as Box;
    if (isOutOfFlow(child)) {
      addOutOfFlow(stack, child, frame);
      continue;
    }
    const childToken = i === start && token ? token.child : null;
    const previous = log[log.length - 1];
    if (previous && !childToken) {
      const forced = forcedBetween(box.children[previous.index] as Box, child, room.columns);
      if (forced) return partOf(work, stack, { index: i, child: null, forced });
    }
    const atEdge = token !== null && log.length === 0;
    const whole = childToken ? null : ctx.layout(child, frame.inner);
    const free = childToken || (atEdge && room.truncate) ? stack.cursor : nextY(stack, whole?.top ?? NO_STRUT);
    const y = whole ? onGrid(stack, child, whole, frame, free) : free;
    const limit = room.left - (i === lastInFlow ? closing(work, child) : 0);
    // Margins or padding that reach past the page leave it empty; on the next one they are spent.
    if (whole && !previous && room.atTop && room.left > 0 && y > room.left && stack.children.length === 0) {
      return partOf(work, { ...stack, cursor: Math.min(stack.cursor, room.left) }, { index: i, child: null, forced: null });
    }
    const entry: Entry = { index: i, y, height: 0, token: childToken, before: snapshot(stack) };
    if (whole && !hasForcedBreak(child, room.columns) && y + whole.fragment.height <= limit + 1e-6) {
      addChild(stack, child, whole, frame, y);
      log.push({ ...entry, height: whole.fragment.height });
      continue;
    }
    const own = (end: Pt) => ctx.layoutBroken(child, frame.inner, childRoom(work, y, end, log.length), childToken);
    let outcome = own(room.left);
    // What ends on this page needs room for what follows it in its parent; else it had better not end here.
    if (outcome.kind === 'part' && !outcome.token && outcome.result.fragment.height > limit - y + EPSILON) {
      outcome = own(Math.min(room.left, y + outcome.result.fragment.height - EPSILON));
    }
    if (outcome.kind === 'before') return retreat(work, log, i, stack);
    addChild(stack, child, outcome.result, frame, y);
    if (outcome.token) return partOf(work, stack, { index: i, child: outcome.token, forced: null });
    log.push({ ...entry, height: outcome.result.fragment.height });
  }
  const end = partOf(work, stack, null);
  // A written height goes on over as many pages as it needs, whether or not there is content left.
  const over = end.kind === 'part' && end.result.fragment.height > room.left + EPSILON && stack.cursor <= room.left + EPSILON;
  return over && room.left > 0 && keepsHeight(work)
    ? partOf(work, stack, { index: box.children.length, child: null, forced: null })
    : end;
}

const EPSILON = 0.01;

/**
 * What must fit below the last child: padding and border, and the margin that they keep in the box. Without them the margin adjoins the page's end and
 * is cut off; a written height is broken wherever the page ends.
 */
function closing({ frame, ctx }: Work, last: Box): Pt {
  const { edges, plan } = frame;
  if (plan.height !== null || edges.bottom === 0) return 0;
  return edges.bottom + sum(ctx.layout(last, frame.inner).bottom);
}

/** The height is the style's, not the content's and the bottom edge's. */
function keepsHeight({ box, frame, space }: Work): boolean {
  return frame.plan.height !== null || heightLimits(box.style, space.height, frame.edges.y).min > frame.edges.y;
}

function childRoom(work: Work, y: Pt, limit: Pt, above: number): Room {
  const { room } = work;
  return { ...room, left: limit - y, atTop: room.atTop && above === 0 };
}

const snapshot = (s: Stack): Stack => ({ ...s, children: [...s.children], pending: [...s.pending] });

/** Finds the latest break that the level allows: before child `i`, inside the one above it, before that one, … */
function retreat(work: Work, log: readonly Entry[], i: number, stack: Stack): Outcome {
  const { box, room, frame, ctx } = work;
  for (let j = log.length; j > 0; j--) {
    const index = j === log.length ? i : (log[j]?.index ?? i);
    const above = log[j - 1];
    if (!above) break;
    const previous = box.children[above.index] as Box;
    const allowed = room.level <= LOOSE_AVOID || !avoidedBetween(previous, box.children[index] as Box, room.columns);
    const here = j === log.length ? stack : (log[j]?.before ?? stack);
    if (allowed) return partOf(work, here, { index, child: null, forced: null });
    const inside = ctx.layoutBroken(
      previous,
      frame.inner,
      { ...childRoom(work, above.y, above.y + above.height - 0.01, j - 1), level: room.level },
      above.token,
    );
    if (inside.kind === 'part' && inside.token) {
      const upTo = snapshot(above.before);
      addChild(upTo, previous, inside.result, frame, above.y);
      return partOf(work, upTo, { index: above.index, child: inside.token, forced: null });
    }
  }
  return BEFORE;
}

/** The part of the box on this page: all of it or the rest of it where `more` is null. */
function partOf(work: Work, stack: Stack, more: { index: number; child: Token | null; forced: Forced | null } | null): Outcome {
  const { box, space, room, token, frame, ctx } = work;
  const { edges, margins, plan } = frame;
  const first = token === null;
  const last = more === null;
  const consumed = token?.consumed ?? 0;
  const marker = first && box.marker ? placeMarker(box, stack.children, frame, ctx) : null;
  const top = first ? edges.top : 0;
  const closes = frame.root || edges.bottom > 0;
  const content = Math.max(
    0,
    stack.cursor - top + (last && closes && stack.started ? sum(stack.strut) : 0),
    (marker?.bottom ?? 0) - top,
  );
  let height: Pt;
  if (!last) {
    // A part that is not the last reaches to the end of its page (css-break-3, 5.4).
    const planned = plan.height === null ? Number.POSITIVE_INFINITY : plan.height - consumed;
    height = Math.max(Math.min(room.left, planned), stack.cursor);
  } else if (first) {
    height = finalHeight(plan, content, box.style, space, edges);
  } else if (plan.height !== null) {
    height = Math.max(0, plan.height - consumed);
  } else {
    const least = heightLimits(box.style, space.height, edges.y).min - consumed;
    height = Math.max(content + edges.bottom, Math.min(least, room.left));
  }
  const children = marker ? [marker.fragment, ...stack.children] : stack.children;
  const cut = (s: Sides<Pt>): Sides<Pt> => ({ ...s, top: first ? s.top : 0, bottom: last ? s.bottom : 0 });
  const fragment: Fragment = {
    box,
    x: 0,
    y: 0,
    width: frame.width,
    height,
    padding: cut(edges.padding),
    border: cut(edges.border),
    children,
    ...baselinesOf(children),
    ...(!first && { continued: true }),
    ...(!last && { continues: true }),
  };
  const own = strutOf(margins.top);
  const leaves = last && !closes && plan.height === null;
  const result: Result = {
    fragment,
    top: first ? (frame.root || edges.top > 0 ? own : join(own, stack.top)) : NO_STRUT,
    bottom: !last ? NO_STRUT : leaves ? join(stack.strut, strutOf(margins.bottom)) : strutOf(margins.bottom),
    through: false,
    pending: pendingOf(work, stack, last),
  };
  const next: Token | null = more ? { kind: 'block', ...more, consumed: consumed + height } : null;
  return { kind: 'part', result: positionAbsolutes(box, result, ctx), token: next };
}

/** What is placed from the top of a containing block that is broken stands on its first part, wherever it is written. */
function pendingOf({ box, space, token, ctx }: Work, stack: Stack, last: boolean): readonly Pending[] {
  if ((token === null && last) || !containsAbsolute(box)) return stack.pending;
  const fromTop = ({ style }: Pending['box']) => style.position === 'absolute' && style.inset.top !== 'auto';
  const others = stack.pending.filter((p) => !fromTop(p.box));
  if (token !== null) return others;
  const all = layoutBlock(box, space, ctx).pending.filter((p) => fromTop(p.box));
  return [...others, ...all.map((p) => ({ ...p, slot: Math.min(p.slot, stack.children.length) }))];
}

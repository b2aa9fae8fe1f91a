import type { Fragment } from '../types.ts';
import { noteBlock, noteLine } from './notes.ts';
import { childPlace, enter } from './place.ts';
import type { PageState, Place } from './state.ts';

/**
 * One layer of painting (CSS 2.1, Appendix E): a fragment with what is in flow in it. Not in it: what is positioned or makes a stacking context;
 * that is hoisted to the context around.
 */
export interface Flow {
  readonly place: Place;
  /** Block-level descendants in tree order: their backgrounds and borders come first (step 4). */
  readonly blocks: Place[];
  /** Then, in tree order, what stands in them (step 7). */
  readonly contents: Content[];
  /** Inline-blocks of the lines, each painted like a context of its own at its place in the line. */
  readonly atomics: Map<Fragment, Flow>;
}

export type Content =
  | { readonly kind: 'lines'; readonly place: Place; readonly atomics: Map<Fragment, Flow> }
  | { readonly kind: 'replaced'; readonly place: Place }
  /** A flex item: painted whole, like an inline-block (css-flexbox-1, 4.3). */
  | { readonly kind: 'flow'; readonly flow: Flow };

/** A positioned descendant, or one that is a stacking context. */
export type Hoisted =
  | { readonly z: number; readonly kind: 'context'; readonly place: Place }
  /** `z-index: auto`: painted whole, but the positioned ones in it belong to the context around. */
  | { readonly z: 0; readonly kind: 'flow'; readonly flow: Flow };

/** Makes a stacking context whatever its position. */
const isolates = ({ box }: Fragment): boolean =>
  box.kind !== 'inline-root' && (box.style.opacity < 1 || box.style.transform.length > 0);

/** How a fragment is lifted out of its flow; null: it stays. */
function lift(fragment: Fragment, flexItem: boolean): { readonly z: number; readonly context: boolean } | null {
  const { box } = fragment;
  if (box.kind === 'inline-root') return null;
  const { position, zIndex } = box.style;
  const layered = position !== 'static' || flexItem;
  if (layered && zIndex !== 'auto') return { z: zIndex, context: true };
  if (isolates(fragment) || position === 'fixed') return { z: 0, context: true };
  return position !== 'static' ? { z: 0, context: false } : null;
}

/** Sorts what is inside a fragment into layers. What belongs to the context around goes to `hoisted`, in tree order. */
export function collect(state: PageState, place: Place, hoisted: Hoisted[]): Flow {
  const flow: Flow = { place, blocks: [], contents: [], atomics: new Map() };
  gather(state, place, flow, hoisted);
  return flow;
}

function gather(state: PageState, place: Place, flow: Flow, hoisted: Hoisted[]): void {
  const { fragment } = place;
  const { box } = fragment;
  noteBlock(state, place);
  if (box.kind === 'replaced') {
    flow.contents.push({ kind: 'replaced', place });
    return;
  }
  if (fragment.lines) {
    gatherLines(state, place, flow, hoisted);
    return;
  }
  const inside = enter(place);
  const flex = box.style.display === 'flex' || box.style.display === 'inline-flex';
  for (const child of fragment.children) {
    const inner = childPlace(place, inside, child, child.x, child.y);
    const lifted = lift(child, flex);
    if (lifted) hoist(state, inner, lifted, hoisted);
    else if (flex && child.box.kind !== 'inline-root') flow.contents.push({ kind: 'flow', flow: collect(state, inner, hoisted) });
    else {
      if (child.box.kind !== 'inline-root') flow.blocks.push(inner);
      gather(state, inner, flow, hoisted);
    }
  }
}

function hoist(state: PageState, place: Place, { z, context }: { z: number; context: boolean }, hoisted: Hoisted[]): void {
  if (context) {
    hoisted.push({ z, kind: 'context', place });
    return;
  }
  // Before its own descendants: tree order decides among equals.
  const at = hoisted.length;
  const flow = collect(state, place, hoisted);
  hoisted.splice(at, 0, { z: 0, kind: 'flow', flow });
}

function gatherLines(state: PageState, place: Place, flow: Flow, hoisted: Hoisted[]): void {
  const { fragment } = place;
  const { atomics } = flow;
  const inside = enter(place);
  flow.contents.push({ kind: 'lines', place, atomics });
  for (const line of fragment.lines ?? []) {
    noteLine(state, place, line);
    for (const item of line.items) {
      if (item.kind !== 'atomic') continue;
      const inner = childPlace(place, inside, item.fragment, line.x + item.x, line.y + item.y, true);
      const lifted = lift(item.fragment, false);
      if (lifted) hoist(state, inner, lifted, hoisted);
      else atomics.set(item.fragment, collect(state, inner, hoisted));
    }
  }
  for (const child of fragment.children) {
    const inner = childPlace(place, inside, child, child.x, child.y);
    const lifted = lift(child, false);
    if (lifted) hoist(state, inner, lifted, hoisted);
    else if (!atomics.has(child)) {
      flow.blocks.push(inner);
      gather(state, inner, flow, hoisted);
    }
  }
}

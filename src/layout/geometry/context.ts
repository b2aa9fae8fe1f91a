import type { Pt } from '../../core/geometry.ts';

import type { BlockBox, Box, Fragment, InlineRoot, LayoutServices, ReplacedBox } from '../types.ts';

import type { Outcome, Room, Token } from './breaks.ts';
import { layoutBroken } from './broken.ts';
import { wrappedColumnSizes } from './flex-sizes.ts';
import { heedsHeight } from './heeds-height.ts';
import type { InlineContext, InlinePort } from './inline-port.ts';
import { layout, layoutInside } from './layout.ts';
import type { Sizes } from './sizes.ts';
import { atomicContribution } from './sizes.ts';
import type { Pending, Result, Space } from './space.ts';
import { tableSizes } from './table-columns.ts';

/** What every layout function needs. One per document and type scale; dropped with the document. */
export interface Ctx {
  readonly services: LayoutServices;
  readonly port: InlinePort;
  /** Factor on every font size in the subtree (fitted text). */
  readonly scale: number;
  readonly inline: InlineContext;
  /** The same where atomics may refer to the height of the root's block. @param pictures what pictures refer to, where it is another */
  readonly inlineAt: (root: InlineRoot, height: Pt | null, pictures?: Pt) => InlineContext;
  /** The same document at another type scale. */
  readonly at: (scale: number) => Ctx;
  /** The algorithms, each of which may need any other: they are reached through the context, so that no two files import each other. */
  readonly layout: (box: Box, space: Space) => Result;
  /** The same without fitting. */
  readonly layoutInside: (box: BlockBox, space: Space) => Result;
  /** What of a box fits a page. */
  readonly layoutBroken: (box: Box, space: Space, room: Room, token: Token | null) => Outcome;
  /** Of a table, as `tableSizes` says. */
  readonly tableSizes: (table: BlockBox, own: boolean) => Sizes;
  /** Of a flex column of several lines. @param height definite content height; null: none */
  readonly wrappedColumnSizes: (box: BlockBox, height: Pt | null) => Sizes;
  /** Largest sizes of fitted texts by `-kit-fit-group`: what the others of the group need. */
  readonly caps: FitCaps;
  /** Results by box: measuring in flex, tables and fitting asks for the same layout many times. */
  readonly results: Map<Box, { readonly space: Space; readonly result: Result }[]>;
  /** Content sizes by box, at one percentage base of heights. */
  readonly sizes: Map<Box, { readonly height: number | null; readonly sizes: Sizes }[]>;
  /** Absolute boxes that left an atomic inline, by that atomic: the line hands them on. */
  readonly escaped: Map<Box, readonly Pending[]>;
}

/** Name of a group → size, pt. */
export type FitCaps = ReadonlyMap<string, Pt>;

export function openContext(services: LayoutServices, port: InlinePort, caps: FitCaps = new Map()): Ctx {
  const scales = new Map<number, Ctx>();
  const at = (scale: number): Ctx => {
    const known = scales.get(scale);
    if (known) return known;
    const made = contextAt(services, port, scale, at, caps);
    scales.set(scale, made);
    return made;
  };
  return at(1);
}

function contextAt(services: LayoutServices, port: InlinePort, scale: number, at: (scale: number) => Ctx, caps: FitCaps): Ctx {
  const inline: InlineContext = {
    facesFor: services.facesFor,
    report: services.report,
    ...(services.hyphenation && { hyphenation: services.hyphenation }),
    scale,
    layoutAtomic: (box, available) => layoutAtomic(box, available, null, ctx),
    atomicSizes: (box) => atomicContribution(box, null, ctx),
  };
  const inlineAt = (root: InlineRoot, height: Pt | null, pictures?: Pt): InlineContext =>
    (height ?? pictures ?? null) === null || !heedsHeight(root)
      ? inline
      : {
          ...inline,
          layoutAtomic: (box, available) =>
            layoutAtomic(box, available, box.kind === 'replaced' ? (pictures ?? height) : height, ctx),
          atomicSizes: (box) => atomicContribution(box, height, ctx),
        };
  const ctx: Ctx = {
    services,
    port,
    scale,
    inline,
    inlineAt,
    at,
    caps,
    layout: (box, space) => layout(box, space, ctx),
    layoutInside: (box, space) => layoutInside(box, space, ctx),
    layoutBroken: (box, space, room, token) => layoutBroken(box, space, room, token, ctx),
    tableSizes: (table, own) => tableSizes(table, ctx, own),
    wrappedColumnSizes: (box, height) => wrappedColumnSizes(box, height, ctx),
    results: new Map(),
    sizes: new Map(),
    escaped: new Map(),
  };
  return ctx;
}

function layoutAtomic(box: BlockBox | ReplacedBox, available: Pt, height: Pt | null, ctx: Ctx): Fragment {
  const result = layout(
    box,
    { width: available, height, fixedWidth: null, fixedHeight: null, shrink: true, independent: true, indefinite: false },
    ctx,
  );
  if (result.pending.length > 0) ctx.escaped.set(box, result.pending);
  return result.fragment;
}

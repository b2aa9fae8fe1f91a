import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import { anonymousStyle, type FullStyle } from '../css/index.ts';
import type { BlockBox, Box, InlineBox, InlineItem, ReplacedBox } from '../types.ts';
import { addParagraph, holdsText } from './structure.ts';
import { collapse } from './whitespace.ts';

/** What an element's children are built in. */
export interface Scope {
  /** BCP 47 */
  readonly lang: string;
  /** The structure element around. */
  readonly node: StructureNode;
  /** Its language: what differs must be said. */
  readonly nodeLang: string;
  /** Nothing in here has a meaning. */
  readonly artifact: boolean;
  /** A flex container or a cell is among the containing blocks of what is in here: in the flow, and absolute. */
  readonly packed?: Packed;
  /** Inside <dl>: the pair that is being filled. */
  readonly definitions?: { readonly list: StructureNode; item: StructureNode | null; hasBody: boolean };
}

export interface Packed {
  readonly flow: boolean;
  readonly absolute: boolean;
}

const packs: readonly FullStyle['display'][] = ['flex', 'inline-flex', 'table-cell'];
const NOT_PACKED: Packed = { flow: false, absolute: false };

/** Whether a flex container or a cell is among the containing blocks of the box itself. */
export function isPacked({ packed }: Scope, { position }: FullStyle): boolean {
  return packed !== undefined && position !== 'fixed' && (position === 'absolute' ? packed.absolute : packed.flow);
}

/** The same for what is in the box. */
export function packedIn(scope: Scope, style: FullStyle): Packed {
  const { packed = NOT_PACKED } = scope;
  const flow = packs.includes(style.display) || isPacked(scope, style);
  const absolute = style.position !== 'static' || style.transform.length > 0 ? flow : packed.absolute;
  return flow === packed.flow && absolute === packed.absolute ? packed : { flow, absolute };
}

/** The content of one block container as it grows: block-level boxes, and runs of inline content between them. */
export interface Flow {
  readonly style: FullStyle;
  readonly scope: Scope;
  /** A flex container: each child is a box of its own. */
  readonly flex: boolean;
  readonly boxes: Box[];
  run: Run | null;
  /** Inline boxes that are open, outermost first: a block inside them closes them before and opens them again after (CSS 2.1, 9.2.1.1). */
  readonly open: OpenInline[];
}

/** An inline box that is open, and the piece of it that stands in the present run. */
interface OpenInline {
  readonly box: InlineBox;
  /** A block stands in it: it has a start and an end on different sides of the block. */
  readonly splits: boolean;
  piece: InlineBox;
  /** It stood in an earlier run. */
  continued: boolean;
}

interface Run {
  readonly items: InlineItem[];
  /** What text without a structure element of its own belongs to. */
  node: StructureNode;
}

export const openFlow = (style: FullStyle, scope: Scope): Flow => ({
  style,
  scope,
  flex: style.display === 'flex' || style.display === 'inline-flex',
  boxes: [],
  run: null,
  open: [],
});

export const langExtra = (scope: Scope, lang = scope.lang): { lang?: string } => (lang === scope.nodeLang ? {} : { lang });

export function startRun(flow: Flow): Run {
  if (flow.run) return flow.run;
  const { scope } = flow;
  const own = holdsText(scope.node.tag) || scope.artifact;
  const run: Run = {
    items: flow.open.map((open) => ({ kind: 'open', box: open.piece })),
    node: own ? scope.node : addParagraph(scope.node, langExtra(scope)),
  };
  flow.run = run;
  return run;
}

/** @param splits whether a block stands in it */
export function openInline(flow: Flow, box: InlineBox, splits: boolean): void {
  const piece = splits ? withoutEdges(box, false, true) : box;
  if (splits && makesLine({ kind: 'open', box: piece })) startRun(flow);
  if (flow.run) flow.run.items.push({ kind: 'open', box: piece });
  flow.open.push({ box, splits, piece, continued: false });
}

export function closeInline(flow: Flow): void {
  const last = flow.open.at(-1);
  // Behind a block, its end edge may be all that makes a line.
  if (last?.splits && last.continued && makesLine({ kind: 'open', box: withoutEdges(last.box, true, false) })) startRun(flow);
  const open = flow.open.pop();
  const items = flow.run?.items;
  if (!open || !items) return;
  let { piece } = open;
  if (open.splits) {
    // Now it shows that this is the last piece.
    const at = items.findLastIndex((item) => item.kind === 'open' && item.box === piece);
    piece = open.continued ? withoutEdges(open.box, true, false) : open.box;
    if (at !== -1) items[at] = { kind: 'open', box: piece };
  }
  items.push({ kind: 'close', box: piece });
}

/** A piece of a split inline box: margins, borders and padding stand at its two ends only (CSS 2.1, 9.2.1.1). */
function withoutEdges(box: InlineBox, noStart: boolean, noEnd: boolean): InlineBox {
  const { style } = box;
  const ltr = style.direction === 'ltr';
  const gone = { ...(noStart && { [ltr ? 'left' : 'right']: NOTHING }), ...(noEnd && { [ltr ? 'right' : 'left']: NOTHING }) };
  const edges = { padding: { ...style.padding, ...gone }, margin: { ...style.margin, ...gone } };
  const border = { ...style.border };
  for (const side of ['left', 'right'] as const) if (side in gone) border[side] = { ...border[side], width: 0, style: 'none' };
  return { ...box, style: { ...style, ...edges, border } };
}
const NOTHING = Object.freeze({ pt: 0, percent: 0 });

const isZero = (value: InlineBox['style']['margin']['left']): boolean =>
  value === 'auto' || (value.pt === 0 && value.percent === 0);

/** Whether a line is made of it: text, boxes, breaks, or an edge that takes room (CSS 2.1, 9.4.2). */
function makesLine(item: InlineItem): boolean {
  if (item.kind !== 'open') return item.kind === 'text' || item.kind === 'atomic' || item.kind === 'break';
  const { margin, padding, border } = item.box.style;
  return ![margin.left, margin.right, padding.left, padding.right].every(isZero) || border.left.width + border.right.width > 0;
}

/** A box lifted out of a line of its own, which `text-align` says the place of. */
const alignsAlone = (item: InlineItem): boolean => item.kind === 'out-of-flow' && item.box.style.wasInline === true;

/** Whether a box lifted out of the lines refers to an inline box around it (CSS 2.1, 10.1.4). */
function refersToInline(items: readonly InlineItem[]): boolean {
  let depth = 0;
  for (const item of items) {
    if (item.kind === 'open' && (depth > 0 || item.box.style.position === 'relative')) depth++;
    else if (item.kind === 'close' && depth > 0) depth--;
    else if (item.kind === 'out-of-flow' && depth > 0) return true;
  }
  return false;
}

/** What a reader reads: decoration and the spaces around it are none. A box in the line may hold words that spaces part. */
const saysSomething = (item: InlineItem): boolean =>
  item.kind === 'atomic' || (item.kind === 'text' && item.content !== null && /\S/.test(item.text));

/** Spaces with no word beside them part nothing: a paragraph made for them alone would be an empty one. */
function unsaid(item: InlineItem, dead: Set<ContentSlot>): InlineItem {
  if (item.kind !== 'text' || item.content === null) return item;
  dead.add(item.content);
  return { ...item, content: null };
}

export function endRun(flow: Flow, dead: Set<ContentSlot>, goesOn = false): void {
  const { run } = flow;
  if (!run) return;
  flow.run = null;
  for (const open of [...flow.open].reverse()) {
    run.items.push({ kind: 'close', box: open.piece });
    open.continued = true;
    open.piece = withoutEdges(open.box, true, true);
  }
  let items = collapse(run.items, (slot) => dead.add(slot), goesOn);
  if (!goesOn && run.node !== flow.scope.node && !items.some(saysSomething)) items = items.map((item) => unsaid(item, dead));
  const placed = refersToInline(items) || (flow.style.textAlign !== 'start' && items.some(alignsAlone));
  if (!items.some(makesLine) && !placed) {
    for (const item of items) if (item.kind === 'out-of-flow') flow.boxes.push(item.box);
    return;
  }
  const { scope } = flow;
  const root: Box = {
    kind: 'inline-root',
    style: rootStyle(flow),
    element: null,
    node: run.node === scope.node || scope.artifact ? null : run.node,
    lang: scope.lang,
    items,
  };
  flow.boxes.push(flow.flex ? anonymousBlock(flow, [root]) : root);
}

/** Only lines that a block begins with have its indent (CSS Text 3, 7.1: the first formatted line). */
function rootStyle({ style, boxes, flex }: Flow): FullStyle {
  const own = anonymousStyle(style, 'block');
  const { pt, percent } = own.textIndent;
  return !flex && (pt !== 0 || percent !== 0) && boxes.some((box) => !isLifted(box)) ? { ...own, textIndent: NOTHING } : own;
}

const isLifted = ({ style }: Box): boolean => style.position === 'absolute' || style.position === 'fixed';

const anonymousBlock = (flow: Flow, children: readonly Box[]): BlockBox => ({
  kind: 'block',
  style: anonymousStyle(flow.style, 'block'),
  element: null,
  node: null,
  lang: flow.scope.lang,
  children,
});

/** Puts a block-level box, or one out of the flow, where it belongs. */
export function place(flow: Flow, box: BlockBox | ReplacedBox, dead: Set<ContentSlot>): void {
  const { position } = box.style;
  if (position === 'absolute' || position === 'fixed') {
    // Beside text it stands where the text has come to; it does not break the line.
    if (flow.flex) {
      endRun(flow, dead);
      flow.boxes.push(box);
    } else if (box.style.wasInline || flow.open.some((open) => open.box.style.position === 'relative'))
      startRun(flow).items.push({ kind: 'out-of-flow', box });
    else if (flow.run?.items.some(makesLine)) flow.run.items.push({ kind: 'out-of-flow', box });
    else flow.boxes.push(box);
    return;
  }
  endRun(flow, dead);
  for (const open of flow.open) {
    open.continued = true;
    open.piece = withoutEdges(open.box, true, true);
  }
  const link = flow.open.findLast((open) => open.box.href !== undefined)?.box;
  flow.boxes.push(link ? { ...anonymousBlock(flow, [box]), element: link.element, node: link.node } : box);
}

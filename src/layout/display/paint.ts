import type { Item } from '../../core/display.ts';
import { IDENTITY, type Matrix, multiply } from '../../core/geometry.ts';
import type { ComputedStyle, LineFragment, LineItem } from '../types.ts';
import { imageShape, paintBackground } from './background.ts';
import { borderItems } from './border.ts';
import { shapeOf } from './place.ts';
import { paintReplaced } from './replaced.ts';
import { borderShape, insetShape, resolve } from './rounded.ts';
import { openSink, type Sink } from './sink.ts';
import { type Content, collect, type Flow, type Hoisted } from './stacking.ts';
import type { PageState, Place } from './state.ts';
import { decorationLines, glyphItem, joinGlyphs } from './text.ts';

/** The matrix of `transform` about its origin, in the coordinates of the page (css-transforms-1, 3). null: none. */
function transformOf(place: Place): Matrix | null {
  const { fragment, x, y } = place;
  const { transform, transformOrigin } = fragment.box.style;
  if (transform.length === 0) return null;
  const { width, height } = fragment;
  let m: Matrix = IDENTITY;
  for (const f of transform)
    m = multiply(m, f.kind === 'matrix' ? f.matrix : [1, 0, 0, 1, resolve(f.x, width), resolve(f.y, height)]);
  const ox = x + resolve(transformOrigin.x, width);
  const oy = y + resolve(transformOrigin.y, height);
  return multiply([1, 0, 0, 1, ox, oy], multiply(m, [1, 0, 0, 1, -ox, -oy]));
}

/** Items faded as one. A single paint is faded by its alpha, which is the same and needs no group. */
function fade(items: readonly Item[], opacity: number): readonly Item[] {
  const [only] = items;
  if (items.length === 1 && only?.kind === 'glyphs') return [{ ...only, color: { ...only.color, a: only.color.a * opacity } }];
  if (items.length === 1 && only?.kind === 'path' && only.fill?.kind === 'color' && !only.stroke) {
    const { color } = only.fill;
    return [{ ...only, fill: { kind: 'color', color: { ...color, a: color.a * opacity } } }];
  }
  if (items.length === 1 && only?.kind === 'group') return [{ ...only, opacity: (only.opacity ?? 1) * opacity }];
  return [{ kind: 'group', opacity, items }];
}

/** A stacking context: its layers in the order of Appendix E; effects make a group. */
export function paintContext(state: PageState, sink: Sink, place: Place): void {
  const { opacity, visibility } = place.fragment.box.style;
  const own = transformOf(place);
  if (opacity === 0 || (own && own[0] * own[3] === own[1] * own[2])) return;
  if (opacity === 1 && !own) {
    paintLayers(state, sink, place);
    return;
  }
  const matrix = own ? (place.matrix ? multiply(place.matrix, own) : own) : place.matrix;
  const inner = openSink();
  paintLayers(state, inner, { ...place, clip: null, matrix });
  let items = inner.finish();
  if (items.length === 0 && visibility === 'visible') return;
  if (opacity < 1 && items.length > 0) items = fade(items, opacity);
  if (own && items.length > 0) items = [{ kind: 'group', transform: own, items }];
  for (const item of items) sink.push(item, place.clip);
}

function paintLayers(state: PageState, sink: Sink, place: Place): void {
  const hoisted: Hoisted[] = [];
  const flow = collect(state, place, hoisted);
  inPaintOrder(state, hoisted);
  paintBox(state, sink, place);
  for (const h of hoisted) if (h.z < 0) paintHoisted(state, sink, h);
  paintInside(state, sink, flow);
  for (const h of hoisted) if (h.z >= 0) paintHoisted(state, sink, h);
}

/** By z-index, then in tree order (CSS 2.1, Appendix E), which is not that of the fragments. Sorting is stable: a box without element stays behind its neighbour. */
function inPaintOrder(state: PageState, hoisted: Hoisted[]): void {
  if (hoisted.length < 2) return;
  let last = -1;
  const order = new Map<Hoisted, number>();
  for (const one of hoisted) {
    const { element } = (one.kind === 'context' ? one.place : one.flow.place).fragment.box;
    if (element) last = state.treeOrder(element);
    order.set(one, last);
  }
  hoisted.sort((a, b) => a.z - b.z || (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function paintHoisted(state: PageState, sink: Sink, hoisted: Hoisted): void {
  if (hoisted.kind === 'context') paintContext(state, sink, hoisted.place);
  else paintFlow(state, sink, hoisted.flow);
}

function paintFlow(state: PageState, sink: Sink, flow: Flow): void {
  paintBox(state, sink, flow.place);
  paintInside(state, sink, flow);
}

function paintInside(state: PageState, sink: Sink, flow: Flow): void {
  for (const block of flow.blocks) paintBox(state, sink, block);
  for (const content of flow.contents) paintContent(state, sink, content);
}

function paintContent(state: PageState, sink: Sink, content: Content): void {
  if (content.kind === 'lines') paintLines(state, sink, content);
  else if (content.kind === 'flow') paintFlow(state, sink, content.flow);
  else {
    const { box } = content.place.fragment;
    if (box.kind === 'replaced') paintReplaced(content.place, box, sink, state);
  }
}

const isPlain = (style: ComputedStyle): boolean => style.backgroundColor.a === 0 && style.backgrounds.length === 0;

/** Background and borders of a block or a replaced element. */
function paintBox(state: PageState, sink: Sink, place: Place): void {
  const { fragment, clip } = place;
  const { box, border } = fragment;
  const { style } = box;
  if (box.kind === 'inline-root' || style.visibility === 'hidden') return;
  if (box.kind === 'block' && box.field) state.note(place, box);
  const bordered = border.top > 0 || border.right > 0 || border.bottom > 0 || border.left > 0;
  if (!bordered && isPlain(style)) return;
  const shape = shapeOf(place);
  if (box !== state.canvasOwner && !isPlain(style)) {
    const positioned = insetShape(shape, border).rect;
    const images = style.backgrounds.length > 0 ? imageShape(shape, border, style) : shape;
    paintBackground(state, sink, style, { painted: shape, images, positioned: () => positioned, clip, box });
  }
  if (bordered)
    for (const item of borderItems(shape, border, fragment.borderSides ?? style.border)) sink.push(placed(item, place), clip);
}

/** Lines thinner than this may not print: the complaint needs their place. */
const THIN = 0.5;

/** A thin border with its element's place. */
function placed(item: Item, { fragment: { box, border } }: Place): Item {
  const { source } = box;
  const isThin = (width: number) => width > 0 && width < THIN;
  const thin = isThin(border.top) || isThin(border.right) || isThin(border.bottom) || isThin(border.left);
  return thin && source && item.kind === 'path' ? { ...item, source } : item;
}

function paintLines(state: PageState, sink: Sink, { place, atomics }: Extract<Content, { kind: 'lines' }>): void {
  for (const line of place.fragment.lines ?? []) paintLine(state, sink, place, line, atomics);
}

type BoxItem = Extract<LineItem, { kind: 'box' }>;
type TextItem = Extract<LineItem, { kind: 'text' }>;

/** One line: the inline boxes' backgrounds and borders, lines under text, text and atomic boxes, lines through text. */
function paintLine(state: PageState, sink: Sink, place: Place, line: LineFragment, atomics: Flow['atomics']): void {
  const x = place.x + line.x;
  const y = place.y + line.y;
  const { clip, repeated } = place;
  const boxes: BoxItem[] = [];
  const texts: TextItem[] = [];
  // Texts as they are painted: neighbours that go on in one shaped run are one item.
  const painted: (TextItem | Flow)[] = [];
  for (const item of line.items) {
    if (item.kind === 'box') boxes.push(item);
    else if (item.kind === 'atomic') {
      const flow = atomics.get(item.fragment);
      if (flow) painted.push(flow);
    } else if (item.style.visibility === 'visible' && item.to > item.from) {
      texts.push(item);
      const last = painted.at(-1);
      const joined = last && 'run' in last ? joinGlyphs(last, item) : null;
      if (joined) painted[painted.length - 1] = joined;
      else painted.push(item);
    }
  }
  if (boxes.length > 0) paintInlineBoxes(state, sink, place, boxes, x, y);
  const { under, through } = decorationLines(texts, x, y, place.decoration);
  for (const item of under) sink.push(item, clip);
  for (const item of painted) {
    if (!('run' in item)) paintFlow(state, sink, item);
    else if (item.style.color.a > 0) sink.push(glyphItem(item, x, y, repeated), clip);
  }
  for (const item of through) sink.push(item, clip);
}

function depth({ box }: BoxItem): number {
  let count = 0;
  for (let el = box.element; el; el = el.parent) count++;
  return count;
}

/** Outer boxes first. At the end of a line a box is cut: no border and no round corner there. */
function paintInlineBoxes(state: PageState, sink: Sink, place: Place, boxes: readonly BoxItem[], x: number, y: number): void {
  const dressed = boxes.filter(({ box: { style } }) => {
    const { top, right, bottom, left } = style.border;
    return style.visibility === 'visible' && (!isPlain(style) || top.width + right.width + bottom.width + left.width > 0);
  });
  if (dressed.length > 1) dressed.sort((a, b) => depth(a) - depth(b));
  for (const item of dressed) {
    const { box, first, last } = item;
    const { style } = box;
    const rtl = style.direction === 'rtl';
    const left = rtl ? last : first;
    const right = rtl ? first : last;
    const rect = { x: x + item.x, y: y + item.y, width: item.width, height: item.height };
    const shape = borderShape(rect, style, { left: !left, right: !right });
    const width = (side: ComputedStyle['border']['top'], shown: boolean) => (shown && side.style !== 'none' ? side.width : 0);
    const border = {
      top: width(style.border.top, true),
      right: width(style.border.right, right),
      bottom: width(style.border.bottom, true),
      left: width(style.border.left, left),
    };
    const own = openSink();
    const positioned = insetShape(shape, border).rect;
    const area = { painted: shape, images: imageShape(shape, border, style), positioned: () => positioned, clip: null, box };
    paintBackground(state, own, style, area);
    for (const b of borderItems(shape, border, style.border)) own.push(b, null);
    const items = own.finish();
    for (const i of style.opacity < 1 && items.length > 0 ? fade(items, style.opacity) : items) sink.push(i, place.clip);
  }
}

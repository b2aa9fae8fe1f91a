import type { Pt, Rect, Size } from '../../core/geometry.ts';
import { counterText } from '../counter-text.ts';
import type { BlockBox, ComputedStyle, ContentPart, Fragment, InlineRoot, PageStyle } from '../types.ts';
import type { Ctx } from './context.ts';
import { edgesOf, isLength, marginsOf, resolve } from './lengths.ts';
import { outerContribution, type Sizes } from './sizes.ts';
import { placed, type Space } from './space.ts';

export interface PageNumber {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly lang: string;
}

/** Default alignment of the sixteen boxes (css-page-3, 5.3.1), clockwise from the top left corner. */
const NAMES: Readonly<Record<string, { x: 'left' | 'center' | 'right'; y: 'top' | 'middle' | 'bottom' }>> = {
  'top-left-corner': { x: 'right', y: 'middle' },
  'top-left': { x: 'left', y: 'middle' },
  'top-center': { x: 'center', y: 'middle' },
  'top-right': { x: 'right', y: 'middle' },
  'top-right-corner': { x: 'left', y: 'middle' },
  'right-top': { x: 'center', y: 'top' },
  'right-middle': { x: 'center', y: 'middle' },
  'right-bottom': { x: 'center', y: 'bottom' },
  'bottom-right-corner': { x: 'left', y: 'middle' },
  'bottom-right': { x: 'right', y: 'middle' },
  'bottom-center': { x: 'center', y: 'middle' },
  'bottom-left': { x: 'left', y: 'middle' },
  'bottom-left-corner': { x: 'right', y: 'middle' },
  'left-bottom': { x: 'center', y: 'bottom' },
  'left-middle': { x: 'center', y: 'middle' },
  'left-top': { x: 'center', y: 'top' },
};

/** Headers, footers and page numbers in the page's margins (css-page-3, 5). Decoration: their text has no place in the structure. */
export function layoutMarginBoxes(style: PageStyle, size: Size, page: PageNumber, ctx: Ctx): Fragment[] {
  if (style.marginBoxes.size === 0) return [];
  const boxes = new Map<string, BlockBox>();
  for (const [name, { style: own, content }] of style.marginBoxes) {
    if (NAMES[name] && content.length > 0) boxes.set(name, marginBox(name, own, content, page));
  }
  const rects = new Map<string, Rect>();
  const { margin: m } = style;
  const right = size.width - m.right;
  const bottom = size.height - m.bottom;
  const width = Math.max(0, right - m.left);
  const height = Math.max(0, bottom - m.top);
  rects.set('top-left-corner', { x: 0, y: 0, width: m.left, height: m.top });
  rects.set('top-right-corner', { x: right, y: 0, width: m.right, height: m.top });
  rects.set('bottom-right-corner', { x: right, y: bottom, width: m.right, height: m.bottom });
  rects.set('bottom-left-corner', { x: 0, y: bottom, width: m.left, height: m.bottom });
  for (const edge of ['top', 'bottom']) {
    const names = [`${edge}-left`, `${edge}-center`, `${edge}-right`];
    const spans = share(
      names,
      boxes,
      width,
      (b) => outerContribution(b, null, ctx),
      (s) => s.width,
    );
    names.forEach((name, i) => {
      const [at, length] = spans[i] ?? [0, 0];
      rects.set(name, {
        x: m.left + at,
        y: edge === 'top' ? 0 : bottom,
        width: length,
        height: edge === 'top' ? m.top : m.bottom,
      });
    });
  }
  for (const edge of ['left', 'right']) {
    const names = [`${edge}-top`, `${edge}-middle`, `${edge}-bottom`];
    const across = edge === 'left' ? m.left : m.right;
    const tall = (b: BlockBox): Sizes => {
      const v = outerHeight(b, across, ctx);
      return { min: v, max: v };
    };
    const spans = share(names, boxes, height, tall, (s) => s.height);
    names.forEach((name, i) => {
      const [at, length] = spans[i] ?? [0, 0];
      rects.set(name, { x: edge === 'left' ? 0 : right, y: m.top + at, width: across, height: length });
    });
  }
  return Object.keys(NAMES).flatMap((name) => {
    const box = boxes.get(name);
    const rect = rects.get(name);
    return box && rect ? [inRect(box, rect, ctx)] : [];
  });
}

function marginBox(name: string, own: ComputedStyle, content: readonly ContentPart[], page: PageNumber): BlockBox {
  const align = NAMES[name];
  const { verticalAlign, textAlign } = own;
  const style: ComputedStyle = {
    ...own,
    display: 'block',
    position: 'static',
    // What the initial values stand for here is the box's own default.
    textAlign: textAlign === 'start' && align ? align.x : textAlign,
    verticalAlign: verticalAlign === 'baseline' && align ? align.y : verticalAlign,
  };
  const { lang } = page;
  const text = content
    .map((c) => (c.kind === 'text' ? c.text : counterText(c.name === 'pages' ? page.count : page.index + 1, c.style)))
    .join('');
  const root: InlineRoot = {
    kind: 'inline-root',
    style,
    element: null,
    node: null,
    lang,
    items: [{ kind: 'text', text, style, lang, content: null, origins: [] }],
  };
  return { kind: 'block', style, element: null, node: null, lang, children: [root] };
}

/**
 * Three boxes share one side of the page (css-page-3, 5.3.2): written sizes as written; the middle one stays in the middle; the others get what
 * their content asks for, and of what is left a share by it.
 */
function share(
  names: readonly string[],
  boxes: ReadonlyMap<string, BlockBox>,
  room: Pt,
  sizesOf: (box: BlockBox) => Sizes,
  written: (style: ComputedStyle) => ComputedStyle['width'],
): [Pt, Pt][] {
  const [a, b, c] = names.map((n) => boxes.get(n));
  const size = (box: BlockBox | undefined): Sizes => {
    if (!box) return { min: 0, max: 0 };
    const w = written(box.style);
    if (!isLength(w)) return sizesOf(box);
    const v = resolve(w, room);
    return { min: v, max: v };
  };
  const isAuto = (box: BlockBox | undefined) => box !== undefined && !isLength(written(box.style));
  const sa = size(a);
  const sb = size(b);
  const sc = size(c);
  if (!b) {
    const [wa, wc] = flexTwo(sa, sc, isAuto(a), isAuto(c), room);
    return [
      [0, wa],
      [0, 0],
      [room - wc, wc],
    ];
  }
  const sides: Sizes = { min: 2 * Math.max(sa.min, sc.min), max: 2 * Math.max(sa.max, sc.max) };
  const [wb] = isAuto(b) ? flexTwo(sb, sides, true, a !== undefined || c !== undefined, room) : [sb.max];
  const beside = Math.max(0, (room - wb) / 2);
  const wa = isAuto(a) ? beside : sa.max;
  const wc = isAuto(c) ? beside : sc.max;
  return [
    [0, wa],
    [(room - wb) / 2, wb],
    [room - wc, wc],
  ];
}

/** Two boxes flex: from max-content by share of the room left, or between min- and max-content where there is too little. */
function flexTwo(a: Sizes, c: Sizes, autoA: boolean, autoC: boolean, room: Pt): [Pt, Pt] {
  if (!autoA && !autoC) return [a.max, c.max];
  if (!autoC) return [Math.max(0, room - c.max), c.max];
  if (!autoA) return [a.max, Math.max(0, room - a.max)];
  const max = a.max + c.max;
  if (max <= room) {
    const left = room - max;
    return max === 0 ? [room / 2, room / 2] : [a.max + (left * a.max) / max, c.max + (left * c.max) / max];
  }
  const span = max - a.min - c.min;
  const part = span > 0 ? Math.max(0, room - a.min - c.min) / span : 0;
  return [a.min + (a.max - a.min) * part, c.min + (c.max - c.min) * part];
}

function outerHeight(box: BlockBox, width: Pt, ctx: Ctx): Pt {
  const m = marginsOf(box.style, width);
  return ctx.layout(box, spaceOf(width, null, Math.max(0, width - m.left - m.right))).fragment.height + m.top + m.bottom;
}

function spaceOf(width: Pt, height: Pt | null, fixedWidth: Pt | null): Space {
  return { width, height, fixedWidth, fixedHeight: null, shrink: false, independent: true, indefinite: false };
}

/** The box filling its rectangle, its content aligned in it by `vertical-align`. */
function inRect(box: BlockBox, rect: Rect, ctx: Ctx): Fragment {
  const m = marginsOf(box.style, rect.width);
  const edges = edgesOf(box.style, rect.width);
  const width = isLength(box.style.width) ? null : Math.max(edges.x, rect.width - m.left - m.right);
  const { fragment } = ctx.layout(box, spaceOf(rect.width, rect.height, width));
  const height = isLength(box.style.height) ? fragment.height : Math.max(edges.y, rect.height - m.top - m.bottom);
  const content = fragment.children.reduce((a, c) => Math.max(a, c.y + c.height), edges.top) - edges.top;
  const free = height - edges.y - content;
  const { verticalAlign: v } = box.style;
  const by = v === 'middle' ? free / 2 : v === 'bottom' ? free : 0;
  const children = fragment.children.map((c) => placed(c, c.x, c.y + by));
  return { ...fragment, x: rect.x + m.left, y: rect.y + m.top, height, children };
}

import type { Color } from '../../../src/core/color.ts';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import type { Document, Item, Link, PathItem } from '../../../src/core/display.ts';
import type { Rect } from '../../../src/core/geometry.ts';
import type { ContentSlot, StructureNode, StructureTag } from '../../../src/core/structure.ts';
import type { FontFace, ShapedRun } from '../../../src/core/text/types.ts';
import { displayPages } from '../../../src/layout/display/index.ts';
import type { PictureSource } from '../../../src/layout/pictures/types.ts';
import type {
  BlockBox,
  ComputedStyle,
  DomNode,
  ElementNode,
  Fragment,
  InlineBox,
  InlineRoot,
  LineFragment,
  LineItem,
  PageStyle,
  Picture,
  ReplacedBox,
} from '../../../src/layout/types.ts';
import { sides, style } from './style.ts';

export const rgb = (r: number, g: number, b: number, a = 1): Color => ({ space: 'srgb', r, g, b, a });
export const RED = rgb(1, 0, 0);
export const GREEN = rgb(0, 1, 0);
export const BLUE = rgb(0, 0, 1);

export const slot = (): ContentSlot => ({ kind: 'slot' });
export const node = (tag: StructureTag, ...children: (StructureNode | ContentSlot)[]): StructureNode => ({
  kind: 'node',
  tag,
  children,
});

export function element(
  tag: string,
  attributes: Record<string, string> = {},
  ...children: (ElementNode | string)[]
): ElementNode {
  const made: DomNode[] = [];
  const el: ElementNode = {
    kind: 'element',
    tag,
    attributes: new Map(Object.entries(attributes).map(([k, value]) => [k, { value }])),
    children: made,
    parent: null,
  };
  for (const c of children)
    made.push(typeof c === 'string' ? { kind: 'text', text: c, parent: el, origins: [] } : { ...c, parent: el });
  return el;
}

type Place = readonly [x: number, y: number, width: number, height: number];

/** A block's fragment; its used borders are those of the style. */
export function block(
  changes: Partial<ComputedStyle>,
  [x, y, width, height]: Place,
  children: readonly Fragment[] = [],
  more: Partial<Fragment> & { element?: ElementNode; node?: StructureNode } = {},
): Fragment {
  const { element: el = null, node: n = null, ...rest } = more;
  const own = style(changes);
  const box: BlockBox = { kind: 'block', style: own, element: el, node: n, lang: 'da', children: [] };
  const { top, right, bottom, left } = own.border;
  const used = { top: top.width, right: right.width, bottom: bottom.width, left: left.width };
  return { box, x, y, width, height, padding: sides(0), border: used, children, ...rest };
}

/** A block with one colour: it paints one rectangle, and is known by its colour. */
export const colored = (
  color: Color,
  place: Place,
  changes: Partial<ComputedStyle> = {},
  children: readonly Fragment[] = [],
): Fragment => block({ backgroundColor: color, ...changes }, place, children);

export const FACE: FontFace = {
  key: 'f',
  name: 'F',
  family: 'F',
  weight: 400,
  style: 'normal',
  unitsPerEm: 1000,
  ascent: 800,
  descent: 200,
  lineGap: 0,
  capHeight: 700,
  xHeight: 500,
  underlineOffset: 100,
  underlineThickness: 50,
  strikeOffset: -300,
  italicAngle: 0,
  serif: false,
  colored: false,
  bytes: new Uint8Array(),
  has: () => true,
};

/** Each letter half an em wide. */
export function run(text: string): ShapedRun {
  const n = text.length;
  return {
    face: FACE,
    text,
    rtl: false,
    features: [],
    glyphs: Uint16Array.from({ length: n }, (_, i) => text.charCodeAt(i)),
    advances: new Int32Array(n).fill(500),
    dx: new Int32Array(n),
    dy: new Int32Array(n),
    clusters: Uint32Array.from({ length: n }, (_, i) => i),
    width: 500 * n,
  };
}

type TextItem = Extract<LineItem, { kind: 'text' }>;

/** Text of 10 pt, its baseline 8 pt under the line's top: each letter is 5 pt wide. */
export function text(written: string, x: number, more: Partial<TextItem> = {}): TextItem {
  const shaped = more.run ?? run(written);
  const from = more.from ?? 0;
  const to = more.to ?? written.length;
  return {
    kind: 'text',
    run: shaped,
    from,
    to,
    x,
    y: 8,
    width: (to - from) * 5,
    size: 10,
    letterSpacing: 0,
    wordSpacing: 0,
    style: style({}),
    content: null,
    within: [],
    ...more,
  };
}

export const inline = (changes: Partial<ComputedStyle>, more: Partial<InlineBox> = {}): InlineBox => ({
  kind: 'inline',
  style: style({ display: 'inline', ...changes }),
  element: null,
  node: null,
  lang: 'da',
  ...more,
});

export const line = (items: readonly LineItem[], y = 0, more: Partial<LineFragment> = {}): LineFragment => ({
  x: 0,
  y,
  width: 100,
  height: 12,
  baseline: 8,
  items,
  start: 0,
  end: 0,
  ...more,
});

export function lines(place: Place, ...all: LineFragment[]): Fragment {
  const [x, y, width, height] = place;
  const box: InlineRoot = { kind: 'inline-root', style: style({}), element: null, node: null, lang: 'da', items: [] };
  return { box, x, y, width, height, padding: sides(0), border: sides(0), children: [], lines: all };
}

export function replaced(
  picture: Picture,
  changes: Partial<ComputedStyle>,
  place: Place,
  more: Partial<ReplacedBox> = {},
): Fragment {
  const [x, y, width, height] = place;
  const own = style(changes);
  const box: ReplacedBox = {
    kind: 'replaced',
    picture,
    content: null,
    style: own,
    element: null,
    node: null,
    lang: 'da',
    ...more,
  };
  const { top, right, bottom, left } = own.border;
  const border = { top: top.width, right: right.width, bottom: bottom.width, left: left.width };
  return { box, x, y, width, height, padding: sides(0), border, children: [] };
}

export const raster = (width: number, height: number): Picture => ({
  key: `r${width}x${height}`,
  width,
  height,
  ratio: width / height,
  body: {
    kind: 'raster',
    image: { key: `r${width}x${height}`, width, height, encoding: 'raw', channels: 3, data: new Uint8Array() },
  },
});

/** A drawing of one square from 0 to `reach` in a view box of 10 by 10. */
export const vector = (reach = 10): Picture => ({
  key: `v${reach}`,
  width: null,
  height: null,
  ratio: 1,
  body: {
    kind: 'vector',
    drawing: {
      viewBox: { x: 0, y: 0, width: 10, height: 10 },
      preserveAspectRatio: { align: { x: 0.5, y: 0.5 }, slice: false },
      shapes: [
        {
          kind: 'path',
          path: { segments: [['M', 0, 0], ['L', reach, 0], ['L', reach, reach], ['Z']] },
          fill: { kind: 'color', color: RED },
        },
      ],
    },
  },
});

export const pictures = (known: Readonly<Record<string, Picture>> = {}): PictureSource => {
  const missing: Picture = { key: 'missing', width: null, height: null, ratio: null, body: { kind: 'missing' } };
  return { get: (url) => known[url] ?? missing, drawing: () => missing, qr: () => missing, diagnostics: [] };
};

export const PAGE: PageStyle = {
  margin: sides(0),
  bleed: 0,
  safe: 0,
  marks: { crop: false, cross: false },
  marginBoxes: new Map(),
};

export interface Shown {
  readonly document: Document;
  readonly items: readonly Item[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One page of 200 by 100 pt with these fragments in an `html` of that size. */
export function show(
  children: readonly Fragment[],
  more: {
    page?: Partial<PageStyle>;
    known?: Readonly<Record<string, Picture>>;
    root?: Partial<ComputedStyle>;
    marginBoxes?: readonly Fragment[];
    structure?: StructureNode;
  } = {},
): Shown {
  const diagnostics: Diagnostic[] = [];
  const root = block(more.root ?? {}, [0, 0, 200, 100], children, { element: element('html') });
  const document = displayPages({
    title: 'T',
    lang: 'da',
    size: { width: 200, height: 100 },
    pages: [{ fragment: root, style: { ...PAGE, ...more.page }, marginBoxes: more.marginBoxes ?? [] }],
    structure: more.structure ?? node('Document'),
    pictures: pictures(more.known),
    report: (d) => diagnostics.push(d),
  });
  return { document, items: document.pages[0]?.items ?? [], diagnostics };
}

/** Fill colours in paint order, groups opened: 'r', 'g', 'b', or the text of glyphs. */
export function order(items: readonly Item[]): string {
  const one = (item: Item): string => {
    if (item.kind === 'group') return item.items.map(one).join('');
    if (item.kind === 'glyphs') return item.run.text.slice(item.from, item.to);
    if (item.kind === 'image') return 'i';
    if (item.kind === 'path' && item.fill?.kind === 'color' && item.fill.color.space === 'srgb') {
      const { r, g, b } = item.fill.color;
      return r === 1 ? (g === 1 ? 'y' : 'r') : g === 1 ? 'g' : b === 1 ? 'b' : 'k';
    }
    return '-';
  };
  return items.map(one).join('');
}

export function path(item: Item | undefined): PathItem {
  if (item?.kind !== 'path') throw new Error(`no path: ${JSON.stringify(item)}`);
  return item;
}

export const links = (items: readonly Item[]): readonly Link[] => items.filter((i): i is Link => i.kind === 'link');

/** Segments as one string, numbers to two places. */
export const written = (p: { readonly segments: PathItem['path']['segments'] }): string =>
  p.segments.map((s) => s.map((v) => (typeof v === 'number' ? String(Math.round(v * 100) / 100 + 0) : v)).join(' ')).join(' ');

export const RECT = (x: number, y: number, w: number, h: number): string =>
  `M ${x} ${y} L ${x + w} ${y} L ${x + w} ${y + h} L ${x} ${y + h} Z`;

export const xywh = ({ x, y, width, height }: Rect): readonly number[] => [x, y, width, height];

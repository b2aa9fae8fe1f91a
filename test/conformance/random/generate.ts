import { type Draw, drawFrom } from './rng.ts';
import { drawTable } from './table.ts';
import type { Element, TreeNode } from './tree.ts';

export type Declaration = readonly [property: string, value: string];

/** Draws one page from the documented subset (templates/CSS.md). The same seed: the same tree. */
export function drawTree(seed: number): Element {
  const d = drawFrom(seed);
  const g: Pen = { d, left: d.whole(3, 14), shifted: false };
  const style: Declaration[] = [];
  if (d.chance(0.3)) style.push(['font-size', d.pick(['12px', '14px', '18px', '20px'])]);
  if (d.chance(0.3)) style.push(['width', d.pick(['300px', '220px', '90%', '140px', 'max-content', '384px'])]);
  if (d.chance(0.15)) style.push(['height', d.pick(['200px', '400px', '80px'])]);
  if (d.chance(0.25)) style.push(['position', 'relative']);
  style.push(...maybe(d, 0.3, paddings), ...maybe(d, 0.2, texts));
  const root = container(g, 0);
  return whole({
    tag: 'div',
    attributes: d.chance(0.25) ? { dir: 'rtl' } : {},
    style,
    children: [root, ...(d.chance(0.4) ? [container(g, 0)] : [])],
  });
}

/** Where words may be broken anywhere they have no soft hyphens: the browser gives one of these a line of its own. */
function whole(node: Element, anywhere = false): Element {
  const breaks = anywhere || node.style.some(([property, value]) => property === 'overflow-wrap' && value !== 'normal');
  const children = node.children.map((child) =>
    typeof child !== 'string' ? whole(child, breaks) : breaks ? child.replaceAll('\u00AD', '') : child,
  );
  return { ...node, children };
}

export interface Pen {
  readonly d: Draw;
  /** How many elements may still be drawn. */
  left: number;
  /** Inside an inline box that is itself off the baseline. */
  shifted: boolean;
}

export const maybe = (d: Draw, probability: number, make: (d: Draw) => Declaration[]): Declaration[] =>
  d.chance(probability) ? make(d) : [];

/** A declaration with a probability. */
export const one = (d: Draw, probability: number, property: string, values: readonly string[]): Declaration[] =>
  d.chance(probability) ? [[property, d.pick(values)]] : [];

const WORDS = (
  'en to i af the and library evening fælleslæsning 17.30 2012 Nørrebro, hall? bring (free) entrance guests well-known kl. café à ' +
  'coffee; everyone “welcome” extra\u00ADordinær åbnings\u00ADtider A/B long-standing x 5\u00A0kr. ' +
  'integrationsmedarbejder talk about… books: home.'
).split(' ');

export function words(d: Draw): string {
  const count = d.pick([1, 1, 2, 3, 4, 6, 9, 14]);
  const text = Array.from({ length: count }, () => d.pick(WORDS)).join(' ');
  return d.chance(0.1) ? text.replace(' ', d.pick(['  ', '\n', ' \n '])) : text;
}

const LENGTHS = ['4px', '7px', '10px', '16px', '23px', '30px', '1em', '0.5em', '3mm', '10%', '5%', 'calc(5% + 3px)'];
const SIZES = [
  '20px',
  '35px',
  '60px',
  '90px',
  '130px',
  '200px',
  '50%',
  '33%',
  '80%',
  '100%',
  '25%',
  '6em',
  'calc(50% - 10px)',
  '120%',
];
const KEYWORDS = ['min-content', 'max-content', 'fit-content'];
const RATIOS = ['1', '2', '3 / 2', '0.5', '1 / 3'];
const HEIGHTS = ['15px', '30px', '50px', '80px', '120px', '50%', '100%', '3em'];

export function margins(d: Draw): Declaration[] {
  const values = [...LENGTHS, ...LENGTHS, '0', '-5px', '-12px', '-10%', 'auto'];
  const side = d.pick(['', '', '-top', '-bottom', '-left', '-right', '-inline-start', '-inline-end', '-block', '-inline']);
  if (side === '') return [['margin', Array.from({ length: d.whole(1, 4) }, () => d.pick(values)).join(' ')]];
  return [[`margin${side}`, d.pick(values)]];
}

export function paddings(d: Draw): Declaration[] {
  const side = d.pick(['', '', '-top', '-bottom', '-left', '-inline-start', '-inline-end', '-block']);
  return [[`padding${side}`, d.pick(LENGTHS)]];
}

export function borders(d: Draw): Declaration[] {
  const side = d.pick(['', '', '', '-top', '-bottom', '-left', '-inline-start', '-inline-end']);
  return [[`border${side}`, `${d.pick(['1px', '2px', '5px', '9px'])} ${d.pick(['solid', 'dashed', 'double'])}`]];
}

function sizes(d: Draw): Declaration[] {
  return [
    ...one(d, 0.35, 'width', [...SIZES, ...SIZES, ...KEYWORDS]),
    ...one(d, 0.2, 'height', HEIGHTS),
    ...one(d, 0.08, 'min-width', [...SIZES, ...KEYWORDS]),
    ...one(d, 0.08, 'max-width', [...SIZES, ...KEYWORDS]),
    ...one(d, 0.06, 'min-height', HEIGHTS),
    ...one(d, 0.06, 'max-height', HEIGHTS),
    ...one(d, 0.04, 'aspect-ratio', RATIOS),
    ...one(d, 0.2, 'box-sizing', ['border-box']),
  ];
}

export function texts(d: Draw): Declaration[] {
  return [
    ...one(d, 0.2, 'text-align', ['left', 'right', 'center', 'justify', 'start', 'end']),
    ...one(d, 0.15, 'line-height', ['1', '1.5', '1.2', '20px', '24px', '2em']),
    ...one(d, 0.12, 'white-space', ['nowrap', 'pre', 'pre-wrap', 'pre-line']),
    ...one(d, 0.15, 'font-size', ['10px', '13px', '20px', '28px', '12.5px', '15.25px', '17.75px']),
    ...one(d, 0.1, 'font-weight', ['bold']),
    ...one(d, 0.06, 'font-style', ['italic']),
    ...one(d, 0.08, 'text-indent', ['20px', '-10px', '10%', '2em']),
    ...one(d, 0.06, 'letter-spacing', ['1px', '-0.5px', '0.1em']),
    ...one(d, 0.06, 'word-spacing', ['4px', '-1px', '0.5em']),
    ...one(d, 0.06, 'overflow-wrap', ['anywhere', 'break-word', 'normal']),
    ...one(d, 0.05, 'text-transform', ['uppercase', 'lowercase']),
    ...one(d, 0.06, 'direction', ['rtl', 'ltr']),
    ...one(d, 0.03, 'visibility', ['hidden']),
  ];
}

function positioned(d: Draw): Declaration[] {
  const at = [...LENGTHS, '-6px', '0', '50%', '100%'];
  return [
    ['position', 'relative'],
    ...one(d, 0.3, 'top', ['4px', '-6px', '1em']),
    ...one(d, 0.3, 'left', at),
    ...one(d, 0.2, 'right', at),
    ...one(d, 0.2, 'bottom', ['4px', '-6px', '1em']),
    ...one(d, 0.1, 'inset-inline-start', at),
  ];
}

function box(d: Draw): Declaration[] {
  return [
    ...maybe(d, 0.4, margins),
    ...maybe(d, 0.1, margins),
    ...maybe(d, 0.3, paddings),
    ...maybe(d, 0.25, borders),
    ...sizes(d),
    ...texts(d),
    ...maybe(d, 0.12, positioned),
    ...one(d, 0.06, 'overflow', ['hidden']),
    ...one(d, 0.04, 'transform', ['translate(10px, 20%)', 'scale(0.5)', 'rotate(30deg)']).slice(0, 0),
  ];
}

function absolute(d: Draw): Declaration[] {
  const at = [...LENGTHS, '0', '-8px', '40%', '100%', '0'];
  return [
    ['position', d.pick(['absolute', 'absolute', 'absolute', 'fixed'])],
    ...one(d, 0.4, 'top', at),
    ...one(d, 0.4, 'left', at),
    ...one(d, 0.35, 'right', at),
    ...one(d, 0.35, 'bottom', at),
    ...one(d, 0.1, 'inset-inline-start', at),
    ...one(d, 0.1, 'inset-inline-end', at),
    ...one(d, 0.1, 'margin', ['auto', '5px', '0 auto', 'auto 4px auto auto', '-7px']),
  ];
}

const ALIGN = [
  ...['stretch', 'flex-start', 'flex-end', 'center', 'baseline', 'last baseline'],
  ...['start', 'end', 'self-start', 'self-end', 'normal'],
];

function flexItem(d: Draw, { tag, style }: Element): Declaration[] {
  const ratio = tag === 'table' ? [] : one(d, 0.08, 'aspect-ratio', ['1', '2', '3 / 4', 'auto']);
  // How large its content makes a box with a ratio, and how high a container that its own height shapes, is said in a circle.
  const keywords = ratio.length > 0 ? [] : KEYWORDS;
  const heights = style.some(([property]) => property === 'display') ? [] : keywords;
  return [
    ...one(d, 0.3, 'flex', ['1 1 0px', '2 1 0px', 'none', 'auto', '0 0 60px', '1 1 100px', '3 2 auto', '0.3 1 auto']),
    ...one(d, 0.08, 'flex-grow', ['1', '0.5', '2']),
    ...one(d, 0.08, 'flex-shrink', ['0', '3']),
    ...one(d, 0.1, 'flex-basis', ['50px', '30%', 'content', 'max-content', 'min-content', 'fit-content', 'auto']),
    ...one(d, 0.2, 'align-self', ALIGN),
    ...one(d, 0.08, 'order', ['-1', '1', '2']),
    ...one(d, 0.1, 'min-width', ['0px', '40px', '30%', ...keywords]),
    ...one(d, 0.05, 'max-width', ['60px', '50%', ...keywords]),
    ...one(d, 0.08, 'min-height', ['0px', '40px', '50%', ...heights]),
    ...one(d, 0.05, 'max-height', ['20px', '50%', ...heights]),
    ...ratio,
  ];
}

function flexContainer(d: Draw): Declaration[] {
  return [
    ...one(d, 0.55, 'flex-direction', ['row', 'column', 'column', 'row-reverse', 'column-reverse']),
    ...one(d, 0.4, 'flex-wrap', ['wrap', 'wrap', 'wrap-reverse']),
    ...one(d, 0.4, 'justify-content', [
      ...['flex-start', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly'],
      ...['start', 'end', 'left', 'right', 'normal'],
    ]),
    ...one(d, 0.4, 'align-items', ALIGN),
    ...one(d, 0.3, 'align-content', [
      ...['stretch', 'flex-start', 'flex-end', 'center', 'space-between', 'space-around', 'space-evenly'],
      ...['start', 'end', 'normal'],
    ]),
    ...one(d, 0.3, 'gap', ['5px', '10px', '4px 12px', '5%', '10% 3px', '1em']),
  ];
}

export const element = (
  tag: string,
  style: readonly Declaration[],
  children: readonly TreeNode[],
  attributes: Record<string, string> = {},
): Element => ({ tag, style, children, attributes });

/** Something block-level with content. */
function container(g: Pen, depth: number): Element {
  const { d } = g;
  g.left--;
  const kind = depth > 4 || g.left <= 0 ? 0 : d.number();
  if (kind < 0.42) return block(g, depth);
  if (kind < 0.7) return flex(g, depth, 'flex');
  if (kind < 0.82) return drawTable(g, depth, { inlines, container });
  if (kind < 0.9) return list(g, depth);
  return picture(d, [['display', 'block']]);
}

function block(g: Pen, depth: number, more: readonly Declaration[] = []): Element {
  const { d } = g;
  const inline = g.left <= 0 || depth > 4 || d.chance(0.4);
  const tag = inline ? d.pick(['div', 'p', 'div', 'blockquote', 'section']) : d.pick(['div', 'section', 'article', 'blockquote']);
  const attributes: Record<string, string> = d.chance(0.06) ? { dir: d.pick(['rtl', 'ltr']) } : {};
  if (d.chance(0.08)) return element(tag, [...box(d), ...more], [], attributes);
  const children = inline ? inlines(g, depth + 1) : blocks(g, depth + 1);
  return element(tag, [...box(d), ...more], children, attributes);
}

function blocks(g: Pen, depth: number): TreeNode[] {
  const { d } = g;
  const count = d.whole(1, 3);
  const children: TreeNode[] = [];
  for (let i = 0; i < count; i++) {
    if (d.chance(0.1)) children.push(...inlines(g, depth));
    if (d.chance(0.1)) children.push(outOfFlow(g, depth));
    children.push(container(g, depth));
  }
  return children;
}

function outOfFlow(g: Pen, depth: number): Element {
  const { d } = g;
  const made = d.chance(0.2) ? flex(g, depth + 1, 'flex') : block(g, depth + 1);
  return { ...made, style: [...made.style.filter(([property]) => property !== 'position'), ...absolute(d)] };
}

function flex(g: Pen, depth: number, display: string): Element {
  const { d } = g;
  const count = d.whole(0, 5);
  const children: TreeNode[] = [];
  for (let i = 0; i < count; i++) {
    if (d.chance(0.08)) {
      children.push(words(d));
      continue;
    }
    if (d.chance(0.06)) {
      children.push(outOfFlow(g, depth));
      continue;
    }
    const item = container(g, depth + 1);
    children.push({ ...item, style: [...item.style, ...flexItem(d, item)] });
  }
  return element('div', [['display', display], ...flexContainer(d), ...box(d)], children);
}

function inlines(g: Pen, depth: number): TreeNode[] {
  const { d } = g;
  const count = d.whole(1, 4);
  const made: TreeNode[] = [];
  for (let i = 0; i < count; i++) {
    const kind = depth > 6 || g.left <= 0 ? 0 : d.number();
    if (kind < 0.55) made.push(words(d));
    else if (kind < 0.72) made.push(span(g, depth + 1));
    else if (kind < 0.8) made.push(inlineBlock(g, depth + 1));
    else if (kind < 0.86) made.push(picture(d, vertical(g, 0.5)));
    else if (kind < 0.9) made.push(words(d), element(d.pick(['br', 'wbr']), [], []), words(d));
    else if (kind < 0.94) {
      g.left--;
      made.push(outOfFlow(g, depth));
    } else {
      g.left--;
      const box = flex(g, depth + 1, 'inline-flex');
      made.push({ ...box, style: [...box.style, ...vertical(g, 0.5)] });
    }
    if (d.chance(0.6)) made.push(' ');
  }
  return made.flatMap((node, i) => (i > 0 && quotes(made[i - 1], node) ? [' ', node] : [node]));
}

/** A quotation mark beside a box in the line: the browser breaks there, but its min-content knows nothing of it. */
const quotes = (before: TreeNode | undefined, after: TreeNode): boolean =>
  (typeof before === 'string' && before.endsWith('”') && typeof after !== 'string') ||
  (typeof after === 'string' && after.startsWith('“') && before !== undefined && typeof before !== 'string');

/** The end of an inline box with edges: the browser lets these stand out of a line that ends in spaces or a box out of the flow. */
function closed(last: TreeNode | undefined): TreeNode[] {
  if (last === undefined) return [];
  if (typeof last === 'string') return [last.trimEnd() || 'x'];
  return OUT.has(last.style.find(([property]) => property === 'position')?.[1] ?? '') ? [last, 'x'] : [last];
}

const OUT = new Set(['absolute', 'fixed']);

const VERTICAL = ['top', 'middle', 'bottom', 'sub', 'super', 'text-top', 'text-bottom', '4px', '-0.3em', '20%', 'baseline'];

/** In an inline box that is off the baseline the browser moves what is aligned to the line's edges, too. */
const vertical = (g: Pen, probability: number): Declaration[] =>
  one(
    g.d,
    probability,
    'vertical-align',
    g.shifted ? VERTICAL.filter((value) => value !== 'top' && value !== 'bottom') : VERTICAL,
  );

function span(g: Pen, depth: number): Element {
  const { d } = g;
  g.left--;
  const style: Declaration[] = [
    ...one(d, 0.2, 'font-size', ['10px', '14px', '20px', '13.5px', '11.25px']),
    ...one(d, 0.12, 'line-height', ['1', '1.6', '30px']),
    ...vertical(g, 0.25),
    ...one(d, 0.2, 'padding', ['2px', '0 6px', '5px 1px 3px 9px', '0 5%']),
    ...one(d, 0.2, 'margin', ['0 5px', '3px', '0 -4px', '0 2px 0 11px', '0 3%']),
    ...one(d, 0.15, 'border', ['1px solid', '3px solid']),
    ...one(d, 0.08, 'letter-spacing', ['1px', '0.2em']),
    ...one(d, 0.06, 'direction', ['rtl', 'ltr']),
    ...maybe(d, 0.1, positioned),
    ...one(d, 0.04, 'text-transform', ['uppercase']),
  ];
  const tag = d.pick(['span', 'em', 'b', 'span', 'i', 'sub', 'sup']);
  // Type of sizes that are no whole px is narrower in the browser.
  if (tag.startsWith('su') && !style.some(([property]) => property === 'font-size')) style.push(['font-size', '12px']);
  const outside = g.shifted;
  g.shifted ||= tag.startsWith('su') || style.some(([property, value]) => property === 'vertical-align' && value !== 'baseline');
  const toEdge = style.some(([property, value]) => property === 'vertical-align' && (value === 'top' || value === 'bottom'));
  const children = toEdge ? [d.pick(WORDS.filter((word) => /^\p{L}{2,9}$/u.test(word)))] : inlines(g, depth);
  g.shifted = outside;
  const edged = style.some(([property]) => ['padding', 'margin', 'border'].includes(property));
  return element(tag, style, edged ? [...children.slice(0, -1), ...closed(children.at(-1))] : children);
}

function inlineBlock(g: Pen, depth: number): Element {
  g.left--;
  const more: Declaration[] = [['display', 'inline-block'], ...vertical(g, 0.5)];
  const outside = g.shifted;
  g.shifted = false;
  const made = block(g, depth + 1, more);
  const inline = { ...made, tag: 'span', children: inlineOnly(made) ? made.children : inlines(g, depth + 1) };
  g.shifted = outside;
  return inline;
}

const BLOCKY = new Set(['div', 'p', 'blockquote', 'section', 'article', 'ul', 'ol', 'table']);
const inlineOnly = (node: Element): boolean =>
  node.children.every((child) => typeof child === 'string' || (!BLOCKY.has(child.tag) && inlineOnly(child)));

function picture(d: Draw, more: readonly Declaration[]): Element {
  const style: Declaration[] = [
    ...one(d, 0.3, 'width', ['30px', '50px', '40%', '110px', '100%', 'auto']),
    ...one(d, 0.2, 'height', ['25px', '60px', '50%', 'auto']),
    ...one(d, 0.1, 'max-width', ['100%', '45px', '50%']),
    ...one(d, 0.06, 'min-width', ['100px', '30%']),
    ...one(d, 0.06, 'max-height', ['20px', '50%']),
    ...one(d, 0.05, 'min-height', ['70px']),
    ...one(d, 0.1, 'aspect-ratio', RATIOS),
    ...one(d, 0.1, 'object-fit', ['contain', 'cover', 'none', 'scale-down']),
    ...maybe(d, 0.15, margins),
    ...maybe(d, 0.1, paddings),
    ...maybe(d, 0.1, borders),
    ...one(d, 0.1, 'box-sizing', ['border-box']),
    ...more,
  ];
  return element('img', style, [], {
    src: 'picture.png',
    alt: '',
    ...(d.chance(0.15) && { width: d.pick(['40', '100']) }),
    ...(d.chance(0.1) && { height: d.pick(['30', '50']) }),
  });
}

const TYPES = ['none', 'disc', 'decimal', 'lower-roman', 'upper-alpha', '"– "', 'circle', 'square'];
const BULLETS = new Set(['disc', 'circle', 'square']);

function list(g: Pen, depth: number): Element {
  const { d } = g;
  const items = Array.from({ length: d.whole(1, 3) }, () => {
    g.left--;
    const nested = depth < 3 && g.left > 0 && d.chance(0.2);
    const style = [...maybe(d, 0.2, margins), ...maybe(d, 0.15, paddings), ...texts(d).slice(0, 1)];
    return element('li', style, [
      ...inlines(g, depth + 1),
      ...(nested ? [list(g, depth + 1)] : d.chance(0.15) && g.left > 0 ? [container(g, depth + 1)] : []),
    ]);
  });
  const style = [
    ...box(d),
    ...(d.chance(0.2)
      ? // Inside, bullets take a room of the browser's own.
        ([
          ['list-style-position', 'inside'],
          ['list-style-type', d.pick(TYPES.filter((type) => !BULLETS.has(type)))],
        ] as const)
      : [['list-style-position', 'outside'] as const, ...one(d, 0.4, 'list-style-type', TYPES)]),
  ];
  return element(d.pick(['ul', 'ol']), style, items);
}

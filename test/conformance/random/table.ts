import { borders, type Declaration, element, margins, maybe, one, type Pen, paddings, texts, words } from './generate.ts';
import type { Draw } from './rng.ts';
import type { Element, TreeNode } from './tree.ts';

/** What may stand in a cell. */
export interface Contents {
  readonly inlines: (g: Pen, depth: number) => TreeNode[];
  readonly container: (g: Pen, depth: number) => Element;
}

interface TableKind {
  readonly columns: number;
  readonly spans: boolean;
  readonly collapsed: boolean;
  readonly percents: readonly string[];
  /** Where borders collapse, those of all its cells: a border before a row the browser counts after the row above, too. */
  readonly borders: readonly Declaration[];
}

const WIDTHS = ['100%', '200px', '300px', '60%', '90px', 'max-content', 'min-content', 'fit-content', '37%'];

function tableStyle(d: Draw): Declaration[] {
  const style: Declaration[] = [
    ...one(d, 0.5, 'width', WIDTHS),
    ...one(d, 0.12, 'height', ['100px', '200px', '50%', '30px']),
    ...one(d, 0.35, 'border-collapse', ['collapse']),
    ...one(d, 0.3, 'border-spacing', ['0', '5px', '3px 8px']),
    ...maybe(d, 0.15, paddings),
    ...maybe(d, 0.3, margins),
    ...one(d, 0.1, 'min-width', ['150px', '50%']),
    ...one(d, 0.08, 'max-width', ['120px', '70%']),
    ...one(d, 0.05, 'min-height', ['90px', '150px']),
    ...one(d, 0.04, 'max-height', ['60px']),
    ...one(d, 0.08, 'direction', ['rtl', 'ltr']),
    ...texts(d).slice(0, 2),
  ];
  const collapsed = style.some(([, value]) => value === 'collapse');
  style.push(...maybe(d, collapsed ? 0.1 : 0.3, collapsed ? around : borders));
  if (!collapsed) style.push(...one(d, 0.1, 'box-sizing', ['content-box']));
  if (style.some(([property]) => property === 'width')) style.push(...one(d, 0.2, 'table-layout', ['fixed']));
  return style;
}

const around = (d: Draw): Declaration[] => borders(d).map(([, value]) => ['border', value]);

/** Borders above and below only. */
const across = (d: Draw): Declaration[] =>
  borders(d).map(([, value]) => [d.pick(['border-top', 'border-bottom', 'border-block']), value]);

function cellStyle(d: Draw, kind: TableKind): Declaration[] {
  return [
    ...one(d, 0.22, 'width', ['30px', '80px', '120px', ...kind.percents, '0', 'calc(10% + 5px)']),
    ...one(d, 0.1, 'height', ['20px', '60px', '45px', '50%', '30%', '100%']),
    ...one(d, 0.2, 'vertical-align', ['top', 'middle', 'bottom', 'baseline', 'sub']),
    ...maybe(d, 0.25, paddings),
    ...(kind.collapsed ? kind.borders : maybe(d, 0.3, borders)),
    ...one(d, 0.08, 'white-space', ['nowrap']),
    ...one(d, 0.1, 'box-sizing', ['border-box']),
    ...one(d, 0.06, 'min-width', ['60px', '30px', '40%']),
    ...one(d, 0.06, 'max-width', ['50px', '90px', '30%']),
    ...one(d, 0.1, 'text-align', ['left', 'right', 'center', 'start', 'end']),
    ...one(d, 0.1, 'font-size', ['10px', '22px']),
    ...maybe(d, 0.03, shifted),
    ...one(d, 0.04, 'overflow', ['hidden']),
  ];
}

const shifted = (d: Draw): Declaration[] => [
  ['position', 'relative'],
  ...one(d, 0.6, d.pick(['left', 'top', 'right']), ['5px', '-8px', '10%']),
];

function drawCell(g: Pen, depth: number, tag: string, kind: TableKind, contents: Contents): Element {
  const { d } = g;
  g.left -= 0.5;
  const spans: Record<string, string> = {
    ...(kind.spans && d.chance(0.2) && { colspan: d.pick(['2', '2', '3']) }),
    ...(kind.spans && d.chance(0.15) && { rowspan: d.pick(['2', '2', '3']) }),
  };
  const filled = (): TreeNode[] => {
    if (d.chance(0.08)) return [];
    if (d.chance(0.7) || g.left <= 0 || depth > 3) return [words(d)];
    return d.chance(0.6) ? contents.inlines(g, depth + 1) : [contents.container(g, depth + 2)];
  };
  return element(tag, cellStyle(d, kind), filled(), spans);
}

function drawRow(g: Pen, depth: number, tag: string, kind: TableKind, contents: Contents): Element {
  const { d } = g;
  const style = [
    ...one(d, 0.1, 'vertical-align', ['top', 'bottom']),
    ...one(d, 0.08, 'height', ['40px', '70px', '30%', '60%']),
    ...maybe(d, kind.collapsed ? 0.1 : 0, across),
    ...maybe(d, 0.02, shifted),
  ];
  const count = d.chance(0.88) ? kind.columns : d.whole(1, 4);
  return element(
    'tr',
    style,
    Array.from({ length: count }, () => drawCell(g, depth, tag, kind, contents)),
  );
}

const drawCaption = (d: Draw): Element =>
  element(
    'caption',
    [
      ...one(d, 0.4, 'caption-side', ['bottom', 'top']),
      ...maybe(d, 0.25, margins),
      ...maybe(d, 0.2, paddings),
      ...one(d, 0.2, 'width', ['50px', '120px', '50%', 'max-content']),
      ...texts(d).slice(0, 2),
    ],
    [words(d)],
  );

/** A table with spans, heights, empty cells, captions and row groups. */
export function drawTable(g: Pen, depth: number, contents: Contents): Element {
  const { d } = g;
  const style = tableStyle(d);
  const kind: TableKind = {
    columns: d.whole(1, 4),
    spans: d.chance(0.4),
    collapsed: style.some(([, value]) => value === 'collapse'),
    // What the others have is multiplied where percentages leave little: a table without a width of its own gets small ones.
    percents: style.some(([property, value]) => property === 'width' && value.endsWith('px'))
      ? ['20%', '50%', '33.3%', '10%', '100%']
      : ['10%', '15%', '20%'],
    borders: maybe(d, 0.6, d.chance(0.6) ? around : across),
  };
  const group = (tag: string, count: number, cell: string): Element =>
    element(
      tag,
      [...one(d, 0.04, 'height', ['60px', '40%', '120px']), ...maybe(d, kind.collapsed ? 0.05 : 0, across)],
      Array.from({ length: count }, () => drawRow(g, depth, cell, kind, contents)),
    );
  const children: Element[] = [];
  if (d.chance(0.12)) children.push(drawCaption(d));
  if (d.chance(0.03)) children.push(drawCaption(d));
  if (d.chance(0.25)) children.push(group('thead', 1, 'th'));
  children.push(group('tbody', d.whole(1, 4), 'td'));
  if (d.chance(0.12)) children.push(group('tbody', d.whole(1, 2), 'td'));
  if (d.chance(0.1)) children.push(group('tfoot', 1, 'td'));
  return element('table', style, children);
}

import type { Geometry } from '../../src/layout/index.ts';
import type { ElementNode, Fragment, LineItem } from '../../src/layout/types.ts';
import type { PageMeasure } from './measure.ts';

const BLANK = /^[ \n\t]*$/;

const toPx = (pt: number): number => pt / 0.75;

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function around(a: Placed, b: Placed): Placed {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** What the browser's script measures, taken from our fragments. Only the first page: the suite's pages fit on one. */
export function measureOurs(geometry: Geometry): PageMeasure {
  const placed = new Map<ElementNode, Placed>();
  const texts = new Map<object, { text: string; x: number; y: number; line: number }[]>();
  const order: object[] = [];
  let lineNumber = 0;

  const addText = (item: Extract<LineItem, { kind: 'text' }>, x: number, baseline: number): void => {
    // The browser tells nothing of the text of markers, which alone have figures of one width here.
    if (!item.content || item.style.fontFeatures.includes('tnum')) return;
    const { run, from, to, size } = item;
    // Chromium's glyph box begins at the font's ascent above the baseline: in whole px, one less where the descent was rounded down.
    const [above, below] = [run.face.ascent, run.face.descent].map((units) => ((units / run.face.unitsPerEm) * size) / 0.75);
    const ascent = Math.round(above ?? 0) - (Math.round(below ?? 0) < (below ?? 0) - 1e-6 ? 1 : 0);
    const clusters = [...run.clusters.slice(from, to)];
    const first = Math.min(...clusters);
    const after = [...run.clusters].filter((c) => c > Math.max(...clusters));
    const text =
      item.actualText === '\u00AD' ? '' : run.text.slice(first, after.length > 0 ? Math.min(...after) : run.text.length);
    const known = texts.get(item.content);
    const lines = known ?? [];
    if (!known) {
      texts.set(item.content, lines);
      order.push(item.content);
    }
    // The browser's range of a space gives no place of its own: a line's text begins at its first word.
    let ink = from;
    let skipped = 0;
    while (ink < to && /[ \n\t]/.test(run.text[run.clusters[ink] ?? 0] ?? '')) {
      skipped += ((run.advances[ink] ?? 0) / run.face.unitsPerEm) * size + item.letterSpacing + item.wordSpacing;
      ink++;
    }
    const start = toPx(x + skipped);
    const last = lines.at(-1);
    if (last && last.line === lineNumber) {
      last.text = BLANK.test(last.text) ? text : last.text + text;
      if (!BLANK.test(text)) last.x = last.text === text ? start : Math.min(last.x, start);
    } else lines.push({ text, x: start, y: toPx(baseline) - ascent, line: lineNumber });
  };

  const visit = (fragment: Fragment, dx: number, dy: number): void => {
    const [x, y] = [dx + fragment.x, dy + fragment.y];
    // The browser's box of a table with captions is its wrapper, which is nobody's element with us.
    const table = fragment.box.element ? undefined : fragment.children.find((child) => child.box.style.display === 'table');
    const element = table && fragment.children.length > 1 ? table.box.element : fragment.box.element;
    if (element && fragment.box.kind !== 'inline-root' && !fragment.repeated) {
      const own = { x: toPx(x), y: toPx(y), width: toPx(fragment.width), height: toPx(fragment.height) };
      const before = placed.get(element);
      // A box in several columns is measured around all its parts.
      if (!before || fragment.continued) placed.set(element, before ? around(before, own) : own);
    }
    for (const line of fragment.lines ?? []) {
      lineNumber++;
      const here = lineNumber;
      for (const item of line.items) {
        lineNumber = here;
        if (item.kind === 'text') addText(item, x + line.x + item.x, y + line.y + item.y);
        else if (item.kind === 'atomic') {
          visit({ ...item.fragment, x: 0, y: 0 }, x + line.x + item.x, y + line.y + item.y);
          lineNumber = here;
        }
      }
    }
    // The browser tells nothing of the text of markers.
    const marker = fragment.box.kind === 'block' ? fragment.box.marker : undefined;
    for (const child of fragment.children) if (child.box !== marker || !marker) visit(child, x, y);
  };
  const [page] = geometry.pages;
  if (!page) throw new Error('no page');
  visit(page.fragment, 0, 0);

  const boxes: PageMeasure['boxes'] = [];
  let index = 0;
  const walk = (element: ElementNode): void => {
    if (['style', 'script', 'br', 'wbr', 'head', 'title', 'meta'].includes(element.tag)) return;
    const style = geometry.tree.styleOf(element);
    if (style.display === 'none') return;
    const at = index++;
    // A flex item is a block whatever its display says.
    if (style.display !== 'inline' || placed.has(element)) {
      const box = placed.get(element) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
      const id = element.attributes.get('id')?.value;
      const classes = element.attributes.get('class')?.value;
      boxes.push({
        name: `${at} ${element.tag}${id ? `#${id}` : ''}${classes ? `.${classes.split(/\s+/).join('.')}` : ''}`,
        ...box,
      });
    }
    for (const child of element.children) if (child.kind === 'element') walk(child);
  };
  const bodyElement = geometry.root.children.find(
    (child): child is ElementNode => child.kind === 'element' && child.tag === 'body',
  );
  if (!bodyElement) throw new Error('no body');
  walk(bodyElement);

  const slots: object[] = [];
  const collect = (node: Geometry['structure']): void => {
    for (const child of node.children) {
      if (child.kind === 'node') collect(child);
      else slots.push(child);
    }
  };
  collect(geometry.structure);
  const rank = new Map(slots.map((slot, i) => [slot, i]));
  const lines = order
    .sort((a, b) => (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity))
    .flatMap((slot) => texts.get(slot) ?? [])
    .map(({ text, x, y }) => ({
      text: text
        .replace(/[\n\t]/g, ' ')
        .replaceAll('\u00AD', '')
        .trim(),
      x,
      y,
    }))
    .filter(({ text }) => text !== '');
  return { boxes, lines };
}

import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { Pt, Rect, Size } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { Box, Fragment, LayoutServices, LineFragment, LineItem } from '../types.ts';

/** What may stick out without anybody seeing it. */
const TOLERANCE: Pt = 0.5;
/** How far a descender reaches below the baseline in most type, as a part of the size. */
const DESCENDER = 0.22;

type TextItem = Extract<LineItem, { kind: 'text' }>;

/** A box whose size is fixed: text that leaves it is lost or stands in something else. */
interface Frame {
  readonly fragment: Fragment;
  readonly rect: Rect;
  /** overflow: hidden cuts at all four sides; another box only promises its bottom. */
  readonly hides: boolean;
}

interface Where {
  readonly frames: readonly Frame[];
  /** Under a transform, positions are not where they seem. */
  readonly turned: boolean;
}

interface Lost {
  readonly items: TextItem[];
  /** Of each item. */
  readonly lines: LineFragment[];
  /** pt */
  out: Pt;
}

const hasFixedHeight = ({ style }: Box): boolean =>
  typeof style.height !== 'string' || (style.maxHeight !== 'none' && typeof style.maxHeight !== 'string') || style.fit !== null;

/** What is inked of a text item, near enough: from the capitals' height to the descenders, without the space at its end. */
function inkOf(item: TextItem, x: Pt, y: Pt): Rect | null {
  const { run, from, to, size } = item;
  const scale = size / run.face.unitsPerEm;
  let [start, end] = [from, to];
  const blank = (i: number): boolean => /\s/u.test(run.text[run.clusters[i] ?? 0] ?? ' ');
  let left = x + item.x;
  let width = item.width;
  const advance = (i: number): Pt => (run.advances[i] ?? 0) * scale + item.letterSpacing + (blank(i) ? item.wordSpacing : 0);
  for (; start < end && blank(start); start++) {
    left += advance(start);
    width -= advance(start);
  }
  for (; end > start && blank(end - 1); end--) width -= advance(end - 1);
  if (start >= end) return null;
  const cap = run.face.capHeight * scale;
  return { x: left, y: y + item.y - cap, width, height: cap + DESCENDER * size };
}

/** What overflow: hidden shows (css-overflow-3, 3). */
const paddingRect = ({ width, height, border }: Fragment, x: Pt, y: Pt): Rect => ({
  x: x + border.left,
  y: y + border.top,
  width: width - border.left - border.right,
  height: height - border.top - border.bottom,
});

/** How far a rectangle stands out of another; 0: not at all. */
const outside = (inner: Rect, outer: Rect): Pt =>
  Math.max(
    0,
    outer.x - inner.x,
    outer.y - inner.y,
    inner.x + inner.width - outer.x - outer.width,
    inner.y + inner.height - outer.y - outer.height,
  );

/** What columns of a written height cannot hold goes on in columns beside them. */
const sideways = (inner: Rect, outer: Rect): Pt =>
  Math.max(0, outer.x - inner.x - inner.width / 2, inner.x + inner.width / 2 - outer.x - outer.width);

/** Under a box that hides nothing, a descender that hangs out is no loss: a line is out when its baseline is. */
const below = (baseline: Pt, outer: Rect): Pt => Math.max(0, baseline - outer.y - outer.height);

/**
 * Complains of text that leaves a box of fixed height, or the page. Decoration may do both. Words too wide for their column are told by the inline
 * formatting context, which knows where they might have been divided.
 */
export function reportOverflow(pages: readonly { readonly fragment: Fragment }[], size: Size, services: LayoutServices): void {
  const trim: Rect = { x: 0, y: 0, ...size };
  const lost = new Map<Box | 'page', Lost>();
  const lose = (from: Box | 'page', item: TextItem, line: LineFragment, out: Pt): void => {
    const known = lost.get(from);
    if (known) {
      known.items.push(item);
      known.lines.push(line);
      known.out = Math.max(known.out, out);
    } else lost.set(from, { items: [item], lines: [line], out });
  };

  const check = (item: TextItem, line: LineFragment, x: Pt, y: Pt, { frames, turned }: Where): void => {
    const ink = item.content && inkOf(item, x, y);
    if (!ink) return;
    for (let i = frames.length - 1; i >= 0; i--) {
      const frame = frames[i];
      if (!frame) continue;
      const beside = frame.fragment.box.style.columns ? sideways(ink, frame.rect) : 0;
      const out = frame.hides ? outside(ink, frame.rect) : Math.max(below(y + item.y, frame.rect), beside);
      if (out > TOLERANCE) {
        lose(frame.fragment.box, item, line, out);
        return;
      }
    }
    const off = turned ? 0 : outside(ink, trim);
    if (off > TOLERANCE) lose('page', item, line, off);
  };

  const visit = (fragment: Fragment, dx: Pt, dy: Pt, where: Where): void => {
    if (fragment.repeated) return;
    const [x, y] = [dx + fragment.x, dy + fragment.y];
    const { box } = fragment;
    const { style } = box;
    let { frames, turned } = where;
    if (box.kind !== 'inline-root') {
      // What is taken out of flow leaves the boxes around it on purpose, save where they hide it.
      if (style.position === 'absolute' || style.position === 'fixed') frames = frames.filter((frame) => frame.hides);
      const hides = style.overflow === 'hidden';
      if ((hides || hasFixedHeight(box)) && !fragment.continues) {
        frames = [...frames, { fragment, rect: hides ? paddingRect(fragment, x, y) : { ...fragment, x, y }, hides }];
      }
      turned ||= style.transform.length > 0;
    }
    for (const line of fragment.lines ?? []) {
      for (const item of line.items) {
        if (item.kind === 'text') check(item, line, x + line.x, y + line.y, { frames, turned });
        else if (item.kind === 'atomic')
          visit({ ...item.fragment, x: 0, y: 0 }, x + line.x + item.x, y + line.y + item.y, { frames, turned });
      }
    }
    for (const child of fragment.children) visit(child, x, y, { frames, turned });
  };
  for (const { fragment } of pages) visit(fragment, 0, 0, { frames: [], turned: false });
  for (const [from, what] of lost) services.report(complaint(from, what));
}

const textOf = ({ run, from, to, actualText }: TextItem): string => {
  if (actualText !== undefined) return actualText;
  const clusters = run.clusters.subarray(from, to);
  const first = Math.min(...clusters);
  const last = Math.max(...clusters);
  const next = run.clusters.reduce((least, cluster) => (cluster > last && cluster < least ? cluster : least), run.text.length);
  return run.text.slice(first, next);
};

/** From the first lost word to the last, where they were written in one place. */
export function spanOf(items: readonly { readonly source?: Span }[]): Span | undefined {
  const spans = items.flatMap(({ source }) => source ?? []);
  const [first] = spans;
  if (!first) return undefined;
  // Past an empty line begins another text, or another element of the template.
  const end = first.source.text.slice(first.start).search(/\n[ \t]*\r?\n/);
  const bound = end === -1 ? first.source.text.length : first.start + end;
  const own = spans.filter(
    (span) => span.source === first.source && span.start >= first.start && span.end <= Math.max(bound, first.end),
  );
  return { source: first.source, start: Math.min(...own.map((s) => s.start)), end: Math.max(...own.map((s) => s.end)) };
}

const mm = (pt: Pt): string => `${((pt * 25.4) / 72).toFixed(1)} mm`;

/** The lost words; a line ends in a space but within a word that was divided. */
function wordsOf({ items, lines }: Lost): string {
  let words = '';
  items.forEach((item, i) => {
    const parted = i > 0 && lines[i] !== lines[i - 1] && !words.endsWith('\u00ad');
    words += `${parted ? ' ' : ''}${textOf(item)}`;
  });
  return words.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim();
}

function complaint(from: Box | 'page', what: Lost): Diagnostic {
  const { items, out } = what;
  const words = wordsOf(what);
  const shown = words.length > 60 ? `${words.slice(0, 57)}…` : words;
  const span = spanOf(items);
  if (from === 'page') {
    return error('text-off-page', `“${shown}” stands ${mm(out)} outside the page and would be cut off.`, {
      span,
      hint: 'Shorten the text, or make room for it in the stylesheet.',
    });
  }
  const { fit } = from.style;
  const name = from.element ? `<${from.element.tag}>` : 'its box';
  const smallest = fit ? `, even at its smallest size of ${Math.round(fit.min * 10) / 10} pt` : '';
  return error('text-overflow', `“${shown}” does not fit into ${name}: it stands ${mm(out)} out of it${smallest}.`, {
    span,
    hint: `Shorten the text by about ${words.length} ${words.length === 1 ? 'character' : 'characters'}, give it a short form, or make its box larger.`,
  });
}

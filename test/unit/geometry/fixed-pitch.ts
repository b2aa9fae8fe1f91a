import type { FontFace, ShapedRun } from '../../../src/core/text/types.ts';
import type { InlineContext, InlineLayout, InlinePort } from '../../../src/layout/geometry/index.ts';
import type { ComputedStyle, InlineItem, InlineRoot, LineFragment, LineItem } from '../../../src/layout/types.ts';

/**
 * An inline formatting context that anyone can reckon: every character is half the root's font size wide, every line as high as its line height, lines
 * end at spaces and breaks only. A picture or inline block is a word of its own that makes its line as high as itself.
 */
export const fixedPitch: InlinePort = { layoutInline, inlineContentSizes };

const face: FontFace = {
  key: 'fixed',
  name: 'Fixed',
  family: 'Fixed',
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
  strikeOffset: 300,
  italicAngle: 0,
  serif: false,
  colored: false,
  bytes: new Uint8Array(),
  has: () => true,
};

type TextItem = Extract<InlineItem, { kind: 'text' }>;
type Word =
  | { readonly kind: 'word'; readonly text: string; readonly item: TextItem; readonly at: number; readonly width: number }
  | { readonly kind: 'atomic'; readonly item: Extract<InlineItem, { kind: 'atomic' }>; readonly at: number }
  | { readonly kind: 'out-of-flow'; readonly item: Extract<InlineItem, { kind: 'out-of-flow' }> }
  | { readonly kind: 'break'; readonly at: number };

const pitch = (root: InlineRoot, ctx: InlineContext) => (root.style.fontSize * ctx.scale) / 2;

function lineHeight({ lineHeight: l, fontSize }: ComputedStyle, scale: number): number {
  return l.kind === 'factor' ? l.factor * fontSize * scale : l.kind === 'length' ? l.pt * scale : fontSize * scale;
}

function words(root: InlineRoot, ctx: InlineContext): Word[] {
  const list: Word[] = [];
  let at = 0;
  for (const item of root.items) {
    if (item.kind === 'text') {
      for (const match of item.text.matchAll(/\S+/gu)) {
        list.push({ kind: 'word', text: match[0], item, at: at + match.index, width: match[0].length * pitch(root, ctx) });
      }
      at += item.text.length;
    } else if (item.kind === 'atomic') list.push({ kind: 'atomic', item, at: at++ });
    else if (item.kind === 'out-of-flow') list.push({ kind: 'out-of-flow', item });
    else if (item.kind === 'break') list.push({ kind: 'break', at: at++ });
  }
  return list;
}

function run(text: string): ShapedRun {
  const n = text.length;
  return {
    face,
    text,
    rtl: false,
    features: [],
    glyphs: new Uint16Array(n).fill(1),
    advances: new Int32Array(n).fill(500),
    dx: new Int32Array(n),
    dy: new Int32Array(n),
    clusters: Uint32Array.from({ length: n }, (_, i) => i),
    width: n * 500,
  };
}

function layoutInline(root: InlineRoot, width: number, ctx: InlineContext): InlineLayout {
  const space = pitch(root, ctx);
  const size = root.style.fontSize * ctx.scale;
  const wraps = root.style.whiteSpace !== 'nowrap';
  const lines: LineFragment[] = [];
  const outOfFlow: { box: InlineLayout['outOfFlow'][number]['box']; x: number; y: number; rtl: boolean }[] = [];
  let y = 0;
  let x = 0;
  let items: LineItem[] = [];
  let start = 0;
  let end = 0;
  let tallest = 0;
  let used = false;
  const close = () => {
    const height = Math.max(lineHeight(root.style, ctx.scale), tallest);
    const baseline = height - 0.2 * size;
    const shift = root.style.textAlign === 'center' ? (width - x) / 2 : root.style.textAlign === 'right' ? width - x : 0;
    const onBaseline = items.map((i) => (i.kind === 'text' ? { ...i, y: baseline } : i));
    lines.push({ x: shift, y, width: x, height, baseline, items: onBaseline, start, end });
    y += height;
    x = 0;
    items = [];
    tallest = 0;
    used = false;
    start = end;
  };
  for (const word of words(root, ctx)) {
    if (word.kind === 'out-of-flow') {
      outOfFlow.push({ box: word.item.box, x, y, rtl: false });
      continue;
    }
    if (word.kind === 'break') {
      end = word.at + 1;
      close();
      continue;
    }
    const fragment = word.kind === 'atomic' ? ctx.layoutAtomic(word.item.box, width) : null;
    const wide = word.kind === 'word' ? word.width : (fragment?.width ?? 0);
    const gap = used ? space : 0;
    if (used && wraps && x + gap + wide > width + 1e-9) close();
    x += used ? space : 0;
    if (word.kind === 'word') {
      const { text, item } = word;
      const source = item.origins[0]?.span;
      items.push({
        kind: 'text',
        run: run(text),
        from: 0,
        to: text.length,
        x,
        y: 0,
        width: wide,
        size,
        letterSpacing: 0,
        wordSpacing: 0,
        style: item.style,
        content: item.content,
        within: [],
        ...(source && { source }),
      });
      end = word.at + text.length;
    } else if (fragment) {
      items.push({ kind: 'atomic', fragment, x, y: 0, within: [] });
      tallest = Math.max(tallest, fragment.height);
      end = word.at + 1;
    }
    x += wide;
    used = true;
  }
  if (used) close();
  return { lines, outOfFlow, height: y };
}

function inlineContentSizes(root: InlineRoot, ctx: InlineContext): { min: number; max: number } {
  const space = pitch(root, ctx);
  let min = 0;
  let max = 0;
  let line = 0;
  for (const word of words(root, ctx)) {
    if (word.kind === 'out-of-flow') continue;
    if (word.kind === 'break') {
      line = 0;
      continue;
    }
    const sizes = word.kind === 'word' ? { min: word.width, max: word.width } : ctx.atomicSizes(word.item.box);
    min = Math.max(min, sizes.min);
    line += (line > 0 ? space : 0) + sizes.max;
    max = Math.max(max, line);
  }
  return { min: root.style.whiteSpace === 'nowrap' ? max : min, max };
}

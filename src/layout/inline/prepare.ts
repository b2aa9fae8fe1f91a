import { itemizeSpans, type TextSpan } from '../../core/text/index.ts';
import type { ComputedStyle, InlineBox, InlineRoot } from '../types.ts';
import { findCuts } from './cuts.ts';
import { featuresOf } from './features.ts';
import { levelsOf } from './levels.ts';
import { penOf } from './pen.ts';
import { keepSetting, knownSetting } from './settings.ts';
import { transformText } from './transform.ts';
import type { InlineContext, Leaf, Paragraph, Setting, Special, TextLeaf } from './types.ts';

/** What was prepared for a root; it depends on nothing but the root, its fonts and the exceptions to hyphenation. */
const prepared = new WeakMap<InlineRoot, Paragraph>();

/** Text, shaped runs and places to break of one root: made once, then set at any width and scale. */
export function prepare(root: InlineRoot, ctx: InlineContext): Paragraph {
  const known = prepared.get(root);
  if (known && known.facesFor === ctx.facesFor && known.hyphenation === ctx.hyphenation) return known;
  const made = prepareNow(root, ctx);
  prepared.set(root, made);
  return made;
}

function prepareNow(root: InlineRoot, ctx: InlineContext): Paragraph {
  const { text, leaves } = flatten(root);
  const specials = leaves.filter((leaf): leaf is Special => leaf.kind !== 'text');
  const texts = leaves.filter((leaf): leaf is TextLeaf => leaf.kind === 'text');
  const own = { root, leaves, specials, texts };
  const setting = knownSetting(root, ctx) ?? keepSetting(root, ctx, settingOf(text, own, ctx));
  return { ...setting, ...own };
}

function settingOf(text: string, own: Pick<Paragraph, 'root' | 'leaves' | 'specials' | 'texts'>, ctx: InlineContext): Setting {
  const { root, leaves, specials, texts } = own;
  const { levels, bases } = levelsOf(text, leaves, root);
  const { runs, missing } = itemizeSpans(text, spansOf(text, leaves, ctx.facesFor), levels);
  const base = {
    facesFor: ctx.facesFor,
    hyphenation: ctx.hyphenation,
    text,
    runs,
    levels,
    bases,
    missing,
    changes: { end: new Map(), start: new Map() },
    lines: new Map(),
    pen: penOf(text, runs, texts),
    plain:
      specials.every(({ kind }) => kind === 'break') &&
      root.style.lineHeight.kind !== 'normal' &&
      texts.every(({ item }) => sameFont(item.style, root.style)),
    lifts: specials.some(({ kind }) => kind === 'out-of-flow'),
    featured: texts.some(({ item }) => item.style.fontFeatures.length > 0),
    spaced: texts.some(({ item }) => item.style.letterSpacing !== 0 || item.style.wordSpacing !== 0),
  };
  return { ...base, cuts: findCuts({ ...base, ...own }) };
}

const sameFont = (a: ComputedStyle, b: ComputedStyle): boolean =>
  a === b ||
  (a.fontSize === b.fontSize && a.fontWeight === b.fontWeight && a.fontStyle === b.fontStyle && a.fontFamily === b.fontFamily);

/** The root's items as one text and leaves that refer to it. */
function flatten(root: InlineRoot): { text: string; leaves: readonly Leaf[] } {
  const leaves: Leaf[] = [];
  let text = '';
  let origin = 0;
  let specials = 0;
  let within: readonly InlineBox[] = [];
  const special = (kind: Special['kind'], character: string, more: Partial<Special> = {}): void => {
    leaves.push({ kind, start: text.length, end: text.length + character.length, within, index: specials++, ...more });
    text += character;
    origin += character.length;
  };
  for (const item of root.items) {
    switch (item.kind) {
      case 'text': {
        if (item.text === '') break;
        const transformed = transformText(item.text, item.style.textTransform, item.lang, text.slice(-1));
        const start = text.length;
        text += transformed.text;
        leaves.push({ kind: 'text', start, end: text.length, item, map: transformed.map, origin, within });
        origin += item.text.length;
        break;
      }
      case 'open':
        within = [...within, item.box];
        special('open', '', { edgeOf: item.box });
        break;
      case 'close':
        special('close', '', { edgeOf: item.box });
        within = within.slice(0, -1);
        break;
      case 'atomic':
        special('atomic', '\ufffc', { box: item.box });
        break;
      case 'out-of-flow':
        special('out-of-flow', '', { box: item.box });
        break;
      case 'break':
        special('break', '\n');
        break;
    }
  }
  return { text, leaves };
}

/** Neighbours in the same font are shaped together, though an element begins or ends between them, unless that takes room or leaves the baseline (CSS Text 3, 7.3). */
function spansOf(text: string, leaves: readonly Leaf[], facesFor: Paragraph['facesFor']): TextSpan[] {
  const spans: TextSpan[] = [];
  let last: { span: TextSpan; style: ComputedStyle; lang: string } | null = null;
  for (const leaf of leaves) {
    if (leaf.kind !== 'text') {
      if (leaf.start !== leaf.end || leaf.kind === 'out-of-flow' || (leaf.edgeOf && parts(leaf.edgeOf, leaf.kind === 'open')))
        last = null;
      continue;
    }
    const { style, lang, apart } = leaf.item;
    if (apart) last = null;
    const joins: boolean = last !== null && last.lang === lang && shapedAlike(last.style, style);
    let start = leaf.start;
    for (let i = leaf.start; i <= leaf.end; i++) {
      const unit = i < leaf.end ? text.charCodeAt(i) : 0x0a;
      if (i < leaf.end && !unshaped(unit)) continue;
      if (i > start) {
        const previous: TextSpan | undefined = spans[spans.length - 1];
        if (last && joins && start === leaf.start && previous && previous.end === start)
          spans[spans.length - 1] = { ...previous, end: i };
        else spans.push({ start, end: i, faces: facesFor(style), features: featuresOf(style), lang, size: style.fontSize });
      }
      start = i + 1;
    }
    const span = spans[spans.length - 1];
    last = span && span.end === leaf.end && !apart ? { span, style, lang } : null;
  }
  return spans;
}

/** Controls, and the place to break that `<wbr>` is: HarfBuzz would take its glyph away and give its neighbour's letter to it. */
const unshaped = (unit: number): boolean =>
  (unit >= 0x09 && unit <= 0x0d) || unit === 0x200b || unit === 0x2028 || unit === 0x2029;

const shapedAlike = (a: ComputedStyle, b: ComputedStyle): boolean =>
  a === b ||
  (a.fontSize === b.fontSize &&
    a.fontWeight === b.fontWeight &&
    a.fontStyle === b.fontStyle &&
    a.letterSpacing === b.letterSpacing &&
    a.wordSpacing === b.wordSpacing &&
    a.fontFamily.join() === b.fontFamily.join() &&
    a.fontFeatures.join() === b.fontFeatures.join() &&
    a.fontVariations.join() === b.fontVariations.join());

const parts = (box: InlineBox, opening: boolean): boolean => box.style.verticalAlign !== 'baseline' || hasEdge(box, opening);

function hasEdge({ style }: InlineBox, opening: boolean): boolean {
  const side = (style.direction === 'rtl') === opening ? 'right' : 'left';
  const margin = style.margin[side];
  const padding = style.padding[side];
  return (
    (margin !== 'auto' && (margin.pt !== 0 || margin.percent !== 0)) ||
    padding.pt !== 0 ||
    padding.percent !== 0 ||
    style.border[side].width !== 0
  );
}

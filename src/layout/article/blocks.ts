import type { ArticleBlock, ArticleInline, ArticleStyle } from '../../core/article.ts';
import type { DomNode, ElementNode } from '../types.ts';
import { attribute, inlinesOf, isLeftOut, type StyleOf, tidy } from './inlines.ts';
import { isBold, isItalic, looksOf, points } from './looks.ts';

export interface ArticleParts {
  readonly styleOf: StyleOf;
  /** Of the whole article. */
  readonly lang: string;
  /** Width of the text, pt: percentages are of it. */
  readonly width: number;
  readonly styles: Record<string, ArticleStyle>;
  /** A picture's own size in pt; null where nothing is known of it. */
  readonly pictureSize: (src: string) => { readonly width: number; readonly height: number } | null;
}

/** What a block stands in: decides its style where it names none. */
interface Place {
  readonly lang: string;
  /** From `data-style` of an element around it. */
  readonly style?: string;
  readonly within: 'body' | 'header' | 'footer' | 'box' | 'quote' | 'list' | 'table';
}

const INLINE_TAGS = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'qr-code',
]);

function isBlock(node: DomNode, parent: ElementNode, on: ArticleParts): boolean {
  if (node.kind === 'text') return false;
  if (node.tag === 'br') return false;
  if (node.tag === 'img') return true;
  const { display, position } = on.styleOf(node);
  if (position === 'absolute' || position === 'fixed') return true;
  if (display !== 'inline' && display !== 'inline-block' && display !== 'inline-flex') return true;
  // Children of a flex container are blocks, whatever they were (CSS Flexbox 1, 4).
  const outer = on.styleOf(parent).display;
  if (outer === 'flex' || outer === 'inline-flex') return true;
  return !INLINE_TAGS.has(node.tag) && display !== 'inline';
}

const hasBlocks = (element: ElementNode, on: ArticleParts): boolean =>
  element.children.some((child) =>
    child.kind === 'element' && !isLeftOut(child, on.styleOf) ? isBlock(child, element, on) || hasBlocks(child, on) : false,
  );

const NAMES: Readonly<Record<Place['within'], string>> = {
  body: 'Body Text',
  header: 'Header',
  footer: 'Footer',
  box: 'Box Text',
  quote: 'Quote',
  list: 'List Paragraph',
  table: 'Table Text',
};

/** 'Body Text' → 'BodyText': letters and digits of any script; ids are what DOCX refers by. */
const idOf = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Space that the boxes around an element put before (or after) it, where it is their first (or last): a word processor has no boxes, so that a
 * named style takes it along. Margins collapse, paddings add up.
 */
function around(element: ElementNode, side: 'top' | 'bottom', on: ArticleParts): number {
  let margin = points(on.styleOf(element).margin[side], on.width);
  let padding = 0;
  for (let child = element, parent = child.parent; parent && !ROOTS.has(parent.tag); child = parent, parent = child.parent) {
    const shown = parent.children.filter((node) =>
      node.kind === 'element' ? !isLeftOut(node, on.styleOf) : node.text.trim() !== '',
    );
    if (shown.at(side === 'top' ? 0 : -1) !== child) break;
    // What a header keeps free above itself is for artwork that only the page has.
    if (parent.tag === (side === 'top' ? 'header' : 'footer')) break;
    const style = on.styleOf(parent);
    margin = Math.max(margin, points(style.margin[side], on.width));
    padding += points(style.padding[side], on.width);
  }
  return Math.max(0, margin) + padding;
}

const ROOTS = new Set(['html', 'body', 'main']);

/** The style's id; its looks are noted when it is first met. */
function styleFor(element: ElementNode, name: string, heading: boolean, on: ArticleParts): string {
  const id = idOf(name) || 'BodyText';
  if (!on.styles[id]) {
    const looks = looksOf(name, on.styleOf(element), heading, on.width);
    const named = attribute(element, 'data-style') !== undefined;
    const space = { spaceBefore: around(element, 'top', on), spaceAfter: around(element, 'bottom', on) };
    on.styles[id] = named ? { ...looks, ...space } : looks;
  }
  return id;
}

function paragraph(element: ElementNode, nodes: readonly DomNode[], place: Place, on: ArticleParts): readonly ArticleBlock[] {
  const style = on.styleOf(element);
  const context = { styleOf: on.styleOf, bold: isBold(style), italic: isItalic(style), lang: place.lang };
  const inlines = tidy(nodes.flatMap((node) => inlinesOf(node, style, place.lang, context)));
  if (inlines.length === 0) return [];
  const shared = {
    inlines: inlines as readonly ArticleInline[],
    ...(place.lang !== on.lang && { lang: place.lang }),
    ...(element.source && { source: element.source }),
  };
  const level = /^h([1-6])$/.exec(element.tag)?.[1];
  const own = attribute(element, 'data-style');
  if (level !== undefined) {
    const name = own ?? `${place.within === 'box' ? 'Box ' : ''}Heading ${level}`;
    return [{ kind: 'heading', level: Number(level) as 1, style: styleFor(element, name, true, on), ...shared }];
  }
  const caption = element.tag === 'figcaption' || element.tag === 'caption' ? 'Caption' : undefined;
  const name = own ?? caption ?? place.style ?? NAMES[place.within];
  return [{ kind: 'paragraph', style: styleFor(element, name, false, on), ...shared }];
}

/** All that an element holds: its blocks, and its inline content between them as paragraphs of its own. */
export function childBlocks(element: ElementNode, place: Place, on: ArticleParts): readonly ArticleBlock[] {
  const made: ArticleBlock[] = [];
  let inline: DomNode[] = [];
  const flush = () => {
    if (inline.length > 0) made.push(...paragraph(element, inline, place, on));
    inline = [];
  };
  for (const child of element.children) {
    if (child.kind === 'element' && isLeftOut(child, on.styleOf)) continue;
    if (child.kind === 'element' && (isBlock(child, element, on) || hasBlocks(child, on))) {
      flush();
      made.push(...block(child, place, on));
    } else inline.push(child);
  }
  flush();
  return made;
}

function block(element: ElementNode, outer: Place, on: ArticleParts): readonly ArticleBlock[] {
  const own = attribute(element, 'data-style');
  const isHeading = /^h[1-6]$/.test(element.tag);
  const lang = attribute(element, 'lang') ?? outer.lang;
  const place: Place = { ...outer, lang, ...(own !== undefined && !isHeading && { style: own }) };
  switch (element.tag) {
    case 'img':
      return image(element, on);
    case 'hr':
      return [{ kind: 'rule' }];
    case 'ul':
    case 'ol': {
      const items = element.children
        .filter((child): child is ElementNode => child.kind === 'element' && !isLeftOut(child, on.styleOf))
        .map((item) =>
          childBlocks(
            item,
            { ...place, lang: attribute(item, 'lang') ?? lang, within: place.within === 'box' ? 'box' : 'list' },
            on,
          ),
        )
        .filter((item) => item.length > 0);
      const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
      return items.length === 0
        ? []
        : [{ kind: 'list', ordered: element.tag === 'ol', start: Number.isNaN(start) ? 1 : start, items }];
    }
    case 'blockquote': {
      const blocks = childBlocks(element, { ...place, within: 'quote' }, on);
      return blocks.length === 0 ? [] : [{ kind: 'quote', blocks }];
    }
    case 'aside': {
      const blocks = childBlocks(element, { ...place, within: 'box' }, on);
      return blocks.length === 0 ? [] : [{ kind: 'box', blocks }];
    }
    case 'table':
      return table(element, place, on);
    default:
      return childBlocks(element, place, on);
  }
}

function image(element: ElementNode, on: ArticleParts): readonly ArticleBlock[] {
  const src = attribute(element, 'src');
  if (src === undefined) return [];
  const style = on.styleOf(element);
  const natural = on.pictureSize(src);
  const ratio =
    natural && natural.height > 0 ? natural.width / natural.height : style.aspectRatio === 'auto' ? null : style.aspectRatio;
  const given = (size: typeof style.width): number | null => (typeof size === 'string' ? null : points(size, on.width) || null);
  const width = given(style.width);
  const height = given(style.height);
  const w = width ?? (height !== null && ratio !== null ? height * ratio : (natural?.width ?? null));
  const h = height ?? (w !== null && ratio !== null ? w / ratio : (natural?.height ?? null));
  if (w === null || h === null || w <= 0 || h <= 0) return [];
  // Wider than the text cannot be.
  const scale = Math.min(1, on.width / w);
  return [{ kind: 'image', src, alt: attribute(element, 'alt') ?? '', width: w * scale, height: h * scale }];
}

function table(element: ElementNode, place: Place, on: ArticleParts): readonly ArticleBlock[] {
  const rows: { header: boolean; cells: readonly (readonly ArticleBlock[])[] }[] = [];
  const captions: ArticleBlock[] = [];
  const take = (from: ElementNode, head: boolean): void => {
    for (const child of from.children) {
      if (child.kind !== 'element' || isLeftOut(child, on.styleOf)) continue;
      if (child.tag === 'caption') captions.push(...block(child, place, on));
      else if (child.tag === 'tr') {
        const cells = child.children.filter(
          (cell): cell is ElementNode => cell.kind === 'element' && !isLeftOut(cell, on.styleOf),
        );
        const header = head || (cells.length > 0 && cells.every((cell) => cell.tag === 'th'));
        rows.push({ header, cells: cells.map((cell) => childBlocks(cell, { ...place, within: 'table' }, on)) });
      } else take(child, child.tag === 'thead');
    }
  };
  take(element, false);
  return rows.length === 0 ? captions : [...captions, { kind: 'table', rows }];
}

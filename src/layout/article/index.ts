import type { Article, ArticleBlock, ArticleStyle } from '../../core/article.ts';
import type { Size } from '../../core/geometry.ts';
import type { ElementNode, PageStyle } from '../types.ts';
import { type ArticleParts, childBlocks } from './blocks.ts';
import { attribute, isLeftOut, type StyleOf } from './inlines.ts';
import { points } from './looks.ts';

export interface ArticleOptions {
  readonly title: string;
  /** BCP 47, where the root says none. */
  readonly lang: string;
  readonly size: Size;
  /** Of the first page. */
  readonly page: PageStyle;
  /** A picture's own size in pt; without it a picture needs width and height in the stylesheet. */
  readonly pictureSize?: (src: string) => { readonly width: number; readonly height: number } | null;
}

function find(element: ElementNode, tag: string): ElementNode | null {
  if (element.tag === tag) return element;
  for (const child of element.children) {
    const found = child.kind === 'element' ? find(child, tag) : null;
    if (found) return found;
  }
  return null;
}

/** Page margins as a word processor knows them: those of `@page`, and what `<main>` keeps free beside its text. */
function margins(body: ElementNode, styleOf: StyleOf, { size, page }: ArticleOptions): readonly [number, number, number, number] {
  const { top, right, bottom, left } = page.margin;
  const main = find(body, 'main');
  if (!main) return [top, right, bottom, left];
  const style = styleOf(main);
  const inner = size.width - left - right;
  const start = points(style.margin.left, inner) + points(style.padding.left, inner);
  const end = points(style.margin.right, inner) + points(style.padding.right, inner);
  const width = typeof style.width === 'string' ? null : points(style.width, inner);
  const rest = width === null ? end : Math.max(0, inner - start - width);
  const [l, r] = [left + Math.max(0, start), right + Math.max(0, rest)];
  // A text narrower than this is no page any more: a layout of its own, not a margin.
  return size.width - l - r < size.width / 3 ? [top, right, bottom, left] : [top, r, bottom, l];
}

/** A text without geometry, from the same DOM and cascade that the pages are made from. Source order is reading order. */
export function toArticle(root: ElementNode, styleOf: StyleOf, options: ArticleOptions): Article {
  const body = find(root, 'body') ?? root;
  const lang = attribute(body, 'lang') ?? attribute(root, 'lang') ?? options.lang;
  const page = margins(body, styleOf, options);
  const styles: Record<string, ArticleStyle> = {};
  const on: ArticleParts = {
    styleOf,
    lang,
    width: options.size.width - page[1] - page[3],
    styles,
    pictureSize: options.pictureSize ?? (() => null),
  };
  const [header, footer] = (['header', 'footer'] as const).map((tag) =>
    body.children
      .filter((child): child is ElementNode => child.kind === 'element' && child.tag === tag && !isLeftOut(child, styleOf))
      .flatMap((child): readonly ArticleBlock[] =>
        childBlocks(child, { lang: attribute(child, 'lang') ?? lang, within: tag }, on),
      ),
  );
  const rest: ElementNode = {
    ...body,
    children: body.children.filter((child) => child.kind === 'text' || (child.tag !== 'header' && child.tag !== 'footer')),
  };
  const blocks = childBlocks(
    rest,
    { lang, within: 'body' },
    { ...on, styleOf: (element) => styleOf(element === rest ? body : element) },
  );
  return {
    title: options.title,
    lang,
    page: { width: options.size.width, height: options.size.height, margins: page },
    header: header ?? [],
    footer: footer ?? [],
    blocks,
    styles,
  };
}

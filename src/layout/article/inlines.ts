import type { ArticleInline } from '../../core/article.ts';
import type { ComputedStyle, ElementNode } from '../types.ts';
import { isBold, isItalic } from './looks.ts';

export type StyleOf = (element: ElementNode) => ComputedStyle;

export const attribute = (element: ElementNode, name: string): string | undefined => element.attributes.get(name)?.value;

/** Decoration, and what is offered for layout only: neither is part of the text. */
export function isLeftOut(element: ElementNode, styleOf: StyleOf): boolean {
  if (element.tag === 'short-form' || element.tag === 'head' || element.tag === 'svg') return true;
  if (attribute(element, 'aria-hidden') === 'true') return true;
  const role = attribute(element, 'role');
  if (role === 'presentation' || role === 'none') return true;
  if (element.tag === 'img' && (attribute(element, 'alt') ?? '') === '') return true;
  const style = styleOf(element);
  return style.display === 'none' || style.visibility === 'hidden';
}

/** What inline content stands in: the paragraph's own looks, and its language. */
export interface InlineContext {
  readonly styleOf: StyleOf;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly lang: string;
}

const SPACE = /[ \t\r\n\f]+/g;
const LINK = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Inline content of one element or text node, white space collapsed but not yet trimmed. */
export function inlinesOf(
  node: ElementNode['children'][number],
  parent: ComputedStyle,
  lang: string,
  on: InlineContext,
): readonly ArticleInline[] {
  if (node.kind === 'text') {
    const text = node.text.replace(SPACE, ' ');
    if (text === '') return [];
    const bold = isBold(parent) && !on.bold;
    const italic = isItalic(parent) && !on.italic;
    return [{ kind: 'text', text, ...(bold && { bold }), ...(italic && { italic }), ...(lang !== on.lang && { lang }) }];
  }
  if (isLeftOut(node, on.styleOf)) return [];
  if (node.tag === 'br') return [{ kind: 'break' }];
  const own = attribute(node, 'lang') ?? lang;
  if (node.tag === 'qr-code') {
    const value = attribute(node, 'value') ?? '';
    return LINK.test(value) ? [{ kind: 'link', href: value, children: [{ kind: 'text', text: value }] }] : [];
  }
  const style = on.styleOf(node);
  const children = node.children.flatMap((child) => inlinesOf(child, style, own, on));
  const href = attribute(node, 'href');
  return node.tag === 'a' && href !== undefined && LINK.test(href) ? [{ kind: 'link', href, children }] : children;
}

interface Trimming {
  /** The last character written was a space, or the line has just begun. */
  space: boolean;
}

function collapse(inlines: readonly ArticleInline[], state: Trimming): ArticleInline[] {
  const made: ArticleInline[] = [];
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      state.space = true;
      made.push(inline);
    } else if (inline.kind === 'link') {
      const children = collapse(inline.children, state);
      if (children.length > 0) made.push({ ...inline, children });
    } else {
      const text = state.space ? inline.text.replace(/^ /, '') : inline.text;
      if (text === '') continue;
      state.space = text.endsWith(' ');
      const last = made.at(-1);
      if (last?.kind === 'text' && last.bold === inline.bold && last.italic === inline.italic && last.lang === inline.lang) {
        made[made.length - 1] = { ...last, text: last.text + text };
      } else made.push({ ...inline, text });
    }
  }
  return made;
}

/** No space before a line end. */
function trimEnds(inlines: readonly ArticleInline[], last: boolean): readonly ArticleInline[] {
  return inlines.flatMap((inline, i): readonly ArticleInline[] => {
    const next = inlines[i + 1];
    const atEnd = next === undefined ? last : next.kind === 'break';
    if (inline.kind === 'link') return [{ ...inline, children: trimEnds(inline.children, atEnd) }];
    if (inline.kind !== 'text' || !atEnd) return [inline];
    const text = inline.text.replace(/ $/, '');
    return text === '' ? [] : [{ ...inline, text }];
  });
}

/** Collapses spaces over the whole of a paragraph (CSS Text 3, 4.1.1); leading and trailing breaks go. */
export function tidy(inlines: readonly ArticleInline[]): readonly ArticleInline[] {
  const made = [...trimEnds(collapse(inlines, { space: true }), true)];
  while (made[0]?.kind === 'break') made.shift();
  while (made.at(-1)?.kind === 'break') made.pop();
  return made;
}

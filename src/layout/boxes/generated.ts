import { counterText } from '../counter-text.ts';
import type { FullStyle } from '../css/index.ts';
import type { ElementNode } from '../types.ts';
import type { Counters } from './counters.ts';

/** Marks by language, outer and inner pair (CLDR); other languages have the English ones. */
const MARKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  da: [
    ['“', '”'],
    ['‘', '’'],
  ],
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  en: [
    ['“', '”'],
    ['‘', '’'],
  ],
  fi: [
    ['”', '”'],
    ['’', '’'],
  ],
  fr: [
    ['«', '»'],
    ['‹', '›'],
  ],
  nb: [
    ['«', '»'],
    ['‘', '’'],
  ],
  pl: [
    ['„', '”'],
    ['«', '»'],
  ],
  sv: [
    ['”', '”'],
    ['’', '’'],
  ],
};

/** How deep in quotation marks the document is; counts over elements in order. */
export interface QuoteDepth {
  depth: number;
}

/** The text that `content` comes to for one element (CSS Generated Content 3). */
export function contentText(style: FullStyle, host: ElementNode, lang: string, counters: Counters, quotes: QuoteDepth): string {
  if (typeof style.content === 'string') return '';
  let text = '';
  for (const item of style.content) {
    switch (item.kind) {
      case 'text':
        text += item.text;
        break;
      case 'counter':
        text += counterText(counters.values(item.name).at(-1) ?? 0, item.style);
        break;
      case 'counters':
        text += counters
          .values(item.name)
          .map((value) => counterText(value, item.style))
          .join(item.between);
        break;
      case 'attr':
        text += host.attributes.get(item.name)?.value ?? '';
        break;
      case 'quote': {
        if (!item.open) quotes.depth = Math.max(0, quotes.depth - 1);
        if (!item.silent) text += mark(style, lang, quotes.depth, item.open);
        if (item.open) quotes.depth++;
      }
    }
  }
  return text;
}

function mark(style: FullStyle, lang: string, depth: number, open: boolean): string {
  const { quotes } = style;
  if (quotes === 'none') return '';
  const pairs = quotes === 'auto' ? (MARKS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? MARKS.en ?? []) : quotes;
  const pair = pairs[Math.min(depth, pairs.length - 1)];
  return pair?.[open ? 0 : 1] ?? '';
}

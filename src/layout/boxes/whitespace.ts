import type { ContentSlot } from '../../core/structure.ts';
import type { ComputedStyle, InlineItem, TextNode } from '../types.ts';

type TextItem = Extract<InlineItem, { kind: 'text' }>;
type Origins = TextNode['origins'];

const keepsSpaces = (style: ComputedStyle): boolean => style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap';
/** `<wbr>` is no text: spaces around it are together. */
const isBreakMark = (item: InlineItem): boolean => item.kind === 'text' && item.text === '\u200B' && item.content === null;
/** Nothing to collapse inside: only single spaces. */
const SIMPLE = /^(?:[^ \t\r\n\f]+ )*[^ \t\r\n\f]*$/;

/**
 * Collapses white space over one inline root (CSS Text 3, 4.1.1), at its two ends and after forced breaks. Before them, one space is left to hang, as it is
 * where a line is full: who reads the text without its lines finds two words.
 * @param dropped called with the slot of each text of which nothing is left
 * @param goesOn more text of the same paragraph follows, in another block
 */
export function collapse(
  items: readonly InlineItem[],
  dropped: (slot: ContentSlot) => void,
  goesOn = false,
): readonly InlineItem[] {
  const result: InlineItem[] = [];
  /** Whether a collapsible space here would follow another, or start a line. */
  let after = true;
  for (const item of items) {
    if (isBreakMark(item)) {
      result.push(item);
      continue;
    }
    if (item.kind === 'text') {
      const collapsed: TextItem = keepsSpaces(item.style) ? normalised(item) : collapseText(item, after);
      if (collapsed.text === '') {
        if (item.content) dropped(item.content);
        continue;
      }
      if (item.style.whiteSpace === 'pre-line' && collapsed.text.includes('\n')) trimEnd(result, collapsed, dropped);
      result.push(collapsed);
      const last: string | undefined = collapsed.text[collapsed.text.length - 1];
      if (!item.apart) after = !keepsSpaces(item.style) && (last === ' ' || last === '\n');
      continue;
    }
    if (item.kind === 'break') {
      after = true;
    } else if (item.kind === 'atomic') after = false;
    result.push(item);
  }
  if (!goesOn) trimLast(result, dropped);
  return result;
}

/** Line ends of any system become one character. */
function normalised(item: TextItem): TextItem {
  return item.text.includes('\r') ? keep(item, (ch, next) => !(ch === '\r' && next === '\n'), '\n') : item;
}

function collapseText(item: TextItem, after: boolean): TextItem {
  const { text, style } = item;
  if (SIMPLE.test(text) && !(after && text.startsWith(' '))) return item;
  const lines = style.whiteSpace === 'pre-line';
  let spaceBefore = after;
  const kept: number[] = [];
  const out: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const ch = text[i] ?? '';
    const isBreak = ch === '\n' || ch === '\r' || ch === '\f';
    if (lines && isBreak) {
      if (ch === '\r' && text[i + 1] === '\n') continue;
      while (out.length > 0 && out[out.length - 1] === ' ') {
        out.pop();
        kept.pop();
      }
      out.push('\n');
      kept.push(i);
      spaceBefore = true;
    } else if (isBreak || ch === ' ' || ch === '\t') {
      if (!spaceBefore) {
        out.push(' ');
        kept.push(i);
      }
      spaceBefore = true;
    } else {
      out.push(ch);
      kept.push(i);
      spaceBefore = false;
    }
  }
  return { ...item, text: out.join(''), origins: moved(item.origins, kept) };
}

function keep(item: TextItem, wanted: (ch: string, next: string | undefined) => boolean, carriage: string): TextItem {
  const kept: number[] = [];
  let text = '';
  for (let i = 0; i < item.text.length; i++) {
    const ch = item.text[i] ?? '';
    if (!wanted(ch, item.text[i + 1])) continue;
    kept.push(i);
    text += ch === '\r' ? carriage : ch;
  }
  return { ...item, text, origins: moved(item.origins, kept) };
}

/** Origins for a text of which only some characters are left. @param kept their old offsets */
function moved(origins: Origins, kept: readonly number[]): Origins {
  if (origins.length === 0) return origins;
  const result: Origins[number][] = [];
  let which = -1;
  let before = -2;
  for (let at = 0; at < kept.length; at++) {
    const old = kept[at] ?? 0;
    let now = which;
    while (now + 1 < origins.length && (origins[now + 1]?.at ?? 0) <= old) now++;
    const origin = origins[now];
    if (origin && (now !== which || old !== before + 1)) {
      const shift = origin.literal ? old - origin.at : 0;
      const span = shift > 0 ? { ...origin.span, start: Math.min(origin.span.end, origin.span.start + shift) } : origin.span;
      // The same whole value again says nothing new.
      if (origin.literal || now !== which) result.push({ at, span, literal: origin.literal });
    }
    which = now;
    before = old;
  }
  return result;
}

/** Takes the collapsible space away that the line would end with. Before a box out of the flow it stays, to hang: it parts the words. */
function trimLast(items: InlineItem[], dropped: (slot: ContentSlot) => void): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item?.kind === 'close' || item?.kind === 'open' || (item && isBreakMark(item))) continue;
    if (item?.kind !== 'text' || keepsSpaces(item.style) || !item.text.endsWith(' ')) return;
    if (item.text.length > 1) {
      items[i] = { ...item, text: item.text.slice(0, -1) };
      return;
    }
    items.splice(i, 1);
    if (item.content) dropped(item.content);
    return;
  }
}

function trimEnd(items: InlineItem[], next: TextItem, dropped: (slot: ContentSlot) => void): void {
  if (next.text.startsWith('\n')) trimLast(items, dropped);
}

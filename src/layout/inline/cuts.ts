import {
  breakOpportunities,
  hyphenate,
  hyphenates,
  hyphenWords,
  isWordSpace,
  itemize,
  MAY_BREAK,
  MUST_BREAK,
  NO_BREAK,
} from '../../core/text/index.ts';
import type { ComputedStyle, InlineBox } from '../types.ts';
import { featuresOf } from './features.ts';
import { type Cut, collapses, type Hyphen, type Paragraph, type TextLeaf, wraps } from './types.ts';

const SOFT_HYPHEN = 0xad;

/** All places where lines of a paragraph may or must end, its start first, its end last. */
export function findCuts(p: Omit<Paragraph, 'cuts'>): Cut[] {
  const { text, root } = p;
  const { length } = text;
  const breaks = breakOpportunities(text, root.lang);
  breakAroundAtomics(p, breaks);
  const divided = hyphenPlaces(p);
  const cuts: Cut[] = [{ offset: 0, skip: skipFrom(p, 0), trim: 0, edge: 0, kind: 'forced', hyphen: null }];
  const hyphens = new Map<TextLeaf, Hyphen | null>();
  let leaf = 0;
  for (let offset = 1; offset < length; offset++) {
    const found = breaks[offset] ?? NO_BREAK;
    if (found === NO_BREAK && divided?.[offset] !== 1) continue;
    while ((p.texts[leaf]?.end ?? Number.POSITIVE_INFINITY) < offset) leaf++;
    if (found === MUST_BREAK) {
      cuts.push({
        offset,
        skip: skipFrom(p, offset),
        trim: trimmed(p, offset),
        edge: edgesBefore(p, offset, false),
        kind: 'forced',
        hyphen: null,
      });
      continue;
    }
    if (!mayWrap(p, offset, leaf)) continue;
    const own = p.texts[leaf];
    const soft = text.charCodeAt(offset - 1) === SOFT_HYPHEN;
    if (soft || found !== MAY_BREAK) {
      if (!own || own.end < offset || own.start >= offset || own.item.style.hyphens === 'none') continue;
      let hyphen = hyphens.get(own);
      if (hyphen === undefined) {
        hyphen = hyphenOf(p, own, leaf);
        hyphens.set(own, hyphen);
      }
      cuts.push({
        offset,
        skip: offset,
        trim: offset,
        edge: edgesBefore(p, offset),
        kind: 'hyphen',
        hyphen: at(hyphen, p, offset),
      });
    } else
      cuts.push({
        offset,
        skip: offset,
        trim: trimmed(p, offset, own),
        edge: edgesBefore(p, offset),
        kind: 'soft',
        hyphen: null,
      });
  }
  const edge = /[\n\u2028\u2029]$/.test(text) ? edgesBefore(p, length, false) : p.specials.length;
  cuts.push({ offset: length, skip: length, trim: trimmed(p, length), edge, kind: 'end', hyphen: null });
  return cuts;
}

/** What glues even an atomic: word joiner, joiner, the no-break characters but the no-break space. */
const GLUE = /\u200d|\u034f|[\u2060\ufeff\u202f\u2007\u2011]/;

/** Lines may break before and after an atomic whatever stands beside it, quotation marks and NO-BREAK SPACE included (CSS Text 3, 5.1). */
function breakAroundAtomics({ specials, text }: Pick<Paragraph, 'specials' | 'text'>, breaks: Uint8Array): void {
  for (const { kind, start, end } of specials) {
    if (kind !== 'atomic') continue;
    if (start > 0 && breaks[start] === NO_BREAK && !GLUE.test(text.charAt(start - 1))) breaks[start] = MAY_BREAK;
    const after = text.charAt(end);
    if (end < text.length && breaks[end] === NO_BREAK && !GLUE.test(after) && !/[ \t\n]/.test(after)) breaks[end] = MAY_BREAK;
  }
}

const at = (hyphen: Hyphen | null, p: Pick<Paragraph, 'levels'>, offset: number): Hyphen | null =>
  hyphen && p.levels ? { ...hyphen, level: p.levels[offset - 1] ?? 0 } : hyphen;

/**
 * Specials that stay on the line that ends at `offset`: end tags there do, what opens there goes on to the next.
 * @param lifted whether absolute boxes there stay
 */
export function edgesBefore({ specials }: Pick<Paragraph, 'specials'>, offset: number, lifted = true): number {
  let count = 0;
  for (const { start, kind } of specials) {
    if (start > offset || (start === offset && kind !== 'close' && !(lifted && kind === 'out-of-flow'))) break;
    count++;
  }
  return count;
}

/** Back over the white space that hangs or is dropped at a line's end, and a forced break itself. */
function trimmed(
  { text, texts, specials }: Pick<Paragraph, 'text' | 'texts' | 'specials'>,
  offset: number,
  inside?: TextLeaf,
): number {
  // The common case: one space, in the middle of a text.
  if (inside && offset - inside.start > 1 && inside.item.style.whiteSpace !== 'pre' && offset <= inside.end) {
    if (text.charCodeAt(offset - 1) > 0x20 && text.charCodeAt(offset - 1) < 0x2000) return offset;
    if (text.charCodeAt(offset - 1) === 0x20 && text.charCodeAt(offset - 2) > 0x20 && text.charCodeAt(offset - 2) < 0x2000)
      return offset - 1;
  }
  let end = offset;
  let leaf = texts.length - 1;
  for (; end > 0; end--) {
    const unit = text.charCodeAt(end - 1);
    // A place to break takes no room; spaces before it hang all the same.
    if (unit === 0x200b) continue;
    if (unit !== 0x20 && unit !== 0x09 && !(unit >= 0x0a && unit <= 0x0d) && unit !== 0x2028 && unit !== 0x2029) break;
    while (leaf >= 0 && (texts[leaf]?.start ?? 0) >= end) leaf--;
    const own = texts[leaf];
    const inText = own !== undefined && end <= own.end;
    if (inText && (unit === 0x20 || unit === 0x09) && own.item.style.whiteSpace === 'pre') break;
    // A break before these spaces ended an earlier line.
    if (end < offset && (unit === 0x0a || unit === 0x2028 || unit === 0x2029)) break;
    if (!inText && !specials.some((special) => special.kind === 'break' && special.start === end - 1)) break;
  }
  return end;
}

/** Over collapsible spaces at a line's start. */
function skipFrom({ text, texts }: Pick<Paragraph, 'text' | 'texts'>, offset: number): number {
  let start = offset;
  while (text.charCodeAt(start) === 0x20) {
    const own = texts.find((leaf) => leaf.start <= start && start < leaf.end);
    if (!own || !collapses(own.item.style)) break;
    start++;
  }
  return start;
}

/** Whether the text wraps at a place: the style around a space decides, else the nearest element around both neighbours (CSS Text 3, 5.1). */
function mayWrap(p: Pick<Paragraph, 'text' | 'texts' | 'root' | 'leaves'>, offset: number, leaf: number): boolean {
  const own = p.texts[leaf];
  if (own && own.start < offset && offset < own.end) return wraps(own.item.style);
  const before = leafAt(p, offset - 1);
  const after = leafAt(p, offset);
  if (before?.kind === 'text' && isWordSpace(p.text.charCodeAt(offset - 1))) {
    if (before.item.apart) return wraps(p.root.style);
    if (wraps(before.item.style)) return true;
    // A box in the line may be broken before whatever stands there.
    return after?.kind === 'atomic' && wraps(commonStyle(p, before.within, after.within));
  }
  return wraps(commonStyle(p, before?.within ?? [], after?.within ?? []));
}

function leafAt({ leaves }: Pick<Paragraph, 'leaves'>, offset: number): Paragraph['leaves'][number] | undefined {
  return leaves.find((leaf) => leaf.start <= offset && offset < leaf.end);
}

function commonStyle({ root }: Pick<Paragraph, 'root'>, a: readonly InlineBox[], b: readonly InlineBox[]): ComputedStyle {
  let { style } = root;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) style = a[i]?.style ?? style;
  return style;
}

const WORD = /[\p{L}\p{M}\p{N}\u00ad'\u2019_@.:/\\-]+/gu;

/** Offsets where `hyphens: auto` divides words; null: nowhere. A word that the author marked with soft hyphens is divided only there. */
function hyphenPlaces({ text, texts, hyphenation }: Pick<Paragraph, 'text' | 'texts' | 'hyphenation'>): Uint8Array | null {
  let places: Uint8Array | null = null;
  for (const { item, start, end } of texts) {
    if (item.style.hyphens !== 'auto') continue;
    const words = hyphenWords(item.lang, hyphenation);
    if (words.length === 0 && !hyphenates(item.lang)) continue;
    const limits = item.style.fine.hyphenLimits ?? undefined;
    for (const match of text.slice(start, end).matchAll(WORD)) {
      const chunk = match[0];
      if (isAddress(chunk) || chunk.includes('\u00ad') || /[\p{N}_@/\\]/u.test(chunk)) continue;
      for (const part of chunk.matchAll(/\p{L}+/gu)) {
        const from = start + match.index + part.index;
        // A word that an element's edge cuts in two is one word all the same; its parts are left alone.
        if (touches(text, from, start, end, part[0].length)) continue;
        for (const at of hyphenate(part[0], item.lang, words, limits)) {
          places ??= new Uint8Array(text.length + 1);
          places[from + at] = 1;
        }
      }
    }
  }
  return places;
}

const LETTER = /\p{L}/u;

function touches(text: string, from: number, start: number, end: number, length: number): boolean {
  return (from === start && LETTER.test(text.charAt(start - 1))) || (from + length === end && LETTER.test(text.charAt(end)));
}

/** www.kb.dk, mail@kb.dk, https://kb.dk: letters, a dot or colon, letters, with no space. */
const isAddress = (chunk: string): boolean => /@|:\/\/|\p{L}\.\p{L}/u.test(chunk);

/** The hyphen in the font of the text: U+2010, else the hyphen-minus (CSS Text 4, 6.3). */
function hyphenOf(p: Pick<Paragraph, 'facesFor' | 'root'>, { item }: TextLeaf, of: number): Hyphen | null {
  const { style, lang } = item;
  const faces = p.facesFor(style);
  const character = faces[0]?.has(0x2010) ? '\u2010' : '-';
  const { runs } = itemize(character, { faces, features: featuresOf(style), lang, size: style.fontSize, direction: 'ltr' });
  const run = runs[0]?.run;
  return run ? { run, width: (run.width * style.fontSize) / run.face.unitsPerEm, of, level: 0 } : null;
}

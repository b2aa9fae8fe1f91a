import { error, warning } from '../../core/diagnostics.ts';
import type { Pt } from '../../core/geometry.ts';
import { hasFeature } from '../../core/text/index.ts';
import { LINE_EPSILON, overhang } from '../overhang.ts';
import type { Fragment, LayoutServices } from '../types.ts';
import { reportGaps } from './gaps.ts';
import { measureAt } from './measure.ts';
import { minContent } from './narrowest.ts';
import { sourceOf } from './origins.ts';
import { prepare } from './prepare.ts';
import { endChange, startChange } from './segments.ts';
import type { InlineContext, Paragraph, TextLeaf } from './types.ts';

const reported = new WeakSet<Paragraph>();

/** Characters that no font has: one complaint a root and a package that would have them. */
export function reportMissing(p: Paragraph, ctx: InlineContext): void {
  if (p.missing.length === 0 || reported.has(p)) return;
  reported.add(p);
  const byPackage = new Map<string | undefined, Missing[]>();
  for (const missing of p.missing) byPackage.set(missing.install, [...(byPackage.get(missing.install) ?? []), missing]);
  for (const [install, missing] of byPackage) {
    const [first] = missing;
    if (!first) continue;
    const leaf = leafAt(p, first.offset);
    const characters = [...new Set(missing.map(({ codePoint }) => codePoint))];
    const lacks = `No font of the template set has the ${characters.length === 1 ? 'character' : 'characters'} ${shownCharacters(characters)}`;
    const own = 'Add a font with this character to the template set and name it last in font-family, or write it another way.';
    ctx.report(
      error('missing-glyph', `${lacks} in “${around(p.text, first.offset)}”.`, {
        span: leaf && sourceOf(leaf, first.offset, stretchEnd(missing, p.text)),
        hint: install ? [`Install a font that has it, then build again: npm install ${install}`, `Or: ${own}`] : own,
      }),
    );
  }
}

type Missing = Paragraph['missing'][number];

/** As many as help to see what they are. */
const SHOWN = 6;

function shownCharacters(codePoints: readonly number[]): string {
  const [first = 0] = codePoints;
  if (codePoints.length === 1) return `“${String.fromCodePoint(first)}” (U+${first.toString(16).toUpperCase().padStart(4, '0')})`;
  const shown = codePoints.slice(0, SHOWN).map((codePoint) => `“${String.fromCodePoint(codePoint)}”`);
  const more = codePoints.length - shown.length;
  return `${shown.join(' ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Where the missing characters that stand in a row from the first one end. */
function stretchEnd(missing: readonly Missing[], text: string): number {
  const offsets = new Set(missing.map(({ offset }) => offset));
  let end = missing[0]?.offset ?? 0;
  for (let at = end; offsets.has(at) || text.charCodeAt(at) === 0x20; ) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (offsets.has(at)) end = at + length;
    at += length;
  }
  return end;
}

/** Features whose absence shows: figures that a font has in one form only, kerning and ligatures need no feature to be right. */
const QUIET = new Set(['calt', 'clig', 'kern', 'liga', 'lnum', 'pnum', 'rlig', 'tnum']);
const lackingTold = new WeakMap<InlineContext['report'], Set<string>>();

/** OpenType features that a style asks for and its font does not have: each once a document. */
export function reportLacking(p: Paragraph, ctx: InlineContext): void {
  for (const leaf of p.texts) {
    const { style } = leaf.item;
    if (style.fontFeatures.length === 0) continue;
    const [face] = ctx.facesFor(style);
    for (const feature of style.fontFeatures) {
      const tag = feature.slice(0, 4);
      if (!face || feature.startsWith('-') || QUIET.has(tag) || hasFeature(face, tag)) continue;
      const told = lackingTold.get(ctx.report) ?? new Set();
      lackingTold.set(ctx.report, told);
      const key = `${face.key} ${tag}`;
      if (told.has(key)) continue;
      told.add(key);
      ctx.report(
        warning('font-feature-missing', `The font “${face.family}” has no ${nameOf(tag)}: the text is set without.`, {
          span: sourceOf(leaf, leaf.start, leaf.end),
          hint: 'Choose a font that has them, or leave the property out of the stylesheet. Nothing is made up from other glyphs.',
        }),
      );
    }
  }
}

const NAMES: Readonly<Record<string, string>> = {
  smcp: 'small capitals (smcp)',
  c2sc: 'small capitals for capitals (c2sc)',
  onum: 'old-style figures (onum)',
  frac: 'fractions (frac)',
  afrc: 'stacked fractions (afrc)',
  ordn: 'ordinals (ordn)',
  zero: 'slashed zero (zero)',
  subs: 'subscript forms (subs)',
  sups: 'superscript forms (sups)',
};
const nameOf = (tag: string): string => NAMES[tag] ?? `OpenType feature “${tag}”`;

/**
 * Words that stand out of their box, each once, and lines that are torn apart: of a finished page's fragments, since while sizes are still sought a word may be too long for a box
 * that is not the final one.
 */
export function reportLongWords(fragment: Fragment, services: LayoutServices): void {
  const { box, lines } = fragment;
  if (box.kind === 'inline-root' && lines) {
    const ctx = {
      ...services,
      scale: 1,
      layoutAtomic: () => fragment,
      atomicSizes: () => ({ min: 0, max: 0 }),
    };
    reportGaps(box, lines, services.report);
    for (const line of lines) {
      const out = overhang(line, fragment);
      const item = line.items.find(({ kind }) => kind === 'text');
      if (out > LINE_EPSILON + 0.05 && item?.kind === 'text') {
        const p = prepare(box, ctx);
        if (!isKerning(p, line, out, fragment.width, { ...ctx, scale: item.size / item.style.fontSize }))
          reportLine(p, line, out, services);
      }
      for (const each of line.items) if (each.kind === 'atomic') reportLongWords(each.fragment, services);
    }
  }
  for (const child of fragment.children) reportLongWords(child, services);
}

/** A box as narrow as its content lets it be is so with the kerning that its words have where they are divided (`minContent`). */
function isKerning(
  p: Paragraph,
  line: { readonly start: number; readonly end: number },
  out: Pt,
  width: Pt,
  ctx: InlineContext,
): boolean {
  const change = startChange(p, paragraphOffset(p, line.start)) + endChange(p, paragraphOffset(p, line.end));
  if (out > change * ctx.scale + LINE_EPSILON || p.specials.some(({ kind }) => kind === 'atomic')) return false;
  return Math.abs(minContent(measureAt(p, 0, ctx)) - width) <= 2 * LINE_EPSILON;
}

function reportLine(
  p: Paragraph,
  line: { readonly start: number; readonly end: number },
  out: number,
  services: LayoutServices,
): void {
  const from = paragraphOffset(p, line.start);
  const to = paragraphOffset(p, line.end);
  const shown = p.text.slice(from, to).replace(/\s+$/u, '');
  const start = from + (shown.length - shown.trimStart().length);
  const word = shown.trim();
  const leaf = leafAt(p, start);
  if (!leaf || word === '') return;
  const end = Math.min(leaf.end, from + shown.length);
  const mm = ((out * 25.4) / 72).toFixed(1);
  services.report(
    error('word-too-long', `“${word}” stands ${mm} mm out of its box and has no place to be divided.`, {
      span: sourceOf(leaf, start, end),
      hint: 'Shorten the text, mark a place to divide the word with &shy;, set it smaller or make the box wider.',
    }),
  );
}

function leafAt(p: Paragraph, offset: number): TextLeaf | undefined {
  return p.texts.find((leaf) => leaf.start <= offset && offset < leaf.end);
}

/** Offset in the paragraph of an offset in the root's text before text-transform. */
function paragraphOffset(p: Paragraph, offset: number): number {
  for (const leaf of p.texts) {
    const { length } = leaf.item.text;
    if (offset > leaf.origin + length) continue;
    if (offset < leaf.origin) return leaf.start - (leaf.origin - offset);
    if (!leaf.map) return leaf.start + offset - leaf.origin;
    const at = leaf.map.findIndex((own) => own >= offset - leaf.origin);
    return leaf.start + (at === -1 ? leaf.end - leaf.start : at);
  }
  return p.text.length;
}

/** The word at an offset with a little of what surrounds it. */
function around(text: string, offset: number): string {
  const start = Math.max(0, offset - 20);
  const end = Math.min(text.length, offset + 20);
  const part = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`;
}

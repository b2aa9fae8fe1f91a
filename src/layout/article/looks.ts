import type { ArticleStyle } from '../../core/article.ts';
import type { Color } from '../../core/color.ts';
import { resolve } from '../lengths.ts';
import type { ComputedStyle, LengthOrAuto } from '../types.ts';

const BOLD = 600;

export const isBold = (style: ComputedStyle): boolean => style.fontWeight >= BOLD;
export const isItalic = (style: ComputedStyle): boolean => style.fontStyle === 'italic';

const hex = (part: number): string =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0');

/** '#rrggbb'. Process colours by the plain complement: a word processor's colours are for the screen. */
export function hexColor(color: Color): string {
  if (color.space === 'srgb') return `#${hex(color.r)}${hex(color.g)}${hex(color.b)}`;
  const light = 1 - color.k;
  return `#${hex((1 - color.c) * light)}${hex((1 - color.m) * light)}${hex((1 - color.y) * light)}`;
}

/** Percentages are of the text's width. */
export const points = (length: LengthOrAuto, width: number): number => (length === 'auto' ? 0 : resolve(length, width));

/** What `line-height: normal` usually comes to. */
const NORMAL = 1.2;

function lineHeight({ lineHeight: given, fontSize }: ComputedStyle): number {
  if (given.kind === 'length') return given.pt;
  return fontSize * (given.kind === 'factor' ? given.factor : NORMAL);
}

function align({ textAlign, direction }: ComputedStyle): ArticleStyle['align'] {
  if (textAlign === 'left') return direction === 'ltr' ? 'start' : 'end';
  if (textAlign === 'right') return direction === 'ltr' ? 'end' : 'start';
  return textAlign;
}

const isGeneric = (family: string): family is ArticleStyle['generic'] => ['serif', 'sans-serif', 'monospace'].includes(family);

/** Looks of a paragraph style, from the cascade of the first element that has it. */
export function looksOf(name: string, style: ComputedStyle, heading: boolean, width: number): ArticleStyle {
  return {
    name,
    fontFamily: style.fontFamily[0] ?? 'sans-serif',
    generic: style.fontFamily.find(isGeneric) ?? 'sans-serif',
    fontSize: style.fontSize,
    bold: isBold(style),
    italic: isItalic(style),
    color: hexColor(style.color),
    lineHeight: lineHeight(style),
    spaceBefore: Math.max(0, points(style.margin.top, width)),
    spaceAfter: Math.max(0, points(style.margin.bottom, width)),
    align: align(style),
    uppercase: style.textTransform === 'uppercase',
    keepWithNext: heading || style.breakAfter === 'avoid' || style.breakAfter === 'avoid-page',
  };
}

import type { Size } from '../../../core/geometry.ts';
import { mm } from '../../../core/geometry.ts';
import { ended, keywords, many, map, mapped, oneOf, type Parser } from '../values/cursor.ts';
import { literal, pt, words } from './lengths.ts';
import { type Compute, constant, type Property, property } from './registry.ts';

const group = '@page';

/** css-page-3, 7.1; portrait, in pt. */
const SIZES = new Map<string, Size>([
  ['a3', { width: mm(297), height: mm(420) }],
  ['a4', { width: mm(210), height: mm(297) }],
  ['a5', { width: mm(148), height: mm(210) }],
  ['b4', { width: mm(250), height: mm(353) }],
  ['b5', { width: mm(176), height: mm(250) }],
  ['letter', { width: 612, height: 792 }],
  ['legal', { width: 612, height: 1008 }],
  ['ledger', { width: 792, height: 1224 }],
]);

export type PageSize = Size | 'auto';
const turned = (size: Size, landscape: boolean): Size =>
  landscape ? { width: size.height, height: size.width } : { width: size.width, height: size.height };

const namedSize: Parser<Compute<PageSize>> = (c) => {
  const before = keywords('portrait', 'landscape')(c);
  const size = mapped(SIZES)(c);
  if (!size) return undefined;
  const orientation = before ?? keywords('portrait', 'landscape')(c);
  return constant<PageSize>(turned(size, orientation === 'landscape'));
};
const lengths: Parser<Compute<PageSize>> = map(many(pt({ negative: false }), 2), ([w, h = w]) => {
  return (context): PageSize => (w && h ? { width: w(context), height: h(context) } : 'auto');
});

export const size = property<PageSize>('size', {
  group,
  syntax: 'auto | <length>{1,2} | [ A3 | A4 | A5 | B4 | B5 | letter | legal | ledger ] [ portrait | landscape ]?',
  initial: 'auto',
  parse: oneOf<Compute<PageSize>>(words('auto'), namedSize, lengths),
  note: 'The size comes from the piece; another one here is reported.',
});
export const bleed = property<number>('bleed', {
  group,
  syntax: 'auto | <length>',
  initial: 0,
  parse: oneOf<Compute<number>>(literal(map(keywords('auto'), () => 0)), pt({ negative: false })),
});
export const safe = property<number | 'auto'>('-kit-safe', {
  group,
  syntax: 'auto | <length>',
  initial: 'auto',
  parse: oneOf<Compute<number | 'auto'>>(words('auto'), pt({ negative: false })),
  note: 'Ours. How far from the trim text and QR codes keep away (`text-near-edge`). auto: 3 % of the shorter side, from 3 to 5 mm.',
});

/** What print shops ask for: 3 mm on cards and small leaflets, 5 mm from A4 on, where the knife goes through higher stacks of paper. */
export const usedSafe = (written: number | 'auto', { width, height }: Size): number =>
  written === 'auto' ? Math.max(mm(3), Math.min(mm(5), 0.03 * Math.min(width, height))) : written;
export interface Marks {
  readonly crop: boolean;
  readonly cross: boolean;
}
export const marks = property<Marks>('marks', {
  group,
  syntax: 'none | crop || cross',
  initial: { crop: false, cross: false },
  parse: literal(
    oneOf<Marks>(
      map(keywords('none'), () => ({ crop: false, cross: false })),
      (c) => {
        const found = many(keywords('crop', 'cross'), 2)(c);
        return found && ended(c) ? { crop: found.includes('crop'), cross: found.includes('cross') } : undefined;
      },
    ),
  ),
});
export const PAGE_ONLY: ReadonlySet<Property> = new Set<Property>([size, bleed, safe, marks]);

export const MARGIN_BOXES: readonly string[] = [
  'top-left-corner',
  'top-left',
  'top-center',
  'top-right',
  'top-right-corner',
  'right-top',
  'right-middle',
  'right-bottom',
  'bottom-right-corner',
  'bottom-right',
  'bottom-center',
  'bottom-left',
  'bottom-left-corner',
  'left-bottom',
  'left-middle',
  'left-top',
];

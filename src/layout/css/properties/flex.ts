import type { Align, ContentSize, LengthPercentage } from '../../types.ts';
import { ended, keywords, mapped, oneOf, type Parser } from '../values/cursor.ts';
import { atLeast, integer, number } from '../values/length.ts';
import { pair } from './box.ts';
import { contentSize, lengthPercentage, literal, words } from './lengths.ts';
import { type Assignment, assign, type Compute, constant, property, shorthand } from './registry.ts';

const group = 'Flexible boxes';
const DIRECTIONS = ['row', 'row-reverse', 'column', 'column-reverse'] as const;
const WRAPS = ['nowrap', 'wrap', 'wrap-reverse'] as const;

export const flexDirection = property<(typeof DIRECTIONS)[number]>('flex-direction', {
  group,
  syntax: DIRECTIONS.join(' | '),
  initial: 'row',
  parse: words(...DIRECTIONS),
});
export const flexWrap = property<(typeof WRAPS)[number]>('flex-wrap', {
  group,
  syntax: WRAPS.join(' | '),
  initial: 'nowrap',
  parse: words(...WRAPS),
});
shorthand('flex-flow', {
  group,
  syntax: '<‘flex-direction’> || <‘flex-wrap’>',
  longhands: [flexDirection, flexWrap],
  parse: (c) => {
    const found: Assignment[] = [];
    while (!ended(c) && found.length < 2) {
      const direction = found.some((a) => a.property === flexDirection) ? undefined : flexDirection.parse(c);
      const wrap = direction || found.some((a) => a.property === flexWrap) ? undefined : flexWrap.parse(c);
      if (direction) found.push(assign(flexDirection, direction));
      else if (wrap) found.push(assign(flexWrap, wrap));
      else break;
    }
    return found.length > 0 ? found : undefined;
  },
});
const factor: Parser<Compute<number>> = literal(atLeast(0, number));
export const flexGrow = property<number>('flex-grow', { group, syntax: '<number [0,∞]>', initial: 0, parse: factor });
export const flexShrink = property<number>('flex-shrink', { group, syntax: '<number [0,∞]>', initial: 1, parse: factor });
export const flexBasis = property<ContentSize | 'content'>('flex-basis', {
  group,
  syntax: 'content | auto | <length-percentage> | min-content | max-content | fit-content',
  initial: 'auto',
  parse: oneOf<Compute<ContentSize | 'content'>>(words('content'), contentSize()),
});

const flexValues = (grow: number, shrink: number, basis: ContentSize | 'content'): readonly Assignment[] => [
  assign(flexGrow, constant(grow)),
  assign(flexShrink, constant(shrink)),
  assign(flexBasis, constant(basis)),
];
/** CSS Flexbox 1, 7.1.1; a missing basis is 0% here, as browsers have it. */
const flexParts: Parser<readonly Assignment[]> = (c) => {
  let grow: Compute<number> | undefined;
  let shrink: Compute<number> | undefined;
  let basis: Compute<ContentSize | 'content'> | undefined;
  while (!ended(c)) {
    const g = grow ? undefined : factor(c);
    if (g) {
      grow = g;
      shrink = factor(c);
      continue;
    }
    const b = basis ? undefined : flexBasis.parse(c);
    if (!b) break;
    basis = b;
  }
  if (!grow && !basis) return undefined;
  return [
    assign(flexGrow, grow ?? constant(1)),
    assign(flexShrink, shrink ?? constant(1)),
    assign(flexBasis, basis ?? constant<ContentSize>({ pt: 0, percent: 0 })),
  ];
};
shorthand('flex', {
  group,
  syntax: 'none | auto | [ <‘flex-grow’> <‘flex-shrink’>? || <‘flex-basis’> ]',
  longhands: [flexGrow, flexShrink, flexBasis],
  parse: oneOf<readonly Assignment[]>(
    mapped<readonly Assignment[]>(
      new Map([
        ['none', flexValues(0, 0, 'auto')],
        ['auto', flexValues(1, 1, 'auto')],
      ]),
    ),
    flexParts,
  ),
});

const JUSTIFY = [
  'normal',
  'flex-start',
  'flex-end',
  'start',
  'end',
  'left',
  'right',
  'center',
  'space-between',
  'space-around',
  'space-evenly',
] as const;
export type Justify = (typeof JUSTIFY)[number];
export const justifyContent = property<Justify>('justify-content', {
  group,
  syntax: JUSTIFY.join(' | '),
  initial: 'normal',
  parse: words(...JUSTIFY),
});

/** `first baseline` is `baseline`; `last baseline` is two words, too (CSS Align 3, 4.2). */
const baselines: Parser<Align> = (c) => {
  const start = c.at;
  const which = keywords('first', 'last')(c);
  if (which && keywords('baseline')(c)) return which === 'last' ? 'last baseline' : 'baseline';
  c.at = start;
  return undefined;
};
const alignKeywords: Parser<Align> = oneOf<Align>(
  baselines,
  mapped<Align>(
    new Map<string, Align>([
      ['normal', 'stretch'],
      ...(['stretch', 'flex-start', 'flex-end', 'center', 'baseline', 'start', 'end', 'self-start', 'self-end'] as const).map(
        (k) => [k, k] as const,
      ),
    ]),
  ),
);
const ALIGN =
  'normal | stretch | flex-start | flex-end | start | end | self-start | self-end | center | [ first | last ]? baseline';
export const alignItems = property<Align>('align-items', {
  group,
  syntax: ALIGN,
  initial: 'stretch',
  parse: literal(alignKeywords),
});
export const alignSelf = property<Align | 'auto'>('align-self', {
  group,
  syntax: `auto | ${ALIGN}`,
  initial: 'auto',
  parse: literal(oneOf<Align | 'auto'>(keywords('auto'), alignKeywords)),
});
const ALIGN_CONTENT = [
  'stretch',
  'flex-start',
  'flex-end',
  'start',
  'end',
  'center',
  'space-between',
  'space-around',
  'space-evenly',
] as const;
export type AlignContent = (typeof ALIGN_CONTENT)[number];
export const alignContent = property<AlignContent>('align-content', {
  group,
  syntax: `normal | ${ALIGN_CONTENT.join(' | ')}`,
  initial: 'stretch',
  parse: literal(
    mapped<AlignContent>(new Map<string, AlignContent>([['normal', 'stretch'], ...ALIGN_CONTENT.map((k) => [k, k] as const)])),
  ),
});
shorthand('place-content', {
  group,
  syntax: '<‘align-content’> <‘justify-content’>?',
  longhands: [alignContent, justifyContent],
  parse: (c) => {
    const start = c.at;
    const align = alignContent.parse(c);
    if (!align) return undefined;
    if (!ended(c)) {
      const justify = justifyContent.parse(c);
      return justify && [assign(alignContent, align), assign(justifyContent, justify)];
    }
    const end = c.at;
    c.at = start;
    const same = justifyContent.parse(c);
    c.at = end;
    return [assign(alignContent, align), ...(same ? [assign(justifyContent, same)] : [])];
  },
});
export const order = property<number>('order', { group, syntax: '<integer>', initial: 0, parse: literal(integer) });

/** `normal` is nothing between flex items, and an em between columns. */
type Gap = LengthPercentage | 'normal';
const gap: Parser<Compute<Gap>> = oneOf<Compute<Gap>>(words('normal'), lengthPercentage({ negative: false }));
export const rowGap = property<Gap>('row-gap', {
  group,
  syntax: 'normal | <length-percentage>',
  initial: 'normal',
  parse: gap,
});
export const columnGap = property<Gap>('column-gap', {
  group,
  syntax: 'normal | <length-percentage>',
  initial: 'normal',
  parse: gap,
});
shorthand('gap', {
  group,
  syntax: '<‘row-gap’> <‘column-gap’>?',
  longhands: [rowGap, columnGap],
  parse: pair(rowGap, columnGap),
});

import type { BorderSide, ContentSize, LengthOrAuto, LengthPercentage } from '../../types.ts';
import { type ColorValue, color } from '../values/color.ts';
import { ended, keywords, many, map, mapped, oneOf, operator, type Parser, sides } from '../values/cursor.ts';
import { atLeast, integer, number } from '../values/length.ts';
import { contentSize, lengthOrAuto, lengthPercentage, literal, pt, words, ZERO } from './lengths.ts';
import {
  type Assignment,
  alias,
  assign,
  BY_NAME,
  type Compute,
  logical,
  type Property,
  property,
  shorthand,
} from './registry.ts';

const group = 'Boxes';
export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];
export type BySide<C> = Readonly<Record<Side, Property<C>>>;

function bySide<C>(name: (side: Side) => string, definition: Parameters<typeof property<C>>[1]): BySide<C> {
  const make = (side: Side): Property<C> => property<C>(name(side), definition);
  return { top: make('top'), right: make('right'), bottom: make('bottom'), left: make('left') };
}

/** `margin-inline-start` and its like, and the two shorthands over a pair. */
function logicalSides<C>(prefix: string, suffix: string, to: BySide<C>): { start: Property<C>; end: Property<C> } {
  const name = (flow: string): string => [prefix, flow, suffix].filter(Boolean).join('-');
  alias(name('block-start'), to.top);
  alias(name('block-end'), to.bottom);
  const start = logical(name('inline-start'), to.left, to.right);
  const end = logical(name('inline-end'), to.right, to.left);
  for (const [flow, first, last] of [
    ['block', to.top, to.bottom],
    ['inline', start, end],
  ] as const)
    shorthand(name(flow), { group, syntax: `<‘${first.name}’>{1,2}`, longhands: [first, last], parse: pair(first, last) });
  return { start, end };
}

export const pair =
  <C>(first: Property<C>, last: Property<C>): Parser<readonly Assignment[]> =>
  (c) => {
    const [a, b = a] = many(first.parse, 2)(c) ?? [];
    return a && b && [assign(first, a), assign(last, b)];
  };

const four =
  <C>(to: BySide<C>): Parser<readonly Assignment[]> =>
  (c) => {
    const found = sides(to.top.parse)(c);
    return (
      found && [assign(to.top, found[0]), assign(to.right, found[1]), assign(to.bottom, found[2]), assign(to.left, found[3])]
    );
  };

const all = <C>(to: BySide<C>): readonly Property<C>[] => SIDES.map((side) => to[side]);

const DISPLAYS = [
  'block',
  'inline',
  'inline-block',
  'flex',
  'inline-flex',
  'list-item',
  'table',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-row',
  'table-cell',
  'table-caption',
  'none',
] as const;

export const display = property<(typeof DISPLAYS)[number]>('display', {
  group,
  syntax: DISPLAYS.join(' | '),
  initial: 'inline',
  parse: literal(keywords<(typeof DISPLAYS)[number]>(...DISPLAYS)),
});
export const position = property<'static' | 'relative' | 'absolute' | 'fixed'>('position', {
  group,
  syntax: 'static | relative | absolute | fixed',
  initial: 'static',
  parse: words('static', 'relative', 'absolute', 'fixed'),
});
export const inset = bySide<LengthOrAuto>((side) => side, {
  group,
  syntax: 'auto | <length-percentage>',
  initial: 'auto',
  parse: lengthOrAuto(),
});
logicalSides('inset', '', inset);
shorthand('inset', { group, syntax: '<‘top’>{1,4}', longhands: all(inset), parse: four(inset) });
export const zIndex = property<number | 'auto'>('z-index', {
  group,
  syntax: 'auto | <integer>',
  initial: 'auto',
  parse: oneOf<Compute<number | 'auto'>>(words('auto'), literal(integer)),
});
export const overflow = property<'visible' | 'hidden'>('overflow', {
  group,
  syntax: 'visible | hidden',
  initial: 'visible',
  parse: words('visible', 'hidden'),
  note: 'Paper does not scroll.',
});
export const visibility = property<'visible' | 'hidden'>('visibility', {
  group,
  syntax: 'visible | hidden',
  inherited: true,
  initial: 'visible',
  parse: words('visible', 'hidden'),
});
export const boxSizing = property<'content-box' | 'border-box'>('box-sizing', {
  group,
  syntax: 'content-box | border-box',
  initial: 'content-box',
  parse: words('content-box', 'border-box'),
});

const size = (name: string): Property<ContentSize> =>
  property<ContentSize>(name, {
    group,
    syntax: 'auto | <length-percentage> | min-content | max-content | fit-content',
    initial: 'auto',
    parse: contentSize(),
  });
const most = (name: string): Property<ContentSize | 'none'> =>
  property<ContentSize | 'none'>(name, {
    group,
    syntax: 'none | <length-percentage> | min-content | max-content | fit-content',
    initial: 'none',
    parse: oneOf<Compute<ContentSize | 'none'>>(words('none'), contentSize()),
  });
export const width = size('width');
export const height = size('height');
export const minWidth = size('min-width');
export const minHeight = size('min-height');
export const maxWidth = most('max-width');
export const maxHeight = most('max-height');
for (const [name, of] of [
  ['inline-size', width],
  ['block-size', height],
  ['min-inline-size', minWidth],
  ['min-block-size', minHeight],
  ['max-inline-size', maxWidth],
  ['max-block-size', maxHeight],
] as const)
  alias(name, of);

const ratio: Parser<number> = (c) => {
  const wide = atLeast(0, number)(c);
  if (wide === undefined) return undefined;
  const high = operator(c, '/') ? atLeast(0, number)(c) : 1;
  return high ? wide / high : undefined;
};
export const aspectRatio = property<number | 'auto'>('aspect-ratio', {
  group,
  syntax: 'auto | <number> [ / <number> ]?',
  initial: 'auto',
  parse: oneOf<Compute<number | 'auto'>>(words('auto'), literal(ratio)),
});

export const margin = bySide<LengthOrAuto>((side) => `margin-${side}`, {
  group,
  syntax: 'auto | <length-percentage>',
  initial: ZERO,
  parse: lengthOrAuto(),
});
logicalSides('margin', '', margin);
shorthand('margin', { group, syntax: '<‘margin-top’>{1,4}', longhands: all(margin), parse: four(margin) });
export const padding = bySide<LengthPercentage>((side) => `padding-${side}`, {
  group,
  syntax: '<length-percentage>',
  initial: ZERO,
  parse: lengthPercentage({ negative: false }),
});
logicalSides('padding', '', padding);
shorthand('padding', { group, syntax: '<‘padding-top’>{1,4}', longhands: all(padding), parse: four(padding) });

// Borders -----------------------------------------------------------------------------------------------------------

/** thin, medium and thick are 1, 3 and 5 px, as in browsers. */
export const borderWidthValue: Parser<Compute<number>> = oneOf(
  literal(
    mapped<number>(
      new Map([
        ['thin', 0.75],
        ['medium', 2.25],
        ['thick', 3.75],
      ]),
    ),
  ),
  pt({ negative: false }),
);
const STYLES = ['none', 'solid', 'dashed', 'dotted', 'double'] as const;
export const borderStyleValue: Parser<Compute<BorderSide['style']>> = literal(
  mapped<BorderSide['style']>(new Map<string, BorderSide['style']>([...STYLES.map((s) => [s, s] as const), ['hidden', 'none']])),
);
export const borderWidth = bySide<number>((side) => `border-${side}-width`, {
  group,
  syntax: 'thin | medium | thick | <length>',
  initial: 2.25,
  parse: borderWidthValue,
});
export const borderStyle = bySide<BorderSide['style']>((side) => `border-${side}-style`, {
  group,
  syntax: 'none | hidden | solid | dashed | dotted | double',
  initial: 'none',
  parse: borderStyleValue,
});
export const borderColor = bySide<ColorValue>((side) => `border-${side}-color`, {
  group,
  syntax: '<color>',
  initial: 'currentcolor',
  parse: literal(color),
});
const inlineWidth = logicalSides('border', 'width', borderWidth);
const inlineStyle = logicalSides('border', 'style', borderStyle);
const inlineColor = logicalSides('border', 'color', borderColor);
shorthand('border-width', { group, syntax: '<‘border-top-width’>{1,4}', longhands: all(borderWidth), parse: four(borderWidth) });
shorthand('border-style', { group, syntax: '<‘border-top-style’>{1,4}', longhands: all(borderStyle), parse: four(borderStyle) });
shorthand('border-color', { group, syntax: '<color>{1,4}', longhands: all(borderColor), parse: four(borderColor) });

interface Line {
  readonly width?: Compute<number>;
  readonly style?: Compute<BorderSide['style']>;
  readonly color?: Compute<ColorValue>;
}
/** `1pt solid red`, in any order. */
const line: Parser<Line> = (c) => {
  let found: Line = {};
  while (!ended(c)) {
    const w = found.width ? undefined : borderWidthValue(c);
    const s = w || found.style ? undefined : borderStyleValue(c);
    const k = w || s || found.color ? undefined : literal(color)(c);
    if (w) found = { ...found, width: w };
    else if (s) found = { ...found, style: s };
    else if (k) found = { ...found, color: k };
    else break;
  }
  return found.width || found.style || found.color ? found : undefined;
};

type LineProperties = readonly [Property<number>, Property<BorderSide['style']>, Property<ColorValue>];
export function lineShorthand(name: string, to: readonly LineProperties[], under = group): void {
  shorthand(name, {
    group: under,
    syntax: '<line-width> || <line-style> || <color>',
    longhands: to.flat(),
    parse: map(line, (found) =>
      to.flatMap(([w, s, k]) => [
        ...(found.width ? [assign(w, found.width)] : []),
        ...(found.style ? [assign(s, found.style)] : []),
        ...(found.color ? [assign(k, found.color)] : []),
      ]),
    ),
  });
}
const sideLine = (side: Side): LineProperties => [borderWidth[side], borderStyle[side], borderColor[side]];
for (const side of SIDES) lineShorthand(`border-${side}`, [sideLine(side)]);
lineShorthand('border', SIDES.map(sideLine));
lineShorthand('border-inline-start', [[inlineWidth.start, inlineStyle.start, inlineColor.start]]);
lineShorthand('border-inline-end', [[inlineWidth.end, inlineStyle.end, inlineColor.end]]);
lineShorthand('border-inline', [
  [inlineWidth.start, inlineStyle.start, inlineColor.start],
  [inlineWidth.end, inlineStyle.end, inlineColor.end],
]);
lineShorthand('border-block', [sideLine('top'), sideLine('bottom')]);
for (const [name, to] of [
  ['border-block-start', 'border-top'],
  ['border-block-end', 'border-bottom'],
] as const) {
  const of = BY_NAME.get(to);
  if (of) alias(name, of);
}

const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'] as const;
const corner = (at: (typeof CORNERS)[number]): Property<LengthPercentage> =>
  property<LengthPercentage>(`border-${at}-radius`, {
    group,
    syntax: '<length-percentage>',
    initial: ZERO,
    parse: lengthPercentage({ negative: false }),
  });
export const radius = {
  topLeft: corner('top-left'),
  topRight: corner('top-right'),
  bottomRight: corner('bottom-right'),
  bottomLeft: corner('bottom-left'),
};
alias('border-start-start-radius', logical('border-start-start-radius', radius.topLeft, radius.topRight));
alias('border-start-end-radius', logical('border-start-end-radius', radius.topRight, radius.topLeft));
alias('border-end-start-radius', logical('border-end-start-radius', radius.bottomLeft, radius.bottomRight));
alias('border-end-end-radius', logical('border-end-end-radius', radius.bottomRight, radius.bottomLeft));
const corners: BySide<LengthPercentage> = {
  top: radius.topLeft,
  right: radius.topRight,
  bottom: radius.bottomRight,
  left: radius.bottomLeft,
};
shorthand('border-radius', {
  group,
  syntax: '<length-percentage>{1,4}',
  longhands: all(corners),
  parse: four(corners),
  note: 'Corners are circular: no `/`.',
});

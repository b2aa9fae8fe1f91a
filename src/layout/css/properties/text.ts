import type { ComputedStyle, LengthPercentage } from '../../types.ts';
import { type ColorValue, color } from '../values/color.ts';
import {
  anyIdent,
  anyString,
  commaList,
  ended,
  keywords,
  many,
  map,
  mapped,
  oneOf,
  operator,
  type Parser,
} from '../values/cursor.ts';
import { atLeast, evaluate, length, number, resolvePercent, type Term } from '../values/length.ts';
import { fontFeatureSettings, fontKerning, fontVariationSettings, VARIANTS } from './font-features.ts';
import { lengthPercentage, literal, pt, words, ZERO } from './lengths.ts';
import { type Assignment, alias, assign, type Compute, constant, type Property, property, shorthand } from './registry.ts';

export * from './font-features.ts';

const group = 'Text';
const inherited = true;
type Style<K extends keyof ComputedStyle> = ComputedStyle[K];

function choice<K extends string>(name: string, initial: NoInfer<K>, values: readonly K[], isInherited = true): Property<K> {
  return property<K>(name, { group, syntax: values.join(' | '), inherited: isInherited, initial, parse: words(...values) });
}

export const direction = choice('direction', 'ltr', ['ltr', 'rtl']);
export const unicodeBidi = choice(
  'unicode-bidi',
  'normal',
  ['normal', 'embed', 'isolate', 'bidi-override', 'isolate-override', 'plaintext'],
  false,
);
export const textTransform = choice('text-transform', 'none', ['none', 'uppercase', 'lowercase', 'capitalize']);
export const whiteSpace = choice('white-space', 'normal', ['normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line']);
export const textWrap = property<Style<'textWrap'>>('text-wrap', {
  group,
  syntax: 'wrap | nowrap | balance | pretty',
  inherited,
  initial: 'wrap',
  parse: words('wrap', 'nowrap', 'balance', 'pretty'),
});
alias('text-wrap-style', textWrap);
export const overflowWrap = choice('overflow-wrap', 'normal', ['normal', 'break-word', 'anywhere']);
alias('word-wrap', overflowWrap);
export const hyphens = choice('hyphens', 'manual', ['none', 'manual', 'auto']);

/** `-internal-center` is the centring of <th>: it yields to an alignment that the table sets (HTML, 15.3.8). */
export const textAlign: Property<Style<'textAlign'>> = property<Style<'textAlign'>>('text-align', {
  group,
  syntax: 'start | end | left | right | center | justify',
  inherited,
  initial: 'start',
  parse: oneOf<Compute<Style<'textAlign'>>>(
    words('start', 'end', 'left', 'right', 'center', 'justify'),
    map(keywords('-internal-center'), () => (context): Style<'textAlign'> => {
      const above = context.parent(textAlign);
      return above === 'start' ? 'center' : above;
    }),
  ),
});
export const textIndent = property<LengthPercentage>('text-indent', {
  group,
  syntax: '<length-percentage>',
  inherited,
  initial: ZERO,
  parse: lengthPercentage(),
});
const spacing = (name: string): Property<number> =>
  property<number>(name, {
    group,
    syntax: 'normal | <length>',
    inherited,
    initial: 0,
    parse: oneOf<Compute<number>>(literal(map(keywords('normal'), () => 0)), pt()),
  });
export const letterSpacing = spacing('letter-spacing');
export const wordSpacing = spacing('word-spacing');

export const verticalAlign = property<Style<'verticalAlign'>>('vertical-align', {
  group,
  syntax: 'baseline | top | middle | bottom | sub | super | text-top | text-bottom | <length-percentage>',
  initial: 'baseline',
  parse: oneOf<Compute<Style<'verticalAlign'>>>(
    words('baseline', 'top', 'middle', 'bottom', 'sub', 'super', 'text-top', 'text-bottom'),
    lengthPercentage(),
  ),
});

// Decoration --------------------------------------------------------------------------------------------------------

export interface DecorationLine {
  readonly underline: boolean;
  readonly lineThrough: boolean;
}
const NO_LINE: DecorationLine = { underline: false, lineThrough: false };
const decorationLine: Parser<DecorationLine> = oneOf<DecorationLine>(
  map(keywords('none'), () => NO_LINE),
  map(many(keywords('underline', 'line-through'), 2), (found) => ({
    underline: found.includes('underline'),
    lineThrough: found.includes('line-through'),
  })),
);
export const textDecorationLine = property<DecorationLine>('text-decoration-line', {
  group,
  syntax: 'none | underline || line-through',
  initial: NO_LINE,
  parse: literal(decorationLine),
  note: 'Lines of an element run under all text in it, inline-blocks excepted.',
});
export const textDecorationColor = property<ColorValue>('text-decoration-color', {
  group,
  syntax: '<color>',
  initial: 'currentcolor',
  parse: literal(color),
});
shorthand('text-decoration', {
  group,
  syntax: '<‘text-decoration-line’> || solid || <color>',
  longhands: [textDecorationLine, textDecorationColor],
  parse: (c) => {
    const found: Assignment[] = [];
    const start = c.at;
    while (!ended(c)) {
      const lines = found.some((a) => a.property === textDecorationLine) ? undefined : decorationLine(c);
      if (lines) {
        found.push(assign(textDecorationLine, constant(lines)));
        continue;
      }
      if (keywords('solid')(c)) continue;
      const tint = found.some((a) => a.property === textDecorationColor) ? undefined : color(c);
      if (!tint) break;
      found.push(assign(textDecorationColor, constant(tint)));
    }
    return c.at > start ? found : undefined;
  },
});

// Fonts -------------------------------------------------------------------------------------------------------------

const familyName: Parser<string> = (c) => anyString(c) ?? map(many(anyIdent), (parts) => parts.join(' '))(c);
export const fontFamily = property<readonly string[]>('font-family', {
  group: 'Fonts',
  syntax: '[ <string> | <custom-ident>+ ]#',
  inherited,
  initial: ['serif'],
  parse: literal(commaList(familyName)),
  note: 'Only families that an @font-face of the set declares.',
});

/** Keyword sizes in pt, at a medium of 16 px (CSS Fonts 4, 2.5). */
const SIZES = new Map<string, number>([
  ['xx-small', 6.75],
  ['x-small', 7.5],
  ['small', 9.75],
  ['medium', 12],
  ['large', 13.5],
  ['x-large', 18],
  ['xx-large', 24],
  ['xxx-large', 36],
]);
const fontSizeTerm = (term: Term): Compute<number> => {
  if (term.kind === 'absolute') return constant(term.value);
  return (context) => Math.max(0, evaluate(resolvePercent(term, context.em), context).pt);
};
export const fontSize = property<number>('font-size', {
  group: 'Fonts',
  syntax: '<length-percentage> | xx-small … xxx-large | smaller | larger',
  inherited,
  initial: 12,
  parse: oneOf<Compute<number>>(
    literal(mapped(SIZES)),
    mapped<Compute<number>>(
      new Map<string, Compute<number>>([
        ['smaller', (context) => context.em / 1.2],
        ['larger', (context) => context.em * 1.2],
      ]),
    ),
    map(length({ percent: true, percentKnown: true, negative: false }), fontSizeTerm),
  ),
});

/** CSS Fonts 4, 2.2.1: what bolder and lighter come to. */
const bolder = (weight: number): number => (weight < 350 ? 400 : weight < 550 ? 700 : Math.max(weight, 900));
const lighter = (weight: number): number => (weight < 100 ? weight : weight < 550 ? 100 : weight < 750 ? 400 : 700);
export const fontWeight: Property<number> = property<number>('font-weight', {
  group: 'Fonts',
  syntax: 'normal | bold | bolder | lighter | <number [1,1000]>',
  inherited,
  initial: 400,
  parse: oneOf<Compute<number>>(
    mapped<Compute<number>>(
      new Map<string, Compute<number>>([
        ['normal', constant(400)],
        ['bold', constant(700)],
        ['bolder', (context) => bolder(context.parent(fontWeight))],
        ['lighter', (context) => lighter(context.parent(fontWeight))],
      ]),
    ),
    (c) => {
      const start = c.at;
      const value = atLeast(1, number)(c);
      if (value === undefined) return undefined;
      if (value <= 1000) return constant(value);
      c.at = start;
      return undefined;
    },
  ),
});
export const fontStyle = property<'normal' | 'italic'>('font-style', {
  group: 'Fonts',
  syntax: 'normal | italic | oblique',
  inherited,
  initial: 'normal',
  parse: literal(
    mapped<'normal' | 'italic'>(
      new Map([
        ['normal', 'normal'],
        ['italic', 'italic'],
        ['oblique', 'italic'],
      ]),
    ),
  ),
});

type LineHeight = ComputedStyle['lineHeight'];
const NORMAL_LINE: LineHeight = Object.freeze({ kind: 'normal' });
export const lineHeight = property<LineHeight>('line-height', {
  group: 'Fonts',
  syntax: 'normal | <number [0,∞]> | <length-percentage [0,∞]>',
  inherited,
  initial: NORMAL_LINE,
  parse: oneOf<Compute<LineHeight>>(
    literal(map(keywords('normal'), () => NORMAL_LINE)),
    literal(map(atLeast(0, number), (factor): LineHeight => Object.freeze({ kind: 'factor', factor }))),
    map(
      length({ percent: true, percentKnown: true, negative: false }),
      (term): Compute<LineHeight> =>
        (context) => ({ kind: 'length', pt: evaluate(resolvePercent(term, context.em), context).pt }),
    ),
  ),
});

shorthand('font', {
  group: 'Fonts',
  syntax: '[ <‘font-style’> || small-caps || <‘font-weight’> ]? <‘font-size’> [ / <‘line-height’> ]? <‘font-family’>',
  longhands: [
    fontStyle,
    fontWeight,
    fontSize,
    lineHeight,
    fontFamily,
    fontKerning,
    fontFeatureSettings,
    fontVariationSettings,
    ...VARIANTS,
  ],
  parse: (c) => {
    const found: Assignment[] = [];
    const has = (p: Property): boolean => found.some((a) => a.property === p);
    const caps = VARIANTS[0];
    for (let i = 0; i < 4; i++) {
      if (keywords('normal')(c)) continue;
      const style = has(fontStyle) ? undefined : fontStyle.parse(c);
      const weight = style || has(fontWeight) ? undefined : fontWeight.parse(c);
      if (style) found.push(assign(fontStyle, style));
      else if (weight) found.push(assign(fontWeight, weight));
      else if (caps && !has(caps) && keywords('small-caps')(c)) found.push(assign(caps, constant(['smcp'])));
      else break;
    }
    const size = fontSize.parse(c);
    if (!size) return undefined;
    const leading = operator(c, '/') ? lineHeight.parse(c) : undefined;
    const family = fontFamily.parse(c);
    if (!family) return undefined;
    return [...found, assign(fontSize, size), ...(leading ? [assign(lineHeight, leading)] : []), assign(fontFamily, family)];
  },
});

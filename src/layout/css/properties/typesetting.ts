import { type HyphenLimits, USUAL_LIMITS } from '../../../core/text/index.ts';
import type { BorderSide, Columns, FineSetting, HangingPunctuation } from '../../types.ts';
import { type ColorValue, color } from '../values/color.ts';
import { anyIdent, ended, keywords, map, mapped, oneOf } from '../values/cursor.ts';
import { atLeast, integer } from '../values/length.ts';
import { borderStyleValue, borderWidthValue, lineShorthand } from './box.ts';
import { literal, pt, words } from './lengths.ts';
import { type Assignment, assign, type Compute, property, shorthand } from './registry.ts';

// Text --------------------------------------------------------------------------------------------------------------

const inText = { group: 'Text', inherited: true } as const;

const count = oneOf<'auto' | number>(keywords('auto'), atLeast(1, integer));
export const hyphenateLimitChars = property<HyphenLimits | null>('hyphenate-limit-chars', {
  ...inText,
  syntax: '[ auto | <integer> ]{1,3}',
  initial: null,
  parse: literal((c) => {
    const word = count(c);
    if (word === undefined) return undefined;
    const before = ended(c) ? undefined : count(c);
    const after = ended(c) ? undefined : count(c);
    // One number alone leaves the others; a missing last one is as the second (CSS Text 4, 6.3.3).
    const or = (value: number | 'auto' | undefined, usual: number): number => (typeof value === 'number' ? value : usual);
    return {
      word: or(word, USUAL_LIMITS.word),
      before: or(before, USUAL_LIMITS.before),
      after: or(after ?? before, USUAL_LIMITS.after),
    };
  }),
  note: 'auto: 6, 2 and 3 letters.',
});
export const hyphenateLimitLines = property<number>('hyphenate-limit-lines', {
  ...inText,
  syntax: 'no-limit | <integer>',
  initial: Number.POSITIVE_INFINITY,
  parse: literal(
    oneOf<number>(
      map(keywords('no-limit'), () => Number.POSITIVE_INFINITY),
      atLeast(0, integer),
    ),
  ),
  note: 'With `text-wrap: pretty` at most two in any case.',
});

const NO_HANGING: HangingPunctuation = Object.freeze({ first: false, last: false, end: 'none' });
export const hangingPunctuation = property<HangingPunctuation>('hanging-punctuation', {
  ...inText,
  syntax: 'none | [ first || [ force-end | allow-end ] || last ]',
  initial: NO_HANGING,
  parse: literal((c) => {
    if (keywords('none')(c)) return NO_HANGING;
    let found: Partial<HangingPunctuation> = {};
    while (!ended(c)) {
      const next = keywords('first', 'last', 'allow-end', 'force-end')(c);
      if (next === 'first' && !found.first) found = { ...found, first: true };
      else if (next === 'last' && !found.last) found = { ...found, last: true };
      else if (next === 'allow-end' && !found.end) found = { ...found, end: 'allow' };
      else if (next === 'force-end' && !found.end) found = { ...found, end: 'force' };
      else return undefined;
    }
    return Object.keys(found).length > 0 ? { ...NO_HANGING, ...found } : undefined;
  }),
});
export const opticalMargins = property<boolean>('-kit-optical-margins', {
  ...inText,
  syntax: 'none | auto',
  initial: false,
  parse: literal(
    mapped(
      new Map([
        ['none', false],
        ['auto', true],
      ]),
    ),
  ),
  note: 'Ours. Stops, commas, quotation marks, hyphens and dashes at the edges of lines stand out by a part of their width.',
});
export const baselineGrid = property<number | null>('-kit-baseline-grid', {
  ...inText,
  syntax: 'none | <length>',
  initial: null,
  parse: (c) => {
    if (keywords('none')(c)) return () => null;
    const size = pt({ negative: false })(c);
    return size && ((context) => size(context) || null);
  },
  note: 'Ours. Lines stand on baselines this far apart, counted from the top of the page, column, cell or flex item.',
});

export const NO_FINE: FineSetting = Object.freeze({
  hyphenLimits: null,
  hyphenLines: Number.POSITIVE_INFINITY,
  hanging: NO_HANGING,
  opticalMargins: false,
  baselineGrid: null,
});

// Columns -----------------------------------------------------------------------------------------------------------

const group = 'Columns';
export const columnCount = property<Columns['count']>('column-count', {
  group,
  syntax: 'auto | <integer [1,∞]>',
  initial: 'auto',
  parse: literal(count),
});
export const columnWidth = property<Columns['width']>('column-width', {
  group,
  syntax: 'auto | <length>',
  initial: 'auto',
  parse: oneOf<Compute<Columns['width']>>(words('auto'), pt({ negative: false })),
});
shorthand('columns', {
  group,
  syntax: '<‘column-width’> || <‘column-count’>',
  longhands: [columnWidth, columnCount],
  parse: (c) => {
    const found: Assignment[] = [];
    const has = (p: Assignment['property']): boolean => found.some((a) => a.property === p);
    let autos = 0;
    while (!ended(c) && found.length + autos < 2) {
      if (keywords('auto')(c)) {
        autos++;
        continue;
      }
      const number = has(columnCount) ? undefined : columnCount.parse(c);
      const size = number || has(columnWidth) ? undefined : columnWidth.parse(c);
      if (number) found.push(assign(columnCount, number));
      else if (size) found.push(assign(columnWidth, size));
      else break;
    }
    return found.length + autos > 0 ? found : undefined;
  },
});
export const columnFill = property<Columns['fill']>('column-fill', {
  group,
  syntax: 'balance | auto',
  initial: 'balance',
  parse: words('balance', 'auto'),
});
export const columnSpan = property<boolean>('column-span', {
  group,
  syntax: 'none | all',
  initial: false,
  parse: literal(
    mapped(
      new Map([
        ['none', false],
        ['all', true],
      ]),
    ),
  ),
  note: 'On children of the multi-column element.',
});
export const columnRuleWidth = property<number>('column-rule-width', {
  group,
  syntax: 'thin | medium | thick | <length>',
  initial: 2.25,
  parse: borderWidthValue,
});
export const columnRuleStyle = property<BorderSide['style']>('column-rule-style', {
  group,
  syntax: 'none | hidden | solid | dashed | dotted | double',
  initial: 'none',
  parse: borderStyleValue,
});
export const columnRuleColor = property<ColorValue>('column-rule-color', {
  group,
  syntax: '<color>',
  initial: 'currentcolor',
  parse: literal(color),
});
lineShorthand('column-rule', [[columnRuleWidth, columnRuleStyle, columnRuleColor]], group);

// Fitted text -------------------------------------------------------------------------------------------------------

export const fitGroup = property<string | null>('-kit-fit-group', {
  group: 'Pages',
  syntax: 'none | <custom-ident>',
  initial: null,
  parse: literal(
    oneOf<string | null>(
      map(keywords('none'), () => null),
      anyIdent,
    ),
  ),
  note: 'Ours. Fitted texts of one name, on all pages of the piece, are set in one size: the smallest that any of them needs.',
});

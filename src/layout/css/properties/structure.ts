import type { BreakValue, ComputedStyle } from '../../types.ts';
import {
  anyIdent,
  anyString,
  ended,
  inFunction,
  keywords,
  many,
  map,
  mapped,
  oneOf,
  operator,
  type Parser,
  peek,
} from '../values/cursor.ts';
import { atLeast, integer } from '../values/length.ts';
import { literal, pt, words } from './lengths.ts';
import { type Assignment, alias, assign, constant, property, shorthand } from './registry.ts';

// Lists -------------------------------------------------------------------------------------------------------------

type ListType = ComputedStyle['listStyleType'];
const LIST_TYPES = [
  'none',
  'disc',
  'circle',
  'square',
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
] as const;
const listKeywords: Parser<ListType> = mapped<ListType>(
  new Map<string, ListType>([
    ...LIST_TYPES.map((k) => [k, k] as const),
    ['lower-latin', 'lower-alpha'],
    ['upper-latin', 'upper-alpha'],
  ]),
);
const listString: Parser<ListType> = map(anyString, (text): ListType => ({ text }));
export const listStyleType = property<ListType>('list-style-type', {
  group: 'Lists',
  syntax: `${LIST_TYPES.join(' | ')} | lower-latin | upper-latin | <string>`,
  inherited: true,
  initial: 'disc',
  parse: literal(oneOf<ListType>(listKeywords, listString)),
});
export const listStylePosition = property<'outside' | 'inside'>('list-style-position', {
  group: 'Lists',
  syntax: 'outside | inside',
  inherited: true,
  initial: 'outside',
  parse: words('outside', 'inside'),
});
shorthand('list-style', {
  group: 'Lists',
  syntax: '<‘list-style-position’> || <‘list-style-type’>',
  longhands: [listStyleType, listStylePosition],
  parse: (c) => {
    const found: Assignment[] = [];
    while (!ended(c) && found.length < 2) {
      const place = found.some((a) => a.property === listStylePosition) ? undefined : listStylePosition.parse(c);
      const type = place || found.some((a) => a.property === listStyleType) ? undefined : listStyleType.parse(c);
      if (place) found.push(assign(listStylePosition, place));
      else if (type) found.push(assign(listStyleType, type));
      else break;
    }
    return found.length > 0 ? found : undefined;
  },
});

// Tables ------------------------------------------------------------------------------------------------------------

export const borderCollapse = property<'separate' | 'collapse'>('border-collapse', {
  group: 'Tables',
  syntax: 'separate | collapse',
  inherited: true,
  initial: 'separate',
  parse: words('separate', 'collapse'),
});
export const borderSpacing = property<{ x: number; y: number }>('border-spacing', {
  group: 'Tables',
  syntax: '<length>{1,2}',
  inherited: true,
  initial: { x: 0, y: 0 },
  parse: (c) => {
    const [x, y = x] = many(pt({ negative: false }), 2)(c) ?? [];
    return x && y && ((context) => ({ x: x(context), y: y(context) }));
  },
});
export const tableLayout = property<'auto' | 'fixed'>('table-layout', {
  group: 'Tables',
  syntax: 'auto | fixed',
  initial: 'auto',
  parse: words('auto', 'fixed'),
});
export const captionSide = property<'top' | 'bottom'>('caption-side', {
  group: 'Tables',
  syntax: 'top | bottom',
  inherited: true,
  initial: 'top',
  parse: words('top', 'bottom'),
});

// Pages -------------------------------------------------------------------------------------------------------------

const breakValue: Parser<BreakValue> = mapped<BreakValue>(
  new Map<string, BreakValue>([
    ['auto', 'auto'],
    ['avoid', 'avoid'],
    ['avoid-page', 'avoid-page'],
    ['avoid-column', 'avoid-column'],
    ['column', 'column'],
    ['page', 'page'],
    ['always', 'page'],
    ['left', 'left'],
    ['right', 'right'],
  ]),
);
const breakAt = (name: string) =>
  property<BreakValue>(name, {
    group: 'Pages',
    syntax: 'auto | avoid | avoid-page | avoid-column | page | left | right | column',
    initial: 'auto',
    parse: literal(breakValue),
  });
export const breakBefore = breakAt('break-before');
export const breakAfter = breakAt('break-after');
const INSIDE = ['auto', 'avoid', 'avoid-page', 'avoid-column'] as const;
export const breakInside = property<(typeof INSIDE)[number]>('break-inside', {
  group: 'Pages',
  syntax: INSIDE.join(' | '),
  initial: 'auto',
  parse: words(...INSIDE),
});
alias('page-break-before', breakBefore);
alias('page-break-after', breakAfter);
alias('page-break-inside', breakInside);
const lines = (name: string) =>
  property<number>(name, {
    group: 'Pages',
    syntax: '<integer [1,∞]>',
    inherited: true,
    initial: 2,
    parse: literal(atLeast(1, integer)),
  });
export const orphans = lines('orphans');
export const widows = lines('widows');

type Fit = ComputedStyle['fit'];
export const fit = property<Fit>('-kit-fit', {
  group: 'Pages',
  syntax: 'none | <length>{1,2}',
  initial: null,
  parse: (c) => {
    if (keywords('none')(c)) return constant<Fit>(null);
    const size = pt({ negative: false });
    const start = c.at;
    const min = size(c);
    if (!min) {
      c.at = start;
      return undefined;
    }
    const max = (ended(c) ? undefined : size(c)) ?? min;
    return (context): Fit => {
      const [a, b] = [min(context), max(context)];
      return { min: Math.min(a, b), max: Math.max(a, b) };
    };
  },
  note: 'Ours. The text of the element is set as large as its box allows, between the two sizes; one size alone is fixed.',
});

// Generated content -------------------------------------------------------------------------------------------------

const generated = 'Generated content';

/** What `content` lists: resolved per element, when counters and attributes are known. */
export type ContentItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: string }
  | { readonly kind: 'counters'; readonly name: string; readonly between: string; readonly style: string }
  | { readonly kind: 'attr'; readonly name: string }
  | { readonly kind: 'quote'; readonly open: boolean; readonly silent: boolean };
export type Content = 'normal' | 'none' | readonly ContentItem[];

export const COUNTER_STYLES = [
  'decimal',
  'decimal-leading-zero',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'lower-roman',
  'upper-roman',
  'disc',
  'circle',
  'square',
  'none',
] as const;
const counterStyle: Parser<string> = keywords<string>(...COUNTER_STYLES);

const contentItem: Parser<ContentItem> = (c) => {
  const text = anyString(c);
  if (text !== undefined) return { kind: 'text', text };
  const quote = keywords('open-quote', 'close-quote', 'no-open-quote', 'no-close-quote')(c);
  if (quote) return { kind: 'quote', open: quote.endsWith('open-quote'), silent: quote.startsWith('no-') };
  const node = peek(c);
  if (node?.type !== 'Function') return undefined;
  return (
    inFunction<ContentItem>(c, ['counter'], (inner) => {
      const name = anyIdent(inner);
      const style = operator(inner, ',') ? counterStyle(inner) : 'decimal';
      return name && style ? { kind: 'counter', name, style } : undefined;
    }) ??
    inFunction<ContentItem>(c, ['counters'], (inner) => {
      const name = anyIdent(inner);
      const between = operator(inner, ',') ? anyString(inner) : undefined;
      const style = operator(inner, ',') ? counterStyle(inner) : 'decimal';
      return name && between !== undefined && style ? { kind: 'counters', name, between, style } : undefined;
    }) ??
    inFunction<ContentItem>(c, ['attr'], (inner) => {
      const name = anyIdent(inner);
      return name ? { kind: 'attr', name: name.toLowerCase() } : undefined;
    })
  );
};
export const content = property<Content>('content', {
  group: generated,
  syntax:
    'normal | none | [ <string> | counter() | counters() | attr() | open-quote | close-quote | no-open-quote | no-close-quote ]+',
  initial: 'normal',
  parse: literal(oneOf<Content>(keywords('normal', 'none'), many(contentItem))),
  note: 'On ::before, ::after and the margin boxes of @page; in margin boxes strings and counter() only.',
});

export type Counters = readonly { readonly name: string; readonly value: number }[];
const counterList = (start: number): Parser<Counters> =>
  oneOf<Counters>(
    map(keywords('none'), () => []),
    many((c) => {
      const name = anyIdent(c);
      if (name === undefined) return undefined;
      const node = peek(c);
      return { name, value: node?.type === 'Number' ? (integer(c) ?? start) : start };
    }),
  );
const counter = (name: string, start: number) =>
  property<Counters>(name, {
    group: generated,
    syntax: 'none | [ <custom-ident> <integer>? ]+',
    initial: [],
    parse: literal(counterList(start)),
  });
export const counterReset = counter('counter-reset', 0);
export const counterIncrement = counter('counter-increment', 1);
export const counterSet = counter('counter-set', 0);

export type Quotes = 'auto' | 'none' | readonly (readonly [string, string])[];
export const quotes = property<Quotes>('quotes', {
  group: generated,
  syntax: 'auto | none | [ <string> <string> ]+',
  inherited: true,
  initial: 'auto',
  parse: literal(
    oneOf<Quotes>(
      keywords('auto', 'none'),
      many((c) => {
        const open = anyString(c);
        const close = anyString(c);
        return open === undefined || close === undefined ? undefined : ([open, close] as const);
      }),
    ),
  ),
});

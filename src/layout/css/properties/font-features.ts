import { anyString, commaList, ended, keywords, map, mapped, oneOf, type Parser, peek } from '../values/cursor.ts';
import { atLeast, integer, number } from '../values/length.ts';
import { literal } from './lengths.ts';
import { type Assignment, assign, type Property, property, shorthand } from './registry.ts';

const group = 'OpenType features';
const inherited = true;
type FeatureList = readonly string[];

/** A `font-variant-*` property: keywords that switch features, at most one of each line. */
function variant(name: string, lines: readonly Readonly<Record<string, FeatureList>>[]): Property<FeatureList> {
  const parse: Parser<FeatureList> = (c) => {
    if (keywords('normal')(c)) return [];
    const left = lines.map((line) => mapped(new Map(Object.entries(line))));
    const features: string[] = [];
    const start = c.at;
    while (!ended(c)) {
      const at = left.findIndex((one) => {
        const found = one(c);
        if (found) features.push(...found);
        return found !== undefined;
      });
      if (at === -1) break;
      left.splice(at, 1);
    }
    return c.at > start ? features : undefined;
  };
  return property<FeatureList>(name, {
    group,
    syntax: `normal | ${lines.map((line) => (lines.length > 1 ? `[ ${Object.keys(line).join(' | ')} ]` : Object.keys(line).join(' | '))).join(' || ')}`,
    inherited,
    initial: [],
    parse: literal(parse),
  });
}
export const VARIANTS: readonly Property<FeatureList>[] = [
  variant('font-variant-caps', [
    {
      'small-caps': ['smcp'],
      'all-small-caps': ['c2sc', 'smcp'],
      'petite-caps': ['pcap'],
      'all-petite-caps': ['c2pc', 'pcap'],
      unicase: ['unic'],
      'titling-caps': ['titl'],
    },
  ]),
  variant('font-variant-numeric', [
    { 'lining-nums': ['lnum'], 'oldstyle-nums': ['onum'] },
    { 'proportional-nums': ['pnum'], 'tabular-nums': ['tnum'] },
    { 'diagonal-fractions': ['frac'], 'stacked-fractions': ['afrc'] },
    { ordinal: ['ordn'] },
    { 'slashed-zero': ['zero'] },
  ]),
  variant('font-variant-ligatures', [
    { none: ['-calt', '-clig', '-dlig', '-hlig', '-liga'] },
    { 'common-ligatures': ['clig', 'liga'], 'no-common-ligatures': ['-clig', '-liga'] },
    { 'discretionary-ligatures': ['dlig'], 'no-discretionary-ligatures': ['-dlig'] },
    { 'historical-ligatures': ['hlig'], 'no-historical-ligatures': ['-hlig'] },
    { contextual: ['calt'], 'no-contextual': ['-calt'] },
  ]),
  variant('font-variant-position', [{ sub: ['subs'], super: ['sups'] }]),
  variant('font-variant-alternates', [{ 'historical-forms': ['hist'] }]),
];
shorthand('font-variant', {
  group,
  syntax: 'normal | [ the values of the font-variant-* properties ]',
  longhands: VARIANTS,
  parse: (c) => {
    if (keywords('normal')(c)) return [];
    const found: Assignment[] = [];
    while (!ended(c)) {
      const next = VARIANTS.find((one) => {
        if (found.some((a) => a.property === one)) return false;
        const value = one.parse(c);
        if (value) found.push(assign(one, value));
        return value !== undefined;
      });
      if (!next) break;
    }
    return found.length > 0 ? found : undefined;
  },
});
export const fontKerning = property<FeatureList>('font-kerning', {
  group,
  syntax: 'auto | normal | none',
  inherited,
  initial: [],
  parse: literal(
    mapped<FeatureList>(
      new Map([
        ['auto', []],
        ['normal', ['kern']],
        ['none', ['-kern']],
      ]),
    ),
  ),
});
const feature: Parser<string> = (c) => {
  const start = c.at;
  const tag = anyString(c);
  if (tag === undefined || !/^[\x20-\x7e]{4}$/.test(tag)) {
    c.at = start;
    return undefined;
  }
  const node = peek(c);
  const value =
    mapped(
      new Map([
        ['on', 1],
        ['off', 0],
      ]),
    )(c) ?? (node?.type === 'Number' ? atLeast(0, integer)(c) : 1);
  return value === undefined ? undefined : value === 1 ? tag : value === 0 ? `-${tag}` : `${tag}=${value}`;
};
export const fontFeatureSettings = property<FeatureList>('font-feature-settings', {
  group,
  syntax: 'normal | [ <string> [ <integer [0,∞]> | on | off ]? ]#',
  inherited,
  initial: [],
  parse: literal(
    oneOf<FeatureList>(
      map(keywords('normal'), () => []),
      commaList(feature),
    ),
  ),
});

const variation: Parser<string> = (c) => {
  const start = c.at;
  const tag = anyString(c);
  const value = tag !== undefined && /^[\x20-\x7e]{4}$/.test(tag) ? number(c) : undefined;
  if (value === undefined) c.at = start;
  return value === undefined ? undefined : `${tag}=${value}`;
};
/** Axes of variable fonts; the last of a name counts (CSS Fonts 4, 8.2). */
export const fontVariationSettings = property<FeatureList>('font-variation-settings', {
  group,
  syntax: 'normal | [ <string> <number> ]#',
  inherited,
  initial: [],
  parse: literal(
    oneOf<FeatureList>(
      map(keywords('normal'), () => []),
      map(commaList(variation), (list) => [...new Map(list.map((each) => [each.slice(0, 4), each])).values()].sort()),
    ),
  ),
});

import type { Size } from '../../core/geometry.ts';
import type { Complain } from './declarations.ts';
import { didYouMean } from './nearest.ts';
import type { Node } from './values/cursor.ts';
import { ABSOLUTE } from './values/length.ts';

/** What media queries ask about: the page box and the ink. */
export interface MediaEnvironment {
  readonly page: Size;
  readonly monochrome: boolean;
}

export type MediaTest = (environment: MediaEnvironment) => boolean;

/** Number features and how to get them. Lengths in pt. */
const RANGES: Readonly<Record<string, (e: MediaEnvironment) => number>> = {
  width: (e) => e.page.width,
  height: (e) => e.page.height,
  'aspect-ratio': (e) => e.page.width / e.page.height,
  monochrome: (e) => (e.monochrome ? 8 : 0),
  color: (e) => (e.monochrome ? 0 : 8),
};
export const MEDIA_FEATURES: readonly string[] = [...Object.keys(RANGES), 'orientation'];
const ALL = [...MEDIA_FEATURES, ...Object.keys(RANGES).flatMap((name) => [`min-${name}`, `max-${name}`])];

/** em and rem are the initial font size in media queries (Media Queries 4, 1.3). */
const UNITS: Readonly<Record<string, number>> = { ...ABSOLUTE, em: 12, rem: 12 };
const OPERATORS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b - SLACK,
  '<=': (a, b) => a <= b + SLACK,
  '>': (a, b) => a > b + SLACK,
  '>=': (a, b) => a >= b - SLACK,
  '=': (a, b) => Math.abs(a - b) <= SLACK,
};
/** Millimetres and points do not meet exactly: a thousandth of a point is equal. */
const SLACK = 0.001;

/** A media query list; undefined after a complaint (the rule then never applies). */
export function compileMedia(node: Node, complain: Complain): MediaTest | undefined {
  if (node.type !== 'MediaQueryList') return refuse(node, 'This media query cannot be read.', true);
  const tests: MediaTest[] = [];
  for (const query of node.children) {
    const test = compileQuery(query);
    if (!test) return undefined;
    tests.push(test);
  }
  return (e) => tests.some((test) => test(e));

  function refuse(at: Node, message: string, syntax = false, hint?: string): undefined {
    const start = at.loc?.start.offset ?? node.loc?.start.offset ?? 0;
    const end = at.loc?.end.offset ?? start;
    complain(syntax ? 'error' : 'warning', syntax ? 'css-syntax' : 'css-unsupported', message, start, end, hint);
    return undefined;
  }

  function compileQuery(query: Node): MediaTest | undefined {
    if (query.type !== 'MediaQuery') return refuse(query, 'This media query cannot be read.', true);
    const { modifier, mediaType, condition } = query;
    const type = mediaType?.toLowerCase() ?? 'all';
    if (!['all', 'print', 'screen'].includes(type))
      return refuse(query, `The media type “${type}” is not supported.`, false, 'Write all, print or screen.');
    const right = type !== 'screen';
    const test = condition ? compileCondition(condition) : () => true;
    if (!test) return undefined;
    return modifier?.toLowerCase() === 'not' ? (e) => !(right && test(e)) : (e) => right && test(e);
  }

  function compileCondition(condition: Node): MediaTest | undefined {
    if (condition.type === 'Feature') return compileFeature(condition);
    if (condition.type === 'FeatureRange') return compileRange(condition);
    if (condition.type !== 'Condition') return refuse(condition, 'This condition is not supported.');
    const tests: MediaTest[] = [];
    let either = false;
    let negate = false;
    for (const part of condition.children) {
      if (part.type === 'Identifier') {
        const word = part.name.toLowerCase();
        if (!['and', 'or', 'not'].includes(word)) return refuse(part, `“${part.name}” does not belong into a media query.`, true);
        if (word === 'or') either = true;
        if (word === 'not') negate = true;
        continue;
      }
      const test = compileCondition(part);
      if (!test) return undefined;
      const negated = negate;
      tests.push(negated ? (e) => !test(e) : test);
      negate = false;
    }
    return either ? (e) => tests.some((test) => test(e)) : (e) => tests.every((test) => test(e));
  }

  function compileFeature(feature: Node & { type: 'Feature' }): MediaTest | undefined {
    const name = feature.name.toLowerCase();
    if (name === 'orientation') {
      const value = feature.value?.type === 'Identifier' ? feature.value.name.toLowerCase() : undefined;
      if (!feature.value) return () => true;
      if (value !== 'portrait' && value !== 'landscape')
        return refuse(feature.value, 'orientation is portrait or landscape.', true);
      return (e) => e.page.height >= e.page.width === (value === 'portrait');
    }
    const bound = name.startsWith('min-') ? '>=' : name.startsWith('max-') ? '<=' : '=';
    const get = RANGES[name.replace(/^(min|max)-/, '')];
    if (!get) return unknown(feature, name);
    if (!feature.value) return bound === '=' ? (e) => get(e) !== 0 : refuse(feature, `“${name}” needs a value.`, true);
    const wanted = value(feature.value);
    if (wanted === undefined) return undefined;
    const compare = OPERATORS[bound];
    return compare && ((e) => compare(get(e), wanted));
  }

  function compileRange(range: Node & { type: 'FeatureRange' }): MediaTest | undefined {
    const tests: MediaTest[] = [];
    for (const [left, sign, right] of [
      [range.left, range.leftComparison, range.middle],
      [range.middle, range.rightComparison, range.right],
    ] as const) {
      if (!sign || !right) continue;
      const compare = OPERATORS[sign];
      const a = operand(left);
      const b = operand(right);
      if (!compare || !a || !b) return undefined;
      tests.push((e) => compare(a(e), b(e)));
    }
    return (e) => tests.every((test) => test(e));
  }

  function operand(node: Node): ((e: MediaEnvironment) => number) | undefined {
    if (node.type === 'Identifier') return RANGES[node.name.toLowerCase()] ?? unknown(node, node.name.toLowerCase());
    const found = value(node);
    return found === undefined ? undefined : () => found;
  }

  function unknown(at: Node, name: string): undefined {
    return refuse(
      at,
      `The media feature “${name}” is not supported.`,
      false,
      didYouMean(name, ALL) ?? `Known are: ${MEDIA_FEATURES.join(', ')}.`,
    );
  }

  function value(node: Node): number | undefined {
    if (node.type === 'Number') return Number(node.value);
    if (node.type === 'Ratio') {
      const part = (side: unknown): number =>
        typeof side === 'object' && side && 'value' in side ? Number(side.value) : Number(side ?? 1);
      return part(node.left) / part(node.right);
    }
    const factor = node.type === 'Dimension' ? UNITS[node.unit.toLowerCase()] : undefined;
    if (node.type !== 'Dimension' || factor === undefined)
      return refuse(node, 'A length in mm, cm, in, pt, pc, px, Q or em is needed here.', true);
    return Number(node.value) * factor;
  }
}

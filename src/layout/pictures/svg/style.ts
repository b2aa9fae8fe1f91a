import type { Color } from '../../../core/color.ts';
import { IDENTITY, type Matrix } from '../../../core/geometry.ts';
import { parseSvgColor } from './color.ts';
import { invalid, type SvgRun, unsupported, type Viewport } from './environment.ts';
import { INITIAL_FONT, type SvgFont, setFont } from './font-style.ts';
import { NumberScanner } from './path-data.ts';
import { harmless, isPresentation } from './properties.ts';
import { matches, parseDeclarations } from './stylesheet.ts';
import { parseTransform } from './transform.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';
import { parseLength, parseRatio } from './units.ts';

export type Paint =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'current' }
  | { readonly kind: 'server'; readonly id: string; readonly fallback: Paint; readonly at: SvgAttribute };

/** Something inside the drawing that a property names by `url(#id)`. */
export interface Reference {
  readonly id: string;
  readonly at: SvgAttribute;
}

/** Properties that are inherited. */
export interface SvgStyle {
  readonly color: Color | 'host';
  readonly fill: Paint;
  readonly fillOpacity: number;
  readonly evenOdd: boolean;
  readonly clipEvenOdd: boolean;
  readonly stroke: Paint;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly visible: boolean;
  /** Below which of the two the other lies. */
  readonly strokeFirst: boolean;
  readonly markerStart: Reference | null;
  readonly markerMid: Reference | null;
  readonly markerEnd: Reference | null;
  readonly font: SvgFont;
  readonly custom: ReadonlyMap<string, string>;
}

/** Properties of one element alone. */
export interface OwnStyle {
  readonly opacity: number;
  readonly displayed: boolean;
  readonly overflowVisible: boolean;
  readonly clip: Reference | null;
  readonly mask: Reference | null;
  /** Of a `<mask>`. */
  readonly maskBy: 'luminance' | 'alpha';
  readonly transform: Matrix;
  readonly stopColor: Color | 'current';
  readonly stopOpacity: number;
}

export const INITIAL: SvgStyle = {
  color: 'host',
  fill: { kind: 'color', color: { space: 'srgb', r: 0, g: 0, b: 0, a: 1 } },
  fillOpacity: 1,
  evenOdd: false,
  clipEvenOdd: false,
  stroke: { kind: 'none' },
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  visible: true,
  strokeFirst: false,
  markerStart: null,
  markerMid: null,
  markerEnd: null,
  font: INITIAL_FONT,
  custom: new Map(),
};

const INITIAL_OWN: OwnStyle = {
  opacity: 1,
  displayed: true,
  overflowVisible: false,
  clip: null,
  mask: null,
  maskBy: 'luminance',
  transform: IDENTITY,
  stopColor: { space: 'srgb', r: 0, g: 0, b: 0, a: 1 },
  stopOpacity: 1,
};

/** Declared values of one element in cascade order: attributes, `<style>`, `style=""` (SVG 2, 6.6). null: it declares nothing. */
function declared(run: SvgRun, el: SvgElement, skipInline: boolean): ReadonlyMap<string, SvgAttribute> | null {
  const values = new Map<string, SvgAttribute>();
  for (const [name, attribute] of el.attributes) if (isPresentation(name)) values.set(name, attribute);
  for (const rule of run.rules) if (matches(rule, el)) for (const [name, value] of rule.declarations) values.set(name, value);
  const inline = skipInline ? undefined : el.attributes.get('style');
  if (inline) {
    const own = parseDeclarations(inline.value, inline.source ?? el.source, (message, span) => invalid(run, message, span));
    for (const [name, value] of own) values.set(name, value);
  }
  return values.size === 0 ? null : values;
}

/** Replaces var() by the nearest value: the drawing's own, then the host's. null: there is none. */
function substitute(run: SvgRun, text: string, custom: ReadonlyMap<string, string>, depth = 0): string | null {
  if (!text.includes('var(')) return text;
  if (depth > 16) return null;
  const start = text.indexOf('var(');
  let level = 0;
  let end = start + 3;
  for (; end < text.length; end++) {
    if (text[end] === '(') level++;
    if (text[end] === ')' && --level === 0) break;
  }
  const inner = text.slice(start + 4, end);
  const comma = inner.indexOf(',');
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim();
  const own = custom.get(name);
  if (own === undefined) run.reads.add(name);
  const value = own ?? run.host.custom.get(name) ?? (comma < 0 ? undefined : inner.slice(comma + 1));
  if (value === undefined) return null;
  return substitute(run, text.slice(0, start) + value.trim() + text.slice(end + 1), custom, depth + 1);
}

function parsePaint(text: string, at: SvgAttribute): Paint | null {
  if (text === 'none') return { kind: 'none' };
  if (/^currentcolor$/i.test(text)) return { kind: 'current' };
  const server = /^url\(\s*(['"]?)([^'")]*)\1\s*\)\s*(.*)$/i.exec(text);
  if (server) {
    const target = server[2] ?? '';
    const fallback = server[3] ? parsePaint(server[3], at) : ({ kind: 'none' } as const);
    return target.startsWith('#') && fallback ? { kind: 'server', id: target.slice(1), fallback, at } : null;
  }
  const color = parseSvgColor(text);
  return color && { kind: 'color', color };
}

function parseDash(text: string, base: number): readonly number[] | null {
  if (text === 'none') return [];
  const lengths = text
    .trim()
    .split(/[\s,]+/)
    .map((word) => parseLength(word, base));
  if (lengths.some((l) => l === null || l < 0)) return null;
  const dash = lengths.filter((l) => l !== null);
  if (dash.every((l) => l === 0)) return [];
  // An odd count is repeated to make an even one (SVG 2, 13.5.6).
  return dash.length % 2 === 1 ? [...dash, ...dash] : dash;
}

const oneOf = <const T extends string>(text: string, values: readonly T[]): T | null => values.find((v) => v === text) ?? null;
const clamped = (n: number | null): number | null => n && Math.min(1, Math.max(0, n));
const diagonal = (v: Viewport): number => Math.sqrt((v.width ** 2 + v.height ** 2) / 2);

/** `none` or `url(#id)`; false: neither. */
function refer(text: string, at: SvgAttribute, set: (to: Reference | null) => void): boolean {
  if (text === 'none') {
    set(null);
    return true;
  }
  const id = /^url\(\s*(['"]?)#([^'")]+)\1\s*\)$/i.exec(text)?.[2];
  if (id !== undefined) set({ id, at });
  return id !== undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Sets one property; false: the value cannot be read; null: no such property is ours. */
function apply(
  name: string,
  text: string,
  at: SvgAttribute,
  style: Mutable<SvgStyle>,
  own: Mutable<OwnStyle>,
  view: Viewport,
): boolean | null {
  const set = <T, K extends keyof T>(target: T, key: K, value: T[K] | null): boolean => {
    if (value === null) return false;
    target[key] = value;
    return true;
  };
  const isCurrent = /^currentcolor$/i.test(text);
  switch (name) {
    case 'fill':
      return set(style, 'fill', parsePaint(text, at));
    case 'stroke':
      return set(style, 'stroke', parsePaint(text, at));
    case 'color':
      return isCurrent || set(style, 'color', parseSvgColor(text));
    case 'stop-color':
      return set(own, 'stopColor', isCurrent ? 'current' : parseSvgColor(text));
    case 'fill-opacity':
      return set(style, 'fillOpacity', clamped(parseRatio(text)));
    case 'stroke-opacity':
      return set(style, 'strokeOpacity', clamped(parseRatio(text)));
    case 'stop-opacity':
      return set(own, 'stopOpacity', clamped(parseRatio(text)));
    case 'opacity':
      return set(own, 'opacity', clamped(parseRatio(text)));
    case 'fill-rule':
    case 'clip-rule': {
      const rule = oneOf(text, ['nonzero', 'evenodd']);
      return set(style, name === 'fill-rule' ? 'evenOdd' : 'clipEvenOdd', rule && rule === 'evenodd');
    }
    case 'stroke-width': {
      const width = parseLength(text, diagonal(view));
      return set(style, 'strokeWidth', width !== null && width >= 0 ? width : null);
    }
    case 'stroke-linecap':
      return set(style, 'cap', oneOf(text, ['butt', 'round', 'square']));
    case 'stroke-linejoin':
      return set(style, 'join', oneOf(text, ['miter', 'round', 'bevel']));
    case 'stroke-miterlimit': {
      const limit = parseRatio(text);
      return set(style, 'miterLimit', limit !== null && limit >= 1 ? limit : null);
    }
    case 'stroke-dasharray':
      return set(style, 'dash', parseDash(text, diagonal(view)));
    case 'stroke-dashoffset':
      return set(style, 'dashOffset', parseLength(text, diagonal(view)));
    case 'visibility': {
      const visibility = oneOf(text, ['visible', 'hidden', 'collapse']);
      return set(style, 'visible', visibility && visibility === 'visible');
    }
    case 'display':
      own.displayed = text !== 'none';
      return true;
    case 'overflow': {
      const overflow = oneOf(text, ['visible', 'auto', 'hidden', 'scroll']);
      return set(own, 'overflowVisible', overflow && (overflow === 'visible' || overflow === 'auto'));
    }
    case 'transform':
      return set(own, 'transform', parseTransform(text));
    case 'clip-path':
    case 'mask':
      return refer(text, at, (to) => {
        own[name === 'mask' ? 'mask' : 'clip'] = to;
      });
    case 'mask-type':
      return set(own, 'maskBy', oneOf(text, ['luminance', 'alpha']));
    case 'marker':
    case 'marker-start':
    case 'marker-mid':
    case 'marker-end':
      return refer(text, at, (to) => {
        if (name !== 'marker-mid' && name !== 'marker-end') style.markerStart = to;
        if (name !== 'marker-start' && name !== 'marker-end') style.markerMid = to;
        if (name !== 'marker-start' && name !== 'marker-mid') style.markerEnd = to;
      });
    case 'paint-order':
      if (!/^(normal|((fill|stroke|markers)\s*)+)$/.test(text)) return false;
      style.strokeFirst = /^(markers\s+)?stroke/.test(text);
      return true;
    default: {
      const font = setFont(style.font, name, text);
      return font === undefined ? null : set(style, 'font', font);
    }
  }
}

/**
 * The style of one element, from its parent's.
 * @param skipInline the `style` attribute has been read by CSS: that of an `<svg>` in HTML
 */
export function styleOf(
  run: SvgRun,
  el: SvgElement,
  parent: SvgStyle,
  view: Viewport,
  skipInline = false,
): { readonly style: SvgStyle; readonly own: OwnStyle } {
  const values = declared(run, el, skipInline);
  if (!values) return { style: parent, own: INITIAL_OWN };
  const style: Mutable<SvgStyle> = { ...parent };
  const own: Mutable<OwnStyle> = { ...INITIAL_OWN };
  const customs = [...values].filter(([name]) => name.startsWith('--'));
  if (customs.length > 0) {
    const custom = new Map(parent.custom);
    for (const [name, { value }] of customs) custom.set(name, substitute(run, value, parent.custom) ?? value);
    style.custom = custom;
  }
  for (const [name, at] of fontSizeFirst(values)) {
    if (name.startsWith('--')) continue;
    const source = at.source ?? el.source;
    const text = substitute(run, at.value, style.custom)?.trim();
    if (text === undefined) {
      invalid(
        run,
        `“${at.value}” names a custom property that has no value here.`,
        source,
        'Give var() a second argument as a fallback.',
      );
      continue;
    }
    if (text === 'inherit') {
      if (name === 'opacity' || name === 'clip-path' || name === 'transform' || name === 'mask')
        unsupported(run, `${name}: inherit is not supported.`, source);
      continue;
    }
    const done = apply(name, text, at, style, own, view);
    if (done === false) {
      if (/^url\(/i.test(text) && !/^url\(\s*['"]?#/i.test(text))
        unsupported(
          run,
          `${name}: ${text} refers to another file.`,
          source,
          'Drawings read nothing but themselves; put the definition inside.',
        );
      else invalid(run, `“${at.value}” is no value of ${name}.`, source);
    } else if (done === null && !harmless(name, text)) {
      unsupported(
        run,
        `The property ${name}: ${text} is not supported in SVG.`,
        source,
        undefined,
        name === 'filter' ? 'error' : 'warning',
      );
    }
  }
  // The same object where nothing that is inherited has changed: `<use>` knows by it what it has drawn already.
  return { style: sameStyle(style, parent) ? parent : style, own };
}

/** Spacings in em refer to the element's own size, wherever it stands. */
function fontSizeFirst(values: ReadonlyMap<string, SvgAttribute>): Iterable<readonly [string, SvgAttribute]> {
  if (!values.has('font-size') && !values.has('font')) return values;
  const rank = (name: string): number => (name === 'font' ? 0 : name === 'font-size' ? 1 : 2);
  return [...values].sort(([a], [b]) => rank(a) - rank(b));
}

const sameStyle = (a: SvgStyle, b: SvgStyle): boolean => (Object.keys(a) as (keyof SvgStyle)[]).every((key) => a[key] === b[key]);

/** The colour in force for `currentColor`. */
export function colorOf(run: SvgRun, style: SvgStyle): Color {
  if (style.color !== 'host') return style.color;
  run.reads.add('color');
  return run.host.color;
}

/** Pairs of coordinates (`points`). */
export function parseNumbers(text: string): readonly number[] | null {
  const scanner = new NumberScanner(text);
  const numbers: number[] = [];
  while (!scanner.done) {
    const n = scanner.number();
    if (n === null) return null;
    numbers.push(n);
  }
  return numbers;
}

import type { Span } from '../../core/source.ts';
import type { TextPlace } from './declarations.ts';
import { didYouMean } from './nearest.ts';
import { text as textProperties } from './properties/index.ts';
import { cursor, ended, type Node } from './values/cursor.ts';
import { insideUrl } from './values/url.ts';

/** What one `@font-face` says. Only the url is opened; `local()` fonts would differ from machine to machine. */
export interface FontFaceRule {
  readonly family: string;
  /** Of a range the nearest to 400. */
  readonly weight: number;
  /** Of a variable font. */
  readonly weights: readonly [number, number] | undefined;
  readonly style: 'normal' | 'italic';
  readonly url: string;
  readonly span: Span | undefined;
  readonly unicodeRange: readonly (readonly [number, number])[] | undefined;
}

const FORMATS = new Set(['truetype', 'opentype', 'woff', 'woff2'].flatMap((format) => [format, `${format}-variations`]));
const DESCRIPTORS = ['font-family', 'src', 'font-weight', 'font-style', 'unicode-range', 'font-display'];

export function readFontFace(nodes: readonly Node[], place: TextPlace, start: number, nameEnd: number): FontFaceRule | undefined {
  const { complain } = place;
  let family: string | undefined;
  let weight = 400;
  let weights: readonly [number, number] | undefined;
  let style: 'normal' | 'italic' = 'normal';
  let url: { readonly value: string; readonly span: Span | undefined } | undefined;
  let unicodeRange: (readonly [number, number])[] | undefined;
  const context = { em: 12, rem: 12, area: { width: 0, height: 0 }, parent: <C>(p: { initial: C }): C => p.initial };

  for (const node of nodes) {
    if (node.type !== 'Declaration') continue;
    const name = node.property.toLowerCase();
    const from = node.loc?.start.offset ?? start;
    if (node.value.type === 'Raw') {
      complain(
        'error',
        'css-value',
        `The value of “${name}” cannot be read.`,
        node.value.loc?.start.offset ?? from,
        node.value.loc?.end.offset ?? from,
      );
      continue;
    }
    const values = node.value.children;
    const [first] = values;
    const wrong = (at: Node | undefined, message: string, hint?: string, unsupported = false): void => {
      const a = at ?? first ?? node;
      complain(
        unsupported ? 'warning' : 'error',
        unsupported ? 'css-unsupported' : 'css-value',
        message,
        a.loc?.start.offset ?? from,
        a.loc?.end.offset ?? from,
        hint,
      );
    };
    const c = cursor(values);
    switch (name) {
      case 'font-family': {
        const value = textProperties.fontFamily.parse(c)?.(context);
        if (value?.length === 1 && ended(c)) [family] = value;
        else wrong(values[c.far], '@font-face declares one family.');
        break;
      }
      case 'font-weight': {
        const low = textProperties.fontWeight.parse(c)?.(context);
        const high = low === undefined || ended(c) ? low : textProperties.fontWeight.parse(c)?.(context);
        if (low === undefined || high === undefined || high < low || !ended(c)) {
          wrong(
            values[c.far],
            'font-weight is one weight, or the least and the most of a variable font.',
            'Write 700, or 100 900.',
          );
          break;
        }
        weight = Math.min(high, Math.max(low, 400));
        weights = high > low ? [low, high] : undefined;
        break;
      }
      case 'font-style': {
        const value = textProperties.fontStyle.parse(c)?.(context);
        if (value !== undefined && ended(c)) style = value;
        else wrong(values[c.far], 'font-style is normal or italic.');
        break;
      }
      case 'src':
        url = readSrc(values, place, wrong) ?? url;
        break;
      case 'unicode-range':
        unicodeRange = readRanges(values, wrong);
        break;
      case 'font-display':
        break;
      default: {
        const known = name.startsWith('font-') || name.endsWith('-override') || name === 'size-adjust';
        const near = didYouMean(name, DESCRIPTORS);
        complain(
          known && !near ? 'warning' : 'error',
          known && !near ? 'css-unsupported' : 'css-unknown-property',
          `@font-face has no “${name}” here.`,
          from,
          from + name.length,
          near ?? `Known are: ${DESCRIPTORS.join(', ')}.`,
        );
      }
    }
  }
  if (family === undefined || !url) {
    const missing = family === undefined ? 'font-family' : 'src with a url()';
    const hint = 'Write @font-face { font-family: Name; src: url("fonts/Name.ttf"); }.';
    complain('error', 'css-value', `@font-face lacks ${missing}.`, start, nameEnd, hint);
    return undefined;
  }
  return { family, weight, weights, style, url: url.value, span: url.span, unicodeRange };
}

type Wrong = (at: Node | undefined, message: string, hint?: string, unsupported?: boolean) => void;

/** The first url whose format can be opened. */
function readSrc(values: readonly Node[], place: TextPlace, wrong: Wrong): { value: string; span: Span | undefined } | undefined {
  let found: { value: string; span: Span | undefined } | undefined;
  for (const [i, node] of values.entries()) {
    if (node.type === 'Url') {
      const next = values[i + 1];
      const hint = next?.type === 'Function' && next.name.toLowerCase() === 'format' ? next.children[0] : undefined;
      const format = hint?.type === 'String' ? hint.value : hint?.type === 'Identifier' ? hint.name : undefined;
      const openable = format ? FORMATS.has(format.toLowerCase()) : !/\.(eot|svg)$/i.test(node.value);
      if (!openable)
        wrong(hint ?? node, 'Only TrueType, OpenType and WOFF fonts are opened.', 'Use the .ttf, .otf or .woff2 file.', true);
      else
        found ??= {
          value: node.value,
          span: place.spanOf(...insideUrl(place.text, node.loc?.start.offset ?? 0, node.loc?.end.offset ?? 0)),
        };
    } else if (node.type === 'Function' && node.name.toLowerCase() === 'local')
      wrong(
        node,
        'Fonts of the machine are not used: a kit looks the same everywhere.',
        'Put the font into the template set.',
        true,
      );
    else if (node.type === 'Function' && node.name.toLowerCase() === 'tech') {
      const [tech] = node.children;
      if (node.children.length !== 1 || tech?.type !== 'Identifier' || tech.name.toLowerCase() !== 'variations')
        wrong(node, 'Of tech() only tech(variations) is supported.', undefined, true);
    } else if (!(node.type === 'Function' && node.name.toLowerCase() === 'format') && node.type !== 'Operator')
      wrong(node, 'This does not belong into src.');
  }
  return found;
}

function readRanges(values: readonly Node[], wrong: Wrong): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (const node of values) {
    if (node.type === 'Operator') continue;
    const match = node.type === 'UnicodeRange' ? /^u\+([0-9a-f]*)(\?*)(?:-([0-9a-f]+))?$/i.exec(node.value) : null;
    if (!match) {
      wrong(node, 'A range like U+0-7F or U+4?? is needed.');
      continue;
    }
    const [, head = '', wild = '', last] = match;
    const low = Number.parseInt(head + wild.replaceAll('?', '0'), 16);
    const high = Number.parseInt(last ?? head + wild.replaceAll('?', 'F'), 16);
    if (low > high || high > 0x10ffff) wrong(node, 'This range is empty or past U+10FFFF.');
    else ranges.push([low, high]);
  }
  return ranges;
}

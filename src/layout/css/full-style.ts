import type { Color } from '../../core/color.ts';
import type {
  BackgroundImage,
  BackgroundLayer,
  BorderSide,
  Columns,
  ComputedStyle,
  FineSetting,
  LengthOrAuto,
  LengthPercentage,
  Sides,
} from '../types.ts';
import { box, flex, marks, type Property, paint, structure, text, typesetting } from './properties/index.ts';

/** A computed style with what only box generation reads. */
export interface FullStyle extends ComputedStyle {
  readonly content: structure.Content;
  readonly counterReset: structure.Counters;
  readonly counterIncrement: structure.Counters;
  readonly counterSet: structure.Counters;
  readonly quotes: structure.Quotes;
}

/** Lines that run under an element's text: its own and those of the elements around it (CSS Text Decoration 3, 2). */
export type Decoration = FullStyle['textDecoration'];
export const NO_DECORATION: Decoration = Object.freeze({ underline: false, lineThrough: false, color: 'currentcolor' });

type Values = readonly unknown[];
export const get = <C>(values: Values, property: Property<C>): C => values[property.index] as C;

/** The values that assemble one object for each property that stands for itself. */
const sides = <C, D = C>(values: Values, of: box.BySide<C>, to: (value: C) => D): Sides<D> =>
  Object.freeze({
    top: to(get(values, of.top)),
    right: to(get(values, of.right)),
    bottom: to(get(values, of.bottom)),
    left: to(get(values, of.left)),
  });
const same = <C>(value: C): C => value;

/** Four times the same is mostly the initial value: then one object serves all. */
const uniform = new WeakMap<object, Sides<unknown>>();
function lengths<C extends LengthOrAuto>(values: Values, of: box.BySide<C>): Sides<C> {
  const value = get(values, of.top);
  const all = value === get(values, of.right) && value === get(values, of.bottom) && value === get(values, of.left);
  if (!all) return sides(values, of, same);
  const key = typeof value === 'object' ? value : AUTO_KEY;
  let made = uniform.get(key);
  if (!made) {
    made = sides(values, of, same);
    uniform.set(key, made);
  }
  return made as Sides<C>;
}
const AUTO_KEY = {};

const plainBorders = new WeakMap<Color, Sides<BorderSide>>();
/** The borders of most elements: none. */
function borders(values: Values, own: Color): Sides<BorderSide> {
  const plain = box.SIDES.every(
    (side) => get(values, box.borderStyle[side]) === 'none' && get(values, box.borderColor[side]) === 'currentcolor',
  );
  const known = plain ? plainBorders.get(own) : undefined;
  if (known) return known;
  const [top, right, bottom, left] = [
    border(values, 'top', own),
    border(values, 'right', own),
    border(values, 'bottom', own),
    border(values, 'left', own),
  ];
  const made = Object.freeze({ top, right, bottom, left });
  if (plain) plainBorders.set(own, made);
  return made;
}

function border(values: Values, side: box.Side, own: Color): BorderSide {
  const style = get(values, box.borderStyle[side]);
  const color = get(values, box.borderColor[side]);
  return Object.freeze({
    width: style === 'none' ? 0 : get(values, box.borderWidth[side]),
    style,
    color: color === 'currentcolor' ? own : color,
  });
}

const NO_LAYERS: readonly BackgroundLayer[] = Object.freeze([]);

function layers(values: Values, own: Color): readonly BackgroundLayer[] {
  const images = get(values, paint.backgroundImage);
  if (images.length === 0) return NO_LAYERS;
  const at = <T>(list: readonly T[], i: number): T | undefined => list[i % list.length];
  const [sizes, places, repeats] = [paint.backgroundSize, paint.backgroundPosition, paint.backgroundRepeat].map((p) =>
    get<unknown>(values, p),
  ) as [readonly BackgroundLayer['size'][], readonly BackgroundLayer['position'][], readonly BackgroundLayer['repeat'][]];
  return images.flatMap((image, i): BackgroundLayer[] => {
    if (image.kind === 'none') return [];
    const [size, position, repeat] = [at(sizes, i), at(places, i), at(repeats, i)];
    return size && position && repeat ? [{ image: imageOf(image, own), size, position, repeat }] : [];
  });
}

function imageOf(image: Exclude<paint.ImageValue, { kind: 'none' }>, own: Color): BackgroundImage {
  if (image.kind === 'url') return image;
  const stops = image.stops.map(({ color, at }) => ({ color: color === 'currentcolor' ? own : color, ...(at && { at }) }));
  return { kind: 'linear-gradient', angle: image.angle, stops };
}

const gapOf = (value: LengthPercentage | 'normal', normal: LengthPercentage): LengthPercentage =>
  value === 'normal' ? normal : value;
const NO_GAP: LengthPercentage = Object.freeze({ pt: 0, percent: 0 });

function fineSetting(values: Values): FineSetting {
  const made: FineSetting = {
    hyphenLimits: get(values, typesetting.hyphenateLimitChars),
    hyphenLines: get(values, typesetting.hyphenateLimitLines),
    hanging: get(values, typesetting.hangingPunctuation),
    opticalMargins: get(values, typesetting.opticalMargins),
    baselineGrid: get(values, typesetting.baselineGrid),
  };
  const { NO_FINE } = typesetting;
  const plain =
    made.hyphenLimits === null &&
    made.hyphenLines === NO_FINE.hyphenLines &&
    made.hanging === NO_FINE.hanging &&
    !made.opticalMargins &&
    made.baselineGrid === null;
  return plain ? NO_FINE : Object.freeze(made);
}

function columns(values: Values, own: Color): Columns | null {
  const count = get(values, typesetting.columnCount);
  const width = get(values, typesetting.columnWidth);
  if (count === 'auto' && width === 'auto') return null;
  const style = get(values, typesetting.columnRuleStyle);
  const color = get(values, typesetting.columnRuleColor);
  return Object.freeze({
    count,
    width,
    gap: gapOf(get(values, flex.columnGap), { pt: get(values, text.fontSize), percent: 0 }),
    fill: get(values, typesetting.columnFill),
    rule: Object.freeze({
      width: style === 'none' ? 0 : get(values, typesetting.columnRuleWidth),
      style,
      color: color === 'currentcolor' ? own : color,
    }),
  });
}

/** `start` and `left` in terms of the flex line: our layout knows flex-start and flex-end. */
function justify(value: flex.Justify, direction: ComputedStyle['flexDirection'], ltr: boolean): ComputedStyle['justifyContent'] {
  const reverse = direction.endsWith('reverse');
  const start = reverse ? 'flex-end' : 'flex-start';
  const end = reverse ? 'flex-start' : 'flex-end';
  switch (value) {
    case 'normal':
      return 'flex-start';
    case 'start':
      return start;
    case 'end':
      return end;
    case 'left':
    case 'right':
      if (direction.startsWith('column')) return start;
      return (value === 'left') === ltr ? start : end;
    default:
      return value;
  }
}

function contentAlign(value: flex.AlignContent, wrap: ComputedStyle['flexWrap']): ComputedStyle['alignContent'] {
  if (value === 'start') return wrap === 'wrap-reverse' ? 'flex-end' : 'flex-start';
  if (value === 'end') return wrap === 'wrap-reverse' ? 'flex-start' : 'flex-end';
  return value;
}

/** Boxes out of the flow and the root are block-level, whatever `display` says (CSS Display 3, 2.7). */
export function blockified(display: ComputedStyle['display']): ComputedStyle['display'] {
  switch (display) {
    case 'inline':
    case 'inline-block':
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
    case 'table-row':
    case 'table-cell':
    case 'table-caption':
      return 'block';
    case 'inline-flex':
      return 'flex';
    default:
      return display;
  }
}

/** Letters that are spaced must not be joined (CSS Text 4, 8.2). */
const SPACED = ['-clig', '-liga'];

function features(values: Values): readonly string[] {
  const byTag = new Map<string, string>();
  const add = (list: readonly string[]): void => {
    for (const one of list) byTag.set(one.replace(/^-/, '').slice(0, 4), one);
  };
  if (get(values, text.letterSpacing) !== 0) add(SPACED);
  for (const variant of text.VARIANTS) add(get(values, variant));
  add(get(values, text.fontKerning));
  add(get(values, text.fontFeatureSettings));
  if (byTag.size === 0) return NO_FEATURES;
  return Object.freeze([...byTag.values()].sort());
}
const NO_FEATURES: readonly string[] = Object.freeze([]);

const WAS_INLINE = { wasInline: true } as const;

export function assemble(
  values: Values,
  custom: ReadonlyMap<string, string>,
  decoration: Decoration,
  isRoot: boolean,
): FullStyle {
  const own = get(values, paint.color);
  const position = get(values, box.position);
  const written = get(values, box.display);
  const direction = get(values, text.direction);
  const flexDirection = get(values, flex.flexDirection);
  const flexWrap = get(values, flex.flexWrap);
  const background = get(values, paint.backgroundColor);
  const lifted = isRoot || position === 'absolute' || position === 'fixed';
  return Object.freeze({
    display: lifted ? blockified(written) : written,
    ...(lifted && written.startsWith('inline') && WAS_INLINE),
    position,
    inset: lengths(values, box.inset),
    zIndex: get(values, box.zIndex),
    overflow: get(values, box.overflow),
    visibility: get(values, box.visibility),
    boxSizing: get(values, box.boxSizing),
    width: get(values, box.width),
    height: get(values, box.height),
    minWidth: get(values, box.minWidth),
    minHeight: get(values, box.minHeight),
    maxWidth: get(values, box.maxWidth),
    maxHeight: get(values, box.maxHeight),
    aspectRatio: get(values, box.aspectRatio),
    margin: lengths(values, box.margin),
    padding: lengths(values, box.padding),
    border: borders(values, own),
    borderRadius: Object.freeze({
      topLeft: get(values, box.radius.topLeft),
      topRight: get(values, box.radius.topRight),
      bottomRight: get(values, box.radius.bottomRight),
      bottomLeft: get(values, box.radius.bottomLeft),
    }),
    color: own,
    backgroundColor: background === 'currentcolor' ? own : background,
    backgrounds: layers(values, own),
    opacity: get(values, paint.opacity),
    transform: get(values, paint.transform),
    transformOrigin: get(values, paint.transformOrigin),
    flexDirection,
    flexWrap,
    flexGrow: get(values, flex.flexGrow),
    flexShrink: get(values, flex.flexShrink),
    flexBasis: get(values, flex.flexBasis),
    justifyContent: justify(get(values, flex.justifyContent), flexDirection, direction === 'ltr'),
    alignItems: get(values, flex.alignItems),
    alignSelf: get(values, flex.alignSelf),
    alignContent: contentAlign(get(values, flex.alignContent), flexWrap),
    order: get(values, flex.order),
    rowGap: gapOf(get(values, flex.rowGap), NO_GAP),
    columnGap: gapOf(get(values, flex.columnGap), NO_GAP),
    fontFamily: get(values, text.fontFamily),
    fontSize: get(values, text.fontSize),
    fontWeight: get(values, text.fontWeight),
    fontStyle: get(values, text.fontStyle),
    fontFeatures: features(values),
    fontVariations: get(values, text.fontVariationSettings),
    lineHeight: get(values, text.lineHeight),
    letterSpacing: get(values, text.letterSpacing),
    wordSpacing: get(values, text.wordSpacing),
    textAlign: get(values, text.textAlign),
    textIndent: get(values, text.textIndent),
    textTransform: get(values, text.textTransform),
    textDecoration: decoration,
    textWrap: get(values, text.textWrap),
    whiteSpace: get(values, text.whiteSpace),
    overflowWrap: get(values, text.overflowWrap),
    hyphens: get(values, text.hyphens),
    verticalAlign: get(values, text.verticalAlign),
    direction,
    unicodeBidi: get(values, text.unicodeBidi),
    listStyleType: get(values, structure.listStyleType),
    listStylePosition: get(values, structure.listStylePosition),
    borderCollapse: get(values, structure.borderCollapse),
    borderSpacing: get(values, structure.borderSpacing),
    tableLayout: get(values, structure.tableLayout),
    captionSide: get(values, structure.captionSide),
    objectFit: get(values, paint.objectFit),
    objectPosition: get(values, paint.objectPosition),
    breakBefore: get(values, structure.breakBefore),
    breakAfter: get(values, structure.breakAfter),
    breakInside: get(values, structure.breakInside),
    orphans: get(values, structure.orphans),
    widows: get(values, structure.widows),
    fit: get(values, structure.fit),
    fitGroup: get(values, typesetting.fitGroup),
    markSize: get(values, marks.markSize),
    fine: fineSetting(values),
    columns: columns(values, own),
    spansColumns: get(values, typesetting.columnSpan),
    custom,
    content: get(values, structure.content),
    counterReset: get(values, structure.counterReset),
    counterIncrement: get(values, structure.counterIncrement),
    counterSet: get(values, structure.counterSet),
    quotes: get(values, structure.quotes),
  });
}

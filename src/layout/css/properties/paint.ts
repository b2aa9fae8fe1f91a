import type { Color } from '../../../core/color.ts';
import { BLACK, TRANSPARENT } from '../../../core/color.ts';
import type {
  BackgroundImage,
  BackgroundLayer,
  ComputedStyle,
  LengthOrAuto,
  LengthPercentage,
  TransformFunction,
} from '../../types.ts';
import { type ColorValue, color as colorValue } from '../values/color.ts';
import {
  type Cursor,
  commaList,
  ended,
  fault,
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
import { angle, evaluate, length, number, percentage, type Term } from '../values/length.ts';
import { computed, lengthOrAuto, lengthPercentage, literal, words, ZERO } from './lengths.ts';
import {
  type Assignment,
  assign,
  type Compute,
  type ComputeContext,
  constant,
  type Property,
  property,
  shorthand,
} from './registry.ts';

const group = 'Colour and painting';

export const color: Property<Color> = property<Color>('color', {
  group,
  syntax: '<color>',
  inherited: true,
  initial: BLACK,
  parse: map(
    colorValue,
    (value): Compute<Color> => (value === 'currentcolor' ? (context) => context.parent(color) : constant(value)),
  ),
});
export const opacity = property<number>('opacity', {
  group,
  syntax: '<number> | <percentage>',
  initial: 1,
  parse: literal(
    map(
      oneOf<number>(
        number,
        map(percentage, (p) => p / 100),
      ),
      (value) => Math.min(1, Math.max(0, value)),
    ),
  ),
});

// Backgrounds -------------------------------------------------------------------------------------------------------

export const backgroundColor = property<ColorValue>('background-color', {
  group,
  syntax: '<color>',
  initial: TRANSPARENT,
  parse: literal(colorValue),
});

/** The image as written: lengths and colours of its stops are computed with the element. */
export type ImageValue = { readonly kind: 'none' } | Extract<BackgroundImage, { kind: 'url' }> | Gradient;
type Gradient = {
  readonly kind: 'gradient';
  readonly angle: Extract<BackgroundImage, { kind: 'linear-gradient' }>['angle'];
  readonly stops: readonly { readonly color: ColorValue; readonly at: LengthPercentage | undefined }[];
};

const toward = (c: Cursor): Gradient['angle'] | undefined => {
  if (!keywords('to')(c)) return undefined;
  let x: -1 | 0 | 1 = 0;
  let y: -1 | 0 | 1 = 0;
  const sides = many(keywords('left', 'right', 'top', 'bottom'), 2)(c);
  for (const side of sides ?? []) {
    if (side === 'left' || side === 'right') {
      if (x !== 0) return undefined;
      x = side === 'left' ? -1 : 1;
    } else {
      if (y !== 0) return undefined;
      y = side === 'top' ? -1 : 1;
    }
  }
  if (!sides) return undefined;
  if (x === 0) return y === -1 ? 0 : 180;
  if (y === 0) return x === 1 ? 90 : 270;
  return { toX: x, toY: y };
};

type Stop = { readonly color: ColorValue; readonly at: Term | undefined };
const stop: Parser<readonly Stop[]> = (c) => {
  const tint = colorValue(c);
  if (!tint) return undefined;
  const places = many(length({ percent: true, plain: true }), 2)(c);
  return places ? places.map((at) => ({ color: tint, at })) : [{ color: tint, at: undefined }];
};

const gradient: Parser<Compute<ImageValue>> = (c) =>
  inFunction(c, ['linear-gradient'], (inner) => {
    const to = angle(inner) ?? toward(inner);
    if (to !== undefined && !operator(inner, ',')) return undefined;
    const stops = commaList(stop)(inner)?.flat();
    if (!stops || stops.length < 2) return undefined;
    return (context): ImageValue => ({
      kind: 'gradient',
      angle: to ?? 180,
      stops: stops.map(({ color: tint, at }) => ({ color: tint, at: at && evaluate(at, context) })),
    });
  });

const image: Parser<Compute<ImageValue>> = (c) => {
  const node = peek(c);
  if (keywords('none')(c)) return constant<ImageValue>({ kind: 'none' });
  if (node?.type === 'Url') {
    c.at++;
    const source = c.place(node);
    return constant<ImageValue>({ kind: 'url', url: node.value, ...(source && { source }) });
  }
  if (
    node?.type === 'Function' &&
    /gradient|image|element|cross-fade/i.test(node.name) &&
    node.name.toLowerCase() !== 'linear-gradient'
  )
    return fault(c, node, `${node.name}() is not supported; draw it as an SVG file`, true);
  return gradient(c);
};
const all =
  <C>(parse: Parser<Compute<C>>): Parser<Compute<readonly C[]>> =>
  (c) => {
    const found = commaList(parse)(c);
    return found && ((context) => found.map((one) => one(context)));
  };

export const backgroundImage = property<readonly ImageValue[]>('background-image', {
  group,
  syntax: '[ none | <url> | linear-gradient() ]#',
  initial: [],
  parse: all(image),
});

type BackgroundSize = BackgroundLayer['size'];
const oneSize: Parser<Compute<BackgroundSize>> = oneOf<Compute<BackgroundSize>>(words('cover', 'contain'), (c) => {
  const [wide, high] = many(lengthOrAuto({ negative: false }), 2)(c) ?? [];
  if (!wide) return undefined;
  return (context): BackgroundSize => {
    const w: LengthOrAuto = wide(context);
    const h: LengthOrAuto = high ? high(context) : 'auto';
    return w === 'auto' && h === 'auto' ? 'auto' : { width: w, height: h };
  };
});
export const backgroundSize = property<readonly BackgroundSize[]>('background-size', {
  group,
  syntax: '[ cover | contain | [ auto | <length-percentage> ]{1,2} ]#',
  initial: ['auto'],
  parse: all(oneSize),
});

export interface Place {
  readonly x: LengthPercentage;
  readonly y: LengthPercentage;
}
type Edge = 'left' | 'right' | 'top' | 'bottom' | 'center';
const PERCENT: Readonly<Record<Edge, number>> = { left: 0, top: 0, center: 50, right: 100, bottom: 100 };
const isEdge = (part: Edge | Term): part is Edge => typeof part === 'string';

/** CSS Backgrounds 3, 2.6: one, two or four parts; an offset from the right or bottom edge counts inwards. */
const positionParts: Parser<Compute<Place>> = (c) => {
  const start = c.at;
  const parts = many<Edge | Term>(
    oneOf<Edge | Term>(keywords('left', 'right', 'top', 'bottom', 'center'), length({ percent: true, plain: true })),
    4,
  )(c);
  if (!parts) return undefined;
  const axes: { x?: Compute<LengthPercentage>; y?: Compute<LengthPercentage> } = {};
  const edge = (name: Edge): Compute<LengthPercentage> => constant({ pt: 0, percent: PERCENT[name] });
  const from = (name: Edge, offset: Term): Compute<LengthPercentage> => {
    if (name === 'left' || name === 'top') return computed(offset);
    return (context) => {
      const { pt, percent } = evaluate(offset, context);
      return { pt: -pt, percent: 100 - percent };
    };
  };
  const [a, b, d, e] = parts;
  if (parts.length === 4) {
    if (a === undefined || b === undefined || d === undefined || e === undefined) return undefined;
    if (!isEdge(a) || isEdge(b) || !isEdge(d) || isEdge(e)) return refuse();
    const across = a === 'left' || a === 'right';
    if (across === (d === 'left' || d === 'right')) return refuse();
    axes.x = across ? from(a, b) : from(d, e);
    axes.y = across ? from(d, e) : from(a, b);
  } else if (parts.length === 3 || a === undefined) return refuse();
  else {
    const vertical = (part: Edge | Term | undefined): boolean => part === 'top' || part === 'bottom';
    const horizontal = (part: Edge | Term | undefined): boolean => part === 'left' || part === 'right';
    const [x, y] = vertical(a) || horizontal(b) ? [b ?? 'center', a] : [a, b ?? 'center'];
    if (vertical(x) || horizontal(y)) return refuse();
    axes.x = isEdge(x) ? edge(x) : computed(x);
    axes.y = isEdge(y) ? edge(y) : computed(y);
  }
  const { x, y } = axes;
  return x && y && ((context): Place => ({ x: x(context), y: y(context) }));
  function refuse(): undefined {
    c.at = start;
    return undefined;
  }
};
const POSITION = '[ left | center | right | top | bottom | <length-percentage> ]{1,2} | [ <edge> <length-percentage> ]{2}';
const ORIGIN: Place = { x: ZERO, y: ZERO };
const CENTER: Place = { x: { pt: 0, percent: 50 }, y: { pt: 0, percent: 50 } };
export const backgroundPosition = property<readonly Place[]>('background-position', {
  group,
  syntax: `[ ${POSITION} ]#`,
  initial: [ORIGIN],
  parse: all(positionParts),
});

type Repeat = BackgroundLayer['repeat'];
const repeatValue: Parser<Repeat> = oneOf<Repeat>(
  mapped<Repeat>(
    new Map([
      ['repeat-x', { x: true, y: false }],
      ['repeat-y', { x: false, y: true }],
    ]),
  ),
  map(many(keywords('repeat', 'no-repeat'), 2), ([x, y = x]) => ({ x: x === 'repeat', y: y === 'repeat' })),
);
export const backgroundRepeat = property<readonly Repeat[]>('background-repeat', {
  group,
  syntax: '[ repeat-x | repeat-y | [ repeat | no-repeat ]{1,2} ]#',
  initial: [{ x: true, y: true }],
  parse: all(literal(repeatValue)),
});

interface WrittenLayer {
  image?: Compute<ImageValue>;
  size?: Compute<BackgroundSize>;
  place?: Compute<Place>;
  repeat?: Repeat;
  color?: ColorValue;
}
const layer: Parser<WrittenLayer> = (c) => {
  const found: WrittenLayer = {};
  const start = c.at;
  while (!ended(c)) {
    const before = c.at;
    found.image ??= image(c);
    if (c.at > before) continue;
    if (!found.place) {
      found.place = positionParts(c);
      if (c.at > before) {
        if (operator(c, '/')) {
          found.size = oneSize(c);
          if (!found.size) return undefined;
        }
        continue;
      }
    }
    found.repeat ??= repeatValue(c);
    if (c.at > before) continue;
    found.color ??= colorValue(c);
    if (c.at === before) break;
  }
  return c.at > start ? found : undefined;
};
const AUTO_SIZE: Compute<BackgroundSize> = constant('auto');
shorthand('background', {
  group,
  syntax: '[ <image> || <position> [ / <size> ]? || <repeat> ]# <color>?',
  longhands: [backgroundColor, backgroundImage, backgroundSize, backgroundPosition, backgroundRepeat],
  parse: (c) => {
    const layers = commaList(layer)(c);
    if (!layers || layers.slice(0, -1).some((one) => one.color)) return undefined;
    const tint = layers.at(-1)?.color;
    const list =
      <C>(of: (one: WrittenLayer) => Compute<C>): Compute<readonly C[]> =>
      (context: ComputeContext) =>
        layers.map((one) => of(one)(context));
    const none = constant<ImageValue>({ kind: 'none' });
    const found: Assignment[] = [
      assign(
        backgroundImage,
        list((one) => one.image ?? none),
      ),
      assign(
        backgroundSize,
        list((one) => one.size ?? AUTO_SIZE),
      ),
      assign(
        backgroundPosition,
        list((one) => one.place ?? constant(ORIGIN)),
      ),
      assign(
        backgroundRepeat,
        list((one) => constant(one.repeat ?? { x: true, y: true })),
      ),
    ];
    return tint ? [...found, assign(backgroundColor, constant(tint))] : found;
  },
});

// Transforms --------------------------------------------------------------------------------------------------------

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** Sine and cosine exact at right angles, so that turned things stay on the grid. */
const exact = (value: number): number => (Math.abs(value - Math.round(value)) < 1e-12 ? Math.round(value) : value);
const matrix = (a: number, b: number, c: number, d: number, e = 0, f = 0): Compute<TransformFunction> =>
  constant({ kind: 'matrix', matrix: [a, b, c, d, e, f] });
const scaleFactor: Parser<number> = oneOf<number>(
  number,
  map(percentage, (p) => p / 100),
);
const second = <T>(c: Cursor, parse: Parser<T>): T | undefined => (operator(c, ',') ? parse(c) : undefined);

const transformFunction: Parser<Compute<TransformFunction>> = (c) => {
  const node = peek(c);
  if (node?.type === 'Function' && /3d|[a-z]z$|perspective/i.test(node.name))
    return fault(c, node, `${node.name}() is not supported: paper is flat`, true);
  return inFunction<Compute<TransformFunction>>(
    c,
    ['translate', 'translatex', 'translatey', 'scale', 'scalex', 'scaley', 'rotate', 'skew', 'skewx', 'skewy', 'matrix'],
    (inner, name) => {
      if (name.startsWith('translate')) {
        const a = lengthPercentage()(inner);
        const b = name === 'translate' ? second(inner, lengthPercentage()) : undefined;
        if (!a) return undefined;
        const zero = constant(ZERO);
        const [x, y] = name === 'translatey' ? [zero, a] : [a, b ?? zero];
        return (context) => ({ kind: 'translate', x: x(context), y: y(context) });
      }
      if (name.startsWith('scale')) {
        const a = scaleFactor(inner);
        if (a === undefined) return undefined;
        const b = name === 'scale' ? (second(inner, scaleFactor) ?? a) : a;
        return matrix(name === 'scaley' ? 1 : a, 0, 0, name === 'scalex' ? 1 : b);
      }
      if (name === 'matrix') {
        const numbers = commaList(number)(inner);
        const [a, b, cc, d, e, f] = numbers ?? [];
        if (a === undefined || b === undefined || cc === undefined || d === undefined || e === undefined || f === undefined)
          return undefined;
        return numbers?.length === 6 ? matrix(a, b, cc, d, e * 0.75, f * 0.75) : undefined;
      }
      const a = angle(inner);
      if (a === undefined) return undefined;
      if (name === 'rotate') {
        const [cos, sin] = [exact(Math.cos(radians(a))), exact(Math.sin(radians(a)))];
        return matrix(cos, sin, -sin, cos);
      }
      const b = name === 'skew' ? (second(inner, angle) ?? 0) : a;
      const tan = (degrees: number): number => exact(Math.tan(radians(degrees)));
      return matrix(1, name === 'skewx' ? 0 : tan(b), name === 'skewy' ? 0 : tan(a), 1);
    },
  );
};
export const transform = property<readonly TransformFunction[]>('transform', {
  group,
  syntax:
    'none | [ translate() | translateX() | translateY() | scale() | scaleX() | scaleY() | rotate() | skew() | skewX() | skewY() | matrix() ]+',
  initial: [],
  parse: oneOf<Compute<readonly TransformFunction[]>>(literal(map(keywords('none'), () => [])), (c) => {
    const found = many(transformFunction)(c);
    return found && ((context) => found.map((one) => one(context)));
  }),
});
export const transformOrigin = property<Place>('transform-origin', {
  group,
  syntax: POSITION,
  initial: CENTER,
  parse: positionParts,
});

// Replaced elements -------------------------------------------------------------------------------------------------

export const objectFit = property<ComputedStyle['objectFit']>('object-fit', {
  group,
  syntax: 'fill | contain | cover | none | scale-down',
  initial: 'fill',
  parse: words('fill', 'contain', 'cover', 'none', 'scale-down'),
});
export const objectPosition = property<Place>('object-position', {
  group,
  syntax: POSITION,
  initial: CENTER,
  parse: positionParts,
});

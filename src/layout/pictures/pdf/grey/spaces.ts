import type { PdfFile } from '../../../../core/pdf/file.ts';
import {
  isArray,
  isDict,
  isStream,
  nameOf,
  numberOf,
  type PdfDict,
  type PdfObject,
  unsupported,
} from '../../../../core/pdf/objects.ts';
import { clamp, functionOf, numbersOf } from './functions.ts';

type Light = readonly [r: number, g: number, b: number];

/** A colour space, as far as it takes to see its colours on a screen (ISO 32000-1, 8.6). */
export interface Space {
  readonly channels: number;
  /** Grey all along. */
  readonly grey: boolean;
  /** What its numbers mean at their smallest and largest in a picture of `bits` bits a number (table 90). */
  ranges(bits: number): readonly number[];
  readonly first: readonly number[];
  light(components: readonly number[]): Light;
  /** Patterns; `base`: what uncoloured ones are painted in. */
  readonly pattern?: { readonly base: Space | null };
}

const DEEPEST = 8;
const units = (channels: number) => (): readonly number[] => Array.from({ length: channels * 2 }, (_, i) => i % 2);
const zeros = (channels: number): readonly number[] => new Array<number>(channels).fill(0);
const at = (list: readonly number[], i: number): number => clamp(list[i] ?? 0);

export const GREY: Space = {
  channels: 1,
  grey: true,
  ranges: units(1),
  first: [0],
  light: (n) => [at(n, 0), at(n, 0), at(n, 0)],
};
export const RGB: Space = {
  channels: 3,
  grey: false,
  ranges: units(3),
  first: zeros(3),
  light: (n) => [at(n, 0), at(n, 1), at(n, 2)],
};
export const CMYK: Space = {
  channels: 4,
  grey: false,
  ranges: units(4),
  first: [0, 0, 0, 1],
  light: (n) => [
    1 - Math.min(1, at(n, 0) + at(n, 3)),
    1 - Math.min(1, at(n, 1) + at(n, 3)),
    1 - Math.min(1, at(n, 2) + at(n, 3)),
  ],
};

const DEVICES: Readonly<Record<string, Space>> = {
  DeviceGray: GREY,
  G: GREY,
  CalGray: GREY,
  DeviceRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
};

/** @param scope the resources that its name is looked for in @throws PdfFault */
export function spaceOf(file: PdfFile, o: PdfObject | undefined, scope: PdfDict, depth = 0): Space {
  if (depth > DEEPEST) throw unsupported('its colour spaces are nested too deep');
  const found = file.resolve(o);
  const name = nameOf(found);
  if (name !== undefined) {
    const device = DEVICES[name];
    if (device) return device;
    if (name === 'Pattern') return patterns(null);
    const named = file.entry(scope, 'ColorSpace');
    const own = isDict(named) ? named.entries.get(name) : undefined;
    if (own === undefined) throw unsupported(`its colour space “${name}” is not there`);
    return spaceOf(file, own, scope, depth + 1);
  }
  if (!isArray(found)) throw unsupported('a colour space of it is damaged');
  const [kind = '', ...rest] = [nameOf(file.resolve(found.items[0])), ...found.items.slice(1)];
  const inner = (base: PdfObject | undefined): Space => {
    const space = spaceOf(file, base, scope, depth + 1);
    if (space.pattern) throw unsupported('a colour space of it is damaged');
    return space;
  };
  switch (kind) {
    case 'ICCBased':
      return profiled(file, rest[0], inner);
    case 'CalRGB':
      return calibrated(file, rest[0]);
    case 'Lab':
      return lab(file, rest[0]);
    case 'Indexed':
    case 'I':
      return indexed(file, inner(rest[0]), rest[1], rest[2]);
    case 'Separation':
    case 'DeviceN':
      return inks(file, rest[0], inner(rest[1]), rest[2]);
    case 'Pattern':
      return patterns(rest[0] === undefined ? null : inner(rest[0]));
    default: {
      const device = DEVICES[kind];
      if (!device) throw unsupported(`it has colours in “${kind}”`);
      return device;
    }
  }
}

const patterns = (base: Space | null): Space => ({ ...GREY, pattern: { base } });

function profiled(file: PdfFile, o: PdfObject | undefined, inner: (o: PdfObject | undefined) => Space): Space {
  const stream = file.resolve(o);
  if (!isStream(stream)) throw unsupported('a colour profile of it is missing');
  const channels = numberOf(file.entry(stream.dict, 'N'));
  const alternate = stream.dict.entries.get('Alternate');
  const other = alternate === undefined ? undefined : inner(alternate);
  if (other && other.channels === channels) return other;
  const device = channels === 1 ? GREY : channels === 3 ? RGB : channels === 4 ? CMYK : undefined;
  if (!device) throw unsupported('a colour profile of it is damaged');
  return device;
}

/** XYZ over the white it is seen against → sRGB: whites stay white. */
function seen(x1: number, y: number, z1: number): Light {
  // The numbers of sRGB's own white, D65.
  const [x, z] = [x1 * 0.9505, z1 * 1.089];
  const gamma = (n: number): number => clamp(n <= 0.0031308 ? 12.92 * n : 1.055 * n ** (1 / 2.4) - 0.055);
  return [
    gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
    gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
    gamma(0.0557 * x - 0.204 * y + 1.057 * z),
  ];
}

const filled = (given: readonly number[], otherwise: readonly number[]): readonly number[] =>
  given.length === otherwise.length ? given : otherwise;

/** 8.6.5.3 */
function calibrated(file: PdfFile, o: PdfObject | undefined): Space {
  const dict = file.resolve(o);
  const listed = (key: string): readonly number[] => (isDict(dict) ? numbersOf(file, dict.entries.get(key)) : []);
  const gammas = filled(listed('Gamma'), [1, 1, 1]);
  const matrix = filled(listed('Matrix'), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const white = filled(listed('WhitePoint'), [0.9505, 1, 1.089]);
  const light = (n: readonly number[]): Light => {
    const linear = gammas.map((g, i) => at(n, i) ** g);
    const [x = 0, y = 0, z = 0] = [0, 1, 2].map(
      (row) => linear.reduce((sum, value, i) => sum + value * (matrix[i * 3 + row] ?? 0), 0) / (white[row] || 1),
    );
    return seen(x, y, z);
  };
  return { ...RGB, light };
}

/** 8.6.5.4 */
function lab(file: PdfFile, o: PdfObject | undefined): Space {
  const dict = file.resolve(o);
  const range = filled(isDict(dict) ? numbersOf(file, dict.entries.get('Range')) : [], [-100, 100, -100, 100]);
  const curve = (t: number): number => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29));
  return {
    channels: 3,
    grey: false,
    ranges: () => [0, 100, ...range],
    first: [0, clamp(0, range[0], range[1]), clamp(0, range[2], range[3])],
    light([l = 0, a = 0, b = 0]) {
      const m = (clamp(l, 0, 100) + 16) / 116;
      return seen(curve(m + a / 500), curve(m), curve(m - b / 200));
    },
  };
}

function indexed(file: PdfFile, base: Space, high: PdfObject | undefined, table: PdfObject | undefined): Space {
  const found = file.resolve(table);
  const bytes = isStream(found)
    ? file.bytes(found)
    : Buffer.from(typeof found === 'object' && found?.kind === 'string' ? found.bytes : '', 'latin1');
  const most = clamp(numberOf(file.resolve(high)) ?? 0, 0, 255);
  const ranges = base.ranges(8);
  const colours = Array.from({ length: most + 1 }, (_, i) =>
    base.light(
      Array.from({ length: base.channels }, (_, c) => {
        const [low = 0, top = 1] = ranges.slice(c * 2, c * 2 + 2);
        return low + ((bytes[i * base.channels + c] ?? 0) / 255) * (top - low);
      }),
    ),
  );
  return {
    channels: 1,
    grey: false,
    ranges: (bits) => [0, 2 ** bits - 1],
    first: [0],
    light: ([i = 0]) => colours[clamp(Math.round(i), 0, most)] ?? [0, 0, 0],
  };
}

function inks(file: PdfFile, names: PdfObject | undefined, alternate: Space, tint: PdfObject | undefined): Space {
  const list = file.resolve(names);
  const all = isArray(list) ? list.items.map((item) => nameOf(file.resolve(item))) : [nameOf(list)];
  if (all.every((name) => name === 'None')) throw unsupported('it paints with an ink called None, which shows nothing');
  const mixed = functionOf(file, tint);
  return {
    channels: all.length,
    grey: false,
    ranges: units(all.length),
    first: new Array<number>(all.length).fill(1),
    light: (components) => alternate.light(mixed(components)),
  };
}

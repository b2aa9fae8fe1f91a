import type { Color } from '../../core/color.ts';
import type { Cmyk, PrintingCondition } from '../inks/profile.ts';
import { component, fillOperator, rgbOf, strokeOperator } from './color.ts';
import { name } from './syntax.ts';

/** What a file's colours are written in. */
export interface Inks {
  readonly space: 'DeviceRGB' | 'DeviceCMYK' | 'DeviceGray';
  /** In `space`. */
  components(color: Color): readonly number[];
  /** The operator that sets a fill colour. */
  fill(color: Color): string;
  stroke(color: Color): string;
  /** Whether type of this colour prints over what lies under it, and knocks nothing out: solid black alone. */
  overprints(color: Color): boolean;
}

/** Light, under an RGB output intent. */
export const LIGHT: Inks = {
  space: 'DeviceRGB',
  components: rgbOf,
  fill: fillOperator,
  stroke: strokeOperator,
  overprints: () => false,
};

const never = (): boolean => false;
const greyOf = (color: Color): readonly number[] => {
  const [r, g, b] = rgbOf(color);
  return [0.3 * r + 0.59 * g + 0.11 * b];
};

/** For what is no ink at all: luminosity masks, by the weights of ISO 32000-1, 11.3.5.3. */
export const SHADES: Inks = {
  space: 'DeviceGray',
  components: greyOf,
  fill: (color) => `${greyOf(color).map(component).join(' ')} g`,
  stroke: (color) => `${greyOf(color).map(component).join(' ')} G`,
  overprints: never,
};

/** Plates: sRGB goes through the condition's profile, CMYK as it is written. */
export function plates(condition: PrintingCondition): Inks {
  const known = new Map<number, Cmyk>();
  const cmykOf = (color: Color): Cmyk => {
    if (color.space === 'cmyk') return [color.c, color.m, color.y, color.k];
    const [r, g, b] = rgbOf(color);
    const key = Math.round(r * 1000) * 1_002_001 + Math.round(g * 1000) * 1001 + Math.round(b * 1000);
    let mixed = known.get(key);
    if (!mixed) {
      mixed = condition.cmykOf(r, g, b);
      known.set(key, mixed);
    }
    return mixed;
  };
  const written = (color: Color): string => cmykOf(color).map(component).join(' ');
  return {
    space: 'DeviceCMYK',
    components: cmykOf,
    fill: (color) => `${written(color)} k`,
    stroke: (color) => `${written(color)} K`,
    overprints: (color) => color.a === 1 && written(color) === '0 0 0 1',
  };
}

/** A colour space of one ink by its name, with what stands for it where there is no such ink (ISO 32000-1, 8.6.6.4). */
export const separation = (ink: string, [c, m, y, k]: Cmyk): string =>
  `[/Separation${name(ink)}/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[${[c, m, y, k].map(component).join(' ')}]>>]`;

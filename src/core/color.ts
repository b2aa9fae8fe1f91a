import type { Matrix } from './geometry.ts';

/** A colour as authored; paint turns it into what the profile prints. Components 0..1. */
export type Color =
  | { readonly space: 'srgb'; readonly r: number; readonly g: number; readonly b: number; readonly a: number }
  | {
      readonly space: 'cmyk';
      readonly c: number;
      readonly m: number;
      readonly y: number;
      readonly k: number;
      readonly a: number;
    };

export const BLACK: Color = { space: 'srgb', r: 0, g: 0, b: 0, a: 1 };
export const WHITE: Color = { space: 'srgb', r: 1, g: 1, b: 1, a: 1 };
export const TRANSPARENT: Color = { space: 'srgb', r: 0, g: 0, b: 0, a: 0 };

export interface GradientStop {
  /** 0..1 along the gradient line. */
  readonly offset: number;
  readonly color: Color;
}

/** What fills a path: a flat colour, or a gradient in the coordinates of the item that it fills. */
export type Fill =
  | { readonly kind: 'color'; readonly color: Color }
  | {
      readonly kind: 'linear';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stops: readonly GradientStop[];
    }
  | {
      /** Two circles (SVG 2, 14.2.3): colour 0 on the focal one, 1 on the outer one; both ends extended. */
      readonly kind: 'radial';
      readonly fx: number;
      readonly fy: number;
      readonly fr: number;
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      /** Circles' coordinates → the item's: makes ellipses. */
      readonly transform?: Matrix;
      readonly stops: readonly GradientStop[];
    };

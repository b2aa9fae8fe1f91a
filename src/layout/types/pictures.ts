import type { Artwork } from '../../core/artwork.ts';
import type { Color, Fill } from '../../core/color.ts';
import type { PathData, RasterImage } from '../../core/display.ts';
import type { Matrix, Pt } from '../../core/geometry.ts';

/** A picture opened and measured. Sizes in pt (1 px = 0.75 pt); null where the file says none. */
export interface Picture {
  readonly key: string;
  readonly width: Pt | null;
  readonly height: Pt | null;
  readonly ratio: number | null;
  readonly body:
    | { readonly kind: 'raster'; readonly image: RasterImage }
    | { readonly kind: 'vector'; readonly drawing: VectorDrawing }
    | { readonly kind: 'artwork'; readonly artwork: Artwork }
    | { readonly kind: 'missing' };
}

/** SVG as our own vectors: shapes in the coordinates of `viewBox`. */
export interface VectorDrawing {
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly preserveAspectRatio: {
    readonly align: { readonly x: 0 | 0.5 | 1; readonly y: 0 | 0.5 | 1 } | 'none';
    readonly slice: boolean;
  };
  readonly shapes: readonly VectorShape[];
}

export type VectorShape =
  | {
      readonly kind: 'path';
      readonly path: PathData;
      /** Letters: their font's size, in the path's own lengths. */
      readonly type?: number;
      readonly fill?: Fill;
      readonly stroke?: {
        readonly color: Color;
        readonly width: number;
        readonly dash?: readonly number[];
        readonly dashOffset?: number;
        readonly cap?: 'butt' | 'round' | 'square';
        readonly join?: 'miter' | 'round' | 'bevel';
        readonly miterLimit?: number;
      };
    }
  | {
      readonly kind: 'group';
      readonly transform?: Matrix;
      readonly clip?: PathData;
      readonly opacity?: number;
      /** Shows the shapes only where these are light, or cover; in the shapes' coordinates. */
      readonly mask?: { readonly by: 'luminance' | 'alpha'; readonly shapes: readonly VectorShape[] };
      /** Equal keys mean equal `shapes`: what `<use>` repeats. */
      readonly key?: string;
      readonly shapes: readonly VectorShape[];
    }
  | {
      readonly kind: 'image';
      readonly image: RasterImage;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

import type { Matrix } from '../../../core/geometry.ts';
import type { Viewport } from './environment.ts';
import type { SvgStyle } from './style.ts';

/** Where in a drawing we are. */
export interface DrawContext {
  readonly style: SvgStyle;
  /** User space → the drawing's coordinates, or those of the group that is being filled. Baked into the paths. */
  readonly ctm: Matrix;
  readonly view: Viewport;
  readonly depth: number;
  /** Ids of what we are inside of: `<use>` targets, patterns, markers, masks, clip paths. None may hold itself. */
  readonly inside: readonly string[];
}

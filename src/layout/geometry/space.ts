import type { Pt } from '../../core/geometry.ts';
import type { BlockBox, Box, Fragment, ReplacedBox } from '../types.ts';
import type { Strut } from './strut.ts';

/** What a box is laid out in. Immutable; equal spaces give equal results. */
export interface Space {
  /** Content width of the containing block: what `auto` fills and percentages refer to. */
  readonly width: Pt;
  /** Content height of the containing block where it is definite. */
  readonly height: Pt | null;
  /** Border-box sizes that the parent's algorithm imposes: flexing, stretching, a table's column, two insets. */
  readonly fixedWidth: Pt | null;
  readonly fixedHeight: Pt | null;
  /** `auto` width is fit-content: inline-block, absolute, flex item that is not stretched. */
  readonly shrink: boolean;
  /** The box is independent by its role (flex item, cell, absolute, atomic): no margin of it or in it collapses with those outside. */
  readonly independent: boolean;
  /** A fixed height that percentages in the box may not refer to (a stretched cell). */
  readonly indefinite: boolean;
  /** What percentages of pictures' heights refer to, where it is not `height`. */
  readonly pictures?: Pt;
}

export function flowSpace(width: Pt, height: Pt | null): Space {
  return { width, height, fixedWidth: null, fixedHeight: null, shrink: false, independent: false, indefinite: false };
}

export const sameSpace = (a: Space, b: Space): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.fixedWidth === b.fixedWidth &&
  a.fixedHeight === b.fixedHeight &&
  a.shrink === b.shrink &&
  a.independent === b.independent &&
  a.indefinite === b.indefinite &&
  a.pictures === b.pictures;

/**
 * An absolute or fixed box on its way to its containing block. x and y: its static position, relative to the border box of the fragment that
 * hands it up.
 */
export interface Pending {
  readonly box: BlockBox | ReplacedBox;
  readonly x: Pt;
  readonly y: Pt;
  /** Room in which the static position aligns: the content box of a flex container; 0 elsewhere. */
  readonly alignX: number;
  readonly alignY: number;
  readonly roomX: Pt;
  readonly roomY: Pt;
  readonly rtl: boolean;
  /** Type scale that its text is set at. */
  readonly scale: number;
  /** Index among the children of the fragment that hands it up before which it paints: source order. */
  readonly slot: number;
  /** The atomic inline that it came out of last: the inline boxes around that are around it, too. */
  readonly inside?: BlockBox | ReplacedBox;
  /** Beside no line: by how much `vertical-align` lowers the positioned inline box around it. */
  readonly lowered?: Pt;
}

export interface Result {
  /** At x = y = 0: the parent places it. */
  readonly fragment: Fragment;
  /** Margins that adjoin its top edge, its own among them. */
  readonly top: Strut;
  readonly bottom: Strut;
  /** Empty: margins above and below collapse through it, and `top` holds them all. */
  readonly through: boolean;
  /** Of such a box, the margins by which it stands itself: all but its own bottom one, as if it had a bottom border (CSS 2.1, 8.3.1). */
  readonly edge?: Strut;
  readonly pending: readonly Pending[];
  /** Of a cell: height that its content makes, where another is imposed. */
  readonly natural?: Pt;
}

export const isOutOfFlow = (box: Box): box is BlockBox | ReplacedBox =>
  box.kind !== 'inline-root' && (box.style.position === 'absolute' || box.style.position === 'fixed');

/** What absolute boxes inside refer to (CSS 2.1, 10.1; CSS Transforms 1, 3). */
export const containsAbsolute = (box: Box): boolean =>
  box.kind === 'block' && (box.style.position !== 'static' || box.style.transform.length > 0);

/** The same fragment at another place; itself where it is there already. */
export function placed(fragment: Fragment, x: Pt, y: Pt): Fragment {
  return fragment.x === x && fragment.y === y ? fragment : { ...fragment, x, y };
}

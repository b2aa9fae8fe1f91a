import type { Color } from '../../core/color.ts';
import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Field, Item, Link, OutlineEntry } from '../../core/display.ts';
import type { Matrix, Point, Pt, Rect } from '../../core/geometry.ts';
import { apply } from '../../core/geometry.ts';
import type { Span } from '../../core/source.ts';
import type { StructureNode } from '../../core/structure.ts';
import { type Bounds, boundsOfRect, intersectBounds, isEmpty, rectOfBounds, transformBounds } from '../pictures/paths.ts';
import type { PictureSource } from '../pictures/types.ts';
import type { BlockBox, Box, ElementNode, Fragment } from '../types.ts';
import type { Clip } from './sink.ts';

/** What painting one page needs and collects. Mutable: it lives for one page. */
export interface PageState {
  readonly index: number;
  readonly pictures: PictureSource;
  readonly report: (d: Diagnostic) => void;
  /** The box whose background has gone to the canvas. */
  canvasOwner: Box | null;
  /** Logos, whose version is chosen once all is painted. */
  readonly marks: MarkUse[];
  readonly links: Link[];
  readonly fields: Field[];
  /** Takes a field as it is painted. */
  readonly note: (place: Place, box: BlockBox) => void;
  readonly headings: Heading[];
  /** Place of an element in the document: what is taken out of flow lies in a fragment further out, but is painted in this order. */
  readonly treeOrder: (element: ElementNode) => number;
}

/** A logo as it was painted, and what may stand in its place. */
export interface MarkUse {
  /** Its alternative text; '' where it has none. */
  readonly name: string;
  readonly page: number;
  readonly item: Item;
  /** As set, before any transform. */
  readonly height: Pt;
  /** Smallest height, pt. */
  readonly min: Pt;
  /** Made when they are asked for. */
  readonly versions: { readonly mono?: () => Item | null; readonly reverse?: () => Item | null };
  readonly source?: Span;
}

/** An entry of the outline with its structure element, whose place in the tree is its place in the outline. */
export interface Heading {
  readonly node: StructureNode;
  readonly entry: OutlineEntry;
}

/** Lines through text that a block hands on to its lines (CSS 2.1, 16.3.1); null: none. */
export interface Decoration {
  readonly underline: Color | null;
  readonly lineThrough: Color | null;
}

export const UNDECORATED: Decoration = { underline: null, lineThrough: null };

/** A fragment with what it takes over from the ones around it. */
export interface Place {
  readonly fragment: Fragment;
  /** Border box, in page coordinates before any transform. */
  readonly x: Pt;
  readonly y: Pt;
  readonly clip: Clip | null;
  /** Coordinates here → the page's; null: the same. */
  readonly matrix: Matrix | null;
  /** What of the page can show here, clips taken off; null: all. */
  readonly visible: Bounds | null;
  /** A repeated header or the like: an artifact. */
  readonly repeated: boolean;
  readonly decoration: Decoration;
}

export const rectOf = (p: Place): Rect => ({ x: p.x, y: p.y, width: p.fragment.width, height: p.fragment.height });

export function toPage(p: Place, point: Point): Point {
  return p.matrix ? apply(p.matrix, point) : point;
}

/** A rectangle as it shows on the page: its box, what clips cut off taken away. null: nothing is left. */
export function onPage(p: Place, rect: Rect): Rect | null {
  let box = boundsOfRect(rect);
  if (p.matrix) box = transformBounds(box, p.matrix);
  if (p.visible) box = intersectBounds(box, p.visible);
  if (isEmpty(box) || box.maxX === box.minX || box.maxY === box.minY) return null;
  return rectOfBounds(box);
}

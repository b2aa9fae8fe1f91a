import type { Artwork } from './artwork.ts';
import type { Color, Fill } from './color.ts';
import type { Matrix, Pt, Rect } from './geometry.ts';
import type { PageBoxes, PageMarks } from './page-boxes.ts';
import type { Span } from './source.ts';
import type { ContentSlot, StructureNode } from './structure.ts';
import type { FontFace, ShapedRun } from './text/types.ts';

/** What layout makes and impose and paint consume: pages of dumb items, and the structure tree that gives them meaning. */
export interface Document {
  readonly title: string;
  /** BCP 47 language of the whole. */
  readonly lang: string;
  readonly pages: readonly Page[];
  /** The root, tagged `Document`. */
  readonly structure: StructureNode;
  readonly outline: readonly OutlineEntry[];
}

export interface OutlineEntry {
  readonly title: string;
  /** 1..6 */
  readonly level: number;
  /** Index into `pages`. */
  readonly page: number;
  /** Of the heading's top edge, in page coordinates. */
  readonly y: Pt;
}

/** A place to type in, of a page for a form. */
export interface Field {
  /** Fields of one name are one: what is typed stands at all its places. */
  readonly name: string;
  /** What belongs into it. */
  readonly label: string;
  readonly value: string;
  /** Most characters. */
  readonly max: number;
  /** In page coordinates. */
  readonly box: Rect;
  readonly face: FontFace;
  /** Of `value`. */
  readonly size: Pt;
  /** Whether what is typed is set in a size that the viewer finds. */
  readonly own: boolean;
  readonly color: Color;
  readonly align: 'left' | 'center' | 'right';
  /** Its Form element. */
  readonly node: StructureNode;
}

/** One trimmed side. Coordinates: origin at the trim box's top left, y downwards. */
export interface Page {
  readonly boxes: PageBoxes;
  readonly marks: PageMarks;
  /** In paint order. */
  readonly items: readonly Item[];
  /** In reading order. */
  readonly fields?: readonly Field[];
  /** Its items stand outside the bleed on purpose (a slug line); all others are cut at the bleed. */
  readonly slug?: boolean;
}

export type Item = Group | GlyphRun | PathItem | ImageItem | ArtworkItem | Link;

interface ItemBase {
  /** The place in the structure tree that this fills; null: decoration, an artifact. */
  readonly content: ContentSlot | null;
  readonly source?: Span;
}

/**
 * Items painted together: transformed, clipped, faded as one. `clip` is in the coordinates of the items (inside `transform`). `content` is
 * inherited by nothing; each child has its own.
 */
export interface Group {
  readonly kind: 'group';
  readonly transform?: Matrix;
  readonly clip?: PathData;
  /** 0..1, applied to the group as a whole. */
  readonly opacity?: number;
  readonly mask?: Mask;
  /** Equal keys mean equal `items` (transform, clip, opacity and mask aside): paint may draw them once (a form) and use them often. */
  readonly key?: string;
  /** Given: the whole group fills this slot (null: is an artifact), whatever its items say. Drawings are such groups, so that their items can be shared. */
  readonly content?: ContentSlot | null;
  /** Of a drawing: where the template or the stylesheet names it. */
  readonly source?: Span;
  readonly items: readonly Item[];
}

/**
 * Shows a group only where the mask's items are light (`luminance`: of their colours, over black) or cover (`alpha`), in the coordinates of the
 * group's items. What it holds is never content.
 */
export interface Mask {
  readonly by: 'luminance' | 'alpha';
  readonly items: readonly Item[];
}

/** Glyphs `from`..`to` (exclusive, in visual order) of one shaped run, set from the pen position (x, y) on the baseline to the right. */
export interface GlyphRun extends ItemBase {
  readonly kind: 'glyphs';
  readonly run: ShapedRun;
  readonly from: number;
  readonly to: number;
  readonly x: Pt;
  readonly y: Pt;
  readonly size: Pt;
  /** Added after each cluster. */
  readonly letterSpacing: Pt;
  /** Added after each space, letter spacing aside. */
  readonly wordSpacing: Pt;
  readonly color: Color;
  /** What a reader should hear instead of the glyphs: a soft hyphen at the end of a line is '\u00AD'. */
  readonly actualText?: string;
}

/** Flat list of segments: absolute coordinates. */
export type PathSegment =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface PathData {
  readonly segments: readonly PathSegment[];
  readonly evenOdd?: boolean;
}

export interface Stroke {
  readonly color: Color;
  readonly width: Pt;
  readonly dash?: readonly Pt[];
  readonly dashOffset?: Pt;
  readonly cap?: 'butt' | 'round' | 'square';
  readonly join?: 'miter' | 'round' | 'bevel';
  readonly miterLimit?: number;
}

export interface PathItem extends ItemBase {
  readonly kind: 'path';
  readonly path: PathData;
  /** Letters of a drawing: their font's size. */
  readonly type?: Pt;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

/** A raster picture drawn to fill `box`. Cropping is a clip of the group around it. */
export interface ImageItem extends ItemBase {
  readonly kind: 'image';
  readonly image: RasterImage;
  readonly box: Rect;
}

/** A page of somebody's PDF, drawn to fill `box`. */
export interface ArtworkItem extends ItemBase {
  readonly kind: 'artwork';
  readonly artwork: Artwork;
  readonly box: Rect;
}

/** Pixels ready to be embedded. Opened once a process; `key` is a hash of the bytes it came from. */
export interface RasterImage {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** `jpeg`: `data` is a whole JPEG file, passed through. `raw`: 8-bit samples, `channels` each, interleaved. */
  readonly encoding: 'jpeg' | 'raw';
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
  /** `raw` only: the file was a photograph with losses (a JPEG that had to be turned or converted), so that it may be encoded as one again. */
  readonly lossy?: boolean;
  /** 8-bit alpha, width × height, where there is any. */
  readonly alpha?: Uint8Array;
}

/** A clickable rectangle, in page coordinates: links stand last on a page, outside all groups. `content` is the slot in its Link structure node that the annotation belongs after. */
export interface Link {
  readonly kind: 'link';
  readonly box: Rect;
  readonly href: string;
  /** What a screen reader says for it: the link's text. */
  readonly label: string;
  readonly node: StructureNode;
}

import type { Pt } from '../geometry.ts';
import type { Span } from '../source.ts';

/** One opened font file, opened once a process. Metrics in font units. */
export interface FontFace {
  /** Hash of the bytes and of the pinned axes: equal keys, equal fonts. */
  readonly key: string;
  /** PostScript name, for the PDF. */
  readonly name: string;
  readonly family: string;
  /** 100..900 */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Positive, below the baseline. */
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Positive, below the baseline: the middle of the stroke. */
  readonly underlineOffset: number;
  readonly underlineThickness: number;
  /** Negative, above the baseline: the middle of the stroke. */
  readonly strikeOffset: number;
  readonly italicAngle: number;
  /** Letters have serifs, as far as the font says. */
  readonly serif: boolean;
  /** Its glyphs are drawn in colours of their own (COLR). */
  readonly colored: boolean;
  readonly bytes: Uint8Array;
  has(codePoint: number): boolean;
}

/** OpenType features as HarfBuzz takes them: 'lnum', '-liga', 'ss01=1'. Sorted. */
export type Features = readonly string[];

/**
 * A stretch of text of one font, script, direction and feature set, as HarfBuzz shaped it. Immutable and cached: equal inputs give the same object.
 * Arrays have one entry a glyph, in visual order; lengths in font units.
 */
export interface ShapedRun {
  readonly face: FontFace;
  readonly text: string;
  readonly rtl: boolean;
  readonly features: Features;
  readonly glyphs: Uint16Array;
  readonly advances: Int32Array;
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  /** UTF-16 offset in `text` of the cluster that the glyph belongs to. */
  readonly clusters: Uint32Array;
  /** Sum of the advances. */
  readonly width: number;
}

export interface FontRequest {
  /** Families in order of preference. */
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Axes of variable fonts, beyond what weight and style set: 'wdth=85'. Sorted. */
  readonly variations?: readonly string[];
}

/** Faces in order of preference, and where a cluster of characters is looked for that none of them has. */
export interface FaceList extends ReadonlyArray<FontFace> {
  readonly fallback?: {
    find(unset: {
      readonly codePoints: readonly number[];
      /** ISO 15924 */
      readonly script: string;
      /** BCP 47 */
      readonly lang: string;
      /** A picture in colour is wanted. */
      readonly emoji: boolean;
    }): FontFace | { readonly install: string } | null;
  };
}

/** A font as a stylesheet's `@font-face` declares it. */
export interface FontDeclaration {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Of a variable font: it serves all weights from the first to the second. `weight` is the one nearest to 400. */
  readonly weights?: readonly [number, number];
  readonly bytes: Uint8Array;
  /** For messages. */
  readonly file: string;
  /** Where the stylesheet names it. */
  readonly span?: Span;
  /** Code points that it may be used for; absent: all. */
  readonly unicodeRange?: readonly (readonly [number, number])[];
}

/** The fonts of one template set. */
export interface FontBook {
  readonly faces: readonly FontFace[];
  /** The faces to try in order for one request (CSS Fonts 4, 5.2 font matching), fallbacks last. Memoised. */
  match(request: FontRequest): FaceList;
}

/** Result of itemising: runs in logical order, covering the text. */
export interface TextRun {
  readonly run: ShapedRun;
  /** UTF-16 offset of `run.text` in the itemised text. */
  readonly start: number;
  /** Bidi embedding level; odd is right-to-left. */
  readonly level: number;
  readonly size: Pt;
}

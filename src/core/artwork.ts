import type { RasterImage } from './display.ts';
import type { Pt } from './geometry.ts';
import type { ProfileKind } from './profile.ts';

/**
 * A page of somebody's PDF, taken out of its file: a form (ISO 32000-1, 8.10) and all that it needs. The form paints into the rectangle from
 * (0, 0) to (width, height), y upwards. It holds no marked content, no structure, no layers, no links: what it means, the page says that shows it.
 */
export interface Artwork {
  /** Of the file's bytes, the page and the box: equal keys, equal artwork. */
  readonly key: string;
  readonly width: Pt;
  readonly height: Pt;
  /** The first is the form. */
  readonly objects: readonly ArtworkObject[];
  /** What of the standards for archives and for readers it does not keep, for people; a file that shows it claims neither. Empty: it keeps them. */
  readonly faults: readonly string[];
  /** Paints with DeviceCMYK: right under a profile of a press, no colour that a screen's file may leave undefined. */
  readonly cmyk: boolean;
  /** Paints with DeviceRGB, which the plates of a press do not have: such a file says what is meant by it. */
  readonly rgb: boolean;
  /** What it looks like, in the small: asked where text stands on it. */
  readonly preview: RasterImage;
  /** Opened for a file in one ink: grey, and whether it lost colours by it; or why it could not be turned. */
  readonly oneInk?: { readonly turned: boolean } | { readonly refused: string };
}

/** `in`: stands in a dictionary of colour spaces; `for`: in a resource dictionary that has none. */
export interface DefaultSpace {
  readonly defaultRgb: 'in' | 'for';
}

/**
 * An object in PDF syntax; a number stands for a reference to the object of that index, a default space for DefaultRGB where the file has need of
 * one (8.6.5.6). A stream's dictionary lacks Length.
 */
export interface ArtworkObject {
  readonly parts: readonly (string | number | DefaultSpace)[];
  readonly stream?: Uint8Array;
}

/** Where a version of a PDF for a profile stands: `art.press.pdf` for `art.pdf`. null: it is no PDF. */
export function versionOf(path: string, kind: ProfileKind): string | null {
  return /\.pdf$/i.test(path) ? `${path.slice(0, -'.pdf'.length)}.${kind}.pdf` : null;
}

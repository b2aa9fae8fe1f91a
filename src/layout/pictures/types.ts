import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Pt } from '../../core/geometry.ts';
import type { ProfileKind } from '../../core/profile.ts';
import type { Span } from '../../core/source.ts';
import type { FontBook } from '../../core/text/types.ts';
import type { ComputedStyle, ElementNode, Picture } from '../types.ts';

/** A picture that a template or stylesheet names. `source`: the url, for messages. */
export interface PictureRequest {
  readonly url: string;
  readonly source?: Span;
  /** A logo: where its ink stands will be asked. */
  readonly mark?: boolean;
}

/** The only folders that pictures come from, absolute. */
export interface PictureRoots {
  /** Of the template set: plain relative urls. */
  readonly template: string;
  /** What paths of the template set begin with in messages: 'sets/mine/'. */
  readonly label?: string;
  /** Of the campaign: `campaign:images/a.jpg`. */
  readonly campaign: string;
}

/** Addresses of the campaign's logos (`campaign:logos/a.svg`), each with the smallest height that its owner allows, pt; 0: any. */
export type Logos = ReadonlyMap<string, Pt>;

/** What the text of drawings is set in, where they have any. */
export interface PictureMeans {
  readonly fonts: FontBook | null;
  /** BCP 47, of the job. */
  readonly lang: string;
  readonly logos?: Logos;
  /** What is printed: artwork may have a version for it. `screen` if left out. */
  readonly profile?: ProfileKind;
  /** In one ink: artwork is opened grey. */
  readonly mono?: boolean;
}

/**
 * The pictures of one job, opened. Whatever goes wrong is in `diagnostics` and gives a picture whose body is `missing`; nothing throws.
 */
export interface PictureSource {
  /** @param style of the host element: `currentColor` and `var(--x)` inside an SVG file take their values from it */
  get(url: string, source?: Span, style?: ComputedStyle): Picture;
  /** An inline `<svg>` element. */
  drawing(svg: ElementNode, style: ComputedStyle): Picture;
  /** The matrix of a QR code with its quiet zone, as one black path. */
  qr(value: string, source?: Span): Picture;
  /** What the campaign says is a logo; absent: nothing. */
  readonly logos?: Logos;
  /** All that has been reported so far; grows with the calls. */
  readonly diagnostics: readonly Diagnostic[];
}

import type { Artwork } from '../../core/artwork.ts';
import type { RasterImage } from '../../core/display.ts';
import { px } from '../../core/geometry.ts';
import type { Picture, VectorDrawing } from '../types.ts';
import type { DrawnSvg } from './svg/index.ts';

export const MISSING: Picture = { key: 'missing', width: null, height: null, ratio: null, body: { kind: 'missing' } };

/** 1 px = 0.75 pt, whatever resolution the file claims: as browsers do. */
export function pictureOfImage(image: RasterImage): Picture {
  const { key, width, height } = image;
  return { key, width: px(width), height: px(height), ratio: width / height, body: { kind: 'raster', image } };
}

/** As large as its box, in print's own measure. */
export function pictureOfArtwork(artwork: Artwork): Picture {
  const { key, width, height } = artwork;
  return { key, width, height, ratio: width / height, body: { kind: 'artwork', artwork } };
}

export function pictureOfSvg(drawn: DrawnSvg, key: string): Picture {
  const { drawing, width, height, ratio } = drawn;
  return { key, width, height, ratio, body: { kind: 'vector', drawing } };
}

/** A square without a size of its own: it fills what it is given. */
export function pictureOfQr(drawing: VectorDrawing, key: string): Picture {
  return { key, width: null, height: null, ratio: 1, body: { kind: 'vector', drawing } };
}

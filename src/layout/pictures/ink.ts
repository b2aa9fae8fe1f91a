import type { default as Sharp } from 'sharp';
import type { RasterImage } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import type { Picture, VectorDrawing } from '../types.ts';
import { isEmpty, rectOfBounds } from './paths.ts';
import { boundsOfShapes } from './svg/shape-tools.ts';

/** Fainter than this is empty: the soft edge of a shadow does not make a logo larger. */
const FAINT = 16;
/** Lighter than this is white paper that a scanner or a JPEG has dirtied a little. */
const WHITE = 246;

/** Where the ink of pixels stands: what is not transparent, or, without transparency, not white. null: nowhere, or everywhere. */
function inkOfPixels(width: number, height: number, isInk: (i: number) => boolean): Rect | null {
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(y * width + x)) continue;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  const all = x0 === 0 && y0 === 0 && x1 === width - 1 && y1 === height - 1;
  return x1 < 0 || all ? null : { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
}

/** Where the ink of an opened picture of pixels stands. A JPEG is decoded for it: once a process, of logos only. */
export async function inkOfImage(image: RasterImage): Promise<Rect | null> {
  const { width, height, alpha } = image;
  if (alpha) return inkOfPixels(width, height, (i) => (alpha[i] ?? 0) > FAINT);
  let { data, channels }: { data: Uint8Array; channels: number } = image;
  if (image.encoding === 'jpeg') {
    const sharp: typeof Sharp = (await import('sharp')).default;
    const decoded = await sharp(image.data).raw().toBuffer({ resolveWithObject: true });
    data = decoded.data;
    channels = decoded.info.channels;
  }
  return inkOfPixels(width, height, (i) => {
    for (let c = 0; c < channels; c++) if ((data[i * channels + c] ?? 255) < WHITE) return true;
    return false;
  });
}

/** A picture without its empty borders: the same drawing, seen through a smaller window. */
export function trimmed(picture: Picture, ink: Rect | null): Picture {
  const { body, key } = picture;
  if (body.kind === 'missing' || body.kind === 'artwork') return picture;
  if (body.kind === 'raster') {
    if (!ink) return picture;
    const { image } = body;
    const shapes = [{ kind: 'image', image, x: 0, y: 0, width: image.width, height: image.height }] as const;
    return windowed(`${key}-trimmed`, ink, { viewBox: ink, preserveAspectRatio: MIDDLE, shapes });
  }
  const { drawing } = body;
  const bounds = boundsOfShapes(drawing.shapes);
  if (isEmpty(bounds)) return picture;
  const found = rectOfBounds(bounds);
  const { viewBox } = drawing;
  const x = Math.max(found.x, viewBox.x);
  const y = Math.max(found.y, viewBox.y);
  const width = Math.min(found.x + found.width, viewBox.x + viewBox.width) - x;
  const height = Math.min(found.y + found.height, viewBox.y + viewBox.height) - y;
  if (!(width > 0 && height > 0)) return picture;
  return windowed(
    `${key}-trimmed`,
    { x, y, width, height },
    { ...drawing, viewBox: { x, y, width, height }, preserveAspectRatio: MIDDLE },
  );
}

const MIDDLE: VectorDrawing['preserveAspectRatio'] = { align: { x: 0.5, y: 0.5 }, slice: false };

const windowed = (key: string, { width, height }: Rect, drawing: VectorDrawing): Picture => ({
  key,
  width: null,
  height: null,
  ratio: width / height,
  body: { kind: 'vector', drawing },
});

import sharp from 'sharp';

/** RGB, 8 bits, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A component may differ by so much: what a palette of 256 colours rounds off, and another rasteriser's edges of letters. */
export const TOLERANCE = 40;
/** So large a part of the pixels may differ by more. */
export const ALLOWED = 0.0005;

export async function decodePixels(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** A picture as it is kept: a palette, no dithering, the smallest file. */
export async function encodePicture({ data, width, height }: Pixels): Promise<Uint8Array> {
  const raw = { width, height, channels: 3 } as const;
  return new Uint8Array(await sharp(data, { raw }).png({ palette: true, colours: 256, dither: 0, effort: 10 }).toBuffer());
}

export interface Difference {
  /** Part of the pixels that differ, 0..1; 1 where the sizes do. */
  readonly part: number;
  /** Red where they differ, the expected picture faintly below. */
  readonly picture: Pixels;
}

/** What differs between two pictures. null: nothing that anybody would see. */
export function compare(expected: Pixels, got: Pixels): Difference | null {
  const { width, height } = got;
  const sameSize = expected.width === width && expected.height === height;
  const data = new Uint8Array(width * height * 3);
  let count = 0;
  for (let i = 0; i < width * height; i++) {
    const at = i * 3;
    let most = 0;
    for (let c = 0; c < 3; c++) most = Math.max(most, Math.abs((expected.data[at + c] ?? 0) - (got.data[at + c] ?? 0)));
    const differs = !sameSize || most > TOLERANCE;
    if (differs) count++;
    const grey = 200 + ((got.data[at + 1] ?? 0) * 55) / 255;
    data.set(differs ? [220, 0, 40] : [grey, grey, grey], at);
  }
  const part = sameSize ? count / (width * height) : 1;
  return part > ALLOWED ? { part, picture: { width, height, data } } : null;
}

/** Pages side by side on grey, as one picture. */
export async function sideBySide(pages: readonly Pixels[]): Promise<Pixels> {
  const [only] = pages;
  if (only && pages.length === 1) return only;
  const gap = 4;
  const width = pages.reduce((sum, page) => sum + page.width + gap, -gap);
  const height = Math.max(...pages.map((page) => page.height));
  const data = new Uint8Array(width * height * 3).fill(150);
  let left = 0;
  for (const page of pages) {
    for (let y = 0; y < page.height; y++)
      data.set(page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3), (y * width + left) * 3);
    left += page.width + gap;
  }
  return { width, height, data };
}

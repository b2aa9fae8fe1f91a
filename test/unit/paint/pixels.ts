import sharp from 'sharp';
import { rasterPages } from '../../../src/paint/raster/index.ts';

/** The first page as PDFium draws it: colour at (x, y), pixels from the top left. */
export async function pixelsOf(pdf: Uint8Array, width: number): Promise<(x: number, y: number) => number[]> {
  const [first] = await rasterPages(pdf, { width, format: 'png' });
  if (!first) throw new Error('no page');
  const { data, info } = await sharp(first.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}

/** The same colour but for a viewer's rounding. */
export function near(colour: readonly number[], expected: readonly number[], by = 2): boolean {
  return colour.length === expected.length && colour.every((value, i) => Math.abs(value - (expected[i] ?? 0)) <= by);
}

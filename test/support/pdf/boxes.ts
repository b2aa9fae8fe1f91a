import { readRaw, type Value } from './raw.ts';

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

export interface ReadBoxes {
  readonly media: Box;
  readonly crop: Box | null;
  readonly bleed: Box | null;
  readonly trim: Box | null;
  /** Entries that a page must not have. */
  readonly userUnit: Value;
}

/** The boxes of each page, in PDF coordinates. */
export function readBoxes(pdf: Uint8Array): ReadBoxes[] {
  const raw = readRaw(pdf);
  return raw.pages.map(({ dict }) => {
    const box = (key: string): Box | null => (Array.isArray(dict.get(key)) ? (dict.get(key) as unknown as Box) : null);
    const media = box('MediaBox');
    if (!media) throw new Error('a page without MediaBox');
    return { media, crop: box('CropBox'), bleed: box('BleedBox'), trim: box('TrimBox'), userUnit: dict.get('UserUnit') ?? null };
  });
}

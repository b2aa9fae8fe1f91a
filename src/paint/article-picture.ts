import type { Document, Item } from '../core/display.ts';
import type { Size } from '../core/geometry.ts';
import { IDENTITY } from '../core/geometry.ts';
import type { PaintDesk } from './desk.ts';
import { paintPdf } from './pdf/index.ts';

/** Dots an inch of a picture in a Word file: sharp on an office printer. */
const DPI = 300;

const blank = (title: string): Document => ({
  title,
  lang: 'und',
  pages: [],
  structure: { kind: 'node', tag: 'Document', children: [] },
  outline: [],
});

/** A drawing as a PNG for a word processor, which knows no vectors of ours. Made once for all libraries. */
export function articlePicture(key: string, items: readonly Item[], size: Size, desk: PaintDesk): Promise<Uint8Array> {
  const name = `${key} ${size.width}x${size.height}`;
  const known = desk.pictures.get(name);
  if (known) return known;
  const box = { x: 0, y: 0, ...size };
  const page = { boxes: { media: box, bleed: box, trim: box, safe: box }, marks: { crop: false, cross: false }, items };
  const sheet = { media: size, placements: [{ page, transform: IDENTITY, clip: box }], marks: [] };
  const pdf = paintPdf(
    { document: { ...blank('picture'), pages: [page] }, sheets: [sheet] },
    { created: desk.created },
    desk.pdf,
  );
  const made = png(pdf, Math.max(1, Math.round((size.width * DPI) / 72)));
  desk.pictures.set(name, made);
  return made;
}

/** The only page of a PDF. PDFium is not loaded before somebody wants a picture. */
async function png(pdf: Uint8Array, width: number): Promise<Uint8Array> {
  const { rasterPages } = await import('./raster/index.ts');
  const [first] = await rasterPages(pdf, { width, format: 'png' });
  if (!first) throw new Error('a page of one picture gave no picture');
  return first.bytes;
}

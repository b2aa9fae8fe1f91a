import type { Artwork } from '../../../core/artwork.ts';
import { type Diagnostic, error } from '../../../core/diagnostics.ts';
import { openPdf } from '../../../core/pdf/file.ts';
import { PdfFault } from '../../../core/pdf/objects.ts';
import { pageOf } from '../../../core/pdf/pages.ts';
import { greyInk } from './grey/index.ts';
import { type ImportedPage, importPage } from './import.ts';
import type { ArtworkPart } from './part.ts';
import { previewOf } from './preview.ts';

export type OpenedArtwork =
  | { readonly kind: 'artwork'; readonly artwork: Artwork }
  | { readonly kind: 'refused'; readonly problem: (label: string) => Diagnostic };

const HINTS: Readonly<Record<PdfFault['why'], readonly [Diagnostic['code'], string]>> = {
  broken: ['pdf-broken', 'Export it anew from the program that made it.'],
  encrypted: ['pdf-encrypted', 'Export it without a password and without restrictions.'],
  'too-large': ['pdf-too-large', 'Export the page alone, with pictures at 300 dots an inch.'],
  unsupported: ['pdf-unsupported', 'Export it as PDF/X-4 or PDF/A-2.'],
  page: ['pdf-page', 'Name a page that the file has: art.pdf#page=1.'],
  font: ['pdf-font', 'Export it with all fonts embedded, or with its text as outlines.'],
};

/**
 * One page of a PDF.
 *
 * @param key of the file's bytes
 * @param grey for one ink; what cannot be turned grey stays as it is, and says why
 */
export async function openArtwork(bytes: Uint8Array, key: string, part: ArtworkPart, grey = false): Promise<OpenedArtwork> {
  const own = `${key} ${part.page} ${part.box}`;
  try {
    const file = openPdf(bytes);
    const page = pageOf(file, part.page);
    if (!grey) return { kind: 'artwork', artwork: await drawn(own, await importPage(file, page, page[part.box])) };
    try {
      const ink = greyInk(file);
      const artwork = await drawn(`${own} grey`, await importPage(file, page, page[part.box], ink));
      return { kind: 'artwork', artwork: { ...artwork, oneInk: { turned: ink.turned } } };
    } catch (e) {
      if (!(e instanceof PdfFault)) throw e;
      const artwork = await drawn(own, await importPage(file, page, page[part.box]));
      return { kind: 'artwork', artwork: { ...artwork, oneInk: { refused: e.message } } };
    }
  } catch (e) {
    if (!(e instanceof PdfFault)) throw e;
    const { why, message } = e;
    const [code, hint] = HINTS[why];
    return { kind: 'refused', problem: (label) => error(code, `“${label}” cannot be used: ${message}.`, { hint }) };
  }
}

async function drawn(key: string, page: ImportedPage): Promise<Artwork> {
  const { width, height, objects } = page;
  const preview = await previewOf(key, width, height, objects);
  if (!preview) throw new PdfFault('broken', 'its page cannot be drawn');
  return { key, ...page, preview };
}

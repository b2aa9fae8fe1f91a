import sharp from 'sharp';
import { pdfium } from '../../core/pdf/pdfium.ts';

export interface RasterOptions {
  /** Of each picture, px; the height follows the page. */
  readonly width: number;
  /** WebP by default: a poster is about a third of its PNG. */
  readonly format?: 'webp' | 'png';
}

export interface PagePixels {
  readonly bytes: Uint8Array;
  /** px */
  readonly width: number;
  readonly height: number;
}

/** Every page of a PDF as a picture, on white: what a viewer shows of it (its crop box). The same file gives the same bytes. */
export async function rasterPages(pdf: Uint8Array, options: RasterOptions): Promise<readonly PagePixels[]> {
  const document = await (await pdfium()).loadDocument(pdf);
  try {
    const pages: Promise<PagePixels>[] = [];
    for (let i = 0; i < document.getPageCount(); i++) {
      const page = document.getPage(i);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const width = Math.max(1, Math.round(options.width));
      const height = Math.max(1, Math.round((width * originalHeight) / originalWidth));
      // Copied at once: the pixels lie in PDFium's memory, which the next page uses again.
      const { data } = await page.render({ width, height, render: async (pixels) => pixels.data.slice() });
      pages.push(encode(data, width, height, options.format ?? 'webp').then((bytes) => ({ bytes, width, height })));
    }
    return await Promise.all(pages);
  } finally {
    document.destroy();
  }
}

/** The page is white wherever nothing is painted, so the alpha says nothing. Higher efforts of WebP take twice as long for a twentieth less. */
async function encode(rgba: Uint8Array, width: number, height: number, format: 'webp' | 'png'): Promise<Uint8Array> {
  const image = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  const bytes = await (format === 'png' ? image.png({ compressionLevel: 9 }) : image.webp({ quality: 82, effort: 2 })).toBuffer();
  return new Uint8Array(bytes);
}

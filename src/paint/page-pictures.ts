import type { PaintedFile } from './index.ts';
import { rasterPages } from './raster/index.ts';

/** Width of a page's picture in the gallery, px: readable on a dense screen at the height it is shown in. */
const WIDTH = 320;

export interface PagePicture extends PaintedFile {
  readonly of: string;
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** 'north/poster-a3-da.pdf' → 'gallery/north/poster-a3-da-1.webp' */
const nameOf = (path: string, page: number, extension: string): string =>
  `gallery/${path.replace(/\.pdf$/u, '')}-${page}.${extension}`;

/** A small picture of every page of the PDFs among the files. */
export async function pagePictures(files: readonly PaintedFile[]): Promise<readonly PagePicture[]> {
  const pictures: PagePicture[] = [];
  for (const { path, bytes, shown } of files) {
    if (!path.endsWith('.pdf')) continue;
    const pages = await rasterPages(shown ?? bytes, { width: WIDTH, format: 'webp' });
    pages.forEach((page, i) => {
      pictures.push({
        path: nameOf(path, i + 1, 'webp'),
        bytes: page.bytes,
        of: path,
        page: i + 1,
        width: page.width,
        height: page.height,
      });
    });
  }
  return pictures;
}

import type { Article, ArticleBlock } from '../core/article.ts';
import type { Item } from '../core/display.ts';
import type { Size } from '../core/geometry.ts';
import type { Job } from '../core/job.ts';
import type { Imposition } from '../core/sheet.ts';
import { articlePicture } from './article-picture.ts';
import type { PaintDesk } from './desk.ts';
import { orderText } from './order.ts';
import { type PdfMeta, paintPdf, prepareImages } from './pdf/index.ts';
import { paintText } from './text/index.ts';

/** What layout left to be painted beside the sheets. */
export interface Prose {
  readonly article?: Article;
  readonly picture: (url: string, size: Size) => { readonly key: string; readonly items: readonly Item[] };
}

export interface PaintedFile {
  /** Inside the campaign's output folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a form: the same file with what its fields hold drawn on the page, to make pictures from. */
  readonly shown?: Uint8Array;
}

/** Sizes of the pictures that an article names, the largest of each. */
function pictureSizes(blocks: readonly ArticleBlock[], sizes = new Map<string, Size>()): Map<string, Size> {
  for (const block of blocks) {
    if (block.kind === 'image') {
      const known = sizes.get(block.src);
      if (!known || known.width < block.width) sizes.set(block.src, { width: block.width, height: block.height });
    } else if (block.kind === 'quote' || block.kind === 'box') pictureSizes(block.blocks, sizes);
    else if (block.kind === 'list') for (const item of block.items) pictureSizes(item, sizes);
    else if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) pictureSizes(cell, sizes);
  }
  return sizes;
}

async function docx(article: Article, prose: Prose, author: string | undefined, desk: PaintDesk): Promise<Uint8Array> {
  const { paintDocx } = await import('./docx/index.ts');
  const sizes = pictureSizes([...article.header, ...article.blocks, ...article.footer]);
  const date = desk.created.toISOString().slice(0, 10);
  return paintDocx(article, { ...(author && { author }), date }, async (src) => {
    const size = sizes.get(src);
    if (!size || !(size.width > 0 && size.height > 0)) return null;
    const { key, items } = prose.picture(src, size);
    if (items.length === 0) return null;
    return { kind: 'png', bytes: await articlePicture(key, items, size, desk) };
  });
}

/** In the colours of the job's profile. */
async function pdf(job: Job, imposition: Imposition, meta: PdfMeta, desk: PaintDesk): Promise<Uint8Array> {
  if (job.profile.kind !== 'press') return paintPdf(imposition, meta, job.profile.mono ? desk.grey : desk.pdf);
  const { condition, kit } = await desk.presses.of(job.profile);
  await prepareImages(imposition.document, condition, kit.images);
  return paintPdf(imposition, { ...meta, id: `urn:kit:${desk.campaign}/${job.id}` }, kit);
}

/** All outputs of one job. No opinions here: whatever looks wrong in a file is to be mended in layout. */
export async function paint(job: Job, imposition: Imposition, prose: Prose, desk: PaintDesk): Promise<readonly PaintedFile[]> {
  const author = desk.author[job.language];
  const files: PaintedFile[] = [];
  for (const { kind, path } of job.outputs) {
    if (kind === 'pdf') {
      const meta = { ...(author && { author }), created: desk.created };
      const form = imposition.document.pages.some(({ fields }) => fields !== undefined);
      const shown = form && paintPdf(imposition, meta, desk.pdf, true);
      files.push({ path, bytes: await pdf(job, imposition, meta, desk), ...(shown && { shown }) });
      continue;
    }
    if (kind === 'order') {
      const press = await desk.presses.of(job.profile);
      files.push({ path, bytes: new TextEncoder().encode(orderText(job, path.replace(/\.txt$/u, '.pdf'), imposition, press)) });
      continue;
    }
    const { article } = prose;
    if (!article) throw new Error(`${job.id} asks for ${kind}, but layout made no article`);
    files.push({
      path,
      bytes: kind === 'docx' ? await docx(article, prose, author, desk) : new TextEncoder().encode(paintText(article)),
    });
  }
  return files;
}

export { openPaint, type PaintDesk } from './desk.ts';
export { intentFaults } from './press.ts';

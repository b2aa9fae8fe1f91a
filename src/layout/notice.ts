import type { Article, ArticleStyle } from '../core/article.ts';
import { BLACK } from '../core/color.ts';
import type { Document, Item, Page } from '../core/display.ts';
import { outset, type Pt, type Rect } from '../core/geometry.ts';
import type { Job } from '../core/job.ts';
import { itemize } from '../core/text/index.ts';
import type { FontFace } from '../core/text/types.ts';
import { rectPath } from './pictures/paths.ts';

/** Type size of the notice, and the strip that it stands in outside the bleed. */
const SIZE: Pt = 7;
const STRIP: Pt = 14;

const around = (a: Rect, b: Rect): Rect => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
};

function lineItems(words: string, x0: Pt, y: Pt, faces: readonly FontFace[]): readonly Item[] {
  const { runs } = itemize(words, { faces, features: [], lang: 'und', size: SIZE, direction: 'ltr' });
  let x = x0;
  return runs.map(({ run }): Item => {
    const at = x;
    x += (run.width / run.face.unitsPerEm) * SIZE;
    const flat = { letterSpacing: 0, wordSpacing: 0, color: BLACK, content: null };
    return { kind: 'glyphs', run, from: 0, to: run.glyphs.length, x: at, y, size: SIZE, ...flat };
  });
}

/** Beside the marks, where the page has any. */
const startOf = ({ boxes, marks }: Page): Pt => (marks.crop ? boxes.trim.x + SIZE : boxes.bleed.x);

const noticeItems = (notice: string, page: Page, faces: readonly FontFace[]): readonly Item[] =>
  lineItems(notice, startOf(page), page.boxes.bleed.y - (STRIP - SIZE) / 2, faces);

/** The file's name, the trimmed size and the bleed in mm. */
export function slugOf({ id, size, profile }: Pick<Job, 'id' | 'size' | 'profile'>): string {
  const mm = (pt: Pt): string => String(Math.round(((pt * 25.4) / 72) * 10) / 10);
  return `${id} · ${mm(size.width)} × ${mm(size.height)} mm + ${mm(profile.bleed ?? 0)} mm`;
}

/** A line below the marks that says what the sheet is, for whoever has many of them on the table. */
export function withSlug(document: Document, words: string, faces: readonly FontFace[]): Document {
  const pages = document.pages.map((page, i): Page => {
    const { media } = page.boxes;
    const bottom = media.y + media.height;
    const grown = { ...media, height: media.height + STRIP };
    const line = document.pages.length > 1 ? `${words} · ${i + 1}/${document.pages.length}` : words;
    const items = [...cutAtBleed(page), ...lineItems(line, startOf(page), bottom + SIZE, faces), ...linksOf(page)];
    return { ...page, boxes: { ...page.boxes, media: grown }, slug: true, items };
  });
  return { ...document, pages };
}

const linksOf = (page: Page): readonly Item[] => page.items.filter(({ kind }) => kind === 'link');

/** What stands outside the bleed on purpose is cut already. */
const cutAtBleed = (page: Page): readonly Item[] => {
  const items = page.items.filter(({ kind }) => kind !== 'link');
  return page.slug ? items : [{ kind: 'group', clip: rectPath(page.boxes.bleed), items }];
};

/** A draft says that it is one on every page, outside the trim, and in the file's title: whoever prints it sees it, and the knife takes it away. */
export function withNotice(document: Document, notice: string, faces: readonly FontFace[]): Document {
  const pages = document.pages.map((page): Page => {
    const media = around(page.boxes.media, outset(page.boxes.bleed, STRIP));
    const items = [...cutAtBleed(page), ...noticeItems(notice, page, faces), ...linksOf(page)];
    return { ...page, boxes: { ...page.boxes, media }, slug: true, items };
  });
  return { ...document, title: `${document.title} (${notice})`, pages };
}

const PLAIN: ArticleStyle = {
  name: 'Notice',
  fontFamily: 'sans-serif',
  generic: 'sans-serif',
  fontSize: 9,
  bold: true,
  italic: false,
  color: '#000000',
  lineHeight: 12,
  spaceBefore: 0,
  spaceAfter: 6,
  align: 'start',
  uppercase: false,
  keepWithNext: false,
};

/** The same for a text without pages: its first line. */
export function articleWithNotice(article: Article, notice: string): Article {
  return {
    ...article,
    title: `${article.title} (${notice})`,
    header: [{ kind: 'paragraph', style: 'notice', inlines: [{ kind: 'text', text: notice }] }, ...article.header],
    styles: { ...article.styles, notice: PLAIN },
  };
}

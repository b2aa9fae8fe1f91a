import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Article, ArticleBlock } from '../../core/article.ts';
import { directionOf } from '../../core/direction.ts';
import { BULLETS, type Building, blocks, type DocxPicture, type Numbering, paragraphDirection } from './blocks.ts';
import { fontTable } from './font-table.ts';
import { normalise } from './normalise.ts';
import { paragraphStyles, runLooks, twips, wordLang } from './styles.ts';

export type { DocxPicture } from './blocks.ts';

export interface DocxMeta {
  /** Who publishes it. */
  readonly author?: string;
  /** '2012-11-22': what the file says of its making; absent: nothing. */
  readonly date?: string;
}

/** Gives a picture of the article in a form that word processors show; null where there is none. */
export type PictureBytes = (src: string) => Promise<DocxPicture | null>;

function pictureSources(all: readonly ArticleBlock[]): readonly string[] {
  return all.flatMap((block): readonly string[] => {
    if (block.kind === 'image') return [block.src];
    if (block.kind === 'quote' || block.kind === 'box') return pictureSources(block.blocks);
    if (block.kind === 'list') return block.items.flatMap(pictureSources);
    return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap(pictureSources)) : [];
  });
}

const LEVELS = 9;

function levels({ ordered, start }: Pick<Numbering, 'ordered' | 'start'>, rtl: boolean): ILevelsOptions[] {
  return Array.from({ length: LEVELS }, (_, level) => ({
    level,
    format: ordered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: ordered ? `%${level + 1}.` : '–',
    alignment: rtl ? AlignmentType.CENTER : AlignmentType.START,
    start: level === 0 ? start : 1,
  }));
}

/** Smallest distance of header and footer from the sheet's edge, pt. */
const EDGE = 18;

/** An article as a Word document that people go on writing in: real styles, headings, lists, links, languages. Same article, same bytes. */
export async function paintDocx(article: Article, meta: DocxMeta, pictureBytes: PictureBytes): Promise<Uint8Array> {
  const pictures = new Map<string, DocxPicture>();
  for (const src of new Set(pictureSources([...article.header, ...article.blocks, ...article.footer]))) {
    const picture = await pictureBytes(src);
    if (picture) pictures.set(src, picture);
  }
  const on: Building = { article, pictures, numberings: [] };
  const header = blocks(article.header, on);
  const children = blocks(article.blocks, on);
  const footer = blocks(article.footer, on);
  const body = article.styles.BodyText ?? Object.values(article.styles)[0];
  const [top, right, bottom, left] = article.page.margins;
  const lang = wordLang(article.lang);
  const rtl = directionOf(article.lang) === 'rtl';
  const document = new Document({
    title: article.title,
    creator: meta.author ?? '',
    lastModifiedBy: meta.author ?? '',
    styles: {
      default: {
        document: {
          run: { ...(body && runLooks(body)), bold: false, italics: false, allCaps: false, language: { value: lang } },
        },
      },
      paragraphStyles: paragraphStyles(article),
    },
    numbering: {
      config: [
        { reference: BULLETS, levels: levels({ ordered: false, start: 1 }, rtl) },
        ...on.numberings.map((numbering) => ({ reference: numbering.reference, levels: levels(numbering, rtl) })),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(article.page.width), height: twips(article.page.height) },
            margin: {
              top: twips(top),
              right: twips(right),
              bottom: twips(bottom),
              left: twips(left),
              header: twips(Math.max(EDGE, top / 2)),
              footer: twips(Math.max(EDGE, bottom / 2)),
            },
          },
        },
        ...(header.length > 0 && { headers: { default: new Header({ children: header }) } }),
        footers: { default: new Footer({ children: footer.length > 0 ? footer : [pageNumber(article)] }) },
        children,
      },
    ],
  });
  return normalise(new Uint8Array(await Packer.toBuffer(document)), { date: meta.date, lang, fonts: fontTable(article) });
}

const pageNumber = (article: Article): Paragraph =>
  new Paragraph({
    ...paragraphDirection(article),
    alignment: AlignmentType.END,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });

import {
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Article, ArticleBlock, ArticleInline } from '../../core/article.ts';
import { directionOf } from '../../core/direction.ts';
import { twips, wordLang } from './styles.ts';

/** A picture's bytes, in a form that word processors show. */
export interface DocxPicture {
  readonly bytes: Uint8Array;
  readonly kind: 'png' | 'jpg';
}

/** One ordered or unordered list as Word's numbering knows it. */
export interface Numbering {
  readonly reference: string;
  readonly ordered: boolean;
  readonly start: number;
}

export interface Building {
  readonly article: Article;
  readonly pictures: ReadonlyMap<string, DocxPicture>;
  /** Grows: each ordered list counts for itself. */
  readonly numberings: Numbering[];
}

interface Where {
  /** pt from the edge that the text begins at. */
  readonly indent: number;
  readonly boxed: boolean;
  readonly lang: string;
}

export const BULLETS = 'bullets';
const LIST_INDENT = 14;
/**
 * Word processors differ in which way a number that is written from right to left grows from its place: there it stands with its middle on it, so
 * much inside the text's edge, pt.
 */
const MARKER_MIDDLE = 7;
const QUOTE_INDENT = 14;
const BOX_INDENT = 10;

/** Half a surrogate pair is no character. */
const whole = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** Only ASCII may stand in a target (RFC 3986); Word refuses files with others. */
const target = (href: string): string => href.replace(/[^\u0021-\u007e]+/g, (part) => encodeURIComponent(whole(part)));

/** XML 1.0 has no place for most controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const clean = (text: string): string => whole(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** What is isolated from left to right in a text: names, addresses, numbers. */
const ISOLATED = /(\u2066[^\u2066-\u2069]*\u2069)/u;

/** Text as runs of one direction each: in Word a run says its own, and brackets and full stops in it follow (ECMA-376, 17.3.2.30). */
function directed(text: string, rtl: boolean): { readonly text: string; readonly rtl: boolean }[] {
  if (!rtl) return [{ text, rtl }];
  return text
    .split(ISOLATED)
    .map((part) => ({ text: part, rtl: !part.startsWith('\u2066') }))
    .filter((part) => part.text !== '');
}

function runs(inlines: readonly ArticleInline[], lang: string, page: string, linked: boolean): ParagraphChild[] {
  return inlines.flatMap((inline): ParagraphChild[] => {
    if (inline.kind === 'break') return [new TextRun({ break: 1 })];
    if (inline.kind === 'link') {
      const children = runs(inline.children, lang, page, true);
      return [new ExternalHyperlink({ link: target(inline.href), children })];
    }
    const own = inline.lang ?? lang;
    const word = wordLang(own === '' ? page : own);
    return directed(clean(inline.text), directionOf(own === '' ? page : own) === 'rtl').map(
      ({ text, rtl }) =>
        new TextRun({
          text,
          ...(inline.bold && { bold: true }),
          ...(inline.italic && { italics: true }),
          ...(rtl
            ? { rightToLeft: true, language: { value: word, bidirectional: word } }
            : own !== '' && { language: { value: word } }),
          ...(linked && { style: 'Hyperlink' }),
        }),
    );
  });
}

/** What a paragraph of the article has to say of its direction: nothing from left to right. */
export const paragraphDirection = ({ lang }: Article): Pick<IParagraphOptions, 'bidirectional'> =>
  directionOf(lang) === 'rtl' ? { bidirectional: true } : {};

function paragraph(
  block: Extract<ArticleBlock, { kind: 'paragraph' | 'heading' }>,
  { article }: Building,
  where: Where,
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'auto' };
  return new Paragraph({
    style: block.style,
    children: runs(block.inlines, block.lang ?? where.lang, article.lang, false),
    ...paragraphDirection(article),
    ...(where.indent > 0 && { indent: { start: twips(where.indent) } }),
    ...(where.boxed && { border: directionOf(article.lang) === 'rtl' ? { right: rule } : { left: rule } }),
    ...more,
  });
}

export function blocks(
  all: readonly ArticleBlock[],
  on: Building,
  where: Where = { indent: 0, boxed: false, lang: '' },
): (Paragraph | Table)[] {
  return all.flatMap((block) => one(block, on, where));
}

function one(block: ArticleBlock, on: Building, where: Where): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [paragraph(block, on, where)];
    case 'quote':
      return blocks(block.blocks, on, { ...where, indent: where.indent + QUOTE_INDENT });
    case 'box':
      return blocks(block.blocks, on, { ...where, indent: where.indent + BOX_INDENT, boxed: true });
    case 'list':
      return list(block, on, where, 0);
    case 'table':
      return [table(block, on)];
    case 'rule':
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'auto' } } })];
    case 'image':
      return image(block, on);
  }
}

/** Word's deepest level. */
const DEEPEST = 8;

function list(block: Extract<ArticleBlock, { kind: 'list' }>, on: Building, where: Where, level: number): (Paragraph | Table)[] {
  let reference = BULLETS;
  if (block.ordered) {
    reference = `numbers-${on.numberings.length + 1}`;
    on.numberings.push({ reference, ordered: true, start: block.start });
  }
  const indent = where.indent + LIST_INDENT * (level + 1);
  return block.items.flatMap((item) =>
    item.flatMap((child, i): (Paragraph | Table)[] => {
      if (child.kind === 'list') return list(child, on, where, Math.min(DEEPEST, level + 1));
      if (i > 0 || (child.kind !== 'paragraph' && child.kind !== 'heading')) return one(child, on, { ...where, indent });
      // The rule beside a box follows where its paragraphs begin, and leaves room for half a number.
      const inwards = directionOf(on.article.lang) === 'rtl' && !where.boxed ? MARKER_MIDDLE : 0;
      const hanging = { start: twips(indent + inwards), hanging: twips(LIST_INDENT) };
      return [paragraph(child, on, where, { numbering: { reference, level }, indent: hanging })];
    }),
  );
}

function table(block: Extract<ArticleBlock, { kind: 'table' }>, on: Building): Table {
  const columns = Math.max(1, ...block.rows.map((row) => row.cells.length));
  const share = { size: 100 / columns, type: WidthType.PERCENTAGE };
  return new Table({
    ...(directionOf(on.article.lang) === 'rtl' && { visuallyRightToLeft: true }),
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map(
      (row) =>
        new TableRow({
          tableHeader: row.header,
          cantSplit: true,
          children: Array.from({ length: columns }, (_, i) => {
            const children = blocks(row.cells[i] ?? [], on);
            return new TableCell({ width: share, children: children.length > 0 ? children : [new Paragraph({})] });
          }),
        }),
    ),
  });
}

/** Word's pixels are 1/96 inch. */
const pixels = (pt: number): number => Math.round((pt * 96) / 72);

function image(block: Extract<ArticleBlock, { kind: 'image' }>, on: Building): Paragraph[] {
  const picture = on.pictures.get(block.src);
  if (!picture) return [];
  const run = new ImageRun({
    type: picture.kind,
    data: picture.bytes,
    transformation: { width: pixels(block.width), height: pixels(block.height) },
    altText: { name: clean(block.alt), description: clean(block.alt), title: '' },
  });
  return [new Paragraph({ ...paragraphDirection(on.article), children: [run] })];
}

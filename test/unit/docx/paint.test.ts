import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Article, ArticleBlock, ArticleStyle } from '../../../src/core/article.ts';
import { paintDocx } from '../../../src/paint/docx/index.ts';

const look = (name: string, more: Partial<ArticleStyle> = {}): ArticleStyle => ({
  name,
  fontFamily: 'Fira Sans',
  generic: 'sans-serif',
  fontSize: 10.5,
  bold: false,
  italic: false,
  color: '#1a1a1c',
  lineHeight: 14.5,
  spaceBefore: 0,
  spaceAfter: 6,
  align: 'start',
  uppercase: false,
  keepWithNext: false,
  ...more,
});

const t = (text: string) => ({ kind: 'text', text }) as const;
const p = (text: string): ArticleBlock => ({ kind: 'paragraph', style: 'BodyText', inlines: [t(text)] });
const png = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

const ARTICLE: Article = {
  title: 'Nye & gamle',
  lang: 'da',
  page: { width: 595.3, height: 841.9, margins: [71, 57, 57, 71] },
  header: [{ kind: 'image', src: 'logo.svg', alt: 'Statens bibliotek', width: 60, height: 30 }],
  footer: [],
  styles: {
    Rubrik: look('Rubrik', { fontSize: 22, bold: true, keepWithNext: true }),
    Heading2: look('Heading 2', { bold: true, keepWithNext: true }),
    BodyText: look('Body Text'),
    ListParagraph: look('List Paragraph'),
  },
  blocks: [
    { kind: 'heading', level: 1, style: 'Rubrik', inlines: [t('Hej')] },
    {
      kind: 'paragraph',
      style: 'BodyText',
      lang: 'en',
      inlines: [t('Hello '), { kind: 'text', text: 'du', lang: 'da', bold: true }],
    },
    { kind: 'heading', level: 2, style: 'Heading2', inlines: [t('Hvorfor')] },
    {
      kind: 'paragraph',
      style: 'BodyText',
      inlines: [{ kind: 'link', href: 'https://x.dk/æ?a=1&b', children: [t('her')] }, { kind: 'break' }, t('<&>\u0001')],
    },
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [[p('a')], [p('b'), { kind: 'list', ordered: false, start: 1, items: [[p('c')]] }]],
    },
    { kind: 'box', blocks: [p('x')] },
    { kind: 'quote', blocks: [p('y')] },
    {
      kind: 'table',
      rows: [
        { header: true, cells: [[p('A')], [p('B')]] },
        { header: false, cells: [[p('1')]] },
      ],
    },
    { kind: 'image', src: 'photo.jpg', alt: 'Et bord', width: 200, height: 100 },
  ],
};

const paint = () => paintDocx(ARTICLE, { author: 'Biblioteket', date: '2012-11-22' }, async () => ({ bytes: png, kind: 'png' }));
const parts = async (): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(await paint())).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('a DOCX', () => {
  test('is the same bytes whenever, wherever and however often it is made', async () => {
    const hash = async () =>
      createHash('sha256')
        .update(await paint())
        .digest('hex');
    const first = await hash();
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await hash();
    process.env.TZ = zone;
    expect(second).toBe(first);
    expect(JSON.stringify(await parts())).not.toContain(String(new Date().getFullYear()));
  });

  test('has headings that Word navigates by, in styles with names', async () => {
    const { 'word/styles.xml': styles = '', 'word/document.xml': document = '' } = await parts();
    const rubrik = /<w:style [^>]*w:styleId="Rubrik">.*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    expect(rubrik).toContain('<w:basedOn w:val="Heading1"/>');
    expect(rubrik).toContain('<w:outlineLvl w:val="0"/>');
    expect(rubrik).toContain('<w:sz w:val="44"/>');
    expect(rubrik).toContain('w:lineRule="auto"');
    expect(styles).toContain('<w:name w:val="heading 1"/>');
    expect(document).toContain('<w:pStyle w:val="Rubrik"/>');
    const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says its languages', async () => {
    const { 'word/styles.xml': styles, 'word/document.xml': document, 'docProps/core.xml': core } = await parts();
    expect(styles).toContain('<w:lang w:val="da-DK"/>');
    expect(document).toMatch(/<w:lang w:val="en-GB"\/><\/w:rPr><w:t xml:space="preserve">Hello /);
    expect(document).toMatch(/<w:lang w:val="da-DK"\/><\/w:rPr><w:t xml:space="preserve">du/);
    expect(core).toContain('<dc:language>da-DK</dc:language>');
    expect(core).toContain('<dc:title>Nye &amp; gamle</dc:title>');
    expect(core).toContain('>2012-11-22T00:00:00Z</dcterms:created>');
  });

  test('has live links, numbered from where the list begins', async () => {
    const {
      'word/_rels/document.xml.rels': rels = '',
      'word/document.xml': document = '',
      'word/numbering.xml': numbering = '',
    } = await parts();
    const id = /Id="([^"]+)"[^>]*hyperlink"[^>]*Target="https:\/\/x\.dk\/%C3%A6\?a=1&amp;b"/.exec(rels)?.[1];
    expect(id).toMatch(/^rId\d+$/);
    expect(document).toContain(`r:id="${id}"`);
    expect(numbering).toContain('<w:start w:val="3"/>');
    expect(document).toContain('&lt;&amp;&gt;</w:t>');
  });

  test('has pictures with words for those who do not see them', async () => {
    const { 'word/header1.xml': header = '', 'word/document.xml': document = '' } = await parts();
    expect(header).toContain('descr="Statens bibliotek"');
    expect(document).toContain('descr="Et bord"');
    const ids = [...(document + header).matchAll(/<wp:docPr id="(\d+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(2);
    expect(document).toContain('<w:tblHeader/>');
  });

  test('has the page’s size and margins', async () => {
    const { 'word/document.xml': document } = await parts();
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="1420" w:right="1140" w:bottom="1140" w:left="1420"/);
  });
});

describe('a DOCX of a language that is written from right to left', () => {
  const document = async (article: Article): Promise<string> =>
    strFromU8(unzipSync(await paintDocx(article, {}, async () => null))['word/document.xml'] ?? new Uint8Array());
  const arabic: Article = {
    ...ARTICLE,
    lang: 'ar',
    blocks: [
      p('الهاتف \u2066+45 12 34\u2069 (هنا).'),
      { kind: 'paragraph', style: 'BodyText', inlines: [{ kind: 'text', text: 'Torvet 5', lang: 'da' }] },
      { kind: 'box', blocks: [p('مهم')] },
      { kind: 'table', rows: [{ header: false, cells: [[p('ا')], [p('ب')]] }] },
    ],
  };

  test('keeps the numbers of lists inside the margin, whichever way a word processor lets them grow', async () => {
    const list: ArticleBlock = { kind: 'list', ordered: true, start: 1, items: [[p('واحد')], [p('اثنان')]] };
    const files = unzipSync(await paintDocx({ ...arabic, blocks: [list] }, {}, async () => null));
    const [xml = '', numbering = ''] = ['document', 'numbering'].map((name) =>
      strFromU8(files[`word/${name}.xml`] ?? new Uint8Array()),
    );
    // 21 - 14 = 7 pt: there is the middle of a number.
    expect(xml.match(/<w:ind [^>]*>/g)).toEqual(Array(2).fill('<w:ind w:start="420" w:hanging="280"/>'));
    expect(numbering).toMatch(/<w:lvlText w:val="%1\."\/><w:lvlJc w:val="center"\/>/);
  });

  test('says so of each paragraph and table', async () => {
    const xml = await document(arabic);
    expect(xml.match(/<w:p>/g)?.length).toBe(xml.match(/<w:bidi\/>/g)?.length);
    expect(xml).toContain('<w:bidiVisual/>');
    expect(xml).toContain('<w:right w:val="single"');
    expect(xml).not.toContain('<w:left w:val="single" w:color="auto" w:sz="12"');
  });

  test('says so of its runs, but not of what is isolated in them or Danish', async () => {
    const runs = [...(await document(arabic)).matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run = '']) => ({
      text: /<w:t [^>]*>(.*?)<\/w:t>/.exec(run)?.[1],
      rtl: run.includes('<w:rtl/>'),
      lang: /<w:lang ([^>]*)\/>/.exec(run)?.[1],
    }));
    expect(runs.slice(0, 4)).toEqual([
      { text: 'الهاتف ', rtl: true, lang: 'w:val="ar" w:bidi="ar"' },
      { text: '\u2066+45 12 34\u2069', rtl: false, lang: undefined },
      { text: ' (هنا).', rtl: true, lang: 'w:val="ar" w:bidi="ar"' },
      { text: 'Torvet 5', rtl: false, lang: 'w:val="da-DK"' },
    ]);
  });

  test('says nothing of direction in the others', async () => {
    expect(await document(ARTICLE)).not.toMatch(/<w:(?:bidi|rtl|bidiVisual)\b/);
  });
});

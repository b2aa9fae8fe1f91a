import { describe, expect, test } from 'vitest';
import type { Article, ArticleBlock, ArticleInline } from '../../../src/core/article.ts';
import { toArticle } from '../../../src/layout/article/index.ts';
import { openStyles, styleTree } from '../../../src/layout/css/index.ts';
import { parseHtml } from '../../../src/layout/dom/index.ts';

const A4 = { width: 595, height: 842 };

function articleOf(html: string, css = '', lang = 'da'): Article {
  const { root } = parseHtml({ html, positions: [], title: 't', lang });
  const styles = openStyles([{ source: { path: 'a.css', text: css }, folder: '' }]);
  const tree = styleTree(root, styles, { page: A4, monochrome: false, lang } as never);
  return toArticle(root, (element) => tree.styleOf(element), { title: 't', lang, size: A4, page: tree.pageStyle(0, null) });
}

/** 'Rubrik: words', nested by indentation: what people read. */
function outline(blocks: readonly ArticleBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [`${block.style}: ${words(block.inlines)}`];
      case 'heading':
        return [`${block.style}/${block.level}: ${words(block.inlines)}`];
      case 'list':
        return [
          `${block.ordered ? `ol ${block.start}` : 'ul'}`,
          ...block.items.flatMap((item) => outline(item).map((line) => `  ${line}`)),
        ];
      case 'quote':
      case 'box':
        return [block.kind, ...outline(block.blocks).map((line) => `  ${line}`)];
      case 'table':
        return [
          'table',
          ...block.rows.map((row) => `  ${row.header ? '# ' : ''}${row.cells.map((cell) => outline(cell).join()).join(' | ')}`),
        ];
      case 'image':
        return [`image ${block.src} “${block.alt}” ${block.width}x${block.height}`];
      default:
        return [block.kind];
    }
  });
}

const words = (inlines: readonly ArticleInline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'break') return '/';
      if (inline.kind === 'link') return `[${words(inline.children)}](${inline.href})`;
      const mark = (inline.bold ? '*' : '') + (inline.italic ? '_' : '');
      return `${mark}${inline.lang ? `${inline.lang}:` : ''}${inline.text}${[...mark].reverse().join('')}`;
    })
    .join('');

const lines = (html: string, css = '') => outline(articleOf(html, css).blocks);

describe('an article', () => {
  test('has what the page says, in source order, under its styles', () => {
    expect(
      lines(`<main>
        <h1 data-style="Rubrik">Hej   <em>du</em></h1>
        <p data-style="Manchet">Et <strong>to</strong><br> tre <a href="https://x.dk">her</a>.</p>
        <h2>Hvorfor</h2>
        <ul><li>a</li><li><p>b</p><ol start="3"><li>c</li></ol></li></ul>
        <blockquote><p>ja</p></blockquote>
        <aside><h2>Fakta</h2><p>x</p></aside>
        <table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr></table>
        <hr><address>N<br>T</address>
      </main>`),
    ).toEqual([
      'Rubrik/1: Hej _du_',
      'Manchet: Et *to*/tre [her](https://x.dk).',
      'Heading2/2: Hvorfor',
      'ul',
      '  ListParagraph: a',
      '  ListParagraph: b',
      '  ol 3',
      '    ListParagraph: c',
      'quote',
      '  Quote: ja',
      'box',
      '  BoxHeading2/2: Fakta',
      '  BoxText: x',
      'table',
      '  # TableText: A | TableText: B',
      '  TableText: 1 | TableText: 2',
      'rule',
      expect.stringMatching(/^BodyText: _?N_?\/_?T_?$/),
    ]);
  });

  test('leaves decoration, short forms and what is not shown out', () => {
    expect(
      lines(
        '<p>a<short-form>b</short-form></p><div aria-hidden="true">c</div><p class="no">d</p><img src="x.png" alt=""><svg><text>e</text></svg>',
        '.no { display: none }',
      ),
    ).toEqual(['BodyText: a']);
  });

  test('knows paragraphs without <p>, and those between blocks', () => {
    expect(lines('<div>a <b>b</b><p>c</p> d </div>')).toEqual(['BodyText: a *b*', 'BodyText: c', 'BodyText: d']);
    expect(lines('<div class="f"><span>a</span><span>b</span></div>', '.f { display: flex }')).toEqual([
      'BodyText: a',
      'BodyText: b',
    ]);
    expect(lines('<div data-style="Kontakt"><p>a</p><p data-style="Andet">b</p></div>')).toEqual(['Kontakt: a', 'Andet: b']);
  });

  test('puts the body’s header and footer on every page', () => {
    const article = articleOf(
      '<header><img src="logo.svg" alt="Logo"><p>Afsender</p></header><p>x</p><footer>y</footer>',
      'img { width: 40pt; height: 20pt }',
    );
    expect([outline(article.header), outline(article.blocks), outline(article.footer)]).toEqual([
      ['image logo.svg “Logo” 40x20', 'Header: Afsender'],
      ['BodyText: x'],
      ['Footer: y'],
    ]);
  });

  test('notes languages that differ', () => {
    const { blocks } = articleOf('<p lang="en">a <i lang="da">b</i></p><p>c <span lang="en">d</span></p>');
    expect(outline(blocks)).toEqual(['BodyText: a _da:b_', 'BodyText: c en:d']);
    expect(blocks.map((block) => 'lang' in block && block.lang)).toEqual(['en', false]);
  });

  test('takes the looks of its styles from the cascade', () => {
    const { styles, page } = articleOf(
      '<main><h1 data-style="Rubrik">a</h1><p>b</p></main>',
      '@page { size: A4; margin: 72pt 36pt } main { margin-right: 100pt } h1 { font: 700 20pt/24pt Alegreya, serif; color: #8e1345; margin: 3pt 0 6pt } p { font-size: 10pt; line-height: 1.5; margin: 0; text-align: right }',
    );
    expect(styles.Rubrik).toEqual({
      name: 'Rubrik',
      fontFamily: 'Alegreya',
      generic: 'serif',
      fontSize: 20,
      bold: true,
      italic: false,
      color: '#8e1345',
      lineHeight: 24,
      spaceBefore: 3,
      spaceAfter: 6,
      align: 'start',
      uppercase: false,
      keepWithNext: true,
    });
    expect(styles.BodyText).toMatchObject({ lineHeight: 15, align: 'end', keepWithNext: false });
    expect(page).toEqual({ width: 595, height: 842, margins: [72, 136, 72, 36] });
  });

  test('has no links but safe ones', () => {
    expect(lines('<p><a href="javascript:x">a</a> <a href="mailto:a@x.dk">b</a></p>')).toEqual([
      'BodyText: a [b](mailto:a@x.dk)',
    ]);
  });
});

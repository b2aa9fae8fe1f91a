import type { Article, ArticleBlock, ArticleInline } from '../../core/article.ts';
import { displayWidth } from './width.ts';
import { COLUMNS, wrap } from './wrap.ts';

/** An address as people would write it. */
const plainAddress = (href: string): string =>
  href.replace(/^(?:mailto:|tel:)/i, '').replace(/\?.*$/, (query) => (/^mailto:/i.test(href) ? '' : query));

const comparable = (text: string): string =>
  text
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
    .replace(/[\s\u00a0]/g, '')
    .toLowerCase();

/** A link whose words are its address is that address; another has it in brackets behind. */
function link(href: string, words: string): string {
  const address = plainAddress(href);
  if (words.trim() === '') return address;
  if (comparable(words) !== comparable(href)) return `${words} (${address})`;
  // Programs make links of whole addresses; numbers and mail addresses are known as they are.
  return /^https?:/i.test(href) ? address : words;
}

function text(inlines: readonly ArticleInline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      return inline.kind === 'text' ? inline.text : link(inline.href, text(inline.children));
    })
    .join('');
}

/** A group of lines that a blank line sets off from the next. */
type Lines = readonly string[];

function underline(lines: Lines, stroke: string): Lines {
  return [...lines, stroke.repeat(Math.min(COLUMNS, Math.max(...lines.map(displayWidth))))];
}

function blockLines(block: ArticleBlock, columns: number): readonly Lines[] {
  switch (block.kind) {
    case 'paragraph':
      return [wrap(text(block.inlines), columns)];
    case 'heading': {
      const lines = wrap(text(block.inlines), columns);
      return lines.length === 0 ? [] : [underline(lines, block.level === 1 ? '=' : '-')];
    }
    case 'quote':
      return groups(block.blocks, columns - 4).map((lines) => lines.map((line) => (line === '' ? '' : `    ${line}`)));
    case 'box':
      return groups(block.blocks, columns);
    case 'list':
      return listLines(block, columns);
    case 'table':
      return [block.rows.flatMap((row) => tableRow(row.cells, columns))];
    case 'rule':
      return ['-'.repeat(columns)].map((line) => [line]);
    case 'image':
      return [];
  }
}

function listLines({ ordered, start, items }: Extract<ArticleBlock, { kind: 'list' }>, columns: number): readonly Lines[] {
  const widest = displayWidth(`${start + items.length - 1}. `);
  const made = items.map((item, i): readonly Lines[] => {
    const lead = ordered ? `${start + i}. `.padStart(widest) : '– ';
    const inner = groups(item, columns - lead.length);
    return inner.map((lines, j) =>
      lines.map((line, k) => (line === '' ? '' : (j === 0 && k === 0 ? lead : ' '.repeat(lead.length)) + line)),
    );
  });
  // Items of one paragraph each stand close together.
  return made.every((item) => item.length === 1) ? [made.flatMap((item) => item[0] ?? [])] : made.flat();
}

function tableRow(cells: readonly (readonly ArticleBlock[])[], columns: number): Lines {
  const [first = '', ...rest] = cells.map((cell) =>
    groups(cell, Number.MAX_SAFE_INTEGER)
      .map((lines) => lines.join(' '))
      .join(' '),
  );
  const row = rest.length === 1 ? `${first.replace(/:$/, '')}: ${rest[0]}` : [first, ...rest].join(' | ');
  return wrap(row, columns, '', '  ');
}

const groups = (blocks: readonly ArticleBlock[], columns: number): readonly Lines[] =>
  blocks.flatMap((block) => blockLines(block, columns)).filter((lines) => lines.length > 0);

/** An article as a mail: plain lines of at most 72 columns, one blank line between blocks, headings underlined, addresses in full. */
export function paintText(article: Article): string {
  const all = [...groups(article.header, COLUMNS), ...groups(article.blocks, COLUMNS), ...groups(article.footer, COLUMNS)];
  return `${all.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

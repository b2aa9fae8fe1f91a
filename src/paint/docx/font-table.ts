import type { Article, ArticleStyle } from '../../core/article.ts';

/** What word processors have instead, by the generic family that ends the stylesheet's list (CSS Fonts 4, 2.1.3). */
const STANDINS: Readonly<Record<ArticleStyle['generic'], { readonly family: string; readonly standin: string }>> = {
  'sans-serif': { family: 'swiss', standin: 'Calibri' },
  serif: { family: 'roman', standin: 'Cambria' },
  monospace: { family: 'modern', standin: 'Consolas' },
};

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Fonts by name, each with one to stand in for it: a machine without the campaign's fonts keeps the press release's looks and length, near enough. */
export function fontTable(article: Article): string {
  const families = new Map<string, ArticleStyle['generic']>();
  for (const { fontFamily, generic } of Object.values(article.styles))
    if (!families.has(fontFamily)) families.set(fontFamily, generic);
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, generic]) => {
      const { family, standin } = STANDINS[generic];
      return `<w:font w:name="${escapeXml(name)}"><w:altName w:val="${standin}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
    })
    .join('');
}

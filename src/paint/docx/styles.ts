import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IParagraphStylePropertiesOptions,
  type IRunStylePropertiesOptions,
  LineRuleType,
} from 'docx';
import type { Article, ArticleBlock, ArticleStyle } from '../../core/article.ts';

/** Twentieths of a point, Word's length. */
export const twips = (pt: number): number => Math.round(pt * 20);

/** What fonts call a single line, nearly: Word's `auto` line spacing is in 240ths of it (ECMA-376, 17.3.1.33). */
const SINGLE = 1.2;

/** Word wants a region; for others the language alone will do. */
const REGIONS: Readonly<Record<string, string>> = {
  da: 'da-DK',
  en: 'en-GB',
  de: 'de-DE',
  sv: 'sv-SE',
  nb: 'nb-NO',
  fr: 'fr-FR',
  pl: 'pl-PL',
  uk: 'uk-UA',
};

export const wordLang = (lang: string): string => REGIONS[lang] ?? lang;

const ALIGN = {
  start: AlignmentType.START,
  end: AlignmentType.END,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const;

export const runLooks = (look: ArticleStyle): IRunStylePropertiesOptions => ({
  font: look.fontFamily,
  size: Math.round(look.fontSize * 2),
  bold: look.bold,
  italics: look.italic,
  color: look.color.slice(1).toUpperCase(),
  allCaps: look.uppercase,
});

const paragraphLooks = (look: ArticleStyle): IParagraphStylePropertiesOptions => ({
  alignment: ALIGN[look.align],
  keepNext: look.keepWithNext,
  keepLines: look.keepWithNext,
  spacing: {
    before: twips(look.spaceBefore),
    after: twips(look.spaceAfter),
    line: Math.round((240 * look.lineHeight) / (look.fontSize * SINGLE)),
    lineRule: LineRuleType.AUTO,
  },
});

/** Style id → heading level, where headings have it. */
export function headingLevels(blocks: readonly ArticleBlock[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const visit = (block: ArticleBlock): void => {
    if (block.kind === 'heading' && !levels.has(block.style)) levels.set(block.style, block.level);
    else if (block.kind === 'quote' || block.kind === 'box') block.blocks.forEach(visit);
    else if (block.kind === 'list') for (const item of block.items) item.forEach(visit);
  };
  blocks.forEach(visit);
  return levels;
}

/** The article's named styles as Word's. Those of headings are based on Heading 1 to 6, so that Word's navigation knows them. */
export function paragraphStyles(article: Article): IParagraphStyleOptions[] {
  const levels = headingLevels(article.blocks);
  const body = article.styles.BodyText ? 'BodyText' : 'Normal';
  const named = Object.entries(article.styles).map(([id, look]): IParagraphStyleOptions => {
    const level = levels.get(id);
    const own = /^Heading[1-6]$/.test(id);
    return {
      id,
      // Word knows its own headings by these names (ECMA-376, latent styles).
      name: own ? id.replace('Heading', 'heading ') : look.name,
      basedOn: level === undefined || own ? 'Normal' : `Heading${level}`,
      next: level === undefined ? id : body,
      quickFormat: true,
      run: runLooks(look),
      paragraph: { ...paragraphLooks(look), ...(level !== undefined && { outlineLevel: level - 1 }) },
    };
  });
  // A heading's own style may be missing where all headings of its level have names.
  const based = [...new Set(levels.values())].filter((level) => !article.styles[`Heading${level}`]);
  const bases = based.map(
    (level): IParagraphStyleOptions => ({
      id: `Heading${level}`,
      name: `heading ${level}`,
      basedOn: 'Normal',
      next: body,
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true, outlineLevel: level - 1 },
    }),
  );
  return [...bases, ...named];
}

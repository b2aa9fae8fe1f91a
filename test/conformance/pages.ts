import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'pages');

/** The page area, px. */
export const WIDTH = 400;
export const HEIGHT = 600;

const FONTS = join(FOLDER, '..', '..', '..', 'node_modules', '@expo-google-fonts', 'fira-sans');

export const FONT_FILES = [
  { weight: 400, style: 'normal', file: join(FONTS, '400Regular', 'FiraSans_400Regular.ttf') },
  { weight: 700, style: 'normal', file: join(FONTS, '700Bold', 'FiraSans_700Bold.ttf') },
  { weight: 400, style: 'italic', file: join(FONTS, '400Regular_Italic', 'FiraSans_400Regular_Italic.ttf') },
] as const;

/** What every page has before its own rules, in both engines. */
export const PRELUDE = 'html { font-family: Suite; line-height: 1.25; text-wrap: wrap; hyphens: manual }';

export const fontFace = (url: (file: string) => string): string =>
  FONT_FILES.map(
    ({ weight, style, file }) =>
      `@font-face { font-family: Suite; font-weight: ${weight}; font-style: ${style}; src: url("${url(file)}") }`,
  ).join('\n');

/** Pages on which we differ on purpose, with the reason: README.md argues each. */
export const EXCEPTIONS: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(FOLDER, 'exceptions.json'), 'utf8'));

export interface SuitePage {
  readonly name: string;
  /** Attributes of the `html` element. */
  readonly html: string;
  readonly css: string;
  readonly body: string;
}

/** The pages of the suite: the html element's start tag where it has attributes, a style element, then body content. */
export function suitePages(folder = FOLDER): SuitePage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html') && file !== 'blank.html')
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const [, html = '', css = '', body = ''] =
        /^(?:<html([^>]*)>\n)?<style>\n([\s\S]*?)\n<\/style>\n([\s\S]*)$/.exec(text) ?? [];
      if (body === '') throw new Error(`${file}: a page is a style element and content`);
      return { name: file.replace('.html', ''), html, css, body };
    });
}

/** Complaints that a page may draw on itself: they are of its words and taste, not of what kit does not know. */
export const HARMLESS = /^(text-overflow|word-too-long|gaps-too-wide|missing-alt|heading|text-off-page)/;

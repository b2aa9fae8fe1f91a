import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mm } from '../../src/core/geometry.ts';
import { rasterPages } from '../../src/paint/raster/index.ts';
import { ROOT } from '../support/lydnat.ts';
import { FIRA, onePage, packaged } from '../support/one-page.ts';
import { decodePixels, type Pixels, sideBySide } from './compare.ts';

const FOLDER = join(ROOT, 'test', 'golden', 'pages');

/** px of each page's picture. */
const WIDTH = 200;

const ALEGREYA = `@font-face { font-family: Alegreya; font-weight: 900; src: url("${packaged('alegreya/900Black/Alegreya_900Black.ttf')}") }
  @font-face { font-family: Alegreya; font-weight: 500; font-style: italic; src: url("${packaged('alegreya/500Medium_Italic/Alegreya_500Medium_Italic.ttf')}") }`;
const BASE = `${FIRA} ${ALEGREYA} html { font-size: 9pt; line-height: 1.4; color: #1a1a1c } body, h1, h2, p, ul, ol { margin: 0 } @page { margin: 5mm }`;

export interface GoldenPage {
  readonly name: string;
  draw(): Promise<Pixels>;
}

export async function picturesOf(pdf: Uint8Array, pages: readonly number[] | 'all', width = WIDTH): Promise<Pixels> {
  const drawn = await rasterPages(pdf, { width, format: 'png' });
  const wanted = pages === 'all' ? drawn : drawn.filter((_, i) => pages.includes(i));
  return sideBySide(await Promise.all(wanted.map(({ bytes }) => decodePixels(bytes))));
}

/** `pages/NAME.html`: a `<style>` first, its `<html lang>`; `<!-- 90 x 60 -->` says the size in mm. */
async function draw(file: string): Promise<Pixels> {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const [, width = '70', height = '80'] = /<!-- (\d+) x (\d+) -->/.exec(text) ?? [];
  const css = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, rules]) => rules).join('\n');
  const lang = /<html lang="([^"]+)"/.exec(text)?.[1] ?? 'da';
  const html = text.replace(/<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');
  const size = { width: mm(Number(width)), height: mm(Number(height)) };
  const { pdf, diagnostics } = await onePage(html, { css: `${BASE}\n${css}`, lang, size });
  // The one picture of pixels is small on purpose, and so is a justified column.
  const first = diagnostics.find(({ code }) => code !== 'image-resolution-low' && code !== 'gaps-too-wide');
  if (!pdf || first) throw new Error(`${file}: ${first?.message ?? 'no pages'}`);
  return picturesOf(pdf, 'all');
}

export const goldenPages: readonly GoldenPage[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => ({ name: file.replace('.html', ''), draw: () => draw(file) }));

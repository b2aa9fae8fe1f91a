import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { PageMeasure } from './measure.ts';

const EXECUTABLE = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);

const IN_PAGE = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'in-page.js'), 'utf8');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-font-subpixel-positioning=0',
  '--allow-file-access-from-files',
];

/** What headless Chromium makes of each page. @param width, height of the page area in px. */
export async function measureWithChromium(
  pages: readonly { name: string; html: string; folder: string }[],
  width: number,
  height: number,
): Promise<Map<string, PageMeasure>> {
  if (!EXECUTABLE) throw new Error('no Chromium: set CHROMIUM to its path');
  const browser = await puppeteer.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
  try {
    const measured = new Map<string, PageMeasure>();
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.emulateMediaType('print');
    for (const { name, html, folder } of pages) {
      await page.goto(`file://${folder}/blank.html`);
      await page.setContent(html, { waitUntil: 'load' });
      await page.evaluate(
        'document.fonts.ready.then(() => Promise.all([...document.fonts].map((font) => font.load()))).then(() => 0)',
      );
      measured.set(name, (await page.evaluate(`${IN_PAGE}; measureInPage()`)) as PageMeasure);
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** A font file as a data URL: a page set from a string may not read files. */
export const dataUrl = (file: string, type: string): string => `data:${type};base64,${readFileSync(file).toString('base64')}`;

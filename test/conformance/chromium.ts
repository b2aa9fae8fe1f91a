import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import type { PageMeasure } from './measure.ts';
import { FOLDER, fontFace, PRELUDE, type SuitePage } from './pages.ts';

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

interface Source {
  readonly name: string;
  readonly html: string;
  readonly folder: string;
}

async function openPage(width: number, height: number): Promise<{ page: Page; close: () => Promise<void> }> {
  if (!EXECUTABLE) throw new Error('no Chromium: set CHROMIUM to its path');
  const browser = await puppeteer.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.emulateMediaType('print');
  return { page, close: () => browser.close() };
}

async function load(page: Page, { html, folder }: Source): Promise<void> {
  await page.goto(`file://${folder}/blank.html`);
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(
    'document.fonts.ready.then(() => Promise.all([...document.fonts].map((font) => font.load()))).then(() => 0)',
  );
}

/** Loads each page, its fonts too, and takes from it what `take` takes. @param width, height of the page area in px. */
async function withEach<T>(
  pages: readonly Source[],
  width: number,
  height: number,
  take: (page: Page) => Promise<T>,
): Promise<Map<string, T>> {
  const { page, close } = await openPage(width, height);
  try {
    const taken = new Map<string, T>();
    for (const source of pages) {
      await load(page, source);
      taken.set(source.name, await take(page));
    }
    return taken;
  } finally {
    await close();
  }
}

/** What headless Chromium makes of each page. */
export const measureWithChromium = (pages: readonly Source[], width: number, height: number): Promise<Map<string, PageMeasure>> =>
  withEach(pages, width, height, async (page) => (await page.evaluate(`${IN_PAGE}; measureInPage()`)) as PageMeasure);

/** Each document as headless Chromium shows it in a square of `size` CSS px: a PNG, 2 pixels a CSS px. */
export const photographWithChromium = (pages: readonly Source[], size: number): Promise<Map<string, Uint8Array>> =>
  withEach(pages, size, size, async (page) => {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 2 });
    return page.screenshot({ clip: { x: 0, y: 0, width: size, height: size } });
  });

/** One open page of the browser that measures many bodies under one stylesheet, fifty at a time. */
export interface Judge {
  readonly measure: (bodies: readonly string[]) => Promise<PageMeasure[]>;
  readonly close: () => Promise<void>;
}

export async function openJudge(css: string, width: number, height: number): Promise<Judge> {
  const { page, close } = await openPage(width, height);
  await load(page, wholePage({ name: 'judge', html: '', css, body: '' }));
  await page.evaluate(`globalThis.measureBodies = (() => { ${IN_PAGE}; return measureBodies; })()`);
  return {
    close,
    measure: async (bodies) => {
      const measured: PageMeasure[] = [];
      for (let at = 0; at < bodies.length; at += 50) {
        const some = bodies.slice(at, at + 50).map((body) => body.replaceAll('picture.png', pictureUrl()));
        measured.push(...((await page.evaluate(`measureBodies(${JSON.stringify(some)})`)) as PageMeasure[]));
      }
      return measured;
    },
  };
}

/** Each document as the PDF that headless Chromium prints. */
export const printWithChromium = (pages: readonly Source[], width: number, height: number): Promise<Map<string, Uint8Array>> =>
  withEach(pages, width, height, (page) => page.pdf({ width: `${width}px`, height: `${height}px`, printBackground: true }));

/** A font file as a data URL: a page set from a string may not read files. */
const dataUrl = (file: string, type: string): string => `data:${type};base64,${readFileSync(file).toString('base64')}`;

const pictureUrl = (): string => dataUrl(join(FOLDER, 'picture.png'), 'image/png');

/** A page of the suite with all that it needs in one string. */
export function wholePage({ name, html, css, body }: SuitePage): Source {
  const fonts = fontFace((file) => dataUrl(file, 'font/ttf'));
  const head = `<style>${fonts}\n${PRELUDE}\n${css}</style>`;
  const content = body.replaceAll('picture.png', pictureUrl());
  return {
    name,
    folder: FOLDER,
    html: `<!doctype html><html lang="en"${html}><head>${head}</head><body>${content}</body></html>`,
  };
}

import { existsSync, readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { PageMeasure } from './measure.ts';

const EXECUTABLE = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== '' && existsSync(path));

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

/** Runs in the page: boxes of all elements that make one, and the lines of every text node. Lengths in px. */
function measureInPage(): PageMeasure {
  const boxes: PageMeasure['boxes'] = [];
  const lines: PageMeasure['lines'] = [];
  const name = (el: Element): string =>
    `${el.tagName.toLowerCase()}${el.id ? `#${el.id}` : ''}${el.getAttribute('class') ? `.${el.getAttribute('class')?.split(/\s+/).join('.')}` : ''}`;
  const skipped = new Set(['STYLE', 'SCRIPT', 'BR', 'WBR', 'HEAD', 'TITLE', 'META']);
  let index = 0;
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      if (skipped.has(node.tagName)) return;
      const style = getComputedStyle(node);
      if (style.display === 'none') return;
      const at = index++;
      const replaced = node.tagName === 'IMG';
      if (style.display !== 'inline' || replaced) {
        const r = node.getBoundingClientRect();
        boxes.push({ name: `${at} ${name(node)}`, x: r.left + scrollX, y: r.top + scrollY, width: r.width, height: r.height });
      }
      for (const child of node.childNodes) walk(child);
      return;
    }
    if (!(node instanceof Text)) return;
    const range = document.createRange();
    let current: { text: string; x: number; y: number; right: number } | null = null;
    const flush = () => {
      if (current && current.text.trim() !== '') lines.push({ text: current.text.trim(), x: current.x, y: current.y });
      current = null;
    };
    const rtl = node.parentElement ? getComputedStyle(node.parentElement).direction === 'rtl' : false;
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      // After a soft hyphen the range has a box for the hyphen too: the last one is the character itself.
      const rect = [...range.getClientRects()].filter((r) => r.width > 0).at(-1) ?? null;
      const character = node.data[i] ?? '';
      if (!rect || character === '\u00AD') continue;
      const blank = /^[ \n\t]$/.test(character);
      if (blank) {
        if (current) current.text += ' ';
        continue;
      }
      const wrapped: boolean =
        current !== null &&
        (rtl
          ? rect.top + scrollY > current.y + rect.height * 0.5
          : rect.left + scrollX < current.right - 2 || rect.top + scrollY > current.y + rect.height);
      if (!current || wrapped) {
        flush();
        current = { text: '', x: rect.left + scrollX, y: rect.top + scrollY, right: 0 };
      }
      current.text += character;
      current.x = Math.min(current.x, rect.left + scrollX);
      current.right = rect.right + scrollX;
    }
    flush();
  };
  walk(document.body);
  return { boxes, lines };
}

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
      await page.evaluate(async () => {
        await document.fonts.ready;
        await Promise.all([...document.fonts].map((font) => font.load()));
      });
      measured.set(name, await page.evaluate(measureInPage));
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** A font file as a data URL: a page set from a string may not read files. */
export const dataUrl = (file: string, type: string): string => `data:${type};base64,${readFileSync(file).toString('base64')}`;

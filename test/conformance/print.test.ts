import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { printWithChromium, wholePage } from './chromium.ts';
import { openSuite } from './open-suite.ts';
import { EXCEPTIONS, HEIGHT, suitePages, WIDTH } from './pages.ts';
import { linesOfPages, linesOfPdf, type PrintedLine } from './print-lines.ts';

const documents = suitePages(join(dirname(fileURLToPath(import.meta.url)), 'print'));
let theirs = new Map<string, Uint8Array>();

beforeAll(async () => {
  theirs = await printWithChromium(documents.map(wholePage), WIDTH, HEIGHT);
}, 180_000);

const textsOf = (pages: readonly PrintedLine[][]): string[][] => pages.map((lines) => lines.map(({ text }) => text));

/** Largest difference of a baseline, px: text in PDF is placed on whole device units. */
const TOLERANCE = 0.6;

describe('pages are broken where the browser breaks them', () => {
  it.each(documents)('$name', async ({ name, html, css, body }) => {
    const printed = theirs.get(name);
    if (!printed) throw new Error('the browser did not print this document');
    const judged = await linesOfPdf(printed);
    const { geometry, complaints } = await (await openSuite(css)).geometryOf(body, html);
    const ours = linesOfPages(geometry);
    expect(complaints).toEqual([]);
    if (EXCEPTIONS[`print/${name}`]) {
      expect(textsOf(ours), 'no longer an exception').not.toEqual(textsOf(judged));
      return;
    }
    expect(textsOf(ours)).toEqual(textsOf(judged));
    const off = ours.flatMap((lines, page) =>
      lines.flatMap(({ text, y }, i) => {
        const other = judged[page]?.[i]?.y ?? Number.NaN;
        return Math.abs(y - other) <= TOLERANCE ? [] : [`page ${page + 1} ‘${text}’: browser ${other}, kit ${y}`];
      }),
    );
    expect(off).toEqual([]);
  });
});

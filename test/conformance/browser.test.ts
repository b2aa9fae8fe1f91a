import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureWithChromium, wholePage } from './chromium.ts';
import { differences, type PageMeasure } from './measure.ts';
import { openSuite } from './open-suite.ts';
import { measureOurs } from './ours.ts';
import { EXCEPTIONS, HARMLESS, HEIGHT, suitePages, WIDTH } from './pages.ts';

const pages = suitePages();
let theirs = new Map<string, PageMeasure>();

beforeAll(async () => {
  theirs = await measureWithChromium(pages.map(wholePage), WIDTH, HEIGHT);
}, 180_000);

const agreed: string[] = [];
afterAll(() => process.stdout.write(`\n${agreed.length} of ${pages.length} pages agree with the browser\n`));

describe('the browser as judge', () => {
  it('has at least 150 pages and at most 5 exceptions', () => {
    expect(pages.length).toBeGreaterThanOrEqual(150);
    expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(5);
  });

  for (const { name, html, css, body } of pages) {
    it(name, async () => {
      const { geometry, complaints } = await (await openSuite(css)).geometryOf(body, html);
      expect(complaints.filter((c) => !HARMLESS.test(c))).toEqual([]);
      const judged = theirs.get(name);
      if (!judged) throw new Error('the browser did not measure this page');
      const found = differences(judged, measureOurs(geometry));
      if (EXCEPTIONS[name]) expect(found, 'no longer an exception').not.toEqual([]);
      else {
        expect(found).toEqual([]);
        agreed.push(name);
      }
    });
  }
});

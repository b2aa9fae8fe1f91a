import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureWithChromium, wholePage } from './chromium.ts';
import { differences, type PageMeasure } from './measure.ts';
import { measureOurs } from './ours.ts';
import { EXCEPTIONS, HEIGHT, suitePages, WIDTH } from './pages.ts';

const pages = suitePages();
let theirs = new Map<string, PageMeasure>();

beforeAll(async () => {
  theirs = await measureWithChromium(pages.map(wholePage), WIDTH, HEIGHT);
}, 180_000);

const agreed: string[] = [];
afterAll(() => process.stdout.write(`\n${agreed.length} of ${pages.length} pages agree with the browser\n`));

describe('the browser as judge', () => {
  it('has at least 50 pages and at most 5 exceptions', () => {
    expect(pages.length).toBeGreaterThanOrEqual(50);
    expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(5);
  });

  for (const { name, css, body } of pages) {
    it(name, async () => {
      const { measure, complaints } = await measureOurs(css, body);
      expect(complaints.filter((c) => !/^(text-overflow|word-too-long|missing-alt|heading|text-off-page)/.test(c))).toEqual([]);
      const judged = theirs.get(name);
      if (!judged) throw new Error('the browser did not measure this page');
      const found = differences(judged, measure);
      if (EXCEPTIONS[name]) expect(found, 'no longer an exception').not.toEqual([]);
      else {
        expect(found).toEqual([]);
        agreed.push(name);
      }
    });
  }
});

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/lydnat.ts';
import { campaignPages } from './campaigns.ts';
import { compare, decodePixels, encodePicture } from './compare.ts';
import { goldenPages } from './pages.ts';
import { type Finding, reportPage } from './report.ts';

const PICTURES = join(ROOT, 'test', 'golden', 'pictures');
const REPORT = join(ROOT, 'out', 'golden');
const MOST = 60;
const LARGEST = 20 * 1024;

/** `npm run golden:accept`: the pictures become what is drawn now. */
const accepting = process.env.MODE === 'golden-accept';

const pages = [...goldenPages, ...campaignPages];
const names = new Set(pages.map(({ name }) => `${name}.png`));
const kept = (): string[] => readdirSync(PICTURES).filter((file) => file.endsWith('.png'));

function read(name: string): Uint8Array | null {
  return kept().includes(`${name}.png`) ? readFileSync(join(PICTURES, `${name}.png`)) : null;
}

describe('pages look as they did', () => {
  const findings: Finding[] = [];
  rmSync(REPORT, { recursive: true, force: true });

  it.each(pages.map((page) => [page.name, page] as const))('%s', async (name, page) => {
    const drawn = await page.draw();
    const before = read(name);
    // Both have gone through the same palette.
    const got = await encodePicture(drawn);
    const expected = before && (await decodePixels(before));
    const difference = expected && compare(expected, await decodePixels(got));
    if (expected && !difference) return;
    if (accepting) {
      writeFileSync(join(PICTURES, `${name}.png`), got);
      return;
    }
    const picture = difference && (await encodePicture(difference.picture));
    findings.push({ name, expected: before, got, difference: picture, part: difference?.part ?? 1 });
    const what = difference ? `${(difference.part * 100).toFixed(2)} % of the pixels differ` : 'there is no picture yet';
    expect.fail(`${what}. Look at out/golden/index.html; npm run golden:accept if it is right.`);
  });

  afterAll(() => {
    if (findings.length === 0) return;
    mkdirSync(REPORT, { recursive: true });
    writeFileSync(join(REPORT, 'index.html'), reportPage(findings));
  });

  it('are few and small, one for each page', () => {
    const orphans = kept().filter((file) => !names.has(file));
    if (accepting) for (const file of orphans) rmSync(join(PICTURES, file));
    else expect(orphans).toEqual([]);
    const sizes = kept().map((file) => [file, readFileSync(join(PICTURES, file)).length] as const);
    expect(sizes.filter(([, size]) => size > LARGEST)).toEqual([]);
    expect(sizes.length).toBeLessThanOrEqual(MOST);
  });
});

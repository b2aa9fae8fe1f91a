import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/core/world-node.ts';
import { openPdfKit } from '../../src/paint/pdf/index.ts';
import { lydnatOnDisk, ROOT } from '../support/lydnat.ts';
import { compare, difference, rendered } from '../support/structure-check.ts';

/** All libraries take minutes; a few show every template. */
const SOME = process.env.KIT_FULL ? {} : { library: ['ballerup', 'odense', 'viborg', 'open'] };

async function check(file: string, folders: Readonly<Record<string, string>>, filter: { library?: string[] }) {
  const world = nodeWorld({ read: folders });
  const { jobs, desk, campaign } = await rendered(file, join(ROOT, 'templates'), world, filter);
  const kit = await openPdfKit({ languages: campaign.languages });
  for (const { job, html } of jobs) {
    const compared = await compare(html, job, desk.layout, kit);
    const { tree, words } = difference(compared);
    expect(tree[1], job.id).toEqual(tree[0]);
    expect(words[1], job.id).toEqual(words[0]);
    // Not an empty comparison.
    expect(words[0].length, job.id).toBeGreaterThan(20);
  }
  return jobs.length;
}

describe('the structure of a finished PDF is that of its HTML', () => {
  it('in the example', async () => {
    const folder = join(ROOT, 'campaigns', 'expat-dinner-2012');
    const file = join(folder, 'campaign.yaml');
    expect(await check(file, { campaign: folder, templates: join(ROOT, 'templates') }, SOME)).toBeGreaterThan(10);
  });

  it('in a campaign of another kind', async () => {
    const folder = lydnatOnDisk();
    expect(await check(join(folder, 'campaign.yaml'), { campaign: folder, templates: join(ROOT, 'templates') }, {})).toBe(18);
  });
});

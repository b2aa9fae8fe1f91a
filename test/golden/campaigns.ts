import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeWorld } from '../../src/core/world-node.ts';
import { run } from '../../src/pipeline.ts';
import { SILENT } from '../../src/report/index.ts';
import { ROOT } from '../support/lydnat.ts';
import { type GoldenPage, picturesOf } from './pages.ts';

/** Kits of the campaigns that come with kit: one library in some languages, and which of its files are kept, each with its page. */
const KITS = [
  ['expat-dinner-2012', 'gentofte', ['da'], { 'poster-a3-da': 0, 'flyer-a5-da': 1, 'press-release-da': 0 }],
  ['sprogcafe', 'noerrebro', ['ar', 'uk'], { 'poster-a3-ar': 0, 'flyer-a5-uk': 1 }],
] as const;

/** px of each page's picture: posters with all their things take more bytes than plain pages. */
const WIDTH = 170;

/** `kit build` of one library through the sources, into a folder that goes again. */
async function build(campaign: string, library: string, languages: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const out = mkdtempSync(join(tmpdir(), 'kit-golden-'));
  try {
    const order = {
      file: join(ROOT, 'campaigns', campaign, 'campaign.yaml'),
      out,
      builtIn: join(ROOT, 'templates'),
      filter: { library: [library], language: languages },
      strict: false,
      gallery: false,
      dryRun: false,
    };
    const read = { campaign: dirname(order.file), templates: order.builtIn };
    const world = nodeWorld({ read, packages: [read.campaign, read.templates], write: out });
    const { diagnostics } = await run(order, world, SILENT);
    const [fault] = diagnostics;
    if (fault) throw new Error(`${campaign}: ${fault.message}`);
    const folder = join(out, campaign, library);
    return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export const campaignPages: readonly GoldenPage[] = KITS.flatMap(([campaign, library, languages, files]) => {
  let built: ReturnType<typeof build> | undefined;
  return Object.entries(files).map(([file, page]) => ({
    name: `${campaign}-${library}-${file}`,
    async draw() {
      built ??= build(campaign, library, languages);
      const pdf = (await built).get(`${file}.pdf`);
      if (!pdf) throw new Error(`no ${file}.pdf`);
      return picturesOf(pdf, [page], WIDTH);
    },
  }));
});

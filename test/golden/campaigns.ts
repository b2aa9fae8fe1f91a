import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeWorld } from '../../src/core/world-node.ts';
import { run } from '../../src/pipeline.ts';
import { SILENT } from '../../src/report/index.ts';
import { ROOT } from '../support/lydnat.ts';
import { type GoldenPage, picturesOf } from './pages.ts';

/** Pieces of the campaigns that come with kit: library, piece, language, file, which page of it. */
const PIECES = [
  ['expat-dinner-2012', 'gentofte', 'poster', 'da', 'poster-a3-da.pdf', 0],
  ['expat-dinner-2012', 'aarhus', 'poster', 'en', 'poster-a3-en.pdf', 0],
  ['expat-dinner-2012', 'gentofte', 'flyer', 'en', 'flyer-a5-en.pdf', 1],
  ['expat-dinner-2012', 'gentofte', 'press-release', 'da', 'press-release-da.pdf', 0],
] as const;

/** px of each page's picture: posters with all their things take more bytes than plain pages. */
const WIDTH = 170;

/** `kit build` of one piece of one library, through the sources, into a folder that goes again. */
async function build(campaign: string, library: string, piece: string, language: string, file: string): Promise<Uint8Array> {
  const out = mkdtempSync(join(tmpdir(), 'kit-golden-'));
  try {
    const order = {
      file: join(ROOT, 'campaigns', campaign, 'campaign.yaml'),
      out,
      builtIn: join(ROOT, 'templates'),
      filter: { library: [library], piece: [piece], language: [language] },
      strict: false,
      gallery: false,
      dryRun: false,
    };
    const read = { campaign: dirname(order.file), templates: order.builtIn };
    const world = nodeWorld({ read, packages: [read.campaign, read.templates], write: out });
    const { diagnostics } = await run(order, world, SILENT);
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (fault) throw new Error(fault.message);
    return readFileSync(join(out, campaign, library, file));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

export const campaignPages: readonly GoldenPage[] = PIECES.map(([campaign, library, piece, language, file, page]) => ({
  name: `${campaign}-${library}-${piece}-${language}`,
  draw: async () => picturesOf(await build(campaign, library, piece, language, file), [page], WIDTH),
}));

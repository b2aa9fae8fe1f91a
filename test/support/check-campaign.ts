import type { Order, Outcome } from '../../src/pipeline/outcome.ts';
import { run } from '../../src/pipeline.ts';
import { SILENT } from '../../src/report/index.ts';
import { memoryWorld } from './memory-world.ts';

/** `kit check` of a campaign in memory. The campaign's own folder is the parent of its files, as on a disk. */
export function checkCampaign(files: ReadonlyMap<string, Uint8Array>, order: Partial<Order> = {}): Promise<Outcome> {
  const world = memoryWorld(Object.fromEntries([...files].map(([path, bytes]) => [`/work/campaign/${path}`, bytes])));
  const whole: Order = {
    file: '/work/campaign/campaign.yaml',
    out: null,
    builtIn: '/work/templates',
    filter: {},
    strict: false,
    gallery: false,
    dryRun: false,
    ...order,
  };
  return run(whole, world, SILENT);
}

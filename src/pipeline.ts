import { dirname } from 'node:path';
import type { World } from './core/world.ts';
import { loadCampaign, loadTemplateSet, templateNameOf } from './load/index.ts';
import { openDesk } from './pipeline/desk.ts';
import { makeKits } from './pipeline/kits.ts';
import type { Order, Outcome } from './pipeline/outcome.ts';
import { stopwatch } from './pipeline/stopwatch.ts';
import { concerning, tally } from './pipeline/tally.ts';
import { plan } from './plan/index.ts';
import type { Progress } from './report/index.ts';
import { validate } from './validate/index.ts';

/**
 * From campaign.yaml to kits, one way: load, validate, plan; then for each library render, layout, impose, paint (`pipeline/job.ts`) and pack
 * (`pipeline/kits.ts`). Complaints are gathered on the way. Each stage goes on with what the one before it could make sense of.
 */
export async function run(order: Order, world: World, progress: Progress): Promise<Outcome> {
  const watch = stopwatch(world);
  const { take, all, add, end } = tally(watch, order.strict);
  const folder = dirname(order.file);

  const written = take(watch.time('load', () => loadCampaign(order.file, world)));
  if (!written) return end({});
  const named = templateNameOf(written);
  const roots = { builtIn: order.builtIn, campaign: folder };
  const set = named ? take(watch.time('load', () => loadTemplateSet(named.name, roots, world, named.span))) : undefined;

  const campaign = take(watch.time('validate', () => concerning(validate(written, set), order.filter.library)));
  if (!campaign || !set) return end({});

  const planned = take(watch.time('plan', () => plan(campaign, set, order.filter)));
  if (!planned) return end({ wrongUse: true });
  if (order.dryRun) return end({ plan: planned });

  const desk = await openDesk(campaign, set, folder, world, watch);
  add(desk.diagnostics);
  const whole = plan(campaign, set).value ?? planned;
  return end(await makeKits({ order, campaign, plan: planned, whole, desk, world, watch, progress, add, before: [...all] }));
}

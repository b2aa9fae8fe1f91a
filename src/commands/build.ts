import { join, relative } from 'node:path';
import { orderOf, type SharedFlags } from './flags.ts';
import { json, type Ran, runOrder, stageLines, tally } from './run.ts';

export interface BuildFlags extends SharedFlags {
  readonly out: string;
  readonly gallery: boolean;
  readonly dryRun?: boolean;
}

/** `kit build FILE` */
export async function build(file: string, flags: BuildFlags): Promise<number> {
  const order = orderOf(file, flags, { out: flags.out, gallery: flags.gallery, dryRun: flags.dryRun ?? false });
  const ran = await runOrder(order, flags);
  if (flags.format === 'json') process.stdout.write(json(ran, whatCame(ran)));
  else if (order.dryRun) process.stdout.write(planText(ran));
  else process.stdout.write(summary(ran, flags.out));
  if (flags.verbose && flags.format !== 'json') process.stderr.write(stageLines(ran));
  return ran.code;
}

/** For programs: what was planned, what was built. */
function whatCame({ outcome }: Ran): Record<string, unknown> {
  const { plan, manifest } = outcome;
  return {
    documents: outcome.documents,
    ...(plan && { plan: plan.jobs.map((job) => ({ job: job.id, outputs: job.outputs.map((output) => output.path) })) }),
    ...(manifest && {
      campaign: manifest.campaign,
      libraries: manifest.libraries.map(({ id, state, files }) => ({ id, state, files: files.map(({ path }) => path) })),
    }),
  };
}

function planText({ outcome }: Ran): string {
  const paths = outcome.plan?.jobs.flatMap((job) => job.outputs.map((output) => output.path)) ?? [];
  return paths.map((path) => `${path}\n`).join('');
}

/** Files, warnings, time. */
function summary(ran: Ran, out: string): string {
  const { manifest, removed, documents } = ran.outcome;
  const took = `${ran.seconds.toFixed(1)} s`;
  if (!manifest) return `Nothing was built: ${tally(ran)} (${took}). Kits of an earlier build are as they were.\n`;
  const built = manifest.libraries.filter((library) => library.state === 'built');
  const faulty = manifest.libraries.filter((library) => library.state === 'faulty');
  const files = built.reduce((sum, library) => sum + library.files.length, 0);
  const lines = [
    `${built.length} of ${manifest.libraries.length} kits, ${files} files, ${documents} documents, ${tally(ran)}, ${took}`,
  ];
  if (faulty.length > 0) lines.push(`Not built, because of errors: ${faulty.map((library) => library.id).join(', ')}`);
  if (removed > 0) lines.push(`${removed} files of an earlier build were removed`);
  lines.push(`See ${relative('', join(out, manifest.campaign, 'index.html')) || 'index.html'}`);
  return `${lines.join('\n')}\n`;
}

import { join, relative } from 'node:path';
import { orderOf, type SharedFlags } from './flags.ts';
import { count, json, type Ran, runOrder, stageLines, tally } from './run.ts';

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
  else process.stdout.write(summary(ran, flags));
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

/** Files, warnings, time: of what was asked for, whatever else an earlier build left there. */
function summary(ran: Ran, { out, library: named, piece, language }: BuildFlags): string {
  const { manifest, plan, removed, documents } = ran.outcome;
  const took = `${ran.seconds.toFixed(1)} s`;
  if (!manifest) return `Nothing was built: ${tally(ran)} (${took}). Kits of an earlier build are as they were.\n`;
  const planned = new Set(plan?.jobs.map(({ library }) => library.id));
  // What cannot be read is in no plan.
  const asked = manifest.libraries.filter(
    ({ id, state }) => planned.has(id) || (state === 'faulty' && (!named?.length || named.includes(id))),
  );
  const isPart = (piece?.length ?? 0) > 0 || (language?.length ?? 0) > 0;
  const made = new Set(plan?.jobs.flatMap(({ outputs }) => outputs.map(({ path }) => path)));
  const built = asked.filter(({ state }) => state === 'built');
  const faulty = asked.filter(({ state }) => state === 'faulty');
  const files = built.reduce((sum, library) => sum + library.files.filter(({ path }) => !isPart || made.has(path)).length, 0);
  const others = manifest.libraries.filter((library) => library.state === 'built' && !built.includes(library)).length;
  const lines = [
    `${built.length} of ${count(asked.length, 'kit')}, ${count(files, 'file')}, ${count(documents, 'document')}, ${tally(ran)}, ${took}`,
  ];
  if (faulty.length > 0) lines.push(`Not built, because of errors: ${faulty.map((library) => library.id).join(', ')}`);
  if (others > 0)
    lines.push(`${count(others, 'other kit')} of an earlier build ${others === 1 ? 'is as it was' : 'are as they were'}`);
  if (removed > 0) lines.push(`${count(removed, 'file')} of an earlier build ${removed === 1 ? 'was' : 'were'} removed`);
  lines.push(`See ${relative('', join(out, manifest.campaign, 'index.html')) || 'index.html'}`);
  return `${lines.join('\n')}\n`;
}

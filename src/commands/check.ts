import { orderOf, type SharedFlags } from './flags.ts';
import { count, json, runOrder, stageLines, tally } from './run.ts';

/** `kit check FILE`: all that build does, but nothing is written. */
export async function check(file: string, flags: SharedFlags): Promise<number> {
  const ran = await runOrder(orderOf(file, flags, { out: null, gallery: false, dryRun: false }), flags);
  if (flags.format === 'json') process.stdout.write(json(ran, { documents: ran.outcome.documents }));
  else process.stdout.write(`${tally(ran)} in ${count(ran.outcome.documents, 'document')}, ${ran.seconds.toFixed(1)} s\n`);
  if (flags.verbose && flags.format !== 'json') process.stderr.write(stageLines(ran));
  return ran.code;
}

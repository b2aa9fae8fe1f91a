import { dirname } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.ts';
import { nodeWorld } from '../core/world-node.ts';
import type { Order, Outcome } from '../pipeline/outcome.ts';
import { run as runPipeline } from '../pipeline.ts';
import { type Format, gather, progressOn, reportText, SILENT, settled, toJson } from '../report/index.ts';
import type { SharedFlags } from './flags.ts';

/** stdout and stderr, as the reporters need them. */
const stderr = {
  write: (text: string): void => void process.stderr.write(text),
  get isTTY() {
    return process.stderr.isTTY === true && process.env.CI === undefined;
  },
  get columns() {
    return process.stderr.columns ?? 80;
  },
};

const coloured = (): boolean => process.stderr.isTTY === true && process.env.NO_COLOR === undefined;

export interface Ran {
  readonly outcome: Outcome;
  readonly seconds: number;
  /** As they are told: without what only follows from another. */
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
}

/** Runs the pipeline on the real disk, with progress on stderr, then tells all complaints. */
export async function runOrder(order: Order, flags: SharedFlags): Promise<Ran> {
  const world = nodeWorld({
    read: { campaign: dirname(order.file), templates: order.builtIn },
    packages: [dirname(order.file), order.builtIn],
    ...(order.out !== null && { write: order.out }),
  });
  const begin = world.now();
  const progress = flags.format === 'json' || order.dryRun ? SILENT : progressOn(stderr);
  const outcome = await runPipeline(order, world, progress);
  progress.end();
  const seconds = (world.now() - begin) / 1000;
  const diagnostics = settled(outcome.diagnostics);
  stderr.write(reportText(diagnostics, flags.format, coloured()));
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  return { outcome, diagnostics, seconds, code: outcome.wrongUse ? 2 : errors > 0 ? 1 : 0 };
}

export function json(ran: Ran, more: Readonly<Record<string, unknown>>): string {
  const { outcome, diagnostics, seconds } = ran;
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  const stages = Object.fromEntries(Object.entries(outcome.times).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10]));
  const body = {
    errors,
    warnings: diagnostics.length - errors,
    seconds: Math.round(seconds * 1000) / 1000,
    stages,
    ...more,
    diagnostics: diagnostics.map(toJson),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** '2 errors, 1 warning': as many as are shown, not in how many documents each of them is. */
export function tally({ diagnostics }: Ran): string {
  const told = gather(diagnostics);
  const errors = told.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
  return `${count(errors, 'error')}, ${count(told.length - errors, 'warning')}`;
}

/** The time of each stage, one a line. */
export function stageLines({ outcome }: Ran): string {
  return Object.entries(outcome.times)
    .map(([stage, ms], i) => `${i + 1} ${stage.padEnd(9)}${Math.round(ms).toString().padStart(7)} ms\n`)
    .join('');
}

export type { Format };

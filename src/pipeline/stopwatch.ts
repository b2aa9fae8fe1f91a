import type { World } from '../core/world.ts';

/** The stages, in the order in which a campaign passes them. */
export const STAGES = ['load', 'validate', 'plan', 'render', 'layout', 'impose', 'paint', 'pack'] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds spent in each stage, over all jobs. */
export type StageTimes = Readonly<Record<Stage, number>>;

export interface Stopwatch {
  time<T>(stage: Stage, work: () => T): T;
  timeAsync<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  readonly times: StageTimes;
}

export function stopwatch(world: World): Stopwatch {
  const times: Record<Stage, number> = { load: 0, validate: 0, plan: 0, render: 0, layout: 0, impose: 0, paint: 0, pack: 0 };
  return {
    times,
    time(stage, work) {
      const begin = world.now();
      try {
        return work();
      } finally {
        times[stage] += world.now() - begin;
      }
    },
    async timeAsync(stage, work) {
      const begin = world.now();
      try {
        return await work();
      } finally {
        times[stage] += world.now() - begin;
      }
    },
  };
}

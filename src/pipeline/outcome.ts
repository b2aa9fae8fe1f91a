import type { Diagnostic } from '../core/diagnostics.ts';
import type { KitPlan } from '../core/job.ts';
import type { Manifest } from '../pack/index.ts';
import type { Filter } from '../plan/index.ts';
import type { StageTimes } from './stopwatch.ts';

/** What a coordinator asks for. Paths are absolute. */
export interface Order {
  readonly file: string;
  /** Where kits go; the campaign's own folder is made below it. null: nothing is written (`kit check`). */
  readonly out: string | null;
  /** Folder of the template sets that come with kit. */
  readonly builtIn: string;
  readonly filter: Filter;
  /** Warnings are errors. */
  readonly strict: boolean;
  /** Make small pictures of the pages. */
  readonly gallery: boolean;
  /** Plan only. */
  readonly dryRun: boolean;
}

/** What came of it. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly plan?: KitPlan;
  readonly manifest?: Manifest;
  /** Documents laid out. */
  readonly documents: number;
  readonly removed: number;
  readonly times: StageTimes;
  /** The filter names something that the campaign does not have: wrong use, not a wrong campaign. */
  readonly wrongUse: boolean;
}

import type { ModelType } from '../../core/model/index.ts';
import type { RenderEnv } from '../env.ts';
import type { Typed } from '../template/resolve.ts';

export type Kind = 'date' | 'time' | 'number' | 'any';

/** One helper: what it takes and gives, for the check, and what it does. No helper knows anything of a campaign but dates and times. */
export interface Helper {
  /** Fewest and most positional arguments. */
  readonly count: readonly [number, number];
  /** Named arguments. */
  readonly named?: readonly string[];
  /** Kinds of the first arguments; others may be anything. */
  readonly takes?: readonly Kind[];
  /** Arguments may be absent values; otherwise one that may be absent needs a guard. */
  readonly lenient?: boolean;
  readonly gives: (args: readonly Typed[]) => { readonly type: ModelType; readonly optional: boolean };
  readonly run: (args: readonly unknown[], named: Readonly<Record<string, unknown>>, env: RenderEnv) => unknown;
}

export const giving = (type: ModelType) => () => ({ type, optional: false });

export const MANY = 999;

import { LOGIC_HELPERS } from './logic.ts';
import { NUMBER_HELPERS } from './numbers.ts';
import { SEEDED_HELPERS } from './seeded.ts';
import type { Helper } from './types.ts';
import { WHEN_HELPERS } from './when.ts';
import { WORD_HELPERS } from './words.ts';

export { isTrue } from './logic.ts';
export type { Helper, Kind } from './types.ts';

/** All helpers that give a value; blocks (#if, #unless, #each, #with, #let) stand apart. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  Object.entries({ ...WHEN_HELPERS, ...WORD_HELPERS, ...LOGIC_HELPERS, ...NUMBER_HELPERS, ...SEEDED_HELPERS }),
);

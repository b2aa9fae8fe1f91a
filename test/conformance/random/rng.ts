/** Chance that can be had again: the same seed gives the same draws (mulberry32). */
export interface Draw {
  /** At least 0, below 1. */
  readonly number: () => number;
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    number,
    whole: (from, to) => from + Math.floor(number() * (to - from + 1)),
    chance: (probability) => number() < probability,
    pick: (list) => {
      const one = list[Math.floor(number() * list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}

/** The seed of one tree of a run. */
export const seedOf = (run: number, tree: number): number =>
  Math.imul(run ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(tree + 1, 0xc2b2ae35);

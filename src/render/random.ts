/**
 * Numbers drawn from words: the same seed gives the same numbers on every machine and in every release, since drawings hang on walls and are
 * printed again. Integer arithmetic modulo 2^32 only. The seed is hashed by FNV-1a over UTF-16 units (low byte first); a Weyl sequence through
 * a finalizer of the MurmurHash3 kind gives the numbers. Never change any of this.
 */
export function hashOf(seed: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    const unit = seed.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  return mix(h);
}

function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A sequence of numbers in 0 ≤ x < 1. */
export function sequence(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 0x1_0000_0000;
  };
}

/** Whole numbers, both ends included. */
export const integer = (next: () => number, min: number, max: number): number => min + Math.floor(next() * (max - min + 1));

/** Fisher–Yates; the input stays as it is. */
export function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const rest = [...items];
  const made: T[] = [];
  while (rest.length > 0) made.push(...rest.splice(integer(next, 0, rest.length - 1), 1));
  return made;
}

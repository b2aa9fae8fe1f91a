import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, integer, sequence, shuffled } from '../../../src/render/random.ts';

test('numbers never change: drawings hang on walls', () => {
  const next = sequence('viborg\u0000cloth');
  expect([hashOf('viborg'), hashOf('')]).toMatchInlineSnapshot(`
    [
      1677453674,
      2872998923,
    ]
  `);
  expect(Array.from({ length: 6 }, () => integer(next, 0, 99))).toMatchInlineSnapshot(`
    [
      2,
      83,
      78,
      15,
      77,
      3,
    ]
  `);
  expect(shuffled(['a', 'b', 'c', 'd'], sequence('x'))).toMatchInlineSnapshot(`
    [
      "d",
      "a",
      "c",
      "b",
    ]
  `);
});

test('numbers are spread evenly', () => {
  const counts = new Array<number>(6).fill(0);
  for (let i = 0; i < 6000; i++) counts[integer(sequence(`library-${i}\u0000cloth`), 0, 5)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(140);
});

test('integers stay between their ends, and a shuffle loses nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, min, more) => {
      const value = integer(sequence(seed), min, min + more);
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(min + more);
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat()), (seed, items) => {
      expect([...shuffled(items, sequence(seed))].sort()).toEqual([...items].sort());
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathBounds, reversePath, signedArea } from '../../../src/layout/pictures/paths.ts';
import { parsePathData } from '../../../src/layout/pictures/svg/path-data.ts';
import { written } from './svg-support.ts';

describe('path data', () => {
  it.each([
    ['M10 20 L30 40', 'M 10 20 L 30 40'],
    ['m10 20 5 5 5 5', 'M 10 20 L 15 25 L 20 30'],
    ['M1-2.5.5e1-3', 'M 1 -2.5 L 5 -3'],
    ['M0 0H10V10h-10z', 'M 0 0 L 10 0 L 10 10 L 0 10 Z'],
    ['M5 5h10zl1 1', 'M 5 5 L 15 5 Z M 5 5 L 6 6'],
    ['M0,0C1,2,3,4,5,6S9,10,11,12', 'M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11 12'],
    ['M0 0S1 2 3 4', 'M 0 0 C 0 0 1 2 3 4'],
    ['M0 0Q3 3 6 0', 'M 0 0 C 2 2 4 2 6 0'],
    ['M0 0Q3 3 6 0T12 0', 'M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0'],
    ['M0 0c0 0 1 1 2 2l1 1s1 0 2 0', 'M 0 0 C 0 0 1 1 2 2 L 3 3 C 3 3 4 3 5 3'],
    ['M0 0A0 5 0 0 1 10 10', 'M 0 0 L 10 10'],
    ['M4 4a1 1 0 0 0 0 0', 'M 4 4'],
    ['  ', ''],
  ])('%s', (d, expected) => {
    const { segments, errorAt } = parsePathData(d);
    expect(errorAt).toBeUndefined();
    expect(written(segments)).toBe(expected);
  });

  it('reads the flags of an arc without anything between them', () => {
    const compact = parsePathData('M0 0a5 5 0 1110 0');
    expect(compact.errorAt).toBeUndefined();
    expect(compact).toEqual(parsePathData('M 0 0 a 5 5 0 1 1 10 0'));
    expect(compact.segments.at(-1)?.slice(-2)).toEqual([10, 0]);
  });

  it('makes a half circle of two quarter curves that stay on the circle', () => {
    const { segments } = parsePathData('M-10 0A10 10 0 0 1 10 0');
    expect(segments).toHaveLength(3);
    expect(written(segments)).toBe('M -10 0 C -10 -5.52 -5.52 -10 0 -10 C 5.52 -10 10 -5.52 10 0');
  });

  it('enlarges radii that do not reach', () => {
    const box = pathBounds({ segments: parsePathData('M0 0A1 1 0 0 1 20 0').segments });
    expect(box.minY).toBeCloseTo(-10, 1);
  });

  it('turns an arc’s ellipse', () => {
    const box = pathBounds({ segments: parsePathData('M-10 0A10 5 90 1 1 10 0A10 5 90 1 1-10 0').segments });
    expect(box.maxY).toBeCloseTo(20, 1);
    expect(box.maxX).toBeCloseTo(10, 2);
  });

  it.each([
    ['L1 1', 0, ''],
    ['M1 1 L2', 7, 'M 1 1'],
    ['M1 1 X 5', 5, 'M 1 1'],
    ['M1 1a1 1 0 2 0 1 1', 11, 'M 1 1'],
    ['M1 1z5', 5, 'M 1 1 Z'],
  ])('%s stops where it goes wrong', (d, at, kept) => {
    const { segments, errorAt } = parsePathData(d);
    expect(errorAt).toBe(at);
    expect(written(segments)).toBe(kept);
  });

  it('never throws, and gives finite numbers', () => {
    const token = fc.oneof(fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz,. -+e'), fc.double().map(String), fc.nat(3).map(String));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), (tokens) => {
        const { segments } = parsePathData(tokens.join(' '));
        const first = segments[0];
        expect(first === undefined || first[0] === 'M').toBe(true);
      }),
    );
  });
});

describe('paths', () => {
  it('bounds a curve by its extremes, not its control points', () => {
    const box = pathBounds({
      segments: [
        ['M', 0, 0],
        ['C', 0, 10, 10, 10, 10, 0],
      ],
    });
    expect(box).toEqual({ minX: 0, minY: 0, maxX: 10, maxY: 7.5 });
  });

  it('reverses what it walks round', () => {
    const path = { segments: parsePathData('M0 0H10V10H0ZM20 0Q30 0 30 10L20 10').segments };
    const back = reversePath(path);
    expect(signedArea(back)).toBeCloseTo(-signedArea(path), 9);
    expect(pathBounds(back)).toEqual(pathBounds(path));
    expect(signedArea(reversePath(back))).toBeCloseTo(signedArea(path), 9);
  });
});

import { describe, expect, it } from 'vitest';
import type { Color } from '../../../src/core/color.ts';
import {
  contrast,
  hexOf,
  luminance,
  over,
  type Rgba,
  rgbaOf,
  roughLuminance,
  shadeFor,
} from '../../../src/layout/judge/light.ts';

const hex = (text: string): Rgba => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
  return [r, g, b, 1];
};

describe('contrast', () => {
  // As the WCAG's own examples and the usual checkers say.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4.0],
    ['#0000ff', '#ffffff', 8.59],
    ['#1a1a1c', '#1a1a1c', 1],
  ])('%s on %s', (a, b, expected) => {
    expect(contrast(hex(a), hex(b))).toBeCloseTo(expected, 1);
    expect(contrast(hex(b), hex(a))).toBe(contrast(hex(a), hex(b)));
  });

  it('mixes what is not opaque', () => {
    expect(hexOf(over([0, 0, 0, 0.5], hex('#ffffff')))).toBe('#808080');
    expect(over([0, 0, 0, 0.5], [1, 1, 1, 0.5])[3]).toBe(0.75);
    const ink: Color = { space: 'cmyk', c: 0, m: 1, y: 1, k: 0, a: 1 };
    expect(hexOf(rgbaOf(ink))).toBe('#FF0000');
  });

  it('is near enough in the table of points', () => {
    for (const color of ['#000000', '#333333', '#8e1345', '#fcbe0e', '#ffffff'])
      expect(roughLuminance(hex(color))).toBeCloseTo(luminance(hex(color)), 6);
  });

  it('suggests a shade that is enough, and no darker than it must be', () => {
    const shade = shadeFor(hex('#999999'), [hex('#ffffff')], 4.5);
    expect(shade && contrast(shade, hex('#ffffff'))).toBeGreaterThanOrEqual(4.5);
    expect(shade && contrast(shade, hex('#ffffff'))).toBeLessThan(4.8);
    const light = shadeFor(hex('#555555'), [hex('#111111')], 4.5);
    expect(light && luminance(light)).toBeGreaterThan(luminance(hex('#555555')));
  });
});

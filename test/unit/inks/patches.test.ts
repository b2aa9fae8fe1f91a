import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openCondition } from '../../../src/paint/inks/profile.ts';

const FOGRA39 = readFileSync(new URL('../../../icc/FOGRA39L.icc', import.meta.url));

function open(inkLimit: number) {
  const condition = openCondition(FOGRA39, inkLimit);
  if (!condition) throw new Error('the profile cannot be opened');
  return condition;
}

/**
 * What LittleCMS 2.19 says, in per cent: Pillow's
 * `ImageCms.applyTransform(image, ImageCms.buildTransform(ImageCms.createProfile('sRGB'), 'icc/FOGRA39L.icc', 'RGB', 'CMYK', 0, 0x100))`
 * (perceptual, not optimised). ArgyllCMS agrees to a tenth: `xicclu -fb -ip -pl icc/FOGRA39L.icc` after `xicclu -ff -ir -s 255 -pl sRGB.icm`.
 */
const PATCHES: readonly (readonly [rgb: readonly [number, number, number], cmyk: readonly number[]])[] = [
  [
    [255, 0, 0],
    [0, 95.3, 93.7, 0.8],
  ],
  [
    [0, 255, 0],
    [56.9, 0, 91.8, 0],
  ],
  [
    [0, 0, 255],
    [96.5, 63.5, 0, 10.6],
  ],
  [
    [140, 28, 64],
    [0, 94.9, 30.2, 49.8],
  ],
  [
    [243, 200, 75],
    [0, 19.6, 81.6, 9],
  ],
  [
    [20, 30, 45],
    [80.4, 50.2, 10.2, 88.2],
  ],
  [
    [250, 245, 235],
    [1.2, 1.6, 7.8, 3.1],
  ],
  [
    [120, 160, 90],
    [45.9, 2, 70.2, 26.3],
  ],
  [
    [60, 110, 180],
    [66.7, 38.4, 0, 26.7],
  ],
  [
    [255, 254, 255],
    [0, 0.4, 0, 0],
  ],
];

describe('colours on plates', () => {
  it.each(PATCHES)('of %j are those of another engine', (rgb, wanted) => {
    const [r, g, b] = rgb;
    const made = open(300).cmykOf(r / 255, g / 255, b / 255);
    for (const [ink, value] of made.entries()) expect(Math.abs(value * 100 - (wanted[ink] ?? 0))).toBeLessThan(0.5);
  });

  it('of pictures are the same, within a hundredth and a half', () => {
    for (const [rgb, wanted] of PATCHES) {
      const made = [...open(300).convert(Uint8Array.from(rgb))];
      for (const [ink, value] of made.entries()) expect(Math.abs(value / 2.55 - (wanted[ink] ?? 0))).toBeLessThan(1.5);
    }
  });

  it('of grey are a tint of black and nothing else', () => {
    for (const grey of [0, 0.2, 0.5, 1]) expect(open(300).cmykOf(grey, grey, grey)).toEqual([0, 0, 0, 1 - grey]);
  });

  it('keep within the ink limit, and keep their black', () => {
    const free = open(400);
    const tight = open(200);
    const [r, g, b] = [20 / 255, 30 / 255, 45 / 255];
    const sum = (cmyk: readonly number[]): number => cmyk.reduce((a, v) => a + v, 0);
    expect(sum(free.cmykOf(r, g, b))).toBeGreaterThan(2.2);
    expect(sum(tight.cmykOf(r, g, b))).toBeCloseTo(2, 9);
    expect(tight.cmykOf(r, g, b)[3]).toBe(free.cmykOf(r, g, b)[3]);
    for (let i = 0; i < 4096; i++) {
      const pixel = tight.convert(Uint8Array.of((i & 15) * 17, ((i >> 4) & 15) * 17, (i >> 8) * 17));
      expect(sum([...pixel]) / 255).toBeLessThan(2.01);
    }
  });

  it('need a profile for output in CMYK that is whole', () => {
    expect(open(300).description).toBe('Coated FOGRA39L (from characterisation data)');
    expect(openCondition(new Uint8Array(10), 300)).toBeUndefined();
    expect(openCondition(FOGRA39.subarray(0, 60_000), 300)).toBeUndefined();
    const display = Uint8Array.from(FOGRA39);
    display.set(new TextEncoder().encode('mntr'), 12);
    expect(openCondition(display, 300)).toBeUndefined();
  });
});

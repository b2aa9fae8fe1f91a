import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { allowed, DRAWINGS, difference, keep, ours, PIXELS, rgb } from '../../support/drawings.ts';
import { testFonts } from '../paint/fixture.ts';

/**
 * Judged by the browser alone (test/conformance): text, since librsvg takes the machine's fonts, and four things that librsvg has not or has otherwise:
 * `mask-type`, a clip-rule of its own for each shape in a clipPath, the box of a turned group, patterns with a viewBox.
 */
const ELSEWHERE = /^(text|mask-alpha|clip-evenodd|clip-box-units|pattern-transform)/;

/** sharp draws SVG with librsvg: another program, another author. */
const theirs = async (svg: string): Promise<Uint8Array> =>
  rgb(
    await sharp(Buffer.from(svg), { density: (72 * PIXELS) / 200 })
      .png()
      .toBuffer(),
  );

describe('drawings look as librsvg draws them', () => {
  it.each([...DRAWINGS].filter(([name]) => !ELSEWHERE.test(name)))('%s', async (name, svg) => {
    const mine = await ours(svg, await testFonts());
    expect(mine.diagnostics).toEqual([]);
    const reference = await theirs(svg);
    await keep(`librsvg-${name}`, mine.pixels, reference);
    const found = difference(mine.pixels, reference);
    const most = allowed(name);
    expect(found.mean).toBeLessThan(most.mean);
    expect(found.wrong).toBeLessThan(most.wrong);
  });
});

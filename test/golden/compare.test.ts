import { describe, expect, it } from 'vitest';
import { compare, decodePixels, encodePicture, type Pixels, sideBySide } from './compare.ts';
import { reportPage } from './report.ts';

const plain = (width: number, height: number, value: number): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(value),
});

/** A line of so many pixels in another grey. */
function withLine(picture: Pixels, length: number, value: number): Pixels {
  const data = picture.data.slice();
  data.fill(value, 0, length * 3);
  return { ...picture, data };
}

describe('comparing pictures', () => {
  const white = plain(100, 100, 255);

  it('lets go what nobody sees', () => {
    expect(compare(white, white)).toBeNull();
    expect(compare(white, plain(100, 100, 225))).toBeNull();
    expect(compare(white, withLine(white, 4, 0))).toBeNull();
  });

  it('finds a line, and shows where it is', () => {
    const found = compare(white, withLine(white, 40, 0));
    expect(found?.part).toBe(40 / 10_000);
    expect([...(found?.picture.data.subarray(0, 3) ?? [])]).toEqual([220, 0, 40]);
    expect([...(found?.picture.data.subarray(300 * 50, 300 * 50 + 3) ?? [])]).toEqual([255, 255, 255]);
  });

  it('takes another size for another picture', () => {
    expect(compare(white, plain(100, 101, 255))?.part).toBe(1);
  });

  it('keeps pictures as they are', async () => {
    const picture = withLine(white, 50, 30);
    expect(compare(picture, await decodePixels(await encodePicture(picture)))).toBeNull();
  });

  it('puts pages side by side', async () => {
    const both = await sideBySide([white, plain(50, 40, 0)]);
    expect([both.width, both.height]).toEqual([154, 100]);
    expect([both.data[0], both.data[101 * 3], both.data[104 * 3]]).toEqual([255, 150, 0]);
  });

  it('shows expected, got and difference in one page', async () => {
    const png = await encodePicture(white);
    const html = reportPage([{ name: 'arabic', expected: png, got: png, difference: png, part: 0.0123 }]);
    expect(html.match(/data:image\/png;base64,/g)).toHaveLength(3);
    expect(html).toContain('arabic <small>1.23 % differ</small>');
    expect(html).toContain('npm run golden:accept');
  });
});

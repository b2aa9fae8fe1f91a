import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../src/core/geometry.ts';
import { BUILT_IN } from '../../src/core/profile.ts';
import { ROOT } from '../support/lydnat.ts';
import { onePage } from '../support/one-page.ts';

type Plate = 'Cyan' | 'Magenta' | 'Yellow' | 'Black';
const PLATES: readonly Plate[] = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** Ink in per cent by patch; sRGB by what LittleCMS makes of it (test/unit/inks/patches.test.ts), a photograph's with what JPEG loses. */
const PATCHES: readonly (readonly [css: string, cmyk: readonly number[], within: number])[] = [
  ['background-color: rgb(140 28 64)', [0, 94.9, 30.2, 49.8], 1],
  ['background-color: rgb(243 200 75)', [0, 19.6, 81.6, 9], 1],
  ['background-color: rgb(60 110 180)', [66.7, 38.4, 0, 26.7], 1],
  ['background-color: device-cmyk(0.1 0.2 0.3 0.4)', [10, 20, 30, 40], 1],
  ['background-color: black', [0, 0, 0, 100], 1],
  ['background-color: rgb(128 128 128)', [0, 0, 0, 49.8], 1],
  ['background-color: white', [0, 0, 0, 0], 1],
  ['background-image: linear-gradient(device-cmyk(0 1 0 0), device-cmyk(0 1 0 0))', [0, 100, 0, 0], 1],
  ['background-color: device-cmyk(0 0 1 0); opacity: 0.5', [0, 0, 50, 0], 1],
  ['background-image: url("photo.jpg"); background-size: cover', [66.7, 38.4, 0, 26.7], 2],
  ['background-image: url("flat.png"); background-size: cover', [0, 94.9, 30.2, 49.8], 2],
];
const SIDE = 20;
const DPI = 72;

let folder: string;
const plates = new Map<Plate, { readonly data: Buffer; readonly width: number; readonly height: number }>();

const flat = (r: number, g: number, b: number) =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: { r, g, b } } });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plates-'));
  const [jpeg, png] = [await flat(60, 110, 180).jpeg({ quality: 95 }).toBuffer(), await flat(140, 28, 64).png().toBuffer()];
  const url = (kind: string, bytes: Buffer): string => `data:image/${kind};base64,${bytes.toString('base64')}`;
  const boxes = PATCHES.map(
    ([css], i) =>
      `<div style='position: absolute; left: 0; top: ${i * SIDE}mm; width: ${SIDE}mm; height: ${SIDE}mm; ${css
        .replace('photo.jpg', url('jpeg', jpeg))
        .replace('flat.png', url('png', png))}'></div>`,
  );
  const css = `@font-face { font-family: Fira; src: url("templates/expat-dinner/fonts/fira-sans/FiraSans_400Regular.ttf") }
    @page { margin: 0 } html { font: 40pt/1.2 Fira, sans-serif; color: black }
    p { position: absolute; left: 40mm; margin: 0; padding: 10mm; width: 60mm } .on { background-color: device-cmyk(0 0 1 0) }`;
  const html = `<html><body>${boxes.join('')}<p style="top: 20mm">Black words</p><p class="on" style="top: 100mm">Over yellow</p></body></html>`;
  const size = { width: mm(140), height: mm(PATCHES.length * SIDE) };
  const press = BUILT_IN.press;
  if (!press) throw new Error('no press');
  const { pdf, diagnostics } = await onePage(html, { css, size, folder: ROOT, profile: press });
  if (!pdf) throw new Error(JSON.stringify(diagnostics.map(({ message }) => message)));
  writeFileSync(join(folder, 'page.pdf'), pdf);
  execFileSync('gs', [
    '-q',
    '-dBATCH',
    '-dNOPAUSE',
    '-dSAFER',
    '-sDEVICE=tiffsep',
    `-r${DPI}`,
    '-o',
    join(folder, 'p%d.tif'),
    join(folder, 'page.pdf'),
  ]);
  expect(
    readdirSync(folder)
      .filter((name) => name.includes('('))
      .sort(),
  ).toEqual(PLATES.map((p) => `p1(${p}).tif`).sort());
  for (const plate of PLATES) {
    const { data, info } = await sharp(join(folder, `p1(${plate}).tif`))
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    plates.set(plate, { data, width: info.width, height: info.height });
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Per cent of ink at a place of the trimmed page, mm. */
function ink(plate: Plate, x: number, y: number): number {
  const found = plates.get(plate);
  if (!found) throw new Error(plate);
  const at = (value: number): number => Math.floor((mm(value + 3) * DPI) / 72);
  return 100 - (found.data[at(y) * found.width + at(x)] ?? 0) / 2.55;
}

describe('plates', () => {
  it.each(PATCHES.map((patch, i) => [i, ...patch] as const))('of patch %d, %s', (i, _, cmyk, within) => {
    for (const [n, plate] of PLATES.entries())
      expect(Math.abs(ink(plate, SIDE / 2, (i + 0.5) * SIDE) - (cmyk[n] ?? 0)), plate).toBeLessThanOrEqual(within);
  });

  it('of black words are black alone', () => {
    let black = 0;
    for (let y = 20; y < 70; y += 0.35)
      for (let x = 45; x < 110; x += 0.35) {
        for (const plate of ['Cyan', 'Magenta', 'Yellow'] as const) expect(ink(plate, x, y)).toBe(0);
        if (ink('Black', x, y) > 99) black++;
      }
    expect(black).toBeGreaterThan(100);
  });

  it('of black words on a colour leave the colour whole', () => {
    let black = 0;
    for (let y = 105; y < 130; y += 0.35)
      for (let x = 45; x < 110; x += 0.35) {
        expect(ink('Yellow', x, y)).toBeGreaterThan(99);
        if (ink('Black', x, y) > 99) black++;
      }
    expect(black).toBeGreaterThan(100);
  });
});

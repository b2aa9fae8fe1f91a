import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { allowed, DRAWINGS, difference, keep, ours, rgb } from '../support/drawings.ts';
import { testFonts } from '../unit/paint/fixture.ts';
import { photographWithChromium } from './chromium.ts';
import { FOLDER } from './pages.ts';

const require = createRequire(import.meta.url);
const font = (file: string): string => readFileSync(require.resolve(`@expo-google-fonts/${file}`)).toString('base64');
const face = (family: string, weight: number, file: string): string =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("data:font/ttf;base64,${font(file)}") }`;

/** The same fonts that ours are set in. */
const faces = (): string =>
  [
    face('Alegreya', 400, 'alegreya/400Regular/Alegreya_400Regular.ttf'),
    face('Alegreya', 700, 'alegreya/700Bold/Alegreya_700Bold.ttf'),
    face('Fira Sans', 400, 'fira-sans/400Regular/FiraSans_400Regular.ttf'),
  ].join('\n');

/** Text is drawn a little differently by each program at its edges. */
const most = (name: string) => (/^text/.test(name) ? { mean: 2.5, wrong: 0.012 } : allowed(name));

describe('drawings look as the browser draws them', () => {
  let photographs: Map<string, Uint8Array>;
  beforeAll(async () => {
    const style = `<style>${faces()} html, body { margin: 0 } svg { display: block; width: 200px; height: 200px }</style>`;
    const pages = [...DRAWINGS].map(([name, svg]) => ({
      name,
      folder: FOLDER,
      html: `<!doctype html><html lang="en"><head>${style}</head><body>${svg}</body></html>`,
    }));
    photographs = await photographWithChromium(pages, 200);
  });

  it.each([...DRAWINGS])('%s', async (name, svg) => {
    const mine = await ours(svg, await testFonts());
    expect(mine.diagnostics).toEqual([]);
    const theirs = await rgb(photographs.get(name) ?? new Uint8Array(0));
    await keep(`chromium-${name}`, mine.pixels, theirs);
    const found = difference(mine.pixels, theirs);
    expect(found.mean).toBeLessThan(most(name).mean);
    expect(found.wrong).toBeLessThan(most(name).wrong);
  });
});

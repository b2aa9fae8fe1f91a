import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { installedPackages, itemize, loadShaper, openFallback, openFonts } from '../../../src/core/text/index.ts';
import { nodeWorld } from '../../../src/core/world-node.ts';
import { memoryWorld } from '../../support/memory-world.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fonts = `${root}node_modules/@expo-google-fonts`;
const alegreya = readFileSync(`${fonts}/alegreya/400Regular/Alegreya_400Regular.ttf`);
const fira = readFileSync(`${fonts}/fira-sans/400Regular/FiraSans_400Regular.ttf`);

beforeAll(loadShaper);

const world = () => nodeWorld({ read: { campaign: `${root}campaigns/nowhere` }, packages: [`${root}campaigns/nowhere`] });

function set(
  text: string,
  lang: string,
  { families = ['Alegreya'], weight = 400, style = 'normal' as const, from = world() } = {},
) {
  const book = openFonts(
    [{ family: 'Alegreya', weight: 400, style: 'normal', bytes: alegreya, file: 'a.ttf', unicodeRange: [[0x20, 0x24f]] }],
    openFallback(from),
  ).value;
  const faces = book?.match({ families, weight, style }) ?? [];
  const { runs, missing } = itemize(text, { faces, features: [], lang, size: 10, direction: 'ltr' });
  return { runs: runs.map(({ run }) => `${run.face.family} ${run.face.weight}: ${run.text}`), missing };
}

describe('fallback packages', () => {
  it('set what the fonts of the set lack, in the nearest weight; spaces stay with the first font', () => {
    expect(set('Velkommen, مرحبا بكم', 'ar', { weight: 700 })).toEqual({
      runs: ['Alegreya 400: Velkommen, ', 'noto-sans-arabic 700: مرحبا', 'Alegreya 400:  ', 'noto-sans-arabic 700: بكم'],
      missing: [],
    });
  });

  it('are found for every script of the example', () => {
    for (const [text, family] of [
      ['שלום', 'noto-sans-hebrew'],
      ['नमस्ते', 'noto-sans-devanagari'],
      ['สวัสดี', 'noto-sans-thai'],
      ['ሰላም', 'noto-sans-ethiopic'],
      ['،', 'noto-sans-arabic'],
    ])
      expect(set(text ?? '', 'und')).toEqual({ runs: [`${family} 400: ${text}`], missing: [] });
  });

  it('are named where they are not installed, the serif one for a serif text first', () => {
    const none = memoryWorld({});
    const missing = (text: string, lang: string, families?: string[]) =>
      set(text, lang, { from: none, ...(families && { families }) }).missing.map(({ install }) => install);
    expect(missing('ก', 'th', ['Alegreya', 'sans-serif'])).toEqual(['@expo-google-fonts/noto-sans-thai']);
    expect(missing('ก', 'th', ['Alegreya', 'serif'])).toEqual(['@expo-google-fonts/noto-serif-thai']);
    expect(missing('字', 'zh-Hans', ['sans-serif'])).toEqual(['@expo-google-fonts/noto-sans-sc']);
    expect(missing('字', 'ja', ['sans-serif'])).toEqual(['@expo-google-fonts/noto-sans-jp']);
    expect(missing('字', 'zh-TW', ['sans-serif'])).toEqual(['@expo-google-fonts/noto-sans-tc']);
    expect(missing('！', 'ja', ['sans-serif'])).toEqual(['@expo-google-fonts/noto-sans-jp']);
    expect(missing('☎', 'da')).toEqual(['@expo-google-fonts/noto-sans-symbols-2']);
    expect(missing('🦉', 'da')).toEqual(['@expo-google-fonts/noto-color-emoji']);
    expect(missing('\u{10330}', 'got')).toEqual([undefined]);
  });

  it('are read from the campaign’s folder, nearest weight and style first, and only when a text needs them', () => {
    const name = '/work/node_modules/@expo-google-fonts/noto-sans';
    const from = memoryWorld({
      [`${name}/package.json`]: '{"version": "0.4.2"}',
      [`${name}/400Regular/NotoSans_400Regular.ttf`]: fira,
      [`${name}/700Bold/NotoSans_700Bold.ttf`]: new Uint8Array([1, 2, 3]),
      [`${name}/README.md`]: 'x',
    });
    expect(set('smørrebrød', 'da', { from }).runs).toHaveLength(1);
    expect(from.inputs()).toEqual([]);
    expect(set('зима', 'uk', { from, families: ['sans-serif'] })).toEqual({ runs: ['noto-sans 400: зима'], missing: [] });
    expect(from.inputs().map(({ path }) => path)).toEqual([`${name}/400Regular/NotoSans_400Regular.ttf`.slice(1)]);
    expect(installedPackages(from)).toEqual(['@expo-google-fonts/noto-sans 1.0.0']);
  });
});

describe('World.installed', () => {
  it('finds packages in node_modules beside or above, and opens no other folder', () => {
    const disk = world();
    const found = disk.installed('@expo-google-fonts/noto-sans-thai');
    expect(found?.folder.endsWith('node_modules/@expo-google-fonts/noto-sans-thai')).toBe(true);
    expect(found?.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(disk.read(`${found?.folder}/400Regular/NotoSansThai_400Regular.ttf`)).toBeInstanceOf(Uint8Array);
    expect(disk.inputs().map(({ path }) => path)).toEqual([
      'packages/@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
    ]);
    expect(disk.read(`${found?.folder}/../noto-sans-hebrew/package.json`)).toEqual({ refused: 'outside' });
    expect(disk.installed('@expo-google-fonts/noto-sans-nowhere')).toBeNull();
    expect(() => disk.installed('../secret')).toThrow();
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BLACK } from '../../../src/core/color.ts';
import type { Item } from '../../../src/core/display.ts';
import { isEmoji } from '../../../src/core/text/emoji.ts';
import { colorGlyph, type FontFace, glyphOf, itemize, loadShaper, openFonts } from '../../../src/core/text/index.ts';
import { ROOT } from '../../support/lydnat.ts';
import { FIRA, onePage } from '../../support/one-page.ts';
import { readMarked, readRaw } from '../../support/pdf/index.ts';

const FILE = 'test/support/fonts/noto-color-emoji.ttf';
const css = `@font-face { font-family: Colours; src: url("${FILE}") } ${FIRA} body { padding: 10mm }`;
let emoji: FontFace;

beforeAll(async () => {
  await loadShaper();
  const fira = readFileSync(join(ROOT, 'node_modules/@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf'));
  const bytes = readFileSync(join(ROOT, FILE));
  const common = { weight: 400, style: 'normal' } as const;
  const book = openFonts([
    { ...common, family: 'Fira', file: 'f', bytes: fira },
    { ...common, family: 'Colours', file: 'c', bytes },
  ]).value;
  emoji = book!.match({ families: ['Colours'], ...common })[0]!;
  faces = book!.match({ families: ['Fira'], ...common });
});
let faces: readonly FontFace[];

const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => (item.kind === 'group' ? flat(item.items) : [item]));

describe('which clusters are emoji (UTS 51)', () => {
  it.each([
    ['☕', true],
    ['❤', false],
    ['❤\ufe0f', true],
    ['☕\ufe0e', false],
    ['1', false],
    ['1\ufe0f\u20e3', true],
    ['©', false],
    ['©\ufe0f', true],
    ['👋🏽', true],
    ['👩‍💻', true],
    ['🇩🇰', true],
    ['å', false],
  ])('%s', (cluster, is) => {
    expect(
      isEmoji(
        cluster,
        Array.from(cluster, (c) => c.codePointAt(0) ?? 0),
      ),
    ).toBe(is);
  });
});

describe('a font in colour', () => {
  it('is taken for emoji, and not for letters and digits that it has too', () => {
    const runs = itemize('1 ☕ 1\ufe0f\u20e3 👩‍💻', { faces, features: [], lang: 'da', size: 10, direction: 'ltr' }).runs;
    expect(runs.map(({ run }) => [run.face.family, run.text])).toEqual([
      ['Fira', '1 '],
      ['Colours', '☕'],
      ['Fira', ' '],
      ['Colours', '1\ufe0f\u20e3'],
      ['Fira', ' '],
      ['Colours', '👩‍💻'],
    ]);
    // One picture each: sequences are joined.
    expect(runs.filter(({ run }) => run.face === emoji).map(({ run }) => run.glyphs.length)).toEqual([1, 1, 1]);
  });

  it('gives its glyphs as vectors in colours, gradients too', () => {
    const cup = flat(colorGlyph(emoji, glyphOf(emoji, 0x2615), BLACK).items);
    expect(cup.length).toBeGreaterThan(5);
    expect(cup.every((item) => item.kind === 'path')).toBe(true);
    const { runs } = itemize('☕❤\ufe0f🌈👋🏽👋👩👩‍💻🇩🇰', { faces, features: [], lang: 'da', size: 10, direction: 'ltr' });
    const kinds = runs.flatMap(({ run }) =>
      [...run.glyphs].flatMap((glyph) =>
        flat(colorGlyph(emoji, glyph, BLACK).items).flatMap((item) =>
          item.kind === 'path' && item.fill ? [item.fill.kind] : [],
        ),
      ),
    );
    expect(new Set(kinds)).toEqual(new Set(['color', 'linear', 'radial']));
    const heart = flat(colorGlyph(emoji, glyphOf(emoji, 0x2764), BLACK).items);
    const [first] = heart.flatMap((item) => (item.kind === 'path' && item.fill ? [item.fill] : []));
    const red = first?.kind === 'color' ? first.color : first?.stops[0]?.color;
    expect(red?.space === 'srgb' && red.r > 0.8 && red.g < 0.4).toBe(true);
    expect(colorGlyph(emoji, glyphOf(emoji, 0x2615), BLACK)).toBe(colorGlyph(emoji, glyphOf(emoji, 0x2615), BLACK));
  });
});

describe('emoji in a PDF', () => {
  it('are read as what they are, in their place in the text', async () => {
    const { pdf, diagnostics } = await onePage('<p>Kaffe ☕ og kode 👩‍💻, 👋🏽 fra 🇩🇰 med ❤️</p>', { css });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const raw = readRaw(pdf!);
    const marked = readMarked(raw, raw.pages[0]!.dict);
    expect([...marked.byId.values()].join('')).toBe('Kaffe ☕ og kode 👩‍💻, 👋🏽 fra 🇩🇰 med ❤️');
    expect(marked.unmarked).toBe('');
  });

  it('are drawn once, however often they are shown', async () => {
    const size = async (html: string): Promise<number> => (await onePage(html, { css })).pdf!.length;
    const [one, ten] = [await size('<p>a ☕</p>'), await size(`<p>a ${'☕ '.repeat(10)}</p>`)];
    expect(ten - one).toBeLessThan(800);
  });

  it('name the package that has them where there is none', async () => {
    const { diagnostics } = await onePage('<p>Kaffe ☕ og 🦉</p>');
    expect(diagnostics.map(({ code }) => code)).toContain('missing-glyph');
    const missing = diagnostics.find(({ code }) => code === 'missing-glyph');
    expect(missing?.message).toContain('“☕” “🦉”');
    expect(missing?.hints[0]).toContain('npm install @expo-google-fonts/noto-color-emoji');
  });
});

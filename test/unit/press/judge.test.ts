import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import { BUILT_IN, SCREEN } from '../../../src/core/profile.ts';
import { ROOT } from '../../support/lydnat.ts';
import { onePage } from '../../support/one-page.ts';

const css = `@font-face { font-family: Fira; src: url("templates/expat-dinner/fonts/fira-sans/FiraSans_400Regular.ttf") }
  @page { margin: 0 } html { font: 12pt/1.5 Fira, sans-serif }`;
const size = { width: mm(100), height: mm(150) };

async function said(html: string, name: string): Promise<string[]> {
  const profile = BUILT_IN[name] ?? SCREEN;
  const { diagnostics } = await onePage(`<html><body>${html}</body></html>`, { css, size, profile, folder: ROOT });
  return diagnostics.map(({ code, message }) => `${code} ${/\(([^)]*)\)/.exec(message)?.[1] ?? ''}`.trim());
}

const box = (style: string): string => `<div style="position: absolute; background-color: #8c1c40; ${style}"></div>`;

describe('art and the bleed', () => {
  it.each([
    ['ends at the cut', 'left: 0; top: 20mm; width: 50mm; height: 50mm', ['bleed-missing left']],
    ['ends short of the bleed', 'left: -2mm; top: -3mm; right: -2mm; height: 50mm', ['bleed-missing left, right']],
    ['reaches the bleed', 'left: -3mm; top: -3mm; right: -3mm; bottom: -3mm', []],
    ['goes on beyond it', 'left: -9mm; top: -9mm; right: -9mm; bottom: -9mm', []],
    ['stays on the page', 'left: 10mm; top: 10mm; width: 50mm; height: 50mm', []],
    ['is small', 'left: 0; top: 20mm; width: 5mm; height: 5mm', []],
  ])('%s', async (_, style, expected) => {
    expect(await said(box(style), 'press')).toEqual(expected);
    expect(await said(box(style), 'screen')).toEqual([]);
  });
});

describe('ink', () => {
  it('that is written is held against the limit, what is converted keeps it', async () => {
    const wet = box('left: 10mm; top: 10mm; width: 20mm; height: 20mm; background-color: device-cmyk(1 1 1 0.1)');
    const dark = box('left: 10mm; top: 10mm; width: 20mm; height: 20mm; background-color: #010203');
    expect(await said(wet, 'press')).toEqual(['ink-too-high']);
    expect(await said(wet, 'screen')).toEqual([]);
    expect(await said(dark, 'press')).toEqual([]);
  });
});

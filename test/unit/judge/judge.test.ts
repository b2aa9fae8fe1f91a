import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import { FIRA, onePage } from '../../support/one-page.ts';

const SIZE = { width: mm(100), height: mm(100) };
const CSS = `${FIRA} body { margin: 0; font-size: 10pt } p, h1 { margin: 0 } @page { margin: 10mm }`;

/** What is said of one small page, and how gravely. */
async function said(html: string, css = ''): Promise<readonly string[]> {
  const { diagnostics } = await onePage(html, { css: `${CSS} ${css}`, size: SIZE });
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}
const messages = async (html: string, css = ''): Promise<string> =>
  (await onePage(html, { css: `${CSS} ${css}`, size: SIZE })).diagnostics.map(({ message }) => message).join('\n');

describe('contrast', () => {
  it.each([
    ['plain text', '<p style="color: #767676">Kom og spis med</p>', []],
    ['pale text', '<p style="color: #777777">Kom og spis med</p>', ['warning contrast-low']],
    ['large text', '<p style="color: #949494; font-size: 18pt">Kom og spis</p>', []],
    ['large pale text', '<p style="color: #969696; font-size: 18pt">Kom og spis</p>', ['warning contrast-low']],
    ['large bold text', '<p style="color: #949494; font-size: 14pt; font-weight: 700">Kom og spis</p>', []],
    ['text of 14 pt that is not bold', '<p style="color: #949494; font-size: 14pt">Kom</p>', ['warning contrast-low']],
    ['text that nobody sees', '<p style="color: #fafafa">Kom og spis</p>', ['error contrast-low']],
    ['decoration', '<p aria-hidden="true" style="color: #eeeeee">Kom</p>', []],
    [
      'several lines, once',
      '<p style="color: #999999; width: 20mm">Kom og spis med ved det lange bord</p>',
      ['warning contrast-low'],
    ],
    ['a word in a paragraph', '<p>Kom <em style="color: #aaaaaa">og</em> spis</p>', ['warning contrast-low']],
  ])('%s', async (_, html, expected) => {
    expect(await said(html)).toEqual(expected);
  });

  it.each([
    ['light on dark', '<div style="background: #1a1a1c; color: #ffffff"><p>Kom og spis</p></div>', []],
    ['dark on dark', '<div style="background: #1a1a1c; color: #333333"><p>Kom og spis</p></div>', ['error contrast-low']],
    [
      'half over a box',
      '<div style="position: absolute; left: 0; width: 15mm; height: 10mm; background: #222222"></div><p style="position: relative">Kom og spis med os</p>',
      ['error contrast-low'],
    ],
    [
      'a box behind nothing of it',
      '<div style="position: absolute; left: 60mm; width: 15mm; height: 10mm; background: #222222"></div><p style="position: relative">Kom og spis</p>',
      [],
    ],
    [
      'beneath a round corner',
      '<div style="background: #ffffff; border-radius: 10mm; padding: 12mm"><p>Kom og spis</p></div>',
      [],
    ],
    [
      'faded together with its ground',
      '<div style="opacity: 0.6; background: #000000; color: #ffffff"><p>Kom og spis</p><p>med os</p></div>',
      [],
    ],
    [
      'faded more',
      '<div style="opacity: 0.3; background: #000000; color: #ffffff"><p>Kom og spis</p><p>med os</p></div>',
      ['warning contrast-low', 'warning contrast-low'],
    ],
    [
      'in a turned box',
      '<div style="transform: rotate(20deg); background: #8e1345; color: #a03060; width: 40mm"><p>Kom og spis</p></div>',
      ['error contrast-low'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await said(html)).toEqual(expected);
  });

  it('names a colour that helps on all of a gradient, or says that there is none', async () => {
    const hint = async (from: string, to: string, color: string) => {
      const html = `<p style="background: linear-gradient(90deg, ${from}, ${to}); color: ${color}">Kom og spis med os ved det lange bord</p>`;
      const { diagnostics } = await onePage(html, { css: CSS, size: SIZE });
      return diagnostics.find(({ code }) => code === 'contrast-low')?.hints[0] ?? '';
    };
    const shade = /the colour (#[0-9A-F]{6}) would do/.exec(await hint('#ffffff', '#b0b0b0', '#999999'))?.[1] ?? '';
    expect(await hint('#ffffff', '#b0b0b0', shade)).toBe('');
    const light = /the colour (#[0-9A-F]{6}) would do/.exec(await hint('#505050', '#111111', '#555555'))?.[1] ?? '';
    expect(await hint('#505050', '#111111', light)).toBe('');
    expect(await hint('#ffffff', '#111111', '#999999')).toContain('no colour stands out from both');
  });

  it('measures a gradient where it is worst', async () => {
    const html = (to: string) =>
      `<p style="background: linear-gradient(90deg, #ffffff, ${to}); text-align: right">Kom og spis</p>`;
    expect(await said(html('#dddddd'))).toEqual([]);
    expect(await said(html('#666666'))).toEqual(['warning contrast-low']);
  });

  it('asks drawings for their shapes, not for their boxes', async () => {
    const ring = (color: string) =>
      `<svg viewBox="0 0 100 100" aria-hidden="true" style="position: absolute; left: 0; top: 0; width: 60mm; height: 60mm"><path fill-rule="evenodd" fill="${color}" d="M0 0H100V100H0Z M10 10V90H90V10Z"/></svg>`;
    const word = (top: number) => `<p style="position: absolute; left: 10mm; top: ${top}mm">Kom og spis</p>`;
    expect(await said(ring('#222222') + word(26))).toEqual([]);
    expect(await said(ring('#222222') + word(55))).toEqual(['error contrast-low']);
    expect(await said(ring('#eeeeee') + word(55))).toEqual([]);
  });

  it('says the ratio rounded down, and a colour that would do', async () => {
    const { diagnostics } = await onePage('<p style="color: #777777">Kom og spis</p>', { css: CSS, size: SIZE });
    expect(diagnostics[0]?.message).toContain('4.4:1');
    expect(diagnostics[0]?.hints[0]).toMatch(/On #FFFFFF the colour #7[0-6]7[0-6]7[0-6] would do/);
  });
});

describe('the page', () => {
  it.each([
    ['text near the edge', '<p style="position: absolute; left: -9mm; top: 0">Kom</p>', ['warning text-near-edge']],
    ['text at the edge of the safe zone', '<p style="position: absolute; left: -6mm; top: 0">Kom</p>', []],
    ['decoration near the edge', '<p aria-hidden="true" style="position: absolute; left: -9mm; top: 0">Kom</p>', []],
    ['small type', '<p style="font-size: 5.9pt">Kom og spis</p>', ['warning text-too-small']],
    ['type of 6 pt', '<p style="font-size: 6pt">Kom og spis</p>', []],
    ['type made small', '<p style="font-size: 8pt; transform: scale(0.7)">Kom og spis</p>', ['warning text-too-small']],
    ['two texts in one place', '<p style="position: absolute">Kom og spis</p><p>Med os i dag</p>', ['error text-over-text']],
    ['lines of one text', '<p style="line-height: 0.7; width: 20mm">Gylp og gylp og pygmæ og gylp</p>', []],
    ['lines that touch', '<p style="line-height: 1.15">gjpq</p><p style="line-height: 1.15">ÅÆØ</p>', []],
    [
      'a box over a text',
      '<div style="position: relative"><p>Kom og spis</p><div style="position: absolute; left: 0; top: 0; width: 9mm; height: 9mm; background: #ffffff"></div></div>',
      ['warning text-covered'],
    ],
    ['a line through a text', '<p style="text-decoration: line-through">Kom og spis</p>', []],
    ['a thin line', '<hr style="border: none; height: 0.2pt; background: #000000">', ['warning line-too-thin']],
    ['a line', '<p style="border-bottom: 0.25pt solid #000000">Kom</p>', []],
  ])('%s', async (_, html, expected) => {
    expect(await said(html)).toEqual(expected);
  });

  it('tells a page without margins once', async () => {
    const found = await messages('<h1>Kom</h1><p>og spis</p><p>med os</p><p>i aften</p>', '@page { margin: 1mm }');
    expect(found.split('\n')).toHaveLength(1);
    expect(found).toContain('and 3 more texts');
  });

  it('takes the safe zone that the stylesheet says', async () => {
    const near = '<p style="position: absolute; left: -9mm; top: 0">Kom</p>';
    expect(await said(near, '@page { -kit-safe: 0.5mm }')).toEqual([]);
    expect(await said('<p style="position: absolute; left: -2mm">Kom</p>', '@page { -kit-safe: 9mm }')).toEqual([
      'warning text-near-edge',
    ]);
  });
});

describe('QR codes', () => {
  const code = (style: string) =>
    `<qr-code value="https://example.org" alt="example.org" style="display: block; ${style}"></qr-code>`;
  it.each([
    ['large enough', code('width: 20mm; height: 20mm'), []],
    ['too small', code('width: 10mm; height: 10mm'), ['warning qr-too-small']],
    [
      'on white in a coloured page',
      `<div style="background: #8e1345; padding: 5mm">${code('width: 20mm; height: 20mm; background: #ffffff')}</div>`,
      [],
    ],
    [
      'on colour',
      `<div style="background: #8e1345; padding: 5mm">${code('width: 20mm; height: 20mm')}</div>`,
      ['error qr-ground'],
    ],
    [
      'half on colour',
      `<div style="position: absolute; width: 10mm; height: 30mm; background: #fcbe0e"></div>${code('position: relative; width: 20mm; height: 20mm')}`,
      ['warning qr-ground'],
    ],
    [
      'a text in its quiet zone',
      `${code('width: 20mm; height: 20mm')}<p style="position: relative; top: -4mm">Tilmeld</p>`,
      ['warning qr-disturbed'],
    ],
    ['a text below it', `${code('width: 20mm; height: 20mm')}<p>Tilmeld</p>`, []],
  ])('%s', async (_, html, expected) => {
    expect(await said(html)).toEqual(expected);
  });

  it('says how large one has to be', async () => {
    const { diagnostics } = await onePage(code('width: 10mm; height: 10mm'), { css: CSS, size: SIZE });
    expect(diagnostics[0]?.hints[0]).toMatch(/Make it 1[45] mm wide/);
    expect(await messages(code('width: 10mm; height: 10mm'))).toContain('94 %');
  });
});

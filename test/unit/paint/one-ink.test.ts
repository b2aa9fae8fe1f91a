import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import { BUILT_IN } from '../../../src/core/profile.ts';
import { impose } from '../../../src/impose/index.ts';
import { greyKit, openPdfKit, paintPdf } from '../../../src/paint/pdf/index.ts';
import { type OnePage, onePage } from '../../support/one-page.ts';
import { colours } from '../../support/pdf/grey.ts';
import { readRaw } from '../../support/pdf/index.ts';
import { Name } from '../../support/pdf/raw.ts';

/** A green square of pixels. */
const PIXELS = `data:image/png;base64,${(
  await sharp({ create: { width: 16, height: 16, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer()
).toString('base64')}`;
const CSS = `
  @font-face { font-family: Fira; src: url("templates/expat-dinner/fonts/fira-sans/FiraSans_400Regular.ttf") }
  html { font: 12pt/1.5 Fira, sans-serif }
  @page { margin: 5mm }
  h1 { color: rgb(200 0 60) }
  div { height: 20mm; background-image: linear-gradient(90deg, red, rgb(0 0 255 / 50%)) }
  section { opacity: 0.5; background-color: device-cmyk(1 0 0 0) }
  @media (monochrome) { h1 { text-decoration: underline } }`;
const HTML = `<html><body><h1>One ink</h1><div></div><section><p>faded</p><p style="color: #0a0">twice</p></section><img src="${PIXELS}" alt="green" style="width: 3mm">
  <svg width="40" height="40" viewBox="0 0 4 4"><defs><mask id="m"><rect width="4" height="4" fill="#888"/></mask></defs><rect width="4" height="4" fill="#0a0" mask="url(#m)"/></svg></body></html>`;

const profile = BUILT_IN['office-bw'];
if (!profile) throw new Error('no profile for one ink');
const size = { width: mm(105), height: mm(148) };
let grey: OnePage;
let pdf: Uint8Array;
beforeAll(async () => {
  grey = await onePage(HTML, { css: CSS, size, profile });
  if (!grey.document) throw new Error(JSON.stringify(grey.diagnostics));
  const kit = greyKit(await openPdfKit({ languages: ['da'] }));
  pdf = paintPdf(impose(grey.document, profile), { created: new Date(0) }, kit);
});

describe('a file for one ink', () => {
  it('holds greys only, in every operator, picture, shading, group and mask', () => {
    const raw = readRaw(pdf);
    expect(colours(raw)).toEqual([]);
    expect(raw.at(raw.root, 'OutputIntents', 0, 'DestOutputProfile', 'N')).toBe(1);
    const spaces = [...raw.objects.values()].flatMap((value) => {
      const space = raw.at(value, 'ColorSpace');
      return space instanceof Name ? [space.name] : [];
    });
    expect(new Set(spaces)).toEqual(new Set(['DeviceGray']));
  });

  it('is in colour otherwise: the reader sees it', async () => {
    const colour = await onePage(HTML, { css: CSS, size });
    expect(new Set(colours(readRaw(colour.pdf ?? Buffer.of())).map((one) => one.replace(/^\d+: /, '')))).toEqual(
      new Set(['DeviceRGB', 'rg']),
    );
    expect(colour.diagnostics.map(({ code }) => code)).not.toContain('turned-grey');
  });

  it('says what was meant in colour, once a place', () => {
    const said = grey.diagnostics.filter(({ code }) => code === 'turned-grey').map(({ message }) => message.split(' is in')[0]);
    expect(said.sort()).toEqual(['This', 'This drawing', 'This picture', 'This text']);
  });

  it('is what stylesheets see as monochrome', async () => {
    const colour = await onePage(HTML, { css: CSS, size });
    const paths = ({ document }: OnePage) => document?.pages[0]?.items.filter(({ kind }) => kind === 'path').length ?? 0;
    expect(paths(grey) - paths(colour)).toBe(1);
  });
});

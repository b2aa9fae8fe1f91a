import { beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../../src/core/geometry.ts';
import { BUILT_IN, type Profile } from '../../../src/core/profile.ts';
import { impose } from '../../../src/impose/index.ts';
import { openPdfKit, paintPdf } from '../../../src/paint/pdf/index.ts';
import { LIGHT } from '../../../src/paint/pdf/inks.ts';
import { openPresses } from '../../../src/paint/press.ts';
import { ROOT } from '../../support/lydnat.ts';
import { onePage } from '../../support/one-page.ts';
import { readBoxes, readRaw } from '../../support/pdf/index.ts';
import { Stream } from '../../support/pdf/raw.ts';
import { x4Faults } from '../../support/pdf/x4.ts';

const profile = (name: string, change: Partial<Profile> = {}): Profile => {
  const found = BUILT_IN[name];
  if (!found) throw new Error(name);
  return { ...found, ...change };
};

const CSS = `
  @font-face { font-family: Fira; src: url("templates/expat-dinner/fonts/fira-sans/FiraSans_400Regular.ttf") }
  @page { margin: 0 }
  html { background-color: #8c1c40; font: 12pt/1.5 Fira, sans-serif; color: black }
  p { margin: 20mm; padding: 10mm; background-color: white }
  .fade { opacity: 0.5; height: 20mm; background-image: linear-gradient(90deg, rgb(255 0 0), rgb(0 0 255 / 50%)) }
  .ink { height: 10mm; background-color: device-cmyk(0.1 0.2 0.3 0.4) }`;
const HTML =
  '<html><body><p>Black <a href="https://example.org">words &amp; a link</a></p><div class="fade"><span>x</span></div><div class="ink"></div>' +
  '<svg width="40" height="40" viewBox="0 0 4 4"><defs><mask id="m"><rect width="4" height="4" fill="#888"/></mask></defs><rect width="4" height="4" fill="#0a0" mask="url(#m)"/></svg></body></html>';

const size = { width: mm(100), height: mm(150) };

async function made(which: Profile) {
  const page = await onePage(HTML, { css: CSS, size, profile: which, folder: ROOT });
  if (!page.pdf || !page.document) throw new Error(JSON.stringify(page.diagnostics));
  return { pdf: page.pdf, document: page.document };
}

let good: Awaited<ReturnType<typeof made>>;
beforeAll(async () => {
  good = await made(profile('press'));
});

/** The file with some of its bytes exchanged for as many others. */
function broken(find: string, put: string): Uint8Array {
  const text = Buffer.from(good.pdf).toString('latin1');
  if (!text.includes(find)) throw new Error(`the file has no ${find}`);
  return Buffer.from(text.replaceAll(find, put.padEnd(find.length).slice(0, find.length)), 'latin1');
}

describe('a file for a print shop', () => {
  it.each(['press', 'press-crop', 'press-marks'])('of the profile %s keeps PDF/X-4', async (name) => {
    expect(x4Faults((await made(profile(name))).pdf)).toEqual([]);
  });

  it.each([
    [2, 'press'],
    [3, 'press'],
    [5, 'press-crop'],
  ])('has boxes exact to a hundredth of a point: %d mm, %s', async (bleed, name) => {
    const { pdf } = await made(profile(name, { bleed: mm(bleed) }));
    const [boxes] = readBoxes(pdf);
    const room = name === 'press' ? 0 : 21;
    const [b, w, h] = [mm(bleed), mm(100), mm(150)];
    const near = (box: readonly number[] | null | undefined, wanted: readonly number[]): void => {
      expect(box).toHaveLength(4);
      for (const [i, value] of wanted.entries()) expect(Math.abs((box?.[i] ?? Number.NaN) - value)).toBeLessThan(0.01);
    };
    near(boxes?.media, [0, 0, w + 2 * (b + room), h + 2 * (b + room)]);
    near(boxes?.bleed, [room, room, w + 2 * b + room, h + 2 * b + room]);
    near(boxes?.trim, [b + room, b + room, w + b + room, h + b + room]);
    expect(boxes?.crop).toBeNull();
  });

  it('is the same file every time', async () => {
    expect(Buffer.compare((await made(profile('press'))).pdf, good.pdf)).toBe(0);
  });

  it('has black words on the black plate, over what lies below', () => {
    const raw = readRaw(good.pdf);
    const [page] = raw.pages;
    const content = raw.text(page?.dict.get('Contents'));
    const at = content.indexOf('BT');
    const state = content.slice(0, content.indexOf('TJ', at));
    expect(state).toMatch(/0 0 0 1 k\n/);
    const overprint = /\/(G\d+) gs\n[^Q]*$/.exec(state)?.[1];
    expect(raw.at(page?.dict, 'Resources', 'ExtGState', overprint ?? '', 'OPM')).toBe(1);
    expect(raw.at(page?.dict, 'Resources', 'ExtGState', overprint ?? '', 'op')).toBe(true);
  });

  it('has colours in CMYK as they are written', () => {
    const raw = readRaw(good.pdf);
    const streams = [...raw.objects.values()].filter((one) => one instanceof Stream);
    const contents = streams
      .filter((one) => !one.dict.has('N') && !one.dict.has('Length1'))
      .map((one) => raw.text(one))
      .join('\n');
    expect(contents).toContain('0.1 0.2 0.3 0.4 k');
  });
});

describe('the check of PDF/X-4 finds', () => {
  it.each([
    ['another version', '%PDF-1.6', '%PDF-1.7', '6.1'],
    ['no ID', '/ID [', '/Ie [', '6.16 no ID'],
    ['no title', '/Title ', '/Titlf ', '6.16 Info has no Title'],
    ['no date of change', '/ModDate ', '/ModDatf ', '6.16 Info has no ModDate'],
    ['another standard', 'PDF/X-4<', 'PDF/X-3<', '6.2 XMP'],
    ['nothing of trapping', '<pdf:Trapped>False', '<pdf:Trapped>Maybe', '6.14'],
    ['no document id', 'xmpMM:DocumentID', 'xmpMM:DocumentIX', '6.16 XMP has no xmpMM:DocumentID'],
    ['dates that differ', '<xmp:ModifyDate>1970', '<xmp:ModifyDate>1971', '6.16 the dates of change'],
    ['no output intent', '/S/GTS_PDFX/', '/S/GTS_PDFA/', '6.2.2 0 output intents'],
    ['no identifier', '/OutputConditionIdentifier', '/OutputConditionIdentifiex', '6.2.2 the output intent has no identifier'],
    ['no profile', '/DestOutputProfile', '/DestOutputProfilx', '6.2.2 no profile'],
    ['three channels', '<</N 4', '<</N 3', '6.2.2 the profile has not'],
    ['no trim box', '/TrimBox', '/TrimBoy', '6.10 a page has no trim box'],
    ['boxes that overlap', '/BleedBox [0 0', '/BleedBox [9 9', '6.10 trim, bleed'],
    ['a page that blends in RGB', '/CS/DeviceCMYK', '/CS/DeviceRGB ', '6.2.4'],
    ['a shading in RGB', '/ColorSpace/DeviceCMYK', '/ColorSpace/DeviceRGB ', '6.2.4 a picture or a shading'],
    ['a font that is not embedded', '/FontFile2', '/FontFilex', '6.3'],
    ['a transfer function', '/Type/ExtGState/OP true', '/Type/ExtGState/TR true', '6.7'],
  ])('%s', (_, find, put, fault) => {
    expect(x4Faults(broken(find, put)).join('\n')).toContain(fault);
  });

  it('links and RGB in the content', async () => {
    const screen = await openPdfKit({ languages: ['da'] });
    const { kit } = await openPresses(screen, new Map()).of(profile('press'));
    const file = paintPdf(impose(good.document, profile('press')), { created: new Date(0), id: 'x' }, { ...kit, inks: LIGHT });
    const faults = x4Faults(file).join('\n');
    expect(faults).toContain('6.2.4 RGB in a content stream');
    expect(faults).toContain('6.17');
  });
});

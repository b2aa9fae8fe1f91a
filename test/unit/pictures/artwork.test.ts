import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Artwork } from '../../../src/core/artwork.ts';
import { BUILT_IN, SCREEN } from '../../../src/core/profile.ts';
import { openArtwork } from '../../../src/layout/pictures/pdf/index.ts';
import { artworkPart } from '../../../src/layout/pictures/pdf/part.ts';
import { artworkFile } from '../../../src/layout/pictures/pdf/preview.ts';
import { versionFor } from '../../../src/layout/pictures/pdf/versions.ts';
import { rasterPages } from '../../../src/paint/raster/index.ts';
import { ROOT } from '../../support/lydnat.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { onePage } from '../../support/one-page.ts';
import { handPage, handPdf } from '../../support/pdf/hand.ts';
import { x4Faults } from '../../support/pdf/x4.ts';

const PRESS = BUILT_IN.press ?? SCREEN;

const producer = (name: string): Uint8Array => readFileSync(`${ROOT}/test/unit/pictures/artwork/${name}.pdf`);

async function open(bytes: Uint8Array, part = ''): Promise<Artwork> {
  const opened = await openArtwork(bytes, 'key', artworkPart(part) ?? { page: 0, box: 'trim' });
  if (opened.kind === 'refused') throw new Error(opened.problem('art.pdf').message);
  return opened.artwork;
}

async function pixelsOf(png: Uint8Array | undefined) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function refusal(bytes: Uint8Array, part = ''): Promise<readonly [string, string]> {
  const opened = await openArtwork(bytes, 'key', artworkPart(part) ?? { page: 0, box: 'trim' });
  if (opened.kind !== 'refused') throw new Error('it was opened');
  const { code, message } = opened.problem('art.pdf');
  return [code, message];
}

const bodyOf = (artwork: Artwork, index = 0): string =>
  (artwork.objects[index]?.parts ?? [])
    .map((part) => (typeof part === 'number' ? `#${part}` : typeof part === 'string' ? part : ''))
    .join('');
const contentOf = (artwork: Artwork, index = 0): string =>
  inflateSync(artwork.objects[index]?.stream ?? new Uint8Array()).toString('latin1');

describe('pages of three producers', () => {
  it.each([
    ['cairo', 1],
    ['ghostscript', 1],
    ['ghostscript', 2],
    ['libreoffice', 2],
  ] as const)('%s, page %i, look like the page itself', async (name, page) => {
    const bytes = producer(name);
    const artwork = await open(bytes, `page=${page}&box=crop`);
    const [theirs, ours] = await Promise.all([
      rasterPages(bytes, { width: 300, format: 'png' }),
      rasterPages(artworkFile(artwork.width, artwork.height, artwork.objects), { width: 300, format: 'png' }),
    ]);
    const [a, b] = await Promise.all([theirs[page - 1], ours[0]].map((p) => pixelsOf(p?.bytes)));
    expect([b?.width, b?.height]).toEqual([a?.width, a?.height]);
    let off = 0;
    let ink = 0;
    for (let i = 0; i < (a?.data.length ?? 0); i++) {
      if (Math.abs((a?.data[i] ?? 0) - (b?.data[i] ?? 0)) > 32) off++;
      if ((a?.data[i] ?? 255) < 200) ink++;
    }
    expect(ink).toBeGreaterThan(500);
    expect(off / (a?.data.length ?? 1)).toBeLessThan(0.002);
  });

  it('keeps to the trim box, turned as the page is', async () => {
    const artwork = await open(producer('ghostscript'), 'page=2');
    expect([artwork.width, artwork.height]).toEqual([160, 260]);
    expect(bodyOf(artwork)).toContain('/BBox[20 20 280 180]/Matrix[0 -1 1 0 -20 280]');
    expect(artwork.cmyk).toBe(true);
  });
});

describe('boxes, turns and units', () => {
  const content = '1 0 0 rg 10 20 5 5 re f';
  it.each([
    ['', [80, 30], '[1 0 0 1 -10 -20]'],
    ['/Rotate 90', [30, 80], '[0 -1 1 0 -20 90]'],
    ['/Rotate 180', [80, 30], '[-1 0 0 -1 90 50]'],
    ['/Rotate -90', [30, 80], '[0 1 -1 0 50 -10]'],
    ['/UserUnit 2', [160, 60], '[2 0 0 2 -20 -40]'],
  ])('%s', async (page, size, matrix) => {
    const artwork = await open(handPage(content, { page: `/TrimBox[10 20 90 50]${page}` }));
    expect([artwork.width, artwork.height]).toEqual(size);
    expect(bodyOf(artwork)).toContain(`/Matrix${matrix}`);
    const [picture] = await rasterPages(artworkFile(artwork.width, artwork.height, artwork.objects), {
      width: 80,
      format: 'png',
    });
    const { data, width, height } = await pixelsOf(picture?.bytes);
    const channels = data.length / (width * height);
    const red = (x: number, y: number) => (data[(y * width + x) * channels + 1] ?? 255) < 128;
    const [left, bottom] = [
      page.includes('180') || page.includes('-90') ? 1 : 0,
      page.includes('180') || page.includes(' 90') ? 0 : 1,
    ];
    expect(red(left ? width - 2 : 1, bottom ? height - 2 : 1)).toBe(true);
  });

  it('falls back from trim to crop to media, and cuts boxes to the media', async () => {
    const size = async (page: string, part = '') => {
      const { width, height } = await open(handPage('', { page }), part);
      return [width, height];
    };
    expect(await size('')).toEqual([100, 60]);
    expect(await size('/CropBox[0 0 50 60]')).toEqual([50, 60]);
    expect(await size('/CropBox[0 0 50 60]/TrimBox[-20 5 30 55]')).toEqual([30, 50]);
    expect(await size('/BleedBox[1 1 99 59]/TrimBox[4 4 96 56]', 'box=bleed')).toEqual([98, 58]);
  });
});

describe('what comes along and what does not', () => {
  it('takes marks, tags and properties out of the content, and closes what is open', async () => {
    const content = '/P <</MCID 0>> BDC q 1 0 0 rg 0 0 9 9 re f EMC /Artifact BMC Q Q /Span MP q EMC';
    const artwork = await open(handPage(content, { page: '/StructParents 0', catalog: '/MarkInfo<</Marked true>>' }));
    expect(contentOf(artwork).split('\n')).toEqual(['q', '1 0 0 rg', '0 0 9 9 re', 'f', 'Q', 'q', 'Q']);
    expect(bodyOf(artwork)).not.toMatch(/StructParent|MCID/);
  });

  it('shows the layers that a viewer shows at first', async () => {
    const content = '/OC /A BDC 0 0 9 9 re f EMC /OC /B BDC 1 w 9 9 9 9 re f EMC /X Do';
    const artwork = await open(
      handPage(content, {
        catalog: '/OCProperties<</OCGs[5 0 R 6 0 R]/D<</OFF[6 0 R]>>>>',
        resources: '/Properties<</A 5 0 R/B 6 0 R>>/XObject<</X 7 0 R>>',
        more: [
          '<</Type/OCG/Name(a)>>',
          '<</Type/OCG/Name(b)>>',
          { dict: '/Subtype/Form/BBox[0 0 9 9]/OC 6 0 R', stream: '0 0 9 9 re f' },
        ],
      }),
    );
    expect(contentOf(artwork).split('\n')).toEqual(['0 0 9 9 re', 'f', '1 w', '9 9 9 9 re', 'n', '/X Do']);
    expect(bodyOf(artwork, 1)).toBe('<</Type/XObject/Subtype/Form/BBox[0 0 0 0]>>');
  });

  it('joins several content streams, also in the middle of an operator’s operands', async () => {
    const bytes = handPage('1 0 0', { page: '/Contents[4 0 R 5 0 R]', more: [{ dict: '', stream: 'rg 0 0 5 5 re f' }] });
    const text = Buffer.from(bytes).toString('latin1').replace('/Contents 4 0 R/Contents', '                /Contents');
    expect(contentOf(await open(Buffer.from(text, 'latin1')))).toBe('1 0 0\nrg\n0 0 5 5 re\nf');
  });

  it('takes only what is used, and what a form without resources finds on its page', async () => {
    const artwork = await open(
      handPage('/X Do', {
        resources: '/XObject<</X 5 0 R/Y 6 0 R>>/ExtGState<</G<</ca 0.5>>/H<</ca 0.2>>>>',
        more: [
          { dict: '/Subtype/Form/BBox[0 0 9 9]', stream: '/G gs 0 0 9 9 re f' },
          { dict: '/Subtype/Form/BBox[0 0 9 9]', stream: 'unused' },
        ],
      }),
    );
    expect(artwork.objects).toHaveLength(2);
    expect(bodyOf(artwork)).toContain('/Resources<</XObject<</X #1>>>>');
    expect(bodyOf(artwork, 1)).toContain('/Resources<</ExtGState<</G<</ca 0.5>>>>>>');
    expect(bodyOf(artwork)).toContain('/Group<</S/Transparency/I true>>');
  });

  it('keeps pictures in the content whose pixels look like their end', async () => {
    const picture = 'BI /W 2 /H 2 /CS /RGB /BPC 8 ID \u00ff EI \u00ff12345 EI';
    expect(contentOf(await open(handPage(`q ${picture} Q`)))).toBe(`q\n${picture}\nQ`);
  });

  it('leaves annotations, scripts and files behind', async () => {
    const artwork = await open(
      handPage('0 0 5 5 re f', {
        page: '/Annots[5 0 R]/AA<</O 6 0 R>>',
        catalog: '/OpenAction 6 0 R/Names<</JavaScript 6 0 R>>',
        more: ['<</Subtype/Link/Rect[0 0 9 9]>>', '<</S/JavaScript/JS(app.alert\\(1\\))>>'],
      }),
    );
    expect(artwork.objects).toHaveLength(1);
  });
});

describe('refusals', () => {
  it('tells damaged, encrypted and unfit files apart', async () => {
    const whole = producer('cairo');
    expect((await refusal(whole.subarray(0, whole.length - 200)))[0]).toBe('pdf-broken');
    expect((await refusal(whole.subarray(0, 2000)))[0]).toBe('pdf-broken');
    expect((await refusal(handPage('', { trailer: '/Encrypt<</Filter/Standard>>' })))[0]).toBe('pdf-encrypted');
    expect(await refusal(producer('unembedded'))).toEqual([
      'pdf-font',
      '“art.pdf” cannot be used: the font Helvetica is not embedded.',
    ]);
    expect(await refusal(whole, 'page=2')).toEqual(['pdf-page', '“art.pdf” cannot be used: it has one page, and no page 2.']);
    const state = { resources: '/ExtGState<</G<</TR 5 0 R>>>>', more: ['<</FunctionType 2/Domain[0 1]/N 2>>'] };
    expect((await refusal(handPage('/G gs', state)))[0]).toBe('pdf-unsupported');
  });

  it('does not follow circles', async () => {
    const form = (own: string) => ({ dict: `/Subtype/Form/BBox[0 0 9 9]${own}`, stream: '/X Do' });
    const itself = { resources: '/XObject<</X 5 0 R>>', more: [form('/Resources<</XObject<</X 5 0 R>>>>')] };
    expect(await refusal(handPage('/X Do', itself))).toEqual(['pdf-broken', '“art.pdf” cannot be used: a form paints itself.']);
    const borrowed = { resources: '/XObject<</X 5 0 R>>', more: [form('')] };
    expect((await refusal(handPage('/X Do', borrowed)))[0]).toBe('pdf-broken');
    const pages = handPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]>>']);
    expect((await refusal(pages))[0]).toBe('pdf-broken');
    const length = handPdf(['<</Pages 2 0 R>>', '<</Kids[3 0 R]>>', '<</MediaBox 3 0 R/Contents 4 0 R>>', '4 0 R']);
    expect((await refusal(length))[0]).toBe('pdf-broken');
  });

  it('survives any damage', async () => {
    const whole = producer('ghostscript');
    for (let at = 0; at < whole.length; at += 97) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x15;
      const opened = await openArtwork(bytes, `damaged ${at}`, { page: 1, box: 'trim' });
      expect(['artwork', 'refused']).toContain(opened.kind);
    }
  });
});

describe('in a page of ours', () => {
  const files = {
    '/work/art.pdf': producer('cairo'),
    '/work/cmyk.pdf': producer('ghostscript'),
    '/work/pair.pdf': producer('ghostscript'),
    '/work/pair.screen.pdf': producer('cairo'),
    '/work/fira.ttf': readFileSync(`${ROOT}/node_modules/@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf`),
  };
  const css = '@font-face { font-family: Fira; src: url("fira.ttf") } html { font: 12pt/1.5 Fira } @page { margin: 15mm }';
  const made = (html: string, more = '', profile = SCREEN) =>
    onePage(html, { css: `${css} ${more}`, folder: '/work', world: memoryWorld(files), profile });

  it('is a figure with its words, or decoration', async () => {
    const { pdf, diagnostics } = await made('<h1>A</h1><img src="art.pdf" alt="Firkanter"><img src="art.pdf" alt="">');
    expect(diagnostics).toEqual([]);
    const text = Buffer.from(pdf ?? []).toString('latin1');
    expect(text).toMatch(/\/S\/Figure[^\n]*\/Alt\s?\(Firkanter\)/);
    expect(text.match(/\/BBox\[0 0 300 200\]/g)).toHaveLength(1);
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('gives the same bytes again, and claims less for colours of a press', async () => {
    const html = '<h1>A</h1><div class="a"></div>';
    const style = '.a { height: 100pt; background: url("cmyk.pdf#page=2") no-repeat }';
    const [one, two] = [await made(html, style), await made(html, style)];
    expect(Buffer.compare(one.pdf ?? new Uint8Array(), two.pdf ?? new Uint8Array(1))).toBe(0);
    expect(one.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['pdf-claims-less', 'warning']]);
    const text = Buffer.from(one.pdf ?? []).toString('latin1');
    expect(text).not.toContain('pdfaid:part');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toMatch(/\/Separation \/Varm \/DeviceCMYK/);
  });

  it('knows whose version a profile takes', () => {
    const world = memoryWorld({ '/work/a.pdf': '', '/work/a.screen.pdf': '', '/work/b.pdf': '', '/work/b.press.pdf': '' });
    const versions = (file: string) => (['screen', 'office', 'press'] as const).map((kind) => versionFor(kind, file, world));
    expect(versions('/work/a.pdf')).toEqual(['/work/a.screen.pdf', '/work/a.screen.pdf', '/work/a.pdf']);
    expect(versions('/work/b.pdf')).toEqual(['/work/b.pdf', '/work/b.pdf', '/work/b.press.pdf']);
    expect(versions('/work/a.svg')).toEqual(['/work/a.svg', '/work/a.svg', '/work/a.svg']);
  });

  it('takes the version for the profile', async () => {
    const { document } = await made('<h1>A</h1><img src="pair.pdf" alt="">');
    const [artwork] = document?.pages[0]?.items.flatMap((item) => (item.kind === 'artwork' ? [item.artwork] : [])) ?? [];
    expect(artwork?.objects).toHaveLength((await open(producer('cairo'))).objects.length);
  });

  it('keeps a press file PDF/X-4: RGB has a meaning there, spot colours stay', async () => {
    const html = '<h1>A</h1><img src="art.pdf" alt=""><img src="cmyk.pdf#page=2" alt="">';
    const { pdf, diagnostics } = await made(html, '', PRESS);
    expect(diagnostics.map(({ code }) => code)).toEqual(['pdf-rgb']);
    expect(x4Faults(pdf ?? new Uint8Array())).toEqual([]);
    const text = Buffer.from(pdf ?? []).toString('latin1');
    expect(text).toContain('/DefaultRGB[/ICCBased ');
    expect(text).toMatch(/\/Separation \/Varm \/DeviceCMYK/);
    const screen = await made('<h1>A</h1><img src="art.pdf" alt="">');
    expect(Buffer.from(screen.pdf ?? []).toString('latin1')).not.toContain('DefaultRGB');
  });

  it('is looked at where text stands on it', async () => {
    const dark = { ...files, '/work/dark.pdf': handPage('0 0 0.2 rg 0 0 100 60 re f') };
    const html = '<div class="a"><h1>Hvid</h1></div>';
    const style = `${css} .a { background: url("dark.pdf") 0 0 / 100% 100% no-repeat; padding: 30pt } h1 { color: white }`;
    const page = (colour: string) =>
      onePage(html, { css: style.replace('color: white', `color: ${colour}`), folder: '/work', world: memoryWorld(dark) });
    expect((await page('white')).diagnostics).toEqual([]);
    expect((await page('#223')).diagnostics.map(({ code }) => code)).toEqual(['contrast-low']);
  });
});

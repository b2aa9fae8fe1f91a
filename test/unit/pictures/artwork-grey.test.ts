import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Artwork } from '../../../src/core/artwork.ts';
import { BUILT_IN, SCREEN } from '../../../src/core/profile.ts';
import { calculator } from '../../../src/layout/pictures/pdf/grey/calculator.ts';
import { openArtwork } from '../../../src/layout/pictures/pdf/index.ts';
import { artworkFile } from '../../../src/layout/pictures/pdf/preview.ts';
import { rasterPages } from '../../../src/paint/raster/index.ts';
import { ROOT } from '../../support/lydnat.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { onePage } from '../../support/one-page.ts';
import { colours } from '../../support/pdf/grey.ts';
import { handPage } from '../../support/pdf/hand.ts';
import { readRaw } from '../../support/pdf/index.ts';

const BW = BUILT_IN['office-bw'] ?? SCREEN;
const hex = (bytes: Uint8Array | readonly number[]): string => Buffer.from(bytes).toString('hex');

async function grey(bytes: Uint8Array, page = 1): Promise<Artwork> {
  const opened = await openArtwork(bytes, 'key', { page, box: 'crop' }, true);
  if (opened.kind === 'refused') throw new Error(opened.problem('art.pdf').message);
  return opened.artwork;
}

const outcome = async (bytes: Uint8Array): Promise<unknown> => (await grey(bytes)).oneInk;

/** Light of a page as greys of the weights that kit turns by. */
async function shades(pdf: Uint8Array, page = 0): Promise<{ data: number[]; chroma: number }> {
  const png = (await rasterPages(pdf, { width: 200, format: 'png' }))[page]?.bytes;
  const pixels = await sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer();
  const data: number[] = [];
  let chroma = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(i, i + 3);
    data.push(0.3 * r + 0.59 * g + 0.11 * b);
    chroma = Math.max(chroma, Math.max(r, g, b) - Math.min(r, g, b));
  }
  return { data, chroma };
}

/** How far the grey artwork is from the page itself seen without colours: the part of pixels that differ by more than `most` of 255. */
async function apart(bytes: Uint8Array, page = 1, most = 10): Promise<number> {
  const artwork = await grey(bytes, page);
  const file = artworkFile(artwork.width, artwork.height, artwork.objects);
  const leftovers = colours(readRaw(file)).filter((one) => !/Pattern|: (?:cs|scn|CS|SCN)$/.test(one));
  expect(leftovers).toEqual([]);
  const [theirs, ours] = [await shades(bytes, page - 1), await shades(file)];
  expect(ours.chroma).toBeLessThanOrEqual(1);
  expect(ours.data.length).toBe(theirs.data.length);
  return theirs.data.filter((n, i) => Math.abs(n - (ours.data[i] ?? 0)) > most).length / theirs.data.length;
}

const RAMP = '<</FunctionType 2/Domain[0 1]/N 1/C0[1 0.2 0]/C1[0 0.3 1]>>';
const PIXELS = Array.from({ length: 48 }, (_, i) => (i * 37) % 256);
const CASES: readonly (readonly [string, Parameters<typeof handPage>])[] = [
  ['RGB, and back to what was before', ['q 1 0 0 rg 0 0 50 60 re f Q 50 0 20 20 re f 0 0.6 0 RG 4 w 60 40 30 10 re S']],
  ['a space for RGB, set twice', ['/DeviceRGB cs 0.2 0.4 0.9 sc 0 0 50 60 re f 0 0 0.9 scn 50 0 50 60 re f']],
  [
    'a calibrated one',
    [
      '/C cs 0.9 0.4 0 sc 0 0 50 60 re f',
      {
        resources:
          '/ColorSpace<</C[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]>>',
      },
    ],
  ],
  [
    'a profile of three',
    [
      '/C cs 0.9 0.4 0 sc 0 0 50 60 re f',
      { resources: '/ColorSpace<</C[/ICCBased 5 0 R]>>', more: [{ dict: '/N 3/Alternate/DeviceRGB', stream: '' }] },
    ],
  ],
  [
    'a spot ink by an exponent',
    ['/C cs 0.7 scn 0 0 60 60 re f', { resources: `/ColorSpace<</C[/Separation/Hot/DeviceRGB ${RAMP}]>>` }],
  ],
  [
    'two inks by a calculation',
    [
      '/C cs 0.7 0.2 scn 0 0 60 60 re f',
      {
        resources: '/ColorSpace<</C[/DeviceN[/A/B]/DeviceRGB 5 0 R]>>',
        more: [
          {
            dict: '/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]',
            stream: '{ 1 index 1 exch sub 3 1 roll dup 0.5 gt {pop pop 0 0} {mul 0.5} ifelse }',
          },
        ],
      },
    ],
  ],
  ['a palette', ['/C cs 1 sc 0 0 60 60 re f', { resources: '/ColorSpace<</C[/Indexed/DeviceRGB 1<ff0000 0044cc>]>>' }]],
  [
    'a gradient across',
    ['/S sh', { resources: `/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 100 0]/Function ${RAMP}>>>>` }],
  ],
  [
    'a round gradient of three colours',
    [
      '/S sh',
      {
        resources: `/Shading<</S<</ShadingType 3/ColorSpace/DeviceRGB/Coords[50 30 0 50 30 50]/Extend[true true]/Function<</FunctionType 3/Domain[0 1]/Bounds[0.3]/Encode[0 1 1 0]/Functions[${RAMP} ${RAMP}]>>>>>>`,
      },
    ],
  ],
  [
    'a gradient as a pattern',
    [
      '/Pattern cs /P scn 0 0 100 60 re f',
      {
        resources: `/Pattern<</P<</PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 0 60]/Function ${RAMP}>>>>>>`,
      },
    ],
  ],
  [
    'a coloured tile',
    [
      '/Pattern cs /P scn 0 0 100 60 re f',
      {
        resources: '/Pattern<</P 5 0 R>>',
        more: [
          {
            dict: '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>',
            stream: '1 0 0 rg 0 0 5 5 re f',
          },
        ],
      },
    ],
  ],
  [
    'a tile without a colour of its own',
    [
      '/C cs 0.9 0.1 0.1 /P scn 0 0 100 60 re f',
      {
        resources: '/ColorSpace<</C[/Pattern/DeviceRGB]>>/Pattern<</P 5 0 R>>',
        more: [
          {
            dict: '/PatternType 1/PaintType 2/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>',
            stream: '0 0 5 5 re f',
          },
        ],
      },
    ],
  ],
  [
    'a form in a form',
    [
      '/F Do',
      {
        resources: '/XObject<</F 5 0 R>>',
        more: [
          {
            dict: '/Type/XObject/Subtype/Form/BBox[0 0 100 60]/Resources<</XObject<</G 6 0 R>>>>',
            stream: '0 0 1 rg 0 0 20 60 re f /G Do',
          },
          {
            dict: '/Type/XObject/Subtype/Form/BBox[0 0 100 60]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<>>',
            stream: '1 0 0 rg 40 0 20 60 re f',
          },
        ],
      },
    ],
  ],
  [
    'pixels of RGB',
    [
      '100 0 0 60 0 0 cm /I Do',
      {
        resources: '/XObject<</I 5 0 R>>',
        more: [
          {
            dict: '/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode',
            stream: deflateSync(Buffer.from(PIXELS)),
          },
        ],
      },
    ],
  ],
  [
    'pixels of a palette, four bits each',
    [
      '100 0 0 60 0 0 cm /I Do',
      {
        resources: '/XObject<</I 5 0 R>>',
        more: [
          {
            dict: '/Type/XObject/Subtype/Image/Width 3/Height 2/BitsPerComponent 4/ColorSpace[/Indexed/DeviceRGB 3<ff0000 00ff00 0000ff ffee00>]',
            stream: Buffer.from('01202310', 'hex'),
          },
        ],
      },
    ],
  ],
  [
    'pixels of two colours',
    [
      '100 0 0 60 0 0 cm /I Do',
      {
        resources: '/XObject<</I 5 0 R>>',
        more: [
          {
            dict: '/Type/XObject/Subtype/Image/Width 8/Height 1/BitsPerComponent 1/ColorSpace[/Indexed/DeviceRGB 1<ff0000 ffffff>]',
            stream: Buffer.from('a5', 'hex'),
          },
        ],
      },
    ],
  ],
  [
    'a picture in the content',
    [`q 100 0 0 60 0 0 cm BI/W 2/H 2/BPC 8/CS/RGB/F/AHx ID ${hex(PIXELS.slice(0, 12))}>\nEI Q 0 0 1 rg 0 0 9 9 re f`],
  ],
  [
    'a mask by light',
    [
      '/M gs 1 0 0 rg 0 0 100 60 re f',
      {
        resources: '/ExtGState<</M<</SMask<</S/Luminosity/BC[0 0 0]/G 5 0 R>>>>>>',
        more: [
          {
            dict: '/Type/XObject/Subtype/Form/BBox[0 0 100 60]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<<>>',
            stream: '1 1 0 rg 0 0 50 60 re f',
          },
        ],
      },
    ],
  ],
];

describe('artwork turned grey', () => {
  it.each(CASES)('%s', async (_, page) => {
    const bytes = handPage(...page);
    expect(await apart(bytes)).toBeLessThan(0.01);
    expect(await outcome(bytes)).toEqual({ turned: true });
  });

  it('four inks and Lab', async () => {
    // How these become light is each renderer's own: here by the numbers.
    const of = async (content: string, resources = '') => {
      const artwork = await grey(handPage(content, { resources }));
      return (await shades(artworkFile(artwork.width, artwork.height, artwork.objects))).data[0];
    };
    expect(await of('0 0 0 0.5 k 0 0 100 60 re f')).toBeCloseTo(127.5, -1);
    expect(await of('0 1 0 0 k 0 0 100 60 re f')).toBeCloseTo(255 * 0.41, -1);
    const lab = '/ColorSpace<</L[/Lab<</WhitePoint[0.9642 1 0.8249]/Range[-128 127 -128 127]>>]>>';
    expect(await of('/L cs 100 0 0 sc 0 0 100 60 re f', lab)).toBeGreaterThan(253);
    expect(await of('/L cs 53.4 0 0 sc 0 0 100 60 re f', lab)).toBeCloseTo(127, -1);
  });

  it('photographs, of three colours and of four', async () => {
    const picture = sharp({ create: { width: 40, height: 24, channels: 3, background: '#c03010' } });
    const photo = async (jpeg: Buffer, space: string, decode = ''): Promise<Uint8Array> =>
      handPage('100 0 0 60 0 0 cm /I Do', {
        resources: '/XObject<</I 5 0 R>>',
        more: [
          {
            dict: `/Type/XObject/Subtype/Image/Width 40/Height 24/BitsPerComponent 8/ColorSpace/${space}${decode}/Filter/DCTDecode`,
            stream: jpeg,
          },
        ],
      });
    const rgb = await photo(await picture.clone().jpeg().toBuffer(), 'DeviceRGB');
    expect(await apart(rgb)).toBeLessThan(0.01);
    expect(await outcome(rgb)).toEqual({ turned: true });
    // Marked by Adobe and inverted, as design programs write it: half of the black ink.
    const inks = Buffer.alloc(40 * 24 * 4);
    for (let i = 3; i < inks.length; i += 4) inks[i] = 128;
    const cmyk = await sharp(inks, { raw: { width: 40, height: 24, channels: 4 } })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    const meta = await sharp(cmyk).metadata();
    expect(meta.space).toBe('cmyk');
    const artwork = await grey(await photo(cmyk, 'DeviceCMYK', '/Decode[1 0 1 0 1 0 1 0]'));
    const seen = await shades(artworkFile(artwork.width, artwork.height, artwork.objects));
    const original = await shades(await photo(cmyk, 'DeviceCMYK', '/Decode[1 0 1 0 1 0 1 0]'));
    expect(Math.abs((seen.data[5000] ?? 0) - (original.data[5000] ?? 99))).toBeLessThan(25);
  });

  it.each([
    ['cairo', 1],
    ['ghostscript', 1],
    ['libreoffice', 1],
  ] as const)('a page of %s', async (name, page) => {
    expect(await apart(readFileSync(`${ROOT}/test/unit/pictures/artwork/${name}.pdf`), page, 16)).toBeLessThan(0.01);
  });

  it('has lost nothing where there was no colour', async () => {
    expect(await outcome(handPage('0.2 0.2 0.2 rg 0 0 50 60 re f 0 0 0 1 k 50 0 9 9 re f'))).toEqual({ turned: false });
  });

  it('says what cannot be turned', async () => {
    const why = async (...page: Parameters<typeof handPage>) => JSON.stringify(await outcome(handPage(...page)));
    const image = (dict: string) => ({
      resources: '/XObject<</I 5 0 R>>',
      more: [{ dict: `/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8${dict}`, stream: 'abc' }],
    });
    expect(await why('/I Do', image('/ColorSpace/DeviceRGB/Filter/JPXDecode'))).toContain('JPEG 2000');
    expect(await why('/I Do', image('/ColorSpace/DeviceRGB/Mask[0 0 0 0 0 0]'))).toContain('masked by a colour');
    expect(
      await why('/S sh', {
        resources: '/Shading<</S 5 0 R>>',
        more: [
          {
            dict: '/ShadingType 4/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 1 0 1 0 1 0 1 0 1]',
            stream: '',
          },
        ],
      }),
    ).toContain('gradient');
    expect(await why('/B gs 0 0 9 9 re f', { resources: '/ExtGState<</B<</BM/Luminosity>>>>' })).toContain('Luminosity');
    expect(
      await why('1 0 0 sc /F Do', {
        resources: '/XObject<</F 5 0 R>>',
        more: [{ dict: '/Subtype/Form/BBox[0 0 9 9]', stream: '1 0 0 sc 0 0 9 9 re f' }],
      }),
    ).toContain('does not name');
  });

  it('survives any damage', async () => {
    for (const [name, page] of CASES) {
      const whole = handPage(...page);
      for (let at = 9; at < whole.length; at += 23) {
        const bytes = Uint8Array.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ 0x15;
        const opened = await openArtwork(bytes, `${name} ${at}`, { page: 1, box: 'trim' }, true);
        expect(['artwork', 'refused']).toContain(opened.kind);
      }
    }
  });

  it('calculates as PostScript does', () => {
    const value = (program: string, ...input: number[]) => calculator(program)(input);
    expect(value('{ 2 copy add 3 1 roll mul }', 3, 4)).toEqual([7, 12]);
    expect(value('{ dup 0.5 gt { 1 exch sub } if }', 0.75)).toEqual([0.25]);
    expect(value('{ 1 2 3 3 -1 roll }')).toEqual([2, 3, 1]);
    expect(value('{ 7 2 idiv 7 2 mod 90 sin 4 sqrt 5.6 cvi }')).toEqual([3, 1, 1, 2, 5]);
  });

  it('is told at its place and leaves greys alone in the file', async () => {
    const bytes = handPage('1 0 0 rg 0 0 50 60 re f');
    const plain = handPage('0 g 0 0 50 60 re f');
    const world = memoryWorld({ '/work/art.pdf': bytes, '/work/plain.pdf': plain });
    const html = '<html><body><img src="art.pdf" alt="Red"><img src="plain.pdf" alt="Black"></body></html>';
    const { pdf, diagnostics } = await onePage(html, { css: '@page { margin: 9mm }', world, folder: '/work', profile: BW });
    expect(diagnostics.map(({ code, message }) => [code, message.split(' in colour')[0]])).toEqual([
      ['turned-grey', 'This PDF is'],
    ]);
    expect(colours(readRaw(pdf ?? new Uint8Array())).filter((one) => !/^(?:ICCBased)$/.test(one))).toEqual([]);
  });
});

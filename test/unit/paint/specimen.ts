import sharp from 'sharp';
import type { Fill } from '../../../src/core/color.ts';
import type { Document, Item, RasterImage } from '../../../src/core/display.ts';
import type { FontBook } from '../../../src/core/text/types.ts';
import { documentOf, group, link, node, page, rectangle, slot, text } from './fixture.ts';

/** Everything that a page can hold, on two pages: for other people's programs to judge. */
export async function specimen(fonts: FontBook): Promise<Document> {
  const serif = fonts.match({ families: ['Alegreya'], weight: 400, style: 'normal' });
  const bold = fonts.match({ families: ['Alegreya'], weight: 700, style: 'normal' });
  const sans = fonts.match({ families: ['Fira Sans'], weight: 400, style: 'normal' });
  const red = { space: 'srgb', r: 0.8, g: 0.1, b: 0.1, a: 1 } as const;
  const fill = (color: Extract<Fill, { kind: 'color' }>['color']): Fill => ({ kind: 'color', color });
  const h = slot();
  const p = slot();
  const english = slot();
  const linked = slot();
  const lbl = slot();
  const item = slot();
  const faded = [slot(), slot()] as const;
  const photo = slot();
  const drawing = slot();
  const cells = [slot(), slot()] as const;
  const later = slot();
  const a = node('Link', [linked]);
  const star = group(
    [
      {
        kind: 'path',
        content: null,
        path: { segments: [['M', 0, -10], ['L', 6, 8], ['L', -9.5, -3], ['L', 9.5, -3], ['L', -6, 8], ['Z']] },
        fill: fill(red),
      },
      {
        kind: 'path',
        content: null,
        path: {
          segments: [
            ['M', -10, 10],
            ['C', -5, 15, 5, 5, 10, 10],
          ],
        },
        stroke: { color: red, width: 1.5, cap: 'round', dash: [3, 2] },
      },
    ],
    { key: 'star', content: drawing, transform: [2, 0, 0, 2, 330, 120] },
  );
  const items: Item[] = [
    {
      kind: 'path',
      content: null,
      path: rectangle(-9, -9, 440, 130),
      fill: {
        kind: 'linear',
        x1: 0,
        y1: 0,
        x2: 420,
        y2: 120,
        stops: [
          { offset: 0, color: { ...red, r: 1, g: 0.9, b: 0.7 } },
          { offset: 0.5, color: { space: 'cmyk', c: 0, m: 0.3, y: 0.6, k: 0, a: 1 } },
          { offset: 0.5, color: { ...red, b: 0.6 } },
          { offset: 1, color: red },
        ],
      },
    },
    {
      kind: 'path',
      content: null,
      path: rectangle(300, 20, 100, 80),
      fill: {
        kind: 'radial',
        fx: 0,
        fy: 0,
        fr: 0,
        cx: 0,
        cy: 0,
        r: 1,
        transform: [50, 0, 0, 40, 350, 60],
        stops: [
          { offset: 0, color: { ...red, r: 1, g: 1, b: 1 } },
          { offset: 1, color: { ...red, r: 1, g: 1, b: 1, a: 0 } },
        ],
      },
    },
    ...text(h, bold, 'Expat Dinner – fællesspisning', { x: 20, y: 60, size: 28 }),
    ...text(p, serif, 'Kom og spis med: æbler, øl og ål. AVATAR To Ve. ', { x: 20, y: 150, size: 12 }),
    ...text(english, serif, 'Everyone is welcome at the table.', { x: 20, y: 166, lang: 'en', color: red }),
    ...text(p, serif, 'Łódź og Ağrı', { x: 20, y: 182, letterSpacing: 1 }),
    ...text(linked, sans, 'bibliotek.dk/expat', { x: 20, y: 200, size: 10 }),
    ...text(lbl, serif, '• ', { x: 20, y: 220 }),
    ...text(item, serif, 'en ret til seks', { x: 32, y: 220, features: ['smcp'] }),
    group(
      [
        ...text(faded[0], serif, 'falmet rubrik', { x: 20, y: 250, size: 20 }),
        ...text(faded[1], serif, 'og brødtekst', { x: 20, y: 266 }),
      ],
      { opacity: 0.5 },
    ),
    group(
      [
        { kind: 'path', content: null, path: rectangle(200, 230, 60, 40), fill: fill(red) },
        { kind: 'path', content: null, path: rectangle(220, 245, 60, 40), fill: fill({ ...red, r: 0, b: 0.5 }) },
      ],
      { opacity: 0.4 },
    ),
    star,
    { ...star, content: null, transform: [1, 0, 0, 1, 380, 180], opacity: 0.3 },
    group([{ kind: 'image', content: photo, image: await jpeg(), box: { x: 20, y: 300, width: 160, height: 120 } }], {
      clip: { segments: [['M', 20, 360], ['C', 20, 280, 180, 280, 180, 360], ['C', 180, 440, 20, 440, 20, 360], ['Z']] },
    }),
    { kind: 'image', content: null, image: ramp(), box: { x: 220, y: 300, width: 120, height: 120 } },
    ...text(cells[0], serif, 'Tid', { x: 20, y: 460 }),
    ...text(cells[1], serif, 'kl. 17.30', { x: 90, y: 460 }),
    link(a, 'https://bibliotek.dk/expat', 'bibliotek.dk/expat', { x: 20, y: 190, width: 90, height: 12 }),
  ];
  const second = page([
    ...text(later, serif, 'Anden side, samme afsnit.', { x: 20, y: 40 }),
    ...text(null, sans, '2', { x: 200, y: 580 }),
  ]);
  return documentOf(
    [page(items, { bleed: 9, marks: { crop: true, cross: true } }), second],
    [
      node('H1', [h]),
      node('P', [p, node('Span', [english], { lang: 'en' }), a]),
      node('L', [node('LI', [node('Lbl', [lbl]), node('LBody', [item])])], { listNumbering: 'Disc' }),
      node('Sect', [node('H2', [faded[0]]), node('P', [faded[1], later])]),
      node('Figure', [photo], { alt: 'Et fotografi' }),
      node('Figure', [drawing], { alt: 'En stjerne' }),
      node('Table', [node('TR', [node('TH', [cells[0]], { scope: 'Row' }), node('TD', [cells[1]])])]),
    ],
    {
      outline: [
        { title: 'Expat Dinner – fællesspisning', level: 1, page: 0, y: 30 },
        { title: 'falmet rubrik', level: 2, page: 0, y: 240 },
      ],
    },
  );
}

async function jpeg(): Promise<RasterImage> {
  const data = new Uint8Array(
    await sharp({ create: { width: 64, height: 48, channels: 3, background: '#3a7a5a' } })
      .jpeg()
      .toBuffer(),
  );
  return { key: 'green', width: 64, height: 48, encoding: 'jpeg', channels: 3, data };
}

/** Red from left to right, opaque from top to bottom. */
export function ramp(): RasterImage {
  const side = 32;
  const data = new Uint8Array(side * side * 3);
  const alpha = new Uint8Array(side * side);
  for (let i = 0; i < side * side; i++) {
    data[i * 3] = (i % side) * 8;
    alpha[i] = Math.floor(i / side) * 8;
  }
  return { key: 'ramp', width: side, height: side, encoding: 'raw', channels: 3, data, alpha };
}

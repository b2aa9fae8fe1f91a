import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Document, Item } from '../../../src/core/display.ts';
import { mm } from '../../../src/core/geometry.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { onePage } from '../../support/one-page.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
/** Logos of one colour: a disc in a window with empty borders. */
const disc = (color: string, box = '0 0 100 100') =>
  `<svg ${SVG} viewBox="${box}"><circle cx="50" cy="50" r="40" fill="${color}"/></svg>`;
const bar = (color: string, width: number, height: number) =>
  `<svg ${SVG} viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${color}"/></svg>`;

async function laid(body: string, files: Record<string, string | Uint8Array>, css = '') {
  const world = memoryWorld(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`/work/set/${name}`, bytes])));
  const { document, diagnostics } = await onePage(body, { css, world, folder: '/work/set' });
  if (!document) throw new Error(JSON.stringify(diagnostics.map((d) => d.message)));
  return { document, codes: diagnostics.map((d) => d.code), diagnostics };
}

/** Colours of the drawings on a page, and their boxes. */
function drawings(document: Document): { color: string; width: number; height: number }[] {
  const found: { color: string; width: number; height: number }[] = [];
  const visit = (items: readonly Item[], scale: readonly [number, number]): void => {
    for (const item of items) {
      if (item.kind === 'group')
        visit(item.items, [scale[0] * (item.transform?.[0] ?? 1), scale[1] * (item.transform?.[3] ?? 1)]);
      if (item.kind !== 'path' || item.fill?.kind !== 'color' || scale[0] === 1) continue;
      const { color } = item.fill;
      const xs = item.path.segments.flatMap((s) => (s.length > 2 ? [s.at(-2) as number] : []));
      const ys = item.path.segments.flatMap((s) => (s.length > 2 ? [s.at(-1) as number] : []));
      const name = color.space === 'srgb' ? `${color.r},${color.g},${color.b}` : 'cmyk';
      found.push({
        color: name,
        width: (Math.max(...xs) - Math.min(...xs)) * scale[0],
        height: (Math.max(...ys) - Math.min(...ys)) * scale[1],
      });
    }
  };
  for (const page of document.pages) visit(page.items, [1, 1]);
  return found;
}

const img = (attributes: string, alt = 'Logo') => `<img alt="${alt}" ${attributes}>`;

describe('logos', () => {
  it('of all shapes have the same area, their empty borders cut off', async () => {
    const files = {
      'wide.svg': bar('#036', 400, 25),
      'tall.svg': bar('#036', 20, 60),
      'disc.svg': disc('#036', '-150 -150 400 400'),
    };
    const { document } = await laid(
      `<p>${img('src="wide.svg" min="0"')}${img('src="tall.svg" min="0"')}${img('src="disc.svg" min="0"')}</p>`,
      files,
      'img { -kit-mark-size: 12mm }',
    );
    const areas = drawings(document).map(({ width, height }) => Math.round(width * height));
    const square = mm(12) * mm(12);
    expect(areas).toHaveLength(3);
    for (const area of areas) expect(Math.abs(area - square)).toBeLessThan(2);
  });

  it('are as high as their owner asks, whatever the stylesheet says, if their width has room', async () => {
    const files = { 'c.svg': bar('#036', 150, 100) };
    const css = 'div { display: flex } img { -kit-mark-size: 5mm; max-height: 9mm; max-width: 40mm }';
    const { document, codes } = await laid(`<div>${img(`src="c.svg" min="${mm(10)}"`)}</div>`, files, css);
    expect(drawings(document)[0]?.height).toBeCloseTo(mm(10), 2);
    expect(codes).toEqual([]);
  });

  it('are each told by name where one place of a template prints several', async () => {
    const files = { 'a.svg': disc('#012'), 'b.svg': disc('#111') };
    const html = `<div style="background: #222">${img('src="a.svg" mono=""', 'Moon')}${img('src="b.svg" mono=""', 'Sun')}</div>`;
    const { diagnostics } = await laid(html, files, 'img { width: 20mm }');
    expect(diagnostics.map(({ code, message }) => [code, /“(.*?)”/.exec(message)?.[1]])).toEqual([
      ['mark-contrast-low', 'Moon'],
      ['mark-contrast-low', 'Sun'],
    ]);
  });

  it('cuts the white borders of a JPEG', async () => {
    const inner = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#036' } })
      .png()
      .toBuffer();
    const bytes = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#fff' } })
      .composite([{ input: inner, left: 100, top: 80 }])
      .jpeg({ quality: 95 })
      .toBuffer();
    const { document } = await laid(img('src="logo.jpg" min="0"'), { 'logo.jpg': bytes }, 'img { -kit-mark-size: 10mm }');
    const group = document.pages[0]?.items.flatMap(function all(item: Item): Item[] {
      return item.kind === 'group' ? [item, ...item.items.flatMap(all)] : [item];
    });
    const drawn = group?.find((item) => item.kind === 'group' && item.key !== undefined);
    if (drawn?.kind !== 'group') throw new Error('no drawing');
    // 40 pixels, give or take what the JPEG smears, fill 10 mm.
    expect((drawn.transform?.[0] ?? 0) * 40).toBeGreaterThan(mm(10) * 0.85);
    expect((drawn.transform?.[0] ?? 0) * 40).toBeLessThan(mm(10) * 1.01);
  });

  const three = { 'c.svg': disc('#003'), 'r.svg': disc('#ffffff'), 'm.svg': disc('#ff0000') };
  const all = 'src="c.svg" reverse="r.svg" mono="m.svg" min="0" style="width: 20mm"';

  it.each([
    ['white', '0,0,0.2'],
    ['#001', '1,1,1'],
    ['linear-gradient(#000, #222)', '1,1,1'],
  ])('on %s take the version that shows', async (ground, expected) => {
    const { document, codes } = await laid(`<div style="background: ${ground}; padding: 5mm">${img(all)}</div>`, three);
    expect(drawings(document).map((d) => d.color)).toEqual([expected]);
    expect(codes).toEqual([]);
  });

  it('heed what is positioned behind them, and what is faded around them', async () => {
    const body = `<div style="position: absolute; inset: 0; background: #000; z-index: -1"></div><div style="opacity: 0.9">${img(all)}</div>`;
    const { document } = await laid(body, three);
    expect(drawings(document).map((d) => d.color)).toEqual(['1,1,1']);
  });

  it('are complained of where no version shows', async () => {
    const { codes, diagnostics } = await laid(
      `<div style="background: #222">${img('src="c.svg" mono="" reverse="" min="0" style="width: 20mm"')}</div>`,
      three,
    );
    expect(codes).toEqual(['mark-contrast-low']);
    expect(diagnostics[0]?.severity).toBe('warning');
  });

  it('are complained of where they bring a white box', async () => {
    const boxed = `<svg ${SVG} viewBox="0 0 100 100"><rect width="100" height="100" fill="#fff"/><circle cx="50" cy="50" r="30" fill="#900"/></svg>`;
    const body = (ground: string) => `<div style="background: ${ground}">${img('src="b.svg" min="0" style="width: 20mm"')}</div>`;
    expect((await laid(body('#246'), { 'b.svg': boxed })).codes).toEqual(['mark-white-box']);
    expect((await laid(body('#fff'), { 'b.svg': boxed.replace('r="30"', 'r="48"') })).codes).toEqual([]);
  });

  it('are complained of where they are lower than their owner allows', async () => {
    const body = img(`src="c.svg" min="${mm(12)}" style="width: 11mm"`);
    const { codes, diagnostics } = await laid(body, three);
    expect(codes).toEqual(['mark-too-small']);
    expect(diagnostics[0]?.message).toContain('11 mm high; its owner asks for 12 mm');
    expect((await laid(img(`src="c.svg" min="${mm(12)}" style="width: 12mm"`), three)).codes).toEqual([]);
  });

  it('of a picture with a white ground are asked for what is not white, on white paper; on a dark ground the box is told', async () => {
    const bars = (color: string) =>
      `<svg ${SVG} width="500" height="200" viewBox="0 0 100 40"><rect width="100" height="40" fill="white"/><rect x="20" y="15" width="60" height="8" fill="${color}"/></svg>`;
    const round = await sharp(
      Buffer.from(
        `<svg ${SVG} width="400" height="400"><rect width="400" height="400" fill="white"/><circle cx="200" cy="200" r="200" fill="#a00"/></svg>`,
      ),
    )
      .png()
      .toBuffer();
    const bytes = await sharp(Buffer.from(bars('#900')))
      .jpeg()
      .toBuffer();
    const files = { 'word.jpg': bytes, 'faint.svg': bars('#ddd'), 'round.png': round };
    const one = (file: string) => img(`src="${file}" min="0" style="width: 40mm"`);
    expect((await laid(one('word.jpg'), files)).codes).toEqual([]);
    expect((await laid(one('round.png'), files)).codes).toEqual([]);
    expect((await laid(one('faint.svg'), files)).codes).toEqual(['mark-contrast-low']);
    const dark = (file: string) => `<div style="background: #136; padding: 5mm">${one(file)}</div>`;
    expect((await laid(dark('round.png'), files)).codes).toEqual(['mark-white-box']);
    expect((await laid(dark('word.jpg'), files)).codes).toEqual(['mark-white-box']);
  });
});

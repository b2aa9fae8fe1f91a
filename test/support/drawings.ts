import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import type { Page } from '../../src/core/display.ts';
import { IDENTITY } from '../../src/core/geometry.ts';
import type { StructureNode } from '../../src/core/structure.ts';
import type { FontBook } from '../../src/core/text/types.ts';
import { drawingGroup } from '../../src/layout/display/drawing.ts';
import { openPictures } from '../../src/layout/pictures/index.ts';
import { openPdfKit, type PdfKit, paintPdf } from '../../src/paint/pdf/index.ts';
import { rasterPages } from '../../src/paint/raster/index.ts';
import { memoryWorld } from './memory-world.ts';

const FOLDER = new URL('../conformance/drawings/', import.meta.url);

/** The drawings that other renderers judge, by name. */
export const DRAWINGS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.svg'))
    .sort()
    .map((name) => [name.replace(/\.svg$/, ''), readFileSync(new URL(name, FOLDER), 'utf8')]),
);

/** 1 user unit of a drawing 200 wide is 2 pixels. */
export const PIXELS = 400;

let kit: Promise<PdfKit> | undefined;

/** A square drawing as our PDF of it looks in PDFium: RGB samples, PIXELS × PIXELS. */
export async function ours(
  svg: string,
  fonts: FontBook | null,
): Promise<{ pixels: Uint8Array; diagnostics: readonly Diagnostic[] }> {
  kit ??= openPdfKit({ languages: ['da'] });
  const roots = { template: '/work/set', campaign: '/work/campaign' };
  const pictures = await openPictures([{ url: 'a.svg' }], roots, memoryWorld({ '/work/set/a.svg': svg }), { fonts, lang: 'en' });
  const { body, key } = pictures.get('a.svg');
  const box = { x: 0, y: 0, width: 200, height: 200 };
  const group = body.kind === 'vector' ? drawingGroup(body.drawing, key + svg.length, box, null) : null;
  const page: Page = {
    boxes: { media: box, bleed: box, trim: box, safe: box },
    marks: { crop: false, cross: false },
    items: group ? [group] : [],
  };
  const structure: StructureNode = { kind: 'node', tag: 'Document', children: [] };
  const pdf = paintPdf(
    {
      document: { title: 'x', lang: 'en', pages: [page], structure, outline: [] },
      sheets: [{ media: box, placements: [{ page, transform: IDENTITY, clip: box }], marks: [] }],
    },
    { created: new Date(0) },
    await kit,
  );
  const [first] = await rasterPages(pdf, { width: PIXELS, format: 'png' });
  if (!first) throw new Error('no page');
  return { pixels: await rgb(first.bytes), diagnostics: pictures.diagnostics };
}

/** Any picture file as RGB samples on white. */
export const rgb = async (file: Uint8Array): Promise<Uint8Array> =>
  sharp(file)
    .flatten({ background: '#fff' })
    .resize(PIXELS, PIXELS, { fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();

/** Ours to the left, theirs to the right, as a PNG in the folder that KIT_PICTURES names: for who looks. */
export async function keep(name: string, mine: Uint8Array, theirs: Uint8Array): Promise<void> {
  const folder = process.env.KIT_PICTURES;
  if (folder === undefined) return;
  const raw = { width: PIXELS, height: PIXELS, channels: 3 } as const;
  await sharp({ create: { width: 2 * PIXELS, height: PIXELS, channels: 3, background: '#fff' } })
    .composite([
      { input: Buffer.from(mine), raw, left: 0, top: 0 },
      { input: Buffer.from(theirs), raw, left: PIXELS, top: 0 },
    ])
    .png()
    .toFile(`${folder}/${name}.png`);
}

export interface Difference {
  /** Of all samples, 0..255. */
  readonly mean: number;
  /** Part of the pixels that differ in earnest, also from all their neighbours: edges are drawn a little differently everywhere. */
  readonly wrong: number;
}

/**
 * What may differ between two programs that draw the same, by name. PDFium looks a gradient up in 256 steps, so that repeated ones, which are one long
 * gradient in a PDF, are a shade off.
 */
export function allowed(name: string): Difference {
  return /repeat/.test(name) ? { mean: 7, wrong: 0.01 } : { mean: 1.5, wrong: 0.002 };
}

/** How different two pictures look. An edge may stand half a pixel elsewhere; an area may not have another colour. */
export function difference(a: Uint8Array, b: Uint8Array): Difference {
  let sum = 0;
  let wrong = 0;
  const at = (samples: Uint8Array, x: number, y: number, c: number): number => samples[(y * PIXELS + x) * 3 + c] ?? 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  for (let y = 1; y < PIXELS - 1; y++) {
    for (let x = 1; x < PIXELS - 1; x++) {
      const far = [0, 1, 2].some((c) => {
        const mine = at(a, x, y, c);
        let low = 255;
        let high = 0;
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++) {
            const theirs = at(b, x + dx, y + dy, c);
            low = Math.min(low, theirs);
            high = Math.max(high, theirs);
          }
        return mine < low - 12 || mine > high + 12;
      });
      if (far) wrong++;
    }
  }
  return { mean: sum / a.length, wrong: wrong / (PIXELS * PIXELS) };
}

import type { default as Sharp } from 'sharp';
import type { Color } from '../../core/color.ts';
import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import type { Document, Item, RasterImage } from '../../core/display.ts';
import type { Span } from '../../core/source.ts';
import type { World } from '../../core/world.ts';
import { cacheOf, remember } from './cache.ts';
import { mapImages } from './printed.ts';

/** Less than this between the strongest and the weakest light is no colour to anybody: warm blacks, off-whites. */
const CHROMA = 0.09;
/** Of photographs that are encoded anew. */
const QUALITY = 90;

/**
 * For one ink: pictures of pixels become grey, the rest is turned by paint. Says once a place what was meant in colour: two colours may be one grey.
 */
export async function turnGrey(document: Document, world: World, report: (d: Diagnostic) => void): Promise<Document> {
  const told = new Set<string>();
  const tell = (span: Span | undefined, what: string): void => {
    const key = `${span?.source.path} ${span?.start} ${what}`;
    if (told.has(key)) return;
    told.add(key);
    report(
      warning('turned-grey', `${what} in colour, and printed grey: the file is for one ink.`, {
        span,
        hint: 'Give it black, white or a pattern under @media (monochrome); or a grey version where {{#if monochrome}}.',
      }),
    );
  };
  const refuse = (span: Span | undefined, why: string): void => {
    const key = `${span?.source.path} ${span?.start} ${why}`;
    if (told.has(key)) return;
    told.add(key);
    report(
      error('artwork-not-grey', `This PDF cannot be turned grey, and the file is for one ink: ${why}.`, {
        span,
        hint: 'Name a PDF in grey, an SVG or a picture of pixels in its place where {{#if monochrome}}; or make no file in one ink of this piece.',
      }),
    );
  };
  const { reduced } = cacheOf(world);
  const jobs = new Map<RasterImage, Promise<RasterImage>>();
  mapImages(document, ({ item }) => {
    const { image } = item;
    if (image.channels === 1 || jobs.has(image)) return item;
    const key = `${image.key} ${image.width}x${image.height} grey`;
    const job = reduced.get(key) ?? greyed(image, key);
    remember(reduced, key, job);
    jobs.set(image, job);
    return item;
  });
  const done = new Map<RasterImage, RasterImage>();
  for (const [image, job] of jobs) done.set(image, await job);
  const grey = mapImages(document, ({ item, source }) => {
    const image = done.get(item.image);
    if (!image) return item;
    if (!image.key.endsWith(COLOURLESS)) tell(source, 'This picture is');
    return { ...item, image };
  });
  const listener: Told = { tell, refuse };
  for (const { items } of document.pages) inColour(items, undefined, listener);
  return grey;
}

/** Ends the key of what had no colour to lose. */
const COLOURLESS = ' all along';

async function greyed(image: RasterImage, key: string): Promise<RasterImage> {
  const sharp: typeof Sharp = (await import('sharp')).default;
  const { width, height, encoding, channels, data, alpha } = image;
  const open = () => (encoding === 'jpeg' ? sharp(data) : sharp(data, { raw: { width, height, channels } }));
  const small = await open().resize(64, 64, { fit: 'fill' }).toColourspace('srgb').removeAlpha().raw().toBuffer();
  let most = 0;
  for (let i = 0; i + 2 < small.length; i += 3) {
    const [r = 0, g = 0, b = 0] = small.subarray(i, i + 3);
    most = Math.max(most, Math.max(r, g, b) - Math.min(r, g, b));
  }
  const made = { key: most / 255 < CHROMA ? `${key}${COLOURLESS}` : key, width, height, channels: 1 as const };
  const grey = open().greyscale().toColourspace('b-w');
  if (encoding === 'jpeg') return { ...made, encoding, data: await grey.jpeg({ quality: QUALITY }).toBuffer() };
  const samples = await grey.raw({ depth: 'uchar' }).toBuffer();
  return { ...made, encoding, data: samples, ...(image.lossy && { lossy: true }), ...(alpha && { alpha }) };
}

const isColour = (color: Color): boolean => {
  if (color.a === 0) return false;
  const parts = color.space === 'srgb' ? [color.r, color.g, color.b] : [color.c, color.m, color.y];
  return Math.max(...parts) - Math.min(...parts) > CHROMA;
};

/** Whether a drawing has colours: drawings are shared by documents. */
const coloured = new WeakMap<readonly Item[], boolean>();

interface Told {
  readonly tell: (span: Span | undefined, what: string) => void;
  readonly refuse: (span: Span | undefined, why: string) => void;
}

function inColour(items: readonly Item[], source: Span | undefined, told: Told): void {
  const { tell, refuse } = told;
  for (const item of items) {
    if (item.kind === 'group') {
      const at = item.source ?? source;
      if (item.key === undefined) inColour(item.items, at, told);
      else if (drawnInColour(item.items)) tell(at, 'This drawing is');
    } else if (item.kind === 'glyphs' && isColour(item.color)) tell(item.source ?? source, 'This text is');
    else if (item.kind === 'path' && paintsColour(item)) tell(item.source ?? source, 'This is');
    else if (item.kind === 'artwork') {
      // Turned when it was opened, if it could be.
      const { oneInk } = item.artwork;
      if (oneInk && 'refused' in oneInk) refuse(item.source ?? source, oneInk.refused);
      else if (oneInk?.turned) tell(item.source ?? source, 'This PDF is');
    }
  }
}

function drawnInColour(items: readonly Item[]): boolean {
  const known = coloured.get(items);
  if (known !== undefined) return known;
  const found = items.some((item) => {
    if (item.kind === 'group') return drawnInColour(item.items);
    if (item.kind === 'glyphs') return isColour(item.color);
    return item.kind === 'path' && paintsColour(item);
  });
  coloured.set(items, found);
  return found;
}

const paintsColour = ({ fill, stroke }: Extract<Item, { kind: 'path' }>): boolean =>
  (stroke !== undefined && isColour(stroke.color)) ||
  (fill !== undefined && (fill.kind === 'color' ? isColour(fill.color) : fill.stops.some(({ color }) => isColour(color))));

import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { RasterImage } from '../../core/display.ts';
import { nearest } from '../../core/model/nearest.ts';
import type { Source } from '../../core/source.ts';
import type { World } from '../../core/world.ts';
import type { OpenedFile, PictureCache } from './cache.ts';
import { dataBytes } from './locate.ts';
import { pictureOfArtwork, pictureOfImage } from './measure.ts';
import { artworkPart, isPdf, WHOLE } from './pdf/part.ts';
import { MAX_PIXELS, openRaster } from './raster.ts';
import { imagesIn } from './svg/image.ts';
import { readSvg } from './svg/read.ts';
import type { SvgElement } from './svg/tree.ts';

/** A drawing for print is rarely over 1 MB of text. */
const MAX_SVG_BYTES = 4 * 1024 * 1024;

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

type Problem = (label: string) => Diagnostic;
const missing = (problem: Problem): OpenedFile => ({ kind: 'missing', problem });

const REFUSALS: Readonly<Record<'outside' | 'too-large' | 'not-a-file', Problem>> = {
  outside: (label) =>
    error('file-outside', `“${label}” leads out of the folder.`, { hint: 'Copy the file into the folder; links are followed.' }),
  'too-large': (label) => error('file-too-large', `“${label}” is larger than kit reads.`, { hint: 'Save it smaller.' }),
  'not-a-file': (label) => error('picture-kind', `“${label}” is a folder, not a picture.`, { hint: 'Name a file in it.' }),
};

/** Reads and opens one file, once a process. */
export function openFile(
  path: string,
  label: string,
  world: World,
  cache: PictureCache,
  fragment = '',
  grey = false,
): Promise<OpenedFile> {
  const place = `${path}#${fragment}${grey ? ' grey' : ''}`;
  const known = cache.files.get(place);
  if (known) return known;
  const opened = readFile(path, label, world, cache, fragment, grey);
  cache.files.set(place, opened);
  return opened;
}

async function readFile(
  path: string,
  label: string,
  world: World,
  cache: PictureCache,
  fragment: string,
  grey: boolean,
): Promise<OpenedFile> {
  const bytes = world.read(path);
  if (bytes === null) return missing((l) => error('file-missing', `There is no picture “${l}”.`, { hint: alike(path, world) }));
  if (!(bytes instanceof Uint8Array)) return missing(REFUSALS[bytes.refused]);
  return openBytes(bytes, label, cache, fragment, grey);
}

/** A file of nearly that name. Paths below the machine's own folders stay unsaid: the same input gives the same words. */
function alike(path: string, world: World): string {
  const near = nearest(posix.basename(path), world.list(posix.dirname(path)));
  return near === undefined
    ? 'Name a file in the template set (images/a.svg) or in the campaign (campaign:images/a.jpg).'
    : `There is “${near}” in that folder.`;
}

/**
 * @param label what an SVG is called in messages about places inside it
 * @param grey for one ink: artwork is another then; whatever else is turned where it is printed
 */
export async function openBytes(
  bytes: Uint8Array,
  label: string,
  cache: PictureCache,
  fragment = '',
  grey = false,
): Promise<OpenedFile> {
  const key = hashOf(bytes);
  const inGrey = grey && isPdf(bytes);
  const part = `${key}#${fragment}${inGrey ? ' grey' : ''}`;
  const known = cache.contents.get(part);
  if (known) {
    const file = await known;
    // What is told of places in a faulty file names it: another file of the same content is read again.
    if (!('diagnostics' in file) || file.diagnostics.every(({ span }) => span?.source.path === label)) return file;
  }
  const opened = decode(bytes, key, label, fragment, inGrey);
  cache.contents.set(part, opened);
  return opened;
}

/** The text of an SVG; null: the bytes are something else. */
function svgText(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder(encodingOf(bytes));
  const head = decoder.decode(bytes.subarray(0, 4096)).trimStart();
  if (!head.startsWith('<') || !/<(?:svg:)?svg[\s>]|^<\?xml|^<!DOCTYPE svg|^<!--/i.test(head)) return null;
  return decoder.decode(bytes);
}

/** By the byte order mark (XML 1.0, F.1), which the decoder takes away. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

async function decode(bytes: Uint8Array, key: string, label: string, fragment: string, grey: boolean): Promise<OpenedFile> {
  if (isPdf(bytes)) {
    const opened = await (await import('./pdf/index.ts')).openArtwork(bytes, key, artworkPart(fragment) ?? WHOLE, grey);
    return opened.kind === 'artwork' ? { kind: 'picture', picture: pictureOfArtwork(opened.artwork) } : missing(opened.problem);
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return missing((l) => error('picture-kind', `“${l}” is compressed (SVGZ).`, { hint: 'Save it as plain SVG.' }));
  const text = svgText(bytes);
  if (text !== null) return openSvg(bytes, text, key, label);
  const opened = await openRaster(bytes, key);
  switch (opened.kind) {
    case 'image':
      return { kind: 'picture', picture: pictureOfImage(opened.image) };
    case 'broken':
      return missing((l) =>
        error('picture-broken', `“${l}” cannot be read: ${opened.reason}.`, {
          hint: 'Save it anew from the program that made it.',
        }),
      );
    case 'too-large': {
      const { width, height } = opened;
      return missing((l) =>
        error('picture-too-large', `“${l}” has ${width} × ${height} pixels, more than ${MAX_PIXELS / 1e6} million.`, {
          hint: 'Scale it down to the size that it is printed in, at 300 dots an inch.',
        }),
      );
    }
    default:
      return missing((l) =>
        error('picture-kind', `“${l}” is no picture that kit reads.`, { hint: 'Save it as JPEG, PNG, WebP, SVG or PDF.' }),
      );
  }
}

async function openSvg(bytes: Uint8Array, text: string, key: string, label: string): Promise<OpenedFile> {
  if (bytes.length > MAX_SVG_BYTES)
    return missing((l) =>
      error('svg-too-large', `“${l}” has more than ${MAX_SVG_BYTES / 1024 / 1024} MB.`, { hint: 'Simplify the drawing.' }),
    );
  const source: Source = { path: label, text };
  const { root, diagnostics } = readSvg(source);
  if (diagnostics.length > 0) return { kind: 'missing', diagnostics };
  if (root?.name !== 'svg')
    return missing((l) => error('picture-kind', `“${l}” is XML, but no SVG.`, { hint: 'Save it as JPEG, PNG, WebP or SVG.' }));
  const embedded = await openEmbedded(root, label);
  return embedded.diagnostics.length > 0
    ? { kind: 'missing', diagnostics: embedded.diagnostics }
    : { kind: 'svg', key, root, images: embedded.images, diagnostics };
}

/** The pictures in a drawing, opened like files. One that cannot be read is told at its place. */
async function openEmbedded(root: SvgElement, label: string) {
  const images = new Map<string, RasterImage | null>();
  const diagnostics: Diagnostic[] = [];
  for (const { url, source } of imagesIn(root)) {
    if (images.has(url)) continue;
    const bytes = dataBytes(url);
    const opened = bytes && (await openRaster(bytes, hashOf(bytes)));
    if (opened?.kind === 'image') images.set(url, opened.image);
    else if (opened?.kind !== 'unknown') {
      const why = opened?.kind === 'broken' ? opened.reason : opened ? 'it has too many pixels' : 'it is not encoded as it says';
      diagnostics.push(
        error('picture-broken', `A picture inside “${label}” cannot be read: ${why}.`, {
          span: source,
          hint: 'Save the drawing anew from the program that made it.',
        }),
      );
    }
  }
  return { images, diagnostics };
}

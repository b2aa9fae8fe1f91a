import { BLACK } from '../../core/color.ts';
import { type Diagnostic, error } from '../../core/diagnostics.ts';
import type { RasterImage } from '../../core/display.ts';
import type { Span } from '../../core/source.ts';
import type { FontBook } from '../../core/text/types.ts';
import type { World } from '../../core/world.ts';
import type { ComputedStyle, ElementNode, Picture } from '../types.ts';
import { cacheOf, type OpenedFile, remember, type Variant } from './cache.ts';
import { inkOfImage, trimmed } from './ink.ts';
import { locatePicture } from './locate.ts';
import { MISSING, pictureOfQr, pictureOfSvg } from './measure.ts';
import { hashOf, openBytes, openFile } from './open.ts';
import { claimsLess, versionFor } from './pdf/versions.ts';
import { drawQr, qrKey } from './qr.ts';
import { adaptSvg, fingerprint } from './svg/adapt.ts';
import type { SvgHost, SvgMeans } from './svg/environment.ts';
import { drawSvg } from './svg/index.ts';
import type { SvgElement } from './svg/tree.ts';
import type { Logos, PictureMeans, PictureRequest, PictureRoots, PictureSource } from './types.ts';

export type { Logos, PictureRequest, PictureRoots, PictureSource } from './types.ts';

/** A logo is a file that the campaign says is one, or says itself what other versions it has, or how small it may be. */
export const isMark = (el: ElementNode, logos: Logos = NO_LOGOS): boolean =>
  el.attributes.has('mono') ||
  el.attributes.has('reverse') ||
  el.attributes.has('min') ||
  (el.tag === 'img' && logos.has(el.attributes.get('src')?.value ?? ''));

const NO_LOGOS: Logos = new Map();

/** Pictures that the HTML names, in `<img>` and in `style` attributes; the stylesheets' own come from `Styles.urls`. */
export function pictureRequests(root: ElementNode, logos: Logos = NO_LOGOS): readonly PictureRequest[] {
  const requests: PictureRequest[] = [];
  const add = (url: string, source: Span | undefined) => requests.push({ url, ...(source && { source }) });
  const visit = (el: ElementNode) => {
    if (el.tag === 'img') {
      const mark = isMark(el, logos);
      for (const name of ['src', 'mono', 'reverse']) {
        const from = el.attributes.get(name);
        if (from && (from.value !== '' || name === 'src'))
          requests.push({ url: from.value, ...(from.source && { source: from.source }), ...(mark && { mark }) });
      }
    }
    const style = el.attributes.get('style');
    if (style?.value.includes('url(')) {
      for (const [, , quoted, bare] of style.value.matchAll(/url\(\s*(?:(["'])(.*?)\1|([^"'()\s]*))\s*\)/gi)) {
        const url = unescaped(quoted ?? bare ?? '');
        if (!url.startsWith('#')) add(url, style.source);
      }
    }
    if (el.tag === 'style') requests.push(...ofStyleElement(el));
    // A drawing in HTML reads nothing but itself.
    if (el.tag === 'svg') embeddedIn(el, add);
    else for (const child of el.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return requests;
}

/** Pictures that stand in a drawing itself. */
function embeddedIn(el: ElementNode, add: (url: string, source: Span | undefined) => void): void {
  const href = el.tag === 'image' ? (el.attributes.get('href') ?? el.attributes.get('xlink:href')) : undefined;
  const url = href?.value.trim() ?? '';
  if (/^data:/i.test(url)) add(url, href?.source);
  for (const child of el.children) if (child.kind === 'element') embeddedIn(child, add);
}

/** CSS Syntax 3, 4.3.7. */
const unescaped = (url: string): string =>
  url.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, other?: string) =>
    hex === undefined ? (other ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );

function ofStyleElement(el: ElementNode): readonly PictureRequest[] {
  return el.children.flatMap((child) => {
    if (child.kind !== 'text') return [];
    return [...child.text.matchAll(/url\(\s*(["']?)([^"'()]*)\1\s*\)/gi)].map((match): PictureRequest => {
      const written = (match[2] ?? '').trim();
      const at = match.index + match[0].indexOf(written, 'url('.length);
      const url = unescaped(written);
      const origin = child.origins.findLast((one) => one.at <= at);
      const start = origin ? origin.span.start + at - origin.at : 0;
      const source = origin?.literal ? { source: origin.span.source, start, end: start + written.length } : el.source;
      return { url, ...(source && { source }) };
    });
  });
}

const hostOf = (style: ComputedStyle | undefined, lang: string): SvgHost => ({
  color: style?.color ?? BLACK,
  custom: style?.custom ?? new Map(),
  families: style?.fontFamily ?? [],
  lang,
});

/** Names of books of fonts: equal books, equal names. */
const bookKeys = new WeakMap<FontBook, string>();

function bookKey(fonts: FontBook | null): string {
  if (!fonts) return '';
  const key = bookKeys.get(fonts) ?? hashOf(fonts.faces.map((f) => `${f.family} ${f.weight} ${f.style} ${f.key}`).join('\n'));
  bookKeys.set(fonts, key);
  return key;
}

/** What a drawing that reads `name` depends on, as text. */
function hostValue(host: SvgHost, means: SvgMeans, name: string): string | undefined {
  switch (name) {
    case 'color':
      return JSON.stringify(host.color);
    case 'families':
      return host.families.join('\n');
    case 'lang':
      return host.lang;
    case 'fonts':
      return bookKey(means.fonts);
    default:
      return host.custom.get(name);
  }
}

/** Of one drawing: each library may bring its own colours. */
const MAX_VARIANTS = 40;

/** The variant that fits the host's values, drawn now where there is none yet. */
function variantOf(
  variants: Map<string, Variant[]>,
  key: string,
  host: SvgHost,
  means: SvgMeans,
  read: () => SvgElement | null,
  inline: boolean,
): Variant | null {
  const known = variants.get(key) ?? [];
  for (const v of known) if ([...v.depends].every(([name, value]) => hostValue(host, means, name) === value)) return v;
  const root = read();
  if (!root) return null;
  const drawn = drawSvg(root, host, inline, means);
  const depends = new Map([...drawn.reads].map((name) => [name, hostValue(host, means, name)]));
  const pictureKey = hashOf(`${key}\n${[...depends].map(([n, v]) => `${n}=${v}`).join('\n')}`);
  const variant: Variant = { drawn, picture: pictureOfSvg(drawn, pictureKey), depends };
  // A faulty drawing is read anew each time, so that its diagnostics name the place it stands in now.
  if (!inline || drawn.diagnostics.length === 0) remember(variants, key, [...known.slice(-MAX_VARIANTS), variant]);
  return variant;
}

/**
 * Opens the pictures of one job. Files are read and decoded once a process (per World), so that calling this for each job is cheap.
 */
export async function openPictures(
  requests: readonly PictureRequest[],
  roots: PictureRoots,
  world: World,
  { fonts, lang, logos = NO_LOGOS, profile = 'screen', mono = false }: PictureMeans = { fonts: null, lang: 'en' },
): Promise<PictureSource> {
  const cache = cacheOf(world);
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const report = (d: Diagnostic, place: string) => {
    const id = `${place} ${d.code} ${d.span?.source.path} ${d.span?.start} ${d.message}`;
    if (reported.has(id)) return;
    reported.add(id);
    diagnostics.push(d);
  };

  const opened = new Map<string, { file: OpenedFile; label: string } | null>();
  const open = async ({ url, source }: PictureRequest): Promise<void> => {
    const location = locatePicture(url, roots, source);
    if (location.kind === 'refused') {
      report(location.diagnostic, url);
      opened.set(url, null);
    } else {
      const { label } = location;
      const file =
        location.kind === 'data'
          ? await openBytes(location.bytes, label, cache, '', mono)
          : await openFile(versionFor(profile, location.path, world), label, world, cache, location.fragment, mono);
      opened.set(url, { file, label });
      if (file.kind === 'missing') {
        const found = 'problem' in file ? [{ ...file.problem(label), ...(source && { span: source }) }] : file.diagnostics;
        for (const d of found) report(d, url);
      }
      const less = file.kind === 'picture' ? claimsLess(file.picture, label, profile, source) : null;
      if (less) report(less, url);
    }
  };
  // One after the other, so that diagnostics stand in the order of the requests whatever is opened first.
  const seen = new Set<string>();
  for (const request of requests) {
    if (seen.has(request.url)) continue;
    seen.add(request.url);
    await open(request);
  }
  // Pixels are looked through before layout asks: it cannot wait.
  for (const { url, mark } of requests) {
    const file = opened.get(url)?.file;
    if (!mark || file?.kind !== 'picture' || file.picture.body.kind !== 'raster') continue;
    const { image } = file.picture.body;
    if (!cache.inks.has(image.key)) cache.inks.set(image.key, await inkOfImage(image));
  }
  const shown = (picture: Picture, style: ComputedStyle | undefined): Picture => {
    if (style?.markSize == null || picture.body.kind === 'missing') return picture;
    const known = cache.trimmed.get(picture.key);
    const made = known ?? trimmed(picture, cache.inks.get(picture.key) ?? null);
    if (!known) remember(cache.trimmed, picture.key, made);
    return made;
  };

  const embedded = new Map<string, RasterImage | null>();
  for (const [url, entry] of opened) {
    if (!/^data:/i.test(url)) continue;
    const body = entry?.file.kind === 'picture' ? entry.file.picture.body : null;
    if (body?.kind === 'raster') embedded.set(url, body.image);
    else if (entry?.file.kind !== 'svg') embedded.set(url, null);
  }

  return {
    diagnostics,
    logos,
    get(url: string, source?: Span, style?: ComputedStyle): Picture {
      const entry = opened.get(url);
      if (entry === undefined) {
        const hint = 'Write the address as url("images/a.svg"), without escapes.';
        report(
          error('picture-url', `The address “${url}” is written in a way that kit does not follow.`, { span: source, hint }),
          url,
        );
        return MISSING;
      }
      if (entry === null || entry.file.kind === 'missing') return MISSING;
      const { file } = entry;
      if (file.kind === 'picture') return shown(file.picture, style);
      const variant = variantOf(
        cache.drawings,
        file.key,
        hostOf(style, lang),
        { fonts, images: file.images },
        () => file.root,
        false,
      );
      for (const d of variant?.drawn.diagnostics ?? []) report(d, url);
      return variant ? shown(variant.picture, style) : MISSING;
    },
    drawing(svg: ElementNode, style: ComputedStyle): Picture {
      const variant = variantOf(
        cache.drawings,
        fingerprint(svg),
        hostOf(style, lang),
        { fonts, images: embedded },
        () => adaptSvg(svg),
        true,
      );
      if (!variant)
        report(
          error('svg-too-large', 'The drawing is nested too deeply.', { span: svg.source, hint: 'Simplify the drawing.' }),
          'inline',
        );
      for (const d of variant?.drawn.diagnostics ?? []) report(d, 'inline');
      return variant?.picture ?? MISSING;
    },
    qr(value: string, source?: Span): Picture {
      let picture = cache.codes.get(value);
      if (picture === undefined) {
        const drawing = drawQr(value);
        picture = drawing && pictureOfQr(drawing, qrKey(hashOf(value)));
        remember(cache.codes, value, picture);
      }
      if (picture) return picture;
      const message = `The QR code’s value has ${value.length} characters, too many for a code that can be printed and scanned.`;
      report(error('qr-too-long', message, { span: source, hint: 'Use a short link.' }), 'qr');
      return MISSING;
    },
  };
}

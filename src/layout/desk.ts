import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Span } from '../core/source.ts';
import type { PieceTemplate, TemplateSet } from '../core/template-set.ts';
import { type HyphenWords, isVariable, loadShaper, loadSubsetter, openFallback, openFonts } from '../core/text/index.ts';
import type { FaceList, FontBook, FontDeclaration } from '../core/text/types.ts';
import { isRefusal, type World } from '../core/world.ts';
import { openStyles, type Styles } from './css/index.ts';
import type { Logos, PictureRoots } from './pictures/index.ts';
import { locatePicture } from './pictures/locate.ts';
import type { ComputedStyle } from './types.ts';

/** What layout opens once for all jobs of a template set: stylesheets, fonts; pictures as they are met. */
export interface LayoutDesk {
  /** The set's words with their places to be divided, and over them the campaign's. */
  readonly hyphenation?: HyphenWords;
  readonly logos?: Logos;
  readonly styles: ReadonlyMap<PieceTemplate, Styles>;
  readonly fonts: FontBook;
  readonly facesFor: (style: ComputedStyle) => FaceList;
  readonly roots: PictureRoots;
  readonly world: World;
  /** Of the set itself: told once, not once a job. */
  readonly diagnostics: readonly Diagnostic[];
}

function fontBytes(url: string, at: Span | undefined, roots: PictureRoots, world: World): Uint8Array | Diagnostic {
  const location = locatePicture(url, roots, at);
  if (location.kind === 'refused') return location.diagnostic;
  const hint = 'Name a font file in the template set’s folder: fonts/Name.ttf.';
  if (location.kind === 'data') return error('css-unsupported', 'A font in a data: url is not read.', { span: at, hint });
  const bytes = world.read(location.path);
  if (bytes === null) return error('file-missing', `There is no font file “${url}”.`, { span: at, hint });
  if (!isRefusal(bytes)) return bytes;
  if (bytes.refused === 'outside')
    return error('file-outside', `The font file “${url}” lies outside the template set.`, { span: at, hint });
  if (bytes.refused === 'not-a-file') return error('file-missing', `“${url}” is a folder, not a font file.`, { span: at, hint });
  return error('file-too-large', `The font file “${url}” is too large.`, { span: at, hint });
}

/** Fonts that several stylesheets of a set declare alike are opened once. */
function declaredFonts(
  styles: Iterable<Styles>,
  roots: PictureRoots,
  world: World,
  report: (d: Diagnostic) => void,
): FontDeclaration[] {
  const declarations = new Map<string, FontDeclaration>();
  const complained = new Set<string>();
  for (const { fontFaces } of styles) {
    for (const { family, weight, weights, style, url, span, unicodeRange } of fontFaces) {
      const key = JSON.stringify([family, weight, weights, style, url, unicodeRange]);
      if (declarations.has(key) || complained.has(key)) continue;
      const bytes = fontBytes(url, span, roots, world);
      if (bytes instanceof Uint8Array)
        declarations.set(key, {
          family,
          weight,
          style,
          bytes,
          file: url,
          ...(weights && { weights }),
          ...(unicodeRange && { unicodeRange }),
          ...(span && { span }),
        });
      else {
        complained.add(key);
        report(bytes);
      }
    }
  }
  return [...declarations.values()];
}

/** Faces for a style, remembered by what of the style matters: styles are shared and few. */
function faceFinder(fonts: FontBook): (style: ComputedStyle) => FaceList {
  const known = new WeakMap<ComputedStyle, FaceList>();
  return (style) => {
    let faces = known.get(style);
    if (!faces) {
      const { fontFamily: families, fontWeight: weight, fontStyle, fontVariations: variations } = style;
      faces = fonts.match({ families, weight, style: fontStyle, ...(variations.length > 0 && { variations }) });
      known.set(style, faces);
    }
    return faces;
  };
}

/** What the campaign says that layout heeds. */
export interface CampaignMeans {
  readonly hyphenation?: HyphenWords;
  readonly logos?: Logos;
}

function merged(below: HyphenWords | undefined, above: HyphenWords | undefined): HyphenWords | undefined {
  if (!below || !above) return above ?? below;
  const languages = new Set([...Object.keys(below), ...Object.keys(above)]);
  return Object.fromEntries([...languages].map((lang) => [lang, [...(below[lang] ?? []), ...(above[lang] ?? [])]]));
}

/** @param campaign absolute folder of the campaign */
export async function openLayout(
  set: TemplateSet,
  campaign: string,
  world: World,
  { logos, hyphenation: ofCampaign }: CampaignMeans = {},
): Promise<LayoutDesk> {
  await loadShaper();
  const roots: PictureRoots = { template: set.folder, campaign, ...(set.label && { label: set.label }) };
  const diagnostics: Diagnostic[] = [];
  const styles = new Map<PieceTemplate, Styles>();
  const bySheets = new Map<string, Styles>();
  for (const piece of Object.values(set.pieces)) {
    const key = piece.styles.map((source) => source.path).join('\n');
    let opened = bySheets.get(key);
    if (!opened) {
      opened = openStyles(piece.styles.map((source) => ({ source, folder: set.folder })));
      bySheets.set(key, opened);
    }
    styles.set(piece, opened);
  }
  const seen = new Set<string>();
  const report = (d: Diagnostic): void => {
    const key = `${d.code} ${d.span?.source.path} ${d.span?.start} ${d.message}`;
    if (!seen.has(key)) diagnostics.push(d);
    seen.add(key);
  };
  for (const opened of bySheets.values()) opened.diagnostics.forEach(report);
  const declared = declaredFonts(bySheets.values(), roots, world, report);
  if (declared.some(isVariable)) await loadSubsetter();
  const fonts = openFonts(declared, openFallback(world));
  fonts.diagnostics.forEach(report);
  const book: FontBook = fonts.value ?? { faces: [], match: () => [] };
  const hyphenation = merged(set.hyphenation, ofCampaign);
  return {
    ...(hyphenation && { hyphenation }),
    ...(logos && { logos }),
    styles,
    fonts: book,
    facesFor: faceFinder(book),
    roots,
    world,
    diagnostics,
  };
}

import { directionOf } from '../../core/direction.ts';
import type { Document } from '../../core/display.ts';
import type { Imposition, Sheet } from '../../core/sheet.ts';
import { loadShaper } from '../../core/text/index.ts';
import { loadSubsetter } from '../../core/text/subset.ts';
import type { PrintingCondition } from '../inks/profile.ts';
import { claimsWith } from './artwork.ts';
import { openForm } from './fields.ts';
import { type BaseFonts, openBaseFonts } from './fonts/base.ts';
import { openDocumentFonts, type SubsetCache } from './fonts/document.ts';
import type { ImageCache } from './images.ts';
import { type Inks, LIGHT, plates, SHADES } from './inks.ts';
import { greyIntent, type OutputIntent, pressIntent, screenIntent, writeIntent } from './intent.ts';
import type { Drawing } from './items.ts';
import { type Bookmark, writeOutline } from './outline.ts';
import { heightOnSheet, type PaintedSheet, paintSheet } from './sheet.ts';
import { byteString, factor, ref } from './syntax.ts';
import { openTagging, type Tagging } from './tagging.ts';
import { openWriter, type Resource } from './writer.ts';
import { type PdfMeta, PRODUCER, xmpPacket } from './xmp.ts';

export { FOGRA39 } from './intent.ts';
export { prepareImages } from './plates-images.ts';
export type { PdfMeta } from './xmp.ts';

/** What documents of one campaign have in common, prepared at its first use and kept: font subsets, pictures, drawings. Changes no byte of any file. */
export interface PdfKit {
  readonly fonts: BaseFonts;
  readonly subsets: SubsetCache;
  readonly images: ImageCache;
  readonly forms: Map<string, Resource>;
  readonly alphaState: (fill: number, stroke: number) => Resource;
  readonly masks: Drawing['masks'];
  readonly inks: Inks;
  readonly intent: OutputIntent;
}

/**
 * @param languages of the campaign, BCP 47: their letters are in every document's fonts
 * @param features OpenType features that the stylesheets name ('lnum'), for the same reason
 */
export async function openPdfKit(options: {
  readonly languages: readonly string[];
  readonly features?: readonly string[];
}): Promise<PdfKit> {
  await Promise.all([loadShaper(), loadSubsetter()]);
  const alphas = new Map<string, Resource>();
  return {
    fonts: openBaseFonts(options.languages, options.features ?? []),
    subsets: new Map(),
    images: new Map(),
    forms: new Map(),
    alphaState(fill, stroke) {
      const body = `<</Type/ExtGState/ca ${factor(fill)}/CA ${factor(stroke)}/SMask/None>>`;
      const made: Resource = alphas.get(body) ?? { category: 'ExtGState', emit: (objects) => objects.add(body) };
      alphas.set(body, made);
      return made;
    },
    masks: new WeakMap(),
    inks: LIGHT,
    intent: screenIntent(),
  };
}

/** A kit for one ink: all that is written is grey. */
export const greyKit = (screen: PdfKit): PdfKit => ({
  ...screen,
  images: new Map(),
  forms: new Map(),
  masks: new WeakMap(),
  inks: SHADES,
  intent: greyIntent(),
});

/**
 * A kit for the plates of a printing condition: fonts are the screen's, whatever has a colour is its own.
 * @param registered its name in a registry, where it has one
 */
export const pressKit = (
  screen: PdfKit,
  condition: PrintingCondition,
  registered?: { readonly identifier: string; readonly registry: string },
): PdfKit => ({
  ...screen,
  images: new Map(),
  forms: new Map(),
  masks: new WeakMap(),
  inks: plates(condition),
  intent: pressIntent(condition, registered),
});

/**
 * Sheets → one file under the kit's output intent: PDF 1.7 in sRGB, or PDF/X-4 (ISO 15930-7) in CMYK, without links, bookmarks and tags. Sheets of one page each are tagged and claim PDF/A-2a and PDF/UA-1; a sheet of
 * several pages, or of a part of one, has no reading order, so such a file is not tagged and claims nothing.
 * @param flat what fields hold is drawn on the page, and nothing can be typed: for who looks at it through eyes that see no forms
 */
export function paintPdf(imposition: Imposition, meta: PdfMeta, kit: PdfKit, flat = false): Uint8Array {
  const { document, sheets, printing } = imposition;
  const press = kit.intent.subtype === 'GTS_PDFX';
  const tagged = !press && isReadable(sheets);
  const created = new Date(Math.floor(meta.created.getTime() / 1000) * 1000);
  const info = {
    Producer: PRODUCER,
    Creator: PRODUCER,
    Title: document.title,
    ...(meta.author && { Author: meta.author }),
    ...(meta.subject && { Subject: meta.subject }),
    ...(meta.keywords && { Keywords: meta.keywords }),
    CreationDate: created,
    ...(press && { ModDate: created }),
  };
  const writer = openWriter(info, press ? '1.6' : '1.7');
  const fonts = openDocumentFonts(kit.fonts, kit.subsets);
  const tagging: Tagging = openTagging(document.structure);
  const drawing: Drawing = {
    images: kit.images,
    forms: kit.forms,
    alphaState: kit.alphaState,
    masks: kit.masks,
    inks: kit.inks,
    objects: writer,
    fonts,
    tagging,
    ownForms: new Map(),
    pageForms: new Map(),
    press,
  };
  const form = flat ? null : openForm();
  const painted = sheets.map((sheet) => paintSheet(writer, drawing, sheet, tagged, form));
  const fields = form?.finish(writer) ?? null;
  fonts.finish(writer);

  writer.catalog({ Lang: byteString(document.lang), OutputIntents: writeIntent(writer, kit.intent) });
  if (fields !== null) writer.catalog({ AcroForm: fields });
  const outline = press ? [] : outlineOf(document, painted);
  if (outline.length > 0) writer.catalog({ Outlines: ref(writeOutline(writer, outline)), PageMode: '/UseOutlines' });
  return writer.finish({
    ...(printing && { printing }),
    rtl: directionOf(document.lang) === 'rtl',
    ...(tagged && { structTreeRoot: tagging.finish(writer) }),
    metadata: xmpPacket(
      { ...meta, created },
      document.title,
      press ? 'press' : tagged ? claimsOf(document, fields !== null) : 'none',
    ),
  });
}

/** What is typed into a form is in no archive. */
function claimsOf(document: Document, form: boolean): 'archive' | 'accessible' | 'none' {
  const claims = claimsWith(document);
  return form && claims === 'archive' ? 'accessible' : claims;
}

/** Every page lies on a sheet of its own, and once: the order of the sheets is an order to read in. */
function isReadable(sheets: readonly Sheet[]): boolean {
  const pages = sheets.flatMap(({ placements, miniatures = [] }) => [...placements, ...miniatures]).map(({ page }) => page);
  return sheets.length > 0 && sheets.every(({ placements }) => placements.length === 1) && new Set(pages).size === pages.length;
}

/** The bookmarks whose pages lie on a sheet, with where they lead. */
function outlineOf(document: Document, sheets: readonly PaintedSheet[]): Bookmark[] {
  return document.outline.flatMap(({ title, level, page: at, y }) => {
    const page = document.pages[at];
    const sheet = page && sheets.find(({ transforms }) => transforms.has(page));
    return page && sheet ? [{ title, level, page: sheet.id, y: heightOnSheet(sheet, page, y) }] : [];
  });
}

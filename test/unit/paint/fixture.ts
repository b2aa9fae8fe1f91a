import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BLACK, type Color } from '../../../src/core/color.ts';
import type { Document, Group, Item, Link, Page, PathData } from '../../../src/core/display.ts';
import { mm } from '../../../src/core/geometry.ts';
import { type PageMarks, pageBoxes } from '../../../src/core/page-boxes.ts';
import { SCREEN } from '../../../src/core/profile.ts';
import type { ContentSlot, StructureNode, StructureTag } from '../../../src/core/structure.ts';
import { itemize, loadShaper, openFonts } from '../../../src/core/text/index.ts';
import type { FontBook, FontFace } from '../../../src/core/text/types.ts';
import { impose } from '../../../src/impose/index.ts';
import { openPdfKit, type PdfKit, type PdfMeta, paintPdf } from '../../../src/paint/pdf/index.ts';

const require = createRequire(import.meta.url);
const FILES = [
  ['Alegreya', 400, 'normal', '@expo-google-fonts/alegreya/400Regular/Alegreya_400Regular.ttf'],
  ['Alegreya', 700, 'normal', '@expo-google-fonts/alegreya/700Bold/Alegreya_700Bold.ttf'],
  ['Fira Sans', 400, 'normal', '@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf'],
] as const;

export async function testFonts(): Promise<FontBook> {
  await loadShaper();
  const { value, diagnostics } = openFonts(
    FILES.map(([family, weight, style, file]) => ({ family, weight, style, file, bytes: readFileSync(require.resolve(file)) })),
  );
  if (!value) throw new Error(diagnostics.map((d) => d.message).join());
  return value;
}

export const testKit = (features: readonly string[] = []): Promise<PdfKit> => openPdfKit({ languages: ['da', 'en'], features });

export const META: PdfMeta = { created: new Date('2012-11-01T08:00:00Z') };

export const slot = (): ContentSlot => ({ kind: 'slot' });

export function node(
  tag: StructureTag,
  children: readonly (StructureNode | ContentSlot)[],
  more: Partial<StructureNode> = {},
): StructureNode {
  return { kind: 'node', tag, children: [...children], ...more };
}

export interface TextOptions {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly color?: Color;
  readonly features?: readonly string[];
  readonly lang?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly letterSpacing?: number;
  readonly wordSpacing?: number;
  readonly actualText?: string;
}

/** Text as layout sets it: a run a word, the space after it in the run. */
export function text(content: ContentSlot | null, faces: readonly FontFace[], words: string, options: TextOptions = {}): Item[] {
  const {
    x = 0,
    y = 0,
    size = 12,
    color = BLACK,
    features = [],
    lang = 'da',
    direction = 'ltr',
    letterSpacing = 0,
    wordSpacing = 0,
  } = options;
  let pen = x;
  const items: Item[] = [];
  for (const word of words.match(/\S+\s*|\s+/g) ?? []) {
    for (const { run } of itemize(word, { faces, features, lang, size, direction }).runs) {
      const { actualText } = options;
      const item = {
        kind: 'glyphs',
        content,
        run,
        from: 0,
        to: run.glyphs.length,
        x: pen,
        y,
        size,
        letterSpacing,
        wordSpacing,
        color,
      } as const;
      items.push(actualText === undefined ? item : { ...item, actualText });
      const clusters = new Set(run.clusters).size;
      const spaces = [...run.text].filter((c) => c === ' ').length;
      pen += (run.width * size) / run.face.unitsPerEm + clusters * letterSpacing + spaces * wordSpacing;
    }
  }
  return items;
}

export function rectangle(x: number, y: number, width: number, height: number): PathData {
  return { segments: [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']] };
}

export const group = (items: readonly Item[], more: Partial<Group> = {}): Group => ({ kind: 'group', items, ...more });

export function page(
  items: readonly Item[],
  options: { width?: number; height?: number; bleed?: number; marks?: PageMarks } = {},
): Page {
  const marks = options.marks ?? { crop: false, cross: false };
  const size = { width: options.width ?? mm(148), height: options.height ?? mm(210) };
  return { boxes: pageBoxes(size, options.bleed ?? 0, mm(5), marks), marks, items };
}

export function link(target: StructureNode, href: string, label: string, box = { x: 10, y: 10, width: 50, height: 12 }): Link {
  return { kind: 'link', box, href, label, node: target };
}

export function documentOf(
  pages: readonly Page[],
  children: readonly (StructureNode | ContentSlot)[],
  more: Partial<Document> = {},
): Document {
  return { title: 'Prøve & <test>', lang: 'da', pages, structure: node('Document', children), outline: [], ...more };
}

export const paint = (document: Document, kit: PdfKit, meta = META): Uint8Array => paintPdf(impose(document, SCREEN), meta, kit);

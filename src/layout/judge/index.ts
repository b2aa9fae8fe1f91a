import type { Diagnostic } from '../../core/diagnostics.ts';
import type { Document, Page, RasterImage } from '../../core/display.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import { judgeDrawnType } from './drawn-type.ts';
import { groundOf, layersBehind, photosOf } from './ground.ts';
import { judgeContrast, judgeSize } from './legible.ts';
import { judgeLines } from './lines.ts';
import { judgeCovered, judgeOverlaps } from './overlap.ts';
import { judgeEdges } from './page-edges.ts';
import { blocksOf, paragraphsOf } from './paragraphs.ts';
import { isOpen, openPhotos } from './photo.ts';
import { judgeCode } from './qr.ts';
import { readScene } from './scene.ts';

/**
 * Looks at finished pages as a reader and a printer would, and complains: text that is too pale, too small, cut off, hidden or set over other text,
 * lines too thin to print, QR codes that no telephone reads.
 */
export async function judge(document: Document, told: readonly Diagnostic[], report: (d: Diagnostic) => void): Promise<void> {
  const blocks = blocksOf(document.structure);
  // What does not fit stands on something else, and where a stylesheet was not read wholly, pages are not as they were meant: that is told once.
  const crowded = told.some(({ code }) => CROWDED.has(code));
  for (const page of document.pages) await judgePage(page, blocks, crowded, report);
}

const CROWDED: ReadonlySet<string> = new Set([
  'text-overflow',
  'text-off-page',
  'word-too-long',
  'box-taller-than-page',
  'page-count',
  'css-syntax',
  'css-value',
  'css-variable',
  'css-unknown-property',
]);

/** A page without margins would be a complaint a text: from so many on, the page is told once. */
const MANY = 4;

function edgesOf(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const near = found.filter(({ code }) => code === 'text-near-edge');
  const [first] = near;
  if (!first || near.length < MANY) return found;
  const message = `${first.message.slice(0, -1)}, and ${near.length - 1} more texts of this page are as near.`;
  return [...found.filter((d) => !near.includes(d)), { ...first, message }];
}

async function judgePage(
  page: Page,
  blocks: ReadonlyMap<ContentSlot, StructureNode>,
  crowded: boolean,
  report: (d: Diagnostic) => void,
): Promise<void> {
  const scene = readScene(page);
  const paragraphs = paragraphsOf(scene.texts, blocks);
  const grounds = new Map(paragraphs.flatMap(({ texts }) => texts.map((text) => [text, groundOf(text)] as const)));

  const photos = new Set<RasterImage>();
  const need = (images: readonly RasterImage[]) => {
    for (const image of images) if (!isOpen(image)) photos.add(image);
  };
  for (const { detailed, levels } of grounds.values()) if (detailed) for (const { layers } of levels) need(photosOf(layers));
  for (const { layers, at } of scene.codes) need(photosOf(layersBehind(layers, at, layers[at]?.bounds ?? NOWHERE)));
  if (photos.size > 0) await openPhotos(photos);

  const tell = (d: Diagnostic | null): boolean => {
    if (d) report(d);
    return d !== null;
  };
  const edges: Diagnostic[] = [];
  const seen: (typeof paragraphs)[number][] = [];
  for (const paragraph of paragraphs) {
    // What is hidden has no colour to speak of.
    if (!crowded && tell(judgeCovered(paragraph))) continue;
    seen.push(paragraph);
    tell(judgeContrast(paragraph, (text) => grounds.get(text) ?? groundOf(text)));
    tell(judgeSize(paragraph));
    if (!crowded) edges.push(...[judgeEdges(paragraph, page.boxes)].filter((d) => d !== null));
  }
  edgesOf(edges).forEach(report);
  if (!crowded) judgeOverlaps(seen).forEach(report);
  judgeLines(scene.layers).forEach(report);
  judgeDrawnType(scene.layers).forEach(report);
  for (const code of scene.codes) judgeCode(code, scene.texts, page.boxes, blocks).forEach(report);
}

const NOWHERE = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

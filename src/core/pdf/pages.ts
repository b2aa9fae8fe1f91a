import type { PdfFile } from './file.ts';
import { broken, isArray, isDict, isRef, numberOf, type PdfDict, PdfFault, type PdfObject } from './objects.ts';

/** Left, bottom, right, top, in the page's own units. */
export type PdfBox = readonly [number, number, number, number];

export interface PdfPage {
  readonly dict: PdfDict;
  /** Own, or of the nodes above it. */
  readonly resources: PdfObject | undefined;
  readonly media: PdfBox;
  readonly crop: PdfBox;
  readonly bleed: PdfBox;
  readonly trim: PdfBox;
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** pt */
  readonly unit: number;
  readonly count: number;
}

const MAX_NODES = 20_000;
const DEEPEST = 100;

/** @param wanted from 1 */
export function pageOf(file: PdfFile, wanted: number): PdfPage {
  const root = file.entry(file.trailer, 'Root');
  const pages = isDict(root) ? root.entries.get('Pages') : undefined;
  const seen = new Set<number>();
  let nodes = 0;
  let count = 0;
  let found: { dict: PdfDict; inherited: ReadonlyMap<string, PdfObject> } | null = null;
  const visit = (at: PdfObject | undefined, above: ReadonlyMap<string, PdfObject>, depth = 0): void => {
    if (depth > DEEPEST) throw broken('its pages are nested too deep');
    if (isRef(at)) {
      if (seen.has(at.id)) throw broken('its pages refer to each other in a circle');
      seen.add(at.id);
    }
    if (++nodes > MAX_NODES) throw new PdfFault('too-large', `it has more than ${MAX_NODES.toLocaleString('en')} pages`);
    const node = file.resolve(at);
    if (!isDict(node)) throw broken('a page is missing');
    const inherited = new Map(above);
    for (const key of ['Resources', 'MediaBox', 'CropBox', 'Rotate']) {
      const own = node.entries.get(key);
      if (own !== undefined && own !== null) inherited.set(key, own);
    }
    const kids = file.entry(node, 'Kids');
    if (!isArray(kids)) {
      if (++count === wanted) found = { dict: node, inherited };
      return;
    }
    for (const kid of kids.items) visit(kid, inherited, depth + 1);
  };
  visit(pages, new Map());
  const page = found as { dict: PdfDict; inherited: ReadonlyMap<string, PdfObject> } | null;
  if (!page) throw new PdfFault('page', `it has ${count === 1 ? 'one page' : `${count} pages`}, and no page ${wanted}`);
  const { dict, inherited } = page;
  const boxAt = (o: PdfObject | undefined, within: PdfBox | null): PdfBox | null => {
    const box = boxOf(file, o);
    if (!box || !within) return box;
    const cut: PdfBox = [
      Math.max(box[0], within[0]),
      Math.max(box[1], within[1]),
      Math.min(box[2], within[2]),
      Math.min(box[3], within[3]),
    ];
    return cut[2] > cut[0] && cut[3] > cut[1] ? cut : null;
  };
  const media = boxAt(inherited.get('MediaBox'), null);
  if (!media) throw broken('the page has no size');
  const crop = boxAt(inherited.get('CropBox'), media) ?? media;
  const turned = (((numberOf(file.resolve(inherited.get('Rotate'))) ?? 0) % 360) + 360) % 360;
  const unit = numberOf(file.entry(dict, 'UserUnit')) ?? 1;
  return {
    dict,
    resources: inherited.get('Resources'),
    media,
    crop,
    bleed: boxAt(dict.entries.get('BleedBox'), media) ?? crop,
    trim: boxAt(dict.entries.get('TrimBox'), media) ?? crop,
    rotate: turned === 90 || turned === 180 || turned === 270 ? turned : 0,
    unit: unit > 0 && unit <= 75_000 ? unit : 1,
    count,
  };
}

/** 7.9.5: any two opposite corners. */
export function boxOf(file: PdfFile, o: PdfObject | undefined): PdfBox | null {
  const list = file.resolve(o);
  if (!isArray(list)) return null;
  const [a, b, c, d] = list.items.map((item) => numberOf(file.resolve(item)));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box: PdfBox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}

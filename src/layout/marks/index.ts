import { type Diagnostic, warning } from '../../core/diagnostics.ts';
import type { Document, Item, Page } from '../../core/display.ts';
import { IDENTITY, type Matrix, mm, type Pt } from '../../core/geometry.ts';
import { itemBounds } from '../display/bounds.ts';
import type { MarkUse } from '../display/state.ts';
import { layersBehind, photosOf } from '../judge/ground.ts';
import { contrast, luminance, over, PAPER, type Rgba } from '../judge/light.ts';
import { isOpen, openPhotos } from '../judge/photo.ts';
import { colorAt } from '../judge/sample.ts';
import { type Layer, type Layers, readScene } from '../judge/scene.ts';
import { type Bounds, invert, scaleOf, transformBounds } from '../pictures/paths.ts';
import { replaceItems } from './replace.ts';

/** What a logo needs against its ground (WCAG 2.2, 1.4.11, graphical objects). */
const NEEDED = 3;
/** Part of its ink that has to show so: white letters in a red field do not stand against white paper, but the field does. */
const ENOUGH = 0.5;
/** Whiter than its ground by no more than this, a logo's own white ground is none of its ink. */
const ALIKE = 1.05;
/** Part of the edge that is white where a logo stands in a white box; the letters or the disc in it may touch the rest. */
const BOXED = 0.6;
/** Points a side that a logo is looked at in. */
const GRID = 32;

interface Version {
  readonly name: 'src' | 'reverse' | 'mono';
  readonly item: Item;
}

interface Seen extends Version {
  /** Part of the ink that stands out from the ground. */
  readonly shows: number;
  /** It brings a white ground of its own, and the page's is none. */
  readonly boxed: boolean;
}

/**
 * Logos find their place: of each the version that stands out from what is painted behind it. Says so where none does, where one brings a white
 * box of its own, and where one is printed smaller than its owner allows.
 */
export async function settleMarks(
  document: Document,
  uses: readonly MarkUse[],
  report: (d: Diagnostic) => void,
): Promise<Document> {
  if (uses.length === 0) return document;
  const pages = await Promise.all(
    document.pages.map((page, index) =>
      settlePage(
        page,
        uses.filter((u) => u.page === index),
        report,
      ),
    ),
  );
  return { ...document, pages };
}

async function settlePage(page: Page, uses: readonly MarkUse[], report: (d: Diagnostic) => void): Promise<Page> {
  if (uses.length === 0) return page;
  const { layers } = readScene(page);
  const chosen = new Map<Item, Item>();
  for (const use of uses) {
    const place = placeOf(layers, use.item);
    // Clipped or faded away: nothing of it shows.
    if (!place) continue;
    tooSmall(use, place.layer, report);
    const versions: Version[] = [{ name: 'src', item: use.item }];
    for (const name of ['reverse', 'mono'] as const) {
      const item = use.versions[name]?.();
      if (item) versions.push({ name, item });
    }
    const seen: Seen[] = [];
    for (const version of versions) seen.push(await look(version, place));
    const fits = seen.find((v) => v.shows >= ENOUGH && !v.boxed);
    const best = fits ?? seen.find((v) => v.shows >= ENOUGH) ?? seen.toSorted((a, b) => b.shows - a.shows)[0];
    if (!best) continue;
    if (best.item !== use.item) chosen.set(place.layer.item, asFaded(best.item, place.layer.item));
    if (!fits) complain(use, best, report);
  }
  return chosen.size === 0 ? page : { ...page, items: replaceItems(page.items, chosen) };
}

interface Placed {
  readonly layer: Layer;
  /** What is painted before it, the page's first, then what stands in the faded groups around it. */
  readonly behind: readonly { readonly layers: Layers; readonly count: number }[];
}

function placeOf(layers: Layers, item: Item): Placed | null {
  for (let i = 0; i < layers.length; i++) {
    const layer = layers[i];
    if (layer?.kind === 'faded') {
      const inner = placeOf(layer.scene, item);
      if (inner) return { ...inner, behind: [{ layers, count: i }, ...inner.behind] };
    } else if (layer && isSame(layer.item, item)) return { layer, behind: [{ layers, count: i }] };
  }
  return null;
}

/** Fading makes another group of the same drawing. */
const isSame = (found: Item, item: Item): boolean =>
  found === item ||
  (found.kind === 'group' && item.kind === 'group' && found.items === item.items && found.transform === item.transform);

const asFaded = (item: Item, like: Item): Item =>
  item.kind === 'group' && like.kind === 'group' && like.opacity !== undefined ? { ...item, opacity: like.opacity } : item;

const matrixOf = (layer: Layer): Matrix => (layer.inverse && invert(layer.inverse)) ?? IDENTITY;

function heightOf({ item }: MarkUse, layer: Layer): Pt {
  const { minY, maxY } = itemBounds(item);
  return (maxY - minY) * scaleOf(matrixOf(layer));
}

/** One place of a template prints many logos: each is told by its name. */
const theLogo = ({ name }: MarkUse): string => (name === '' ? 'This logo' : `The logo “${name}”`);

/** A tenth of a millimetre is nobody's wish. */
const SLACK = mm(0.1);

function tooSmall(use: MarkUse, layer: Layer, report: (d: Diagnostic) => void): void {
  const height = use.height * scaleOf(matrixOf(layer)) || heightOf(use, layer);
  if (height >= use.min - SLACK) return;
  const inMm = (pt: Pt): string => String(Math.round((pt / mm(1)) * 10) / 10);
  report(
    warning('mark-too-small', `${theLogo(use)} is printed ${inMm(height)} mm high; its owner asks for ${inMm(use.min)} mm.`, {
      span: use.source,
      hint: 'Make room for it: a larger -kit-mark-size, or a min-height.',
    }),
  );
}

/** A version in its place, point by point. */
async function look(version: Version, { layer, behind }: Placed): Promise<Seen> {
  const { item } = version;
  if (item.kind !== 'group' && item.kind !== 'image' && item.kind !== 'artwork') return { ...version, shows: 1, boxed: false };
  const bounds = transformBounds(itemBounds(item), matrixOf(layer));
  const own: Layer = { ...layer, kind: item.kind === 'group' ? 'drawing' : 'image', item, bounds, cuts: [] };
  const below = behind.map(({ layers, count }) => layersBehind(layers, count, bounds));
  const photos = [...photosOf([own]), ...below.flatMap(photosOf)].filter((image) => !isOpen(image));
  if (photos.length > 0) await openPhotos(photos);
  const groundAt = (x: number, y: number): Rgba => {
    let ground: Rgba = PAPER;
    for (const layers of below) ground = over(colorAt(layers, 0, layers.length, x, y), ground);
    return ground;
  };
  const { ink, out } = inkOf(own, bounds, groundAt);
  return { ...version, shows: ink === 0 ? 0 : out / ink, boxed: isBoxed(own, bounds, groundAt) };
}

function inkOf(own: Layer, b: Bounds, groundAt: (x: number, y: number) => Rgba): { readonly ink: number; readonly out: number } {
  let ink = 0;
  let out = 0;
  let alike = 0;
  for (let i = 0; i < GRID; i++) {
    for (let j = 0; j < GRID; j++) {
      const x = b.minX + ((b.maxX - b.minX) * (i + 0.5)) / GRID;
      const y = b.minY + ((b.maxY - b.minY) * (j + 0.5)) / GRID;
      const color = colorAt([own], 0, 1, x, y);
      if (color[3] < 0.5) continue;
      const ground = groundAt(x, y);
      ink++;
      const seen = contrast(over(color, ground), ground);
      if (seen >= NEEDED) out++;
      else if (seen <= ALIKE) alike++;
    }
  }
  // A picture without transparent parts brings its own ground; white on white paper, that is not seen.
  return { ink: ink === GRID * GRID ? ink - alike : ink, out };
}

/** Nearly white, all around its edge, where the ground is not. */
function isBoxed(own: Layer, b: Bounds, groundAt: (x: number, y: number) => Rgba): boolean {
  let dark = 0;
  const inset = 0.02;
  const [x0, x1] = [b.minX + (b.maxX - b.minX) * inset, b.maxX - (b.maxX - b.minX) * inset];
  const [y0, y1] = [b.minY + (b.maxY - b.minY) * inset, b.maxY - (b.maxY - b.minY) * inset];
  let white = 0;
  for (let i = 0; i <= GRID; i++) {
    const t = i / GRID;
    const [x, y] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t];
    for (const [px, py] of [
      [x, y0],
      [x, y1],
      [x0, y],
      [x1, y],
    ] as const) {
      const color = colorAt([own], 0, 1, px, py);
      if (color[3] > 0.9 && luminance(color) > 0.9) white++;
      if (luminance(groundAt(px, py)) < 0.8) dark++;
    }
  }
  const points = 4 * (GRID + 1);
  return white >= points * BOXED && dark > points / 2;
}

function complain(use: MarkUse, best: Seen, report: (d: Diagnostic) => void): void {
  const span = use.source;
  if (best.boxed)
    report(
      warning('mark-white-box', `${theLogo(use)} brings a white box of its own, which shows on the ground that it stands on.`, {
        span,
        hint: 'Use a file with a transparent ground, or set the logo on a white plate: background: white; padding: 2mm.',
      }),
    );
  else
    report(
      warning(
        'mark-contrast-low',
        `${theLogo(use)} hardly stands out from what lies behind it, in any version that there is of it.`,
        {
          span,
          hint: 'Give the logo a version for such grounds (`reverse:` for dark ones, `mono:`), or set it on a plain plate.',
        },
      ),
    );
}

import type { Item, RasterImage } from '../../core/display.ts';
import { apply } from '../../core/geometry.ts';
import type { Bounds } from '../pictures/paths.ts';
import { isQrKey } from '../pictures/qr.ts';
import { isRect } from './flat.ts';
import { contrast, faded, over, PAPER, type Rgba, rgbaOf, roughLuminance } from './light.ts';
import { colorAt } from './sample.ts';
import type { FadedLayer, Layer, Layers, PaintedText } from './scene.ts';

export const meets = (a: Bounds, b: Bounds): boolean => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;

/** A plain colour that nothing shows through, over all of a box. */
function flatOver(layer: Layer | FadedLayer, box: Bounds): boolean {
  if (layer.kind !== 'path' || layer.cuts.length > 0 || layer.item.kind !== 'path') return false;
  const { fill, path } = layer.item;
  const { bounds } = layer;
  return (
    fill?.kind === 'color' &&
    fill.color.a >= 1 &&
    bounds.minX <= box.minX &&
    bounds.minY <= box.minY &&
    bounds.maxX >= box.maxX &&
    bounds.maxY >= box.maxY &&
    (layer.inverse === null || (layer.inverse[1] === 0 && layer.inverse[2] === 0)) &&
    isRect(path)
  );
}

const isCode = (layer: Layer | FadedLayer): boolean =>
  layer.kind === 'drawing' && layer.item.kind === 'group' && layer.item.key !== undefined && isQrKey(layer.item.key);

/** Layers before `count` that may show in a box: down to the first that hides all below it. In painting order. */
export function layersBehind(layers: Layers, count: number, box: Bounds): Layers {
  const found: Layers = [];
  for (let i = count - 1; i >= 0; i--) {
    const layer = layers[i];
    // A text in a code is told as such.
    if (!layer || !meets(layer.bounds, box) || isCode(layer)) continue;
    found.push(layer);
    if (flatOver(layer, box)) break;
  }
  return found.reverse();
}

/** What lies behind one text: layers of the page, then of each faded group that it stands in. */
export interface Ground {
  readonly levels: readonly { readonly layers: Layers; readonly opacity: number }[];
  /** Pictures or drawings are among them: not every point counts. */
  readonly detailed: boolean;
}

export function groundOf(text: PaintedText): Ground {
  const levels = text.before.map(({ layers, count, opacity }) => ({ layers: layersBehind(layers, count, text.band), opacity }));
  return { levels, detailed: levels.some(({ layers }) => layers.some(({ kind }) => kind !== 'path')) };
}

/** Of drawings, which are shared by all documents. */
const inDrawing = new WeakMap<readonly Item[], readonly RasterImage[]>();

function imagesIn(items: readonly Item[]): readonly RasterImage[] {
  const known = inDrawing.get(items);
  if (known) return known;
  const images = items.flatMap((item) =>
    item.kind === 'image'
      ? [item.image]
      : item.kind === 'artwork'
        ? [item.artwork.preview]
        : item.kind === 'group'
          ? imagesIn(item.items)
          : [],
  );
  inDrawing.set(items, images);
  return images;
}

/** Photographs that have to be looked into to know these layers' colours. */
export function photosOf(layers: Layers): readonly RasterImage[] {
  return layers.flatMap((layer) => {
    if (layer.kind === 'faded') return photosOf(layer.scene);
    if (layer.item.kind === 'image') return [layer.item.image];
    if (layer.item.kind === 'artwork') return [layer.item.artwork.preview];
    return layer.item.kind === 'group' ? imagesIn(layer.item.items) : [];
  });
}

export interface Measured {
  readonly ratio: number;
  /** As they show: the text's colour, and what is behind it. */
  readonly color: Rgba;
  readonly ground: Rgba;
}

/** A text of one colour, measured in stretches of so many ems: a word on a dark spot is not saved by the light around it. */
const STRETCH = 5;
/** Distance of the points of one stretch, in ems and at most in pt, and their heights as parts of the capitals' height. */
const STEP = 0.4;
const WIDEST_STEP = 12;
const HEIGHTS = [0.15, 0.85];
/** On pictures and drawings the worst 5 % of the points are let go: a highlight, a thin line. */
const LET_GO = 0.05;

const plainColor = ({ levels }: Ground): Rgba | null => {
  const [only] = levels;
  if (!only || levels.length > 1) return null;
  const [first] = only.layers;
  if (!first) return PAPER;
  if (only.layers.length > 1 || first.kind !== 'path' || first.item.kind !== 'path') return null;
  const { fill, stroke } = first.item;
  return fill?.kind === 'color' && fill.color.a >= 1 && !stroke ? rgbaOf(fill.color) : null;
};

/** The lowest contrast between a text and what lies behind it. */
export function measure(text: PaintedText, ground: Ground): Measured {
  const { glyphs, matrix } = text;
  const own = rgbaOf(glyphs.color);
  const plain = plainColor(ground);
  const [level] = ground.levels;
  const [layer] = level?.layers ?? [];
  if (plain && (!layer || flatOver(layer, text.band))) return pair(over(own, plain), plain);

  const { box, cap, stretches, width, columns } = gridOf(text);
  let worst: Measured | null = null;
  let last: Measured | null = null;
  for (let s = 0; s < stretches; s++) {
    const found: Measured[] = [];
    for (let c = 0; c < columns; c++) {
      const x = box.minX + width * (s + (c + 0.5) / columns);
      for (const height of HEIGHTS) {
        const local = { x, y: glyphs.y - cap * height };
        const p = matrix ? apply(matrix, local) : local;
        const [color, behind] = at(own, ground, p.x, p.y);
        // Mostly the same as at the point before.
        if (last === null || last.color !== color || last.ground !== behind) last = roughPair(color, behind);
        found.push(last);
      }
    }
    found.sort((a, b) => a.ratio - b.ratio);
    const one = found[ground.detailed ? Math.floor(found.length * LET_GO) : 0];
    if (one && (!worst || one.ratio < worst.ratio)) worst = one;
  }
  return worst ? pair(worst.color, worst.ground) : pair(own, PAPER);
}

/** The points that a text is measured at. */
function gridOf(text: PaintedText) {
  const { glyphs } = text;
  const box = localBox(text);
  const cap = (glyphs.run.face.capHeight / glyphs.run.face.unitsPerEm) * glyphs.size;
  const stretches = Math.max(1, Math.ceil((box.maxX - box.minX) / (STRETCH * glyphs.size)));
  const width = (box.maxX - box.minX) / stretches;
  const columns = Math.max(4, Math.ceil(width / Math.min(STEP * glyphs.size, WIDEST_STEP)));
  return { box, cap, stretches, width, columns };
}

/** The darkest and the lightest of what lies behind a text: where that is a gradient, what would do on one end may not on the other. */
export function extremesOf(text: PaintedText, ground: Ground): readonly [darkest: Rgba, lightest: Rgba] {
  const { box, cap, stretches, width, columns } = gridOf(text);
  const own = rgbaOf(text.glyphs.color);
  const found: Rgba[] = [];
  for (let c = 0; c < stretches * columns; c++) {
    for (const height of HEIGHTS) {
      const local = { x: box.minX + (width * (c + 0.5)) / columns, y: text.glyphs.y - cap * height };
      const p = text.matrix ? apply(text.matrix, local) : local;
      found.push(at(own, ground, p.x, p.y)[1]);
    }
  }
  const [first = PAPER, ...more] = found;
  const by = (better: (a: number, b: number) => boolean) =>
    more.reduce((best, one) => (better(roughLuminance(one), roughLuminance(best)) ? one : best), first);
  return [by((a, b) => a < b), by((a, b) => a > b)];
}

function roughPair(color: Rgba, ground: Rgba): Measured {
  const [a, b] = [roughLuminance(color), roughLuminance(ground)];
  return { ratio: a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05), color, ground };
}

/** Texts of one colour on one ground are many. Colours are shared, so they are known again. */
const pairs = new WeakMap<Rgba, WeakMap<Rgba, Measured>>();

function pair(color: Rgba, ground: Rgba): Measured {
  let known = pairs.get(color);
  if (!known) {
    known = new WeakMap();
    pairs.set(color, known);
  }
  let found = known.get(ground);
  if (!found) {
    found = { ratio: contrast(color, ground), color, ground };
    known.set(ground, found);
  }
  return found;
}

/** The run's own box before its transform: only its width is of interest. */
function localBox({ glyphs, band, matrix, width }: PaintedText): { minX: number; maxX: number } {
  return matrix ? { minX: glyphs.x, maxX: glyphs.x + width } : band;
}

/** A text's colour and what is behind it, at a point of the page. */
function at(own: Rgba, { levels }: Ground, x: number, y: number): readonly [color: Rgba, ground: Rgba] {
  let color: Rgba = own;
  let ground: Rgba = NOTHING;
  for (let i = levels.length - 1; i >= 0; i--) {
    const level = levels[i];
    if (!level) continue;
    const behind = colorAt(level.layers, 0, level.layers.length, x, y);
    color = over(color, behind);
    ground = over(ground, behind);
    if (level.opacity < 1) {
      color = faded(color, level.opacity);
      ground = faded(ground, level.opacity);
    }
  }
  return [over(color, PAPER), over(ground, PAPER)];
}

const NOTHING: Rgba = [0, 0, 0, 0];

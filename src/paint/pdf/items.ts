import type { ArtworkItem, GlyphRun, Group, ImageItem, Item, Mask, PathItem } from '../../core/display.ts';
import type { Rect } from '../../core/geometry.ts';
import type { ContentSlot } from '../../core/structure.ts';
import { artworkResource } from './artwork.ts';
import { allArtifacts, boundsOf, boundsOfItem, contentsOf, holdsGlyphs } from './bounds.ts';
import { type Canvas, openCanvas, type Pens, resourceDictionary } from './canvas.ts';
import { colorGroups } from './color-glyphs.ts';
import { isDegenerate, paintGradient } from './gradients.ts';
import { type ImageCache, imageResource } from './images.ts';
import { type Inks, SHADES } from './inks.ts';
import { pathBounds, pathOperators } from './paths.ts';
import { num, ref } from './syntax.ts';
import type { Tagging } from './tagging.ts';
import { paintGlyphs } from './text.ts';
import { deflate, deflateOnce, FLATE, type Objects, type Resource } from './writer.ts';

/** What drawing needs beside the canvas. Caches of the process first; they change no byte of a file. */
export interface Drawing extends Pens {
  readonly images: ImageCache;
  /** Drawings by their key that stand in any document as they are. */
  readonly forms: Map<string, Resource>;
  /** Of masks: they hold no text, so they are the same in every document. */
  readonly masks: WeakMap<Mask, Resource>;
  readonly objects: Objects;
  readonly tagging: Tagging;
  /** Drawings by key that hold text: fonts are the document's. */
  readonly ownForms: Map<string, Resource>;
  /** The file has plates, and no RGB of its own. */
  readonly press?: boolean;
  /** Whole pages that lie on the sheets more than once. */
  readonly pageForms: Map<readonly Item[], Resource>;
}

/** Drawings kept at most; past it, all are let go. */
const FORM_LIMIT = 1000;

export function paintItems(canvas: Canvas, drawing: Drawing, items: readonly Item[]): void {
  for (const item of items) {
    switch (item.kind) {
      case 'glyphs':
        if (item.run.face.colored) paintColored(canvas, drawing, item);
        else {
          canvas.mark(item.content);
          paintGlyphs(canvas, item);
        }
        break;
      case 'path':
        paintPath(canvas, item);
        break;
      case 'image':
        paintImage(canvas, drawing, item);
        break;
      case 'artwork':
        paintArtwork(canvas, drawing, item);
        break;
      case 'group':
        paintGroup(canvas, drawing, item);
        break;
      default:
      // Links are annotations: the page writes them.
    }
  }
}

/** Pictures are what is seen of an emoji; what is selected, searched and read is text over them that is not shown (ISO 32000-1, 9.3.6, mode 3). */
function paintColored(canvas: Canvas, drawing: Drawing, item: GlyphRun): void {
  for (const group of colorGroups(item)) paintGroup(canvas, drawing, group);
  canvas.mark(item.content);
  canvas.write('3 Tr\n');
  paintGlyphs(canvas, { ...item, color: { ...item.color, a: 1 } });
  canvas.write('0 Tr\n');
}

function paintPath(canvas: Canvas, item: PathItem): void {
  const { path, fill, stroke } = item;
  const operators = pathOperators(path);
  if (operators === '') return;
  canvas.cover(item.content, () => boundsOfItem(item));
  const strokes = stroke !== undefined && stroke.width > 0 && stroke.color.a > 0;
  let flat = fill?.kind === 'color' ? fill.color : undefined;
  if (fill && fill.kind !== 'color') {
    if (isDegenerate(fill)) flat = fill.stops.at(-1)?.color;
    else {
      const inner = pathBounds(path);
      if (inner) canvas.within(item.content, () => paintGradient(canvas, fill, path, inner));
    }
  }
  const fills = flat !== undefined && flat.a > 0;
  if (!fills && !strokes) return;
  canvas.mark(item.content);
  if (fills && flat) canvas.fill(flat);
  if (strokes && stroke) canvas.stroke(stroke);
  const operator = fills ? (strokes ? 'B' : 'f') : 'S';
  canvas.write(`${operators}${operator}${fills && path.evenOdd ? '*' : ''}\n`);
}

function paintImage(canvas: Canvas, drawing: Drawing, item: ImageItem): void {
  const { x, y, width, height } = item.box;
  if (width <= 0 || height <= 0) return;
  canvas.cover(item.content, () => item.box);
  canvas.within(item.content, () => {
    canvas.save();
    canvas.alpha(1);
    canvas.transform([width, 0, 0, -height, x, y + height]);
    canvas.use(imageResource(item.image, drawing.images), 'Do');
    canvas.restore();
  });
}

function paintArtwork(canvas: Canvas, drawing: Drawing, item: ArtworkItem): void {
  const { artwork, box } = item;
  if (!(box.width > 0 && box.height > 0)) return;
  canvas.cover(item.content, () => box);
  canvas.within(item.content, () => {
    canvas.save();
    canvas.alpha(1);
    canvas.transform([box.width / artwork.width, 0, 0, -box.height / artwork.height, box.x, box.y + box.height]);
    canvas.use(artworkResource(artwork, drawing.press === true), 'Do');
    canvas.restore();
  });
}

function paintGroup(canvas: Canvas, drawing: Drawing, group: Group): void {
  const opacity = group.opacity ?? 1;
  if (opacity <= 0 || group.items.length === 0) return;
  const only = slotOf(canvas, group);
  const single = only !== undefined;
  if (single) canvas.cover(only, () => boundsOfItem(group));
  const body = (): void => {
    if (opacity < 1 || group.mask) {
      paintFaded(canvas, drawing, group, opacity, !single);
    } else if (group.key !== undefined && single) {
      canvas.alpha(1);
      const form = sharedForm(drawing, group, group.key, false);
      if (form) canvas.use(form, 'Do');
    } else {
      paintItems(canvas, drawing, group.items);
    }
  };
  const placed = (): void => {
    const { transform, clip } = group;
    const state = transform !== undefined || clip !== undefined || opacity < 1 || group.mask !== undefined;
    if (state) canvas.save();
    if (transform) canvas.transform(transform);
    if (clip) canvas.clip(clip);
    body();
    if (state) canvas.restore();
  };
  if (single) canvas.within(only, placed);
  else placed();
}

/** The one slot that all of a group fills (null: it is an artifact, or no marks are made here); undefined: several. */
function slotOf(canvas: Canvas, group: Group): ContentSlot | null | undefined {
  if (!canvas.marking()) return null;
  if (group.content !== undefined) return group.content;
  if (group.key === undefined && group.opacity === undefined && !group.mask) return allArtifacts(group.items) ? null : undefined;
  const contents = contentsOf(group.items);
  if (contents.size > 1) return undefined;
  const [only = null] = contents;
  return only;
}

/** A group that is faded as a whole is a transparency group (ISO 32000-1, 11.6.6), drawn with an alpha. */
function paintFaded(canvas: Canvas, drawing: Drawing, group: Group, opacity: number, marked: boolean): void {
  let form: Resource | null;
  if (marked) {
    // Content of several slots: the form counts its own marked contents (14.7.4.2).
    const bounds = boundsOf(group.items);
    if (!bounds) return;
    const id = drawing.objects.reserve();
    const { marks, structParents } = drawing.tagging.formMarks(id);
    const inner = openCanvas(drawing, marks, canvas.matrix());
    paintItems(inner, drawing, group.items);
    const bytes = deflate(Buffer.from(inner.close(), 'latin1'));
    const head = formHead(bounds, drawing.inks.space);
    drawing.objects.fill(id, `${head}/StructParents ${structParents}/Resources${inner.resources(drawing.objects)}>>`, bytes);
    form = { category: 'XObject', emit: () => id };
  } else {
    form = group.key !== undefined ? sharedForm(drawing, group, group.key, true) : makeForm(drawing, group, true);
  }
  if (!form) return;
  canvas.alpha(opacity);
  // Inside the state that is saved around the group: its end takes the mask off.
  if (group.mask) canvas.use(maskState(drawing, group.mask), 'gs');
  canvas.use(form, 'Do');
}

/** A graphics state with a soft mask (ISO 32000-1, 11.6.5.2), in the coordinates in force where it is set. Of a drawing it is made once a process. */
function maskState(drawing: Drawing, mask: Mask): Resource {
  const known = drawing.masks.get(mask);
  if (known) return known;
  // Light is no ink: on plates a mask is drawn in shades.
  const light =
    drawing.inks.space === 'DeviceRGB' ? drawing : { ...drawing, inks: SHADES, forms: new Map(), ownForms: new Map() };
  const form = makeForm(light, { kind: 'group', items: mask.items }, true) ?? emptyForm(light.inks.space);
  const made: Resource = {
    category: 'ExtGState',
    emit: (objects) =>
      objects.add(
        `<</Type/ExtGState/SMask<</Type/Mask/S/${mask.by === 'alpha' ? 'Alpha' : 'Luminosity'}/G ${ref(objects.idOf(form))}>>>>`,
      ),
  };
  if (!holdsGlyphs(mask.items)) drawing.masks.set(mask, made);
  return made;
}

const emptyForm = (space: Inks['space']): Resource => ({
  category: 'XObject',
  emit: (objects) => objects.add(`${formHead({ x: 0, y: 0, width: 0, height: 0 }, space)}>>`, deflateOnce(new Uint8Array(0))),
});

/** A whole page as a form: drawn once, placed many times. null: it is blank. */
export function pageForm(drawing: Drawing, items: readonly Item[]): Resource | null {
  const form = drawing.pageForms.get(items) ?? makeForm(drawing, { kind: 'group', items }, false);
  if (form) drawing.pageForms.set(items, form);
  return form;
}

function sharedForm(drawing: Drawing, group: Group, key: string, faded: boolean): Resource | null {
  const name = faded ? `${key} faded` : key;
  const cache = holdsGlyphs(group.items) ? drawing.ownForms : drawing.forms;
  const known = cache.get(name);
  if (known) return known;
  const made = makeForm(drawing, group, faded);
  if (made) {
    if (cache.size >= FORM_LIMIT) cache.clear();
    cache.set(name, made);
  }
  return made;
}

/** The items of a group as a form without marks (8.10), compressed once. null: they paint nothing. */
function makeForm(drawing: Drawing, group: Group, faded: boolean): Resource | null {
  const bounds = boundsOf(group.items);
  if (!bounds) return null;
  const canvas = openCanvas(drawing, null);
  paintItems(canvas, drawing, group.items);
  const bytes = deflateOnce(Buffer.from(canvas.close(), 'latin1'));
  const head = formHead(bounds, faded ? drawing.inks.space : null);
  const used = canvas.used();
  return {
    category: 'XObject',
    emit: (objects) => objects.add(`${head}/Resources${resourceDictionary(objects, used)}>>`, bytes),
  };
}

function formHead({ x, y, width, height }: Rect, group: Inks['space'] | null): string {
  // A little more than the bounds: a viewer's rounding must not shave an edge.
  const box = [x - 1, y - 1, x + width + 1, y + height + 1].map(num).join(' ');
  return `<</Type/XObject/Subtype/Form/BBox[${box}]${group ? `/Group<</S/Transparency/I true/CS/${group}>>` : ''}${FLATE}`;
}

import { type Diagnostic, warning } from '../../core/diagnostics.ts';
import type { Group, Item } from '../../core/display.ts';
import { scaleOf } from '../pictures/paths.ts';
import { points } from './numbers.ts';
import type { Layers } from './scene.ts';

/** Labels of a map or a diagram are read more slowly than lines of text, and may be smaller. */
const SMALLEST = 5;
/** What rounding may take. */
const ROUNDING = 0.01;

/** The smallest type of drawings, which are shared by all documents; Infinity: there is none. */
const inDrawing = new WeakMap<readonly Item[], number>();

function smallestIn(items: readonly Item[]): number {
  const known = inDrawing.get(items);
  if (known !== undefined) return known;
  let least = Infinity;
  for (const item of items) {
    if (item.kind === 'path') least = Math.min(least, item.type ?? Infinity);
    else if (item.kind === 'group') least = Math.min(least, sizeIn(item));
  }
  inDrawing.set(items, least);
  return least;
}

const sizeIn = ({ items, transform }: Group): number => smallestIn(items) * (transform ? scaleOf(transform) : 1);

/** Type in drawings that is too small to be read as they are shown: once a place. Decoration is not read. */
export function judgeDrawnType(layers: Layers): readonly Diagnostic[] {
  const found = new Map<string, { readonly size: number; readonly group: Group }>();
  const visit = (all: Layers): void => {
    for (const layer of all) {
      if (layer.kind === 'faded') visit(layer.scene);
      else if (layer.kind === 'drawing' && layer.item.kind === 'group' && layer.item.content) {
        const size = sizeIn(layer.item) * layer.scale;
        const { source } = layer.item;
        const place = `${source?.source.path} ${source?.start}`;
        if (size < SMALLEST - ROUNDING && size < (found.get(place)?.size ?? Infinity))
          found.set(place, { size, group: layer.item });
      }
    }
  };
  visit(layers);
  return [...found.values()].map(({ size, group }) =>
    warning(
      'text-too-small',
      `Text in this drawing is printed in ${points(size)}; type below ${SMALLEST} pt is not read from paper.`,
      {
        span: group.source,
        hint: 'Show the drawing larger, or set its text larger. What need not be read is decoration: alt="".',
      },
    ),
  );
}

import { type Diagnostic, warning } from '../../core/diagnostics.ts';
import type { Item, PathItem } from '../../core/display.ts';
import type { Span } from '../../core/source.ts';
import { pathBounds, scaleOf } from '../pictures/paths.ts';
import { isRect } from './flat.ts';
import { layersBehind } from './ground.ts';
import { luminance, over, PAPER, rgbaOf } from './light.ts';
import { points } from './numbers.ts';
import { colorAt } from './sample.ts';
import type { Layer, Layers } from './scene.ts';

/** Printers do not hold thinner lines; light ones on dark fill with ink, and want twice that. */
const THINNEST = 0.25;
const THINNEST_REVERSED = 0.5;
/** What rounding may take from a line. */
const ROUNDING = 0.005;
const DARK = 0.18;

/** The thinnest stroke of drawings, which are shared by all documents; Infinity: there is none. */
const inDrawing = new WeakMap<readonly Item[], number>();

function thinnestIn(items: readonly Item[]): number {
  const known = inDrawing.get(items);
  if (known !== undefined) return known;
  let least = Infinity;
  for (const item of items) {
    if (item.kind === 'path' && item.stroke && item.stroke.color.a > 0 && item.stroke.width > 0)
      least = Math.min(least, item.stroke.width);
    else if (item.kind === 'group')
      least = Math.min(least, thinnestIn(item.items) * (item.transform ? scaleOf(item.transform) : 1));
  }
  inDrawing.set(items, least);
  return least;
}

/** Thickness of a path that is a line: its stroke, or the shorter side of a long rectangle. null: it is a shape. */
function thicknessOf({ path, fill, stroke }: PathItem): number | null {
  if (stroke) return stroke.color.a > 0 && stroke.width > 0 ? stroke.width : null;
  if (fill?.kind !== 'color' || fill.color.a === 0 || !isRect(path)) return null;
  const { minX, minY, maxX, maxY } = pathBounds(path);
  const [short, long] = [Math.min(maxX - minX, maxY - minY), Math.max(maxX - minX, maxY - minY)];
  return short > 0 && long > 4 * short ? short : null;
}

function isReversed(layers: Layers, at: number, { item, bounds }: Layer): boolean {
  if (item.kind !== 'path') return false;
  const color = item.stroke?.color ?? (item.fill?.kind === 'color' ? item.fill.color : null);
  if (!color) return false;
  const behind = layersBehind(layers, at, bounds);
  const ground = over(colorAt(behind, 0, behind.length, (bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2), PAPER);
  return luminance(ground) < DARK && luminance(over(rgbaOf(color), ground)) > luminance(ground) + 0.2;
}

/** Lines that no printer holds. Told once a place. */
export function judgeLines(layers: Layers): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  layers.forEach((layer, at) => {
    if (layer.kind === 'faded') {
      for (const d of judgeLines(layer.scene)) found.set(keyOf(d.span, d.message), d);
      return;
    }
    const { item, scale } = layer;
    const own = item.kind === 'path' ? thicknessOf(item) : item.kind === 'group' ? ofDrawing(item) : null;
    if (own === null) return;
    const width = own * scale;
    if (width >= THINNEST_REVERSED - ROUNDING) return;
    const reversed = width >= THINNEST - ROUNDING;
    if (reversed && !isReversed(layers, at, layer)) return;
    const least = reversed ? THINNEST_REVERSED : THINNEST;
    const what = reversed ? 'A light line on dark' : item.kind === 'group' ? 'A line of this drawing' : 'A line';
    const message = `${what} is ${points(width)} thin; printers hold ${points(least)}.`;
    const hint = item.kind === 'group' ? 'Draw it thicker, or show the drawing larger.' : `Make it ${points(least)} or thicker.`;
    const d = warning('line-too-thin', message, { span: item.source, hint });
    if (!found.has(keyOf(d.span, ''))) found.set(keyOf(d.span, ''), d);
  });
  return [...found.values()];
}

const ofDrawing = (group: Extract<Item, { kind: 'group' }>): number =>
  thinnestIn(group.items) * (group.transform ? scaleOf(group.transform) : 1);

const keyOf = (span: Span | undefined, message: string): string => `${span?.source.path} ${span?.start} ${message}`;

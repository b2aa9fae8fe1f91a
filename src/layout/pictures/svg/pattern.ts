import type { PathData } from '../../../core/display.ts';
import { IDENTITY, multiply } from '../../../core/geometry.ts';
import type { VectorShape } from '../../types.ts';
import { addPoint, type Bounds, cornersOf, emptyBounds, invert, isEmpty, pathBounds, rectPath } from '../paths.ts';
import type { DrawContext } from './context.ts';
import { count, invalid, type SvgRun, unsupported } from './environment.ts';
import { chainOf } from './references.ts';
import { fade, weigh } from './shape-tools.ts';
import { INITIAL, styleOf } from './style.ts';
import { parseTransform } from './transform.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';
import { parseLength } from './units.ts';
import { parseAspect, parseViewBox, viewMatrix } from './view-box.ts';

/** A paint that is shapes: copies of a pattern's tile over what is to be filled. */
export interface Tiles {
  readonly kind: 'tiles';
  readonly shapes: readonly VectorShape[];
}

/** More copies than this belong into a picture. */
const MAX_COPIES = 4000;

/**
 * A `<pattern>` (SVG 2, 14.3) as copies of its tile. null: nothing is painted.
 * @param path in user space, whose box it may refer to
 * @param area what has to be covered, in the drawing's coordinates
 */
export function tilesOf(
  run: SvgRun,
  el: SvgElement,
  id: string,
  at: SvgAttribute,
  path: PathData,
  area: Bounds,
  opacity: number,
  context: DrawContext,
): Tiles | null {
  if (context.inside.includes(id) || context.inside.length > 32) {
    invalid(run, `#${id} is used inside itself.`, at.source ?? el.source);
    return null;
  }
  const chain = chainOf(run, el);
  const attribute = (name: string): SvgAttribute | undefined => chain.find((t) => t.attributes.has(name))?.attributes.get(name);
  const holder = chain.find((t) => t.children.length > 0);
  if (!holder) return null;
  const box = pathBounds(path);
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  const ownUnits = attribute('patternunits')?.value === 'userSpaceOnUse';
  const ownContent = attribute('patterncontentunits')?.value !== 'objectBoundingBox';
  if ((!ownUnits || !ownContent) && !(width > 0 && height > 0)) return null;
  const length = (name: string, base: number): number => {
    const written = attribute(name);
    if (!written) return 0;
    const value = parseLength(written.value, ownUnits ? base : 1);
    if (value === null) invalid(run, `“${written.value}” is no length that a pattern can have.`, written.source ?? el.source);
    return value ?? 0;
  };
  const { view } = context;
  const [bx, by, bw, bh] = ownUnits ? [0, 0, 1, 1] : [box.minX, box.minY, width, height];
  const tile = {
    x: bx + length('x', view.width) * bw,
    y: by + length('y', view.height) * bh,
    width: length('width', view.width) * bw,
    height: length('height', view.height) * bh,
  };
  if (!(tile.width > 0 && tile.height > 0)) return null;
  const moved = attribute('patterntransform');
  const own = moved ? parseTransform(moved.value) : IDENTITY;
  if (!own) invalid(run, `“${moved?.value}” is no transform.`, moved?.source ?? el.source);
  const map = multiply(context.ctm, own ?? IDENTITY);
  const back = invert(map);
  if (!back || isEmpty(area)) return null;

  // The tile's own drawing: its corner is the origin of what is in it.
  const viewHolder = chain.find((t) => t.attributes.has('viewbox'));
  const viewBox = viewHolder ? parseViewBox(run, viewHolder) : null;
  const aspectHolder = chain.find((t) => t.attributes.has('preserveaspectratio')) ?? el;
  const port = { x: 0, y: 0, width: tile.width, height: tile.height };
  const inner = viewBox
    ? viewMatrix(viewBox, port, parseAspect(run, aspectHolder))
    : ownContent
      ? IDENTITY
      : ([width, 0, 0, height, 0, 0] as const);
  const { style, own: looks } = styleOf(run, holder, { ...INITIAL, custom: context.style.custom }, view);
  const drawn = run.drawChildren(run, holder, {
    style,
    ctm: inner,
    view: viewBox ?? (ownContent ? view : { width: 1, height: 1 }),
    depth: context.depth + 1,
    inside: [...context.inside, id],
  });
  if (drawn.length === 0) return null;
  const clipped: readonly VectorShape[] = looks.overflowVisible
    ? drawn
    : [{ kind: 'group', clip: rectPath(port), shapes: drawn }];

  const reach = emptyBounds();
  for (const corner of cornersOf(area)) {
    const p = { x: back[0] * corner.x + back[2] * corner.y + back[4], y: back[1] * corner.x + back[3] * corner.y + back[5] };
    addPoint(reach, (p.x - tile.x) / tile.width, (p.y - tile.y) / tile.height);
  }
  const [x0, x1] = [Math.floor(reach.minX + 1e-6), Math.ceil(reach.maxX - 1e-6)];
  const [y0, y1] = [Math.floor(reach.minY + 1e-6), Math.ceil(reach.maxY - 1e-6)];
  const copies = (x1 - x0) * (y1 - y0);
  if (copies > MAX_COPIES) {
    unsupported(run, `The pattern #${id} would be repeated ${copies} times.`, at.source ?? el.source, 'Make its tile larger.');
    return null;
  }
  if (!count(run, copies * weigh(clipped), at.source ?? el.source)) return null;
  const key = `tile${run.counter.next++}`;
  const shapes: VectorShape[] = [];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      shapes.push({
        kind: 'group',
        transform: multiply(map, [1, 0, 0, 1, tile.x + x * tile.width, tile.y + y * tile.height]),
        key,
        shapes: clipped,
      });
  return { kind: 'tiles', shapes: fade(shapes, opacity) };
}

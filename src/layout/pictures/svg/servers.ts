import type { Fill, GradientStop } from '../../../core/color.ts';
import type { PathData } from '../../../core/display.ts';
import { apply, IDENTITY, multiply } from '../../../core/geometry.ts';
import { mapLinear } from '../linear.ts';
import { type Bounds, cornersOf, invert, isIdentity, pathBounds } from '../paths.ts';
import { withAlpha } from './color.ts';
import type { DrawContext } from './context.ts';
import { invalid, type SvgRun, unsupported, type Viewport } from './environment.ts';
import { type Tiles, tilesOf } from './pattern.ts';
import { chainOf } from './references.ts';
import { spelled } from './spelling.ts';
import { linearReach, radialReach, spreadStops } from './spread.ts';
import { colorOf, INITIAL, type Paint, type SvgStyle, styleOf } from './style.ts';
import { parseTransform } from './transform.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';
import { parseLength, parseRatio } from './units.ts';

function stopsOf(run: SvgRun, gradient: SvgElement, style: SvgStyle, view: Viewport, opacity: number): readonly GradientStop[] {
  let last = 0;
  const stops: GradientStop[] = [];
  for (const el of gradient.children) {
    if (el.name !== 'stop') continue;
    const { style: inner, own } = styleOf(run, el, style, view);
    const written = el.attributes.get('offset');
    const offset = written ? parseRatio(written.value) : 0;
    if (offset === null) invalid(run, `“${written?.value}” is no offset of a stop.`, written?.source ?? el.source);
    last = Math.max(last, Math.min(1, Math.max(0, offset ?? 0)));
    const color = own.stopColor === 'current' ? colorOf(run, inner) : own.stopColor;
    stops.push({ offset: last, color: withAlpha(color, own.stopOpacity * opacity) });
  }
  return stops;
}

/**
 * What a fill or stroke paints with, in the coordinates that `ctm` maps user space to. null: nothing.
 * @param path in user space: gradients may refer to its box
 */
export function resolvePaint(
  run: SvgRun,
  paint: Paint,
  style: SvgStyle,
  opacity: number,
  path: PathData,
  area: Bounds,
  context: DrawContext,
): Fill | Tiles | null {
  switch (paint.kind) {
    case 'none':
      return null;
    case 'current':
      return { kind: 'color', color: withAlpha(colorOf(run, style), opacity) };
    case 'color':
      return { kind: 'color', color: withAlpha(paint.color, opacity) };
    default: {
      const server = run.ids.get(paint.id);
      if (server?.name === 'lineargradient' || server?.name === 'radialgradient')
        return (
          gradient(run, server, style, opacity, path, area, context) ??
          resolvePaint(run, paint.fallback, style, opacity, path, area, context)
        );
      if (server?.name === 'pattern') return tilesOf(run, server, paint.id, paint.at, path, area, opacity, context);
      if (!server) invalid(run, `There is no #${paint.id} in this drawing.`, paint.at.source);
      else
        unsupported(
          run,
          `<${spelled(server.name)}> is not supported as a fill.`,
          paint.at.source,
          'Use a colour, a gradient or a pattern.',
        );
      return resolvePaint(run, paint.fallback, style, opacity, path, area, context);
    }
  }
}

function gradient(
  run: SvgRun,
  el: SvgElement,
  user: SvgStyle,
  opacity: number,
  path: PathData,
  area: Bounds,
  { ctm, view }: DrawContext,
): Fill | null {
  const chain = chainOf(run, el);
  const attribute = (name: string): SvgAttribute | undefined => {
    for (const t of chain) {
      const found = t.attributes.get(name);
      if (found) return found;
    }
    return undefined;
  };
  const holder = chain.find((t) => t.children.some((c) => c.name === 'stop'));
  // A gradient inherits from where it is defined, not from what it fills; custom properties stand on the root, as a rule, which is both.
  const inherited = { ...INITIAL, custom: user.custom };
  const stops = holder ? stopsOf(run, holder, styleOf(run, holder, inherited, view).style, view, opacity) : [];
  const first = stops[0];
  const last = stops.at(-1);
  if (!first || !last) return null;
  if (stops.length === 1) return { kind: 'color', color: first.color };

  const written = attribute('spreadmethod');
  const spread = written?.value.trim() ?? 'pad';
  if (spread !== 'pad' && spread !== 'reflect' && spread !== 'repeat')
    invalid(run, `“${spread}” is no spreadMethod.`, written?.source ?? el.source, 'Write pad, reflect or repeat.');
  const spreads = spread === 'reflect' || spread === 'repeat';
  const ownUnits = attribute('gradientunits')?.value === 'userSpaceOnUse';
  let map = ctm;
  if (!ownUnits) {
    const box = pathBounds(path);
    const width = box.maxX - box.minX;
    const height = box.maxY - box.minY;
    // A box without an area has no coordinates (SVG 2, 14.2.2): nothing is painted with it.
    if (!(width > 0 && height > 0)) return null;
    map = multiply(ctm, [width, 0, 0, height, box.minX, box.minY]);
  }
  const moved = attribute('gradienttransform');
  const transform = moved ? parseTransform(moved.value) : IDENTITY;
  if (!transform) invalid(run, `“${moved?.value}” is no transform.`, moved?.source ?? el.source);
  map = multiply(map, transform ?? IDENTITY);

  const length = (name: string, base: number, fallback: number) => {
    const a = attribute(name);
    if (!a) return fallback;
    const value = parseLength(a.value, ownUnits ? base : 1);
    if (value === null) invalid(run, `“${a.value}” is no length that a gradient can have.`, a.source ?? el.source);
    return value ?? fallback;
  };
  const w = ownUnits ? view.width : 1;
  const h = ownUnits ? view.height : 1;
  if (el.name === 'lineargradient') {
    const line = mapLinear(map, length('x1', w, 0), length('y1', h, 0), length('x2', w, w), length('y2', h, 0));
    // Where both ends meet, the last colour fills all (SVG 2, 14.2.2).
    if (!line) return { kind: 'color', color: last.color };
    if (!spreads) return { kind: 'linear', ...line, stops };
    const long = spreadStops(stops, spread === 'reflect', ...linearReach(line, cornersOf(area)));
    const at = (t: number) => ({ x: line.x1 + (line.x2 - line.x1) * t, y: line.y1 + (line.y2 - line.y1) * t });
    const [from, to] = [at(long.from), at(long.to)];
    return { kind: 'linear', x1: from.x, y1: from.y, x2: to.x, y2: to.y, stops: long.stops };
  }
  const diagonal = ownUnits ? Math.sqrt((w * w + h * h) / 2) : 1;
  const cx = length('cx', w, w / 2);
  const cy = length('cy', h, h / 2);
  const r = length('r', diagonal, diagonal / 2);
  if (!(r > 0)) return { kind: 'color', color: last.color };
  const circles = insideRim({ cx, cy, r, fx: length('fx', w, cx), fy: length('fy', h, cy), fr: length('fr', diagonal, 0) });
  const transformed = isIdentity(map) ? {} : { transform: map };
  const back = spreads ? invert(map) : null;
  if (!back) return { kind: 'radial', ...circles, ...transformed, stops };
  const reach = radialReach(
    circles,
    cornersOf(area).map((p) => apply(back, p)),
  );
  const long = spreadStops(
    stops,
    spread === 'reflect',
    circles.fr > 0 ? -circles.fr / Math.max(1e-9, circles.r - circles.fr) : 0,
    reach,
  );
  const at = (t: number) => ({
    x: circles.fx + (cx - circles.fx) * t,
    y: circles.fy + (cy - circles.fy) * t,
    r: circles.fr + (r - circles.fr) * t,
  });
  // Before the focal circle there is nothing once its radius would fall below nought; the stretch still begins at a whole repeat.
  const [f, c] = [at(0), at(long.to)];
  const shown = long.stops
    .map(({ offset, color }) => ({ offset: (long.from + offset * (long.to - long.from)) / long.to, color }))
    .filter((stop) => stop.offset >= 0);
  return { kind: 'radial', fx: f.x, fy: f.y, fr: f.r, cx: c.x, cy: c.y, r: c.r, ...transformed, stops: shown };
}

interface Circles {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly fx: number;
  readonly fy: number;
  readonly fr: number;
}

/** A focus outside the rim stands on it (SVG 1.1, 13.2.3), a little within, as renderers have it. */
function insideRim(c: Circles): Circles {
  const distance = Math.hypot(c.fx - c.cx, c.fy - c.cy);
  const most = Math.max(0, c.r - c.fr) * 0.999;
  if (distance <= most || distance === 0) return c;
  const k = most / distance;
  return { ...c, fx: c.cx + (c.fx - c.cx) * k, fy: c.cy + (c.fy - c.cy) * k };
}

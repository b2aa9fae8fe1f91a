import type { Fill, GradientStop } from '../../../core/color.ts';
import type { PathData } from '../../../core/display.ts';
import { apply, IDENTITY, type Matrix, multiply } from '../../../core/geometry.ts';
import { invert, isIdentity, pathBounds } from '../paths.ts';
import { withAlpha } from './color.ts';
import { invalid, type SvgRun, unsupported, type Viewport } from './environment.ts';
import { colorOf, INITIAL, type Paint, type SvgStyle, styleOf } from './style.ts';
import { parseTransform } from './transform.ts';
import type { SvgAttribute, SvgElement } from './tree.ts';
import { parseLength, parseRatio } from './units.ts';

/** A gradient and the ones it takes values from by `href`, nearest first. */
function templates(run: SvgRun, first: SvgElement): readonly SvgElement[] {
  const chain: SvgElement[] = [];
  let el: SvgElement | undefined = first;
  while (el && !chain.includes(el)) {
    chain.push(el);
    const href: SvgAttribute | undefined = el.attributes.get('href');
    if (!href) break;
    el = href.value.startsWith('#') ? run.ids.get(href.value.slice(1)) : undefined;
    if (!el) invalid(run, `There is no gradient ${href.value} in this drawing.`, href.source);
  }
  return chain;
}

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

/** A linear gradient seen through an affine map is one again: its colour is a linear function of the place, whatever becomes of right angles. */
export function mapLinear(
  m: Matrix,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): { x1: number; y1: number; x2: number; y2: number } | null {
  const back = invert(m);
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length = dx * dx + dy * dy;
  if (!back || length === 0) return null;
  // t(p) = g·p + constant in the new coordinates.
  const gx = (dx * back[0] + dy * back[1]) / length;
  const gy = (dx * back[2] + dy * back[3]) / length;
  const size = gx * gx + gy * gy;
  const start = apply(m, { x: x1, y: y1 });
  return { x1: start.x, y1: start.y, x2: start.x + gx / size, y2: start.y + gy / size };
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
  ctm: Matrix,
  view: Viewport,
): Fill | null {
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
          gradient(run, server, style, opacity, path, ctm, view) ??
          resolvePaint(run, paint.fallback, style, opacity, path, ctm, view)
        );
      if (!server) invalid(run, `There is no #${paint.id} in this drawing.`, paint.at.source);
      else
        unsupported(
          run,
          `<${server.name}> is not supported as a fill.`,
          paint.at.source,
          'Use a colour or a gradient; draw patterns as shapes.',
        );
      return resolvePaint(run, paint.fallback, style, opacity, path, ctm, view);
    }
  }
}

function gradient(
  run: SvgRun,
  el: SvgElement,
  user: SvgStyle,
  opacity: number,
  path: PathData,
  ctm: Matrix,
  view: Viewport,
): Fill | null {
  const chain = templates(run, el);
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

  const spread = attribute('spreadmethod');
  if (spread && spread.value !== 'pad')
    unsupported(run, `spreadMethod="${spread.value}" is not supported.`, spread.source ?? el.source);
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
  const written = attribute('gradienttransform');
  const transform = written ? parseTransform(written.value) : IDENTITY;
  if (!transform) invalid(run, `“${written?.value}” is no transform.`, written?.source ?? el.source);
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
    return line ? { kind: 'linear', ...line, stops } : { kind: 'color', color: last.color };
  }
  const diagonal = ownUnits ? Math.sqrt((w * w + h * h) / 2) : 1;
  const cx = length('cx', w, w / 2);
  const cy = length('cy', h, h / 2);
  const r = length('r', diagonal, diagonal / 2);
  if (!(r > 0)) return { kind: 'color', color: last.color };
  const circles = { cx, cy, r, fx: length('fx', w, cx), fy: length('fy', h, cy), fr: length('fr', diagonal, 0) };
  return { kind: 'radial', ...circles, ...(isIdentity(map) ? {} : { transform: map }), stops };
}

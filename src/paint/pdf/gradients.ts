import type { Fill, GradientStop } from '../../core/color.ts';
import type { PathData } from '../../core/display.ts';
import { IDENTITY, type Matrix, type Rect } from '../../core/geometry.ts';
import type { Canvas } from './canvas.ts';
import { component } from './color.ts';
import type { Inks } from './inks.ts';
import { factor, num, ref } from './syntax.ts';
import { deflate, FLATE, type Resource } from './writer.ts';

export type Gradient = Exclude<Fill, { kind: 'color' }>;

/** Fills a path with a gradient: the path clips, the shading paints (ISO 32000-1, 8.7.4.5). Alphas that differ become a soft mask. */
export function paintGradient(canvas: Canvas, gradient: Gradient, path: PathData, bounds: Rect): void {
  const stops = ordered(gradient.stops);
  const [first] = stops;
  if (!first) return;
  const even = stops.every((stop) => stop.color.a === first.color.a);
  canvas.save();
  canvas.clip(path);
  if (even) canvas.alpha(first.color.a);
  else canvas.use(softMask(gradient, stops, bounds), 'gs');
  if (gradient.kind === 'radial' && gradient.transform) canvas.transform(gradient.transform);
  canvas.use(shading(gradient, stops, canvas.inks), 'sh');
  canvas.restore();
}

/** The gradient's line or circles have no extent: the last stop's colour fills (SVG 2, 14.2.2). */
export function isDegenerate(gradient: Gradient): boolean {
  if (gradient.stops.length < 2) return true;
  if (gradient.kind === 'linear') return gradient.x1 === gradient.x2 && gradient.y1 === gradient.y2;
  return gradient.r <= 0;
}

/** Offsets from 0 to 1, never falling. */
function ordered(stops: readonly GradientStop[]): readonly GradientStop[] {
  const out: GradientStop[] = [];
  let least = 0;
  for (const { offset, color } of stops) {
    least = Math.min(1, Math.max(least, offset));
    out.push({ offset: least, color });
  }
  const [first] = out;
  const last = out.at(-1);
  if (first && first.offset > 0) out.unshift({ offset: 0, color: first.color });
  if (last && last.offset < 1) out.push({ offset: 1, color: last.color });
  return out;
}

/** @param inks null: of the alphas */
function shading(gradient: Gradient, stops: readonly GradientStop[], inks: Inks | null): Resource {
  const space = `/${inks?.space ?? 'DeviceGray'}`;
  const coordinates =
    gradient.kind === 'linear'
      ? [gradient.x1, gradient.y1, gradient.x2, gradient.y2]
      : [gradient.fx, gradient.fy, gradient.fr, gradient.cx, gradient.cy, gradient.r];
  const values = stops.map(({ offset, color }) => ({ offset, value: inks ? inks.components(color) : [color.a] }));
  const body =
    `<</ShadingType ${gradient.kind === 'linear' ? 2 : 3}/ColorSpace${space}/Coords[${coordinates.map(num).join(' ')}]` +
    `/Extend[true true]/Function${stitched(values)}>>`;
  return { category: 'Shading', emit: (objects) => objects.add(body) };
}

/** One exponential function a stretch between stops (7.10.3), stitched (7.10.4). A hard edge is two stops at one place: no stretch. */
function stitched(stops: readonly { readonly offset: number; readonly value: readonly number[] }[]): string {
  const parts: { to: number; body: string }[] = [];
  stops.forEach((stop, i) => {
    const next = stops[i + 1];
    if (!next || next.offset <= stop.offset) return;
    const list = (value: readonly number[]): string => value.map(component).join(' ');
    parts.push({ to: next.offset, body: `<</FunctionType 2/Domain[0 1]/N 1/C0[${list(stop.value)}]/C1[${list(next.value)}]>>` });
  });
  const [only] = parts;
  if (only && parts.length === 1) return only.body;
  const bounds = parts.slice(0, -1).map((part) => factor(part.to));
  return (
    `<</FunctionType 3/Domain[0 1]/Functions[${parts.map((part) => part.body).join('')}]` +
    `/Bounds[${bounds.join(' ')}]/Encode[${parts.map(() => '0 1').join(' ')}]>>`
  );
}

/** A graphics state whose soft mask has the gradient's alphas (11.6.5.2), in the coordinates in force where it is set. */
function softMask(gradient: Gradient, stops: readonly GradientStop[], bounds: Rect): Resource {
  const matrix: Matrix = (gradient.kind === 'radial' && gradient.transform) || IDENTITY;
  const [a, b, c, d, e, f] = matrix;
  const content = `${factor(a)} ${factor(b)} ${factor(c)} ${factor(d)} ${num(e)} ${num(f)} cm\n/S sh\n`;
  const box = [bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height].map(num).join(' ');
  const alphas = shading(gradient, stops, null);
  return {
    category: 'ExtGState',
    emit(objects) {
      const form = objects.add(
        `<</Type/XObject/Subtype/Form/BBox[${box}]/Group<</S/Transparency/CS/DeviceGray>>` +
          `/Resources<</Shading<</S ${ref(objects.idOf(alphas))}>>>>${FLATE}>>`,
        deflate(Buffer.from(content, 'latin1')),
      );
      return objects.add(`<</Type/ExtGState/ca 1/CA 1/SMask<</S/Luminosity/G ${ref(form)}>>>>`);
    },
  };
}

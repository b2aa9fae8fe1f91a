import { type Matrix, multiply, type Rect } from '../../../core/geometry.ts';
import type { Span } from '../../../core/source.ts';
import type { VectorShape } from '../../types.ts';
import { rectPath } from '../paths.ts';
import type { DrawContext } from './context.ts';
import { count, type SvgRun, unsupported } from './environment.ts';
import { lengthOf } from './shapes.ts';
import type { SvgElement } from './tree.ts';
import { parseAspect, viewMatrix } from './view-box.ts';

/** The pictures that stand in a drawing as `data:` urls. */
export function imagesIn(root: SvgElement): readonly { readonly url: string; readonly source?: Span }[] {
  const found: { url: string; source?: Span }[] = [];
  const visit = (el: SvgElement): void => {
    const href = el.name === 'image' ? el.attributes.get('href') : undefined;
    const source = href?.source ?? el.source;
    if (href && /^data:/i.test(href.value.trim())) found.push({ url: href.value.trim(), ...(source && { source }) });
    el.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** An `<image>`: only one that stands in the drawing itself (SVG 2, 12.6). */
export function drawImage(run: SvgRun, el: SvgElement, context: DrawContext): readonly VectorShape[] {
  const href = el.attributes.get('href');
  const url = href?.value.trim() ?? '';
  if (!href || url === '') return [];
  if (!/^data:/i.test(url)) {
    unsupported(
      run,
      `<image> refers to “${url.slice(0, 60)}”, which is not inside this drawing.`,
      href.source ?? el.source,
      'Drawings read nothing but themselves: embed the picture, or put it into the HTML with <img>.',
    );
    return [];
  }
  const image = run.means.images.get(url);
  if (image === undefined)
    unsupported(
      run,
      'This <image> is no JPEG, PNG, WebP, GIF, TIFF or AVIF.',
      el.source,
      'Put the picture into the HTML with <img>.',
    );
  if (!image || !count(run, 1, el.source)) return [];
  const { view, ctm } = context;
  const given = {
    width: lengthOf(run, el, 'width', view.width, Number.NaN),
    height: lengthOf(run, el, 'height', view.height, Number.NaN),
  };
  const ratio = image.width / image.height;
  const width = Number.isNaN(given.width) ? (Number.isNaN(given.height) ? image.width : given.height * ratio) : given.width;
  const height = Number.isNaN(given.height) ? width / ratio : given.height;
  if (!(width > 0 && height > 0)) return [];
  const port: Rect = { x: lengthOf(run, el, 'x', view.width, 0), y: lengthOf(run, el, 'y', view.height, 0), width, height };
  const aspect = parseAspect(run, el);
  const map: Matrix = viewMatrix({ x: 0, y: 0, width: image.width, height: image.height }, port, aspect);
  const picture: VectorShape = { kind: 'image', image, x: 0, y: 0, width: image.width, height: image.height };
  const placed: VectorShape = { kind: 'group', transform: multiply(ctm, map), shapes: [picture] };
  if (!aspect.slice) return [placed];
  return [
    { kind: 'group', transform: ctm, clip: rectPath(port), shapes: [{ kind: 'group', transform: map, shapes: [picture] }] },
  ];
}

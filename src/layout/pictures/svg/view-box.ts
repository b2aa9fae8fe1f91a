import type { Matrix, Rect } from '../../../core/geometry.ts';
import type { VectorDrawing } from '../../types.ts';
import { invalid, type SvgRun, unsupported } from './environment.ts';
import { spelled } from './spelling.ts';
import { parseNumbers } from './style.ts';
import type { SvgElement } from './tree.ts';

type Aspect = VectorDrawing['preserveAspectRatio'];

const MIDDLE: Aspect = { align: { x: 0.5, y: 0.5 }, slice: false };
const PLACE = { min: 0, mid: 0.5, max: 1 } as const;

export function parseAspect(run: SvgRun, el: SvgElement): Aspect {
  const attribute = el.attributes.get('preserveaspectratio');
  if (!attribute) return MIDDLE;
  const match = /^\s*(?:defer\s+)?(?:none|x(min|mid|max)y(min|mid|max))(?:\s+(meet|slice))?\s*$/i.exec(attribute.value);
  if (!match) {
    invalid(
      run,
      `“${attribute.value}” is no preserveAspectRatio.`,
      attribute.source ?? el.source,
      "Write, for example, 'xMidYMid meet'.",
    );
    return MIDDLE;
  }
  const place = (word: string) => PLACE[word.toLowerCase() as keyof typeof PLACE];
  const slice = match[3]?.toLowerCase() === 'slice';
  return match[1] && match[2] ? { align: { x: place(match[1]), y: place(match[2]) }, slice } : { align: 'none', slice: false };
}

/** null: none, or an empty one. */
export function parseViewBox(run: SvgRun, el: SvgElement): Rect | null {
  const attribute = el.attributes.get('viewbox');
  if (!attribute) return null;
  const numbers = parseNumbers(attribute.value);
  const [x, y, width, height] = numbers ?? [];
  if (numbers?.length !== 4 || x === undefined || y === undefined || !width || !height || width < 0 || height < 0) {
    invalid(
      run,
      `“${attribute.value}” is no viewBox.`,
      attribute.source ?? el.source,
      'Write four numbers: x, y, width and height; the last two above 0.',
    );
    return null;
  }
  return { x, y, width, height };
}

/** Maps a view box into a viewport (SVG 2, 8.2). */
export function viewMatrix(viewBox: Rect, port: Rect, aspect: Aspect): Matrix {
  const sx = port.width / viewBox.width;
  const sy = port.height / viewBox.height;
  if (aspect.align === 'none') return [sx, 0, 0, sy, port.x - viewBox.x * sx, port.y - viewBox.y * sy];
  const s = aspect.slice ? Math.max(sx, sy) : Math.min(sx, sy);
  const x = port.x + (port.width - viewBox.width * s) * aspect.align.x - viewBox.x * s;
  const y = port.y + (port.height - viewBox.height * s) * aspect.align.y - viewBox.y * s;
  return [s, 0, 0, s, x, y];
}

/** Hooks of `<symbol>` that nothing of ours needs. */
export function refuseReference(run: SvgRun, el: SvgElement): void {
  for (const name of ['refx', 'refy']) {
    const attribute = el.attributes.get(name);
    if (attribute) unsupported(run, `${spelled(name)} is not supported.`, attribute.source ?? el.source);
  }
}

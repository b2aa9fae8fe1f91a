import { BLACK, type Color } from '../../../core/color.ts';
import { type Diagnostic, error, warning } from '../../../core/diagnostics.ts';
import type { PathData, RasterImage } from '../../../core/display.ts';
import type { Span } from '../../../core/source.ts';
import type { FontBook } from '../../../core/text/types.ts';
import type { VectorShape } from '../../types.ts';
import type { DrawContext } from './context.ts';
import type { SvgRules } from './stylesheet.ts';
import type { SvgElement } from './tree.ts';

/** What the element in HTML that holds a drawing lends to it. */
export interface SvgHost {
  readonly color: Color;
  readonly custom: ReadonlyMap<string, string>;
  /** What its text is set in; a drawing that names no font of its own takes it over. */
  readonly families: readonly string[];
  /** BCP 47 */
  readonly lang: string;
}

/** What a drawing may use beside itself. */
export interface SvgMeans {
  /** The template set's; null: there are none. */
  readonly fonts: FontBook | null;
  /** Pictures that stand in the drawing as `data:` urls, opened beforehand; null: that one cannot be read, which has been told. */
  readonly images: ReadonlyMap<string, RasterImage | null>;
}

export const NO_HOST: SvgHost = { color: BLACK, custom: new Map(), families: [], lang: 'en' };
export const NO_MEANS: SvgMeans = { fonts: null, images: new Map() };

/** What percentages refer to: width and height of the nearest viewport, in its user units. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What one run over a drawing shares. */
export interface SvgRun {
  readonly host: SvgHost;
  readonly means: SvgMeans;
  /** What stands in an element, drawn. Here, so that patterns, masks and markers need not know who draws. */
  readonly drawChildren: (run: SvgRun, el: SvgElement, context: DrawContext) => readonly VectorShape[];
  /** Outlines of an element that clips: a shape's or a text's, in user space; null: it is neither. */
  readonly outlines: (run: SvgRun, el: SvgElement, context: DrawContext) => PathData | null;
  /** Numbers for keys. */
  readonly counter: { next: number };
  readonly rules: SvgRules;
  readonly ids: ReadonlyMap<string, SvgElement>;
  /** Names of the host's values that the drawing depends on: custom properties, and 'color'. */
  readonly reads: Set<string>;
  readonly diagnostics: Diagnostic[];
  /** Shapes drawn so far, repetitions by `<use>` counted each. */
  drawn: number;
  /** What `<use>` has drawn already, by target and by what it inherits. */
  readonly repeated: Map<string, Repeated>;
  /** Numbers for styles: equal objects, equal numbers. */
  readonly styleIds: Map<object, number>;
}

export interface Repeated {
  readonly shapes: readonly VectorShape[];
  readonly weight: number;
  readonly key: string;
}

/** More shapes than this make a file that no printer's software likes. */
export const MAX_SHAPES = 20_000;

type Severity = 'error' | 'warning';

/** Each complaint once, though `<use>` may come by many times. */
function add(run: SvgRun, d: Diagnostic): void {
  const known = run.diagnostics.some((o) => o.code === d.code && o.message === d.message && o.span?.start === d.span?.start);
  if (!known) run.diagnostics.push(d);
}

/** Something that SVG knows and we do not: the drawing would look different from what its author sees. */
export function unsupported(
  run: SvgRun,
  message: string,
  span: Span | undefined,
  hint = 'Draw it with plain shapes and paths, or use a PNG.',
  severity: Severity = 'error',
): void {
  add(run, (severity === 'error' ? error : warning)('svg-unsupported', message, { span, hint }));
}

/** Something that is not SVG. */
export function invalid(
  run: SvgRun,
  message: string,
  span: Span | undefined,
  hint = 'Export the drawing anew, as plain SVG.',
): void {
  add(run, error('svg-invalid', message, { span, hint }));
}

/** Counts shapes; false once there are too many. */
export function count(run: SvgRun, shapes: number, span: Span | undefined): boolean {
  const before = run.drawn;
  run.drawn += shapes;
  if (run.drawn <= MAX_SHAPES) return true;
  if (before > MAX_SHAPES) return false;
  add(
    run,
    error('svg-too-large', `The drawing has more than ${MAX_SHAPES} shapes, repetitions counted.`, {
      span,
      hint: 'Simplify it, or use a JPEG or PNG.',
    }),
  );
  return false;
}

import type { Diagnostic } from '../../../core/diagnostics.ts';
import { type Pt, px } from '../../../core/geometry.ts';
import type { VectorDrawing } from '../../types.ts';
import { clipOutline, drawChildren } from './draw.ts';
import { NO_MEANS, type SvgHost, type SvgMeans, type SvgRun, unsupported, type Viewport } from './environment.ts';
import { fade } from './shape-tools.ts';
import { INITIAL, styleOf } from './style.ts';
import { parseStyles } from './stylesheet.ts';
import { indexById, type SvgElement } from './tree.ts';
import { parseLength } from './units.ts';
import { parseAspect, parseViewBox } from './view-box.ts';

export interface DrawnSvg {
  readonly drawing: VectorDrawing;
  /** Intrinsic size, pt; null where the drawing says none. */
  readonly width: Pt | null;
  readonly height: Pt | null;
  readonly ratio: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the host's values that were used: custom properties, and 'color'. Others may change without changing the drawing. */
  readonly reads: ReadonlySet<string>;
}

/** What a browser takes where nothing is said (css-sizing-3, 5.1). */
const DEFAULT: Viewport = { width: 300, height: 150 };

/** @param inline the `style` attribute of the root is CSS of the page: it says how the box looks, and is left to CSS */
export function drawSvg(root: SvgElement, host: SvgHost, inline: boolean, means: SvgMeans = NO_MEANS): DrawnSvg {
  const diagnostics: Diagnostic[] = [];
  const draft: SvgRun = {
    host,
    means,
    drawChildren,
    outlines: clipOutline,
    counter: { next: 0 },
    rules: [],
    ids: indexById(root),
    reads: new Set(),
    diagnostics,
    drawn: 0,
    repeated: new Map(),
    styleIds: new Map(),
  };
  const rules = parseStyles(root, (message, span, hint) => unsupported(draft, message, span, hint));
  const run: SvgRun = { ...draft, rules };

  const size = (name: string): number | null => {
    const length = parseLength(root.attributes.get(name)?.value ?? '');
    return length !== null && length > 0 ? length : null;
  };
  const width = size('width');
  const height = size('height');
  const written = parseViewBox(run, root);
  if (!written && (width === null || height === null))
    unsupported(run, 'The drawing has neither a viewBox nor a size.', root.source, 'Give <svg> a viewBox.', 'warning');
  const viewBox = written ?? { x: 0, y: 0, width: width ?? DEFAULT.width, height: height ?? DEFAULT.height };
  const { style, own } = styleOf(run, root, INITIAL, viewBox, inline);
  const shapes =
    own.displayed && own.opacity > 0
      ? drawChildren(run, root, { style, ctm: own.transform, view: viewBox, depth: 0, inside: [] })
      : [];
  const ratio = width !== null && height !== null ? width / height : viewBox.width / viewBox.height;
  return {
    drawing: {
      viewBox,
      preserveAspectRatio: parseAspect(run, root),
      shapes: shapes.length === 0 ? [] : fade(shapes, own.opacity),
    },
    width: width === null ? null : px(width),
    height: height === null ? null : px(height),
    ratio,
    diagnostics,
    reads: run.reads,
  };
}

import type { Pt } from '../../core/geometry.ts';
import { resolve } from '../lengths.ts';
import type { ComputedStyle, InlineBox } from '../types.ts';
import type { Measure } from './measure.ts';
import { type Extent, fontExtent, type StyleMetrics, shifted, styleMetrics, unite, withLeading } from './metrics.ts';
import type { Piece } from './pieces.ts';
import { standsOn } from './stands-on.ts';
import type { InlineContext, Special } from './types.ts';

/** Heights and baselines of one line, pt. Baselines are from the line's top. */
export interface Stack {
  readonly height: Pt;
  /** Of the root. */
  readonly baseline: Pt;
  readonly baselineOf: (box: InlineBox) => Pt;
  /** Top of an atomic's margin box. */
  readonly topOf: (special: Special) => Pt;
}

/** An aligned thing: the root, an inline box or an atomic. `shift` is of its baseline against its parent's, downwards. */
interface Level {
  readonly style: ComputedStyle;
  readonly metrics: StyleMetrics | null;
  readonly parent: Level | null;
  readonly children: Level[];
  /** Over and under its own baseline, what is aligned in it included. */
  extent: Extent;
  shift: Pt;
}

/** Styles' metrics at one scale. */
export type MetricsOf = (style: ComputedStyle) => StyleMetrics;

export function metricsAt(ctx: InlineContext): MetricsOf {
  const known = new Map<ComputedStyle, StyleMetrics>();
  return (style) => {
    let metrics = known.get(style);
    if (!metrics) {
      metrics = styleMetrics(style, ctx.scale, ctx.facesFor);
      known.set(style, metrics);
    }
    return metrics;
  };
}

/** Line height and vertical alignment (CSS 2.1, 10.8): the strut, every inline box on the line, atomics. */
export function stackLine(m: Measure, pieces: readonly Piece[], metricsOf: MetricsOf): Stack {
  const rootMetrics = metricsOf(m.p.root.style);
  const root: Level = {
    style: m.p.root.style,
    metrics: rootMetrics,
    parent: null,
    children: [],
    extent: rootMetrics.line,
    shift: 0,
  };
  const boxes = new Map<InlineBox, Level>();
  const atomics = new Map<Special, Level>();
  const levelOf = (within: readonly InlineBox[]): Level => {
    let level = root;
    for (const box of within) {
      let own = boxes.get(box);
      if (!own) {
        const metrics = metricsOf(box.style);
        own = { style: box.style, metrics, parent: level, children: [], extent: metrics.line, shift: 0 };
        boxes.set(box, own);
        level.children.push(own);
      }
      level = own;
    }
    return level;
  };
  for (const part of pieces) {
    if (part.kind === 'text') {
      const level = levelOf(part.within);
      // `line-height: normal` makes room for every font that is used; a number only for the first.
      if (level.style.lineHeight.kind === 'normal') {
        const { face } = part.segment.run;
        const font = fontExtent(face, part.segment.size * m.scale);
        const gap = (face.lineGap / face.unitsPerEm) * part.segment.size * m.scale;
        level.extent = unite(level.extent, withLeading(font, font.ascent + font.descent + Math.round(gap / 0.75) * 0.75));
      }
    } else if (part.kind === 'special') {
      const parent = levelOf(part.special.within);
      const atomic = m.atomics.get(part.special.index);
      if (!atomic) continue;
      const { fragment, margin } = atomic;
      const extent = atomicExtent(fragment, margin);
      const level: Level = { style: fragment.box.style, metrics: null, parent, children: [], extent, shift: 0 };
      parent.children.push(level);
      atomics.set(part.special, level);
    }
  }
  const extent = settle(root);
  const baseline = extent.ascent;
  const baselineOfLevel = (level: Level): Pt => (level.parent ? level.shift + baselineOfLevel(level.parent) : baseline);
  return {
    height: extent.ascent + extent.descent,
    baseline,
    baselineOf: (box) => {
      const level = boxes.get(box);
      return level ? baselineOfLevel(level) : baseline;
    },
    topOf: (special) => {
      const level = atomics.get(special);
      return level ? baselineOfLevel(level) - level.extent.ascent : 0;
    },
  };
}

type Atomic = Measure['atomics'] extends ReadonlyMap<number, infer T> ? T : never;

/** An inline block stands on its last line, one without lines or with clipped content on its margin edge, an inline flex box on its first line. */
function atomicExtent(fragment: Atomic['fragment'], margin: Atomic['margin']): Extent {
  const height = margin.top + fragment.height + margin.bottom;
  const { display, overflow } = fragment.box.style;
  const own = display === 'inline-flex' ? fragment.baseline : standsOn(fragment);
  const hasLines = fragment.box.kind === 'block' && own !== undefined && (overflow === 'visible' || display === 'inline-flex');
  const ascent = hasLines ? margin.top + own : height;
  return { ascent, descent: height - ascent };
}

/** Aligns everything under the root of an aligned subtree; what is aligned to the line's top and bottom comes last and makes it higher at need. */
function settle(root: Level): Extent {
  const edges: Level[] = [];
  let extent = align(root, edges);
  for (const level of edges) {
    const height = level.extent.ascent + level.extent.descent;
    const missing = height - (extent.ascent + extent.descent);
    if (missing > 0) {
      extent =
        level.style.verticalAlign === 'top'
          ? { ascent: extent.ascent, descent: extent.descent + missing }
          : { ascent: extent.ascent + missing, descent: extent.descent };
    }
  }
  for (const level of edges) {
    const { ascent, descent } = level.extent;
    const own = level.style.verticalAlign === 'top' ? ascent - extent.ascent : extent.descent - descent;
    // The shift is against the parent's baseline; the place is the line's.
    level.shift = own - (level.parent ? shiftFromRoot(level.parent) : 0);
  }
  return extent;
}

const shiftFromRoot = (level: Level): Pt => (level.parent ? level.shift + shiftFromRoot(level.parent) : 0);

/** Extent of a level with its children around its baseline. Those aligned to the line's edges are collected instead. */
function align(level: Level, edges: Level[]): Extent {
  for (const child of level.children) {
    const extent = align(child, edges);
    if (child.style.verticalAlign === 'top' || child.style.verticalAlign === 'bottom') {
      edges.push(child);
      continue;
    }
    child.shift = shiftOf(child, extent, level);
    level.extent = unite(level.extent, shifted(extent, child.shift));
  }
  return level.extent;
}

/** By how much a child's baseline is lowered against its parent's (CSS 2.1, 10.8.1 vertical-align), with Chromium's amounts for sub and super. */
function shiftOf(child: Level, extent: Extent, parent: Level): Pt {
  const { verticalAlign } = child.style;
  const { metrics } = parent;
  if (verticalAlign === 'baseline' || !metrics) return 0;
  switch (verticalAlign) {
    case 'sub':
      return whole(metrics.size / 5) + 0.75;
    case 'super':
      return -(whole(metrics.size / 3) + 0.75);
    case 'middle':
      return (extent.ascent - extent.descent - metrics.xHeight) / 2;
    case 'text-top':
      return extent.ascent - metrics.font.ascent;
    case 'text-bottom':
      return metrics.font.descent - extent.descent;
    case 'top':
    case 'bottom':
      return 0;
    default: {
      const scale = child.metrics ? child.metrics.size / (child.style.fontSize || 1) : 1;
      const lineHeight = child.metrics?.lineHeight ?? ownLineHeight(child.style);
      return -scale * resolve(verticalAlign, lineHeight / scale);
    }
  }
}

/** Down to 1/64 px, in which Chromium counts: lines of small type in a long column add up. */
const whole = (v: Pt): Pt => Math.floor((v / 0.75) * 64 + 1e-6) * (0.75 / 64);

/** Of an atomic, whose fonts were never asked for. */
function ownLineHeight(style: ComputedStyle): Pt {
  const { lineHeight, fontSize } = style;
  return lineHeight.kind === 'factor'
    ? lineHeight.factor * fontSize
    : lineHeight.kind === 'length'
      ? lineHeight.pt
      : 1.2 * fontSize;
}

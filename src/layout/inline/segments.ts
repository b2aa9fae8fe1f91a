import type { Pt } from '../../core/geometry.ts';
import { glyphRange, type MeasuredRun, type MeasuredTextRun, shape, shapingContext } from '../../core/text/index.ts';
import type { Paragraph } from './types.ts';

/** Glyphs of one run that stand together on a line. `start` and `end`: offsets in the paragraph. */
export interface Segment {
  readonly run: MeasuredRun;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly size: Pt;
  /** By how much the advance differs from the paragraph's pen positions, pt at scale 1: what being cut here changed. */
  readonly change: Pt;
  /** Offset in the paragraph of the run's text. */
  readonly base: number;
  /** The run that it was cut from. */
  readonly whole: MeasuredTextRun | null;
}

/**
 * The glyphs of the text [start, end). Where a cut falls between glyphs that depend on each other (kerning, a ligature, joined letters), the part
 * from the cut to the next safe place is shaped anew; HarfBuzz guarantees that the rest stays as it is.
 */
export function segmentsOf(p: Paragraph, start: number, end: number): Segment[] {
  const segments: Segment[] = [];
  for (let i = runAt(p.runs, start); i < p.runs.length; i++) {
    const item = p.runs[i];
    if (!item || item.start >= end) break;
    const { run } = item;
    let low = Math.max(start - item.start, 0);
    const high = Math.min(end - item.start, run.text.length);
    if (high <= low) continue;
    if (run.unsafe[low]) {
      const safe = nextSafe(run, low, high);
      segments.push(anew(item, low, safe));
      low = safe;
    }
    if (run.unsafe[high] && high > low) {
      const safe = previousSafe(run, high, low);
      if (safe > low) segments.push(slice(item, low, safe));
      segments.push(anew(item, safe, high));
    } else if (high > low) segments.push(slice(item, low, high));
  }
  return segments;
}

/** What ending the line's glyphs at `offset` changes in their advance, pt at scale 1. */
export function endChange(p: Paragraph, offset: number): Pt {
  const known = p.changes.end.get(offset);
  if (known !== undefined) return known;
  const change = changeAt(p, offset, (item, at) => anew(item, previousSafe(item.run, at, 0), at));
  p.changes.end.set(offset, change);
  return change;
}

/** What beginning a line's glyphs at `offset` changes in their advance, pt at scale 1. */
export function startChange(p: Paragraph, offset: number): Pt {
  const known = p.changes.start.get(offset);
  if (known !== undefined) return known;
  const change = changeAt(p, offset, (item, at) => anew(item, at, nextSafe(item.run, at, item.run.text.length)));
  p.changes.start.set(offset, change);
  return change;
}

function changeAt(p: Paragraph, offset: number, cut: (item: MeasuredTextRun, at: number) => Segment): Pt {
  const item = p.runs[runAt(p.runs, offset)];
  if (!item || item.start >= offset) return 0;
  const at = offset - item.start;
  return item.run.unsafe[at] ? cut(item, at).change : 0;
}

function slice(whole: MeasuredTextRun, low: number, high: number): Segment {
  const { run, start: base, level, size } = whole;
  const all = low === 0 && high === run.text.length;
  const { from, to } = all ? { from: 0, to: run.glyphs.length } : glyphRange(run, low, high);
  return { run, from, to, start: base + low, end: base + high, level, size, change: 0, base, whole };
}

function anew(whole: MeasuredTextRun, low: number, high: number): Segment {
  const { run, start, level, size } = whole;
  const { face, script, lang, rtl, features } = run;
  const own = shape(shapingContext(face, script, lang, rtl, features), run.text.slice(low, high));
  const before = (run.pen[high] ?? 0) - (run.pen[low] ?? 0);
  const change = ((own.width - before) * size) / face.unitsPerEm;
  const base = start + low;
  return { run: own, from: 0, to: own.glyphs.length, start: base, end: start + high, level, size, change, base, whole };
}

/**
 * The part of a segment in [start, end), for one of the elements that it goes through. Nothing is shaped anew: the line is not cut here. A cluster
 * belongs to the element that it begins in.
 */
export function partOf(segment: Segment, start: number, end: number): Segment {
  if (start <= segment.start && end >= segment.end) return segment;
  const low = Math.max(start, segment.start);
  const high = Math.min(end, segment.end);
  const { run, base, whole, size } = segment;
  const { from, to } = glyphRange(run, low - base, high - base);
  const own = (run.pen[high - base] ?? 0) - (run.pen[low - base] ?? 0);
  const before = whole ? (whole.run.pen[high - whole.start] ?? 0) - (whole.run.pen[low - whole.start] ?? 0) : own;
  return { ...segment, from, to, start: low, end: high, change: ((own - before) * size) / run.face.unitsPerEm };
}

function nextSafe(run: MeasuredRun, from: number, limit: number): number {
  let at = from;
  while (at < limit && run.unsafe[at]) at++;
  return at;
}

function previousSafe(run: MeasuredRun, from: number, limit: number): number {
  let at = from;
  while (at > limit && run.unsafe[at]) at--;
  return at;
}

/** Index of the run that holds `offset`, else of the first after it. */
export function runAt(runs: readonly MeasuredTextRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = runs[middle];
    if (item && item.start + item.run.text.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

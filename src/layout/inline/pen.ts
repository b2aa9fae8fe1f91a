import { isCursive, isIgnorable, isWordSpace, type MeasuredTextRun } from '../../core/text/index.ts';
import type { TextLeaf } from './types.ts';

/** Pen positions of a paragraph at scale 1: entry i is the advance, in pt, of all text before UTF-16 offset i. */
export function penOf(text: string, runs: readonly MeasuredTextRun[], texts: readonly TextLeaf[]): Float64Array {
  const pen = new Float64Array(text.length + 1);
  let base = 0;
  let next = 0;
  let at = 0;
  for (const { run, start, size } of runs) {
    for (; at < start; at++) {
      pen[at] = base;
      base += tabAdvance(text, at, pen, base, runs);
    }
    const factor = size / run.face.unitsPerEm;
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const style = texts[next]?.item.style;
    const { length } = run.text;
    if (style && (style.letterSpacing !== 0 || style.wordSpacing !== 0)) {
      const extra = spacingBefore(run, isCursive(run.script) ? 0 : style.letterSpacing, style.wordSpacing);
      for (let i = 0; i < length; i++) pen[start + i] = base + (run.pen[i] ?? 0) * factor + (extra[i] ?? 0);
      base += (run.pen[length] ?? 0) * factor + (extra[length] ?? 0);
    } else {
      for (let i = 0; i < length; i++) pen[start + i] = base + (run.pen[i] ?? 0) * factor;
      base += (run.pen[length] ?? 0) * factor;
    }
    at = start + length;
  }
  for (; at < text.length; at++) {
    pen[at] = base;
    base += tabAdvance(text, at, pen, base, runs);
  }
  pen[text.length] = base;
  return pen;
}

/** Letter and word spacing before each offset of a run: after each cluster that has a glyph, and after each word space. */
export function spacingBefore(
  run: { readonly text: string; readonly clusters: Uint32Array },
  letterSpacing: number,
  wordSpacing: number,
): Float64Array {
  const { text, clusters } = run;
  const { length } = text;
  const starts = new Uint8Array(length + 1);
  for (const cluster of clusters) starts[cluster] = 1;
  const extra = new Float64Array(length + 1);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    extra[i] = sum;
    if (starts[i] === 0) continue;
    const unit = text.charCodeAt(i);
    if (!isIgnorable(unit)) sum += letterSpacing;
    if (isWordSpace(unit)) sum += wordSpacing;
    // Inside a cluster the pen stands behind it.
  }
  extra[length] = sum;
  for (let i = length - 1; i > 0; i--) if (starts[i] === 0) extra[i] = extra[i + 1] ?? sum;
  return extra;
}

/** A preserved tab reaches the next stop, every eight spaces from the line's start (CSS Text 3, 4.2). */
function tabAdvance(text: string, at: number, pen: Float64Array, base: number, runs: readonly MeasuredTextRun[]): number {
  if (text.charCodeAt(at) !== 0x09) return 0;
  const near = runs.find((run) => run.start > at) ?? runs[runs.length - 1];
  if (!near) return 0;
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1) + 1, 0);
  const { face } = near.run;
  const stop = (spaceAdvance(near) * near.size * 8) / face.unitsPerEm;
  const from = base - (at > lineStart ? (pen[lineStart] ?? 0) : base);
  return stop > 0 ? (Math.floor(from / stop + 1e-9) + 1) * stop - from : 0;
}

/** Of the space in font units; half an em where no space has been set. */
function spaceAdvance({ run }: MeasuredTextRun): number {
  const at = run.text.indexOf(' ');
  return at === -1 ? run.face.unitsPerEm / 2 : (run.pen[at + 1] ?? 0) - (run.pen[at] ?? 0);
}

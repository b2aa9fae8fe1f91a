import { isIgnorable } from '../../../core/text/index.ts';
import type { ShapedRun } from '../../../core/text/types.ts';

/** Glyphs [from, to) of a run that stand for one piece of text. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  /** What a reader is to get for it. */
  readonly text: string;
  /** Word-spacing widens it. */
  readonly space: boolean;
}

const ZWNJ = 0x200c;
const ZWJ = 0x200d;

/** Runs are cached and shared by whoever shapes; so is this. */
const known = new WeakMap<ShapedRun, readonly Cluster[]>();

/** The clusters of a run in visual order. */
export function clustersOf(run: ShapedRun): readonly Cluster[] {
  const ready = known.get(run);
  if (ready) return ready;
  const { clusters: starts, rtl, text } = run;
  const ranges: { from: number; to: number; start: number }[] = [];
  for (let from = 0; from < starts.length; ) {
    const start = starts[from] ?? 0;
    let to = from + 1;
    while (to < starts.length && starts[to] === start) to++;
    ranges.push({ from, to, start: rtl ? afterJoiners(text, start) : start });
    from = to;
  }
  const made = ranges.map(({ from, to, start }, i): Cluster => {
    const next = ranges[rtl ? i - 1 : i + 1];
    // Text that has no glyph belongs to the cluster before it; at the very start, to the first.
    const first = i === (rtl ? ranges.length - 1 : 0) ? 0 : start;
    const own = spelling(text.slice(first, next?.start ?? text.length));
    return { from, to, text: own, space: own === ' ' };
  });
  known.set(run, made);
  return made;
}

/** A joiner that is shaped with the letter after it is read with the one before. */
function afterJoiners(text: string, start: number): number {
  let at = start;
  while (at < text.length - 1 && (text.charCodeAt(at) === ZWNJ || text.charCodeAt(at) === ZWJ)) at++;
  return at;
}

/** Text as ToUnicode can give it: without characters that have no glyph; a no-break space is a space to readers and to searches. */
export function readable(text: string): string {
  return strip(text, false);
}

/** The same, with the joiners, which are spelling in Persian and Hindi and hold emoji together. */
function spelling(text: string): string {
  return strip(text, true);
}

function strip(text: string, joiners: boolean): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xa0 || unit === 0x09 || unit === 0x0a) out += ' ';
    else if (!isIgnorable(unit) || (joiners && (unit === ZWNJ || unit === ZWJ))) out += text[i];
  }
  return out;
}

import type { ShapedRun } from './types.ts';

/** What word-spacing and justification widen: the space and the no-break space (CSS Text 3, 7.1 word separators of the scripts we set). */
export const isWordSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0;

/** Characters that take no letter-spacing: they have no glyph. */
export const isIgnorable = (unit: number): boolean =>
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x206f) ||
  unit === 0xfeff;

/** Glyph range [from, to) of the clusters that begin in text offsets [start, end) of the run. */
export function glyphRange(run: ShapedRun, start: number, end: number): { from: number; to: number } {
  const { clusters, rtl } = run;
  const count = clusters.length;
  const at = (offset: number): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const before = rtl ? (clusters[middle] ?? 0) >= offset : (clusters[middle] ?? 0) < offset;
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rtl ? { from: at(end), to: at(start) } : { from: at(start), to: at(end) };
}

/** Scripts whose letters join: letter spacing would tear them apart (CSS Text 4, 8.2.1), so they take none. */
const CURSIVE = new Set(['Arab', 'Syrc', 'Mong', 'Nkoo', 'Phag', 'Rohg', 'Mand']);
export const isCursive = (script: string): boolean => CURSIVE.has(script);

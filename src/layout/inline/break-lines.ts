import { balancedLines } from './balance.ts';
import { greedyLines } from './greedy.ts';
import type { Measure } from './measure.ts';
import { prettyLines } from './pretty.ts';
import type { LineRange } from './types.ts';

/** The lines of a paragraph, by its `text-wrap`; what stands between forced breaks is broken by itself. */
export function breakLines(m: Measure): readonly LineRange[] {
  // Elements inside have edges of their own, which are no part of the setting.
  if (m.p.specials.length > 0) return breakNow(m);
  const key = `${m.width} ${m.scale}`;
  const known = m.p.lines.get(key);
  if (known) return known;
  const made = breakNow(m);
  m.p.lines.set(key, made);
  return made;
}

function breakNow(m: Measure): LineRange[] {
  const { cuts, root, text, specials } = m.p;
  if (cuts.length < 2 || (text.length === 0 && !specials.some((special) => takesRoom(m, special.index)))) return [];
  const { textWrap } = root.style;
  const lines: LineRange[] = [];
  let first = 0;
  for (let i = 1; i < cuts.length; i++) {
    const kind = cuts[i]?.kind;
    if (kind !== 'forced' && kind !== 'end') continue;
    if (textWrap === 'balance') lines.push(...balancedLines(m, first, i));
    else if (textWrap === 'pretty') lines.push(...prettyLines(m, first, i));
    else lines.push(...greedyLines(m, first, i, m.width));
    first = i;
  }
  return lines;
}

/** An empty inline box makes a line only if its margins, border or padding show (CSS 2.1, 9.4.2). */
function takesRoom(m: Measure, index: number): boolean {
  return (m.edges[index + 1] ?? 0) !== (m.edges[index] ?? 0);
}

import { type Diagnostic, warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { isWordSpace } from '../../core/text/index.ts';
import type { InlineRoot, LineFragment, LineItem } from '../types.ts';

/** Spaces of justified lines that are so many times as wide as the font's tear the line apart. */
const TORN = 3;
const ROUNDING = 0.01;

type TextItem = Extract<LineItem, { kind: 'text' }>;

/** Width of the first word space of a stretch as the font has it, pt; null: there is none. */
function spaceOf({ run, from, to, size }: TextItem): number | null {
  for (let i = from; i < to; i++)
    if (isWordSpace(run.text.charCodeAt(run.clusters[i] ?? 0))) return ((run.advances[i] ?? 0) * size) / run.face.unitsPerEm;
  return null;
}

/** How many times as wide as usual the spaces of a line are. */
function widening(line: LineFragment): { readonly times: number; readonly source: Span | undefined } {
  let times = 1;
  let source: Span | undefined;
  for (const item of line.items) {
    if (item.kind !== 'text') continue;
    const space = spaceOf(item);
    if (space === null || space <= 0) continue;
    // What the stylesheet asks for beside is meant.
    const usual = space + item.style.wordSpacing * (item.size / item.style.fontSize);
    const found = (space + item.wordSpacing) / Math.max(usual, space);
    if (found > times) [times, source] = [found, item.source];
  }
  return { times, source };
}

/** Justified lines that stay torn apart, whatever was tried: the worst of each paragraph. */
export function reportGaps(root: InlineRoot, lines: readonly LineFragment[], report: (d: Diagnostic) => void): void {
  if (root.style.textAlign !== 'justify') return;
  const [worst] = lines.map(widening).sort((a, b) => b.times - a.times);
  if (!worst || worst.times <= TORN + ROUNDING) return;
  report(
    warning('gaps-too-wide', `The spaces of this justified line are ${worst.times.toFixed(1)} times as wide as usual.`, {
      span: worst.source ?? root.source,
      hint: 'Let words be divided (hyphens: auto), make the column wider or the type smaller, or do without text-align: justify.',
    }),
  );
}

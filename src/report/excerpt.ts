import type { Span } from '../core/source.ts';
import { lineText, locate } from '../core/source.ts';

/** Longer lines are cut around the fault: nobody reads 2,000 columns. */
const WIDEST = 110;

const TAB = /\t/g;

/**
 * The line of the fault with a caret under the faulty words. Of a span over several lines, the first line is shown.
 *
 *     12 │ date: torsdag den 7. december
 *        │       ^^^^^^^^^^^^^^^^^^^^^^^
 */
export function excerpt(span: Span): readonly string[] {
  const { line, column } = locate(span.source, span.start);
  const end = locate(span.source, span.end);
  const text = lineText(span.source, line);
  if (text === '' && span.start === span.end) return [];
  const last = end.line === line ? end.column : text.length + 1;
  const from = Math.max(0, Math.min(column - 1 - 30, text.length - WIDEST));
  const cut = column - 1 > WIDEST - 20 ? from : 0;
  const shown = text.slice(cut, cut + WIDEST).replace(TAB, ' ');
  const before = cut > 0 ? '…' : '';
  const after = cut + WIDEST < text.length ? '…' : '';
  const start = column - 1 - cut;
  const carets = Math.max(1, Math.min(last - column, shown.length - start));
  const gutter = String(line);
  return [
    `${gutter} │ ${before}${shown}${after}`,
    `${' '.repeat(gutter.length)} │ ${' '.repeat(before.length + Math.max(0, start))}${'^'.repeat(carets)}`,
  ];
}

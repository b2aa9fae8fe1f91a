import type { WrittenText } from '../../core/campaign.ts';
import { type Span, span } from '../../core/source.ts';

/** From a range of `markdown` to where its author wrote it. */
export type Place = (from: number, to: number) => Span;

const isSpace = (unit: string | undefined): boolean => unit !== undefined && /\s/.test(unit);

/**
 * For each offset of the Markdown its offset in the source. YAML folds lines, indents, doubles quotation marks and escapes: what the source
 * has more is skipped, white space stands for white space. null where the two cannot be brought together.
 */
function align(markdown: string, source: string, from: number, to: number): Uint32Array | null {
  const map = new Uint32Array(markdown.length + 1);
  let j = from;
  for (let i = 0; i < markdown.length; i++) {
    const unit = markdown[i];
    if (isSpace(unit)) {
      map[i] = j;
      if (isSpace(source[j])) {
        // A run of white space in the source stands for the run in the Markdown.
        if (!isSpace(markdown[i + 1])) while (j < to && isSpace(source[j])) j++;
        else j++;
      }
      continue;
    }
    let skipped = 0;
    while (j < to && source[j] !== unit && skipped < 200) {
      if (!/[\s"'\\>|#+-]/.test(source[j] ?? '')) return null;
      j++;
      skipped++;
    }
    if (j >= to) return null;
    map[i] = j;
    j++;
  }
  map[markdown.length] = Math.min(j, to);
  return map;
}

/** How places in this text's Markdown become places in its file. */
export function placesOf(text: WrittenText): Place {
  const { markdown, span: whole } = text;
  const { source, start, end } = whole;
  const written = source.text.slice(start, end);
  const shift = text.offsets ? -1 : written === markdown ? 0 : written.indexOf(markdown);
  if (shift >= 0 && markdown.length > 0) return (from, to) => span(source, start + shift + from, start + shift + to);
  const map = text.offsets ?? align(markdown, source.text, start, end);
  if (!map) return () => whole;
  return (from, to) => {
    const first = map[from] ?? start;
    const last = to > from ? (map[to - 1] ?? first) + 1 : first;
    return span(source, first, Math.max(first, last));
  };
}

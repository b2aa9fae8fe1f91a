/** A file as the user wrote it. `path` is how the user knows it (relative to the campaign folder, or `template-set/…`), with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Half-open range of UTF-16 offsets in one source. Line and column are computed late, by `locate`. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Both from 1; the column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function span(source: Source, start: number, end: number): Span {
  return { source, start, end };
}

const lineStarts = new WeakMap<Source, readonly number[]>();

function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  const { text } = source;
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  lineStarts.set(source, starts);
  return starts;
}

/** Position of one offset. Offsets past the end give the end. */
export function locate(source: Source, offset: number): Position {
  const starts = startsOf(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}

/** The text of one line (from 1), without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = startsOf(source);
  const start = starts[line - 1] ?? source.text.length;
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, '');
}

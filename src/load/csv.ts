import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import type { Source, Span } from '../core/source.ts';
import { span } from '../core/source.ts';
import type { WrittenScalar } from '../core/written/node.ts';

export interface CsvRow {
  /** Empty cells have the value null. */
  readonly cells: readonly WrittenScalar[];
  /** Without its line end. */
  readonly span: Span;
}

const DELIMITERS = [';', ',', '\t'] as const;

/** Of the first line; where two are as frequent, the one that Danish Excel writes. */
function delimiterOf(text: string): { readonly delimiter: string; readonly start: number } {
  // Excel's own way of saying it.
  const said = /^sep=(.)\r?\n/.exec(text);
  if (said) return { delimiter: said[1] ?? ';', start: said[0].length };
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted) {
      const i = DELIMITERS.indexOf(character as ';');
      if (i !== -1) counts[i] = (counts[i] ?? 0) + 1;
    }
  }
  const most = Math.max(...counts);
  return { delimiter: DELIMITERS[counts.indexOf(most)] ?? ';', start: 0 };
}

/** Reads separated values by RFC 4180, with whatever separator the file has. Cells are trimmed; quoted ones may hold line ends. */
export function readCsv(source: Source): { readonly rows: readonly CsvRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const { text } = source;
  const { delimiter, start } = delimiterOf(text);
  const rows: CsvRow[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = start;
  while (at < text.length) {
    const cells: WrittenScalar[] = [];
    const rowStart = at;
    let rowEnd = at;
    for (;;) {
      const cell = readCell(source, at, delimiter, diagnostics);
      cells.push(cell.scalar);
      rowEnd = cell.end;
      at = cell.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    rows.push({ cells, span: span(source, rowStart, rowEnd) });
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
  }
  return { rows, diagnostics };
}

interface Cell {
  readonly scalar: WrittenScalar;
  /** Where the separator, the line end or the end of the text stands. */
  readonly end: number;
}

function readCell(source: Source, from: number, delimiter: string, diagnostics: Diagnostic[]): Cell {
  const { text } = source;
  let open = from;
  while (text[open] === ' ') open++;
  if (text[open] === '"') return readQuoted(source, from, open, delimiter, diagnostics);
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { scalar: trimmed(source, from, end), end };
}

/** Whether anything but the separator or a line end comes next. */
const ends = (character: string | undefined, delimiter: string): boolean =>
  character === undefined || character === delimiter || character === '\n' || character === '\r';

function readQuoted(source: Source, from: number, open: number, delimiter: string, diagnostics: Diagnostic[]): Cell {
  const { text } = source;
  let value = '';
  const offsets: number[] = [];
  let at = open + 1;
  for (;;) {
    const character = text[at];
    if (character === undefined) {
      const hint = 'Close it, or double it if it is meant: "".';
      diagnostics.push(error('csv-quote', 'This quotation mark is never closed.', { span: span(source, open, open + 1), hint }));
      // The rest of the line is the cell, so that the rows below can be read.
      let end = open;
      while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
      return { scalar: trimmed(source, from, end), end };
    }
    if (character === '"' && text[at + 1] !== '"') break;
    value += character;
    offsets.push(at);
    at += character === '"' ? 2 : 1;
  }
  let end = at + 1;
  while (text[end] === ' ') end++;
  if (!ends(text[end], delimiter)) {
    const after = end;
    while (!ends(text[end], delimiter)) end++;
    const hint = 'Double a quotation mark that belongs to the text: "".';
    diagnostics.push(
      error('csv-quote', 'Something follows the closing quotation mark.', { span: span(source, after, end), hint }),
    );
  }
  const lead = value.length - value.trimStart().length;
  const kept = value.trim();
  if (kept === '') return { scalar: { kind: 'scalar', value: null, span: span(source, open + 1, open + 1) }, end };
  const places = offsets.slice(lead, lead + kept.length);
  const first = places[0] ?? open + 1;
  const last = places[places.length - 1] ?? first;
  const plain = last - first === kept.length - 1;
  return {
    scalar: { kind: 'scalar', value: kept, span: span(source, first, last + 1), ...(!plain && { offsets: places }) },
    end,
  };
}

function trimmed(source: Source, from: number, to: number): WrittenScalar {
  const raw = source.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const value = raw.trim();
  if (value === '') return { kind: 'scalar', value: null, span: span(source, from, from) };
  return { kind: 'scalar', value, span: span(source, start, start + value.length) };
}

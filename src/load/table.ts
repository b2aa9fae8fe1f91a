import type { Diagnostic } from '../core/diagnostics.ts';
import { error, warning, withAbout } from '../core/diagnostics.ts';
import type { Source, Span } from '../core/source.ts';
import { locate, span } from '../core/source.ts';
import type { WrittenEntry, WrittenMap, WrittenNode, WrittenScalar } from '../core/written/node.ts';
import { EVERY_LANGUAGE } from '../core/written/node.ts';
import type { CsvRow } from './csv.ts';
import { readCsv } from './csv.ts';

/** Headings that people write without the path that they mean. */
const SHORT: Readonly<Record<string, string>> = {
  street: 'address.street',
  postcode: 'address.postcode',
  town: 'address.town',
  entrance: 'address.entrance',
  transit: 'address.transit',
};

/** 'name_en' is 'name.en'; 'step_free' is not. */
const LANGUAGE_SUFFIX = /^(.+)_([a-z]{2})$/;

interface Column {
  readonly path: readonly string[];
  readonly heading: Span;
}

/** Other people's headings → paths; null: a column that is left alone. */
export type ColumnNames = ReadonlyMap<string, string | null>;

function pathOf(heading: string, columns: ColumnNames): readonly string[] | null {
  const mapped = columns.get(heading);
  if (mapped === null) return null;
  const name = mapped ?? heading;
  const suffix = LANGUAGE_SUFFIX.exec(name);
  const path = suffix ? `${suffix[1]}.${suffix[2]}` : name;
  const [first = '', ...rest] = path.split('.');
  const long = Object.hasOwn(SHORT, first) ? SHORT[first] : undefined;
  return [...(long ?? first).split('.'), ...rest];
}

/** A part of a path that could be no key. */
const BAD_PART = /^$|^(?:__proto__|constructor|prototype|\*)$|\s/;

function columnsOf(
  row: CsvRow,
  rows: readonly CsvRow[],
  names: ColumnNames,
  diagnostics: Diagnostic[],
): readonly (Column | null)[] {
  const taken = new Map<string, Span>();
  return row.cells.map((cell, index) => {
    if (cell.value === null) {
      const filled = rows.map((r) => r.cells[index]).find((c) => c !== undefined && c.value !== null);
      if (filled)
        diagnostics.push(
          error('csv-heading', `“${filled.value}” stands in a column without a heading.`, {
            span: filled.span,
            hint: 'Write a heading in the first line, or delete the column.',
          }),
        );
      return null;
    }
    const path = pathOf(cell.value, names);
    if (path === null) return null;
    if (path.some((part) => BAD_PART.test(part))) {
      const hint = `Map it to a path in the campaign, or leave it out: columns: {"${cell.value}": null}.`;
      diagnostics.push(error('csv-heading', `“${cell.value}” is no path of a library.`, { span: cell.span, hint }));
      return null;
    }
    const key = path.join('.');
    const first = taken.get(key);
    if (first) {
      const words = `${first.source.text.slice(first.start, first.end)}`;
      const hint = `“${words}” in column ${locate(first.source, first.start).column} is the same. Delete one of them.`;
      diagnostics.push(error('csv-duplicate-heading', `“${cell.value}” is there already.`, { span: cell.span, hint }));
      return null;
    }
    taken.set(key, cell.span);
    return { path, heading: cell.span };
  });
}

type Growing = Map<string, { key: Span; value: Growing | WrittenScalar }>;

const isGrowing = (value: Growing | WrittenScalar): value is Growing => value instanceof Map;

/** `name` and `name.en` of one row become one map, in which the bare one stands for every language. */
function put(into: Growing, { path, heading }: Column, scalar: WrittenScalar): void {
  let at = into;
  for (const part of path.slice(0, -1)) {
    const known = at.get(part);
    if (known && isGrowing(known.value)) {
      at = known.value;
      continue;
    }
    const next: Growing = new Map();
    if (known) next.set(EVERY_LANGUAGE, { key: known.key, value: known.value as WrittenScalar });
    at.set(part, { key: heading, value: next });
    at = next;
  }
  const last = path[path.length - 1] ?? '';
  const known = at.get(last);
  if (known && isGrowing(known.value)) known.value.set(EVERY_LANGUAGE, { key: heading, value: scalar });
  else at.set(last, { key: heading, value: scalar });
}

function finish(growing: Growing, at: Span): WrittenMap {
  const entries = new Map<string, WrittenEntry>();
  for (const [name, { key, value }] of growing) {
    const node: WrittenNode = isGrowing(value) ? finish(value, at) : value;
    entries.set(name, { key, value: node });
  }
  return { kind: 'map', entries, span: at };
}

/**
 * Rows of a spreadsheet as libraries. A heading is a path; an empty cell says nothing, the word null removes what the campaign says.
 * A key's place is its heading, a value's its cell.
 */
export function readTable(
  source: Source,
  names: ColumnNames,
): { readonly rows: readonly WrittenMap[]; readonly diagnostics: readonly Diagnostic[] } {
  const csv = readCsv(source);
  const [head, ...rest] = csv.rows;
  const diagnostics = [...csv.diagnostics];
  const rows = rest.filter(({ cells }) => cells.some((cell) => cell.value !== null));
  if (!head || rows.length === 0 || head.cells.every((cell) => cell.value === null)) {
    const hint = 'The first line has the headings (id;name;…), each line below it one library.';
    const message = head ? `“${source.path}” has headings, but no libraries.` : `“${source.path}” is empty.`;
    diagnostics.push(error('csv-empty', message, { span: head?.span ?? span(source, 0, 0), hint }));
    return { rows: [], diagnostics };
  }
  const columns = columnsOf(head, rows, names, diagnostics);
  const named = columns.reduce((last, column, i) => (column ? i + 1 : last), 0);
  const isFilled = (i: number): boolean =>
    rows.filter(({ cells }) => (cells[i]?.value ?? null) !== null).length > rows.length / 2;
  const made = rows.map((row) => {
    const growing: Growing = new Map();
    row.cells.forEach((cell, i) => {
      const column = columns[i];
      if (!column || cell.value === null) return;
      put(growing, column, /^null$/i.test(cell.value) ? { ...cell, value: null } : cell);
    });
    const id = growing.get('id')?.value;
    const library = id && !isGrowing(id) && id.value !== null ? id.value : undefined;
    // A cell too many leaves one row in doubt; a quotation mark too many all that follow it.
    const isQuoteAtFault = csv.diagnostics.some((d) => d.span && d.span.start >= row.span.start && d.span.end <= row.span.end);
    const own = isQuoteAtFault ? [] : ragged(row, columns.length, named, isFilled);
    diagnostics.push(...own.map((d) => (library === undefined ? d : withAbout(d, { library }))));
    return finish(growing, row.span);
  });
  return { rows: made, diagnostics };
}

function ragged(row: CsvRow, headings: number, named: number, isFilled: (column: number) => boolean): readonly Diagnostic[] {
  const extra = row.cells.slice(headings).find((cell) => cell.value !== null);
  const counts = `This row has ${row.cells.length} cells, but there are ${headings} headings`;
  if (extra) {
    const hint = 'A comma or semicolon inside a cell needs quotation marks around the cell.';
    return [error('csv-ragged', `${counts}.`, { span: extra.span, hint })];
  }
  // What most rows have and this one lacks was lost, not left empty: printed, it would be a wrong address.
  const lost = Array.from({ length: Math.max(0, named - row.cells.length) }, (_, i) => row.cells.length + i).some(isFilled);
  if (lost) {
    const hint = 'Fill in the cells that are missing, or put their separators where they are empty on purpose.';
    return [error('csv-ragged', `${counts}; most other rows have what is missing.`, { span: row.span, hint })];
  }
  // Excel leaves off separators at the end of rows whose last cells are empty.
  return row.cells.length < named
    ? [
        warning('csv-ragged', `${counts}: the last are taken as empty.`, {
          span: row.span,
          hint: 'See that no cell is missing in the middle, and put the separators of the empty cells at its end.',
        }),
      ]
    : [];
}

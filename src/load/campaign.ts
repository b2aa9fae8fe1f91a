import { basename, dirname, posix } from 'node:path';
import type { Diagnostic, Result } from '../core/diagnostics.ts';
import { error, hasErrors, withAbout } from '../core/diagnostics.ts';
import type { Span } from '../core/source.ts';
import type { World } from '../core/world.ts';
import type { WrittenEntry, WrittenMap, WrittenNode, WrittenScalar } from '../core/written/node.ts';
import { entryOf, headOf } from '../core/written/node.ts';
import type { Room } from './files.ts';
import { missingFile, openText, outsideComplaint, pathInside } from './files.ts';
import { readTexts } from './markdown.ts';
import type { ColumnNames } from './table.ts';
import { readTable } from './table.ts';
import type { WrittenCampaign } from './types.ts';
import { readYaml } from './yaml.ts';

interface Loading {
  readonly room: Room;
  readonly diagnostics: Diagnostic[];
  readonly columns: ColumnNames;
  readonly unread: string[];
}

/** @param path absolute path of the campaign file; what it names is read from its folder and nowhere else */
export function loadCampaign(path: string, world: World): Result<WrittenCampaign> {
  const folder = dirname(path);
  const room: Room = { world, folder, label: '' };
  const opened = openText(room, basename(path), undefined);
  const diagnostics = [...opened.diagnostics];
  if (!opened.value) return { diagnostics };
  const yaml = readYaml(opened.value);
  diagnostics.push(...yaml.diagnostics);
  const root = yaml.value;
  if (root === undefined) return { diagnostics };
  if (root.kind !== 'map') {
    const hint = 'A campaign begins with lines such as “id: …” and “title: …”.';
    diagnostics.push(error('wrong-shape', 'A campaign file holds keys and values.', { span: headOf(root), hint }));
    return { diagnostics };
  }
  const loading: Loading = { room, diagnostics, columns: columnsOf(root), unread: [] };
  const whole = withTexts(root, '', loading);
  pictures(root, loading);
  const libraries = librariesOf(entryOf(root, 'libraries')?.value, loading);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const faulty = [...new Set(errors.flatMap((d) => d.about?.library ?? []))];
  const readable = errors.every((d) => d.about?.library !== undefined);
  return { value: { folder, root: whole, libraries, unread: loading.unread, faulty, readable }, diagnostics };
}

/** Reads something of one library, so that what is wrong with it is that library's. */
function ofLibrary(map: WrittenMap, from: string, loading: Loading): WrittenMap {
  const id = entryOf(map, 'id')?.value;
  if (id?.kind !== 'scalar' || id.value === null) return withTexts(map, from, loading);
  const own: Diagnostic[] = [];
  const read = withTexts(map, from, { ...loading, diagnostics: own, unread: [] });
  const library = id.value.trim();
  loading.diagnostics.push(...own.map((d) => withAbout(d, { library })));
  return read;
}

function columnsOf(root: WrittenMap): ColumnNames {
  const columns = new Map<string, string | null>();
  const written = entryOf(root, 'columns')?.value;
  if (written?.kind !== 'map') return columns;
  for (const [heading, { value }] of written.entries) if (value.kind === 'scalar') columns.set(heading.trim(), value.value);
  return columns;
}

/** The same map with the files that its `texts` name in place of their paths. */
function withTexts(map: WrittenMap, from: string, loading: Loading): WrittenMap {
  const texts = entryOf(map, 'texts');
  if (texts?.value.kind !== 'map') return map;
  const languages = new Map<string, WrittenEntry>();
  for (const [language, entry] of texts.value.entries) {
    const { value } = entry;
    if (value.kind !== 'scalar' || value.value === null) {
      languages.set(language, entry);
      continue;
    }
    const own: Diagnostic[] = [];
    languages.set(language, { ...entry, value: textFile(value, from, { ...loading, diagnostics: own }) });
    loading.diagnostics.push(...own.map((d) => withAbout(d, { language })));
    if (hasErrors(own)) loading.unread.push(`texts.${language}`);
  }
  const entries = new Map(map.entries);
  entries.set('texts', { key: texts.key, value: { ...texts.value, entries: languages } });
  return { ...map, entries };
}

const NO_TEXTS = (span: Span): WrittenMap => ({ kind: 'map', entries: new Map(), span });

function textFile(named: WrittenScalar, from: string, loading: Loading): WrittenNode {
  const { room, diagnostics } = loading;
  const written = named.value ?? '';
  const path = pathInside(written, from);
  const empty = NO_TEXTS(named.span);
  if (path === null) {
    diagnostics.push(outsideComplaint(written, named.span));
    return empty;
  }
  const kind = posix.extname(path).toLowerCase();
  if (!['.md', '.markdown', '.yaml', '.yml'].includes(kind)) {
    const hint = 'Write the texts in Markdown (texts/da.md), in YAML, or here by piece and key.';
    diagnostics.push(error('file-kind', `“${written}” is no file of texts.`, { span: named.span, hint }));
    return empty;
  }
  const opened = openText(room, path, named.span);
  diagnostics.push(...opened.diagnostics);
  if (!opened.value) return empty;
  const read = kind.startsWith('.m') ? readTexts(opened.value) : readYaml(opened.value);
  diagnostics.push(...read.diagnostics);
  return read.value ?? empty;
}

/** Pictures are opened by a later stage; that they are there is seen now, where their names stand. */
function pictures(root: WrittenMap, { room, diagnostics }: Loading): void {
  const look = (node: WrittenNode | undefined): void => {
    if (node?.kind === 'scalar' && node.value !== null) diagnostics.push(...missingFile(room, node.value, node.span));
  };
  const images = entryOf(root, 'images')?.value;
  if (images?.kind === 'map') for (const { value } of images.entries.values()) look(entryOf(value, 'file')?.value);
  const marks = entryOf(root, 'marks')?.value;
  if (marks?.kind !== 'map') return;
  for (const { value } of marks.entries.values()) {
    const files = entryOf(value, 'files')?.value;
    if (files?.kind === 'map') for (const file of files.entries.values()) look(file.value);
  }
}

/** A list here, a spreadsheet, a file, a folder of files, or a list of these. */
function librariesOf(node: WrittenNode | undefined, loading: Loading): readonly WrittenMap[] {
  if (!node) return [];
  if (node.kind === 'list') return node.items.flatMap((item) => librariesOf(item, loading));
  if (node.kind === 'map') return [ofLibrary(node, '', loading)];
  return node.value === null ? [] : libraryFiles(node.value, node.span, loading);
}

const LIBRARY_FILE = /\.(?:csv|tsv|txt|ya?ml)$/i;

function libraryFiles(written: string, at: Span, loading: Loading): readonly WrittenMap[] {
  const { room, diagnostics } = loading;
  const path = pathInside(written);
  if (path === null) {
    diagnostics.push(outsideComplaint(written, at));
    return [];
  }
  if (LIBRARY_FILE.test(path)) return libraryFile(path, at, loading);
  const names = room.world.list(posix.join(room.folder, path));
  const files = names.filter((name) => LIBRARY_FILE.test(name) && !name.startsWith('.'));
  if (files.length > 0) return files.flatMap((name) => libraryFile(posix.join(path, name), at, loading));
  const exists = room.world.exists(posix.join(room.folder, path));
  const hint = /\.(?:xlsx?|ods|numbers)$/i.test(path)
    ? 'Save the spreadsheet as CSV (in Excel: Save as, CSV UTF-8), and name that file.'
    : 'Libraries come as a CSV file, as YAML, as a folder of such files, or as a list written here.';
  const message = exists ? `“${written}” holds no libraries that can be read.` : `There is no “${written}”.`;
  diagnostics.push(error(exists ? 'file-kind' : 'file-missing', message, { span: at, hint }));
  return [];
}

function libraryFile(path: string, at: Span, loading: Loading): readonly WrittenMap[] {
  const { room, diagnostics, columns } = loading;
  const isTable = !/\.ya?ml$/i.test(path);
  const opened = openText(room, path, at, isTable);
  diagnostics.push(...opened.diagnostics);
  if (!opened.value) return [];
  const from = posix.dirname(path);
  if (isTable) {
    const table = readTable(opened.value, columns);
    diagnostics.push(...table.diagnostics);
    return table.rows.map((row) => ofLibrary(row, from, loading));
  }
  const yaml = readYaml(opened.value);
  diagnostics.push(...yaml.diagnostics);
  const nodes = yaml.value?.kind === 'list' ? yaml.value.items : yaml.value ? [yaml.value] : [];
  return nodes.flatMap((node) => {
    if (node.kind === 'map') return [ofLibrary(node, from, loading)];
    const hint = 'Begin each library with “- id: …”, and write its name, address … below that.';
    diagnostics.push(error('wrong-shape', 'A library is a map: id, name, address …', { span: headOf(node), hint }));
    return [];
  });
}

import { isAbsolute, join, posix } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.ts';
import { error } from '../core/diagnostics.ts';
import { nearest } from '../core/model/nearest.ts';
import type { Source, Span } from '../core/source.ts';
import { span } from '../core/source.ts';
import type { World } from '../core/world.ts';
import { isRefusal } from '../core/world.ts';
import { checkSource } from './characters.ts';
import { composed, decode } from './decode.ts';

/** A folder that files are read from, and how its files are called in messages. */
export interface Room {
  readonly world: World;
  /** Absolute. */
  readonly folder: string;
  /** Before the path in messages: '' for the campaign, 'plain/' for a template set. */
  readonly label: string;
}

/** A spreadsheet of a thousand libraries has 0.2 MB. */
const MAX_TEXT_BYTES = 8 * 1024 * 1024;

type Found<T> =
  | { readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly value: null; readonly diagnostics: readonly Diagnostic[] };

const refuse = (diagnostic: Diagnostic) => ({ value: null, diagnostics: [diagnostic] });

/**
 * A path that somebody wrote, relative to `from` (a folder inside the room, '' for the room itself) → path inside the room with forward slashes.
 * null: it leads out, or is no relative path.
 */
export function pathInside(written: string, from = ''): string | null {
  if (isAbsolute(written) || /^[a-z][a-z0-9+.-]*:|\\/i.test(written) || written.startsWith('/')) return null;
  const path = posix.normalize(posix.join(from, written)).replace(/\/$/, '');
  return path === '..' || path.startsWith('../') || written.trim() === '' ? null : path;
}

const outside = (written: string, at: Span | undefined): Diagnostic =>
  error('file-outside', `“${written}” is not a path inside the folder.`, {
    span: at,
    hint: 'Copy the file into the folder, and name it by its relative path with forward slashes.',
  });

/** Opens a text file by its path inside the room. `at` is where its name was written. */
export function openText(room: Room, path: string, at: Span | undefined, anyEncoding = false): Found<Source> {
  const bytes = room.world.read(join(room.folder, path));
  const name = room.label + path;
  if (bytes === null) return refuse(missing(room, path, at));
  if (isRefusal(bytes)) {
    if (bytes.refused === 'outside') return refuse(outside(path, at));
    if (bytes.refused === 'too-large') return refuse(tooLarge(name, at));
    const hint = at ? 'Name a file in it.' : `Name the campaign’s file in it: ${name}/campaign.yaml.`;
    return refuse(error('file-missing', `“${name}” is a folder, not a file.`, { span: at, hint }));
  }
  if (bytes.length > MAX_TEXT_BYTES) return refuse(tooLarge(name, at));
  const { text, encoding } = decode(bytes);
  const source: Source = { path: name, text: PROSE.test(path) ? composed(text) : text };
  if (encoding === 'windows-1252' && !anyEncoding) {
    // In Windows-1252 every byte is one character, so offsets are those of the bytes.
    const first = text.search(/[^\0-\u007f]/);
    const hint = 'Save it again as UTF-8 (in most editors: Save with encoding).';
    return refuse(error('file-encoding', `“${name}” is not UTF-8.`, { span: span(source, first, first + 1), hint }));
  }
  const fault = PROSE.test(path) ? endlessWord(source) : null;
  return fault ? refuse(fault) : { value: source, diagnostics: checkSource(source) };
}

/** Files in which people write words. Templates and stylesheets may hold a picture in a line. */
const PROSE = /\.(?:ya?ml|csv|tsv|txt|md)$/i;
/** No language has longer words; looking for dates and addresses in one takes time by the square of its length. */
const LONGEST_WORD = 5_000;

function endlessWord(source: Source): Diagnostic | null {
  // From one space to the next: a pattern for the word itself would have to remember each of its letters.
  const { text } = source;
  let begin = 0;
  for (const { index } of text.matchAll(/\s/g)) {
    if (index - begin > LONGEST_WORD) return endless(source, begin, index);
    begin = index + 1;
  }
  return text.length - begin > LONGEST_WORD ? endless(source, begin, text.length) : null;
}

const endless = (source: Source, begin: number, end: number): Diagnostic =>
  error('word-too-long', `A word of ${(end - begin).toLocaleString('en')} characters stands here.`, {
    span: span(source, begin, begin + 40),
    hint: 'Something else than a text was put in here: look for data that belongs into a file of its own.',
  });

const tooLarge = (name: string, at: Span | undefined): Diagnostic =>
  error('file-too-large', `“${name}” is larger than ${MAX_TEXT_BYTES / 1024 / 1024} MB.`, {
    span: at,
    hint: 'Texts and lists of libraries are small: perhaps another file was meant, or it has to be divided.',
  });

const HOW_NAMED = 'Paths are relative to the folder of the campaign or of the template set; small and capital letters count.';
const HOW_CALLED = 'Name the file of a campaign: kit build my-campaign/campaign.yaml.';

function missing(room: Room, path: string, at: Span | undefined): Diagnostic {
  const folder = posix.dirname(path);
  const names = room.world.list(join(room.folder, folder === '.' ? '' : folder)).filter((name) => !name.startsWith('.'));
  const base = posix.basename(path).toLowerCase();
  const alike =
    names.find((name) => name.toLowerCase() === base) ??
    nearest(base, names) ??
    names.find((name) => name.toLowerCase().startsWith(base.split('.')[0] ?? base));
  const hint = alike === undefined ? (at ? HOW_NAMED : HOW_CALLED) : `There is “${posix.join(folder, alike)}”.`;
  // Of the campaign's own file the folder may be misspelt.
  const shown = at || names.length > 0 ? `${room.label}${path}` : posix.join(posix.basename(room.folder), path);
  return error('file-missing', `There is no file “${shown}”.`, { span: at, hint });
}

/** Complaint about a picture or another file that is only named here and read by a later stage; none where it is there. */
export function missingFile(room: Room, written: string, at: Span): readonly Diagnostic[] {
  const path = pathInside(written);
  if (path === null) return [outside(written, at)];
  return room.world.exists(join(room.folder, path)) ? [] : [missing(room, path, at)];
}

export { outside as outsideComplaint };

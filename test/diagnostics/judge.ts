import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { locate } from '../../src/core/source.ts';
import type { Fixture } from './read-fixture.ts';

export interface Known {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly libraries: readonly string[];
  readonly languages: readonly string[];
  readonly pieces: readonly string[];
}

/** One line a diagnostic, with the words that it points at. */
export function told({ severity, code, span, about, message }: Diagnostic): string {
  const place = span ? `${span.source.path}:${locate(span.source, span.start).line}` : '-';
  const words = span ? ` “${span.source.text.slice(span.start, span.end)}”` : '';
  const whom = [about?.library, about?.language, about?.piece].map((name) => name ?? '-').join('/');
  return `${severity} ${code} ${place}${words} ${whom}: ${message}`;
}

/** Where the nth occurrence of some words begins; -1: they are not there. */
function nthIndex(text: string, words: string, nth: number): number {
  let at = -1;
  for (let i = 0; i < nth; i++) {
    at = text.indexOf(words, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

const listed = (whom: string | readonly string[] | undefined, all: readonly string[]): readonly string[] =>
  whom === undefined ? [] : whom === 'every' ? [...all].sort() : [...(typeof whom === 'string' ? [whom] : whom)].sort();

const named = (found: readonly Diagnostic[], key: 'library' | 'language' | 'piece'): readonly string[] =>
  [...new Set(found.flatMap((d) => d.about?.[key] ?? []))].sort();

/** What is not as the fixture says; empty: all is. */
export function judge({ expect }: Fixture, diagnostics: readonly Diagnostic[], known: Known): readonly string[] {
  const faults: string[] = [];
  const file = expect.file === null ? undefined : known.files.get(expect.file);
  const onDisk = file && Buffer.from(file).toString('utf8');
  const { text } = expect;
  const isIt = ({ code, span }: Diagnostic): boolean => {
    if (code !== expect.code) return false;
    if (expect.file === null) return span === undefined;
    if (!span || span.source.path !== expect.file || text === undefined) return false;
    // What is not UTF-8 is judged as it was read, the rest as it stands on the disk.
    const whole = onDisk === undefined || onDisk.includes('\ufffd') ? span.source.text : onDisk.replace(/^\ufeff/, '');
    return span.start === nthIndex(whole, text, expect.nth) && span.end === span.start + text.length;
  };
  const found = diagnostics.filter(isIt);
  const others = diagnostics.filter((d) => !isIt(d));
  if (found.length === 0) faults.push(`no ${expect.code} at “${text ?? ''}” of ${expect.file ?? 'no file'}`);
  for (const d of found) {
    if (d.severity !== expect.severity) faults.push(`is of severity ${d.severity}`);
    if (expect.hint !== d.hints.length > 0) faults.push(expect.hint ? 'gives no hint' : `gives a hint: ${d.hints[0]}`);
    if (expect.says !== undefined && !d.message.includes(expect.says)) faults.push(`does not say “${expect.says}”: ${d.message}`);
  }
  const whom = [
    ['library', known.libraries],
    ['language', known.languages],
    ['piece', known.pieces],
  ] as const;
  for (const [key, all] of whom) {
    const [is, should] = [named(found, key), listed(expect[key], all)];
    if (found.length > 0 && is.join() !== should.join()) faults.push(`concerns ${key} [${is}], not [${should}]`);
  }
  const extra = others.filter((d) => !expect.also.includes(d.code)).map(told);
  for (const line of new Set(extra)) faults.push(`besides: ${line}`);
  for (const code of expect.also) if (!others.some((d) => d.code === code)) faults.push(`${code} is not raised besides`);
  return faults;
}

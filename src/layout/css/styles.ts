import type { Diagnostic } from '../../core/diagnostics.ts';
import { error, warning } from '../../core/diagnostics.ts';
import { type Span, span } from '../../core/source.ts';
import type { StyleSource } from '../types.ts';
import type { FontFaceRule } from './font-face.ts';
import { type Inline, readInline } from './inline.ts';
import type { MediaEnvironment } from './media.ts';
import { openPages, type Pages } from './pages.ts';
import { openRules, type Rules } from './rules.ts';
import { type Complaint, readSheet, type Sheet } from './sheet.ts';
import { familiesOf, imageUrls, type UnknownFamily, unknownFamilies } from './survey.ts';
import { USER_AGENT } from './user-agent.ts';

/** A picture that a stylesheet names. */
export interface StyleUrl {
  readonly url: string;
  readonly source: Span | undefined;
}

/** A style attribute's text, read. */
export interface StyleAttribute extends Inline {
  readonly families: readonly UnknownFamily[];
}

/** The rules of one medium and page size. */
export interface Medium {
  readonly rules: Rules;
  readonly pages: Pages;
}

/** The stylesheets of one piece, read once for all its jobs. */
export interface Styles {
  /** Of the stylesheets themselves: once a set, not once a job. */
  readonly diagnostics: readonly Diagnostic[];
  readonly fontFaces: readonly FontFaceRule[];
  readonly urls: readonly StyleUrl[];
  /** A `<style>` element's text. */
  embedded(text: string): Sheet;
  inline(text: string): StyleAttribute;
  medium(environment: MediaEnvironment, embedded: readonly Sheet[]): Medium;
}

const nowhere = (): undefined => undefined;
let agent: Sheet | undefined;
/** Read at first use; the text is a constant, so one is enough for the process. */
function userAgent(): Sheet {
  agent ??= readSheet(USER_AGENT, nowhere);
  return agent;
}

export const toDiagnostic = (c: Complaint, at: Span | undefined): Diagnostic =>
  (c.severity === 'error' ? error : warning)(c.code, c.message, { span: at, hint: c.hint });

const CACHE_LIMIT = 1024;
const key = ({ page, monochrome }: MediaEnvironment): string => `${page.width} ${page.height} ${monochrome}`;

export function openStyles(sources: readonly StyleSource[]): Styles {
  const diagnostics: Diagnostic[] = [];
  const sheets = sources.map(({ source }) => {
    const sheet = readSheet(source.text, (start, end) => span(source, start, end));
    for (const complaint of sheet.complaints)
      diagnostics.push(toDiagnostic(complaint, span(source, complaint.start, complaint.end)));
    return sheet;
  });
  const fontFaces = sheets.flatMap((sheet) => sheet.fontFaces);
  for (const [i, { source }] of sources.entries())
    for (const family of sheets[i] ? familiesOf(sheets[i], source.text, fontFaces) : [])
      diagnostics.push(family.diagnostic(span(source, family.start, family.end)));

  // Caches by text: what a template writes is the same for every library, so these stay small; texts that differ are dropped at the limit.
  const embeddedSheets = new Map<string, Sheet>();
  const inlines = new Map<string, StyleAttribute>();
  const media = new Map<string, Medium>();
  const embeddedMedia = new WeakMap<Sheet, Map<string, Medium>>();

  const cached = <V>(cache: Map<string, V>, name: string, make: () => V): V => {
    let value = cache.get(name);
    if (value === undefined) {
      value = make();
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(name, value);
    }
    return value;
  };

  const open = (environment: MediaEnvironment, author: readonly Sheet[]): Medium => {
    const pages = openPages(userAgent(), author, environment);
    return { pages, rules: openRules(userAgent(), author, environment, pages.area) };
  };

  return {
    diagnostics,
    fontFaces,
    urls: sheets.flatMap(imageUrls),
    embedded: (text) => cached(embeddedSheets, text, () => readSheet(text, nowhere)),
    inline: (text) =>
      cached(inlines, text, () => {
        const read = readInline(text);
        return { ...read, families: unknownFamilies(read.declarations, (start, end) => text.slice(start, end), fontFaces) };
      }),
    medium: (environment, embedded) => {
      const [first, second] = embedded;
      if (!first) return cached(media, key(environment), () => open(environment, sheets));
      // Several <style> elements in one document are rare: they are not kept.
      if (second) return open(environment, [...sheets, ...embedded]);
      let own = embeddedMedia.get(first);
      if (!own) {
        own = new Map();
        embeddedMedia.set(first, own);
      }
      return cached(own, key(environment), () => open(environment, [...sheets, first]));
    },
  };
}

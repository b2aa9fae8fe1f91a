import type { Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Span } from '../../core/source.ts';
import { type Declarations, isDeferred } from './declarations.ts';
import type { FontFaceRule } from './font-face.ts';
import { didYouMean } from './nearest.ts';
import { type ComputeContext, type Property, paint, text } from './properties/index.ts';
import type { Sheet } from './sheet.ts';
import type { StyleUrl } from './styles.ts';
import { urlsIn } from './values/url.ts';

const CONTEXT: ComputeContext = { em: 12, rem: 12, area: { width: 0, height: 0 }, parent: (property) => property.initial };
const GENERIC = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'cursive',
  'fantasy',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'math',
  'emoji',
]);

function* blocks(sheet: Sheet): Iterable<Declarations> {
  const seen = new Set<Declarations>();
  const all = [
    ...sheet.rules.map((rule) => rule.declarations),
    ...sheet.pages.flatMap((page) => [page.declarations, ...page.margins.values()]),
  ];
  for (const declarations of all) {
    if (seen.has(declarations)) continue;
    seen.add(declarations);
    yield declarations;
  }
}

/** What a sheet says of one property, where no var() stands in it. */
function* values<C>(sheet: Sheet, property: Property<C>): Iterable<{ value: C; start: number; end: number }> {
  for (const { declared } of blocks(sheet))
    for (const { property: found, value, start, end } of declared)
      if (found === property && typeof value === 'function') yield { value: value(CONTEXT) as C, start, end };
}

/** Pictures to open before layout. */
export function imageUrls(sheet: Sheet): readonly StyleUrl[] {
  const urls: StyleUrl[] = [];
  for (const { value } of values(sheet, paint.backgroundImage))
    for (const image of value) if (image.kind === 'url') urls.push({ url: image.url, source: image.source });
  // Behind a var() the url stands in a custom property, or in its fallback.
  for (const { declared, custom } of blocks(sheet)) {
    for (const { text, start, end } of custom) urls.push(...behind(sheet, text, start, end));
    for (const { property, value, start, end } of declared)
      if (property === paint.backgroundImage && isDeferred(value)) urls.push(...behind(sheet, value.text, start, end));
  }
  return urls;
}

function behind(sheet: Sheet, text: string, start: number, end: number): readonly StyleUrl[] {
  const source = sheet.spanOf(start, end);
  if (!source) return [...urlsIn(text)].map(({ url }) => ({ url, source }));
  const from = source.source.text.indexOf(text, start);
  return [...urlsIn(text)].map((one) => ({ url: one.url, source: sheet.spanOf(from + one.start, from + one.end) }));
}

/** A family that no @font-face declares, with its offsets in the text that says it. */
export interface UnknownFamily {
  readonly start: number;
  readonly end: number;
  readonly diagnostic: (at: Span | undefined) => Diagnostic;
}

/** @param text what the declarations stand in */
export function unknownFamilies(
  declarations: Declarations,
  textIn: (start: number, end: number) => string,
  faces: readonly FontFaceRule[],
): readonly UnknownFamily[] {
  const known = new Map(faces.map((face) => [face.family.toLowerCase(), face.family]));
  return declarations.declared.flatMap(({ property, value, start, end }) => {
    if (property !== text.fontFamily || typeof value !== 'function') return [];
    const families = (value(CONTEXT) as readonly string[]).filter(
      (one) => !known.has(one.toLowerCase()) && !GENERIC.has(one.toLowerCase()),
    );
    const written = textIn(start, end).toLowerCase();
    return families.map((family) => {
      const at = written.lastIndexOf(family.toLowerCase());
      const hint =
        didYouMean(family, known.values()) ?? 'Put the font into the template set and declare it, or leave the family out.';
      return {
        start: at === -1 ? start : start + at,
        end: at === -1 ? end : start + at + family.length,
        diagnostic: (span) => warning('font-family-undeclared', `No @font-face declares the family “${family}”.`, { span, hint }),
      } satisfies UnknownFamily;
    });
  });
}

/** Families that no @font-face declares, in all of a sheet. */
export const familiesOf = (sheet: Sheet, source: string, faces: readonly FontFaceRule[]): readonly UnknownFamily[] =>
  [...blocks(sheet)].flatMap((declarations) => unknownFamilies(declarations, (start, end) => source.slice(start, end), faces));

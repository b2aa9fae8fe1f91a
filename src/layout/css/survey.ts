import type { Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Declarations } from './declarations.ts';
import type { FontFaceRule } from './font-face.ts';
import { didYouMean } from './nearest.ts';
import { type ComputeContext, type Property, paint, text } from './properties/index.ts';
import type { Sheet } from './sheet.ts';
import type { StyleUrl } from './styles.ts';

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
  return urls;
}

/** Families that no @font-face declares, once a declaration. */
export function checkFamilies(sheets: readonly Sheet[], faces: readonly FontFaceRule[]): readonly Diagnostic[] {
  const known = new Map(faces.map((face) => [face.family.toLowerCase(), face.family]));
  const diagnostics: Diagnostic[] = [];
  for (const sheet of sheets)
    for (const { value, start, end } of values(sheet, text.fontFamily))
      for (const family of value)
        if (!known.has(family.toLowerCase()) && !GENERIC.has(family.toLowerCase()))
          diagnostics.push(
            warning('font-family-undeclared', `No @font-face declares the family “${family}”.`, {
              span: sheet.spanOf(start, end),
              hint:
                didYouMean(family, known.values()) ??
                'Put the font into the template set and declare it, or leave the family out.',
            }),
          );
  return diagnostics;
}

/** Text: fonts opened, matched and shaped; where lines may break; where words divide. */
export { bidiLevels, leftToRight, paragraphLevels } from './bidi.ts';
export { breakOpportunities, MAY_BREAK, MUST_BREAK, NO_BREAK } from './breaks.ts';
export { colorGlyph } from './color/glyph.ts';
export { glyphOf, isVariable } from './face.ts';
export { installedPackages, openFallback } from './fallback/installed.ts';
export { hasFeature } from './features.ts';
export { type HyphenWords, hyphenWords } from './hyphen-words/index.ts';
export { type HyphenExceptions, type HyphenLimits, hyphenate, hyphenates, USUAL_LIMITS } from './hyphenate.ts';
export { type Itemized, itemize, itemizeSpans, type MeasuredTextRun, type MissingGlyph, type TextSpan } from './itemize.ts';
export { openFonts } from './match.ts';
export { glyphOutline } from './outline.ts';
export { type MeasuredRun, shape, shapingContext } from './shape.ts';
export { glyphRange, isCursive, isIgnorable, isWordSpace } from './spacing.ts';
export { loadSubsetter } from './subset.ts';
export type * from './types.ts';
export { loadShaper } from './wasm.ts';

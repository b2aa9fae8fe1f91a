/** Something that was meant to be replaced and is still there. Half-open UTF-16 offsets. */
export interface Leftover {
  readonly start: number;
  readonly end: number;
  /** XX may be a Roman twenty, and question marks a style: such are only likely. */
  readonly sure: boolean;
}

const SURE: readonly RegExp[] = [
  /\{\{+[^{}\n]*\}*|\{?[^{}\s]*\}\}+/g,
  // A placeholder with one brace on either side: {library.at}, { date }.
  /(?<!\{)\{\s*[a-z][a-z_]*(?:\.[a-z_]+)*\s*\}(?!\})/g,
  /\[\p{Lu}{3,}[^\]\n]*\](?!\()/gu,
  /(?<![\p{L}\d])(?:TODO|FIXME|TBD|TBA|TBC)(?![\p{L}\d])/gu,
  /lorem ipsum/gi,
  /_{4,}/g,
];

const LIKELY: readonly RegExp[] = [/(?<![\p{L}\d])[xX]{2,}(?:[.:][xX]{2,})?(?![\p{L}\d])/gu, /\?{3,}/g];

/** Braces, [INSERT …], TODO, XX, lorem ipsum: the sure ones first, each in the order of the text. */
export function findLeftovers(text: string): readonly Leftover[] {
  const seek = (patterns: readonly RegExp[], sure: boolean): Leftover[] =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: what }) => ({ start: index, end: index + what.length, sure })),
    );
  return [...seek(SURE, true), ...seek(LIKELY, false)];
}

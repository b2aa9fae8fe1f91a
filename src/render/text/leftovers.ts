import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import type { Place } from './offsets.ts';

const SURE: readonly RegExp[] = [
  /\{\{+[^{}\n]*\}*|[^{}\s]*\}\}+/g,
  /\[\p{Lu}{3,}[^\]\n]*\](?!\()/gu,
  /(?<![\p{L}\d])(?:TODO|FIXME|TBD|TBA|TBC)(?![\p{L}\d])/gu,
  /lorem ipsum/gi,
  /_{4,}/g,
];

/** XX may be a Roman twenty, and question marks a style. */
const LIKELY: readonly RegExp[] = [/(?<![\p{L}\d])[xX]{2,}(?:[.:][xX]{2,})?(?![\p{L}\d])/gu, /\?{3,}/g];

/** Things that were meant to be replaced. `text` has its placeholders taken out already. */
export function leftoversIn(text: string, place: Place): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const seek = (patterns: readonly RegExp[], make: typeof error) => {
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        const [what] = match;
        found.push(
          make('leftover-placeholder', `“${what}” was meant to be replaced.`, {
            span: place(match.index, match.index + what.length),
            hint:
              what.includes('{') || what.includes('}')
                ? 'A placeholder has two braces on each side: {{library.name}}.'
                : 'Write what belongs here.',
          }),
        );
      }
    }
  };
  seek(SURE, error);
  seek(LIKELY, warning);
  return found;
}

import { type Diagnostic, error, warning } from '../../core/diagnostics.ts';
import { findLeftovers } from '../../core/leftovers.ts';
import type { Place } from './offsets.ts';

/** Things that were meant to be replaced. `text` has its placeholders taken out already. */
export function leftoversIn(text: string, place: Place): readonly Diagnostic[] {
  return findLeftovers(text).map(({ start, end, sure }) => {
    const what = text.slice(start, end);
    const hint = /[{}]/.test(what) ? 'A placeholder has two braces on each side: {{library.name}}.' : 'Write what belongs here.';
    return (sure ? error : warning)('leftover-placeholder', `“${what}” was meant to be replaced.`, {
      span: place(start, end),
      hint,
    });
  });
}

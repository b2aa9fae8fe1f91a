import type { Diagnostic } from '../../core/diagnostics.ts';
import { error } from '../../core/diagnostics.ts';
import type { Source, Span } from '../../core/source.ts';
import type { Location, MustacheStatement } from '../template/ast.ts';
import { parseTemplate } from '../template/parse.ts';
import type { Place } from './offsets.ts';

/** A placeholder of a text: `{{library.name}}`. */
export interface Slot {
  readonly call: MustacheStatement;
  /** As written, without braces. */
  readonly label: string;
  readonly span: Span;
  readonly spanOf: (loc: Location) => Span;
}

/** Tokens that stand for placeholders while Markdown is read: noncharacters around a number, as long as what they stand for. */
const OPEN = '\uFDD2';
const CLOSE = '\uFDD3';
const FILL = '\uFDD4';
const TOKEN = /\uFDD2([0-9a-z]+)\uFDD4*\uFDD3/g;

const token = (index: number, length: number): string => (OPEN + index.toString(36)).padEnd(length - 1, FILL) + CLOSE;

/** The Markdown with tokens in place of placeholders, offsets unchanged. */
export function takeSlots(
  markdown: string,
  place: Place,
): { readonly masked: string; readonly slots: readonly Slot[]; readonly diagnostics: readonly Diagnostic[] } {
  const slots: Slot[] = [];
  const diagnostics: Diagnostic[] = [];
  const clean = markdown.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD');
  const masked = clean.replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string, at: number) => {
    const here = place(at, at + whole.length);
    const mini: Source = { path: here.source.path, text: whole };
    const { value } = parseTemplate(mini);
    const [statement] = value?.ast.body ?? [];
    if (!value || statement?.type !== 'MustacheStatement' || value.ast.body.length !== 1) {
      const [message, hint] = unreadable(inside.trim());
      diagnostics.push(error('template-syntax', message, { span: here, hint }));
      return whole.replace(/[{}]/g, FILL);
    }
    const spanOf = (loc: Location): Span => {
      const local = value.spanOf(loc);
      return place(at + local.start, at + local.end);
    };
    slots.push({ call: statement, label: inside.trim(), span: here, spanOf });
    return token(slots.length - 1, whole.length);
  });
  return { masked, slots, diagnostics };
}

const NO_BLOCKS =
  'Delete it. A default for a value is {{or path "…"}}; words that differ are written for each library under its own texts.';

/** What a placeholder is that cannot be read, in its own words. */
function unreadable(inside: string): readonly [message: string, hint: string] {
  if (/^else\b|^\^/.test(inside)) return [`{{${inside}}} parts the two ways of a block, and texts have no blocks.`, NO_BLOCKS];
  if (inside.startsWith('/')) return [`{{${inside}}} closes a block, and texts have no blocks.`, NO_BLOCKS];
  if (inside.startsWith('#')) return [`{{${inside}}} opens a block, but texts may hold values only.`, NO_BLOCKS];
  if (inside.startsWith('>'))
    return [`{{${inside}}} includes a partial, but texts may hold values only.`, 'Write the words here.'];
  if (inside.startsWith('!')) return [`{{${inside}}} is a comment, which texts do not have.`, 'Delete it.'];
  const hint = 'A placeholder is {{library.name}}, {{date}}, {{date event.date "no-year"}} or the like.';
  return ['The placeholder cannot be read.', hint];
}

export type Part =
  | { readonly text: string; readonly at: number }
  | { readonly slot: number; readonly at: number; readonly length: number };

/** A string with tokens, taken apart. `at` counts in the string. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), at: from });
    parts.push({ slot: Number.parseInt(match[1] ?? '0', 36), at: match.index, length: match[0].length });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), at: from });
  return parts;
}

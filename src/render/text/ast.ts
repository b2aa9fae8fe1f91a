import type { Span } from '../../core/source.ts';
import type { Slot } from './slots.ts';

/** A text of the campaign, read: one tree for HTML, titles, alternative texts. Placeholders are nodes, so that data never is Markdown. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly children: readonly TextInline[] }
  /** Level 1 is the highest that the text uses. */
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly TextInline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly tight: boolean;
      readonly items: readonly (readonly TextBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] };

export type TextInline =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span; readonly literal: boolean }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly TextInline[] }
  | {
      readonly kind: 'link';
      readonly url: readonly (string | Slot)[];
      readonly span: Span;
      readonly children: readonly TextInline[];
    }
  | { readonly kind: 'break' };

export interface ParsedText {
  readonly blocks: readonly TextBlock[];
  readonly slots: readonly Slot[];
}

/** The content of a text of one paragraph; null where it has more. */
export function inlineOf(text: ParsedText): readonly TextInline[] | null {
  const [only, ...more] = text.blocks;
  if (only === undefined) return [];
  return more.length === 0 && only.kind === 'paragraph' ? only.children : null;
}

import type { Span } from '../core/source.ts';
import { entryOf } from '../core/written/node.ts';
import type { WrittenCampaign } from './types.ts';

/** The template set that a campaign names, and where. null: it names none in words; validate complains of that. */
export function templateNameOf({ root }: WrittenCampaign): { readonly name: string; readonly span: Span } | null {
  const value = entryOf(root, 'template')?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' && value.value !== ''
    ? { name: value.value, span: value.span }
    : null;
}

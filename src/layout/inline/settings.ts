import type { ComputedStyle, InlineRoot } from '../types.ts';
import type { InlineContext, Setting } from './types.ts';

/**
 * Settings of paragraphs that were met, by their texts and styles: a campaign says most of what it says in every library's documents, and computed
 * styles are shared over documents. Each desk has its own (its `facesFor` is the key); bounded, and what falls out is made again, the same.
 */
const settings = new WeakMap<InlineContext['facesFor'], Map<string, Setting>>();

/** About 8 KB each. */
const LIMIT = 3000;

export function knownSetting(root: InlineRoot, ctx: InlineContext): Setting | undefined {
  const known = settings.get(ctx.facesFor)?.get(keyOf(root));
  return known && known.hyphenation === ctx.hyphenation ? known : undefined;
}

export function keepSetting(root: InlineRoot, ctx: InlineContext, setting: Setting): Setting {
  let ofDesk = settings.get(ctx.facesFor);
  if (!ofDesk) {
    ofDesk = new Map();
    settings.set(ctx.facesFor, ofDesk);
  }
  if (ofDesk.size >= LIMIT) ofDesk.clear();
  ofDesk.set(keyOf(root), setting);
  return setting;
}

/** All that a setting depends on: kinds, texts, languages and styles of the items, in order. */
function keyOf({ style, lang, items }: InlineRoot): string {
  let key = `${numberOf(style)} ${lang}`;
  for (const item of items) {
    if (item.kind === 'text') key += `\nt${numberOf(item.style)} ${item.lang} ${item.text.length} ${item.text}`;
    else if (item.kind === 'open') key += `\no${numberOf(item.box.style)}`;
    else key += `\n${item.kind}`;
  }
  return key;
}

const numbers = new WeakMap<ComputedStyle, number>();
let count = 0;

/** Names a style for as long as it lives. */
function numberOf(style: ComputedStyle): number {
  const known = numbers.get(style);
  if (known !== undefined) return known;
  numbers.set(style, ++count);
  return count;
}

import type { Campaign, Texts } from '../campaign.ts';
import type { TemplateSet } from '../template-set.ts';
import { type ContentType, type Field, fields, list, type ModelType, type ObjectType, TEXT } from './types.ts';

export const CONTENT: ContentType = { kind: 'content', fields: new Map() };

/** An item of a list of texts: itself, and who said it. */
export const CONTENT_ITEM: ContentType = { kind: 'content', fields: fields({ text: CONTENT, 'by?': CONTENT }) };

/** How a template set, all its pieces taken together, uses one text. */
export interface TextUse {
  readonly kind: 'inline' | 'block' | 'list';
  readonly required: boolean;
}

/** Key → use, of all the texts that some piece declares. */
export function textUses(set: TemplateSet): ReadonlyMap<string, TextUse> {
  const uses = new Map<string, TextUse>();
  for (const piece of Object.values(set.pieces)) {
    for (const [key, { required, kind }] of Object.entries(piece.texts)) {
      const known = uses.get(key);
      uses.set(key, { kind: known?.kind ?? kind, required: required || known?.required === true });
    }
  }
  return uses;
}

/** Keys of every text that the campaign has in any language, with whether it is a list. */
function writtenKeys(campaign: Campaign): ReadonlyMap<string, boolean> {
  const keys = new Map<string, boolean>();
  const take = (texts: Texts) => {
    for (const byKey of Object.values(texts)) for (const [key, text] of byKey) keys.set(key, Array.isArray(text));
  };
  take(campaign.national.texts);
  for (const library of campaign.libraries) if (library.texts !== campaign.national.texts) take(library.texts);
  return keys;
}

interface Group {
  readonly groups: Map<string, Group>;
  readonly leaves: Map<string, Field>;
}

function plant(root: Group, key: string, field: Field): void {
  const parts = key.split('.');
  const last = parts.pop() ?? key;
  let group = root;
  for (const part of parts) {
    const known = group.groups.get(part);
    const next = known ?? { groups: new Map(), leaves: new Map() };
    if (!known) group.groups.set(part, next);
    group = next;
  }
  group.leaves.set(last, field);
}

function typeOf(group: Group, name: string): ObjectType {
  const made = new Map<string, Field>();
  for (const [key, below] of group.groups) made.set(key, { type: typeOf(below, `${name}.${key}`), optional: false });
  for (const [key, field] of group.leaves) if (!made.has(key)) made.set(key, field);
  return { kind: 'object', name, fields: made };
}

/** `texts.poster.headline`: a tree of what pieces declare and what the campaign has besides. */
export function textsType(set: TemplateSet, campaign: Campaign): ModelType {
  const root: Group = { groups: new Map(), leaves: new Map() };
  const uses = textUses(set);
  for (const [key, isList] of writtenKeys(campaign)) {
    if (!uses.has(key)) plant(root, key, { type: isList ? list(CONTENT_ITEM) : CONTENT, optional: false });
  }
  for (const [key, use] of uses) {
    plant(root, key, { type: use.kind === 'list' ? list(CONTENT_ITEM) : CONTENT, optional: !use.required });
  }
  return typeOf(root, 'texts');
}

/** Types of `extra`, as the template set declares them; all may be absent. */
export function extraType(set: TemplateSet, name: string): ObjectType {
  const made = new Map<string, Field>();
  for (const [key, of] of Object.entries(set.extra))
    made.set(key, { type: of === 'text' ? TEXT : { kind: 'scalar', of }, optional: true });
  return { kind: 'object', name, fields: made };
}

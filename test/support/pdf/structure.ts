import { type MarkedText, readMarked } from './content.ts';
import { type Dict, Name, type RawPdf, Ref, readRaw, type Value } from './raw.ts';

/** One element of a finished file's structure tree, in structure order. */
export interface StructureElement {
  readonly tag: string;
  /** Its own Lang entry; null where it has none. */
  readonly lang: string | null;
  readonly alt: string | null;
  readonly actualText: string | null;
  /** Text of the marked contents that are its own, in order, without its children's. */
  readonly text: string;
  /** Attributes of all owners: 'ListNumbering' → 'Decimal', 'ColSpan' → 2, 'BBox' → [...]. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly StructureElement[];
  /** Children and texts as they follow each other. */
  readonly content: readonly (string | StructureElement)[];
  /** Addresses of the link annotations that belong to it. */
  readonly links: readonly string[];
}

/** The structure tree of a tagged PDF, with the text of its marked contents. Throws where the tree or the ParentTree is wrong. */
export function readStructure(pdf: Uint8Array): StructureElement {
  const raw = readRaw(pdf);
  const root = raw.dict(raw.root, 'StructTreeRoot');
  const pages = new Map(raw.pages.map(({ id, dict }) => [id, readMarked(raw, dict)]));
  const parents = parentTree(raw, raw.dict(root, 'ParentTree'));
  const seen = new Set<string>();
  const top = root.get('K');
  if (!(top instanceof Ref)) throw new Error('the structure tree has no single top element');
  const tree = element(raw, top, null, { pages, parents, seen });
  for (const [page, { byId }] of pages) {
    for (const id of byId.keys())
      if (!seen.has(`${page} ${id}`)) throw new Error(`marked content ${id} is in no structure element`);
  }
  return tree;
}

interface Context {
  readonly pages: ReadonlyMap<number, MarkedText>;
  readonly parents: ReadonlyMap<number, Value>;
  readonly seen: Set<string>;
}

function element(raw: RawPdf, ref: Ref, parent: Ref | null, context: Context): StructureElement {
  const dict = raw.dict(ref);
  const tag = (dict.get('S') as Name).name;
  const up = dict.get('P');
  if (parent && (!(up instanceof Ref) || up.id !== parent.id)) throw new Error(`a ${tag} does not point back at its parent`);
  const content: (string | StructureElement)[] = [];
  const links: string[] = [];
  const kids = dict.get('K');
  for (const kid of Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]) {
    if (kid instanceof Ref) content.push(element(raw, kid, ref, context));
    else if (typeof kid === 'number') content.push(marked(raw, dict.get('Pg'), null, kid, ref, tag, context));
    else if (kid instanceof Map && (kid.get('Type') as Name).name === 'MCR')
      content.push(marked(raw, kid.get('Pg'), kid.get('Stm') ?? null, kid.get('MCID') as number, ref, tag, context));
    else if (kid instanceof Map && (kid.get('Type') as Name).name === 'OBJR') links.push(annotation(raw, kid, ref, context));
    else throw new Error(`a kid of a ${tag} is of no known kind`);
  }
  const string = (key: string): string | null => {
    const value = raw.resolve(dict.get(key));
    return typeof value === 'string' ? value : null;
  };
  return {
    tag,
    lang: string('Lang'),
    alt: string('Alt'),
    actualText: string('ActualText'),
    text: content.filter((part) => typeof part === 'string').join(''),
    attributes: attributesOf(raw, dict),
    children: content.filter((part) => typeof part !== 'string'),
    content,
    links,
  };
}

function marked(
  raw: RawPdf,
  page: Value | undefined,
  form: Value,
  id: number,
  owner: Ref,
  tag: string,
  context: Context,
): string {
  if (!(page instanceof Ref)) throw new Error(`marked content ${id} is on no page`);
  const texts = context.pages.get(page.id);
  const text = texts?.byId.get(id);
  if (text === undefined) throw new Error(`marked content ${id} is not on its page`);
  if (texts?.tags.get(id) !== tag) throw new Error(`marked content ${id} is tagged otherwise than its ${tag}`);
  const key = raw.at(form ?? page, 'StructParents');
  const back = typeof key === 'number' ? context.parents.get(key) : null;
  const owns = Array.isArray(back) ? back[id] : null;
  if (!(owns instanceof Ref) || owns.id !== owner.id)
    throw new Error(`the ParentTree gives marked content ${id} to another element`);
  const place = `${page.id} ${id}`;
  if (context.seen.has(place)) throw new Error(`marked content ${id} belongs to two elements`);
  context.seen.add(place);
  return text;
}

function annotation(raw: RawPdf, kid: Dict, owner: Ref, context: Context): string {
  const key = raw.at(kid, 'Obj', 'StructParent');
  const back = typeof key === 'number' ? context.parents.get(key) : null;
  if (!(back instanceof Ref) || back.id !== owner.id) throw new Error('the ParentTree gives an annotation to another element');
  const uri = raw.at(kid, 'Obj', 'A', 'URI');
  return typeof uri === 'string' ? uri : '';
}

function parentTree(raw: RawPdf, tree: Dict): Map<number, Value> {
  const numbers = raw.at(tree, 'Nums') as Value[];
  const out = new Map<number, Value>();
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const value = numbers[i + 1];
    out.set(
      numbers[i] as number,
      value instanceof Ref && Array.isArray(raw.resolve(value)) ? raw.resolve(value) : (value ?? null),
    );
  }
  return out;
}

function attributesOf(raw: RawPdf, dict: Dict): Record<string, unknown> {
  const value = raw.resolve(dict.get('A'));
  const out: Record<string, unknown> = {};
  for (const one of Array.isArray(value) ? value : value ? [value] : []) {
    for (const [key, entry] of raw.dict(one)) if (key !== 'O') out[key] = entry instanceof Name ? entry.name : entry;
  }
  return out;
}

/** The tree as indented lines, for messages and snapshots: `P [en] "text"`. */
export function structureLines(node: StructureElement, depth = 0): string[] {
  const head = `${'  '.repeat(depth)}${node.tag}${node.lang ? ` [${node.lang}]` : ''}${node.alt !== null ? ` alt=${JSON.stringify(node.alt)}` : ''}`;
  return [
    head,
    ...node.content.flatMap((part) =>
      typeof part === 'string' ? [`${'  '.repeat(depth + 1)}${JSON.stringify(part)}`] : structureLines(part, depth + 1),
    ),
  ];
}

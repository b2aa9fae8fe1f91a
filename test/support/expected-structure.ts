import { parseDocument } from 'htmlparser2';
import type { StructureElement } from './pdf/index.ts';

/** How an element is laid out, as far as structure depends on it. */
export interface Look {
  readonly display: string;
  /** Out of the flow: it does not end the paragraph that it stands in. */
  readonly out: boolean;
  readonly marker: boolean;
}

/** A structure element as HTML asks for it, or as a PDF has it: the same form for both. */
export interface Tree {
  readonly tag: string;
  /** The language that holds here, inherited or not. */
  readonly lang: string;
  readonly alt: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly content: (string | Tree)[];
}

const TAGS: Readonly<Record<string, string>> = {
  section: 'Sect',
  article: 'Art',
  blockquote: 'BlockQuote',
  figure: 'Div',
  address: 'Div',
  figcaption: 'Caption',
  caption: 'Caption',
  p: 'P',
  pre: 'P',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  table: 'Table',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  em: 'Span',
  strong: 'Span',
  q: 'Quote',
  code: 'Code',
};
const INLINE = new Set(['Span', 'Link', 'Quote', 'Code']);
const HOLDS_TEXT = new Set([...INLINE, 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'LBody', 'TH', 'TD', 'Caption']);

/** Where words are parted although no space stands there. */
export const PART = '\u2028';

interface Node {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

interface Around {
  readonly lang: string;
  /** Inside a table: what row and group a cell stands in. */
  readonly header: boolean;
  readonly first: boolean;
}

/** Elements that stand in no tree: they are there whether they are written or not. */
export const UNSEEN = new Set(['html', 'head', 'body', 'title', 'meta', 'style']);

/**
 * The structure tree that a document should have, from its HTML alone. Written from HTML's and PDF's own words (ISO 32000-1, 14.8.4), not from the code.
 * @param look of the nth element of the document
 * @param fields what is made of elements with `data-field`: a field of a form, or nothing but room
 */
export function expectedStructure(
  html: string,
  lang: string,
  look: (index: number) => Look,
  fields: 'fill' | 'blank' | undefined,
): Tree {
  const document = parseDocument(html, { decodeEntities: true }) as unknown as Node;
  const root: Tree = { tag: 'Document', lang, alt: null, attributes: {}, content: [] };
  let index = -1;
  const made = new Set<Tree>();

  const node = (parent: Tree, tag: string, of: string, more: Partial<Tree> = {}): Tree => {
    const child: Tree = { tag, lang: of, alt: null, attributes: {}, content: [], ...more };
    parent.content.push(child);
    return child;
  };

  const skip = (element: Node): void => {
    for (const child of element.children ?? []) {
      if (child.attribs && !UNSEEN.has(child.name ?? '')) index++;
      skip(child);
    }
  };

  /** Fills `parent` with what stands in `element`. `run` is the paragraph that loose text of the block goes into. */
  const fill = (element: Node, parent: Tree, around: Around, flex: boolean, run: { now: Tree | null }): void => {
    const holder = (): Tree => {
      if (HOLDS_TEXT.has(parent.tag)) return parent;
      if (!run.now) {
        run.now = node(parent, 'P', around.lang);
        made.add(run.now);
      }
      return run.now;
    };
    let first = true;
    for (const child of element.children ?? []) {
      if (child.type === 'text') {
        const text = child.data ?? '';
        if (/\S/.test(text) || (!flex && run.now) || (!flex && HOLDS_TEXT.has(parent.tag))) holder().content.push(text);
        continue;
      }
      if (child.name === undefined || child.attribs === undefined) continue;
      if (UNSEEN.has(child.name)) {
        if (child.name === 'html' || child.name === 'body')
          fill(child, parent, { ...around, lang: child.attribs?.lang ?? around.lang }, flex, run);
        continue;
      }
      index++;
      visit(child, parent, { ...around, first }, holder, run);
      first = false;
    }
  };

  const visit = (element: Node, parent: Tree, around: Around, holder: () => Tree, run: { now: Tree | null }): void => {
    const name = element.name ?? '';
    const attributes = element.attribs ?? {};
    const { display, out, marker } = look(index);
    if (name === 'short-form' || display === 'none' || attributes['aria-hidden'] === 'true') {
      // Decoration says nothing, but a block of it still parts two paragraphs.
      if (display !== 'none' && !/^inline/.test(display) && !out) run.now = null;
      skip(element);
      return;
    }
    const own = attributes.lang || around.lang;
    const plain = attributes.role === 'presentation' || attributes.role === 'none';
    if (name === 'br' || name === 'wbr') {
      holder().content.push(name === 'br' ? PART : '');
      return;
    }
    const inline = /^inline/.test(display);
    if (name === 'img' || name === 'svg' || name === 'qr-code') {
      skip(element);
      const alt = plain ? '' : (attributes.alt ?? attributes['aria-label'] ?? titleOf(element) ?? attributes.value ?? '');
      if (!inline && !out) run.now = null;
      if (alt.trim() !== '') node(inline ? holder() : parent, 'Figure', own, { alt: alt.trim() });
      return;
    }
    const tag = plain ? undefined : name === 'a' ? (attributes.href === undefined ? undefined : 'Link') : TAGS[name];
    const foreign = own !== around.lang;
    if (!inline && !out) run.now = null;
    const before = parent.content.length;
    const into = inline || HOLDS_TEXT.has(parent.tag) ? holder() : parent;
    const parts = !inline && HOLDS_TEXT.has(into.tag) && (tag === undefined || INLINE.has(tag));
    if (parts) into.content.push(PART);
    const needed = tag ?? (foreign && HOLDS_TEXT.has(into.tag) ? 'Span' : undefined);
    const list = name === 'li' && needed === 'LI';
    let target = needed ? node(into, needed, own, { attributes: attributesOf(name, attributes, around) }) : into;
    if (list) {
      if (marker) node(target, 'Lbl', own).content.push('*');
      target = node(target, 'LBody', own);
    }
    const header = name === 'thead' || (around.header && name !== 'tbody' && name !== 'tfoot');
    const within = { lang: own, header, first: true };
    // Inline elements stand in their block's paragraph; a block begins its own.
    const inner = inline && target === into && !HOLDS_TEXT.has(target.tag) ? run : { now: null };
    if (fields && 'data-field' in attributes) {
      skip(element);
      if (fields === 'fill') node(target, 'Form', own);
    } else fill(element, target, within, display.endsWith('flex'), inner);
    if (parts) into.content.push(PART);
    // Words after a box that stands elsewhere come after it.
    if (out && parent.content.length > before && run.now) run.now = null;
  };

  fill(document, root, { lang, header: false, first: true }, false, { now: null });
  prune(root, made);
  return root;
}

function titleOf(element: Node): string | undefined {
  const title = element.children?.find((child) => child.name === 'title');
  return title?.children?.map((child) => child.data ?? '').join('');
}

function attributesOf(name: string, attributes: Readonly<Record<string, string>>, around: Around): Record<string, unknown> {
  if (name !== 'td' && name !== 'th') return {};
  const out: Record<string, unknown> = {};
  if (Number(attributes.colspan ?? 1) > 1) out.ColSpan = Number(attributes.colspan);
  if (Number(attributes.rowspan ?? 1) > 1) out.RowSpan = Number(attributes.rowspan);
  if (name === 'th') {
    const scope = { row: 'Row', col: 'Column' }[attributes.scope ?? ''];
    out.Scope = scope ?? (around.header || !around.first ? 'Column' : 'Row');
  }
  return out;
}

const isText = (part: string | Tree): part is string => typeof part === 'string';
const bare = (text: string): string => text.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, '').toLowerCase();

function prune(tree: Tree, made: ReadonlySet<Tree>): boolean {
  let filled = tree.tag === 'Figure' || tree.tag === 'Form';
  const kept: (string | Tree)[] = [];
  for (const part of tree.content) {
    if (isText(part)) {
      if (bare(part) !== '') filled = true;
      kept.push(part);
    } else if (prune(part, made)) {
      filled = true;
      const loosePictures = made.has(part) && part.content.every((p) => (isText(p) ? bare(p) === '' : p.tag === 'Figure'));
      if (loosePictures) kept.push(...part.content.filter((p) => !isText(p)));
      else kept.push(part);
    } else if (part.tag === 'TD' || part.tag === 'TH' || part.tag === 'TR') kept.push(part);
    else if (INLINE.has(part.tag) && part.content.some((p) => isText(p) && p !== '')) kept.push(' ');
  }
  tree.content.splice(0, tree.content.length, ...kept);
  return filled;
}

/** An element of nothing but the space that parts two lines is no more than that. */
const spaceAlone = (part: string | Tree): string | Tree =>
  !isText(part) && (INLINE.has(part.tag) || part.tag === 'P') && part.content.every((p) => isText(p) && bare(p) === '')
    ? ' '
    : part;

const CELL = ['ColSpan', 'RowSpan', 'Scope'];

/** What a finished file says, in the same form. */
export function readTree(element: StructureElement, around: string): Tree {
  const lang = element.lang ?? around;
  return {
    tag: element.tag,
    lang,
    alt: element.alt,
    attributes: Object.fromEntries(CELL.filter((key) => key in element.attributes).map((key) => [key, element.attributes[key]])),
    content:
      element.tag === 'Figure'
        ? []
        : element.content.map((part) => (typeof part === 'string' ? part : readTree(part, lang))).map(spaceAlone),
  };
}

/** Indented lines, without a word about white space: `P [da] hejverden`. Labels are there or not; how they look is the stylesheet's. */
export function lines(tree: Tree, depth = 0): string[] {
  // Whether pictures without words stand in a paragraph is a matter of taste.
  const pictures = tree.content.filter((part): part is Tree => !isText(part));
  const wordless = tree.content.every((part) => (isText(part) ? bare(part) === '' : part.tag === 'Figure'));
  if (tree.tag === 'P' && wordless && pictures.length > 0) return pictures.flatMap((part) => lines(part, depth));
  const pad = '  '.repeat(depth);
  const attributes = Object.entries(tree.attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ` ${key}=${value}`);
  const out = [`${pad}${tree.tag} [${tree.lang}]${tree.alt === null ? '' : ` alt=${tree.alt}`}${attributes.join('')}`];
  if (tree.tag === 'Lbl') return out;
  let text = '';
  const flush = () => {
    if (text !== '') out.push(`${pad}  “${text}”`);
    text = '';
  };
  for (const part of tree.content) {
    if (isText(part)) text += bare(part);
    else {
      flush();
      out.push(...lines(part, depth + 1));
    }
  }
  flush();
  return out;
}

/** Of the private use area: around the language of each letter. */
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const LETTER = new RegExp(`([^${OPEN}${CLOSE}]+)${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g');

/** The words in reading order, each with the language it is read in. Labels left out. */
export function words(tree: Tree): string[] {
  let text = '';
  const visit = (at: Tree): void => {
    if (at.tag === 'Lbl') return;
    const block = !INLINE.has(at.tag);
    if (block) text += ' ';
    for (const part of at.content) {
      if (isText(part)) {
        for (const c of part.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').toLowerCase())
          text += /\s/.test(c) ? ' ' : `${c}${OPEN}${at.lang}${CLOSE}`;
      } else visit(part);
    }
    if (block) text += ' ';
  };
  visit(tree);
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const letters = [...word.matchAll(LETTER)];
      const langs = [...new Set(letters.map(([, , lang]) => lang))];
      return `${letters.map(([, letter]) => letter).join('')} (${langs.join('+')})`;
    });
}

import { error } from '../../core/diagnostics.ts';
import type { StructureNode } from '../../core/structure.ts';
import type { FullStyle } from '../css/index.ts';
import { attribute, spokenText } from '../dom/index.ts';
import type { ElementNode } from '../types.ts';
import type { Builder } from './builder.ts';
import { langExtra, type Scope } from './flow.ts';
import { addNode, type NodeExtra, numberingOf, scopeOf, tagOf } from './structure.ts';

export const langOf = (element: ElementNode, around: Scope): string =>
  attribute(element, 'lang') || attribute(element, 'xml:lang') || around.lang;

/** The structure element of an element, put into `parent`; null: it has none of its own. */
export function nodeFor(
  b: Builder,
  element: ElementNode,
  around: Scope,
  parent: StructureNode,
  inline: boolean,
): StructureNode | null {
  if (around.artifact) return null;
  const lang = langOf(element, around);
  const extra: NodeExtra = { ...langExtra(around, lang), ...(element.source && { source: element.source }) };
  const pair = definitionPart(element, around, extra);
  if (pair) return pair;
  const tag = tagOf(element, lang !== around.nodeLang, inline);
  if (!tag) return null;
  const node = addNode(parent, tag, {
    ...extra,
    ...cellExtra(element),
    ...(tag === 'L' && { listNumbering: numberingOf(listTypeOf(b, element)) }),
  });
  const level = /^H([1-6])$/.exec(tag)?.[1];
  if (level) noteHeading(b, element, node, Number(level));
  return node;
}

/** The numbering of a list is that of its first item, which may have a style of its own. */
function listTypeOf({ tree }: Builder, list: ElementNode): FullStyle['listStyleType'] {
  if (list.tag === 'dl') return 'none';
  for (const child of list.children) {
    if (child.kind !== 'element' || child.tag !== 'li') continue;
    const { display, listStyleType } = tree.styleOf(child);
    return display === 'list-item' ? listStyleType : 'none';
  }
  return tree.styleOf(list).listStyleType;
}

function noteHeading(b: Builder, element: ElementNode, node: StructureNode, level: number): void {
  const text = spokenText(element);
  if (text === '') return;
  const last = b.headings.at(-1)?.level ?? 0;
  if (level > last + 1) {
    const message = last === 0 ? `The first heading is <h${level}>.` : `<h${level}> follows <h${last}>.`;
    const hint = `Make it <h${last + 1}>, and give it the looks in the stylesheet.`;
    b.report(error('heading-skipped', message, { span: element.source, hint }));
  }
  b.headings.push({ node, level, text });
}

/** LI with Lbl and LBody from <dt> and <dd>: each <dt> after a <dd> begins another pair, so does a <div> around one. */
function definitionPart(element: ElementNode, { definitions }: Scope, extra: NodeExtra): StructureNode | null {
  if (!definitions || !['dt', 'dd', 'div'].includes(element.tag)) return null;
  const term = element.tag === 'dt';
  if (!definitions.item || (term && definitions.hasBody) || element.tag === 'div') {
    definitions.item = addNode(definitions.list, 'LI');
    definitions.hasBody = false;
  }
  if (element.tag === 'div') return null;
  if (!term) definitions.hasBody = true;
  return addNode(definitions.item, term ? 'Lbl' : 'LBody', extra);
}

const MAX_SPAN = 1000;

/** colspan or rowspan; 1 where it says nothing sensible. */
export function spanOf(element: ElementNode, name: 'colspan' | 'rowspan'): number {
  const written = element.attributes.get(name)?.value.trim();
  const value = written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : 1;
  return value >= 1 && value <= MAX_SPAN ? value : 1;
}

export function checkSpans(b: Builder, element: ElementNode): void {
  for (const name of ['colspan', 'rowspan'] as const) {
    const written = element.attributes.get(name);
    if (!written || Number(written.value) === spanOf(element, name)) continue;
    const message = `${name} is “${written.value}”, not a whole number from 1 to ${MAX_SPAN}.`;
    const hint = 'Write how many columns or rows the cell takes, or leave it out.';
    b.report(error('table-span', message, { span: written.source ?? element.source, hint }));
  }
}

function cellExtra(element: ElementNode): NodeExtra {
  if (element.tag !== 'td' && element.tag !== 'th') return {};
  const [colSpan, rowSpan] = [spanOf(element, 'colspan'), spanOf(element, 'rowspan')];
  return {
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(element.tag === 'th' && { scope: scopeOf(element) }),
  };
}

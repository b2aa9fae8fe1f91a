import type { Complain, Declarations } from './declarations.ts';
import { parseCss } from './parse.ts';
import { type Complaint, elementDeclarations } from './sheet.ts';
import type { Node } from './values/cursor.ts';
import { quickValue } from './values/quick.ts';

/** Declarations of a style attribute, with what is wrong with them. */
export interface Inline {
  readonly declarations: Declarations;
  readonly complaints: readonly Complaint[];
}

const nowhere = (): undefined => undefined;

/** Strings, comments, escapes, blocks and `!important` are css-tree's to read. */
const INVOLVED = /["'\\{}[\]!@<>]|\/\*|url\(|;\s*;/i;
const DECLARATION = /\s*([a-z-][\w-]*)\s*:\s*([^;]*?)\s*(?:;|$)/iy;

export function readInline(text: string): Inline {
  const complaints: Complaint[] = [];
  const complain: Complain = (severity, code, message, start, end, hint) => {
    complaints.push({ severity, code, message, start, end, hint });
  };
  const nodes = quickList(text) ?? slowList(text, complain);
  return { declarations: elementDeclarations(nodes, { text, complain, spanOf: nowhere }), complaints };
}

function slowList(text: string, complain: Complain): readonly Node[] {
  const parsed = parseCss(text, 'declarationList');
  const nodes = parsed.type === 'DeclarationList' ? parsed.children : [];
  for (const node of nodes)
    if (node.type === 'Raw' && node.value.trim() !== '')
      complain('error', 'css-syntax', 'This cannot be read.', node.loc?.start.offset ?? 0, node.loc?.end.offset ?? text.length);
  return nodes;
}

/**
 * A list of plain declarations, without css-tree: what templates compute (`--hue: 210; left: 12mm`) differs from library to library, so that no cache
 * helps. null: less plain than that.
 */
function quickList(text: string): readonly Node[] | null {
  if (INVOLVED.test(text)) return null;
  const nodes: Node[] = [];
  DECLARATION.lastIndex = 0;
  while (DECLARATION.lastIndex < text.length) {
    const start = DECLARATION.lastIndex;
    const found = DECLARATION.exec(text);
    if (!found) return text.slice(start).trim() === '' ? nodes : null;
    const [whole, property = '', value = ''] = found;
    const nameAt = start + whole.indexOf(property);
    const from = start + whole.indexOf(value, nameAt - start + property.length + 1);
    const loc = place(nameAt, from + value.length);
    const valueLoc = place(from, from + value.length);
    if (property.startsWith('--') || /var\(/i.test(value)) {
      // A var() is read when its property is known; both keep their text.
      nodes.push({ type: 'Declaration', important: false, property, value: { type: 'Raw', value, loc: valueLoc }, loc });
      if (value === '') return null;
      continue;
    }
    const children = value === '' ? null : quickValue(value, from);
    if (!children) return null;
    nodes.push({ type: 'Declaration', important: false, property, value: { type: 'Value', children, loc: valueLoc }, loc });
  }
  return nodes;
}

const place = (start: number, end: number): NonNullable<Node['loc']> => {
  const point = (offset: number) => ({ offset, line: 1, column: offset + 1 });
  return { source: '', start: point(start), end: point(end) };
};

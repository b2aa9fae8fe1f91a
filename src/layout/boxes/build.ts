import type { Diagnostic } from '../../core/diagnostics.ts';
import { warning } from '../../core/diagnostics.ts';
import type { Profile } from '../../core/profile.ts';
import type { StructureNode } from '../../core/structure.ts';
import { anonymousStyle, blockified, type FullStyle, type StyleTree, withDisplay } from '../css/index.ts';
import { attribute } from '../dom/index.ts';
import type { PictureSource } from '../pictures/types.ts';
import type { BlockBox, Box, ElementNode, InlineBox, InlineItem, InlineRoot, TextNode } from '../types.ts';
import type { Builder, Heading } from './builder.ts';
import { bulletPicture } from './bullets.ts';
import { openCounters } from './counters.ts';
import { fieldOf, isField, refuseInline } from './fields.ts';
import {
  closeInline,
  endRun,
  type Flow,
  isPacked,
  langExtra,
  openFlow,
  openInline,
  packedIn,
  place,
  type Scope,
  startRun,
} from './flow.ts';
import { contentText } from './generated.ts';
import { listCounter, markerStyle, markerText } from './markers.ts';
import { checkSpans, langOf, nodeFor, spanOf } from './nodes.ts';
import { isReplaced, replacedBox } from './replaced.ts';
import { addNode, addParagraph, addSlot, holdsText, isWithinText, prune, tagOf } from './structure.ts';
import { fixTables } from './tables.ts';

export interface BoxTree {
  readonly box: BlockBox;
  /** Tagged `Document`. */
  readonly structure: StructureNode;
  readonly headings: readonly Heading[];
  readonly diagnostics: readonly Diagnostic[];
}

const NO_ORIGINS: TextNode['origins'] = Object.freeze([]);
const BLANK = /^[ \t\r\n\f]*$/;

/** Makes the boxes (CSS Display 3) and the structure tree (ISO 32000-1, 14.8) of a styled document. Structure stands in source order. */
export function buildBoxes(root: ElementNode, tree: StyleTree, pictures: PictureSource, fields?: Profile['fields']): BoxTree {
  const diagnostics: Diagnostic[] = [];
  const b: Builder = {
    tree,
    pictures,
    report: (d) => diagnostics.push(d),
    headings: [],
    dead: new Set(),
    counters: openCounters(),
    quotes: { depth: 0 },
    ...(fields && { fields }),
  };
  const structure: StructureNode = { kind: 'node', tag: 'Document', lang: tree.lang, children: [] };
  const scope: Scope = { lang: tree.lang, node: structure, nodeLang: tree.lang, artifact: false };
  const style = tree.styleOf(root);
  b.counters.enter(style);
  const children = style.display === 'none' ? [] : contents(b, root, style, scope, [], false);
  b.counters.leave();
  prune(structure, b.dead);
  const headings = b.headings.filter(({ node }) => node.children.length > 0);
  return {
    box: { kind: 'block', style, element: root, node: structure, lang: tree.lang, children },
    structure,
    headings,
    diagnostics,
  };
}

/**
 * The child boxes of a block container.
 * @param first items that stand before all others: a marker inside the text
 * @param part it is a part of a paragraph: its last word and the paragraph's next are two
 */
function contents(
  b: Builder,
  element: ElementNode,
  style: FullStyle,
  scope: Scope,
  first: readonly InlineItem[],
  part: boolean,
): readonly Box[] {
  const flow = openFlow(style, scope);
  if (first.length > 0) startRun(flow).items.push(...first);
  visitChildren(b, flow, element, style, scope);
  if (part) addSpace(flow, style, scope);
  endRun(flow, b.dead, part);
  return fixTables(flow.boxes, style, scope.lang);
}

function visitChildren(b: Builder, flow: Flow, element: ElementNode, style: FullStyle, scope: Scope): void {
  const before = b.tree.before(element);
  if (before) visitPseudo(b, flow, element, before, scope);
  for (const child of element.children) {
    if (child.kind === 'text') addText(flow, child, style, scope);
    else visitElement(b, flow, child, scope);
  }
  const after = b.tree.after(element);
  if (after) visitPseudo(b, flow, element, after, scope);
}

/** Seen from a paragraph that nobody wrote, languages differ from the paragraph's. */
const beside = (around: Scope, parent: StructureNode): Scope =>
  parent === around.node ? around : { ...around, nodeLang: around.lang };

const keepsSpaces = ({ whiteSpace }: FullStyle): boolean => whiteSpace === 'pre' || whiteSpace === 'pre-wrap';

/** The structure element that text here belongs to. */
function textNode(flow: Flow, scope: Scope): StructureNode {
  const { node } = startRun(flow);
  return holdsText(scope.node.tag) ? scope.node : node;
}

function addText(flow: Flow, node: TextNode, style: FullStyle, scope: Scope): void {
  if (node.text === '') return;
  // White space between blocks is not content.
  if (BLANK.test(node.text) && (flow.flex || (!flow.run && !keepsSpaces(style)))) return;
  const parent = textNode(flow, scope);
  const content = scope.artifact ? null : addSlot(parent);
  startRun(flow).items.push({ kind: 'text', text: node.text, style, lang: scope.lang, content, origins: node.origins });
}

/** Parts the last word from what follows on another line: a space that hangs there, unless there is one. */
function addSpace(flow: Flow, style: FullStyle, scope: Scope): void {
  if (!flow.run || scope.artifact || keepsSpaces(style)) return;
  const content = addSlot(textNode(flow, scope));
  flow.run.items.push({ kind: 'text', text: ' ', style, lang: scope.lang, content, origins: NO_ORIGINS });
}

function visitElement(b: Builder, flow: Flow, element: ElementNode, around: Scope): void {
  const written = b.tree.styleOf(element);
  if (element.tag === 'short-form') {
    if (!hasFit(b, element))
      b.report(
        warning('short-form-unused', '<short-form> stands in an element without -kit-fit: it is never shown.', {
          span: element.source,
          hint: 'Give the block around it `-kit-fit: <smallest> <largest>`.',
        }),
      );
    return;
  }
  if (written.display === 'none') return;
  const style = flow.flex ? withDisplay(written, blockified(written.display)) : written;
  const hidden = attribute(element, 'aria-hidden') === 'true';
  const scope = hidden && !around.artifact ? { ...around, artifact: true } : around;
  const outside = element.parent ? b.tree.styleOf(element.parent) : style;
  if (element.tag === 'br') {
    addSpace(flow, outside, scope);
    startRun(flow).items.push({ kind: 'break' });
    return;
  }
  if (element.tag === 'wbr') {
    pushText(flow, '\u200B', style, scope);
    return;
  }
  b.counters.enter(style, listCounter(element, style));
  if (b.fields && isField(element) && (isReplaced(element) || style.display === 'inline')) refuseInline(element, b.report);
  if (isReplaced(element)) visitReplaced(b, flow, element, style, scope);
  else if (style.display === 'inline') visitInline(b, flow, element, style, scope);
  else if (style.display === 'inline-block' || style.display === 'inline-flex') {
    const parent = textNode(flow, scope);
    startRun(flow).items.push({ kind: 'atomic', box: blockBox(b, element, style, scope, parent) });
  } else {
    const out = style.position === 'absolute' || style.position === 'fixed';
    if (!out && flow.run) {
      const own = tagOf(element, false, false);
      const goesOn = holdsText(scope.node.tag) && (own === undefined || isWithinText(own));
      if (goesOn) addSpace(flow, outside, scope);
      endRun(flow, b.dead, goesOn);
    }
    const before = scope.node.children.length;
    place(flow, blockBox(b, element, style, scope, scope.node), b.dead);
    // Loose text that follows a box out of the flow is read after it.
    const { run } = flow;
    if (run && run.node !== scope.node && !holdsText(scope.node.tag) && scope.node.children.length > before)
      run.node = addParagraph(scope.node, langExtra(scope));
  }
  b.counters.leave();
}

/** Whether the block that an element stands in is fitted. */
function hasFit(b: Builder, element: ElementNode): boolean {
  for (let above = element.parent; above; above = above.parent) {
    const style = b.tree.styleOf(above);
    if (style.fit) return true;
    if (style.display !== 'inline') return false;
  }
  return false;
}

function visitReplaced(b: Builder, flow: Flow, element: ElementNode, style: FullStyle, around: Scope): void {
  const inline = style.display === 'inline' || style.display === 'inline-block' || style.display === 'inline-flex';
  const lang = langOf(element, around);
  const node = inline ? textNode(flow, around) : around.node;
  const box = replacedBox(element, style, { ...beside(around, node), lang, node }, b.pictures, b.report);
  if (inline) startRun(flow).items.push({ kind: 'atomic', box });
  else place(flow, box, b.dead);
}

function visitInline(b: Builder, flow: Flow, element: ElementNode, style: FullStyle, around: Scope): void {
  const lang = langOf(element, around);
  const split = holdsBlock(b, element);
  const parent = split ? around.node : textNode(flow, around);
  const node = nodeFor(b, element, beside(around, parent), parent, true);
  const href = element.tag === 'a' ? attribute(element, 'href') : undefined;
  const box: InlineBox = {
    kind: 'inline',
    style,
    element,
    node,
    lang,
    ...(href && { href }),
    ...(element.source && { source: element.source }),
  };
  const scope: Scope = {
    ...around,
    lang,
    node: node ?? (split ? around.node : parent),
    nodeLang: node ? lang : beside(around, split ? around.node : parent).nodeLang,
    packed: packedIn(around, style),
  };
  openInline(flow, box, split);
  visitChildren(b, flow, element, style, scope);
  closeInline(flow);
}

/** Whether a block in the flow stands in an inline element. */
function holdsBlock(b: Builder, element: ElementNode): boolean {
  return element.children.some((child) => {
    if (child.kind !== 'element' || child.tag === 'short-form') return false;
    const { display, position } = b.tree.styleOf(child);
    if (display === 'none' || position === 'absolute' || position === 'fixed') return false;
    if (display === 'inline') return !isReplaced(child) && holdsBlock(b, child);
    return display !== 'inline-block' && display !== 'inline-flex';
  });
}

/** Text that nobody wrote: an artifact. */
function pushText(flow: Flow, text: string, style: FullStyle, scope: Scope): void {
  startRun(flow).items.push({ kind: 'text', text, style, lang: scope.lang, content: null, origins: NO_ORIGINS });
}

/** ::before and ::after: decoration. */
function visitPseudo(b: Builder, flow: Flow, host: ElementNode, written: FullStyle, around: Scope): void {
  const style = flow.flex ? withDisplay(written, blockified(written.display)) : written;
  const scope: Scope = { ...around, artifact: true };
  b.counters.touch(style);
  const text = contentText(style, host, scope.lang, b.counters, b.quotes);
  const base = { style, element: null, node: null, lang: scope.lang, ...(host.source && { source: host.source }) };
  if (style.display === 'inline') {
    if (!flow.run) startRun(flow);
    openInline(flow, { kind: 'inline', ...base }, false);
    if (text !== '') pushText(flow, text, style, scope);
    closeInline(flow);
    return;
  }
  const inner = openFlow(style, scope);
  if (text !== '') pushText(inner, text, anonymousStyle(style, 'inline'), scope);
  endRun(inner, b.dead);
  const box: BlockBox = { kind: 'block', ...base, children: fixTables(inner.boxes, style, scope.lang) };
  if (style.display === 'inline-block' || style.display === 'inline-flex') startRun(flow).items.push({ kind: 'atomic', box });
  else place(flow, box, b.dead);
}

/** @param parent structure element around: of the paragraph, for an inline-block */
function blockBox(b: Builder, element: ElementNode, style: FullStyle, around: Scope, parent: StructureNode): BlockBox {
  const lang = langOf(element, around);
  const node = nodeFor(b, element, beside(around, parent), parent, holdsText(parent.tag));
  const definitions =
    node?.tag === 'L' && element.tag === 'dl'
      ? { list: node, item: null, hasBody: false }
      : element.tag === 'div'
        ? around.definitions
        : undefined;
  const { definitions: _, ...rest } = around;
  let scope: Scope = {
    ...rest,
    lang,
    node: node ?? parent,
    nodeLang: node ? lang : beside(around, parent).nodeLang,
    packed: packedIn(around, style),
    ...(definitions && { definitions }),
  };
  const marker = style.display === 'list-item' ? markerItems(b, element, style, scope) : [];
  if (node?.tag === 'LI') scope = { ...scope, node: addNode(node, 'LBody') };
  const inside = style.listStylePosition === 'inside';
  const part = holdsText(parent.tag) && !style.display.startsWith('inline') && (node === null || isWithinText(node.tag));
  const field = b.fields && isField(element) ? b.fields : null;
  const ask = field === 'fill' ? fieldOf(element, lang, b.report) : null;
  const children = field ? [] : contents(b, element, style, scope, inside ? marker : [], part);
  const short = style.fit && !field ? shortContents(b, element, style, scope) : null;
  const isCell = element.tag === 'td' || element.tag === 'th';
  if (isCell) checkSpans(b, element);
  const [colSpan, rowSpan] = isCell ? [spanOf(element, 'colspan'), spanOf(element, 'rowspan')] : [1, 1];
  const base = { kind: 'block' as const, style, element, node, lang, ...(element.source && { source: element.source }) };
  return {
    ...base,
    children,
    ...(marker.length > 0 && !inside && { marker: markerRoot(marker, style, lang) }),
    ...(ask && { field: { ...ask, node: addNode(scope.node, 'Form', langExtra(scope)) } }),
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(style.display === 'table' && isPacked(around, style) && { packed: true as const }),
    ...(short && { short: { ...base, children: short } }),
  };
}

/** The marker of a list item, with its place in the structure: a Lbl before the LBody. Empty: it has none. */
function markerItems(b: Builder, element: ElementNode, style: FullStyle, scope: Scope): readonly InlineItem[] {
  const own = b.tree.marker(element);
  const { listStyleType: type } = style;
  const written = typeof own.content === 'string' ? null : contentText(own, element, scope.lang, b.counters, b.quotes);
  const bullet = written === null && (type === 'circle' || type === 'square') ? type : null;
  const text = bullet ? ' ' : (written ?? markerText(type, b.counters));
  if (text === '' || own.content === 'none') return [];
  const labelled = !scope.artifact && scope.node.tag === 'LI' && (bullet !== null || text.trim() !== '');
  const content = labelled ? addSlot(addNode(scope.node, 'Lbl')) : null;
  const base = { style: markerStyle(own), lang: scope.lang };
  const gap: InlineItem = { kind: 'text', text, ...base, content: bullet ? null : content, origins: NO_ORIGINS, apart: true };
  if (!bullet) return [gap];
  const picture = bulletPicture(bullet, own.color, own.fontSize);
  return [{ kind: 'atomic', box: { kind: 'replaced', ...base, element: null, node: null, picture, content } }, gap];
}

function markerRoot(items: readonly InlineItem[], style: FullStyle, lang: string): InlineRoot {
  return { kind: 'inline-root', style: markerStyle(anonymousStyle(style, 'block')), element: null, node: null, lang, items };
}

/** The alternative text of a fitted block: what its <short-form> says, in the same structure element. */
function shortContents(b: Builder, element: ElementNode, style: FullStyle, scope: Scope): readonly Box[] | null {
  const forms: ElementNode[] = [];
  const find = (at: ElementNode): void => {
    for (const child of at.children) {
      if (child.kind !== 'element') continue;
      if (child.tag === 'short-form') forms.push(child);
      else if (b.tree.styleOf(child).display === 'inline') find(child);
    }
  };
  find(element);
  if (forms.length === 0) return null;
  const flow = openFlow(style, scope);
  for (const form of forms) visitInline(b, flow, form, b.tree.styleOf(form), scope);
  endRun(flow, b.dead);
  return flow.boxes;
}

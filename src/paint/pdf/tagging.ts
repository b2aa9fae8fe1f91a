import type { Rect } from '../../core/geometry.ts';
import type { ContentSlot, StructureNode } from '../../core/structure.ts';
import type { Marks } from './canvas.ts';
import { union } from './paths.ts';
import { byteString, num, ref, textString } from './syntax.ts';
import type { Objects } from './writer.ts';

/** The logical structure of one document (ISO 32000-1, 14.7), gathered while its pages are painted. */
export interface Tagging {
  /** Starts a page: marks are counted on it from now on. */
  page(id: number, height: number): { readonly marks: Marks; readonly structParents: number };
  /** Marks of a form's own, on the page that was started last. */
  formMarks(form: number): { readonly marks: Marks; readonly structParents: number };
  /** Ties an annotation to its Link or Form node; gives its StructParent. */
  link(link: { readonly node: StructureNode }, annotation: number): number;
  /** Writes the tree; gives the number of its root. */
  finish(objects: Objects): number;
}

/** One marked content: where it is. */
interface Mark {
  readonly page: number;
  /** The form that it stands in; 0: the page itself. */
  readonly form: number;
  readonly id: number;
}

interface Area {
  readonly page: number;
  readonly height: number;
  box: Rect;
}

export function openTagging(root: StructureNode): Tagging {
  const parents = new Map<ContentSlot, StructureNode>();
  const figures = new Map<ContentSlot, StructureNode>();
  index(root, null, parents, figures);
  const marks = new Map<ContentSlot, Mark[]>();
  const links = new Map<StructureNode, { page: number; annotation: number }[]>();
  const areas = new Map<StructureNode, Area>();
  /** StructParents key → the nodes of its marked contents in order, or the one node of an annotation. */
  const owners: (StructureNode[] | StructureNode)[] = [];
  let page = 0;
  let height = 0;
  /** Counted over the page and its forms, and listed for both: readers that overlook forms still find the right content. */
  let next = 0;
  let ofPage: StructureNode[] = [];

  const marksOf = (form: number): { marks: Marks; structParents: number } => {
    const list: StructureNode[] = [];
    const structParents = owners.push(list) - 1;
    if (form === 0) ofPage = list;
    return {
      structParents,
      marks: {
        begin(slot) {
          const node = parents.get(slot);
          if (!node) throw new Error('an item of the display list fills a slot outside the structure tree');
          const mark: Mark = { page, form, id: next++ };
          const known = marks.get(slot);
          if (known) known.push(mark);
          else marks.set(slot, [mark]);
          list[mark.id] = node;
          ofPage[mark.id] = node;
          return `/${node.tag}<</MCID ${mark.id}>>`;
        },
        measures: (slot) => figures.has(slot),
        cover(slot, area) {
          const figure = figures.get(slot);
          if (!figure) return;
          const known = areas.get(figure);
          if (!known) areas.set(figure, { page, height, box: area });
          else if (known.page === page) known.box = union(known.box, area) ?? area;
        },
      },
    };
  };

  return {
    page(id, pageHeight) {
      page = id;
      height = pageHeight;
      next = 0;
      return marksOf(0);
    },
    formMarks: marksOf,
    link(link, annotation) {
      const list = links.get(link.node) ?? [];
      list.push({ page, annotation });
      links.set(link.node, list);
      return owners.push(link.node) - 1;
    },
    finish(objects) {
      const filled = filledNodes(root, marks, links);
      const ids = new Map<StructureNode, number>();
      const element = (node: StructureNode, parent: number): number => {
        const id = objects.reserve();
        ids.set(node, id);
        let home = 0;
        const kids: string[] = [];
        for (const child of node.children) {
          if (child.kind === 'node') {
            if (filled.has(child)) kids.push(ref(element(child, id)));
            continue;
          }
          for (const mark of marks.get(child) ?? []) {
            home ||= mark.page;
            kids.push(contentKid(mark, home));
          }
        }
        for (const { page: at, annotation } of links.get(node) ?? [])
          kids.push(`<</Type/OBJR/Obj ${ref(annotation)}/Pg ${ref(at)}>>`);
        const content = kids.length === 1 ? kids.join('') : `[${kids.join(' ')}]`;
        objects.fill(
          id,
          `<</S/${node.tag}/P ${ref(parent)}${home ? `/Pg ${ref(home)}` : ''}/K ${content}${entries(node, areas.get(node))}>>`,
        );
        return id;
      };
      const treeRoot = objects.reserve();
      const top = element(root, treeRoot);
      const numbers = owners.map(
        (owner, key) => `${key} ${Array.isArray(owner) ? nodeList(owner, ids) : ref(ids.get(owner) ?? top)}`,
      );
      const parentTree = objects.add(`<</Nums[${numbers.join('\n')}]>>`);
      objects.fill(
        treeRoot,
        `<</Type/StructTreeRoot/K ${ref(top)}/ParentTree ${ref(parentTree)}/ParentTreeNextKey ${owners.length}>>`,
      );
      return treeRoot;
    },
  };
}

function index(
  node: StructureNode,
  figure: StructureNode | null,
  parents: Map<ContentSlot, StructureNode>,
  figures: Map<ContentSlot, StructureNode>,
): void {
  const within = node.tag === 'Figure' ? node : figure;
  for (const child of node.children) {
    if (child.kind === 'node') {
      index(child, within, parents, figures);
    } else {
      parents.set(child, node);
      if (within) figures.set(child, within);
    }
  }
}

/** Nodes that something was painted for. Cells stay where their row does: without them columns shift. */
function filledNodes(
  root: StructureNode,
  marks: ReadonlyMap<ContentSlot, unknown>,
  links: ReadonlyMap<StructureNode, unknown>,
): Set<StructureNode> {
  const filled = new Set<StructureNode>();
  const visit = (node: StructureNode): boolean => {
    let any = links.has(node);
    for (const child of node.children) {
      const has = child.kind === 'node' ? visit(child) : marks.has(child);
      any ||= has;
    }
    if (any) {
      filled.add(node);
      if (node.tag === 'TR') {
        for (const child of node.children)
          if (child.kind === 'node' && (child.tag === 'TD' || child.tag === 'TH')) filled.add(child);
      }
    }
    return any;
  };
  visit(root);
  return filled;
}

function contentKid(mark: Mark, home: number): string {
  if (mark.form === 0 && mark.page === home) return String(mark.id);
  return `<</Type/MCR/Pg ${ref(mark.page)}${mark.form ? `/Stm ${ref(mark.form)}` : ''}/MCID ${mark.id}>>`;
}

/** The page and its forms share one count, so each list has gaps. */
function nodeList(nodes: readonly StructureNode[], ids: ReadonlyMap<StructureNode, number>): string {
  let out = '[';
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const id = node && ids.get(node);
    out += `${i === 0 ? '' : ' '}${id === undefined ? 'null' : ref(id)}`;
  }
  return `${out}]`;
}

/** Language, alternatives and attributes (14.8.5). */
function entries(node: StructureNode, area: Area | undefined): string {
  let out = '';
  if (node.lang !== undefined) out += `/Lang${byteString(node.lang)}`;
  if (node.alt !== undefined) out += `/Alt${textString(node.alt)}`;
  if (node.actualText !== undefined) out += `/ActualText${textString(node.actualText)}`;
  const attributes: string[] = [];
  if (node.listNumbering !== undefined) attributes.push(`<</O/List/ListNumbering/${node.listNumbering}>>`);
  let table = '';
  if ((node.colSpan ?? 1) > 1) table += `/ColSpan ${node.colSpan}`;
  if ((node.rowSpan ?? 1) > 1) table += `/RowSpan ${node.rowSpan}`;
  if (node.scope !== undefined) table += `/Scope/${node.scope}`;
  if (table) attributes.push(`<</O/Table${table}>>`);
  if (area) {
    const { x, y, width, height } = area.box;
    const box = [x, area.height - y - height, x + width, area.height - y].map(num).join(' ');
    attributes.push(`<</O/Layout/Placement/Block/BBox[${box}]>>`);
  }
  if (attributes.length === 1) out += `/A${attributes.join('')}`;
  else if (attributes.length > 1) out += `/A[${attributes.join('')}]`;
  return out;
}
